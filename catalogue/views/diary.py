"""A municipality's diary beside its page: month by month, and as a feed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from catalogue.exports.diary_feed import diary_feed
from catalogue.models import DiaryPage, MunicipalityPage


@require_safe
def diary_month(request: HttpRequest, slug: str, year: int, month: int) -> HttpResponse:
    """A month in which nothing was written is not there."""
    if not year:
        raise Http404
    response = _diary_of(slug).serve(request, year=year, month=month)
    if not response.context_data["entries"].paginator.count:
        raise Http404
    return response


@require_safe
def diary_atom(request: HttpRequest, slug: str) -> HttpResponse:
    page = get_object_or_404(MunicipalityPage.objects.live_public().select_related("municipality"), slug=slug)
    return HttpResponse(
        diary_feed(_below(page), page.municipality), content_type="application/atom+xml; charset=utf-8"
    )


def _diary_of(slug: str) -> DiaryPage:
    return _below(get_object_or_404(MunicipalityPage.objects.live_public(), slug=slug))


def _below(page: MunicipalityPage) -> DiaryPage:
    return get_object_or_404(DiaryPage.objects.child_of(page).live())
