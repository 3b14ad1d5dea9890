"""What the course of the development rooms is told in, beside the plain points of core.blocks.points."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.points import SOURCES_HELP
from rooms.enums import Outcome


def sources_block() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("sources"), required=False, help_text=SOURCES_HELP)


class ComparisonBlock(blocks.StructBlock):
    """What was planned beside what is documented. An empty cell is told as not known."""

    what = blocks.CharBlock(label=_("what"))
    planned = blocks.CharBlock(label=_("planned"), required=False)
    happened = blocks.CharBlock(label=_("documented"), required=False)
    sources = sources_block()

    class Meta:
        icon = "table"
        label = _("planned and documented")


class RoundBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("name"))
    period = blocks.CharBlock(label=_("period"), required=False)
    text = blocks.TextBlock(label=_("text"), required=False, rows=2)
    named = blocks.CharBlock(
        label=_("municipalities named in the sources"), required=False, help_text=_("With commas between.")
    )
    unnamed = blocks.IntegerBlock(label=_("how many are not named"), required=False, min_value=0)
    comparisons = blocks.ListBlock(ComparisonBlock(), label=_("planned and documented"))
    sources = sources_block()

    class Meta:
        icon = "group"
        label = _("round")
        description = _("One round of development rooms: who took part, what was planned and what is documented.")
        preview_value = {"name": "Nærhed i Omsorg", "period": "2021 - juni 2022", "comparisons": []}


class CriterionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("criterion"))
    outcome = blocks.ChoiceBlock(choices=Outcome.choices, label=_("outcome"), default=Outcome.UNKNOWN)
    note = blocks.CharBlock(label=_("note"), required=False)
    sources = sources_block()

    class Meta:
        icon = "check"
        label = _("success criterion")
        description = _("What the project set out to reach, and whether it is known to be reached.")
        preview_value = {"text": "22 kommuner deltager", "outcome": "met"}


class RoundsBlock(blocks.StreamBlock):
    round = RoundBlock()


class CriteriaBlock(blocks.StreamBlock):
    criterion = CriterionBlock()
