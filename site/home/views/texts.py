"""A coordinator's report: the municipality's own texts and nobody else's."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import Municipality
from accounts.requests import SignedInRequest
from core.views.private import unkept
from home.domain.own_texts import OLDEST_FIRST, may_read_own_texts, own_texts


@unkept
@login_required
@require_safe
def texts(request: SignedInRequest, slug: str) -> HttpResponse:
    """`?orden=aeldste` puts what has lain longest first."""
    municipality = get_object_or_404(Municipality, slug=slug)
    if not may_read_own_texts(request.user, municipality):
        raise Http404
    order = request.GET.get("orden")
    title = _("Texts from %(place)s") % {"place": municipality.name}
    context = {
        "title": title,
        "listing": own_texts(
            reader=request.user, municipality=municipality, side=request.GET.get("side"), order=order
        ),
        "oldest_first": order == OLDEST_FIRST,
        "trail": [
            {"title": _("My municipality"), "url": reverse("home:my_municipality")},
            {"title": title, "url": request.path},
        ],
    }
    return render(request, "home/texts.html", context)
