"""What can be taken along on paper. Only what everybody may read, as it stands there now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from catalogue.exports.story_sheet import story_sheet
from catalogue.models import StoryPage
from core.fetching import PUBLIC
from core.links import absolute
from core.pdf_shelf import kept, make


@require_safe
def story_pdf(request: HttpRequest, slug: str, story: str) -> HttpResponse:
    """A story on the two sides of a sheet. Made for its first reader after a change, in a tenth of a second."""
    public = StoryPage.objects.live_public().with_reading()
    page = get_object_or_404(public, slug=story, municipality__page__slug=slug)
    order = story_sheet(page)
    return pdf_answer(kept(order) or make(order), f"{slug}-{story}", page.path_on_site)


def pdf_answer(data: bytes, name: str, page: str) -> HttpResponse:
    """The PDF under a name to keep it by. Search engines are told of the page that says the same."""
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="udviklingsrummet-{name}.pdf"'
    response["Cache-Control"] = PUBLIC
    response["Link"] = f'<{absolute(page)}>; rel="canonical"'
    return response
