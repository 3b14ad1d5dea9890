"""A term of the glossary, below the page that lists them all."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalogue.models import GlossaryIndexPage, StoryPage, Term, TermUse

STORIES_ON_A_SIDE = 20
OWN_WORDS = 12
STORY_FIELDS = ("title", "url_path", "municipality__code", "municipality__name")


@require_safe
def term(request: HttpRequest, key: str) -> HttpResponse:
    """There while the glossary's page is published."""
    index = get_object_or_404(GlossaryIndexPage.objects.live_public(), slug=GlossaryIndexPage.SLUG)
    shown = get_object_or_404(Term, key=key)
    stories = StoryPage.objects.live_public().using(shown).select_related("municipality").only(*STORY_FIELDS)
    context = {
        "term": shown,
        "own_words": TermUse.objects.own_words(shown)[:OWN_WORDS],
        "found": Paginator(stories.newest(), STORIES_ON_A_SIDE).get_page(request.GET.get("side")),
        "beside": Term.objects.filter(category=shown.category).in_danish_order(),
        "trail": [*index.trail(), {"title": str(shown), "url": shown.get_absolute_url()}],
    }
    return render(request, "catalogue/term.html", context)
