"""A municipality's diary month by month."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

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


def _diary_of(slug: str) -> DiaryPage:
    page = get_object_or_404(MunicipalityPage.objects.live_public(), slug=slug)
    return get_object_or_404(DiaryPage.objects.child_of(page).live())
