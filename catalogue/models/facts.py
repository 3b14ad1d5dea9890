"""The typed facts of a story. Every fact has its value in columns of its own, a note and the sources it stands on.

What is not documented stays empty. Where a source tells something that is no number, the note tells it in its words.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left, Length
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalogue.enums import Fact, LeaderSpanUnit, Qualifier, SelfManagement, Status, TeamSizeUnit
from core.partial_dates import PartialDateField
from core.source_keys import validate_source_keys

BACKWARDS = _("The first number is larger than the second: {}.")
# Outside these a number is a slip of the finger, or tells of something else than the teams.
LIMITS = {
    Fact.TEAM_COUNT: (1, 500),
    Fact.TEAM_SIZE: (1, 100),
    Fact.CITIZENS_PER_TEAM: (1, 1_000),
    Fact.CITIZENS_TOTAL: (1, 50_000),
    Fact.LEADER_SPAN: (1, 500),
    Fact.FUNDING: (1, 1_000_000_000),
}
RANGES = (Fact.TEAM_COUNT, Fact.TEAM_SIZE, Fact.CITIZENS_PER_TEAM, Fact.CITIZENS_TOTAL, Fact.LEADER_SPAN)


def named(fact, part):
    return format_lazy("{}, {}", fact.label, part)


def limits(fact) -> list:
    least, most = LIMITS[fact]
    return [MinValueValidator(least), MaxValueValidator(most)]


def whole_number(fact, part) -> "models.PositiveIntegerField":
    return models.PositiveIntegerField(named(fact, part), null=True, blank=True, validators=limits(fact))


def number(fact, part) -> "models.DecimalField":
    return models.DecimalField(
        named(fact, part), max_digits=6, decimal_places=1, null=True, blank=True, validators=limits(fact)
    )


def qualifier(fact) -> "models.CharField":
    return models.CharField(named(fact, _("how exact")), max_length=8, choices=Qualifier, blank=True, default="")


def note(fact) -> "models.CharField":
    return models.CharField(named(fact, _("note")), max_length=300, blank=True, default="")


def sources(fact) -> "models.CharField":
    part = named(fact, _("sources"))
    return models.CharField(part, max_length=60, blank=True, default="", validators=[validate_source_keys])


class TeamFacts(models.Model):
    status = models.CharField(_("status"), max_length=8, choices=Status, blank=True, default="", db_index=True)
    status_note = note(Fact.STATUS)
    status_sources = sources(Fact.STATUS)

    period_start = PartialDateField(named(Fact.PERIOD, _("from")), blank=True)
    period_start_or_before = models.BooleanField(named(Fact.PERIOD, _("or earlier")), default=False)
    period_end = PartialDateField(named(Fact.PERIOD, _("to")), blank=True)
    period_note = note(Fact.PERIOD)
    period_sources = sources(Fact.PERIOD)

    team_count_min = whole_number(Fact.TEAM_COUNT, _("from"))
    team_count_max = whole_number(Fact.TEAM_COUNT, _("to"))
    team_count_qualifier = qualifier(Fact.TEAM_COUNT)
    team_count_note = note(Fact.TEAM_COUNT)
    team_count_sources = sources(Fact.TEAM_COUNT)

    team_size_min = number(Fact.TEAM_SIZE, _("from"))
    team_size_max = number(Fact.TEAM_SIZE, _("to"))
    team_size_qualifier = qualifier(Fact.TEAM_SIZE)
    team_size_unit = models.CharField(
        named(Fact.TEAM_SIZE, _("unit")), max_length=8, choices=TeamSizeUnit, default=TeamSizeUnit.PERSONS
    )
    team_size_note = note(Fact.TEAM_SIZE)
    team_size_sources = sources(Fact.TEAM_SIZE)

    citizens_per_team_min = whole_number(Fact.CITIZENS_PER_TEAM, _("from"))
    citizens_per_team_max = whole_number(Fact.CITIZENS_PER_TEAM, _("to"))
    citizens_per_team_qualifier = qualifier(Fact.CITIZENS_PER_TEAM)
    citizens_per_team_note = note(Fact.CITIZENS_PER_TEAM)
    citizens_per_team_sources = sources(Fact.CITIZENS_PER_TEAM)

    citizens_total_min = whole_number(Fact.CITIZENS_TOTAL, _("from"))
    citizens_total_max = whole_number(Fact.CITIZENS_TOTAL, _("to"))
    citizens_total_qualifier = qualifier(Fact.CITIZENS_TOTAL)
    citizens_total_note = note(Fact.CITIZENS_TOTAL)
    citizens_total_sources = sources(Fact.CITIZENS_TOTAL)

    professions_note = note(Fact.PROFESSIONS)
    professions_sources = sources(Fact.PROFESSIONS)

    self_management = models.CharField(
        named(Fact.SELF_MANAGEMENT, _("in the municipality's own words")), max_length=250, blank=True, default=""
    )
    self_management_level = models.PositiveSmallIntegerField(
        named(Fact.SELF_MANAGEMENT, _("on the common scale")), choices=SelfManagement, null=True, blank=True
    )
    self_management_note = note(Fact.SELF_MANAGEMENT)
    self_management_sources = sources(Fact.SELF_MANAGEMENT)

    variant = models.CharField(_("way of organising"), max_length=200, blank=True, default="")
    variant_note = note(Fact.VARIANT)
    variant_sources = sources(Fact.VARIANT)

    leader_span_min = number(Fact.LEADER_SPAN, _("from"))
    leader_span_max = number(Fact.LEADER_SPAN, _("to"))
    leader_span_qualifier = qualifier(Fact.LEADER_SPAN)
    leader_span_unit = models.CharField(
        named(Fact.LEADER_SPAN, _("unit")), max_length=10, choices=LeaderSpanUnit, default=LeaderSpanUnit.EMPLOYEES
    )
    leader_span_note = note(Fact.LEADER_SPAN)
    leader_span_sources = sources(Fact.LEADER_SPAN)

    area = models.CharField(_("area"), max_length=200, blank=True, default="")
    area_note = note(Fact.AREA)
    area_sources = sources(Fact.AREA)

    funding = models.CharField(_("funding"), max_length=250, blank=True, default="")
    funding_amount = models.PositiveBigIntegerField(
        named(Fact.FUNDING, _("kroner")), null=True, blank=True, validators=limits(Fact.FUNDING)
    )
    funding_qualifier = qualifier(Fact.FUNDING)
    funding_note = note(Fact.FUNDING)
    funding_sources = sources(Fact.FUNDING)

    class Meta:
        abstract = True
        constraints = [
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{fact.value}_max__gte": F(f"{fact.value}_min")}),
                    name=f"story_{fact.value}_range",
                    violation_error_message=format_lazy(BACKWARDS, fact.label),
                )
                for fact in RANGES
            ),
            models.CheckConstraint(
                # Compared at the precision of the end: 2021-09 to 2021 is in order.
                condition=Q(period_end="") | Q(period_end__gte=Left("period_start", Length("period_end"))),
                name="story_period_order",
                violation_error_message=_("The period ends before it starts."),
            ),
        ]
