"""What a page tells side by side, before and after, and with its doubts. Each thing with the sources it stands on."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from core.blocks.points import SOURCES_HELP, PointBlock


class SourcedBlock(blocks.StructBlock):
    """A block whose `sources` are short names. Its page gives the numbers they are told by as `numbers`."""

    sources = blocks.CharBlock(label=_("sources"), required=False, search_index=False, help_text=SOURCES_HELP)


class VariantBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("What it is called"), max_length=80)
    text = blocks.TextBlock(label=_("How it works"), rows=4)

    class Meta:
        icon = "placeholder"
        label = _("Variant")
        description = _("One of two ways of doing the same.")


class VariantsBlock(SourcedBlock):
    title = blocks.CharBlock(label=_("What they are two ways of"), max_length=120)
    variants = blocks.ListBlock(VariantBlock(), label=_("The two"), min_num=2, max_num=2)

    class Meta:
        icon = "duplicate"
        label = _("Two variants side by side")
        description = _("The same thing done in two ways, beside each other.")
        template = "blocks/variants.html"
        preview_value = {
            "title": "To måder at tage imod en ny borger",
            "variants": [
                {"name": "Teamet tager imod", "text": "Nye borgere kommer direkte til teamet."},
                {"name": "Visitationen tager imod", "text": "Nye borgere begynder et andet sted."},
            ],
            "sources": "1",
        }


class ChangeBlock(blocks.StructBlock):
    what = blocks.CharBlock(label=_("What"), max_length=80)
    before = blocks.CharBlock(label=_("Before"), max_length=200)
    after = blocks.CharBlock(label=_("After"), max_length=200)

    class Meta:
        icon = "arrow-right"
        label = pgettext_lazy("from one thing to another", "Change")
        description = _("One thing as it was and as it became.")


class BeforeAfterBlock(SourcedBlock):
    title = blocks.CharBlock(label=_("What was changed"), max_length=120)
    changes = blocks.ListBlock(ChangeBlock(), label=_("Changes"), min_num=1, max_num=12)

    class Meta:
        icon = "table"
        label = _("Before and after")
        description = _("A table of what was changed: how it was, and how it became.")
        template = "blocks/before_after.html"
        preview_value = {
            "title": "Afgørelsen, før og efter",
            "changes": [{"what": "Tid", "before": "Minutter til hver ydelse", "after": "Står der ikke"}],
            "sources": "1",
        }


class FindingBlock(SourcedBlock):
    text = blocks.TextBlock(label=_("What was found"), rows=2)
    doubt = blocks.CharBlock(
        label=_("Doubt"),
        max_length=250,
        required=False,
        help_text=_("What it does not show, or who sees it otherwise."),
    )

    class Meta:
        icon = "search"
        label = _("Finding")
        description = _("Something found out, with what one may doubt about it.")


class FindingsBlock(blocks.StructBlock):
    findings = blocks.ListBlock(FindingBlock(), label=_("Findings"), min_num=1, max_num=20)

    class Meta:
        icon = "search"
        label = _("Findings with their doubts")
        description = _("What was found out, each with what one may doubt about it.")
        template = "blocks/findings.html"
        preview_value = {
            "findings": [
                {"text": "De fleste er glade for det.", "doubt": "Svarene er meget forskellige.", "sources": "1"}
            ]
        }


class PointListBlock(blocks.StructBlock):
    points = blocks.ListBlock(PointBlock(), label=_("The points"), min_num=1, max_num=30)

    class Meta:
        icon = "list-ul"
        label = _("Points with sources")
        description = _("A list in which each point has its sources.")
        template = "blocks/point_list.html"
        preview_value = {"points": [{"text": "Teamet deler selv besøgene ud.", "note": "", "sources": "1"}]}
