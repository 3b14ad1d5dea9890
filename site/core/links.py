"""Addresses that leave the site, such as those in mails."""

from django.conf import settings


def absolute(path: str) -> str:
    """`path` (starting with a slash) with the site's own address before it."""
    return f"{settings.BASE_URL}{path}"
