"""Who stands by name beside the municipality's texts. For its coordinators and the desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Municipality
from accounts.requests import SignedInRequest
from accounts.rules import may_manage_people
from catalogue.domain.contacts import NotTheirs, contacts_in, remove_contact
from core.views.private import unkept


@unkept
@login_required
@require_safe
def contacts(request: SignedInRequest, slug: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.open(), slug=slug)
    if not may_manage_people(request.user, municipality):
        raise Http404
    context = {
        "municipality": municipality,
        "places": contacts_in(municipality),
        "trail": [
            {"title": _("My municipality"), "url": reverse("home:my_municipality")},
            {"title": _("Colleagues"), "url": reverse("accounts:people", args=[slug])},
            {"title": _("Contacts"), "url": reverse("catalogue:contacts", args=[slug])},
        ],
        "title": _("Contacts in %(place)s") % {"place": municipality.name},
    }
    return render(request, "catalogue/contacts.html", context)


@unkept
@login_required
@require_POST
def remove(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.open(), slug=slug)
    try:
        remove_contact(by=request.user, municipality=municipality, page_id=pk)
    except NotTheirs:
        raise Http404 from None
    messages.success(request, _("The contact is taken away, from the page and from its earlier versions."))
    return redirect("catalogue:contacts", slug)
