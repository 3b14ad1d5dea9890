"""The guide on paper, for one kind of reader: all its steps with boxes to tick, made once for each publication."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from catalogue.enums import GuideReader
from catalogue.models import GuidePage, GuideSource, GuideStepPage
from catalogue.models.guide_reading import Basis, Point, addressed, guide_title, keys_shown, points_of
from core.links import absolute
from core.pdf import TEMPLATES, render_pdf

TEMPLATE = "catalogue/guide.typ"
A_WEEK = 7 * 24 * 60 * 60


def guide_pdf(page: GuidePage, reader: GuideReader | None) -> bytes:
    """What everyone may read of the guide. Kept in the shared cache until something of it is published anew."""
    steps = list(GuideStepPage.objects.live_public().in_order(page.path))
    key = f"guide-pdf:{state_of(page, steps, reader)}"
    made = cache.get(key)
    if made is None:
        made = render_pdf(TEMPLATE, content_of(page, steps, reader))
        cache.set(key, made, A_WEEK)
    return made


def state_of(page: GuidePage, steps: list[GuideStepPage], reader: GuideReader | None) -> str:
    """What tells whether the document is still the same: who reads, what is published since when, how it is set."""
    stamps = [f"{each.pk} {each.url_path} {each.last_published_at}" for each in (page, *steps)]
    look = [Path(TEMPLATES, name).read_text() for name in (TEMPLATE, "base.typ")]
    words = "\n".join([str(reader), settings.WAGTAILADMIN_BASE_URL, *stamps, *look])
    return hashlib.sha256(words.encode()).hexdigest()


def content_of(page: GuidePage, steps: list[GuideStepPage], reader: GuideReader | None) -> dict[str, Any]:
    keys = [key for step in steps for key in keys_shown(step.points, reader)]
    basis = Basis(GuideSource.objects.filter(page=page), keys)
    return {
        "title": guide_title(page, reader),
        "lead": page.lead,
        "line": page.line_for(reader),
        "changed": changed(page, steps),
        "address": absolute(addressed(page.path_on_site, reader)),
        "steps": [step_told(step, number, reader, basis) for number, step in enumerate(steps, start=1)],
        "sources": [source_told(source, number) for number, source in enumerate(basis.sources, start=1)],
        "words": {
            "sources": _("Sources"),
            "one": _("The one side"),
            "other": _("The other side"),
            "nothing": _("The points of this step are for other readers."),
            "legend": _("Several sources on the same municipality count as one place."),
            "ours": _(
                "The advice is in our own words. "
                "Where a source only tells what happened, the advice is our conclusion."
            ),
        },
    }


def changed(page: GuidePage, steps: list[GuideStepPage]) -> str:
    """When anything of it was last published. Empty where that is not known, as of pages that were never edited."""
    stamps = [each.last_published_at for each in (page, *steps) if each.last_published_at]
    return _("Last changed %(day)s") % {"day": date_format(localtime(max(stamps)), "j. F Y")} if stamps else ""


def step_told(step: GuideStepPage, number: int, reader: GuideReader | None, basis: Basis) -> dict[str, Any]:
    points = [point_told(point, number) for point in points_of(step.points, reader, basis)]
    return {"number": number, "title": step.title, "intro": step.intro, "points": points}


def point_told(point: Point, step: int) -> dict[str, Any]:
    standing = ": ".join(filter(None, [point.standing.label, point.standing.names]))
    return {
        "number": f"{step}.{point.number}",
        "text": point.text,
        "sides": list(point.sides or ()),
        "lines": [{"who": _("For %(who)s:") % {"who": line.who}, "text": line.text} for line in point.lines],
        "for": capfirst(_("for %(who)s") % {"who": point.readers}) if point.readers else "",
        "strength": point.standing.strength,
        "standing": standing,
        "sources": " ".join(f"[{number}]" for number in point.sources),
    }


def source_told(source: GuideSource, number: int) -> dict[str, Any]:
    about = ", ".join(filter(None, [source.publisher, source.published_text or _("date not stated")]))
    return {"number": f"[{number}]", "title": source.title, "about": about, "url": source.url}
