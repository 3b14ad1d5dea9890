"""What an article is made of: running text, and what is told side by side, with its doubts and in chapters."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock

from core.blocks import (
    BeforeAfterBlock,
    BodyStreamBlock,
    FilmBlock,
    FindingsBlock,
    PointListBlock,
    VariantsBlock,
)


class SummaryLineBlock(CharBlock):
    class Meta:
        icon = "list-ol"
        label = _("line")
        description = _("One of the few lines that stand first, and tell what matters most.")
        preview_value = "Lederen skal være inde i teamet."


class SummaryBlock(StreamBlock):
    line = SummaryLineBlock(max_length=160)

    class Meta:
        max_num = 5


class ArticleStreamBlock(BodyStreamBlock):
    video = FilmBlock(group=_("To look at"))
    points = PointListBlock(group=_("With sources"))
    variants = VariantsBlock(group=_("With sources"))
    before_after = BeforeAfterBlock(group=_("With sources"))
    findings = FindingsBlock(group=_("With sources"))
