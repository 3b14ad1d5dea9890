"""What every answer gets, in the order the settings name it: headers, an honest page in an outage, Wagtail's site."""

import sys

from django.conf import settings
from django.core.signals import got_request_exception
from django.dispatch import receiver

from core import headers
from core.navigation import current_site, navigation
from core.outage import is_outage
from core.views import errors


class HeadersMiddleware:
    """Headers that Django has no setting for, or that differ in the admin and under secret links.

    Stands inside the middleware of the content security policy, which writes what this one chooses.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", headers.PERMISSIONS_POLICY)
        if request.path.startswith(headers.SECRET_LINKS):
            response.headers["Referrer-Policy"] = headers.referrer_policy(request.path)
        if getattr(request, "has_signed_out", False):
            response.headers["Clear-Site-Data"] = '"storage"'
        if request.path.startswith(headers.ADMIN):
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
            # A preview is one of our pages, answered inside the admin's answer and with a page's policy on it.
            response.headers.pop("Content-Security-Policy", None)
            response._csp_config = headers.ADMIN_CSP
        return response


@receiver(got_request_exception, dispatch_uid="core.outage")
def remember_outage(sender, request=None, **kwargs):
    """Django calls this with the error at hand, whichever layer raised it, and before it makes a page of it."""
    if request is not None and is_outage(sys.exc_info()[1]):
        request.is_outage = True


class ErrorPageMiddleware:
    """Answer 503 with Retry-After when the database, the disk or the cache is what failed, and 410 where a page is
    withdrawn and no redirect has been made for it.

    Where Django would show its own page of a missing address (in development), readers of the demo get ours.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "is_outage", False):
            return errors.unavailable(request)
        if response.status_code == 404 and hasattr(request, "withdrawn"):
            return errors.gone(request, request.withdrawn)
        if settings.DEBUG and response.status_code == 404 and is_django_own_page(response):
            return errors.not_found(request)
        return response


def is_django_own_page(response) -> bool:
    return not response.streaming and b"<code>DEBUG = True</code>" in response.content


class SiteFromCacheMiddleware:
    """Give Wagtail its site and root paths from the navigation cache, so that it asks the database for neither."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request._wagtail_site = current_site()
        request._wagtail_cached_site_root_paths = navigation().root_paths
        return self.get_response(request)
