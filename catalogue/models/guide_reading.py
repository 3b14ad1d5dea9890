"""The guide as it is read by one kind of reader: what is for everyone, and what is marked for them.

The number of a point is its place in its step whoever reads, so that one can speak of "2.4" at a meeting.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.enums import EVERYONE, Backing, GuideReader
from catalogue.models.story import StoryPage
from core.navigation import navigation
from core.source_keys import source_keys

if TYPE_CHECKING:
    from catalogue.models.guide import GuidePage, GuideSource, GuideStepPage

KEY = 8  # characters of a block's id: enough to tell sixty points apart
NAMED = 4  # names of places before "and others"


class Link(NamedTuple):
    title: str
    url: str
    here: bool = False


class StepRow(NamedTuple):
    number: int
    title: str
    url: str
    intro: str
    keys: list[str]


class Standing(NamedTuple):
    """How firmly a point stands: the bar from none to three, in words, and whose word it is."""

    strength: int
    label: str
    names: str


class Line(NamedTuple):
    who: str
    text: str


class Point(NamedTuple):
    number: int
    key: str
    kind: str
    text: str
    sides: tuple[str, str] | None
    lines: list[Line]
    readers: str
    standing: Standing
    sources: list[int]
    stories: list[Link]


def reader_named(word: str | None) -> GuideReader | None:
    """Who reads, by the word in the address. An unknown word is nobody in particular."""
    return GuideReader(word) if word in GuideReader.values else None


def start_of_addresses() -> int:
    """Where in a page's `url_path` its address on the site begins."""
    root = navigation().root
    return len(root.url_path) - 1 if root else 0


def addressed(url: str, reader: GuideReader | None) -> str:
    return f"{url}?for={reader.value}" if reader else url


def readers_of(url: str, reader: GuideReader | None) -> list[Link]:
    """The same page for everyone and for each kind of reader."""
    everyone = Link(_("Everyone"), url, reader is None)
    return [everyone, *(Link(str(each.label), addressed(url, each), each == reader) for each in GuideReader)]


def file_for(reader: GuideReader | None) -> str:
    """The address of the guide on paper."""
    return reverse("catalogue:guide_file", args=[reader.value if reader else EVERYONE])


def is_for(readers: list[str] | None, reader: GuideReader | None) -> bool:
    return not reader or not readers or reader.value in readers


def listed(names: Iterable[str]) -> str:
    *first, last = names
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def guide_title(page: "GuidePage", reader: GuideReader | None) -> str:
    return _("%(title)s for %(name)s") % {"title": page.title, "name": reader.label} if reader else page.title


def key_lists(points: Any) -> Iterator[list[str]]:
    return (source_keys(block.value["sources"]) for block in points)


def keys_shown(points: Any, reader: GuideReader | None) -> list[str]:
    """The short names of the sources of the points this reader is shown, in their order."""
    shown = (block for block in points if is_for(block.value["readers"], reader))
    return [key for keys in key_lists(shown) for key in keys]


def keys_of(points: Any, reader: GuideReader | None) -> list[str]:
    """The keys of the points this reader is shown, read without making the blocks."""
    shown = (block for block in points.raw_data if is_for(block["value"].get("readers"), reader))
    return [(block.get("id") or "")[:KEY] for block in shown]


def standing_of(sources: list["GuideSource"]) -> Standing:
    """Sources that tell of the same place are one voice, however many they are."""
    voices: list[set[str]] = []
    for source in sources:
        same = [voice for voice in voices if voice & source.voices]
        voices = [voice for voice in voices if voice not in same] + [source.voices.union(*same)]
    names = list(dict.fromkeys(name for source in sources for name in sorted(source.voices)))
    backing = backing_of(sources, len(voices), len(names))
    told = [*names[:NAMED], _("others")] if len(names) > NAMED + 1 else names
    return Standing(min(len(voices), 3), str(backing.label), listed(told) if told else "")


def backing_of(sources: list["GuideSource"], voices: int, names: int) -> Backing:
    told = {name for source in sources if source.places for name in source.voices}
    if not voices:
        return Backing.NONE
    if voices == 1:
        return Backing.ONE_PLACE if told and names == 1 else Backing.ONE_SOURCE
    return Backing.SHARED if len(told) > 1 else Backing.SEVERAL


class Basis:
    """The sources that `keys` name, numbered in that order, and the stories that rest on them. Two queries."""

    def __init__(self, sources, keys: list[str]):
        order = {key: place for place, key in enumerate(dict.fromkeys(keys))}
        known = list(sources.filter(key__in=order)) if order else []
        self.sources: list[GuideSource] = sorted(known, key=lambda source: order[source.key])
        self.numbers = {source.key: number for number, source in enumerate(self.sources, start=1)}
        self.by_key = {source.key: source for source in self.sources}
        self.stories = list(StoryPage.objects.live_public().standing_on(known)) if known else []
        self.start = start_of_addresses()

    def of(self, keys: list[str]) -> list["GuideSource"]:
        return [self.by_key[key] for key in keys if key in self.by_key]

    def stories_on(self, sources: list["GuideSource"]) -> list[Link]:
        """Each story once, by the names of their municipalities."""
        urls = {source.url for source in sources if source.url}
        titles = {source.title for source in sources if not source.url}
        found = {
            pk: Link(name, url_path[self.start :])
            for pk, url_path, name, url, title in self.stories
            if (url in urls if url else title in titles)
        }
        return list(found.values())


def points_of(stream: Any, reader: GuideReader | None, basis: Basis) -> list[Point]:
    told = enumerate(stream, start=1)
    return [point(block, number, reader, basis) for number, block in told if is_for(block.value["readers"], reader)]


def point(block: Any, number: int, reader: GuideReader | None, basis: Basis) -> Point:
    value, keys = block.value, source_keys(block.value["sources"])
    sources = basis.of(keys)
    lines = [line for line in value["lines"] if is_for([line["reader"]], reader)]
    return Point(
        number=number,
        key=(block.id or "")[:KEY],
        kind=block.block_type,
        text=value["text"],
        sides=(value["one_side"], value["other_side"]) if block.block_type == "dilemma" else None,
        lines=[Line(str(GuideReader(line["reader"]).label), line["text"]) for line in lines],
        readers=listed(str(GuideReader(word).label) for word in value["readers"]) if value["readers"] else "",
        standing=standing_of(sources),
        sources=[basis.numbers[source.key] for source in sources],
        stories=basis.stories_on(sources),
    )


class GuideReading:
    """The front of the guide."""

    def __init__(self, page: "GuidePage", steps: list["GuideStepPage"], reader: GuideReader | None):
        self.page, self.reader, self.steps_to_read = page, reader, steps

    @property
    def reader_name(self) -> str:
        return str(self.reader.label) if self.reader else ""

    @cached_property
    def readers(self) -> list[Link]:
        return readers_of(self.page.path_on_site, self.reader)

    @property
    def title(self) -> str:
        return guide_title(self.page, self.reader)

    @cached_property
    def line(self) -> str:
        return self.page.line_for(self.reader)

    @property
    def file(self) -> str:
        return file_for(self.reader)

    @cached_property
    def steps(self) -> list[StepRow]:
        return [
            StepRow(
                number,
                step.title,
                addressed(step.path_on_site, self.reader),
                step.intro,
                keys_of(step.points, self.reader),
            )
            for number, step in enumerate(self.steps_to_read, start=1)
        ]

    @property
    def point_count(self) -> int:
        return sum(len(step.keys) for step in self.steps)


class StepReading:
    """One step, with the way to those before and after it."""

    def __init__(self, page: "GuideStepPage", sources, sisters, reader: GuideReader | None):
        self.page, self.reader = page, reader
        self.known_sources, self.sisters = sources, sisters

    @property
    def reader_name(self) -> str:
        return str(self.reader.label) if self.reader else ""

    @cached_property
    def readers(self) -> list[Link]:
        return readers_of(self.page.path_on_site, self.reader)

    @property
    def file(self) -> str:
        return file_for(self.reader)

    @cached_property
    def trail(self) -> list[dict]:
        """The pages above, the guide's own with the reader in their addresses."""
        front, *inside = self.page.trail() or [{}]
        return [front, *(each | {"url": addressed(each["url"], self.reader)} for each in inside)]

    @cached_property
    def steps(self) -> list[Link]:
        start = start_of_addresses()
        return [
            Link(title, addressed(url_path[start:], self.reader), pk == self.page.pk)
            for pk, title, url_path in self.sisters
        ]

    @cached_property
    def number(self) -> int | None:
        """None while the step is a draft, which has no place yet."""
        return next((number for number, step in enumerate(self.steps, start=1) if step.here), None)

    @property
    def previous(self) -> Link | None:
        return self.steps[self.number - 2] if self.number and self.number > 1 else None

    @property
    def next(self) -> Link | None:
        return self.steps[self.number] if self.number and self.number < len(self.steps) else None

    @cached_property
    def basis(self) -> Basis:
        return Basis(self.known_sources, keys_shown(self.page.points, self.reader))

    @cached_property
    def points(self) -> list[Point]:
        return points_of(self.page.points, self.reader, self.basis)
