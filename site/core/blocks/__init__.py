"""The blocks an editor builds a page of, one file per family. Each has an icon, a description and a preview."""

from core.blocks.advice import AdviceBlock
from core.blocks.body import BodyStreamBlock
from core.blocks.files import FileBlock
from core.blocks.links import LinkCardsBlock
from core.blocks.pictures import FigureBlock, PictureBlock
from core.blocks.side_by_side import BeforeAfterBlock, FindingsBlock, PointListBlock, VariantsBlock
from core.blocks.text import FactBlock, HeadingBlock, QuoteBlock, TextBlock
from core.blocks.video import FilmBlock, VideoBlock

__all__ = [
    "AdviceBlock",
    "BeforeAfterBlock",
    "BodyStreamBlock",
    "FactBlock",
    "FigureBlock",
    "FileBlock",
    "FilmBlock",
    "FindingsBlock",
    "HeadingBlock",
    "LinkCardsBlock",
    "PictureBlock",
    "PointListBlock",
    "QuoteBlock",
    "TextBlock",
    "VariantsBlock",
    "VideoBlock",
]
