"""Wagtail brings 17 % of its own Danish, and allauth's is stiff. Ours must be whole and what people meet."""

import json
import re
from pathlib import Path

import allauth
import polib
import pytest
import taggit
import wagtail
from django.apps import apps
from django.utils import translation

from core.translation_catalogue import every_catalogue

OURS = sorted((Path(__file__).parents[2] / "site" / "core").glob("locale_*/da/LC_MESSAGES/*.po"))
LIBRARIES = [Path(library.__file__).parent for library in (wagtail, taggit, allauth)]

# The same in Danish as in English.
SAME = {
    "%(field_label)s:",
    "%(num)s pixel",
    "%(range_start)s - %(range_end)s",
    "%(related_model_name)s %(field_label)s",
    "%(site_setting)s for %(site)s",
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    "Administrator",
    "Alias",
    "Browser",
    "Format",
    "Link",
    "Menu:",
    "Status",
    "Status: ",
    "Type",
    "Wagtail API v2",
    "Wagtail API v3",
    "WebAuthn",
    "port",
    "status",
}
NOT_INSTALLED = re.compile(r"(templates/)?(socialaccount|headless|idp)/")  # parts of allauth
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>")
ENGLISH = re.compile(r"\b(the|and|with|this|that|you|your|pages?|of|please|cannot|has been|successfully)\b", re.I)
LEFT_AS_IT_IS = re.compile(r"<[^>]+>|%\(\w+\)[sd]|\{\w+\}")


def installed_english(domain: str) -> list[polib.POEntry]:
    """The libraries' own list of what the apps we install say."""
    libraries = {folder.name for folder in LIBRARIES}
    folders = [Path(app.path) for app in apps.get_app_configs() if app.name.split(".")[0] in libraries]
    found = [folder / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po" for folder in folders]
    entries = [entry for path in found if path.exists() for entry in polib.pofile(str(path)) if not entry.obsolete]
    return [entry for entry in entries if not all(NOT_INSTALLED.match(place) for place, _ in entry.occurrences)]


def our_entries(domain: str = "*") -> list[polib.POEntry]:
    return [entry for path in OURS if path.match(f"{domain}.po") for entry in polib.pofile(str(path))]


def forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each English text of the entry beside its Danish one."""
    if entry.msgid_plural:
        return [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
    return [(entry.msgid, entry.msgstr)]


def in_effect(entry: polib.POEntry) -> list[str]:
    with translation.override("da"):
        if entry.msgid_plural:
            return [translation.ngettext(entry.msgid, entry.msgid_plural, number) for number in (1, 2)]
        if entry.msgctxt:
            return [translation.pgettext(entry.msgctxt, entry.msgid)]
        return [translation.gettext(entry.msgid)]


@pytest.fixture
def script_catalogue(client, db):
    """What the admin's scripts are given to speak with."""
    script = client.get("/admin/jsi18n/").content.decode()
    return json.loads(re.search(r"const newcatalog = (\{.*?\n  \});", script, re.S)[1])


def test_every_string_of_wagtail_and_allauth_is_danish():
    english = [e for e in installed_english("django") if {e.msgid, e.msgid_plural} & set(in_effect(e))]

    assert {entry.msgid for entry in english} - SAME == set()


def test_every_string_of_the_admins_scripts_is_danish(script_catalogue):
    said = {entry.msgid: script_catalogue.get(entry.msgid) for entry in installed_english("djangojs")}
    english = {msgid for msgid, danish in said.items() if danish is None or danish == msgid or msgid in danish}

    assert english - SAME == set()


def test_the_scripts_count_in_danish(script_catalogue):
    assert script_catalogue["%(num)s min"] == ["%(num)s minut", "%(num)s minutter"]


def test_no_translation_is_empty_or_fuzzy():
    assert [e.msgid for e in our_entries() if e.fuzzy or not all(danish for _, danish in forms(e))] == []


def test_placeholders_and_tags_are_those_of_the_english():
    wrong = [
        danish
        for entry in our_entries()
        for english, danish in forms(entry)
        if sorted(PLACEHOLDER.findall(english)) != sorted(PLACEHOLDER.findall(danish))
    ]

    assert wrong == []


def test_space_at_the_ends_is_kept():
    def ends(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [danish for e in our_entries() for english, danish in forms(e) if ends(english) != ends(danish)] == []


def test_the_voice_is_calm_and_without_english():
    texts = [LEFT_AS_IT_IS.sub("", danish) for entry in our_entries() for _, danish in forms(entry)]

    assert [text for text in texts if "!" in text or ENGLISH.search(text)] == []


def test_nothing_is_kept_that_the_libraries_no_longer_say():
    english = [path for folder in LIBRARIES for path in folder.glob("**/locale/en/LC_MESSAGES/*.po")]
    said = {(entry.msgctxt, entry.msgid) for path in english for entry in polib.pofile(str(path))}

    assert {(entry.msgctxt, entry.msgid) for entry in our_entries()} - said == set()


def test_no_word_of_our_own_apps_is_overruled():
    """LOCALE_PATHS win over an app's own catalogue, so a string both hold must mean the same in both."""
    theirs = {(entry.msgctxt, entry.msgid): forms(entry) for entry in our_entries("django")}
    own = [path for path in every_catalogue() if path.parts[-4] == "locale"]
    clashes = [
        f"{path.parts[-5]}: {entry.msgid!r} is {forms(entry)[0][1]!r}, but {theirs[key][0][1]!r} in the library's"
        for path in own
        for entry in polib.pofile(str(path))
        if not entry.obsolete and (key := (entry.msgctxt, entry.msgid)) in theirs and forms(entry) != theirs[key]
    ]

    assert clashes == []
