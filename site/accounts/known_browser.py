"""A browser in which somebody has signed in before has a count of failures of its own.

Else whoever knows an address could keep its owner out by typing wrong passwords every five minutes. The mark is a
signed cookie that holds no address; whoever steals one has won five more guesses and nothing else.
"""

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

COOKIE = "kendt"
SALT = "accounts.known_browser"
LASTS = 180 * 24 * 3600


def remember(response: HttpResponse, email: str) -> None:
    response.set_signed_cookie(
        COOKIE,
        f"{secrets.token_urlsafe(9)}.{_sign_of(email)}",
        salt=SALT,
        max_age=LASTS,
        path="/konto/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def mark(request: HttpRequest, email: str) -> str:
    """What tells this browser from others where the owner of `email` has signed in with it, else nothing."""
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS) or ""
    browser, _, sign = value.partition(".")
    return browser if constant_time_compare(sign, _sign_of(email)) else ""


def _sign_of(email: str) -> str:
    return salted_hmac(SALT, email.lower(), algorithm="sha256").hexdigest()[:32]
