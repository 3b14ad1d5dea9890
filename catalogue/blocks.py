"""What the sections of a story and the steps of the guide are made of, beside the points of core.blocks.points."""

from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail.blocks import (
    BlockGroup,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    MultipleChoiceBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError

from catalogue.enums import Firmness, GuideReader
from core.blocks.points import SOURCES_HELP, PointBlock
from core.source_keys import source_keys, validate_source_keys


class ResultBlock(StructBlock):
    figure = CharBlock(label=_("figure"), required=False, help_text=_("Such as 87 % or from 264 to 145 days."))
    text = TextBlock(label=_("what it tells"), rows=2)
    period = CharBlock(label=_("period"), required=False)
    whose = CharBlock(label=_("whose figure"), required=False, help_text=_("Who counted or reported it."))
    caveat = CharBlock(label=_("caveat"), required=False, help_text=_("What the figure does not show."))
    sources = CharBlock(label=_("sources"), required=False, search_index=False, help_text=SOURCES_HELP)

    class Meta:
        icon = "order"
        label = _("result")
        description = _("A figure or a finding, with its period, who counted it and what it does not show.")
        preview_value = {"figure": "87 %", "text": "Borgere, der er tilfredse", "period": "2024", "sources": "1"}


class ResultsBlock(StreamBlock):
    result = ResultBlock()


class AdvicePointBlock(PointBlock):
    """A piece of advice. It never claims to stand more firmly than its sources let it."""

    firmness = ChoiceBlock(
        choices=Firmness.choices,
        required=False,
        label=_("how firmly it stands"),
        help_text=_("Leave it empty when it is your own experience. All else needs sources."),
    )

    class Meta:
        form_layout = BlockGroup(children=["text"], settings=["note", "sources", "firmness"])

    def clean(self, value):
        cleaned = super().clean(value)
        claim = cleaned.get("firmness")
        if claim and not Firmness.backed(claim, source_keys(cleaned["sources"] or "")):
            needed = Firmness(claim).sources_needed
            problem = ngettext(
                "Name the source that says so.", "Name at least %(number)s sources that say so.", needed
            )
            error = ValidationError(problem % {"number": needed})
            raise StructBlockValidationError(block_errors={"firmness": error})
        return cleaned


class AdviceStreamBlock(StreamBlock):
    do = AdvicePointBlock(label=_("do"), icon="check")
    dont = AdvicePointBlock(label=_("don't"), icon="cross")
    other = AdvicePointBlock(label=_("other advice"), icon="help")


class LineBlock(CharBlock):
    class Meta:
        icon = "help"
        label = _("line")
        description = _("One thing nobody knows yet, in a sentence.")
        preview_value = "Antal teams og borgere er ikke set."


class LinesBlock(StreamBlock):
    line = LineBlock(max_length=300)


class ReaderLineBlock(StructBlock):
    """What only some readers of the guide are told. The text around it is the same for everyone."""

    reader = ChoiceBlock(label=_("for"), choices=GuideReader.choices)
    text = CharBlock(label=_("text"), max_length=250)

    class Meta:
        icon = "user"
        label = _("line for some readers")
        description = _("A line that only one kind of reader is shown. The text around it is the same for everyone.")
        preview_value = {"reader": GuideReader.COMMITTEE.value, "text": "Sæt trivsel fast på dagsordenen."}


class ReaderLinesBlock(StreamBlock):
    line = ReaderLineBlock()


class AboutPointBlock(StructBlock):
    """What every point of the guide has beside its words."""

    readers = MultipleChoiceBlock(
        label=_("for"),
        choices=GuideReader.choices,
        required=False,
        widget=CheckboxSelectMultiple,
        help_text=_("None ticked: the point is for everyone."),
    )
    lines = ListBlock(ReaderLineBlock(), label=_("lines for some readers"), default=[])
    sources = CharBlock(
        label=_("sources"),
        required=False,
        max_length=120,
        search_index=False,
        help_text=SOURCES_HELP,
        validators=[validate_source_keys],
    )


class GuidePointBlock(AboutPointBlock):
    text = TextBlock(label=_("text"), rows=2, max_length=300)

    class Meta:
        form_layout = BlockGroup(children=["text", "readers", "sources"], settings=["lines"])
        icon = "list-ul"
        label = _("point of the guide")
        description = _("One thing to do or to avoid, for whom, and the sources it stands on.")
        preview_value = {"text": "Find lokaler i området i god tid.", "readers": [], "lines": [], "sources": "1"}


class DilemmaBlock(AboutPointBlock):
    """Two sides beside each other. The guide does not choose between them."""

    text = CharBlock(label=_("question"), max_length=160)
    one_side = TextBlock(label=_("one side"), rows=2, max_length=300)
    other_side = TextBlock(label=_("the other side"), rows=2, max_length=300)

    class Meta:
        form_layout = BlockGroup(children=["text", "one_side", "other_side", "readers", "sources"], settings=["lines"])
        icon = "order"
        label = pgettext_lazy("point of the guide", "dilemma")
        description = _("A question without one right answer, and its two sides.")
        preview_value = {
            "text": "Frihed eller utryghed?",
            "one_side": "Nogle nyder at planlægge selv.",
            "other_side": "Andre mangler tydelige rammer.",
            "readers": [],
            "lines": [],
            "sources": "1",
        }


class GuidePointsBlock(StreamBlock):
    do = GuidePointBlock(label=_("do"), icon="check")
    dont = GuidePointBlock(label=_("don't"), icon="cross")
    dilemma = DilemmaBlock()
