"""The catalogue's rows, each rendered once for a publication and kept in memory: they are the same for every reader.

Rendering twenty rows was half the work of the listing. A row changes only when its story is published or moved, and
both change its stamp; what else stands in it, the municipality's name and cover, is an hour old at most.
"""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.core.cache import caches
from django.template.loader import render_to_string

from catalogue.models import StoryPage

TEMPLATE = "catalogue/components/story_row.html"


class Stamp(NamedTuple):
    """What tells one state of a published story from another (StoryQuerySet.stamps)."""

    pk: int
    last_published_at: datetime.datetime | None
    url_path: str

    def key(self, first: bool) -> str:
        at = self.last_published_at.timestamp() if self.last_published_at else 0
        return f"story-row.{self.pk}.{at}.{hash(self.url_path)}.{first:d}"


def story_rows(stamps: Iterable[tuple]) -> list[str]:
    """The rows as HTML, in the order of `stamps`. The first one's picture is loaded at once, the others' when needed.

    Two queries when a row has to be rendered, none otherwise.
    """
    keys = {stamp.pk: stamp.key(first=place == 0) for place, stamp in enumerate(map(Stamp._make, stamps))}
    rows = caches["fragments"].get_many(keys.values())
    missing = [pk for pk, key in keys.items() if key not in rows]
    if missing:
        first = next(iter(keys))
        stories = StoryPage.objects.filter(pk__in=missing).with_listing()
        made = {keys[story.pk]: rendered(story, first=story.pk == first) for story in stories}
        caches["fragments"].set_many(made)
        rows |= made
    return [rows[key] for key in keys.values() if key in rows]


def rendered(story: StoryPage, *, first: bool) -> str:
    return render_to_string(TEMPLATE, {"story": story, "full": True, "first": first})
