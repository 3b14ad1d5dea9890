"""How a mail leaves the outbox, and what happens when it cannot.

A mail is sent at least once: a worker killed between the server's "250" and our own note of it leaves a mail that is
sent again, with the same Message-ID. Everything short of that sends once.
"""

import datetime
import logging
from uuid import UUID

from django.core.cache import caches
from django.db import transaction
from django.db.models import F
from django.tasks import TaskContext, TaskResultStatus, task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from notifications.domain.refusals import describe, is_permanent, is_unreachable
from notifications.enums import MailStatus
from notifications.mails import as_email
from notifications.models import OutboxMessage

logger = logging.getLogger(__name__)

PRIORITY = 10  # before the search index: somebody waits for a mail
LONGEST_PAUSE = datetime.timedelta(hours=1)
MOST_ATTEMPTS = 77  # 1, 2, 4, ... 32 minutes and then hourly: three days
SERVER_IS_DOWN = "notifications.mail-server-is-down"
SERVER_PAUSE = 30  # seconds


class MailServerIsDown(OSError):
    """The server did not answer a moment ago, and is not asked again just yet."""


@task(priority=PRIORITY, takes_context=True)
def send_message(context: TaskContext, pk: str) -> None:
    """Send one mail, unless it is sent already or another task has taken it over."""
    message = _claim(pk, task_id=context.task_result.id)
    if message:
        _deliver(message)


def enqueue_sending(message: OutboxMessage) -> UUID:
    """Enqueue the task that is to send `message` at its time. The caller saves the id, in the same transaction."""
    result = send_message.using(run_after=message.next_attempt_at).enqueue(str(message.pk))
    return UUID(result.id)


def resume_stuck_mails() -> int:
    """Give each unfinished mail whose task is gone another one. Returns how many there were."""
    alive = DBTaskResult.objects.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING))
    stuck = list(OutboxMessage.objects.unfinished().exclude(task_id__in=alive.values("id")))
    for message in stuck:
        logger.warning("Mail %s had lost its task", message.pk)
        _try_later(message, "The task was lost")
    return len(stuck)


def pause_after(attempts: int) -> datetime.timedelta:
    """How long to wait after that many attempts: none, then 1, 2, 4 ... minutes, at most an hour."""
    if attempts == 0:
        return datetime.timedelta()
    return min(datetime.timedelta(minutes=2 ** min(attempts - 1, 10)), LONGEST_PAUSE)


def _claim(pk: str, *, task_id: str) -> OutboxMessage | None:
    """Take the mail for this attempt. One in state SENDING is this task's own, from a run that was killed."""
    mine = OutboxMessage.objects.unfinished().filter(pk=pk, task_id=task_id)
    if not mine.update(status=MailStatus.SENDING, attempts=F("attempts") + 1):
        return None
    return mine.get()


def _deliver(message: OutboxMessage) -> None:
    try:
        _send(message)
    except Exception as error:  # whatever went wrong, the mail must end as waiting or as failed
        if is_permanent(error):
            _give_up(message, describe(error))
        else:
            logger.warning("Mail %s could not be sent: %s", message.pk, describe(error))
            _try_later(message, describe(error))
    else:
        _move(message, status=MailStatus.SENT, sent_at=timezone.now(), last_error="")


def _send(message: OutboxMessage) -> None:
    """Hand the mail over. A dead server is left alone for half a minute: a thousand mails that each wait for
    a time-out would keep every other task waiting too."""
    if caches["local"].get(SERVER_IS_DOWN):
        raise MailServerIsDown("The mail server did not answer a moment ago")
    try:
        as_email(message).send()
    except OSError as error:
        if is_unreachable(error):
            caches["local"].set(SERVER_IS_DOWN, True, SERVER_PAUSE)
        raise


@transaction.atomic
def _try_later(message: OutboxMessage, why: str) -> None:
    if message.attempts >= MOST_ATTEMPTS:
        _give_up(message, why)
        return
    message.next_attempt_at = timezone.now() + pause_after(message.attempts)
    moved = _move(
        message,
        status=MailStatus.WAITING,
        task_id=enqueue_sending(message),
        next_attempt_at=message.next_attempt_at,
        last_error=why,
    )
    if not moved:
        transaction.set_rollback(True)  # the new task goes with it


def _give_up(message: OutboxMessage, why: str) -> None:
    logger.error("Mail %s was given up after %d attempts: %s", message.pk, message.attempts, why)
    _move(message, status=MailStatus.FAILED, last_error=why)


def _move(message: OutboxMessage, **changes) -> bool:
    """Write the outcome of an attempt, unless the mail has been claimed anew since."""
    same_attempt = OutboxMessage.objects.unfinished().filter(
        pk=message.pk, attempts=message.attempts, task_id=message.task_id
    )
    return bool(same_attempt.update(**changes))
