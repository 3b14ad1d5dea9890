"""The picture shown when somebody shares a story: its title beside the municipality's paper cut."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.cache import cache

from catalogue.covers import GROUND, HEIGHT, VERSION, WIDTH, cover
from catalogue.models import StoryPage
from catalogue.outlines import outlines
from core.pdf import TEMPLATES, render_png

TEMPLATE = "catalogue/card.typ"
A_WEEK = 7 * 24 * 60 * 60


def story_card(story: StoryPage) -> bytes:
    """A PNG of 1200 by 630 pixels. Made for the first who asks after a change, and kept in the shared cache."""
    told = {
        "title": story.social_title or story.title,
        "place": story.municipality.official_name,
        "site": settings.WAGTAIL_SITE_NAME,
    }
    look = [Path(TEMPLATES, name).read_text() for name in (TEMPLATE, "base.typ")]
    words = "\n".join([*told.values(), story.municipality.code, str(VERSION), *look])
    key = f"story-card:{hashlib.sha256(words.encode()).hexdigest()}"
    made = cache.get(key)
    if made is None:
        made = render_png(TEMPLATE, told, {"cover.svg": upright(cover(story.municipality.code, outlines()))})
        cache.set(key, made, A_WEEK)
    return made


def upright(drawn: str) -> bytes:
    """The cover for a place higher than it is wide: the whole outline, on more of its ground."""
    higher = drawn.replace(f'viewBox="0 0 {WIDTH} {HEIGHT}"', 'viewBox="30 -105 420 529"')
    return higher.replace(GROUND, f"M0-{HEIGHT}h{WIDTH}v{3 * HEIGHT}H0z").encode()
