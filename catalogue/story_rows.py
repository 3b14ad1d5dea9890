"""The catalogue's rows and filters, rendered once for a publication and kept in memory: they are the same for all.

Rendering twenty rows was half the work of the listing. A row changes only when its story is published or moved, and
both change its stamp; what else stands in it, the municipality's name and cover, is an hour old at most.
"""

from collections.abc import Iterable

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from catalogue.models import StoryPage
from catalogue.models.facets import Choices
from catalogue.models.story_index import Stamp

FILTERS, MOST_FILTERS = "catalogue/components/facets.html", 500
TEMPLATE = "catalogue/components/story_row.html"
TICKED = 'value="{}"'  # in the row's only input


def key_of(stamp: Stamp, *, first: bool) -> str:
    at = stamp.last_published_at.timestamp() if stamp.last_published_at else 0
    return f"story-row.{stamp.pk}.{at}.{hash(stamp.url_path)}.{first:d}"


def story_rows(stamps: Iterable[Stamp], ticked: Iterable[int] = ()) -> list[str]:
    """The rows as HTML, in the order of `stamps`, those `ticked` to be compared with their tick. The first one's
    picture is loaded at once, the others' when needed.

    Two queries when a row has to be rendered, none otherwise.
    """
    keys = {stamp.pk: key_of(stamp, first=place == 0) for place, stamp in enumerate(stamps)}
    rows = caches["fragments"].get_many(keys.values())
    missing = [pk for pk, key in keys.items() if key not in rows]
    if missing:
        first = next(iter(keys))
        stories = StoryPage.objects.filter(pk__in=missing).with_listing()
        made = {keys[story.pk]: rendered(story, first=story.pk == first) for story in stories}
        caches["fragments"].set_many(made)
        rows |= made
    ticks = {keys[pk]: TICKED.format(pk) for pk in ticked if pk in keys}
    told = ((rows[key], ticks.get(key)) for key in keys.values() if key in rows)
    return [mark_safe(row.replace(tick, f"{tick} checked", 1)) if tick else row for row, tick in told]  # noqa: S308 (rows are rendered)


def elsewhere(stamps: Iterable[Stamp], ticked: Iterable[int]) -> list[int]:
    """The stories ticked that are not among `stamps`: on another side of the list, or filtered away."""
    here = {stamp.pk for stamp in stamps}
    return [pk for pk in ticked if pk not in here]


def rendered(story: StoryPage, *, first: bool) -> str:
    return render_to_string(TEMPLATE, {"story": story, "full": True, "first": first, "tick": True})


def facet_panel(choices: Choices) -> str:
    """The filters as HTML with their counts, kept with the stories they are counted among."""
    kept, key = choices.index.kept, (facet_panel, choices.key)
    panel = kept.get(key)
    if panel is None:
        if len(kept) >= MOST_FILTERS:
            kept.clear()
        panel = kept[key] = render_to_string(FILTERS, {"choices": choices})
    return panel
