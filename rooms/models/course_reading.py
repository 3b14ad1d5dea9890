"""The course as it is read: steps with dates in words, points with the numbers of their sources."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.partial_dates import format_partial_date
from core.source_keys import source_keys
from rooms.enums import Evidence, Outcome

if TYPE_CHECKING:
    from rooms.models.pages import CourseEvent, RoomsIndexPage


class Point(NamedTuple):
    text: str
    note: str
    sources: list[int]


class Step(NamedTuple):
    when: str
    type: str
    title: str
    text: str
    details: str
    inference: str
    planned: bool
    sources: list[int]


class Criterion(NamedTuple):
    text: str
    outcome: str
    outcome_text: str
    note: str
    sources: list[int]


class Comparison(NamedTuple):
    what: str
    planned: str
    happened: str
    sources: list[int]


class Round(NamedTuple):
    name: str
    period: str
    text: str
    named: str
    unnamed: int | None
    comparisons: list[Comparison]
    sources: list[int]


class CourseReading:
    def __init__(self, page: "RoomsIndexPage"):
        self.page = page

    @cached_property
    def source_list(self) -> list:
        return list(self.page.sources.all())

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {source.key: place for place, source in enumerate(self.source_list, start=1)}

    def sources(self, keys: str | None) -> list[int]:
        return [self.numbers[key] for key in source_keys(keys) if key in self.numbers]

    def points(self, field: str) -> list[Point]:
        told: Any = getattr(self.page, field)
        return [
            Point(block.value["text"], block.value["note"] or "", self.sources(block.value["sources"]))
            for block in told
        ]

    @property
    def about(self) -> list[Point]:
        return self.points("about")

    @property
    def topics(self) -> list[Point]:
        return self.points("topics")

    @property
    def sections(self) -> list[tuple[str, str, list[Point]]]:
        """The lists after the course: anchor, heading, points. Those with nothing in them are left out."""
        told = (
            ("evalueret", _("Evaluations"), "evaluations"),
            ("omkring", _("What went on around them"), "context"),
            ("uenighed", _("Where the sources disagree or are silent"), "loose_ends"),
        )
        return [(anchor, heading, self.points(field)) for anchor, heading, field in told if getattr(self.page, field)]

    @cached_property
    def rounds(self) -> list[Round]:
        return [self.round(block.value) for block in self.page.rounds]

    def round(self, value) -> Round:
        rows = [
            Comparison(row["what"], row["planned"] or "", row["happened"] or "", self.sources(row["sources"]))
            for row in value["comparisons"]
        ]
        return Round(
            name=value["name"],
            period=value["period"] or "",
            text=value["text"] or "",
            named=value["named"] or "",
            unnamed=value["unnamed"],
            comparisons=rows,
            sources=self.sources(value["sources"]),
        )

    @cached_property
    def criteria(self) -> list[Criterion]:
        told = [block.value for block in self.page.criteria]
        return [
            Criterion(
                value["text"],
                value["outcome"],
                capfirst(str(Outcome(value["outcome"]).label)),
                value["note"] or "",
                self.sources(value["sources"]),
            )
            for value in told
        ]

    @cached_property
    def years(self) -> list[tuple[str, list[Step]]]:
        """The steps by year, in the order they are kept; what has no date comes where it stands."""
        years: list[tuple[str, list[Step]]] = []
        for event in self.page.events.all():
            year = event.date[:4] or (years[-1][0] if years else "")
            if not years or years[-1][0] != year:
                years.append((year, []))
            years[-1][1].append(self.step(event))
        return years

    def step(self, event: "CourseEvent") -> Step:
        return Step(
            when(event),
            capfirst(str(event.get_type_display())),
            event.title,
            event.text,
            " · ".join(details(event)),
            event.inference,
            event.evidence == Evidence.PLANNED,
            self.sources(event.source_keys),
        )


def when(event: "CourseEvent") -> str:
    start, end = format_partial_date(event.date), format_partial_date(event.end_date)
    if not start:
        return _("date not stated")
    if event.is_approximate:
        start = _("about %(date)s") % {"date": start}
    return f"{start} – {end}" if end else start


def details(event: "CourseEvent") -> list[str]:
    told = [event.place]
    if event.municipalities:
        count = event.municipalities
        told.append(ngettext("%(count)s municipality", "%(count)s municipalities", count) % {"count": count})
    if event.participants:
        number = event.participants_note or str(event.participants)
        told.append(_("%(number)s participants") % {"number": number})
    if event.themes:
        told.append(_("Themes: %(themes)s") % {"themes": event.themes})
    return [text for text in told if text]
