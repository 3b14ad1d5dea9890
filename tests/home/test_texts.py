"""A municipality's report of its own texts: how far, how old, when last confirmed, and of nobody else's."""

from uuid import uuid4

import pytest

from catalogue.domain.diary import Note, write_diary_entry
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db
PAGE = "/min-kommune/haderslev/tekster/"


@pytest.fixture
def read(client, request):
    def by(persona, query=""):
        client.force_login(request.getfixturevalue(persona))
        return client.get(PAGE + query)

    return by


def stories(page, owner, number):
    for place in range(number):
        StoryPageFactory(parent=page, owner=owner, title=f"Erfaring {place}").save_revision(user=owner)


def test_it_tells_how_far_each_is_and_when_it_was_confirmed(read, haderslev_page, contributor, coordinator):
    told = {"last_confirmed_on": "2026-06", "last_confirmed_by": "source"}
    StoryPageFactory(parent=haderslev_page, owner=contributor, title="Udgivet for længe siden", **told)
    draft = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title="Kladden")
    draft.save_revision(user=contributor)
    text = read("coordinator").text
    for words in ("Udgivet for længe siden", "juni 2026 (af en kilde)", "Kladden", "ikke endnu"):
        assert words in text


@pytest.mark.parametrize(
    ("persona", "status"), [("contributor", 200), ("coordinator", 200), ("editor", 200), ("stranger", 404)]
)
def test_it_is_the_municipalitys_own(read, haderslev_page, koege_page, persona, status):
    assert read(persona).status_code == status


def test_another_municipalitys_texts_are_not_in_it(read, coordinator, haderslev_page, koege_page, stranger):
    StoryPageFactory(parent=koege_page, owner=stranger, live=False, title="Køges kladde")
    assert "Køges kladde" not in read("coordinator").text


def test_what_has_lain_longest_can_come_first(read, contributor, coordinator, haderslev_page):
    stories(haderslev_page, contributor, 2)
    text = read("coordinator", "?orden=aeldste").text
    assert text.index("Erfaring 0") < text.index("Erfaring 1")
    text = read("coordinator").text
    assert text.index("Erfaring 1") < text.index("Erfaring 0")


@pytest.mark.parametrize("query", ["?side=999", "?side=x", "?orden=x", f"?orden={'a' * 10000}"])
def test_a_wrong_address_shows_the_list(read, coordinator, haderslev_page, query):
    assert read("coordinator", query).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_no_more_for_more_texts(
    read, client, contributor, coordinator, haderslev_page, number, django_assert_num_queries
):
    stories(haderslev_page, contributor, number)
    read("coordinator")
    with django_assert_num_queries(9):
        client.get(PAGE)


def test_a_diary_entry_is_never_confirmed(read, coordinator, haderslev_page):
    write_diary_entry(by=coordinator, under=haderslev_page, note=Note("I dag."), token=uuid4(), send=True)
    text = read("coordinator").text
    assert "Dagbog" in text
    assert "ikke endnu" not in text
