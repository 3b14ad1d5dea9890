from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from catalogue.exports.story_card import story_card
from catalogue.models import StoryPage

A_DAY = "public, max-age=86400"


@require_safe
def card(request: HttpRequest, slug: str, story: str) -> HttpResponse:
    """The picture of a public story where it is shared. Its address changes when the story is published anew."""
    public = StoryPage.objects.live_public().select_related("municipality").defer_streamfields()
    page = get_object_or_404(public, slug=story, municipality__page__slug=slug)
    return HttpResponse(story_card(page), content_type="image/png", headers={"Cache-Control": A_DAY})
