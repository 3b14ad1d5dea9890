from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class LinkCardBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("Page on this site"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False, help_text=_("Empty: the page's own."))
    text = blocks.CharBlock(label=_("What one finds there"), max_length=200, required=False)

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            error = ValidationError(_("Choose either a page or an address."))
            raise StructBlockValidationError({"page": error})
        if value["url"] and not value["title"]:
            raise StructBlockValidationError({"title": ValidationError(_("Write what the link leads to."))})
        return value

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A link with a title and a line about what one finds there.")


class LinkCardsBlock(blocks.StructBlock):
    cards = blocks.ListBlock(LinkCardBlock(), label=_("Links"), min_num=1, max_num=12)

    class Meta:
        icon = "link"
        label = _("Link cards")
        description = _("Where to go next: a list of links that are easy to hit with a thumb.")
        template = "blocks/link_cards.html"
        preview_value = {
            "cards": [
                {
                    "page": None,
                    "url": "https://example.org/",
                    "title": "Katalog over erfaringer",
                    "text": "Hvad andre kommuner har prøvet",
                },
                {"page": None, "url": "https://example.org/", "title": "Arrangementer", "text": "Mød de andre"},
            ]
        }
