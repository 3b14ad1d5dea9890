from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks


class AdviceBlock(blocks.StructBlock):
    """What to do and what to leave, from those who have tried. One of the two lists is enough."""

    dos = blocks.ListBlock(
        blocks.CharBlock(label=_("Advice"), max_length=250), label=pgettext_lazy("advice", "Do"), default=[]
    )
    donts = blocks.ListBlock(
        blocks.CharBlock(label=_("Advice"), max_length=250), label=pgettext_lazy("advice", "Avoid"), default=[]
    )

    class Meta:
        icon = "list-ul"
        label = _("Do and don't")
        description = _("Two short lists: what to do, and what to avoid.")
        template = "blocks/advice.html"
        preview_value = {
            "dos": ["Find lokaler i området i god tid.", "Lad teamet selv lægge den første plan."],
            "donts": ["Kopiér ikke en model direkte fra et andet sted."],
        }
