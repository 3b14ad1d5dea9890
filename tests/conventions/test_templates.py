"""What a template may not hold."""

import re

import pytest

from tests.conventions.sources import files, shown

# Mails and PDFs have no stylesheet to link to; Wagtail's admin has a policy and components of its own.
ELSEWHERE = ("templates/mails/", "templates/account/email/", "templates/pdf/", "templates/wagtailadmin/")
COMMENTS = re.compile(r"{#.*?#}|{% comment.*?{% endcomment %}", re.S)
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)|javascript:", re.I
)
# Head and foot of the site are parts of base.html, not components that stand alone.
OPEN_INCLUDE = re.compile(r'{% include "(components/(?!site_)[^"]+)"(?![^%]*\bonly %})')


def templates(*, skip: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Name and text of each template, comments left out."""
    found = [(shown(path), path.read_text()) for path in files("*.html", "*.txt", folders=("templates",))]
    return [(name, COMMENTS.sub("", text)) for name, text in found if not name.startswith(skip)]


def test_no_template_carries_script_or_style():
    # The policy every page is served with refuses it; this finds it before a reader does.
    assert [name for name, text in templates(skip=ELSEWHERE) if INLINE.search(text)] == []


@pytest.mark.parametrize(
    "text",
    ["<p style='x'>", "<STYLE>", "<a onclick=x>", "<script>x</script>", "<script defer>x", '<a href="javascript:x">'],
)
def test_inline_script_and_style_are_seen(text):
    assert INLINE.search(text)


@pytest.mark.parametrize(
    "text", ['<script src="x" defer></script>', '<link rel="stylesheet" href="x">', "<p lang=da>"]
)
def test_files_of_script_and_style_are_let_be(text):
    assert not INLINE.search(text)


def test_components_are_called_closed():
    # An open include reads whatever the page around it happens to hold.
    found = {name: OPEN_INCLUDE.findall(text) for name, text in templates()}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_an_open_call_is_seen():
    assert OPEN_INCLUDE.search('{% include "components/card.html" with title=title %}')
    assert not OPEN_INCLUDE.search('{% include "components/card.html" with title=title only %}')


def test_a_component_begins_with_its_contract():
    components = list(files("*.html", folders=("templates/components",)))
    assert len(components) > 5
    assert [shown(path) for path in components if not path.read_text().startswith("{# ")] == []


def test_danish_stands_in_the_catalogues():
    gallery = "templates/core/gallery.html"  # for those who build, and only in development
    assert [name for name, text in templates(skip=(gallery,)) if re.search("[æøåÆØÅ]", text)] == []
