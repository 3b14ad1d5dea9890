"""One document, in a process of its own: `python -m core.pdf_typesetting folder template pdf|png`.

It prints one line of JSON: {"problem": ""}, or "pages" (too many) or "refused", and what typst told.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

from core.own_process import limit_this_process

FONTS = Path(__file__).resolve().parent / "pdf_fonts"
TOO_MANY = "more pages than a document may have"  # the words of templates/pdf/base.typ


def typeset(folder: Path, template: str, kind: str) -> dict:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    compiler = typst.Compiler(folder / template, root=folder, font_paths=fonts)
    made: Any
    try:
        if kind == "png":
            made = compiler.compile(format="png", ppi=72)
        else:
            made = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        problem = "pages" if TOO_MANY in error.message else "refused"
        return {"problem": problem, "told": " ".join([error.message, *error.hints])}
    (folder / f"made.{kind}").write_bytes(made[0] if isinstance(made, list) else made)
    return {"problem": ""}


def main(folder: str, template: str, kind: str) -> None:
    limit_this_process()
    print(json.dumps(typeset(Path(folder), template, kind)))  # noqa: T201 (what the parent reads)


if __name__ == "__main__":
    main(*sys.argv[1:])
