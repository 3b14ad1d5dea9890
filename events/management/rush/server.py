"""The production server on a fresh database, for as long as the rush lasts."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings

HOST = "127.0.0.1"
PATIENCE = 60
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def environment(folder: Path, *, port: int, database: str, seat_lock: bool) -> dict[str, str]:
    """What the production settings need. Each visitor's address comes from a header, as behind a proxy."""
    ours = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATABASE_URL": database,
        "CACHE_URL": "db://",
        "MAIL_URL": f"file://{folder}/mail",
        "UDVIKLINGSRUM_VAR": str(folder),
        "UDVIKLINGSRUM_SECRET_KEY": secrets.token_urlsafe(50),
        "UDVIKLINGSRUM_ALLOWED_HOSTS": HOST,
        "UDVIKLINGSRUM_BASE_URL": f"http://{HOST}:{port}",
        "UDVIKLINGSRUM_FROM_EMAIL": "udviklingsrummet@demo.example",
        "UDVIKLINGSRUM_CONTACT_EMAIL": "redaktoer@demo.example",
        "UDVIKLINGSRUM_TRUST_PROXY": "yes",
        "UDVIKLINGSRUM_SEAT_LOCK": "yes" if seat_lock else "no",
        "UDVIKLINGSRUM_LOG_LEVEL": "ERROR",
    }
    return {name: value for name, value in os.environ.items() if not name.startswith("UDVIKLINGSRUM_")} | ours


def manage(env: dict[str, str], *arguments: str) -> str:
    """Run manage.py with that environment and return what it printed. Raises CalledProcessError."""
    command = [sys.executable, str(settings.ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 (our own command)


@contextmanager
def fresh_database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of that kind, gone afterwards."""
    name = f"rush_{secrets.token_hex(4)}"
    if kind == "sqlite":
        yield f"sqlite:///{folder / name}.sqlite3"
        return
    server = os.environ.get("TEST_POSTGRES_URL", POSTGRES)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]  # our own letters and digits
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]  # as above


@contextmanager
def running_server(env: dict[str, str], *, port: int) -> Iterator[None]:
    """Gunicorn as `make serve` runs it. Its log goes to server.log in the run's folder."""
    command = [sys.executable, "-m", "gunicorn", "-c", str(settings.ROOT / "site/config/server.py")]
    with (Path(env["UDVIKLINGSRUM_VAR"]) / "server.log").open("ab") as log:
        server = subprocess.Popen([*command, "--bind", f"{HOST}:{port}"], env=env, stdout=log, stderr=log)  # noqa: S603 (our own command)
        try:
            wait_for(server, port)
            yield
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_for(server: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        with closing(socket.socket()) as caller:
            if caller.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start; see server.log.")
