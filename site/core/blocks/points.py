from django.utils.translation import gettext_lazy as _
from wagtail import blocks

SOURCES_HELP = _("Short names of sources, with commas between: H1, V4.")


class PointBlock(blocks.StructBlock):
    """One thing told, with the sources it stands on."""

    text = blocks.TextBlock(label=_("text"), rows=2)
    note = blocks.CharBlock(label=_("note"), required=False, help_text=_("Such as: our reading."))
    sources = blocks.CharBlock(label=_("sources"), required=False, search_index=False, help_text=SOURCES_HELP)

    class Meta:
        # Whoever writes for the first time meets one field. The rest is behind the block's own settings button.
        form_layout = blocks.BlockGroup(children=["text"], settings=["note", "sources"])
        icon = "list-ul"
        label = _("point")
        description = _("One thing told, with its sources.")
        preview_value = {"text": "Begynd besøget med at spørge, hvad der er vigtigt i dag.", "sources": "1"}


class PointsBlock(blocks.StreamBlock):
    point = PointBlock()
