from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Fact(models.TextChoices):
    """What is told of the teams in every story. The value is the prefix of the fact's columns on StoryPage."""

    STATUS = "status", _("status")
    PERIOD = "period", _("period")
    TEAM_COUNT = "team_count", _("number of teams")
    TEAM_SIZE = "team_size", _("size of the team")
    CITIZENS_PER_TEAM = "citizens_per_team", _("citizens per team")
    CITIZENS_TOTAL = "citizens_total", _("citizens in all")
    PROFESSIONS = "professions", _("professions")
    SELF_MANAGEMENT = "self_management", _("self-management")
    VARIANT = "variant", _("way of organising")
    LEADER_SPAN = "leader_span", _("leader's span")
    AREA = "area", _("area")
    FUNDING = "funding", _("funding")

    @property
    def value_columns(self) -> list[str]:
        """The columns that hold the value itself, the note and the sources beside them left out."""
        return [f"{self.value}{ending}" for ending in VALUE_ENDINGS.get(self, [""])]


RANGE = ["_min", "_max", "_qualifier"]
VALUE_ENDINGS: dict[Fact, list[str]] = {
    Fact.PERIOD: ["_start", "_start_or_before", "_end"],
    Fact.TEAM_COUNT: RANGE,
    Fact.TEAM_SIZE: ["_min", "_max", "_unit", "_qualifier"],
    Fact.CITIZENS_PER_TEAM: RANGE,
    Fact.CITIZENS_TOTAL: RANGE,
    Fact.PROFESSIONS: [],
    Fact.SELF_MANAGEMENT: ["", "_level"],
    Fact.LEADER_SPAN: ["_min", "_max", "_unit", "_qualifier"],
    Fact.FUNDING: ["", "_amount", "_qualifier"],
}


class Status(models.TextChoices):
    """How far a municipality is. SPREAD holds those who have decided to spread the teams and are doing it.

    The value names the shape (status--<value>).
    """

    PLANNED = "planned", pgettext_lazy("status of a story", "planned")
    TRIAL = "trying", pgettext_lazy("status of a story", "trial")
    RUNNING = "running", pgettext_lazy("status of a story", "in operation")
    SPREAD = "spread", pgettext_lazy("status of a story", "spread or on the way")
    STOPPED = "stopped", pgettext_lazy("status of a story", "stopped")


class Qualifier(models.TextChoices):
    """How the source hedges a number. The number itself is the one the source gives."""

    ABOUT = "about", pgettext_lazy("before a number", "about")
    OVER = "over", pgettext_lazy("before a number", "a little over")
    UNDER = "under", pgettext_lazy("before a number", "a little under")
    AVERAGE = "average", pgettext_lazy("before a number", "on average")


class TeamSizeUnit(models.TextChoices):
    PERSONS = "persons", _("employees")
    FULL_TIME_POSTS = "fte", _("full-time posts")


class LeaderSpanUnit(models.TextChoices):
    EMPLOYEES = "employees", _("employees")
    TEAMS = "teams", _("teams")


class SelfManagement(models.IntegerChoices):
    """The common scale, after VIVE's distinction between planning, assessing and managing oneself.

    Each step holds the ones below it. Source: VIVE's evaluation, told in the digital room of 21 March 2023.
    """

    FIXED = 1, _("fixed team")
    SELF_PLANNING = 2, _("self-planning")
    SELF_ASSESSING = 3, _("self-assessing")
    SELF_MANAGING = 4, _("self-managing")


class Profession(models.TextChoices):
    """Groups of staff. SOSU is for sources that do not tell helpers and assistants apart."""

    SOSU_HELPER = "sosu-helper", _("social and health helpers")
    SOSU_ASSISTANT = "sosu-assistant", _("social and health assistants")
    SOSU = "sosu", _("social and health staff")
    NURSE = "nurse", _("nurses")
    OCCUPATIONAL_THERAPIST = "occupational-therapist", _("occupational therapists")
    PHYSIOTHERAPIST = "physiotherapist", _("physiotherapists")
    THERAPIST = "therapist", _("therapists")
    PEDAGOGUE = "pedagogue", _("pedagogues")
    ASSESSOR = "assessor", _("needs assessors")
    PLANNER = "planner", _("planners")
    UNSKILLED = "unskilled", _("unskilled staff")
    OTHER = "other", _("others")


class Theme(models.TextChoices):
    """The six groups of themes. The value names the tint (tag--<value>)."""

    LEADERSHIP = "ledelse", _("leadership")
    STAFF = "medarbejder", _("staff and professions")
    CITIZEN = "borger", _("the citizen")
    ASSESSMENT = "visitation", _("needs assessment")
    SICK_LEAVE = "fravaer", _("sick leave")
    ORGANISATION = "drift", _("organisation and operation")


class Audience(models.TextChoices):
    """Who a story is written for. The value ends the name of a column on StoryPage (for_<value>)."""

    LEADER = "leader", _("leader")
    STAFF = "staff", _("staff member")
    PROJECT_LEADER = "project_leader", _("project leader")


EVERYONE = "alle"  # in place of a GuideReader, in the name of a file


class GuideReader(models.TextChoices):
    """Who a point of the guide is for. The value is the word in the address (?for=leder)."""

    LEADER = "leder", _("leaders")
    STAFF = "medarbejder", _("staff")
    PROJECT_LEADER = "projektleder", _("project leaders")
    COMMITTEE = "med", _("the co-determination committee")


class Backing(models.TextChoices):
    """How firmly a point of the guide stands. Sources that tell of the same place count as one."""

    SHARED = "shared", _("Shared experience")
    SEVERAL = "several", _("Several sources")
    ONE_PLACE = "one-place", _("One municipality's experience")
    ONE_SOURCE = "one-source", _("One source")
    NONE = "none", _("No source stated")


class Participation(models.TextChoices):
    YES = "yes", _("took part")
    NO = "no", _("did not take part")


class ConfirmedBy(models.TextChoices):
    SOURCE = "source", _("a source")
    MUNICIPALITY = "municipality", _("the municipality")


class Firmness(models.TextChoices):
    """How firmly a piece of advice stands, when it stands firmer, or less firmly, than on one municipality's word."""

    SEVERAL = "several", _("several municipalities say the same")
    EVALUATED = "evaluated", _("an evaluation shows it")
    CONTRADICTED = "contradicted", _("others have found the opposite")

    @property
    def sources_needed(self) -> int:
        return 2 if self == Firmness.SEVERAL else 1

    @classmethod
    def backed(cls, claim: str | None, sources: list) -> str:
        """The claim where it has the sources it needs, else none."""
        return claim if claim in cls.values and len(set(sources)) >= cls(claim).sources_needed else ""


class LinkState(models.TextChoices):
    """Whether a link to a draft may be read by."""

    OPEN = "open", pgettext_lazy("reading link", "open")
    EXPIRED = "expired", pgettext_lazy("reading link", "expired")
    REVOKED = "revoked", pgettext_lazy("reading link", "revoked")


class TermCategory(models.TextChoices):
    """What a term of the glossary belongs to. The value stands in the address of the glossary filtered by it."""

    CARE = "pleje", pgettext_lazy("terms about", "care and help")
    PEOPLE = "mennesker", pgettext_lazy("terms about", "people")
    PROFESSION = "faggruppe", pgettext_lazy("terms about", "professions")
    COOPERATION = "samarbejde", pgettext_lazy("terms about", "cooperation")
    PROJECT = "projekt", pgettext_lazy("terms about", "projects")
    LEARNING = "laering", pgettext_lazy("terms about", "learning together")
    ORGANISATION = "organisering", pgettext_lazy("terms about", "organisation")
    LEADERSHIP = "ledelse", pgettext_lazy("terms about", "leadership")
    ASSESSMENT = "myndighed", pgettext_lazy("terms about", "assessment and decisions")
    METHOD = "metode", pgettext_lazy("terms about", "methods")
    OPERATION = "drift", pgettext_lazy("terms about", "daily operation")
    PLACE = "sted", pgettext_lazy("terms about", "places")
    PLATFORM = "platform", pgettext_lazy("terms about", "this site")


# The words of the catalogue's filters as they stand in its address, Danish as the pages are. Addresses are shared, so
# a word that has been published stays.
NOT_STATED = "ikke-oplyst"
STATUS_WORDS: dict[Any, str] = {
    Status.PLANNED: "planlagt",
    Status.TRIAL: "forsoeg",
    Status.RUNNING: "drift",
    Status.SPREAD: "udbredt",
    Status.STOPPED: "stoppet",
}
AUDIENCE_WORDS = {Audience.LEADER: "leder", Audience.STAFF: "medarbejder", Audience.PROJECT_LEADER: "projektleder"}
SELF_MANAGEMENT_WORDS: dict[Any, str] = {
    SelfManagement.FIXED: "fast-team",
    SelfManagement.SELF_PLANNING: "selvplanlaeggende",
    SelfManagement.SELF_ASSESSING: "selvvisiterende",
    SelfManagement.SELF_MANAGING: "selvstyrende",
}
PROFESSION_WORDS: dict[Any, str] = {
    Profession.SOSU_HELPER: "sosu-hjaelper",
    Profession.SOSU_ASSISTANT: "sosu-assistent",
    Profession.SOSU: "sosu",
    Profession.NURSE: "sygeplejerske",
    Profession.OCCUPATIONAL_THERAPIST: "ergoterapeut",
    Profession.PHYSIOTHERAPIST: "fysioterapeut",
    Profession.THERAPIST: "terapeut",
    Profession.PEDAGOGUE: "paedagog",
    Profession.ASSESSOR: "visitator",
    Profession.PLANNER: "planlaegger",
    Profession.UNSKILLED: "ufaglaert",
    Profession.OTHER: "andre",
}
ROOM_WORDS: dict[Any, str] = {Participation.YES: "deltog", Participation.NO: "deltog-ikke"}


class TeamSize(models.TextChoices):
    """How large the teams are, in employees or in full-time posts, as the story tells it."""

    SMALL = "hoejst-6", _("6 at most")
    MIDDLE = "7-10", _("7 to 10")
    LARGE = "11-15", _("11 to 15")
    LARGEST = "16-eller-flere", _("16 or more")

    @classmethod
    def of(cls, low: Decimal | None, high: Decimal | None) -> list["TeamSize"]:
        """The bands that a range of sizes touches. None when no size is told."""
        least, most = (low if low is not None else high), (high if high is not None else low)
        if least is None or most is None:
            return []
        bands = list(cls)
        return bands[bisect_left(TEAM_SIZES, least) : bisect_left(TEAM_SIZES, most) + 1]


class MunicipalitySize(models.TextChoices):
    """How many people live in the municipality."""

    SMALL = "under-30000", _("under 30,000")
    MIDDLE = "30000-59999", _("30,000 to 59,999")
    LARGE = "60000-99999", _("60,000 to 99,999")
    LARGEST = "100000-eller-flere", _("100,000 or more")

    @classmethod
    def of(cls, population: int | None) -> "MunicipalitySize | None":
        """None for guests, whose population is not in the statistics."""
        return None if population is None else list(cls)[bisect_right(POPULATIONS, population)]


TEAM_SIZES = (6, 10, 15)  # the most in each band but the last
POPULATIONS = (30_000, 60_000, 100_000)  # where each band but the first begins


class ArticleKind(models.TextChoices):
    """What an article is. The value stands in the address of the list filtered by it."""

    ARTICLE = "artikel", pgettext_lazy("kind of article", "article")
    GRAPHIC = "grafik", pgettext_lazy("kind of article", "graphic")
    VIDEO = "video", pgettext_lazy("kind of article", "video")
    RECORDING = "optagelse", pgettext_lazy("kind of article", "recording")
    VISIT = "besoeg", pgettext_lazy("kind of article", "study visit")
