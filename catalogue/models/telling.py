"""A story's telling as HTML: all of its page but what is read beside it. Made once for a publication.

Facts, points and sources are the same for every reader, and making them was half the work of the page.
"""

from typing import TYPE_CHECKING, NamedTuple

from django.core.cache import caches
from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.fields import StreamField

from catalogue.explaining import explained_words

if TYPE_CHECKING:
    from catalogue.models.story import StoryPage

ROWS = ("themes", "sources", "profession_rows")
OF_THE_PAGE = ("pk", "title", "url_path", "first_published_at", "last_published_at")


class Telling(NamedTuple):
    place_name: str
    story: str
    sources: str


def telling(story: "StoryPage") -> Telling:
    """The telling of `story`: kept in memory for what everybody may read, made anew for a draft or a preview.

    Three queries, and one for the municipality, when it has to be made; none otherwise.
    """
    if not (story.is_open_to_all and story.last_published_at):
        return made(story)
    key = f"telling.{hash(state(story))}"
    found = caches["fragments"].get(key)
    if found is None:
        found = made(story)
        caches["fragments"].set(key, found)
    return found


def state(story: "StoryPage") -> tuple:
    """What changes when the telling does. Some columns are changed without a publication, such as the contact's, so
    all of them count; running text and rows change by publication alone. The day tells when a story was last confirmed
    too long ago."""
    columns = [each for each in story._meta.local_concrete_fields if not isinstance(each, StreamField)]
    told = (getattr(story, name) for name in (*OF_THE_PAGE, *(each.attname for each in columns)))
    return (timezone.localdate(), explained_words(), *told)


def made(story: "StoryPage") -> Telling:
    if story.pk:  # a preview of what was never saved carries its rows with it
        prefetch_related_objects([story], *ROWS)
    context = {
        "page": story,
        "place": story.place,
        "reading": story.reading,
        "municipality_address": story.path_on_site.removesuffix(f"{story.slug}/"),
    }
    return Telling(
        story.place.name,
        render_to_string("catalogue/components/telling.html", context),
        render_to_string("components/source_list.html", {"sources": story.sources.all()}),
    )
