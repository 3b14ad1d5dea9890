"""manage.py messages: what it finds in the sources, and what it keeps of what is written."""

import polib
import pytest

from core.translatable_strings import NotALiteral, owner, strings_in_python, strings_in_template
from core.translation_catalogue import Wanted, compile_catalogues, entry_problems, is_stale, update_catalogue
from tests.conventions.sources import ROOT


def found_in(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    return set((strings_in_python if name.endswith(".py") else strings_in_template)(path))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{% translate "Sign in" %}', (None, "Sign in", None)),
        ("    <p>{% trans 'Sign in' as x %}</p>", (None, "Sign in", None)),
        ('{% translate "Open" context "door" %}', ("door", "Open", None)),
        ("{% blocktranslate trimmed with a=b %}\n   Hi\n  {{ a }}\n{% endblocktranslate %}", (None, "Hi %(a)s", None)),
        (
            "{% blocktranslate count n=x trimmed %}One seat{% plural %}{{ n }} seats{% endblocktranslate %}",
            (None, "One seat", "%(n)s seats"),
        ),
        ('{% blocktranslate context "a" %}100 % of it{% endblocktranslate %}', ("a", "100 %% of it", None)),
        ('{% include "x.html" with title=_("A title") only %}', (None, "A title", None)),
        ('{{ value|default:_("none") }}', (None, "none", None)),
        ('{% if x %}\n\t{% translate "A ‘quoted’ “word”" %}{% endif %}', (None, "A ‘quoted’ “word”", None)),
    ],
)
def test_a_template_asks_for(tmp_path, text, found):
    assert found_in(tmp_path, "x.html", text) == {found}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("a" "b")', (None, "ab", None)),
        ('translation.gettext("a")', (None, "a", None)),
        ('pgettext_lazy("c", "a")', ("c", "a", None)),
        ('ngettext("one", "many", n)', (None, "one", "many")),
        ('npgettext("c", "one", "many", len(x))', ("c", "one", "many")),
        ('f(_("a") % {"b": 1})', (None, "a", None)),
    ],
)
def test_python_asks_for(tmp_path, code, found):
    assert found_in(tmp_path, "x.py", code) == {found}


@pytest.mark.parametrize("code", ["_(name)", '_(f"a {b}")', '_("a" + b)', 'ngettext("one", many, n)', "_()"])
def test_what_no_catalogue_can_hold_is_an_error(code):
    path = ROOT / "tests" / "not_there.py"
    with pytest.raises(NotALiteral, match=r"tests/not_there.py:1"):
        list(strings_in_python(Unwritten(path, code)))


class Unwritten:
    """A file that is only thought of."""

    def __init__(self, path, text):
        self.path, self.text = path, text

    def read_text(self, encoding):
        return self.text

    def relative_to(self, root):
        return self.path.relative_to(root)


@pytest.mark.parametrize(
    ("path", "app"),
    [
        ("templates/events/register.html", "events"),
        ("templates/mails/events/confirmed.txt", "events"),
        ("templates/mails/base.html", "core"),
        ("templates/base.html", "core"),
        ("templates/components/card.html", "core"),
        ("templates/allauth/layouts/base.html", "core"),
        ("templates/account/login.html", "accounts"),
        ("templates/mfa/index.html", "accounts"),
        ("site/home/models/pages.py", "home"),
        ("events/forms.py", "events"),
        ("site/config/urls.py", "core"),
    ],
)
def test_a_file_belongs_to_the_catalogue_of(path, app):
    assert owner(ROOT / path) == app


def entry(msgid="Seats", msgstr="Pladser", **fields):
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **fields)


def plural(one, many):
    return entry("One", "", msgid_plural="%(n)s", msgstr_plural={0: one, 1: many})


@pytest.mark.parametrize(
    ("written", "want", "problem"),
    [
        (entry(msgstr=""), Wanted(), "no Danish"),
        (entry(flags=["fuzzy"]), Wanted(), "no Danish"),
        (entry(), None, "asked for by nothing"),
        (entry("Pladser på"), Wanted(), "not English"),
        (entry("%(n)s seats", "%(m)s pladser"), Wanted(), "placeholders"),
        (entry("%(n)s seats", "pladser"), Wanted(), "placeholders"),
        (entry("{n} seats", "{} pladser"), Wanted(), "placeholders"),
        (plural("En", ""), Wanted("%(n)s"), "no Danish"),
        (plural("En", "Mange"), Wanted("%(n)s"), "placeholders"),
        (plural("En", "%(n)s"), Wanted("%(n)s more"), "another plural"),
    ],
)
def test_a_catalogue_is_not_whole_when_an_entry(written, want, problem):
    assert any(problem in said for said in entry_problems(written, want))


@pytest.mark.parametrize(
    ("written", "want"),
    [
        (entry(), Wanted()),
        (entry(tcomment="Library: Django"), None),
        (entry("100 %% of %(n)s", "100 %% af %(n)s"), Wanted()),
        (plural("En", "%(n)s"), Wanted("%(n)s")),
        (plural("%(n)s", "%(n)s"), Wanted("%(n)s")),
    ],
)
def test_a_catalogue_is_whole_when_an_entry(written, want):
    assert list(entry_problems(written, want)) == []


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "locale" / "da" / "LC_MESSAGES" / "django.po"
    update_catalogue(path, {(None, "Seats"): Wanted(places={"a.py"}), ("door", "Open"): Wanted()})
    kept = polib.pofile(str(path))
    kept.find("Seats").msgstr = "Pladser"
    kept.append(entry("Required", "Skal udfyldes", tcomment="Library: Django"))
    kept.save()
    return path


def test_updating_adds_what_is_missing_and_keeps_the_danish(catalogue):
    update_catalogue(catalogue, {(None, "Seats"): Wanted(), (None, "Queue"): Wanted()})
    kept = polib.pofile(str(catalogue))
    assert [kept.find(msgid).msgstr for msgid in ("Seats", "Queue", "Required")] == ["Pladser", "", "Skal udfyldes"]
    assert kept.find("Open", msgctxt="door") is None


def test_the_same_english_with_and_without_a_context_is_two_entries(catalogue):
    update_catalogue(catalogue, {(None, "Open"): Wanted(), ("door", "Open"): Wanted()})
    assert {entry.msgctxt for entry in polib.pofile(str(catalogue)) if entry.msgid == "Open"} == {None, "door"}


def test_what_was_set_aside_comes_back_with_its_danish(catalogue):
    update_catalogue(catalogue, {})
    assert polib.pofile(str(catalogue)).find("Seats") is None
    update_catalogue(catalogue, {(None, "Seats"): Wanted()})
    assert polib.pofile(str(catalogue)).find("Seats").msgstr == "Pladser"


def test_pruning_throws_it_away(catalogue):
    update_catalogue(catalogue, {}, prune=True)
    assert "Pladser" not in catalogue.read_text()
    assert "Skal udfyldes" in catalogue.read_text()


def test_a_catalogue_that_is_up_to_date_is_not_written_again(catalogue):
    wanted = {(None, "Seats"): Wanted()}
    update_catalogue(catalogue, wanted)
    assert not update_catalogue(catalogue, wanted)


def test_a_string_that_gets_a_plural_keeps_its_danish_as_the_one(catalogue):
    update_catalogue(catalogue, {(None, "Seats"): Wanted("%(n)s seats")})
    assert polib.pofile(str(catalogue)).find("Seats").msgstr_plural == {0: "Pladser", 1: ""}


def test_compiling_writes_only_what_is_newer(catalogue):
    compile_catalogues()
    assert compile_catalogues() == 0
    assert is_stale(catalogue)
