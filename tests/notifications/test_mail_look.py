"""How mails look, and what every mail template keeps to."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from hypothesis import given
from hypothesis import strategies as st

from notifications.mails import LINE_WIDTH, STYLES, render_mail, style_tags, tidy

ROOT = Path(settings.ROOT)
MAILS = ROOT / "templates" / "mails"
TEMPLATES = sorted(path for path in MAILS.glob("*/*.txt") if path.parent.name != "components")
BASE = (MAILS / "base.html").read_text()
BUTTON = (MAILS / "components" / "button.html").read_text()
TOKENS = (ROOT / "site/core/static/core/css/tokens.css").read_text()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_mail_has_a_subject_and_both_forms(path):
    assert re.match(r"({%[^%]*%}|{#[^#]*#})*Emne: ", path.read_text())
    assert '{% extends "mails/base.html" %}' in path.with_suffix(".html").read_text()


@pytest.mark.parametrize("path", sorted(MAILS.rglob("*.html")), ids=lambda path: path.stem)
def test_nothing_in_a_mail_is_fetched_from_anywhere(path):
    assert not re.search(r"\ssrc=|url\(|@import|<link|<img|background=|<script", path.read_text())


def test_the_colours_are_the_sites():
    used = set(re.findall(r"#[0-9a-f]{6}", BASE + BUTTON + " ".join(STYLES.values())))
    assert len(used) > 10
    assert [colour for colour in sorted(used) if colour not in TOKENS] == []


def test_a_plain_tag_is_given_its_look_and_a_styled_one_keeps_its_own():
    html = style_tags('<p>a</p><p style="x">b</p><a href="y">c</a><pre>d</pre><article>e</article>')
    assert html.startswith(f'<p style="{STYLES["p"]}">a</p><p style="x">b</p><a style="')
    assert html.endswith("<pre>d</pre><article>e</article>")


def test_the_foot_says_why_one_got_it_and_whom_to_ask(mail_template):
    mail = render_mail("place", {"name": "Anna", "reason": "Du får mailen, fordi du er tilmeldt."})
    for form in (mail.text, mail.html):
        assert "Du får mailen, fordi du er tilmeldt." in form
        assert settings.CONTACT_EMAIL in form
        assert settings.BASE_URL in form


def test_without_a_reason_it_says_where_the_address_is_from(mail_template):
    mail = render_mail("place", {"name": "Anna"})
    assert "Du får denne mail" in mail.text
    assert "Du får denne mail" in mail.html


def test_a_button_shows_its_address_too():
    html = get_template("mails/components/button.html").render({"url": "https://x.example/?a=1&b=2", "label": "Se"})
    assert html.count("https://x.example/?a=1&amp;b=2") == 3


def test_an_address_stands_on_its_own_line_however_long():
    link = "https://udviklingsrummet.example/tilmelding/" + "a" * 60 + "/"
    assert link in tidy(f"Se din tilmelding:\n{link}\nHej").split("\n")


def test_more_than_one_empty_line_becomes_one():
    assert tidy("\n\na\n\n\n  \n\nb  \n") == "a\n\nb"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters=":")))
def test_text_is_wrapped_and_no_word_is_lost(text):
    lines = tidy(text).split("\n")
    assert all(len(line) <= LINE_WIDTH or " " not in line.strip() for line in lines)
    assert "".join("\n".join(lines).split()) == "".join(text.split())
