"""PDFs (and pictures of pages) made by typst from `templates/pdf/` and content that is data.

Nothing that somebody wrote ever becomes typst's source: it goes in as JSON, so `#` and `$` are letters like any other.
What comes out is PDF/UA-1, tagged for screen readers; typst refuses to write a document that is not. It works in a
process of its own with limits to its time and memory (core.pdf_typesetting): a text that takes too long ends there.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from core.own_process import SOURCE, run_module
from core.pdf_text import printable

TEMPLATES = Path(settings.ROOT, "templates", "pdf")
TOKENS = SOURCE / "core" / "static" / "core" / "css" / "tokens.css"
MAX_CONTENT = 2_000_000
PATIENCE = 30


class PdfProblem(Exception):
    """Why there is no document."""


class UnknownTemplate(PdfProblem):
    """No such file under templates/pdf/."""


class TooMuch(PdfProblem):
    """More content, pages, time or memory than a document may take."""


class NotConforming(PdfProblem):
    """What typst says is wrong: the template cannot be read, or the document would not be PDF/UA-1."""


def render_pdf(template: str, content: dict, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """`template` (such as "catalogue/story.typ") with `content`, which `json("/content.json")` reads in it.

    Of each text what the fonts cannot show is replaced (`core.pdf_text.printable`); cleaned HTML becomes a tree by
    `core.pdf_text.rich_text`. `pictures` are files under "/pictures/", by their names. Raises PdfProblem.
    """
    return _render(template, content, pictures or {}, "pdf")


def render_png(template: str, content: dict, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The first page as PNG, a pixel for each point of the page. Raises PdfProblem."""
    return _render(template, content, pictures or {}, "png")


def _render(template: str, content: dict, pictures: Mapping[str, bytes], kind: str) -> bytes:
    if template not in {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.typ")}:
        raise UnknownTemplate(template)
    words = json.dumps(printable(content), ensure_ascii=False)
    if len(words) > MAX_CONTENT:
        raise TooMuch(f"{template}: {len(words)} characters")
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder), words, pictures)
        return _typeset(Path(folder), template, kind)


def lay_out(folder: Path, words: str, pictures: Mapping[str, bytes]) -> None:
    """All that typst may read: it sees this folder and nothing outside it."""
    shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)
    shutil.copy(TOKENS, folder)
    (folder / "content.json").write_text(words)
    (folder / "frame.json").write_text(json.dumps({"foot": _("Page {page} of {pages}")}))
    (folder / "pictures").mkdir()
    for name, data in pictures.items():
        (folder / "pictures" / Path(name).name).write_bytes(data)


def _typeset(folder: Path, template: str, kind: str) -> bytes:
    try:
        told = run_module("core.pdf_typesetting", str(folder), template, kind, patience=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise TooMuch(f"{template}: more than {PATIENCE} seconds") from error
    except subprocess.CalledProcessError as error:
        raise TooMuch(f"{template}: stopped at its limits ({error.returncode})") from error
    answer = json.loads(told)
    if answer["problem"]:
        problem = TooMuch if answer["problem"] == "pages" else NotConforming
        raise problem(f"{template}: {answer['told']}")
    return (folder / f"made.{kind}").read_bytes()
