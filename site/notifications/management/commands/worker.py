import logging
import signal

from django.core.management.base import BaseCommand

from notifications.domain.worker import Worker

LEVELS = {0: logging.ERROR, 1: logging.INFO, 2: logging.DEBUG, 3: logging.DEBUG}


class Command(BaseCommand):
    help = "Send mails, index pages and do the chores. Runs until stopped; several may run side by side."
    requires_system_checks = ()  # the web server's start has made them; a restart here should be quick

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="Do what is due and stop: for cron.")
        parser.add_argument("--interval", type=float, default=1, help="Seconds between looks when idle (1).")

    def handle(self, *, batch: bool, interval: float, verbosity: int, **options):
        self.configure_logging(verbosity)
        worker = Worker(batch=batch, interval=interval)
        earlier = {number: signal.signal(number, worker.shutdown) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            worker.run()
        finally:
            for number, handler in earlier.items():
                signal.signal(number, handler)

    def configure_logging(self, verbosity: int) -> None:
        for name in ("django.tasks", "django_tasks_db", "notifications"):
            logger = logging.getLogger(name)
            logger.setLevel(LEVELS[verbosity])
            if not logger.hasHandlers():
                logger.addHandler(logging.StreamHandler(self.stderr))
