"""/soeg/forslag/: words and titles that begin with what has been typed."""

import pytest

from home.models import StandardPage

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def suggested(client):
    """A function that asks for suggestions: the text, address and kind of each."""

    def ask(typed):
        found = client.get("/soeg/forslag/", {"q": typed}).json()["suggestions"]
        return [(each["text"], each["url"], each["kind"]) for each in found]

    return ask


def test_a_beginning_suggests_words_and_titles(written, suggested):
    written("Hjemmepleje i Oslo")
    assert suggested("hjem") == [
        ("Hjemmepleje", "/soeg/?q=Hjemmepleje", ""),
        ("Hjemmepleje i Oslo", "/hjemmepleje-i-oslo/", "Side"),
    ]


def test_the_words_before_are_kept(written, suggested):
    written("Faste teams", "om dagen")
    assert suggested("faste tea")[0] == ("faste teams", "/soeg/?q=faste+teams", "")


def test_a_word_is_suggested_only_where_the_words_before_stand_too(written, suggested):
    written("Faste teams")
    written("Tekster")
    assert {text.lower() for text, _url, _kind in suggested("faste te")} == {"faste teams"}


@pytest.mark.parametrize("typed", ["", "h", " ", "%", "__", "%jem", "xyzzy"])
def test_nothing_is_suggested_for_next_to_nothing(written, suggested, typed):
    written("Hjemmepleje")
    assert suggested(typed) == []


def test_what_is_withdrawn_is_not_suggested(site, written, suggested):
    written("Hemmeligheder").unpublish()
    assert suggested("hemm") == []


def test_what_is_closed_is_not_suggested(site, written, suggested):
    closed = written("Lukket")
    closed.view_restrictions.create(restriction_type="login")
    closed.add_child(instance=StandardPage(title="Hemmeligheder"))
    written("Noget andet")
    assert suggested("hemm") == []


def test_100_kb_is_cut(written, client):
    written("Hjemmepleje")
    assert client.get("/soeg/forslag/", {"q": "hjemme " * 15_000}).status_code == 200


def test_suggestions_are_not_kept(site, client):
    assert "no-store" in client.get("/soeg/forslag/?q=hj").headers["Cache-Control"]


def test_suggestions_cost_three_queries(written, client, django_assert_num_queries):
    written("Hjemmepleje")
    with django_assert_num_queries(3):
        client.get("/soeg/forslag/?q=hjem")
