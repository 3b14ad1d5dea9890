"""The tree of pages the demo makes."""

import re

import pytest
from wagtail.models import Page, Site

from accounts import known_browser, visits
from core import navigation
from demo.seed.articles import seed_articles
from demo.seed.glossary import seed_glossary
from demo.seed.page_texts import ABOUT, ACCESSIBILITY, DATA, Text
from demo.seed.page_texts_privacy import PRIVACY
from demo.seed.pages import seed_pages

PAGES = ["/om/", "/om/data/", "/om/tilgaengelighed/", "/om/privatliv/", "/om/kontakt/"]
OWN_LINK = re.compile(r'(?:href|action)="(/[^"#?]*)')


@pytest.fixture
def seeded(db):
    seed_pages()
    navigation.forget()


def words(text: Text) -> str:
    return " ".join(str(value) for _kind, value in text)


def test_seeding_twice_changes_nothing(seeded):
    before = list(Page.objects.order_by("path").values_list("pk", "url_path", "last_published_at"))
    seed_pages()
    assert list(Page.objects.order_by("path").values_list("pk", "url_path", "last_published_at")) == before


def test_what_an_editor_has_changed_is_kept(seeded):
    page = Page.objects.get(slug="kontakt")
    page.title = "Skriv til os"
    page.save()
    seed_pages()
    assert Page.objects.get(slug="kontakt").title == "Skriv til os"


def test_wagtails_welcome_page_goes(db):
    welcome = Page.get_first_root_node().add_child(instance=Page(title="Welcome", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
    seed_pages()
    assert not Page.objects.filter(slug="home").exists()
    assert Site.objects.get().root_page.slug == "forside"


def test_the_menu_has_its_six_doors_in_order(seeded):
    titles = [item.title for item in navigation.navigation().menu]
    assert titles == ["Katalog", "Kom godt i gang", "Kommuner", "Udviklingsrum", "Arrangementer", "Om"]


@pytest.mark.parametrize("path", ["/", "/findes-ikke/", "/soeg/", *PAGES])
def test_no_link_of_the_frame_or_the_texts_is_dead(client, seeded, settings, path):
    seed_glossary()
    seed_articles()
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True  # as in development: nothing is collected
    answers = {link: client.get(link).status_code for link in OWN_LINK.findall(client.get(path).text)}
    assert len(answers) > 10
    assert {link: status for link, status in answers.items() if status >= 400} == {}


@pytest.mark.parametrize("path", PAGES)
def test_each_page_tells_what_it_is(client, seeded, path):
    text = client.get(path).text
    assert '<meta name="description"' in text
    assert text.count("<h1") == 1


def test_the_credit_line_of_the_map_stands_on_the_page_about_data():
    assert "Indeholder data fra Geodatastyrelsen (nu Klimadatastyrelsen)" in words(DATA)
    assert "tabel FOLK1A (1. kvartal 2026) og ARE207 (2025)" in words(DATA)


def test_the_accessibility_statement_says_what_was_not_tried():
    assert "skærmlæser" in words(ACCESSIBILITY)
    assert "Digitaliseringsstyrelsen" in words(ACCESSIBILITY)


def test_the_privacy_page_tells_how_long_mails_are_kept_as_the_code_does():
    from notifications.domain.retention import KEPT

    assert f"Efter {KEPT.days} dage" in words(PRIVACY)


def test_the_privacy_page_names_every_cookie(settings):
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, known_browser.COOKIE, "messages"):
        assert name in words(PRIVACY)
    assert (settings.SESSION_COOKIE_AGE, visits.LONGEST) == (8 * 3600, 7 * 24 * 3600)
    assert known_browser.LASTS <= 183 * 24 * 3600
    assert settings.CSRF_COOKIE_AGE <= 366 * 24 * 3600


@pytest.mark.parametrize("text", [ABOUT, DATA, ACCESSIBILITY, PRIVACY])
def test_nobody_is_shouted_at(text):
    assert "!" not in words(text)
    assert "klik her" not in words(text).lower()
