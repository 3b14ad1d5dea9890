"""Which points of the guide a story shows: those that rest on a source of the story's.

The guide is read once and kept in the `local` cache, so that a story's page asks the database nothing for them. It is
forgotten when the guide is published or withdrawn (catalogue.guide_signals), and a minute old at most in the other
processes.
"""

from typing import NamedTuple

from django.core.cache import caches

from catalogue.models import GuidePage, GuideSource, GuideStepPage, StoryPage
from core.source_keys import source_keys

KEY = "catalogue.guide_points"

type Same = tuple[str, str]


class ShownPoint(NamedTuple):
    """A point as a story's page tells of it. It sorts in the guide's order."""

    step: int
    place: int
    text: str
    url: str

    @property
    def number(self) -> str:
        return f"{self.step}.{self.place}"


def points_shown_by(story: StoryPage) -> list[ShownPoint]:
    """In the guide's order. Asks for `story.sources`, which the story's page has at hand."""
    by_source = guide_points()
    return sorted({point for source in story.sources.all() for point in by_source.get(same(source), ())})


def guide_points() -> dict[Same, list[ShownPoint]]:
    found = caches["local"].get(KEY)
    if found is None:
        found = _read()
        caches["local"].set(KEY, found)
    return found


def forget() -> None:
    caches["local"].delete(KEY)


def same(source) -> Same:
    """What two sources have in common when they are one: the address, or the title where there is none."""
    return ("url", source.url) if source.url else ("title", source.title)


def _read() -> dict[Same, list[ShownPoint]]:
    """Of the guide as everyone may read it. Two queries, and a third where there is a guide with steps."""
    found: dict[Same, list[ShownPoint]] = {}
    guide = GuidePage.objects.live_public().first()
    if guide is None:
        return found
    steps = list(GuideStepPage.objects.live_public().in_order(guide.path))
    sources = {row.key: same(row) for row in GuideSource.objects.filter(page=guide)}
    for number, step in enumerate(steps, start=1):
        for place, block in enumerate(step.points, start=1):
            point = ShownPoint(number, place, block.value["text"], f"{step.path_on_site}#punkt-{place}")
            for key in source_keys(block.value["sources"]):
                if key in sources:
                    found.setdefault(sources[key], []).append(point)
    return found
