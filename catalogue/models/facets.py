"""The catalogue's filters: what the reader chose in the address, and how many stories each further choice leaves.

Within a filter the choices widen (leader or staff), between filters they narrow (leader and trial). The parts of the
address are Danish, as the pages are; what is not known there is left alone.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalogue.enums import (
    AUDIENCE_WORDS,
    NOT_STATED,
    PROFESSION_WORDS,
    ROOM_WORDS,
    SELF_MANAGEMENT_WORDS,
    STATUS_WORDS,
    MunicipalitySize,
    TeamSize,
    Theme,
)
from catalogue.models.comparison import TICK, ticked
from catalogue.models.story_index import ABROAD, Stamp, StoryIndex, story_index

NEWEST, CONFIRMED, NAME = "nyeste", "bekraeftet", "kommune"
ORDERS = {NEWEST: _("newest first"), CONFIRMED: _("last confirmed first"), NAME: _("municipality, by name")}

type Words = Mapping[str, Any]  # word in the address: what it is called


def labels(words: Mapping[Any, str], *, not_stated: bool = False) -> Words:
    """The words of an enum's members with their labels, and last the word for what no source tells."""
    told = {word: member.label for member, word in words.items()}
    return told | {NOT_STATED: _("not stated")} if not_stated else told


def regions(index: StoryIndex) -> Words:
    return index.regions | {ABROAD: _("outside Denmark")}


class Filter(NamedTuple):
    heading: Any
    words: Words | Callable[[StoryIndex], Words]
    note: Any = ""

    def words_in(self, index: StoryIndex) -> Words:
        return self.words(index) if callable(self.words) else self.words


FILTERS = {
    "tema": Filter(_("Theme"), dict(Theme.choices)),
    "status": Filter(_("How far are they?"), labels(STATUS_WORDS, not_stated=True)),
    "teamstoerrelse": Filter(
        _("Size of the team"),
        dict(TeamSize.choices) | {NOT_STATED: _("not stated")},
        _("Employees or full-time posts, as the story tells it."),
    ),
    "selvstyring": Filter(
        _("Self-management"),
        labels(SELF_MANAGEMENT_WORDS, not_stated=True),
        _("On the common scale, from least to most."),
    ),
    "maalgruppe": Filter(_("Written for"), labels(AUDIENCE_WORDS)),
    "faggruppe": Filter(_("Professions in the team"), labels(PROFESSION_WORDS)),
    "kommunestoerrelse": Filter(_("Inhabitants of the municipality"), dict(MunicipalitySize.choices)),
    "region": Filter(pgettext_lazy("heading", "Region"), regions),
    "rum": Filter(_("Took part in the development rooms"), labels(ROOM_WORDS, not_stated=True)),
}


class Option(NamedTuple):
    value: str
    label: str
    stories: int
    chosen: bool


class Facet(NamedTuple):
    name: str
    heading: str
    note: str
    options: list[Option]
    chosen: int


class Chosen(NamedTuple):
    """A choice made, and the address without it."""

    label: str
    without: str


class WayOut(NamedTuple):
    """A filter that alone keeps all stories out: its choices, the address without them, and what there is then."""

    label: str
    without: str
    stories: int


class Choices:
    def __init__(self, address: QueryDict):
        self.index = story_index()
        self.words = {name: known.words_in(self.index) for name, known in FILTERS.items()}
        self.chosen = {
            name: [word for word in dict.fromkeys(address.getlist(name)) if word in words]
            for name, words in self.words.items()
        }
        self.ticked = ticked(address)
        order = str(address.get("sortering"))
        self.order = order if order in ORDERS else NEWEST

    @property
    def key(self) -> tuple:
        """The same for the same choices, in whatever order they were made."""
        return tuple(frozenset(words) for words in self.chosen.values())

    def results(self) -> Sequence[Stamp]:
        """The stories that answer every filter, in the order asked for."""
        places = {CONFIRMED: self.index.by_confirmation, NAME: self.index.by_name}.get(self.order)
        return self.index.stories(self.found(), places)

    def found(self, *, but: str = "") -> int:
        """The stories that answer the filters, one of them left out, as bits."""
        found = self.index.everything
        for name, bits in self.asked.items():
            if name != but:
                found &= bits
        return found

    @cached_property
    def asked(self) -> dict[str, int]:
        """The stories that each filter in use lets through."""
        asked = {}
        for name, words in self.chosen.items():
            if words:
                asked[name] = 0
                for word in words:
                    asked[name] |= self.index.answering(name, word)
        return asked

    def facets(self) -> list[Facet]:
        return [
            Facet(name, str(known.heading), str(known.note), self.options(name), len(self.chosen[name]))
            for name, known in FILTERS.items()
        ]

    def options(self, name: str) -> list[Option]:
        """Each choice with how many stories it would leave. What no story at all answers is no choice."""
        others, chosen = self.found(but=name), self.chosen[name]
        counted = [(word, label, self.index.answering(name, word)) for word, label in self.words[name].items()]
        return [
            Option(word, capfirst(str(label)), (bits & others).bit_count(), word in chosen)
            for word, label, bits in counted
            if bits or word in chosen
        ]

    def made(self) -> list[Chosen]:
        return [
            Chosen(self.chip(name, word), self.query(without={(name, word)}))
            for name, words in self.chosen.items()
            for word in words
        ]

    def ways_out(self) -> list[WayOut]:
        """Where nothing is found: the filters one of which may be left out, those that leave most first."""
        ways = [
            WayOut(
                str(pgettext_lazy("between choices", " or ")).join(self.chip(name, word) for word in words),
                self.query(without={(name, word) for word in words}),
                self.found(but=name).bit_count(),
            )
            for name, words in self.chosen.items()
            if words
        ]
        return sorted((way for way in ways if way.stories), key=lambda way: -way.stories)

    def chip(self, name: str, word: str) -> str:
        """The choice in a few words that say what they are about when they stand alone."""
        label = str(self.words[name][word])
        alone = name in ("tema", "maalgruppe", "faggruppe", "selvstyring", "status") and word != NOT_STATED
        return capfirst(label) if alone else f"{FILTERS[name].heading}: {label}"

    def orders(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in ORDERS.items()]

    def query(self, *, without: Collection[tuple[str, str]] = ()) -> str:
        """The choices as they stand in the address, the page left out."""
        address = QueryDict(mutable=True)
        for name, words in self.chosen.items():
            address.setlist(name, [word for word in words if (name, word) not in without])
        if self.order != NEWEST:
            address["sortering"] = self.order
        if self.ticked:
            address.setlist(TICK, [str(number) for number in self.ticked])
        return address.urlencode()
