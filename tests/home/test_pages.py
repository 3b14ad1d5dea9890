"""The front page and the pages of running text."""

import brotli
import pytest
from django.core.cache import caches

from catalogue.enums import GuideReader
from catalogue.outlines import map_data
from events.enums import EventKind
from home.models import FrontPage, StandardPage
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory
from tests.factories.events import EventFactory, publish

KILOBYTE = 1024


@pytest.fixture
def om(site):
    om = site.root_page.add_child(instance=StandardPage(title="Om", slug="om", lead="Hvad det er."))
    om.add_child(instance=StandardPage(title="Data", slug="data", body=[("text", "<p>Tal og kort.</p>")]))
    return om


def stories(number: int) -> None:
    """So many stories, each of its own municipality on the map."""
    for code in list(map_data()["paths"])[:number]:
        municipality = MunicipalityFactory(code=code, name=f"Prøvekommune {code}")
        StoryPageFactory(parent=MunicipalityPageFactory(municipality=municipality))


def test_the_front_page_leads_each_reader_to_their_guide(client, site):
    text = client.get("/").text
    for audience in ("leder", "medarbejder", "projektleder"):
        assert f'href="/kom-godt-i-gang/?for={audience}"' in text
        assert audience in GuideReader


def test_the_front_page_shows_the_newest_stories_first(client, site):
    stories(6)
    response = client.get("/")
    titles = [response.context["lead_story"].title, *(story.title for story in response.context["other_stories"])]
    assert titles == sorted(titles, key=lambda title: int(title.split()[-1]), reverse=True)
    assert len(titles) == 5
    assert "Alle 6 erfaringer" in response.text


def test_the_front_page_stands_without_stories_and_events(client, site):
    text = client.get("/").text
    assert "Nye erfaringer" not in text
    assert "Næste" not in text


def test_the_front_page_tells_of_the_next_conference(client, site):
    publish(EventFactory(title="Vidensdag", slug="vidensdag"))
    assert "Vidensdag" in client.get("/").text


def test_the_conference_goes_before_smaller_events(client, site):
    publish(EventFactory(title="Et seminar", slug="seminar", kind=EventKind.SEMINAR, last_day=True))
    publish(EventFactory(title="Vidensdag", slug="vidensdag"))
    assert client.get("/").context["event"].title == "Vidensdag"


def test_a_smaller_event_is_told_of_where_there_is_no_conference(client, site):
    publish(EventFactory(title="Et seminar", slug="seminar", kind=EventKind.SEMINAR))
    assert client.get("/").context["event"].title == "Et seminar"


def test_the_front_page_tells_of_no_event_that_is_only_a_draft(client, site):
    publish(EventFactory(title="Vidensdag", slug="vidensdag")).unpublish()
    assert "Vidensdag" not in client.get("/").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_front_page_costs_eight_queries_at_most(client, site, django_assert_num_queries, number):
    stories(number)
    publish(EventFactory())
    client.get("/")
    with django_assert_num_queries(7):
        client.get("/")


def test_the_front_page_fits_a_weak_signal(client, site):
    stories(18)
    publish(EventFactory(summary="En dag for ledere, medarbejdere og projektledere. " * 3))
    page = client.get("/").content
    assert len(brotli.compress(page, quality=5)) <= 10 * KILOBYTE


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_text_costs_three_queries(client, om, django_assert_num_queries, number):
    for place in range(number):
        om.add_child(instance=StandardPage(title=f"Side {place}", slug=f"side-{place}"))
    client.get("/om/data/")
    with django_assert_num_queries(3):
        client.get("/om/data/")


def test_a_page_of_text_shows_what_stands_beside_it(client, om):
    text = client.get("/om/data/").text
    assert "Tal og kort." in text
    assert '<a href="/om/data/" aria-current="page">Data</a>' in text


def test_a_draft_is_not_listed_beside_the_others(client, om):
    om.add_child(instance=StandardPage(title="Kladde", slug="kladde", live=False))
    assert "Kladde" not in client.get("/om/data/").text
    assert client.get("/om/kladde/").status_code == 404


def test_a_page_describes_itself_to_search_engines(client, om):
    assert '<meta name="description" content="Hvad det er.">' in client.get("/om/").text


def test_there_is_one_front_page(site):
    assert not FrontPage.can_create_at(site.root_page.get_parent())


def test_a_page_is_the_same_with_cold_caches(client, om):
    warm = client.get("/om/").text
    for cache in caches.all():
        cache.clear()
    assert client.get("/om/").text == warm
