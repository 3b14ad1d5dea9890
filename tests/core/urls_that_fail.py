"""The site's addresses, and some that go wrong in the ways a site can."""

import errno

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.urls import path
from redis.exceptions import ConnectionError as CacheIsAway

from config.urls import *  # noqa: F403 (all of the site's, its error handlers too)
from config.urls import urlpatterns


def failing(error):
    def view(request):
        raise error

    return view


def previewed(request):
    return HttpResponse("En side", headers={"Content-Security-Policy": "frame-ancestors 'none'"})


urlpatterns = [
    path("admin/forhaandsvisning/", previewed),
    path("fejl/", failing(ValueError("Fru Jensens adgangskode"))),
    path("nede/", failing(OperationalError("database is locked"))),
    path("vores-fejl/", failing(OperationalError("no such table: x"))),
    path("fuld/", failing(OSError(errno.ENOSPC, "No space left on device"))),
    path("uden-cache/", failing(CacheIsAway("refused"))),
    path("lukket/", failing(PermissionDenied())),
    path("skidt/", failing(SuspiciousOperation("mærkeligt"))),
    *urlpatterns,
]
