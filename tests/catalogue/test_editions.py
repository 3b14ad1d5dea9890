"""Editions: chosen stories in order, frozen on publication, and what happens to one that is withdrawn."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from catalogue.domain.editions import EditionHasNoStories, freeze, publish_edition, write_edition
from catalogue.models import CatalogueIndexPage, EditionPage, FrozenChapter, FrozenEdition, StoryPage
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture
def stories():
    towns = [MunicipalityPageFactory(municipality__name=name) for name in ("Haderslev", "Køge", "Assens")]
    return [StoryPageFactory(parent=town, title=f"Fra {town.title}") for town in towns]


def draft(stories, slug="seks", **told) -> EditionPage:
    told = {"title": "Seks kommuner", "foreword": [("text", "<p>Læs dem.</p>")], "colophon": "<p>Os</p>"} | told
    return write_edition(by=None, under=CatalogueIndexPage.objects.get(), stories=stories, slug=slug, **told)


@pytest.fixture
def edition(stories) -> EditionPage:
    return publish_edition(by=None, edition=draft(stories))


def chapter(edition, number) -> str:
    return reverse("catalogue:edition_chapter", args=[edition.slug, number])


@pytest.mark.database
def test_editions_are_numbered_as_they_are_published(stories):
    later = draft(stories, slug="to")
    first = publish_edition(by=None, edition=draft(stories, slug="en"))
    publish_edition(by=None, edition=later)
    assert [first.frozen.number, later.frozen.number] == [1, 2]
    assert EditionPage.objects.newest().first() == later


@pytest.mark.database
def test_publishing_again_changes_neither_number_nor_chapters(edition, stories):
    stories[0].title = "Rettet"
    stories[0].save_revision().publish()
    edition.save_revision().publish()
    freeze(by=None, edition=edition)
    assert FrozenEdition.objects.get().number == 1
    assert FrozenChapter.objects.first().title == "Fra Haderslev"


@pytest.mark.parametrize("number", [1, 3])
def test_the_edition_costs_the_same_queries_however_many_chapters(client, stories, django_assert_num_queries, number):
    publish_edition(by=None, edition=draft(stories[:number]))
    client.get("/katalog/seks/")
    with django_assert_num_queries(4):
        client.get("/katalog/seks/")
    with django_assert_num_queries(5):
        client.get("/katalog/seks/1/")


def test_the_stories_stand_in_the_order_they_were_chosen(read, edition):
    assert [link.text for link in read("/katalog/seks/").select(".story__title a")] == [
        "Fra Haderslev",
        "Fra Køge",
        "Fra Assens",
    ]


def test_a_later_edit_of_a_story_does_not_change_the_edition(read, edition, stories):
    stories[1].title = "Rettet siden"
    stories[1].actions = [("point", {"text": "Noget andet.", "sources": "A"})]
    stories[1].save_revision().publish()
    told = read(chapter(edition, 2))
    assert told.h1.text == "Fra Køge"
    assert "Lod teamet planlægge selv." in told.text
    assert "Noget andet." not in told.text


def test_a_chapter_leads_to_the_story_as_it_is_now_and_to_its_neighbours(read, edition, stories):
    told = read(chapter(edition, 2))
    assert told.select_one(".caveat a")["href"] == stories[1].path_on_site
    assert [link["href"] for link in told.select("nav a[rel]")] == [chapter(edition, 1), chapter(edition, 3)]


def withdraw(story):
    story.unpublish()


def delete(story):
    StoryPage.objects.get(pk=story.pk).delete()


def close(story):
    PageViewRestriction.objects.create(page=story, restriction_type="login")


@pytest.mark.database
@pytest.mark.parametrize("go", [withdraw, delete, close])
def test_a_withdrawn_story_is_a_chapter_that_says_so_and_tells_nothing(client, edition, stories, go):
    go(stories[1])
    answer = client.get(chapter(edition, 2))
    assert answer.status_code == 410
    assert "Kapitlet er trukket tilbage" in answer.text
    assert "Fra Køge" not in answer.text + client.get("/katalog/seks/").text
    assert "Kapitlet er trukket tilbage" in client.get("/katalog/seks/").text


def test_a_chapter_comes_back_with_its_story(read, edition, stories):
    stories[1].unpublish()
    stories[1].save_revision().publish()
    assert read(chapter(edition, 2)).h1.text == "Fra Køge"


def test_a_story_withdrawn_after_it_was_chosen_gets_no_chapter(stories):
    chosen = draft(stories)
    stories[0].unpublish()
    publish_edition(by=None, edition=chosen)
    assert [row.title for row in FrozenChapter.objects.all()] == ["Fra Køge", "Fra Assens"]


def test_an_edition_without_stories_is_not_published(stories):
    chosen = draft(stories[:1])
    stories[0].unpublish()
    with pytest.raises(EditionHasNoStories):
        publish_edition(by=None, edition=chosen)


@pytest.mark.parametrize("number", [0, 4, 999, 10**12])
def test_a_chapter_that_never_was_is_not_there(client, edition, number):
    assert client.get(f"/katalog/seks/{number}/").status_code == 404


def test_nothing_of_a_draft_or_a_withdrawn_edition_is_there(client, stories, edition):
    draft(stories, slug="kladde")
    for address in ("/katalog/kladde/", "/katalog/kladde/1/", "/katalog/kladde.pdf"):
        assert client.get(address).status_code == 404
    edition.unpublish()
    assert client.get("/katalog/seks/").status_code == 410
    for address in ("/katalog/seks/1/", "/katalog/seks.pdf"):
        assert client.get(address).status_code == 404


def test_words_written_to_break_the_page_are_shown_as_words(read, stories):
    stories[0].title = "<script>alert(1)</script>"
    stories[0].save_revision().publish()
    publish_edition(by=None, edition=draft(stories))
    assert read("/katalog/seks/1/").h1.text == "<script>alert(1)</script>"


def test_the_catalogue_leads_to_the_newest_edition(read, edition):
    assert read("/katalog/").select_one("a[href='/katalog/seks/']")


def test_an_example_says_that_it_is_one(read, stories):
    publish_edition(by=None, edition=draft(stories, is_demo=True))
    assert "Eksempel" in read("/katalog/seks/").main.text
