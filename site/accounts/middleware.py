import logging

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.defaults import page_not_found

from accounts import visits
from accounts.rules import is_known, may_use_admin, owes_second_factor

log = logging.getLogger("accounts")


class VisitMiddleware:
    """Ends a visit that has lasted long enough, and notes now and then that one goes on (accounts.visits)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES:  # else nobody's session is opened, and no answer varies
            if visits.is_over(request.session):
                logout(request)
            visits.note(request.session)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Leads whoever owes a second factor (accounts.rules) to set one up before anything else."""

    ALLOWED = ("/konto/2fa/", "/konto/ekstra-trin/", "/konto/reauthenticate/", "/konto/logout/", "/static/", "/media/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        asked = settings.MFA_REQUIRED and settings.SESSION_COOKIE_NAME in request.COOKIES
        if not asked or request.path.startswith(self.ALLOWED) or request.session.get(visits.SETTLED):
            return None
        if owes_second_factor(request.user):
            return redirect("accounts:second_factor")
        if request.user.is_authenticated:
            request.session[visits.SETTLED] = True
        return None


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
