"""The worker in this process: batch runs, bad weather, names and farewells."""

import copy
import threading
import time

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django_tasks_db.models import DBTaskResult

from notifications.domain import worker as worker_module
from notifications.domain.worker import Worker
from notifications.models import ChoreTurn, Heartbeat, OutboxMessage


@pytest.fixture(autouse=True)
def hearts_beat_once(monkeypatch):
    """No thread goes on beating into the tests that follow."""
    monkeypatch.setattr(worker_module.Heart, "_run", lambda heart: None)


@pytest.fixture(autouse=True)
def connections_stay(monkeypatch, request):
    """The connection of a test in a transaction is not closed: the transaction would go with it."""
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr(worker_module, "close_old_connections", lambda: None)
        monkeypatch.setattr(connection, "close", lambda: None)


def test_a_batch_does_what_is_due_and_stops(db, queue, sent_mails):
    queue()
    call_command("worker", batch=True, verbosity=0)
    assert len(sent_mails()) == 1
    assert ChoreTurn.objects.count() >= 4


def test_a_registration_while_the_mail_server_is_down_is_told_of_once_when_it_is_back(
    db, queue, settings, monkeypatch, make_due, mail_server, no_pause_for_the_server
):
    alive, dead = settings.MAILERS, copy.deepcopy(settings.MAILERS)
    dead["default"]["OPTIONS"]["port"] = 9  # nobody listens there
    settings.MAILERS = dead
    message = queue()
    call_command("worker", batch=True, verbosity=0)
    settings.MAILERS = alive
    make_due()
    call_command("worker", batch=True, verbosity=0)
    call_command("worker", batch=True, verbosity=0)
    assert [mail["Message-ID"] for mail in mail_server.messages] == [message.message_id]


def test_after_an_orderly_end_no_heartbeat_is_left(db):
    call_command("worker", batch=True, verbosity=0)
    assert not Heartbeat.objects.exists()


def test_a_task_that_fails_does_not_end_the_worker(db, queue, sent_mails):
    DBTaskResult.objects.create(
        task_path="no.such.task", args_kwargs={"args": [], "kwargs": {}}, backend_name="default", priority=50
    )
    queue()
    call_command("worker", batch=True, verbosity=0)
    assert len(sent_mails()) == 1
    assert DBTaskResult.objects.failed().count() == 1


def test_a_second_worker_takes_no_task_that_the_first_has(db, queue):
    queue()
    first, second = Worker(batch=True), Worker(batch=True)
    first.take_name()
    second.take_name()
    assert first.claim_next().worker_ids == [first.worker_id]
    assert second.claim_next() is None


@pytest.fixture
def stormy(monkeypatch):
    """A worker whose database pauses are short, and that stops by itself when `calm` is called."""
    monkeypatch.setattr(worker_module, "DATABASE_PAUSE", 0)
    return Worker(interval=0)


def fail_times(monkeypatch, target, name, times, then):
    """Make `target.name` raise OperationalError that many times, then call `then`."""
    real, left = getattr(target, name), [times]

    def sometimes(*args, **kwargs):
        if left[0]:
            left[0] -= 1
            raise OperationalError("database or disk is full")
        then()
        return real(*args, **kwargs)

    monkeypatch.setattr(target, name, sometimes)


def test_a_database_that_does_not_answer_does_not_end_the_worker(db, stormy, monkeypatch, queue, sent_mails):
    queue()
    fail_times(monkeypatch, stormy, "claim_next", 3, then=lambda: setattr(stormy, "running", False))
    stormy.run()
    assert len(sent_mails()) == 1


def test_an_outcome_that_could_not_be_written_is_left_to_the_reaper(db, stormy, monkeypatch, queue):
    message = queue()
    monkeypatch.setattr(DBTaskResult, "set_successful", fail)
    monkeypatch.setattr(DBTaskResult, "set_failed", fail)
    assert stormy.step_in_bad_weather() is False
    first_name = stormy.worker_id
    stormy.take_name()
    task = DBTaskResult.objects.get(pk=message.task_id)
    assert (task.status, task.worker_ids) == ("RUNNING", [first_name])
    assert stormy.worker_id != first_name


def fail(*args, **kwargs):
    raise OperationalError("database or disk is full")


def test_a_worker_waits_for_tables_that_are_not_there_yet(db, stormy, monkeypatch):
    fail_times(monkeypatch, worker_module.Heart, "beat", 1, then=lambda: None)
    assert stormy.step_in_bad_weather() is False
    assert stormy.heart is None
    stormy.step_in_bad_weather()
    assert Heartbeat.objects.count() == 1


@pytest.mark.database
def test_ten_mails_and_three_workers_make_ten_mails(transactional_db, queue, mail_server):
    for number in range(10):
        queue(key=f"place:{number}")

    def work():
        Worker(batch=True).run()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    assert len({mail["Message-ID"] for mail in mail_server.messages}) == len(mail_server.messages) == 10
    assert set(OutboxMessage.objects.values_list("status", "attempts")) == {("sent", 1)}


@pytest.mark.database
def test_two_requests_with_the_same_key_make_one_mail(transactional_db, queue):
    at_once = threading.Barrier(4)

    def ask():
        at_once.wait()
        queue()
        connection.close()

    askers = [threading.Thread(target=ask) for _ in range(4)]
    for thread in askers:
        thread.start()
    for thread in askers:
        thread.join()
    assert OutboxMessage.objects.count() == DBTaskResult.objects.count() == 1


@pytest.mark.database
def test_the_heart_beats_while_a_task_takes_its_time(transactional_db, monkeypatch):
    monkeypatch.undo()  # this heart goes on beating
    monkeypatch.setattr(worker_module, "BEAT", 0.05)
    heart = worker_module.Heart()
    heart.start()
    first = Heartbeat.objects.get().seen_at
    wait_until(lambda: Heartbeat.objects.get().seen_at > first)
    heart.stop()
    wait_until(lambda: "heartbeat" not in [thread.name for thread in threading.enumerate()])


def wait_until(true):
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)
