"""/soeg/: what everyone may read, best first, on both databases."""

import pytest
from django.core.management import call_command

from home.models import StandardPage
from search.finding import DESCRIBED_KINDS, find_pages
from search.views.results import PAGE_SIZE
from tests.factories.catalogue import StoryPageFactory
from tests.factories.events import EventFactory, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def written(site):
    """A function that makes a page of text and puts it in the index."""

    def make(title, lead="", **fields):
        made = site.root_page.add_child(instance=StandardPage(title=title, lead=lead, **fields))
        call_command("update_index", verbosity=0)
        return made

    return make


def titles(query: str) -> list[str]:
    return [page.title for page in find_pages(query)]


def test_a_word_finds_its_page(written):
    written("Besøg i Oslo")
    assert titles("Oslo") == ["Besøg i Oslo"]


def test_a_word_finds_a_page_by_its_text(written):
    written("Om natten", "Hvem kommer, når det er mørkt?")
    assert titles("mørkt") == ["Om natten"]


def test_every_word_must_be_there(written):
    written("Besøg i Oslo")
    written("Besøg i Bergen")
    assert titles("besøg bergen") == ["Besøg i Bergen"]


def test_a_word_in_the_title_weighs_more_than_one_in_the_text(written):
    written("Noget andet", "Det her handler også om vagtplaner.")
    written("Vagtplaner")
    assert titles("vagtplaner") == ["Vagtplaner", "Noget andet"]


def test_a_word_in_another_form_is_found(written):
    written("Ledere")
    assert titles("leder") == ["Ledere"]


def test_a_draft_is_not_found(written):
    written("Kladde om Oslo", live=False)
    assert titles("Oslo") == []


def test_nothing_under_a_closed_page_is_found(written):
    closed = written("Lukket afdeling")
    closed.add_child(instance=StandardPage(title="Hemmelige vagtplaner"))
    closed.view_restrictions.create(restriction_type="login")
    call_command("update_index", verbosity=0)
    assert titles("hemmelige") == []
    assert titles("lukket") == []


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', "*", "a AND", "NEAR(", "title:x", "'; DROP TABLE", "%", "æ" * 500, "\x00", "(((", "-x", "^"],
)
def test_no_question_breaks_the_search(client, site, query):
    assert client.get("/soeg/", {"q": query}).status_code == 200


def test_what_was_asked_stands_in_the_field_and_harmless(client, site):
    text = client.get("/soeg/", {"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
    assert "&quot;&gt;&lt;script&gt;" in text


def test_no_hits_leads_on(client, site):
    text = client.get("/soeg/?q=findesikke").text
    assert "Her er ingen side med alle de ord" in text
    assert 'href="/katalog/"' in text


def test_an_empty_question_asks_nothing(client, site, django_assert_num_queries):
    client.get("/soeg/")
    with django_assert_num_queries(0):
        client.get("/soeg/")


def test_hits_come_twenty_to_a_page(client, site):
    for number in range(PAGE_SIZE + 1):
        site.root_page.add_child(instance=StandardPage(title=f"Vagtplan {number}"))
    call_command("update_index", verbosity=0)
    assert len(client.get("/soeg/?q=vagtplan").context["hits"]) == PAGE_SIZE
    assert len(client.get("/soeg/?q=vagtplan&side=2").context["hits"]) == 1
    assert len(client.get("/soeg/?q=vagtplan&side=hundrede").context["hits"]) == PAGE_SIZE


def test_a_hit_tells_its_kind_and_what_it_is_about(client, written):
    written("Besøg i Oslo", "En rejse i marts.")
    hit = client.get("/soeg/?q=oslo").context["hits"][0]
    assert (hit.kind, hit.url, hit.description) == ("Side", "/besøg-i-oslo/", "En rejse i marts.")


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_mixed_hits_costs_no_more_for_more_of_each(client, site, django_assert_max_num_queries, number):
    for place in range(number):
        site.root_page.add_child(instance=StandardPage(title=f"Team {place}"))
        StoryPageFactory(title=f"Team {place}")
        publish(EventFactory(title=f"Team {place}"))
    call_command("update_index", verbosity=0)
    client.get("/soeg/?q=team")
    with django_assert_max_num_queries(3 + DESCRIBED_KINDS):
        assert len(client.get("/soeg/?q=team").context["hits"]) >= 3 * number
