"""/soeg/: what the page shows and says."""

import pytest
from django.core.management import call_command

from home.models import StandardPage
from search.domain.answering import PAGE_SIZE
from search.domain.vocabulary import forget_synonyms
from tests.factories.catalogue import TermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def answered(client):
    """A function that searches and answers with what was found."""
    return lambda query, **more: client.get("/soeg/", {"q": query} | more).context["found"]


def test_what_was_asked_stands_in_the_field_and_harmless(client, site):
    text = client.get("/soeg/", {"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
    assert "&quot;&gt;&lt;script&gt;" in text


def test_an_empty_question_asks_nothing(client, site, django_assert_num_queries):
    client.get("/soeg/")
    with django_assert_num_queries(0):
        client.get("/soeg/")


def test_hits_come_twenty_to_a_page(client, site, answered):
    for number in range(PAGE_SIZE + 1):
        site.root_page.add_child(instance=StandardPage(title=f"Vagtplan {number}"))
    call_command("index_search", verbosity=0)
    assert (answered("vagtplan").total, len(answered("vagtplan").side)) == (PAGE_SIZE + 1, PAGE_SIZE)
    assert [len(answered("vagtplan", side=side).side) for side in (2, 999)] == [1, 1]
    assert len(answered("vagtplan", side="hundrede").side) == PAGE_SIZE


def test_the_count_is_said_aloud(client, written):
    written("Besøg i Oslo")
    text = client.get("/soeg/?q=oslo").text
    assert 'role="status"' in text
    assert "Ét svar på “oslo”" in text


def test_a_hit_tells_its_kind_and_what_it_is_about(written, answered):
    written("Besøg i Oslo", "En rejse i marts.")
    hit = answered("oslo").side[0]
    assert (hit.kind, hit.url, hit.description) == ("Side", "/besøg-i-oslo/", "En rejse i marts.")


def test_words_are_marked_in_any_form_and_part(written, answered):
    written("Plejen i hjemmet", "Hjemmeplejen & de andre. Aabenraa <b>.")
    hit = answered("pleje åbenrå").side[0]
    assert hit.title == "<mark>Plejen</mark> i hjemmet"
    assert hit.description == "<mark>Hjemmeplejen</mark> &amp; de andre. <mark>Aabenraa</mark> &lt;b&gt;."


def test_the_lines_shown_are_those_with_the_word(written, answered):
    written("Om natten", "ord " * 90 + "tillid " + "ord " * 5)
    shown = answered("tillid").side[0].description
    assert shown.startswith("… ord")
    assert "<mark>tillid</mark>" in shown
    assert len(shown) < 300


def test_synonyms_are_searched_and_told_with_a_way_round(client, written, answered):
    TermFactory(da="selvstyrende team", synonyms=["medstyrende team", "samskabende team"])
    TermFactory(da="selvstyrende", synonyms=["medstyrende", "samskabende"])
    forget_synonyms()
    for word in ("selvstyrende", "medstyrende", "samskabende"):
        written(f"Vi er {word}")
    titles = {hit.title for hit in answered("selvstyrende").side}
    assert {"Vi er <mark>medstyrende</mark>", "Vi er <mark>samskabende</mark>"} <= titles
    text = client.get("/soeg/?q=selvstyrende").text
    assert "“selvstyrende” finder også medstyrende og samskabende." in text
    assert 'href="?q=%22selvstyrende%22">Søg kun på “selvstyrende”' in text


def test_in_quotation_marks_a_word_goes_without_its_synonyms(written, found):
    TermFactory(da="selvstyrende", synonyms=["medstyrende"])
    forget_synonyms()
    written("Vi er medstyrende")
    written("Vi er selvstyrende")
    assert "Vi er medstyrende" not in found('"selvstyrende"')


def test_a_term_of_several_words_has_synonyms_too(written, found):
    TermFactory(da="social- og sundhedsassistent", synonyms=["SOSU-assistent"])
    forget_synonyms()
    written("Vores SOSU-assistent")
    assert "Vores SOSU-assistent" in found("social- og sundhedsassistent")


@pytest.mark.parametrize("typed", ["hjemeplejen", "hjemmepljee", "hjmmepleje", "hjemmeplæje"])
def test_a_typing_error_finds_what_was_meant_and_says_so(written, client, typed):
    written("Hjemmepleje")
    response = client.get("/soeg/", {"q": typed})
    assert [hit.title for hit in response.context["found"].side] == ["<mark>Hjemmepleje</mark>"]
    assert f"Der var intet på “{typed}”, så her er svar på “Hjemmepleje”." in response.text


def test_few_hits_are_shown_with_what_may_have_been_meant(written, answered):
    for number in range(4):
        written(f"Vagtplan {number}")
    written("Vagtplam")
    found = answered("vagtplam 1 2 3 4 5")
    assert found.maybe == ""
    assert answered("vagtplam").maybe == ""  # it is a word that is there


def test_nothing_found_tells_which_word_to_drop(written, answered):
    written("Besøg i Oslo")
    found = answered("oslo rumraket")
    assert (found.total, found.fewer) == (0, [("oslo", 1)])


def test_no_hits_lead_on(client, site):
    text = client.get("/soeg/?q=findesikke").text
    assert "Her er intet med alle de ord" in text
    assert 'href="/katalog/"' in text


def test_nothing_found_costs_at_most_eight_queries(client, written, django_assert_max_num_queries):
    written("Besøg i Oslo")
    client.get("/soeg/?q=rumraket")
    with django_assert_max_num_queries(8):
        client.get("/soeg/?q=rumrakat+oslu+besøk+xyzzy")
