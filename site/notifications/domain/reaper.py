"""Tasks left running by a worker that was killed, and other rows that would pile up."""

import datetime
import logging
from typing import Any

from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from notifications.models import Heartbeat

logger = logging.getLogger(__name__)

SILENCE = datetime.timedelta(seconds=60)
MOST_RUNS = 3
KEPT = datetime.timedelta(days=14)


class TaskWasAbandoned(Exception):
    """Each worker that began the task died before it ended. A name for the log; nobody raises it."""


def return_abandoned_tasks() -> int:
    """Make tasks whose worker has been silent for a minute ready again. Returns how many there were.

    A task that has cost `MOST_RUNS` workers their life is marked as failed instead.
    """
    now = timezone.now()
    alive = set(Heartbeat.objects.filter(seen_at__gt=now - SILENCE).values_list("worker_id", flat=True))
    running = DBTaskResult.objects.running().filter(started_at__lt=now - SILENCE)
    abandoned = [task for task in running if not alive.intersection(task.worker_ids[-1:])]
    for task in abandoned:
        _return(task)
    Heartbeat.objects.filter(seen_at__lt=now - KEPT).delete()
    return len(abandoned)


def prune_task_results() -> None:
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()


def _return(task: DBTaskResult) -> None:
    changes: dict[str, Any] = {"status": TaskResultStatus.READY, "started_at": None}
    if len(task.worker_ids) >= MOST_RUNS:
        changes = {
            "status": TaskResultStatus.FAILED,
            "finished_at": timezone.now(),
            "exception_class_path": f"{TaskWasAbandoned.__module__}.{TaskWasAbandoned.__qualname__}",
        }
    logger.warning("Task %s (%s) was abandoned by its worker: %s", task.pk, task.task_path, changes["status"])
    # The same run only: the worker may have finished it while we looked.
    DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at).update(**changes)
