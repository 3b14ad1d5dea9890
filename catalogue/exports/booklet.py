"""An edition as a booklet: cover, contents, foreword, a chapter for each story, colophon."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError

from catalogue.covers import cover
from catalogue.exports.told_story import words
from catalogue.models import EditionPage
from catalogue.outlines import outlines
from core.links import absolute
from core.pdf_shelf import Order
from core.pdf_text import rich_text
from core.pictures import SPECS

WIDTH = SPECS[1]


class NotFrozen(Exception):
    """The edition has not been published, so it has no number and no chapters yet."""


def booklet(edition: EditionPage) -> Order:
    """The PDF of a frozen edition, as it is to be today: a chapter that was withdrawn says so and no more.

    Raises NotFrozen before publication.
    """
    frozen = edition.frozen
    if frozen is None:
        raise NotFrozen(edition.pk)
    rows = list(frozen.chapters.with_standing())
    chapters = [None if row.is_withdrawn else row.told for row in rows]
    pictures = {f"cover-{told['code']}.svg": cover(told["code"], outlines()).encode() for told in chapters if told}
    content = {
        "title": edition.title,
        "lead": edition.lead,
        "edition": str(frozen),
        "date": date_format(frozen.frozen_at, "F Y"),
        "foreword": foreword(edition, pictures),
        "foreword_by": edition.foreword_by,
        "colophon": rich_text(edition.colophon),
        "is_demo": edition.is_demo,
        "chapters": chapters,
        "address": absolute(edition.path_on_site),
        "words": words() | booklet_words(),
    }
    return Order(f"edition-{edition.pk}", "catalogue/edition.typ", content, pictures)


def booklet_words() -> dict[str, str]:
    return {
        "catalogue": _("Inspiration catalogue"),
        "contents": _("Contents"),
        "foreword": _("Foreword"),
        "colophon": _("Colophon"),
        "chapter": _("Chapter {number}"),
        "withdrawn": _("This chapter has been withdrawn."),
        "withdrawn_more": _("Its story is no longer on the site, so it is not told here either."),
        "demo": _(
            "Example: the foreword and the choice of stories are made for the demonstration. The stories are real."
        ),
        "frozen": _(
            "The stories stand here as they were told in {date}. What has been corrected since stands on the site."
        ),
    }


def foreword(edition: EditionPage, pictures: dict[str, bytes]) -> list[dict[str, Any]]:
    """The foreword's blocks as plain data; its pictures are put with the others."""
    told: list[dict[str, Any]] = []
    for block in edition.foreword:
        if block.block_type == "text":
            told.append({"is": "rich", "of": rich_text(block.value.source)})
        elif block.block_type == "quote":
            told.append({"is": "quote", "text": block.value["text"], "who": block.value["who"]})
        elif block.value["image"] and (name := put(block.value["image"], pictures)):
            told.append({"is": "picture", "path": f"/pictures/{name}", **words_of(block.value)})
    return told


def put(picture, pictures: dict[str, bytes]) -> str:
    """The name of the picture among `pictures`, or nothing when its file is gone."""
    try:
        with picture.get_rendition(WIDTH).file.open() as file:
            pictures[f"picture-{picture.pk}.webp"] = file.read()
    except (SourceImageIOError, OSError):
        return ""
    return f"picture-{picture.pk}.webp"


def words_of(value) -> dict[str, str]:
    image = value["image"]
    return {
        "alt": "" if image.decorative else image.contextual_alt_text or "",
        "caption": value["caption"] or "",
        "credit": _("Photo: %(credit)s") % {"credit": image.credit} if image.credit else "",
    }
