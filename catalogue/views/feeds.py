"""The feeds. A feed reader that asks again is told when nothing is new."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import conditional_page, require_safe

from catalogue.enums import Theme
from catalogue.exports.feeds import diary_feed, municipality_feed, theme_feed, whole_feed
from catalogue.models import DiaryPage, MunicipalityPage

ATOM = "application/atom+xml; charset=utf-8"


@require_safe
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    return HttpResponse(whole_feed(), content_type=ATOM)


@require_safe
@conditional_page
def theme_atom(request: HttpRequest, theme: str) -> HttpResponse:
    if theme not in Theme.values:
        raise Http404
    return HttpResponse(theme_feed(Theme(theme)), content_type=ATOM)


@require_safe
@conditional_page
def municipality_atom(request: HttpRequest, slug: str) -> HttpResponse:
    return HttpResponse(municipality_feed(municipality_page(slug)), content_type=ATOM)


@require_safe
@conditional_page
def diary_atom(request: HttpRequest, slug: str) -> HttpResponse:
    page = municipality_page(slug)
    diary = get_object_or_404(DiaryPage.objects.child_of(page).live())
    return HttpResponse(diary_feed(diary, page.municipality), content_type=ATOM)


def municipality_page(slug: str) -> MunicipalityPage:
    return get_object_or_404(MunicipalityPage.objects.live_public().select_related("municipality"), slug=slug)
