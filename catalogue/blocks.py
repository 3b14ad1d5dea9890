"""What the sections of a story are made of, beside the plain points of core.blocks.points."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock

from core.blocks.points import SOURCES_HELP, PointBlock


class ResultBlock(StructBlock):
    figure = CharBlock(label=_("figure"), required=False, help_text=_("Such as 87 % or from 264 to 145 days."))
    text = TextBlock(label=_("what it tells"), rows=2)
    period = CharBlock(label=_("period"), required=False)
    whose = CharBlock(label=_("whose figure"), required=False, help_text=_("Who counted or reported it."))
    caveat = CharBlock(label=_("caveat"), required=False, help_text=_("What the figure does not show."))
    sources = CharBlock(label=_("sources"), required=False, help_text=SOURCES_HELP)

    class Meta:
        icon = "order"
        label = _("result")
        description = _("A figure or a finding, with its period, who counted it and what it does not show.")
        preview_value = {"figure": "87 %", "text": "Borgere, der er tilfredse", "period": "2024", "sources": "1"}


class ResultsBlock(StreamBlock):
    result = ResultBlock()


class AdviceStreamBlock(StreamBlock):
    do = PointBlock(label=_("do"), icon="check")
    dont = PointBlock(label=_("don't"), icon="cross")
    other = PointBlock(label=_("other advice"), icon="help")


class LineBlock(CharBlock):
    class Meta:
        icon = "help"
        label = _("line")
        description = _("One thing nobody knows yet, in a sentence.")
        preview_value = "Antal teams og borgere er ikke set."


class LinesBlock(StreamBlock):
    line = LineBlock(max_length=300)
