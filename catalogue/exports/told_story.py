"""A story as plain data: what a PDF is set from, and what an edition keeps of it.

It holds everything that is shown and nothing that is not: words, not columns. The contact is left out, for paper and
editions live longer than somebody's post.
"""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalogue.models import StoryPage
from catalogue.models.reading import Figure, Point
from core.links import absolute


def told_story(story: StoryPage) -> dict[str, Any]:
    """The story in words. Its own lists read as catalogue's templates read them, and JSON holds them."""
    reading, place = story.reading, story.place
    return {
        "title": story.title,
        "place": place.official_name,
        "name": place.name,
        "code": place.code,
        "summary": story.summary,
        "summary_sources": reading.summary_sources,
        "about": about(story),
        "standing": standing(story),
        "figures": [figure(each) for each in reading.figures],
        "sections": [[anchor, heading, points(told)] for anchor, heading, told in reading.sections],
        "results": [each._asdict() for each in reading.results],
        "difficulties": points(reading.difficulties),
        "advice": [[kind, heading, points(told)] for kind, heading, told in reading.advice],
        "advice_note": story.advice_note,
        "unknowns": [line.value for line in story.unknowns],
        "facts": [fact._asdict() | {"fact": fact.fact.value} for fact in reading.facts],
        "participation": points([reading.participation])[0] if reading.participation else None,
        "sources": [source(each) for each in story.sources.all()],
    }


def figure(told: Figure) -> dict[str, Any]:
    return told._asdict() | {"label": str(told.label)}


def points(told: list[Point]) -> list[dict[str, Any]]:
    return [{**point._asdict(), "text": str(point.text), "strength": point.strength} for point in told]


def source(told) -> dict[str, str]:
    return {name: str(getattr(told, name)) for name in ("title", "publisher", "published_text", "url", "note")}


def about(story: StoryPage) -> list[str]:
    """What the story is about, in a few words each: status and themes."""
    status = [capfirst(story.get_status_display())] if story.status else []
    return [*status, *(capfirst(str(theme)) for theme in story.themes.all())]


def standing(story: StoryPage) -> str:
    """Whether somebody stands by it, and since when."""
    reading = story.reading
    if reading.stopped:
        told = _("The municipality tells that the work stopped %(stopped)s.") % {"stopped": reading.stopped}
        return f"{told} {story.stopped_note}".strip()
    if reading.unconfirmed_since:
        told = _("Not confirmed since %(since)s.") % {"since": reading.unconfirmed_since}
        return f"{told} {_('Ask the municipality before you use the numbers.')}"
    return str(reading.confirmed or _("When it was last confirmed is not stated."))


def words() -> dict[str, str]:
    """What stands around a story on paper, as it does on the site."""
    return {
        "facts": _("Facts on the teams"),
        "fact": _("Detail"),
        "told": _("What is told"),
        "results": _("Results"),
        "no_results": _("No measured results are stated."),
        "hard": _("What was hard"),
        "advice": _("Advice to others"),
        "unknown": _("What we do not know"),
        "rooms": _("The development rooms"),
        "sources": _("Sources"),
        "not_stated": _("not stated"),
        "no_date": _("date not stated"),
        "period": _("Period:"),
        "whose": _("Source of the figure:"),
        "mind": _("Mind:"),
        "source": _("Source %(number)s") % {"number": "{number}"},
        "published_at": _("Read it on the site: {address}"),
    }


def address_of(story: StoryPage) -> str:
    return absolute(story.path_on_site)
