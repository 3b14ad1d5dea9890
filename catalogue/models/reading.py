"""A story as it is read: facts in words and units, points with the numbers of their sources, figures at a glance.

Empty stays empty; the templates say that it is not stated.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from catalogue.enums import (
    ConfirmedBy,
    Fact,
    Firmness,
    LeaderSpanUnit,
    Participation,
    SelfManagement,
    Status,
    TeamSizeUnit,
)
from catalogue.models.reading_parts import FactRow, Figure, Point, Result
from catalogue.models.wording import MILLION, money_text, number_text, qualified
from core.partial_dates import format_partial_date, last_day, months_after
from core.source_keys import source_keys

if TYPE_CHECKING:
    from catalogue.models.story import StoryPage

A_YEAR = 12  # months


class StoryReading:
    def __init__(self, story: "StoryPage"):
        self.story = story

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number each source is told by: its place in the list."""
        return {source.key: place for place, source in enumerate(self.story.sources.all(), start=1)}

    def sources(self, keys: str) -> list[int]:
        return [self.numbers[key] for key in source_keys(keys) if key in self.numbers]

    # Facts

    @cached_property
    def facts(self) -> list[FactRow]:
        return [self.fact(fact) for fact in Fact]

    def fact(self, fact: Fact) -> FactRow:
        value, told = self.value(fact)
        notes = [note for note in (told, getattr(self.story, f"{fact.value}_note")) if note]
        if not value and notes:
            value = notes.pop(0)
        note = ". ".join(note.rstrip(".") for note in notes)
        sources = self.sources(getattr(self.story, f"{fact.value}_sources"))
        return FactRow(fact, capfirst(str(fact.label)), value, note, sources)

    def value(self, fact: Fact) -> tuple[str, str]:
        """The fact in words, and what belongs to its value but stands below it."""
        story = self.story
        match fact:
            case Fact.STATUS:
                return capfirst(story.get_status_display()), ""
            case Fact.PERIOD:
                return self.period, ""
            case Fact.PROFESSIONS:
                return self.professions, ""
            case Fact.SELF_MANAGEMENT:
                return story.self_management, self.step
            case Fact.FUNDING:
                return (self.amount, story.funding) if self.amount else (story.funding, "")
            case Fact.VARIANT | Fact.AREA:
                return getattr(story, fact.value), ""
            case _:
                return " ".join(filter(None, [self.range(fact), self.unit(fact)])) if self.range(fact) else "", ""

    def range(self, fact: Fact) -> str:
        """The number or numbers without a unit: "8–10", "ca. 40", "højst 12"."""
        low, high, qualifier = (getattr(self.story, f"{fact.value}_{part}") for part in ("min", "max", "qualifier"))
        if low is None and high is None:
            return ""
        if low is None:
            return pgettext("number", "at most %(number)s") % {"number": number_text(high)}
        text = number_text(low)
        if high is not None and high != low:
            text = f"{text}–{number_text(high)}"
        return qualified(text, qualifier)

    def unit(self, fact: Fact) -> str:
        high, low = (getattr(self.story, f"{fact.value}_{part}") for part in ("max", "min"))
        many = 1 if (high or low) == 1 else 2
        if fact == Fact.TEAM_SIZE and self.story.team_size_unit == TeamSizeUnit.FULL_TIME_POSTS:
            return ngettext("full-time post", "full-time posts", many)
        teams = fact == Fact.LEADER_SPAN and self.story.leader_span_unit == LeaderSpanUnit.TEAMS
        if fact == Fact.TEAM_COUNT or teams:
            return ngettext("team", "teams", many)
        if fact in (Fact.TEAM_SIZE, Fact.LEADER_SPAN):
            return ngettext("employee", "employees", many)
        return ngettext("citizen", "citizens", many)

    @property
    def period(self) -> str:
        start, end = (format_partial_date(text) for text in (self.story.period_start, self.story.period_end))
        if start and self.story.period_start_or_before:
            start = _("%(date)s or earlier") % {"date": start}
        return " – ".join(filter(None, [start, end])) if start else end and _("until %(date)s") % {"date": end}

    @property
    def professions(self) -> str:
        rows = self.story.profession_rows.all()
        return ", ".join(f"{row} ({row.count})" if row.count else str(row) for row in rows)

    @property
    def step(self) -> str:
        level = self.story.self_management_level
        if level is None:
            return ""
        told = {"step": level, "steps": len(SelfManagement), "name": self.story.get_self_management_level_display()}
        return _("Step %(step)s of %(steps)s on the common scale: %(name)s") % told

    @property
    def amount(self) -> str:
        kroner = self.story.funding_amount
        return qualified(money_text(kroner), self.story.funding_qualifier) if kroner is not None else ""

    @property
    def short_amount(self) -> str:
        """The amount to the nearest hundred thousand, as one says it; the facts give it in full."""
        kroner = self.story.funding_amount
        if kroner is None or kroner < MILLION:
            return self.amount
        step = MILLION // 10
        return qualified(money_text((kroner + step // 2) // step * step), self.story.funding_qualifier)

    # At a glance

    @cached_property
    def figures(self) -> list[Figure]:
        """What can be said in a number, at most five, in the order one asks."""
        counted = [self.team_size, *(self.figure(fact) for fact in (Fact.TEAM_COUNT, Fact.CITIZENS_PER_TEAM))]
        counted += [self.figure(Fact.CITIZENS_TOTAL), Figure(self.period, _("when they began"))]
        counted += [Figure(self.short_amount, _("funding"))]
        return [figure for figure in counted if figure.value][:5]

    @cached_property
    def small_figures(self) -> list[Figure]:
        """Three of them for a listing: the size of the team, the number of teams, when they began."""
        return [f for f in (self.team_size, self.figure(Fact.TEAM_COUNT), Figure(self.start, _("start"))) if f.value]

    @property
    def start(self) -> str:
        year = self.story.period_start[:4]
        return _("%(date)s or earlier") % {"date": year} if year and self.story.period_start_or_before else year

    @property
    def team_size(self) -> Figure:
        story = self.story
        low, high = story.team_size_min, story.team_size_max
        posts = story.team_size_unit == TeamSizeUnit.FULL_TIME_POSTS
        label = _("full-time posts in the team") if posts else _("employees in the team")
        least, most = int(low or high or 0), int(high or low or 0)
        return Figure(self.range(Fact.TEAM_SIZE), label, self.short_note(Fact.TEAM_SIZE), least, most)

    def figure(self, fact: Fact) -> Figure:
        labels = {
            Fact.TEAM_COUNT: self.unit(fact),
            Fact.CITIZENS_PER_TEAM: _("citizens per team"),
            Fact.CITIZENS_TOTAL: _("citizens in all"),
        }
        return Figure(self.range(fact), labels[fact], self.short_note(fact))

    def short_note(self, fact: Fact) -> str:
        """The note where it is short: a figure alone must not say more than the source does."""
        note = getattr(self.story, f"{fact.value}_note")
        return note if len(note) <= 40 else ""

    # Sections

    def points(self, field: str, kind: str = "point") -> list[Point]:
        stream: Any = getattr(self.story, field)
        return [self.point(block.value) for block in stream if block.block_type == kind]

    def point(self, value: Any) -> Point:
        """A claim to stand firmly is told only with the sources it needs."""
        sources = self.sources(value["sources"])
        return Point(value["text"], value["note"] or "", sources, Firmness.backed(value.get("firmness"), sources))

    @cached_property
    def sections(self) -> list[tuple[str, str, list[Point]]]:
        """The running sections before the results: anchor, heading, points. All are shown; an empty one says so."""
        told = (
            ("udgangspunkt", _("Why they began"), "starting_point"),
            ("gjorde", _("What they did"), "actions"),
            ("skete", _("What happened"), "learned"),
        )
        return [(anchor, heading, self.points(field)) for anchor, heading, field in told]

    @cached_property
    def difficulties(self) -> list[Point]:
        return self.points("difficulties")

    @cached_property
    def results(self) -> list[Result]:
        return [self.result(block.value) for block in self.story.results]

    def result(self, told: Any) -> Result:
        figure, text, period, whose, caveat = (
            told[name] or "" for name in ("figure", "text", "period", "whose", "caveat")
        )
        return Result(figure, text, period, whose, caveat, self.sources(told["sources"]))

    @cached_property
    def advice(self) -> list[tuple[str, str, list[Point]]]:
        """Kind, heading and points; kinds without advice are left out."""
        kinds = (("do", _("Do")), ("dont", _("Don't")), ("other", _("Other advice")))
        told = [(kind, heading, self.points("advice", kind)) for kind, heading in kinds]
        return [group for group in told if group[2]]

    # Beside the story

    @property
    def summary_sources(self) -> list[int]:
        return self.sources(self.story.summary_sources)

    @property
    def participation(self) -> Point | None:
        """Whether the municipality took part in the development rooms, as far as the sources say."""
        story = self.story
        told = {
            "": "",
            Participation.YES: story.participation_round or _("Took part."),
            Participation.NO: _("Did not."),
        }
        text = told[story.participation]
        if not (text or story.participation_note):
            return None
        return Point(text, story.participation_note, self.sources(story.participation_sources))

    @property
    def stopped(self) -> str:
        """When the work stopped, as the municipality has told it."""
        story = self.story
        return date_format(story.stopped_on, "j. F Y") if story.status == Status.STOPPED and story.stopped_on else ""

    @cached_property
    def unconfirmed_since(self) -> str:
        """Since when nobody has stood by the story, when that is more than a year."""
        told = self.story.last_confirmed_on
        if not told and self.story.first_published_at:
            told = timezone.localdate(self.story.first_published_at).isoformat()
        if not told or self.stopped or months_after(last_day(told), A_YEAR) > timezone.localdate():
            return ""
        return format_partial_date(told)

    @property
    def confirmed(self) -> str:
        date = format_partial_date(self.story.last_confirmed_on)
        if not date or self.unconfirmed_since:
            return ""
        if self.story.last_confirmed_by == ConfirmedBy.SOURCE:
            return _("Last confirmed in a source from %(date)s.") % {"date": date}
        return _("Last confirmed by the municipality: %(date)s.") % {"date": date}

    @property
    def audiences(self) -> list[str]:
        story = self.story
        told = ((story.for_leader, _("leader")), (story.for_staff, _("staff member")))
        return [name for chosen, name in (*told, (story.for_project_leader, _("project leader"))) if chosen]
