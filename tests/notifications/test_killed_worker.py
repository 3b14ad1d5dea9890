"""Real worker processes, really killed."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from notifications.models import ChoreTurn, Heartbeat, OutboxMessage
from tests.notifications.smtp_server import HANG

pytestmark = [pytest.mark.slow, pytest.mark.database]
PATIENCE = 60  # seconds: on a busy machine a process takes its time to start
ROOT = Path(__file__).resolve().parents[2]


def database_url():
    """The address of the database this test runs on, for another process."""
    it = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{it['NAME']}"
    return f"postgres://{it['USER']}:{it['PASSWORD']}@{it['HOST']}:{it['PORT']}/{it['NAME']}"


@pytest.fixture
def start_worker(transactional_db, mail_server):
    """A function that starts a worker process on this database and mail server."""
    processes = []

    def start():
        environment = os.environ | {
            "DATABASE_URL": database_url(),
            "MAIL_URL": mail_server.url,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
        }
        command = [sys.executable, str(ROOT / "manage.py"), "worker", "--interval", "0.1"]
        processes.append(subprocess.Popen(command, env=environment, cwd=ROOT))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.wait()


def a_minute_passes():
    for model, field in ((Heartbeat, "seen_at"), (ChoreTurn, "due_at"), (DBTaskResult, "started_at")):
        for row in model.objects.exclude(**{field: None}):
            model.objects.filter(pk=row.pk).update(**{field: getattr(row, field) - timedelta(seconds=61)})


def test_what_a_killed_worker_began_is_left_for_a_minute_and_then_finished_by_another(
    start_worker, queue, mail_server
):
    mail_server.answers = {"END": HANG}
    message = queue()
    victim = start_worker()
    assert mail_server.someone_hangs.wait(PATIENCE)
    victim.kill()
    victim.wait()
    mail_server.answers = {}
    call_command("worker", batch=True, verbosity=0)
    assert OutboxMessage.objects.get().status == "sending"
    a_minute_passes()
    call_command("worker", batch=True, verbosity=0)
    assert OutboxMessage.objects.get().status == "sent"
    assert [mail["Message-ID"] for mail in mail_server.messages] == [message.message_id] * 2


def test_told_to_stop_it_finishes_the_task_at_hand(start_worker, queue, mail_server):
    mail_server.answers = {"HELLO": HANG}
    queue()
    queue(key="place:2")
    worker = start_worker()
    assert mail_server.someone_hangs.wait(PATIENCE)
    mail_server.answers = {}
    worker.send_signal(signal.SIGTERM)
    mail_server.let_go.set()
    assert worker.wait(PATIENCE) == 0
    assert not DBTaskResult.objects.running().exists()
    assert not Heartbeat.objects.exists()
    assert DBTaskResult.objects.ready().count() == 1


def test_an_idle_worker_stops_within_seconds(start_worker):
    worker = start_worker()
    until = timezone.now() + timedelta(seconds=PATIENCE)
    while not Heartbeat.objects.exists():
        assert timezone.now() < until
        time.sleep(0.1)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
