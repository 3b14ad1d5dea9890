"""How many registrations one network address may send. Generous: a whole municipality may sit behind one address."""

import logging
import time

from allauth.account.adapter import get_adapter
from django.core.cache import BaseCache, caches
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

ALLOWED, SECONDS, TOGETHER = 300, 600, 10

logger = logging.getLogger(__name__)


def is_over_limit(request: HttpRequest) -> bool:
    """Count this request, and tell whether its address has sent more than it may in the present ten minutes.

    When the cache does not answer, everybody is let in: a limit is not worth a registration.
    """
    try:
        address = get_adapter().get_client_ip(request)
        key = f"events.register:{address}:{int(time.time()) // SECONDS}"
        return count_up(key) > ALLOWED
    except PermissionDenied:  # a request without an address, as over a socket file
        return False
    except Exception:  # whatever the cache's library raises
        logger.exception("The registration limit could not be counted.")
        return False


def count_up(key: str) -> int:
    """How many there have been, this one counted.

    Each process counts for itself and tells the others every ten clicks: the shared cache may be a table in the very
    database that the registrations queue for.
    """
    mine = step(caches["local"], key, 1)
    if mine % TOGETHER == 0:
        return step(caches["default"], key, TOGETHER)
    return caches["default"].get(key, 0) + mine % TOGETHER


def step(cache: BaseCache, key: str, by: int) -> int:
    try:
        return cache.incr(key, by)
    except ValueError:  # the first of these ten minutes
        cache.set(key, by, timeout=SECONDS)
        return by
