"""The catalogue's filters: what the reader chose in the address, and how many stories each further choice leaves.

Within a filter the choices widen (leader or staff), between filters they narrow (leader and trial). The parts of the
address are Danish, as the pages are; what is not known there is left alone.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import CharField, Count, F, Q, Value
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from catalogue.enums import Audience, Status, Theme
from catalogue.models.story import StoryPage, StoryTheme
from catalogue.querysets import StoryQuerySet, danish_order

FILTERS = {"maalgruppe": Audience, "tema": Theme, "status": Status}
HEADINGS = {"maalgruppe": _("Written for"), "tema": _("Theme"), "status": _("How far are they?")}
NEWEST, NAME = "nyeste", "kommune"
# The counting query by the choices it is for. It asks about all public stories, so nothing else decides its text.
WRITTEN: dict[tuple, tuple[str, tuple]] = {}
MOST_WRITTEN = 500
ORDERS = {NEWEST: _("newest first"), NAME: _("municipality, by name")}


class Option(NamedTuple):
    value: str
    label: str
    stories: int
    chosen: bool


class Facet(NamedTuple):
    name: str
    heading: str
    options: list[Option]


class Chosen(NamedTuple):
    """A choice made, and the address without it."""

    label: str
    without: str
    helps: bool


class Choices:
    def __init__(self, address: QueryDict):
        self.stories = public_stories()
        self.chosen = {
            name: [value for value in dict.fromkeys(address.getlist(name)) if value in choices.values]
            for name, choices in FILTERS.items()
        }
        order = str(address.get("sortering"))
        self.order = order if order in ORDERS else NEWEST

    def results(self) -> StoryQuerySet:
        found = self.stories.filter(self.condition())
        if self.order == NAME:
            return found.order_by(danish_order("municipality__name"), "title", "pk")
        return found.newest()

    def condition(self, *, but: str = "") -> Q:
        """What the choices ask of a story, those of one filter left out."""
        asked = Q()
        for name, values in self.chosen.items():
            if values and name != but:
                asked &= self.asks(name, values)
        return asked

    def asks(self, name: str, values: Iterable[str]) -> Q:
        if name == "maalgruppe":
            return Q(*((f"for_{value}", True) for value in values), _connector=Q.OR)
        if name == "tema":
            return Q(pk__in=StoryTheme.objects.filter(theme__in=values).values("page"))
        return Q(status__in=values)

    @cached_property
    def counts(self) -> dict[tuple[str, str], int]:
        """How many stories each choice would leave, in one query.

        Django takes longer to write it than the database to answer, so what it wrote for these choices is kept.
        """
        key = tuple((name, tuple(values)) for name, values in self.chosen.items())
        if key not in WRITTEN:
            if len(WRITTEN) >= MOST_WRITTEN:
                WRITTEN.clear()
            WRITTEN[key] = self.counting().query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(*WRITTEN[key])
            return {(facet, choice): n for facet, choice, n in cursor.fetchall()}

    def counting(self) -> StoryQuerySet:
        """Rows of facet, choice and number."""
        by_status = self.counted("status", F("status"), self.within("status"))
        by_theme = self.counted("tema", F("themes__theme"), self.within("tema"))
        others = self.within("maalgruppe")
        by_audience = [
            self.counted("maalgruppe", Value(each.value), others.filter(**{f"for_{each.value}": True}))
            for each in Audience
        ]
        return by_status.union(by_theme, *by_audience, all=True)

    def within(self, name: str) -> StoryQuerySet:
        return self.stories.filter(self.condition(but=name)).order_by()

    def counted(self, name: str, choice, stories: StoryQuerySet):
        facet, choice = Value(name, CharField()), choice if isinstance(choice, F) else Value(choice.value, CharField())
        return stories.values(facet=facet, choice=choice).annotate(n=Count("pk", distinct=True))

    def facets(self) -> list[Facet]:
        return [Facet(name, str(HEADINGS[name]), self.options(name)) for name in FILTERS]

    def options(self, name: str) -> list[Option]:
        choices: Any = FILTERS[name]
        return [
            Option(each.value, capfirst(each.label), self.counts.get((name, each.value), 0), each in self.chosen[name])
            for each in choices
        ]

    def made(self) -> list[Chosen]:
        """The choices made, each with the address without it and whether its filter is what keeps all stories out."""
        return [
            Chosen(capfirst(FILTERS[name](value).label), self.query(without=(name, value)), self.helps(name))
            for name, values in self.chosen.items()
            for value in values
        ]

    def helping(self) -> list[Chosen]:
        return [choice for choice in self.made() if choice.helps]

    def orders(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in ORDERS.items()]

    def helps(self, name: str) -> bool:
        return any(count for (facet, _choice), count in self.counts.items() if facet == name)

    def query(self, *, without: tuple[str, str] | None = None) -> str:
        """The choices as they stand in the address, the page left out."""
        address = QueryDict(mutable=True)
        for name, values in self.chosen.items():
            address.setlist(name, [value for value in values if (name, value) != without])
        if self.order != NEWEST:
            address["sortering"] = self.order
        return address.urlencode()


def public_stories() -> StoryQuerySet:
    return StoryPage.objects.live_public()
