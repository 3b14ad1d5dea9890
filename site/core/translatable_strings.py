"""Reads from the sources every string that asks to be translated. Needs Babel, which only development has."""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

from core.translation_catalogue import Key, Wanted, app_folders

# Which argument is what, by the function's name.
FUNCTIONS = {
    "_": ("msgid",),
    "gettext": ("msgid",),
    "gettext_lazy": ("msgid",),
    "gettext_noop": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "ngettext_lazy": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "pgettext_lazy": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
    "npgettext_lazy": ("context", "msgid", "plural"),
}
# For Babel: which argument of which function is what (c: context).
BABEL = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
TEMPLATE_SUFFIXES = {".html", ".txt", ".ics", ".xml"}
ACCOUNTS_TEMPLATES = {"account", "mfa", "usersessions"}


class NotALiteral(ValueError):
    """A translated string is put together when the code runs, so that no catalogue can hold it."""


def strings_by_app() -> dict[str, dict[Key, Wanted]]:
    """For each of our apps, what its Python and its templates ask for. Raises NotALiteral."""
    found: dict[str, dict[Key, Wanted]] = {app: {} for app in app_folders()}
    for path in source_files():
        read = strings_in_python if path.suffix == ".py" else strings_in_template
        place = path.relative_to(settings.ROOT).as_posix()
        for context, msgid, plural in read(path):
            wanted = found[owner(path)].setdefault((context, msgid), Wanted())
            wanted.plural = wanted.plural or plural
            wanted.places.add(place)
    return found


def source_files() -> Iterator[Path]:
    for folder in app_folders().values():
        yield from sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)
        yield from sorted(path for path in folder.rglob("templates/**/*") if path.suffix in TEMPLATE_SUFFIXES)
    yield from sorted(path for path in (settings.ROOT / "site" / "config").rglob("*.py"))
    yield from sorted(path for path in (settings.ROOT / "templates").rglob("*") if path.suffix in TEMPLATE_SUFFIXES)


def owner(path: Path) -> str:
    """The app whose catalogue holds the file's strings; core holds those of base, components, mails and config."""
    apps = app_folders()
    for app, folder in apps.items():
        if path.is_relative_to(folder):
            return app
    parts = path.relative_to(settings.ROOT).parts[1:]
    name = parts[1] if parts[0] in {"mails", "pdf"} and len(parts) > 2 else parts[0]
    if name in ACCOUNTS_TEMPLATES:
        return "accounts"
    return name if name in apps else "core"


def strings_in_python(path: Path) -> Iterator[tuple[str | None, str, str | None]]:
    """Context, msgid and plural of each call to a translating function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and called_name(node) in FUNCTIONS:
            yield read_call(path, node)


def called_name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def read_call(path: Path, call: ast.Call) -> tuple[str | None, str, str | None]:
    roles = FUNCTIONS[called_name(call)]
    texts = [arg.value for arg in call.args[: len(roles)] if isinstance(arg, ast.Constant)]
    if len(texts) < len(roles) or not all(isinstance(text, str) for text in texts):
        raise NotALiteral(f"{path.relative_to(settings.ROOT)}:{call.lineno} translates something that is no literal.")
    given: dict[str, str] = dict(zip(roles, map(str, texts), strict=True))
    return given.get("context"), given["msgid"], given.get("plural")


def strings_in_template(path: Path) -> Iterator[tuple[str | None, str, str | None]]:
    from babel.messages.extract import extract  # development only

    source = templatize(path.read_text("utf-8"), origin=str(path))
    # What is left of the markup stands at any indentation, which Python's tokens would not survive.
    flat = re.sub(r"(?m)^[ \t]+", "", source).encode()
    for _line, message, _comments, context in extract("python", BytesIO(flat), BABEL, (), {"encoding": "utf-8"}):
        msgid, plural = message if isinstance(message, tuple) else (message, None)
        yield context, msgid, plural
