"""The worker: django-tasks-db's own, with a heartbeat, chores, and a longer patience with the database."""

import logging
import socket
import threading
import time
from types import FrameType

from django.db import Error as DatabaseTrouble
from django.db import close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from notifications.domain.chores import run_due_chores
from notifications.models import Heartbeat

logger = logging.getLogger(__name__)

BEAT = 10  # seconds
LOOK_FOR_CHORES = 10
DATABASE_PAUSE = 5


class Heart:
    """Writes a sign of life every ten seconds from a thread, so that a long task is not taken for a dead worker."""

    def __init__(self):
        self.worker_id = f"{socket.gethostname()[:40]}-{get_random_string(16)}"
        self._stopped = threading.Event()

    def start(self) -> None:
        """Raises DatabaseTrouble when the first beat cannot be written: then nothing is claimed in this name."""
        self.beat()
        threading.Thread(target=self._run, name="heartbeat", daemon=True).start()

    def beat(self) -> None:
        Heartbeat.objects.update_or_create(worker_id=self.worker_id, defaults={"seen_at": timezone.now()})

    def stop(self) -> None:
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.wait(BEAT):
            try:
                self.beat()
            except DatabaseTrouble as error:
                logger.warning("A heartbeat was missed: %s", error)
            finally:
                connection.close()  # this thread's own


class Worker(db_worker.Worker):
    """Runs tasks until told to stop (SIGTERM, SIGINT: after the task at hand; twice: at once).

    A locked database or a full disk does not end it. After such trouble it goes on under a new name: the old name
    falls silent, so a task whose outcome could not be written is taken back by the reaper like a dead worker's.
    """

    def __init__(self, *, batch: bool = False, interval: float = 1):
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="",
            excluded_queue_names=[],
        )
        self.heart: Heart | None = None
        self.chores_at = 0.0

    def run(self) -> None:
        try:
            while self.running:
                worked = self.step_in_bad_weather()
                if self.batch and not worked:
                    break
        finally:
            self.say_goodbye()

    def step_in_bad_weather(self) -> bool:
        try:
            worked = self.step()
        except DatabaseTrouble as error:
            if self.batch:
                raise
            logger.warning("The database does not answer, trying again in %d seconds: %s", DATABASE_PAUSE, error)
            self.drop_name()
            time.sleep(DATABASE_PAUSE)
            return False
        if self.running and not worked and not self.batch:
            time.sleep(self.interval)
        return worked

    def step(self) -> bool:
        """Do the chores that are due and one task. False when there was no task."""
        self.take_name()
        if time.monotonic() >= self.chores_at:
            self.chores_at = time.monotonic() + LOOK_FOR_CHORES
            close_old_connections()  # not after each task: SQLite empties its log when the last connection closes
            run_due_chores()
        result = self.claim_next()
        if result is None:
            return False
        self.run_task(result)
        return True

    def claim_next(self) -> DBTaskResult | None:
        ready = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        if not ready.exists():  # a read: an idle worker takes no lock
            return None
        with exclusive_transaction(ready.db):
            result = ready.get_locked()
            if result is not None:
                result.claim(self.worker_id)
        return result

    def take_name(self) -> None:
        if self.heart is None:
            heart = Heart()
            heart.start()
            self.heart, self.worker_id = heart, heart.worker_id

    def drop_name(self) -> None:
        if self.heart:
            self.heart.stop()
        self.heart = None
        connection.close()

    def say_goodbye(self) -> None:
        """An orderly end: nothing is running in this name any more, so nobody needs to wait for its silence."""
        if self.heart:
            self.heart.stop()
            Heartbeat.objects.filter(worker_id=self.worker_id).delete()

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Unlike the parent it never leaves at once when idle: a task may just have been claimed."""
        if not self.running:
            super().shutdown(signum, frame)
        logger.info("Stopping after the task at hand")
        self.running = False
