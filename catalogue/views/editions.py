"""Editions chapter by chapter, and as booklets."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalogue.exports.booklet import booklet
from catalogue.models import EditionPage
from catalogue.views.pdfs import pdf_answer
from core.pdf_shelf import kept

SOON = 30


@require_safe
def edition_chapter(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A chapter as it was told when the edition was published. One that was withdrawn says so, with 410."""
    edition = frozen_edition(slug)
    try:
        response = edition.serve(request, chapter=number)
    except KeyError:
        raise Http404 from None
    if response.context_data["chapter"].is_withdrawn:
        response.status_code = 410
    return response


@require_safe
def edition_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The booklet. Readers never wait for it to be made: until the worker has, a page asks them to come back."""
    edition = frozen_edition(slug)
    data = kept(booklet(edition))
    if data is None:
        soon = render(request, "catalogue/booklet_soon.html", {"edition": edition}, status=503)
        soon["Retry-After"] = str(SOON)
        return soon
    return pdf_answer(data, slug, edition.path_on_site)


def frozen_edition(slug: str) -> EditionPage:
    edition = get_object_or_404(EditionPage.objects.live_public(), slug=slug)
    if edition.frozen is None:
        raise Http404
    return edition
