"""What has to be done again and again. An app registers its own in `AppConfig.ready`; the worker does them."""

import datetime
import logging
from collections.abc import Callable

from django.utils import timezone

from notifications.models import ChoreTurn

logger = logging.getLogger(__name__)

Chore = Callable[[], object]
_chores: dict[str, tuple[Chore, datetime.timedelta]] = {}


def every_minute(chore: Chore) -> None:
    """Have the worker call `chore()` once a minute, on one worker at a time. It must bear being called again."""
    _register(chore, datetime.timedelta(minutes=1))


def daily(chore: Chore) -> None:
    _register(chore, datetime.timedelta(days=1))


def run_due_chores() -> list[str]:
    """Do what is due, and return its names. A chore that fails is logged and keeps none of the others waiting."""
    done = []
    for name, (chore, every) in _chores.items():
        if not _take_turn(name, every):
            continue
        done.append(name)
        try:
            chore()
        except Exception:
            logger.exception("The chore %s failed", name)
    return done


def _register(chore: Chore, every: datetime.timedelta) -> None:
    _chores[f"{chore.__module__}.{chore.__qualname__}"] = (chore, every)


def _take_turn(name: str, every: datetime.timedelta) -> bool:
    now = timezone.now()
    ChoreTurn.objects.get_or_create(name=name, defaults={"due_at": now})
    return bool(ChoreTurn.objects.filter(name=name, due_at__lte=now).update(due_at=now + every))
