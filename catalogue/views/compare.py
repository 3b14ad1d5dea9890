"""What helps a reader choose among the stories: two to four side by side."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from catalogue.models.comparison import TICK, Comparison

MOST_TICKS = 20  # a page of the catalogue


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """/sammenlign/?e=12&e=34: up to four public stories. What is not public is not there, and counted.

    The catalogue's form sends its filters along; the address one shares has the stories alone.
    """
    if set(request.GET) - {TICK}:
        return redirect(f"{request.path}?{urlencode({TICK: request.GET.getlist(TICK)[:MOST_TICKS]}, doseq=True)}")
    comparison = Comparison(request.GET)
    return render(request, "catalogue/compare.html", {"comparison": comparison, "title": title_of(comparison)})


def title_of(comparison: Comparison) -> str:
    number = len(comparison.stories)
    if not number:
        return _("Compare stories")
    return ngettext("%(number)s story", "%(number)s stories side by side", number) % {"number": number}
