"""How long somebody waits who has tried too often. Allauth counts the tries in the shared cache, and does not tell."""

import math
import time

from allauth.account.adapter import get_adapter
from allauth.core.internal.ratelimit import Rate, get_cache_key, get_rates
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

APP = "allauth.account"
LONGEST = 5 * 60  # seconds: what is told where it cannot be worked out
# What is counted at an address, by its name.
COUNTED = {
    "account_login": ("login", "login_failed"),
    "account_request_login_code": ("request_login_code",),
    "account_reset_password": ("reset_password",),
    "account_reset_password_from_key": ("reset_password_from_key",),
    "account_reauthenticate": ("reauthenticate",),
    "account_change_password": ("change_password",),
    "account_email": ("manage_email",),
}


def minutes_left(request: HttpRequest) -> int:
    """Whole minutes until whoever sent `request` may try again, at least one."""
    here = (request.resolver_match and request.resolver_match.url_name) or ""
    waits = (
        _seconds(request, action, rate)
        for action in COUNTED.get(here, ())
        for rate in get_rates(app=APP, action=action)
    )
    return math.ceil((max(waits, default=0) or LONGEST) / 60)


def _seconds(request: HttpRequest, action: str, rate: Rate) -> float:
    """Until the oldest of the tries counted is forgotten; 0 where there is room for another."""
    try:
        tries = cache.get(get_cache_key(request, app=APP, action=action, rate=rate, key=_whose(request, action)), [])
    except ImproperlyConfigured:  # counted per person, and nobody is signed in
        return 0
    return tries[-1] + rate.duration - time.time() if len(tries) >= rate.amount else 0


def _whose(request: HttpRequest, action: str) -> str:
    """The key that allauth counts by: the address that was typed."""
    if action == "login_failed":
        typed = request.POST.get("login", "").strip()
        return get_adapter(request)._get_login_attempts_cache_key(request, email=typed)
    return request.POST.get("email", "").strip().lower()
