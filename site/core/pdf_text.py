"""Text as typst gets it: letters that its fonts have, and cleaned HTML as a tree of plain data."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from django.conf import settings
from lxml import html as lxml_html
from wagtail.rich_text import expand_db_html

from core.html import clean

LETTERS = Path(__file__).resolve().parent / "data" / "pdf_letters.txt"
UNKNOWN = "\ufffd"
SPACES = re.compile(r"[^\S\xa0]+")
ENDLESS = re.compile(r"(\S{60})(?=\S)")  # a word without an end would run out of the page
BREAK_HERE = "\u200b"
DEEPEST = 12

BLOCKS = {"p": "paragraph", "ul": "list", "ol": "numbered", "h2": "heading", "h3": "heading", "h4": "heading"}
INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "sub": "sub", "sup": "super"}


@cache
def letters() -> frozenset[str]:
    """Every character that can be shown, from a file of ranges. Marks above and below letters are not among them."""
    ranges = (line.split("-") for line in LETTERS.read_text().split())
    return frozenset(chr(n) for ends in ranges for n in range(int(ends[0], 16), int(ends[-1], 16) + 1))


def printable(value):
    """`value`, of JSON, with texts in which every letter can be shown.

    What a font cannot show is a white question mark: PDF/UA-1 refuses letters without a shape. Marks that belong to
    no letter of their own, what steers the direction of text, and control characters are left out.
    """
    if isinstance(value, dict):
        return {key: printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    return _printable(value) if isinstance(value, str) else value


def _printable(text: str) -> str:
    text = SPACES.sub(" ", unicodedata.normalize("NFC", text))
    known = letters()
    shown = "".join(x if x in known else "" if unicodedata.category(x)[0] in "MC" else UNKNOWN for x in text)
    if text.strip() and not shown.strip():
        return UNKNOWN  # something was written, and a heading may not be empty
    return ENDLESS.sub(rf"\1{BREAK_HERE}", shown)


def rich_text(source: str) -> list[dict]:
    """Rich text as Wagtail keeps it, as blocks: {"is": "paragraph", "of": [text, {"is": "strong", "of": […]}, …]}.

    The kinds are those of BLOCKS and INLINE, "link" with its "to", and "break". Whatever else it holds, only text is
    kept of it. Addresses on the site are told in full.
    """
    cleaned = clean(expand_db_html(clean(source)))
    blocks = _blocks(lxml_html.fragment_fromstring(cleaned, create_parent="div"), 0)
    _put_in_order(blocks, 1)
    return blocks


def _put_in_order(blocks: list[dict], above: int) -> int:
    """Headings go down one level at a time, from 2: PDF/UA-1 knows no other way. Returns the level of the last."""
    for block in blocks:
        if block["is"] == "heading":
            block["level"] = above = min(block["level"], above + 1)
        elif block["is"] in ("list", "numbered"):
            for item in block["of"]:
                above = _put_in_order(item, above)
    return above


def _blocks(element, depth: int) -> list[dict]:
    """The blocks in an element; text that stands between them is a paragraph."""
    found, loose = [], [element.text or ""]
    for child in element:
        if child.tag in BLOCKS:
            found += [*_paragraph(loose), *_block(child, depth + 1)]
            loose = [child.tail or ""]
        else:
            loose += [*_inline_of(child, depth + 1), child.tail or ""]
    return found + _paragraph(loose)


def _paragraph(parts: list) -> list[dict]:
    written = [part for part in parts if part]
    return [{"is": "paragraph", "of": written}] if any(not isinstance(x, str) or x.strip() for x in written) else []


def _block(element, depth: int) -> list[dict]:
    kind = BLOCKS[element.tag]
    if depth > DEEPEST:
        return _paragraph([element.text_content()])
    if kind in ("list", "numbered"):
        items = [found for item in element if item.tag == "li" and (found := _blocks(item, depth + 1))]
        return [{"is": kind, "of": items}] if items else []
    if kind == "heading":
        return (
            [{"is": kind, "level": int(element.tag[1]), "of": _inline(element, depth)}] if has_words(element) else []
        )
    return _paragraph(_inline(element, depth))


def has_words(element) -> bool:
    return bool(element.text_content().strip())


def _inline(element, depth: int) -> list:
    parts = [element.text or ""]
    for child in element:
        parts += [*_inline_of(child, depth + 1), child.tail or ""]
    return [part for part in parts if part]


def _inline_of(element, depth: int) -> list:
    if element.tag == "br":
        return [{"is": "break"}]
    if depth > DEEPEST or not isinstance(element.tag, str):
        return [element.text_content()] if isinstance(element.tag, str) else []
    parts = _inline(element, depth)
    if element.tag == "a" and element.get("href") and has_words(element):
        return [{"is": "link", "to": _address(element.get("href")), "of": parts}]
    kind = INLINE.get(element.tag)
    return [{"is": kind, "of": parts}] if kind and has_words(element) else parts


def _address(href: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{href}" if href.startswith("/") else href
