from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.advice import AdviceBlock
from core.blocks.files import FileBlock
from core.blocks.links import LinkCardsBlock
from core.blocks.pictures import FigureBlock, PictureBlock
from core.blocks.text import FactBlock, HeadingBlock, QuoteBlock, TextBlock
from core.blocks.video import VideoBlock


class BodyStreamBlock(blocks.StreamBlock):
    """The body of a page of running text."""

    text = TextBlock(group=_("Words"))
    heading = HeadingBlock(group=_("Words"))
    quote = QuoteBlock(group=_("Words"))
    fact = FactBlock(group=_("Words"))
    advice = AdviceBlock(group=_("Words"))
    picture = PictureBlock(group=_("To look at"))
    figure = FigureBlock(group=_("To look at"))
    video = VideoBlock(group=_("To look at"))
    file = FileBlock(group=_("To go on with"))
    link_cards = LinkCardsBlock(group=_("To go on with"))
