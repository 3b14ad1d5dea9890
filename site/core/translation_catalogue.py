"""The Danish catalogues: what the sources ask to have translated, beside what the .po files hold.

Every app carries its own locale/da/LC_MESSAGES/django.po, for its Python and for its templates. An entry whose
translator comment begins with "Library" gives better Danish to a string of Django, Wagtail or allauth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed

LANGUAGE = "da"
HEADER = {
    "Project-Id-Version": "udviklingsrummet",
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
PLACEHOLDER = re.compile(r"(?<!%)(?:%%)*(%(?:\(\w+\))?[sdifr]|\{\w*\})")

Key = tuple[str | None, str]  # context, msgid


@dataclass
class Wanted:
    """A string the sources ask for: its plural, if any, and the files that ask."""

    plural: str | None = None
    places: set[str] = field(default_factory=set)


def app_folders() -> dict[str, Path]:
    """The folder of each of our apps, by the app's name."""
    found = [*settings.ROOT.glob("*/apps.py"), *settings.ROOT.glob("site/*/apps.py")]
    return {path.parent.name: path.parent for path in sorted(found)}


def catalogue_path(folder: Path) -> Path:
    return folder / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def every_catalogue() -> list[Path]:
    """Every .po file of ours, those that only translate libraries among them."""
    return sorted(path for folder in app_folders().values() for path in folder.glob("locale*/**/LC_MESSAGES/*.po"))


def compile_catalogues() -> int:
    """Write the .mo beside each .po that is newer, and have Django read it. Returns how many were written."""
    stale = [path for path in every_catalogue() if is_stale(path)]
    for path in stale:
        compiled = path.with_suffix(".mo")
        polib.pofile(str(path)).save_as_mofile(str(compiled))
        translation_file_changed(None, compiled)  # Django may have read what was there before
    return len(stale)


def is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime <= path.stat().st_mtime


def update_catalogue(path: Path, wanted: dict[Key, Wanted], *, prune: bool = False) -> bool:
    """Add what is missing with empty Danish and set aside what nothing asks for. Returns whether the file changed.

    What is set aside comes back with its Danish when it is asked for again; `prune` throws it away instead.
    """
    catalogue = polib.pofile(str(path), wrapwidth=118) if path.exists() else polib.POFile(wrapwidth=118)
    before = str(catalogue)
    catalogue.metadata = HEADER
    held = {entry_key(entry): entry for entry in catalogue}
    for key, want in wanted.items():
        entry = held.get(key)
        if entry is None:
            entry = polib.POEntry(msgctxt=key[0], msgid=key[1])
            catalogue.append(entry)
        bring_up_to_date(entry, want)
    for entry in catalogue:
        if entry_key(entry) not in wanted and not is_for_a_library(entry):
            entry.obsolete = True
    kept = [entry for entry in catalogue if not entry.obsolete or not (prune or is_empty(entry))]
    catalogue[:] = sorted(kept, key=lambda entry: (entry.obsolete, entry.msgid.lower(), entry.msgctxt or ""))
    if str(catalogue) == before and path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return True


def bring_up_to_date(entry: polib.POEntry, want: Wanted) -> None:
    entry.obsolete = False
    entry.occurrences = [(place, "") for place in sorted(want.places)]
    entry.flags = [flag for flag in entry.flags if flag == "fuzzy"]
    if want.plural and entry.msgid_plural != want.plural:
        entry.msgid_plural = want.plural
        entry.msgstr_plural = {0: entry.msgstr, 1: ""}
        entry.msgstr = ""


def problems(apps: dict[str, dict[Key, Wanted]]) -> Iterator[str]:
    """What keeps the catalogues from being whole, one sentence each."""
    said: dict[Key, tuple[str, tuple]] = {}
    for app, folder in app_folders().items():
        wanted = apps.get(app, {})
        path = catalogue_path(folder)
        entries = list(polib.pofile(str(path))) if path.exists() else []
        held = {entry_key(entry): entry for entry in entries if not entry.obsolete}
        yield from (f"{app}: {shown(key)} is not in the catalogue" for key in wanted if key not in held)
        yield from (f"{app}: {shown(entry_key(entry))} is obsolete" for entry in entries if entry.obsolete)
        for key, entry in held.items():
            yield from (f"{app}: {shown(key)} {problem}" for problem in entry_problems(entry, wanted.get(key)))
            other, danish = said.setdefault(key, (app, danish_of(entry)))
            if danish != danish_of(entry):
                yield f"{app}: {shown(key)} is {danish_of(entry)} here and {danish} in {other}: give one a context"


def entry_problems(entry: polib.POEntry, want: Wanted | None) -> Iterator[str]:
    if want is None and not is_for_a_library(entry):
        yield "is asked for by nothing"
    if re.search("[æøå]", entry.msgid.lower()):
        yield "is not English"
    if is_empty(entry) or not all(danish_of(entry)) or "fuzzy" in entry.flags:
        yield "has no Danish"
        return
    if want and (want.plural or "") != entry.msgid_plural:
        yield "has another plural in the sources"
    singular, plural = placeholders(entry.msgid), placeholders(entry.msgid_plural or entry.msgid)
    first, last = placeholders(danish_of(entry)[0]), placeholders(danish_of(entry)[-1])
    # "One place left" may leave out the number that "%(count)s places left" must have.
    if last != plural or not (first == singular or (entry.msgid_plural and first <= plural)):
        yield f"has placeholders {sorted(first | last)} instead of {sorted(singular | plural)}"


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def danish_of(entry: polib.POEntry) -> tuple[str, ...]:
    return tuple(entry.msgstr_plural.values()) if entry.msgid_plural else (entry.msgstr,)


def is_empty(entry: polib.POEntry) -> bool:
    return not any(danish_of(entry))


def is_for_a_library(entry: polib.POEntry) -> bool:
    return entry.tcomment.startswith("Library")


def entry_key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or None, entry.msgid


def shown(key: Key) -> str:
    context, msgid = key
    return f'"{msgid}"' + (f" ({context})" if context else "")
