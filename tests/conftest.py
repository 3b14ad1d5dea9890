"""Fixtures every test may use. Personas (who acts) are in tests/personas.py, objects in tests/factories/,
the tree of pages in tests/page_tree.py, the browser in tests/browser.py."""

import hashlib
import ipaddress
import os
import shutil
import socket
from email import policy
from email.parser import BytesParser

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.db import connections

from accounts.audit_seal import break_seal
from core.translation_catalogue import compile_catalogues

pytest_plugins = ["tests.personas", "tests.page_tree", "tests.browser"]

# No deadline: the machine is shared, and a slow minute is not a wrong answer.
hypothesis.settings.register_profile(
    "house", deadline=None, max_examples=50, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):  # once, before any xdist worker starts
        compile_catalogues()


@pytest.fixture(scope="session")
def _migrations_note():
    """Where the fingerprint of the migrations that made this test database is kept, and what it is now."""
    marks = hashlib.sha256()
    for folder in ("*/migrations/*.py", "site/*/migrations/*.py"):
        for path in sorted(django_settings.ROOT.glob(folder)):
            marks.update(path.read_bytes())
    database = connections["default"].settings_dict
    name = hashlib.sha256(f"{database['HOST']} {database['PORT']} {database['NAME']}".encode()).hexdigest()[:8]
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return django_settings.VAR / f"test_migrations_{name}_{worker}", marks.hexdigest()


@pytest.fixture(scope="session")
def django_db_createdb(django_db_createdb, _migrations_note):
    """Make the database anew when asked to, and when a migration is not the one it was made by."""
    note, now = _migrations_note
    return django_db_createdb or not note.exists() or note.read_text() != now


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, _migrations_note):
    note, now = _migrations_note
    note.write_text(now)


class NetworkIsBlocked(RuntimeError):
    """A test reached for something outside this machine."""


def is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_other_machines(connect):
    def guarded(self, address):
        if self.family != socket.AF_UNIX and not is_loopback(address[0]):
            raise NetworkIsBlocked(f"A test tried to connect to {address[0]}.")
        return connect(self, address)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def _no_network():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse_other_machines(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", refuse_other_machines(socket.socket.connect_ex))
        yield


@pytest.fixture(scope="session", autouse=True)
def _real_files(django_test_environment):
    """A fresh folder for media, private files and mail; mails become files there, as in the demo.

    Django's test environment swaps the mailers for one in memory, so they are put back.
    """
    shutil.rmtree(django_settings.RUN_ROOT, ignore_errors=True)
    django_settings.STATIC_ROOT.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "MAILERS", _MAILERS)
        yield


_MAILERS = django_settings.MAILERS


@pytest.fixture(autouse=True)
def _nothing_left_over():
    """Each test meets empty caches and an empty mail folder."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    if django_settings.MAIL_ROOT.exists():
        shutil.rmtree(django_settings.MAIL_ROOT)


@pytest.fixture(autouse=True)
def _audit_log_can_be_swept(request):
    """A transactional test ends by emptying every table, the audit log too. Django then migrates, which seals it."""
    marker = request.node.get_closest_marker("django_db")
    sweeps = bool(marker and marker.kwargs.get("transaction"))
    names = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not sweeps and not names:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    break_seal()


@pytest.fixture
def sent_mails():
    """A function that reads the mails sent so far in this test, oldest first, as EmailMessage objects."""

    def read():
        files = sorted(django_settings.MAIL_ROOT.glob("*"), key=lambda path: path.stat().st_mtime_ns)
        parse = BytesParser(policy=policy.default).parsebytes
        return [parse(part) for path in files for part in path.read_bytes().split(b"-" * 79 + b"\n") if part.strip()]

    return read


@pytest.fixture
def run_tasks(db, monkeypatch):
    """A function that runs every queued task that is due, through the real worker, until none is left.

    A task that fails fails the test, but for `run_tasks(failures=True)`. It returns how many ran.
    """
    from django_tasks_db.management.commands import db_worker
    from django_tasks_db.models import DBTaskResult

    # Closing the connection would end the transaction the test lives in; Django's test client leaves it out as well.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)

    def run(*, failures: bool = False) -> int:
        worker = db_worker.Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="test",
            excluded_queue_names=[],
        )
        worker.run()
        failed = DBTaskResult.objects.failed()
        assert failures or not failed, "\n".join(task.traceback for task in failed)
        return worker._run_tasks

    return run
