"""PDFs that are made once and kept: a file's name tells what it was made of, so what has changed is made anew.

Nothing has to throw an old one away in time: nobody asks for it any more, and it goes when a new one comes.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from core.pdf import TEMPLATES, render_pdf


class Order(NamedTuple):
    """A PDF that is wanted: whose it is (letters, digits and hyphens), and what `core.pdf.render_pdf` makes it of."""

    owner: str
    template: str
    content: dict[str, Any]
    pictures: Mapping[str, bytes] = {}

    @property
    def stamp(self) -> str:
        """The same for the same document, and another when a word, a picture or a template has changed."""
        made_of = hashlib.sha256(templates_stamp())
        made_of.update(json.dumps([self.template, self.content], sort_keys=True).encode())
        for name, data in sorted(self.pictures.items()):
            made_of.update(name.encode() + hashlib.sha256(data).digest())
        return made_of.hexdigest()[:20]


@cache
def templates_stamp() -> bytes:
    """Of all templates together: a new version of the site makes its PDFs anew."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(TEMPLATES.rglob("*.typ")))).digest()


def kept(order: Order) -> bytes | None:
    """The PDF if it lies there."""
    try:
        return _path(order).read_bytes()
    except FileNotFoundError:
        return None


def make(order: Order) -> bytes:
    """Make the PDF and keep it instead of earlier ones of the same owner. Raises PdfProblem."""
    data, path = render_pdf(order.template, order.content, order.pictures), _path(order)
    path.parent.mkdir(parents=True, exist_ok=True)
    earlier = _of_owner(order.owner)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as new:
        new.write(data)
    os.replace(new.name, path)  # whole or not at all, however many make it at once
    for each in earlier - {path}:
        each.unlink(missing_ok=True)
    return data


def forget(owner: str) -> None:
    for path in _of_owner(owner):
        path.unlink(missing_ok=True)


def _path(order: Order) -> Path:
    if not re.fullmatch(r"[a-z]+-[0-9]+", order.owner):
        raise ValueError(order.owner)
    return Path(settings.PRIVATE_ROOT, "pdf", f"{order.owner}-{order.stamp}.pdf")


def _of_owner(owner: str) -> set[Path]:
    return set(Path(settings.PRIVATE_ROOT, "pdf").glob(f"{owner}-*.pdf"))
