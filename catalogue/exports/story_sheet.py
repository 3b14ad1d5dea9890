"""One story on two sheets of paper, as PDF."""

from catalogue.covers import cover
from catalogue.exports.told_story import address_of, told_story, words
from catalogue.models import StoryPage
from catalogue.outlines import outlines
from core.pdf_shelf import Order


def story_sheet(story: StoryPage) -> Order:
    """The story with its facts and sources. Read `with_reading()` first."""
    told = told_story(story)
    content = {"story": told, "words": words(), "address": address_of(story)}
    picture = cover(told["code"], outlines()).encode()
    return Order(f"story-{story.pk}", "catalogue/story.typ", content, {"cover.svg": picture})
