import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from events.models import Event


@contextmanager
def seats_locked(event_id: int) -> Iterator[Event]:
    """A transaction in which nobody else counts, takes or frees the event's seats. Yields the event as it is now.

    PostgreSQL locks the event's row. SQLite has one writer, and its transactions take that place when they begin
    (`transaction_mode` IMMEDIATE), so what is read here stays true until the end. `SEAT_LOCK` switches both off for
    the load test's control run, which must then go wrong.
    """
    with _one_at_a_time(), transaction.atomic():
        events = Event.objects.all()
        if settings.SEAT_LOCK:
            events = events.select_for_update(no_key=True)
        yield events.get(pk=event_id)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let everybody who wants a seat queue at a file beside the SQLite database, as the operating system lets them in.

    SQLite has no queue: its waiters ask again at growing intervals, so in a rush the unlucky ask in vain until their
    time is out. Who is inside a transaction already holds what the others wait for, and must not wait for them.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block or not settings.SEAT_LOCK:
        yield
        return
    with Path(f"{connection.settings_dict['NAME']}-seats").open("w") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        yield
