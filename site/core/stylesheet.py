"""The site's one stylesheet: the sources in static/core/css/ joined into static/core/site.css.

The browser asks for one file and the joined file is committed, so nothing is built when the site starts. The sources
stay one small file per component. Later layers win over earlier ones whatever the order of files, and within a layer
the files come in alphabetical order.
"""

import posixpath
import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static" / "core"
SOURCES = STATIC / "css"
JOINED = STATIC / "site.css"
LAYERS = "@layer reset, ds, tokens, base, layout, components, utilities;"
NOTICE = "/*! Joined from css/ by manage.py join_css. Designsystemet: MIT, css/vendor/designsystemet-LICENSE.txt */"
GALLERY_ONLY = "gallery.css"  # /komponenter/ asks for it itself, readers never need it

STRING = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
STRING_OR_COMMENT = re.compile(STRING.pattern + r"|/\*.*?\*/", re.S)
RELATIVE_URL = re.compile(r"""url\((["']?)(\.\.?/[^"')]+)\1\)""")


def sources() -> list[Path]:
    components = sorted(path for path in (SOURCES / "components").glob("*.css") if path.name != GALLERY_ONLY)
    return [
        SOURCES / "tokens.css",
        SOURCES / "base.css",
        SOURCES / "layout.css",
        *components,
        SOURCES / "utilities.css",
    ]


def joined() -> str:
    """The text that site.css should hold."""
    vendor = (SOURCES / "vendor" / "designsystemet.css").read_text()
    parts = [f"@layer ds{{{tightened(vendor)}}}"]
    parts += [tightened(moved(path.read_text(), path)) for path in sources()]
    return "\n".join([NOTICE, LAYERS, *parts]) + "\n"


def moved(css: str, path: Path) -> str:
    """`css` with its relative addresses told from the joined file's folder instead of its own."""
    folder = path.parent.relative_to(STATIC).as_posix()

    def from_joined(match: re.Match[str]) -> str:
        return f'url("{posixpath.normpath(posixpath.join(folder, match[2]))}")'

    return RELATIVE_URL.sub(from_joined, css)


def tightened(css: str) -> str:
    """`css` without comments and needless white space. What stands in quotes is left as it is."""
    pieces = STRING.split(STRING_OR_COMMENT.sub(lambda match: match[1] or "", css))
    return "".join(piece if index % 2 else _tight(piece) for index, piece in enumerate(pieces)).strip()


def _tight(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r": ", ":", css)
    return css.replace(";}", "}")
