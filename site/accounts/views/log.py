"""The audit log as a page: a coordinator reads what concerns the municipality, an administrator all of it."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import AuditEntry, Municipality
from accounts.requests import SignedInRequest
from accounts.rules import coordinates, is_administrator
from accounts.views.municipality_people import trail
from core.views.private import unkept

ROWS = 50


@unkept
@login_required
@require_safe
def municipality_log(request: SignedInRequest, slug: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality, slug=slug)
    if not (is_administrator(request.user) or coordinates(request.user, municipality)):
        raise Http404
    entries = AuditEntry.objects.visible_to(request.user).filter(municipality=municipality)
    context = {
        "municipality": municipality,
        "trail": [
            *trail(_("Colleagues"), reverse("accounts:people", args=[slug])),
            {"title": _("Log"), "url": reverse("accounts:log", args=[slug])},
        ],
        "title": _("Log for %(place)s") % {"place": municipality.name},
    }
    return _log_page(request, entries, context)


@unkept
@login_required
@require_safe
def whole_log(request: SignedInRequest) -> HttpResponse:
    if not is_administrator(request.user):
        raise Http404
    entries = AuditEntry.objects.visible_to(request.user).select_related("municipality")
    context = {"trail": trail(_("Log"), reverse("accounts:whole_log")), "title": _("Log for the whole site")}
    return _log_page(request, entries, context)


def _log_page(request: SignedInRequest, entries, context: dict) -> HttpResponse:
    listing = Paginator(entries, ROWS).get_page(request.GET.get("side"))
    return render(request, "accounts/log.html", context | {"listing": listing})
