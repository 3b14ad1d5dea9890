"""Stories side by side: the same questions to each, and "not stated" where a story does not answer."""

from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalogue.enums import Fact
from catalogue.models.reading import StoryReading
from catalogue.models.reading_parts import Result
from catalogue.models.story import StoryPage
from catalogue.models.wording import number_text

TICK = "e"  # /sammenlign/?e=12&e=34: the stories' numbers
MOST, FEWEST = 4, 2
LINES = 4  # of a list in one field; the rest is read in the story
LONGEST_NUMBER = 9  # digits

TEAMS = (Fact.TEAM_SIZE, Fact.TEAM_COUNT, Fact.CITIZENS_PER_TEAM, Fact.CITIZENS_TOTAL, Fact.LEADER_SPAN)
WORDS = (Fact.PROFESSIONS, Fact.SELF_MANAGEMENT, Fact.VARIANT)
COURSE = (Fact.STATUS, Fact.PERIOD, Fact.AREA, Fact.FUNDING)


class Line(NamedTuple):
    text: str
    figure: str = ""
    quiet: str = ""
    caveat: str = ""


class Answer(NamedTuple):
    """What one story says to one question. `large` where it is a number; `least` and `most` are people, as dots."""

    value: str = ""
    note: str = ""
    lines: tuple[Line, ...] = ()
    more: int = 0
    large: bool = False
    least: int | None = None
    most: int | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.value or self.note or self.lines)


class Row(NamedTuple):
    """A question and each municipality's answer."""

    label: str
    answers: list[tuple[str, Answer]]

    @property
    def is_empty(self) -> bool:
        return all(answer.is_empty for _name, answer in self.answers)


class Group(NamedTuple):
    heading: str
    rows: list[Row]


class Comparison:
    """The stories an address names, in its order, and what had to be left out.

    `left_out` counts those after the fourth, `missing` those that are not published or never were.
    """

    def __init__(self, address: QueryDict):
        named = [value.strip() for value in address.getlist(TICK)]
        asked = list(dict.fromkeys(filter(None, named)))
        self.left_out = len(asked[MOST:])
        numbers = [int(text) for text in asked[:MOST] if is_number(text)]
        found = StoryPage.objects.live_public().filter(pk__in=numbers).with_reading().in_bulk() if numbers else {}
        self.stories = [found[pk] for pk in numbers if pk in found]
        self.missing = len(asked[:MOST]) - len(self.stories)

    @property
    def is_enough(self) -> bool:
        return len(self.stories) >= FEWEST

    @property
    def has_room(self) -> bool:
        return len(self.stories) < MOST

    @property
    def query(self) -> str:
        return query_of(self.stories)

    def columns(self) -> list[tuple[StoryPage, str]]:
        """Each story with the query of the others alone."""
        return [(story, query_of([other for other in self.stories if other is not story])) for story in self.stories]

    @cached_property
    def readings(self) -> list[StoryReading]:
        return [story.reading for story in self.stories]

    @cached_property
    def groups(self) -> list[Group]:
        if not self.stories:
            return []
        teams = map(self.fact, (*TEAMS, *WORDS))
        course = [self.population(), *map(self.fact, COURSE), self.themes()]
        return [
            Group(_("The teams"), list(teams)),
            Group(_("The municipality and the work"), course),
            Group(_("What you can learn"), self.lessons()),
        ]

    def fact(self, fact: Fact) -> Row:
        return self.row(capfirst(str(fact.label)), [answer(reading, fact) for reading in self.readings])

    def population(self) -> Row:
        counted = [story.municipality.population for story in self.stories]
        return self.row(_("Inhabitants"), [Answer(number_text(number) if number else "") for number in counted])

    def themes(self) -> Row:
        """The story's own words, and the common group each stands under where that says something else."""
        told = [[theme_text(row) for row in story.themes.all()] for story in self.stories]
        return self.row(_("Themes"), [Answer(capfirst(", ".join(words))) for words in told])

    def lessons(self) -> list[Row]:
        results = [listed([result_line(each) for each in reading.results]) for reading in self.readings]
        return [
            self.row(_("Results"), results),
            self.row(_("Do"), self.points("advice", "do")),
            self.row(_("Don't"), self.points("advice", "dont")),
            self.row(_("What was hard"), self.points("difficulties", "point")),
        ]

    def points(self, field: str, kind: str) -> list[Answer]:
        told = [reading.points(field, kind) for reading in self.readings]
        return [listed([Line(point.text, quiet=point.note) for point in points]) for points in told]

    def row(self, label: str, answers: list[Answer]) -> Row:
        return Row(label, list(zip((story.municipality.name for story in self.stories), answers, strict=True)))

    def unanswered(self) -> list[str]:
        """The questions nobody answers: on paper they stand in one line, to leave room for the others."""
        return [row.label for group in self.groups for row in group.rows if row.is_empty]


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


def ticked(address: QueryDict) -> list[int]:
    """The numbers of the stories ticked so far, as the catalogue carries them along: no more than can be compared."""
    return [int(text) for text in dict.fromkeys(address.getlist(TICK)) if is_number(text)][:MOST]


def query_of(stories: list[StoryPage]) -> str:
    return urlencode([(TICK, story.pk) for story in stories])


def listed(lines: list[Line]) -> Answer:
    return Answer(lines=tuple(lines[:LINES]), more=len(lines[LINES:]))


def answer(reading: StoryReading, fact: Fact) -> Answer:
    told = reading.fact(fact)
    if fact not in TEAMS or not reading.range(fact):
        return Answer(told.value, told.note)
    if fact != Fact.TEAM_SIZE:
        return Answer(told.value, told.note, large=True)
    return Answer(told.value, told.note, large=True, least=reading.team_size.least, most=reading.team_size.most)


def theme_text(row) -> str:
    word, group = str(row), str(row.get_theme_display())
    return word if word.casefold() == group.casefold() else f"{word} ({group})"


def result_line(result: Result) -> Line:
    quiet = ". ".join(part.rstrip(".") for part in (result.period, result.whose) if part)
    return Line(result.text, result.figure, quiet, result.caveat)
