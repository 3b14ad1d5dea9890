"""What the listings ask of every public story, held in memory: which choices of the filters it answers, and its place
in each order.

A choice is one whole number with a bit for each story, so that counting and narrowing are sums and cuts of numbers and
cost the same among a hundred stories and among ten thousand. It is read anew when a story, or what a story is filtered
by, has changed (catalogue.models.catalogue_change), and each day, since regions have days of validity.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice
from threading import Lock
from typing import Any, NamedTuple

from django.db.models import F, FilteredRelation, Q
from django.utils import timezone

from catalogue.enums import (
    AUDIENCE_WORDS,
    NOT_STATED,
    PROFESSION_WORDS,
    ROOM_WORDS,
    SELF_MANAGEMENT_WORDS,
    STATUS_WORDS,
    MunicipalitySize,
    TeamSize,
)
from catalogue.models.catalogue_change import catalogue_stamp
from catalogue.models.story import StoryPage, StoryProfession, StoryTheme
from catalogue.models.wording import readable_slug, short_region
from catalogue.querysets import danish_order

ABROAD = "udlandet"
FLAGS = bytes.maketrans(b"01", b"\x00\x01")


class Stamp(NamedTuple):
    """What tells one state of a published story from another."""

    pk: int
    last_published_at: datetime.datetime | None
    url_path: str


class Told(NamedTuple):
    """Of a story what it is filtered and ordered by."""

    pk: int
    last_published_at: datetime.datetime | None
    url_path: str
    first_published_at: datetime.datetime | None
    last_confirmed_on: str
    status: str
    for_leader: bool
    for_staff: bool
    for_project_leader: bool
    team_size_min: Any
    team_size_max: Any
    self_management_level: int | None
    participation: str
    municipality_id: int
    municipality__population: int | None
    municipality__country: str
    region: str | None


class StoryIndex:
    """The public stories, newest first: a story's place is its bit."""

    def __init__(self, stories: Iterable[Told], named: Iterable[tuple[int, str]]):
        by_name = list(stories)
        told = sorted(by_name, key=newness, reverse=True)
        place_of = {story.pk: place for place, story in enumerate(told)}
        self.stamps = [Stamp(*story[:3]) for story in told]
        self.everything = (1 << len(told)) - 1
        self.stories_in = Counter(story.municipality_id for story in told)
        self.regions = {readable_slug(name): name for name in sorted({region_of(story) for story in told} - {""})}
        self.by_name = [place_of[story.pk] for story in by_name]
        # Python's sort is stable: among those confirmed at the same time the newest comes first.
        self.by_confirmation = sorted(range(len(told)), key=lambda place: told[place].last_confirmed_on, reverse=True)
        self.bits = bits(chain(own_words(told), row_words(place_of, named)), len(told))
        self.kept: dict[Hashable, Any] = {}  # what others work out from it, and forget with it

    def answering(self, facet: str, word: str) -> int:
        """The stories that answer a choice, as bits."""
        return self.bits.get((facet, word), 0)

    def stories(self, chosen: int, order: Sequence[int] | None = None) -> "Found":
        """The stories of these bits, newest first or in `order`."""
        return Found(self.stamps, chosen, range(len(self.stamps)) if order is None else order)


class Found(Sequence[Stamp]):
    """Some of the stories in an order. Those of a page are looked up when it is shown, no further than to its end."""

    def __init__(self, stamps: list[Stamp], chosen: int, order: Sequence[int]):
        self.stamps, self.chosen, self.order = stamps, chosen, order

    def __len__(self) -> int:
        return self.chosen.bit_count()

    def __getitem__(self, wanted):
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        start, stop, _step = wanted.indices(len(self))
        return [self.stamps[place] for place in islice(self.places(), start, stop)]

    def places(self) -> Iterator[int]:
        flags = f"{self.chosen:0{len(self.stamps)}b}".encode().translate(FLAGS)[::-1]
        return (place for place in self.order if flags[place])


def newness(story: Told) -> tuple[float, int]:
    return story.first_published_at.timestamp() if story.first_published_at else 0, story.pk


def region_of(story: Told) -> str:
    return short_region(story.region)


def own_words(stories: list[Told]) -> Iterator[tuple[str, str, int]]:
    """Facet, choice and place, for all that stands in the story's own columns."""
    for place, story in enumerate(stories):
        yield "status", STATUS_WORDS.get(story.status, NOT_STATED), place
        yield "selvstyring", SELF_MANAGEMENT_WORDS.get(story.self_management_level, NOT_STATED), place
        yield "rum", ROOM_WORDS.get(story.participation, NOT_STATED), place
        for chosen, word in zip(story[6:9], AUDIENCE_WORDS.values(), strict=True):
            if chosen:
                yield "maalgruppe", word, place
        sizes: list[str] = [*TeamSize.of(story.team_size_min, story.team_size_max)]
        for size in sizes or [NOT_STATED]:
            yield "teamstoerrelse", size, place
        if people := MunicipalitySize.of(story.municipality__population):
            yield "kommunestoerrelse", people, place
        region = readable_slug(region_of(story)) if story.municipality__country == "DK" else ABROAD
        yield "region", region, place


def row_words(place_of: dict[int, int], named: Iterable[tuple[int, str]]) -> Iterator[tuple[str, str, int]]:
    """The same for themes and professions, which have rows of their own. Drafts have such rows too."""
    for pk, value in named:
        if pk in place_of:
            profession = PROFESSION_WORDS.get(value)
            yield ("faggruppe", profession, place_of[pk]) if profession else ("tema", value, place_of[pk])


def bits(words: Iterable[tuple[str, str, int]], stories: int) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], bytearray] = defaultdict(lambda: bytearray(stories // 8 + 1))
    for facet, word, place in words:
        found[facet, word][place >> 3] |= 1 << (place & 7)
    return {choice: int.from_bytes(flags, "little") for choice, flags in found.items()}


class Held(NamedTuple):
    key: tuple
    stories: StoryIndex


_held: Held | None = None
_reading = Lock()


def story_index() -> StoryIndex:
    """The public stories as they are now. One query, and two more when something has changed."""
    global _held
    # The stamp is asked for first: what is read after it can only be newer than it says.
    key = (catalogue_stamp(), timezone.localdate())
    held = _held
    if held is not None and held.key == key:
        return held.stories
    with _reading:  # those who come meanwhile wait for the one who reads
        if _held is None or _held.key != key:
            _held = Held(key, read_index(on=key[1]))
        return _held.stories


def read_index(*, on: datetime.date) -> StoryIndex:
    periods = "municipality__region_periods"
    in_force = Q(**{f"{periods}__valid_from__lte": on}) & (
        Q(**{f"{periods}__valid_until": None}) | Q(**{f"{periods}__valid_until__gt": on})
    )
    stories = StoryPage.objects.live_public().annotate(
        period=FilteredRelation(periods, condition=in_force), region=F("period__region__name")
    )
    by_name = stories.order_by(danish_order("municipality__name"), "title", "pk")
    themes = StoryTheme.objects.order_by().values_list("page_id", "theme")
    professions = StoryProfession.objects.order_by().values_list("page_id", "profession")
    named = themes.union(professions, all=True).order_by()
    return StoryIndex([Told(*row) for row in by_name.values_list(*Told._fields)], named)
