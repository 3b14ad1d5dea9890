import logging

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.views.defaults import page_not_found

from accounts.rules import is_known, may_use_admin

log = logging.getLogger("accounts")


class AdminDoorMiddleware:
    """What somebody may not do in the editors' rooms is not there for them, and the attempt is logged."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Whoever is signed in and has nothing to do here meets no door at all.

        Wagtail would send them to the sign-in page, which sends whoever is signed in back again, round and round.
        """
        if request.path.startswith(self.admin) and is_known(request.user) and not may_use_admin(request.user):
            raise Http404

    def process_exception(self, request, exception):
        if isinstance(exception, PermissionDenied) and request.path.startswith(self.admin):
            return page_not_found(request, exception)
        return None


def deny_as_not_found(request):
    """In place of `wagtail.admin.auth.permission_denied`, which leads to the front page of the admin with a message.

    That tells a stranger that the page exists. Wagtail has no setting for it, so `accounts.apps` puts this there.
    """
    log.warning("refused to account %s: %s %s", request.user.pk, request.method, request.path)
    raise Http404
