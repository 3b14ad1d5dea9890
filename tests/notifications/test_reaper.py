"""Tasks of workers that died, and mails whose task is gone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from notifications.domain.delivery import resume_stuck_mails
from notifications.domain.reaper import prune_task_results, return_abandoned_tasks
from notifications.models import Heartbeat, OutboxMessage
from tests.factories.notifications import OutboxMessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def killed(queue):
    """A mail whose worker was killed two minutes ago, in the middle of sending."""
    message = queue()
    run_by(message, "worker-1")
    return message


def run_by(message, *worker_ids, minutes_ago=2):
    DBTaskResult.objects.filter(pk=message.task_id).update(
        status="RUNNING", worker_ids=list(worker_ids), started_at=timezone.now() - timedelta(minutes=minutes_ago)
    )
    OutboxMessage.objects.filter(pk=message.pk).update(status="sending", attempts=len(worker_ids))


def beat(worker_id, *, seconds_ago):
    Heartbeat.objects.create(worker_id=worker_id, seen_at=timezone.now() - timedelta(seconds=seconds_ago))


def test_a_silent_workers_task_is_made_ready_and_the_mail_sent(killed, run_tasks, sent_mails):
    beat("worker-1", seconds_ago=61)
    assert return_abandoned_tasks() == 1
    run_tasks()
    assert [mail["Message-ID"] for mail in sent_mails()] == [killed.message_id]


def test_a_worker_nobody_has_heard_of_counts_as_silent(killed):
    assert return_abandoned_tasks() == 1


def test_a_living_workers_task_is_left_alone(killed):
    beat("worker-1", seconds_ago=20)
    assert return_abandoned_tasks() == 0


def test_a_task_begun_this_minute_is_left_alone(queue):
    run_by(queue(), "worker-1", minutes_ago=0)
    assert return_abandoned_tasks() == 0


def test_it_is_the_latest_worker_that_counts(killed):
    beat("worker-1", seconds_ago=5)
    run_by(killed, "worker-1", "worker-2")
    assert return_abandoned_tasks() == 1


def test_a_task_that_kills_every_worker_is_failed_after_three(killed):
    run_by(killed, "worker-1", "worker-2", "worker-3")
    return_abandoned_tasks()
    task = DBTaskResult.objects.get(pk=killed.task_id)
    assert task.status == "FAILED"
    assert task.exception_class_path.endswith("TaskWasAbandoned")


def test_a_mail_whose_task_failed_gets_another_after_the_pause(killed):
    DBTaskResult.objects.update(status="FAILED")
    OutboxMessage.objects.update(attempts=3)
    assert resume_stuck_mails() == 1
    message = OutboxMessage.objects.get()
    assert message.task_id != killed.task_id
    assert message.status == "waiting"
    assert message.next_attempt_at > timezone.now() + timedelta(minutes=3)


def test_a_mail_that_never_had_a_task_is_sent_now(db, run_tasks, sent_mails):
    message = OutboxMessageFactory()
    resume_stuck_mails()
    run_tasks()
    assert [mail["To"] for mail in sent_mails()] == [message.recipient]


def test_mails_with_a_task_are_left_alone(queue, killed):
    queue(key="place:2")
    assert resume_stuck_mails() == 0


def test_mails_that_are_done_with_are_left_alone(queue, run_tasks):
    queue()
    run_tasks()
    DBTaskResult.objects.all().delete()
    assert resume_stuck_mails() == 0


def test_a_resumed_mail_is_not_sent_by_its_old_task(killed, run_tasks, sent_mails):
    DBTaskResult.objects.update(status="FAILED")
    OutboxMessage.objects.update(attempts=0)
    resume_stuck_mails()
    DBTaskResult.objects.update(status="READY")  # the old one wakes up again
    run_tasks()
    assert len(sent_mails()) == 1


def test_old_results_are_pruned_and_recent_ones_kept(queue, run_tasks):
    for number in range(2):
        queue(key=f"place:{number}")
    run_tasks()
    old = DBTaskResult.objects.first()
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=15))
    prune_task_results()
    assert DBTaskResult.objects.count() == 1
