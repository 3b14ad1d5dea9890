"""A municipality's own sign-in: an administrator sets it up, a coordinator opens it to all in the mail domain."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.domain.sign_in import MayNotChangeSignIn, allow_domain, set_up, take_away
from accounts.forms import ProviderForm
from accounts.models import Municipality, MunicipalitySignIn
from accounts.requests import SignedInRequest
from accounts.rules import coordinates, is_administrator
from accounts.views.municipality_people import trail
from core.links import absolute
from core.views.private import unkept


@unkept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_settings(request: SignedInRequest, slug: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.open(), slug=slug)
    sets_up = is_administrator(request.user)
    if not sets_up and (request.method == "POST" or not coordinates(request.user, municipality)):
        raise Http404
    kept = MunicipalitySignIn.objects.filter(municipality=municipality).first()
    form = ProviderForm(request.POST or None, kept=kept)
    if request.method == "POST" and form.is_valid():
        set_up(by=request.user, municipality=municipality, provider=form.provider())
        messages.success(request, _("The municipality's own sign-in is saved."))
        return redirect("accounts:sign_in_settings", slug)
    context = {
        "municipality": municipality,
        "sign_in": kept,
        "form": form if sets_up else None,
        "may_allow": coordinates(request.user, municipality),
        "callback": absolute(reverse("accounts:own_sign_in_back", args=[slug])),
        "contact": settings.CONTACT_EMAIL,
        "trail": trail(_("Sign-in"), reverse("accounts:sign_in_settings", args=[slug])),
        "title": _("Sign-in in %(place)s") % {"place": municipality.name},
    }
    return render(request, "accounts/sign_in_settings.html", context, status=422 if form.errors else 200)


@unkept
@login_required
@require_POST
def allow(request: SignedInRequest, slug: str) -> HttpResponse:
    allowed = request.POST.get("allowed") == "yes"
    try:
        allow_domain(by=request.user, sign_in=_there(slug), allowed=allowed)
    except MayNotChangeSignIn:
        raise Http404 from None
    told = _("Colleagues can now come without an invitation.") if allowed else _("Colleagues now need an invitation.")
    messages.success(request, told)
    return redirect("accounts:sign_in_settings", slug)


@unkept
@login_required
@require_POST
def remove(request: SignedInRequest, slug: str) -> HttpResponse:
    try:
        take_away(by=request.user, sign_in=_there(slug))
    except MayNotChangeSignIn:
        raise Http404 from None
    messages.success(request, _("The municipality's own sign-in is removed. Accounts are as they were."))
    return redirect("accounts:sign_in_settings", slug)


def _there(slug: str) -> MunicipalitySignIn:
    return get_object_or_404(MunicipalitySignIn, municipality__slug=slug, municipality__closed_at=None)
