"""The page behind an invitation's secret link. It shows on GET and acts on POST."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.domain.invitations import (
    InvitationRefused,
    accept,
    accept_with_account,
    account_of,
    ask_again,
    find,
)
from accounts.enums import InvitationState
from accounts.forms import AcceptForm
from accounts.models import Invitation, User
from core.views.private import unlisted


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = find(token)
    if found is None or found.state != InvitationState.PENDING:
        return _no_longer(request, found)
    if account_of(found):
        return _for_who_has_account(request, found)
    if request.user.is_authenticated:
        return _page(request, "other_signed_in", found, status=409 if request.method == "POST" else 200)
    form = AcceptForm(request.POST or None, invitation=found)
    if request.method == "POST" and form.is_valid():
        return _accept(request, found, form)
    return _page(request, "accept", found, form=form, status=422 if form.errors else 200)


@unlisted
@require_POST
def ask_for_new(request: HttpRequest, token: str) -> HttpResponse:
    """The same answer to every secret there is and is not. Mails go once a day at most: see `tell_asked_again`."""
    ask_again(token=token)
    return _page(request, "asked")


def _accept(request: HttpRequest, found: Invitation, form: AcceptForm) -> HttpResponse:
    """Make the account, sign in, and go on: to Min kommune, or to the making of a passkey first."""
    try:
        told = form.cleaned_data
        user = accept(invitation=found, name=told["name"], password=told["password"])
    except InvitationRefused:  # somebody was quicker: a second click, or another tab
        return redirect("accounts:invitation", request.resolver_match.kwargs["token"])  # type: ignore[union-attr]
    onwards = reverse("mfa_add_webauthn") if form.wants_passkey else settings.LOGIN_REDIRECT_URL
    return _sign_in(request, user, onwards)


def _sign_in(request: HttpRequest, user: User, onwards: str) -> HttpResponse:
    """Through allauth, so that whatever else it asks of somebody who signs in is asked here too.

    The link has just proved who it is, so a passkey may be added without proving it once more.
    """
    record_authentication(request, user, method="invitation", reauthenticated=True)
    return perform_login(request, Login(user=user, redirect_url=onwards))


def _for_who_has_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    """The role is given by the link; getting in takes what it always takes."""
    if request.method != "POST":
        return _page(request, "has_account", found)
    try:
        accept_with_account(invitation=found)
    except InvitationRefused:
        return _no_longer(request, found)
    return redirect(settings.LOGIN_REDIRECT_URL)


def _no_longer(request: HttpRequest, found: Invitation | None) -> HttpResponse:
    if found and found.accepted_at and request.user == found.person:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return _page(request, "no_longer", found, status=410 if found else 404)


def _page(request: HttpRequest, name: str, found: Invitation | None = None, *, status: int = 200, **more):
    context = {"invitation": found, "state": found.state if found else "", "title": _("Invitation"), **more}
    if found:
        context["role"] = found.get_role_display()
    return render(request, f"accounts/invitation/{name}.html", context, status=status)
