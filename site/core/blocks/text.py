from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.html import RICH_TEXT_FEATURES, clean


class TextBlock(blocks.RichTextBlock):
    """Running text. What is stored has been cleaned, whichever way it came in."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})

    def get_prep_value(self, value):
        return str(clean(super().get_prep_value(value) or ""))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs with bold, italics, lists and links.")
        template = "blocks/text.html"
        preview_value = (
            "<p>Teamet mødes hver morgen og fordeler selv besøgene.</p>"
            "<ul><li>Alle kender borgerne</li><li>Aftaler skrives ned samme dag</li></ul>"
        )


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        """What a link to this heading ends with."""
        return slugify(self["text"])


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("2", _("Section")), ("3", _("Part of a section"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides the page. A part of a section stands under a section.")
        template = "blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Sådan begynder I", "level": "2"}


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"), rows=3, max_length=600, help_text=_("Without quotation marks."))
    who = blocks.CharBlock(label=_("Who said it"), max_length=120, help_text=_("Name or role, and where from."))
    source = blocks.URLBlock(label=_("Address of the source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, with who said them.")
        template = "blocks/quote.html"
        preview_value = {
            "text": "Vi kender borgerne, og de kender os.",
            "who": "Eksempel: medarbejder i et fast team",
            "source": "",
        }


class FactBlock(blocks.StructBlock):
    figure = blocks.CharBlock(
        label=_("The number"), max_length=24, help_text=_("With its unit, such as 8-10 persons.")
    )
    text = blocks.CharBlock(label=_("What it counts"), max_length=200)
    caveat = blocks.CharBlock(label=_("Caveat"), max_length=250, required=False)
    source = blocks.CharBlock(label=_("Source"), max_length=200, help_text=_("Who counted, and when."))
    source_url = blocks.URLBlock(label=_("Address of the source"), required=False)

    class Meta:
        icon = "info-circle"
        label = _("Fact")
        description = _("One number with what it counts, its source and what to beware of.")
        template = "blocks/fact.html"
        preview_value = {
            "figure": "8–10",
            "text": "medarbejdere i teamet",
            "caveat": "Tallet er et eksempel.",
            "source": "Eksempel på en kilde, 2026",
            "source_url": "",
        }
