"""Which stories use a term, and who tells what it means."""

import pytest

from catalogue.domain.glossary import note_all_uses
from catalogue.models import TermUse
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory, TermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def term():
    return TermFactory(key="medstyrende-team", da="medstyrende team", forms="medstyrende")


def published(**fields):
    story = StoryPageFactory(**fields)
    story.save_revision().publish()
    return story


def titles(soup):
    return [link.text for link in soup.select("section[aria-labelledby=bruges] h3 a")]


@pytest.mark.parametrize(
    "told",
    [
        {"summary": "Vi prøvede medstyrende teams."},
        {"actions": [("point", {"text": "Valgte medstyrende.", "sources": "A"})]},
        {"self_management": "Medstyrende: meget, men ikke alt"},
        {"unknowns": [("line", "Om et medstyrende team er billigere.")]},
    ],
)
def test_publishing_a_story_lists_it_with_the_terms_it_uses(read, term, told):
    story = published(**told)
    assert titles(read("/begreber/medstyrende-team/")) == [story.title]


def test_a_story_that_no_longer_uses_the_word_is_taken_off(read, term):
    story = published(summary="Et medstyrende team.")
    story.summary = "Et team."
    story.save_revision().publish()
    assert titles(read("/begreber/medstyrende-team/")) == []
    assert "Ingen udgivet erfaring bruger det endnu" in read("/begreber/medstyrende-team/").text


def test_a_withdrawn_story_is_gone_at_once(read, term):
    story = published(summary="Medstyrende.", self_management="Medstyrende.")
    story.unpublish()
    soup = read("/begreber/medstyrende-team/")
    assert story.title not in soup.text
    assert not soup.select(".meanings")


def test_what_municipalities_mean_by_it_comes_from_where_they_tell_it(read, term, haderslev):
    page = MunicipalityPageFactory(municipality=haderslev)
    told = published(parent=page, self_management="Medstyrende: meget, men ikke alt")
    published(summary="Medstyrende nævnes kun her.")
    (meaning,) = read("/begreber/medstyrende-team/").select(".meanings li")
    assert "Medstyrende: meget, men ikke alt" in meaning.text
    assert meaning.a["href"] == told.path_on_site
    assert meaning.a.text == haderslev.name


def test_a_draft_gives_no_meaning(term):
    StoryPageFactory(live=False, self_management="Medstyrende").save_revision()
    assert not TermUse.objects.exists()


def test_a_changed_term_finds_its_stories_again(term, run_tasks):
    story = published(summary="Et samskabende team.")
    term.forms = "samskabende"
    term.save()
    note_all_uses.enqueue()
    run_tasks()
    assert [use.story for use in term.uses.all()] == [story]


def test_many_stories_are_looked_through_some_at_a_time(term, run_tasks, monkeypatch):
    monkeypatch.setattr("catalogue.domain.glossary.AT_A_TIME", 2)
    stories = [published(summary="Medstyrende.") for _n in range(5)]
    TermUse.objects.all().delete()
    note_all_uses.enqueue()
    run_tasks()
    assert {use.story for use in term.uses.all()} == set(stories)


def test_more_than_twenty_stories_come_on_sides_and_a_side_too_far_is_the_last(read, term):
    page = MunicipalityPageFactory()
    for story in StoryPageFactory.create_batch(21, parent=page):
        term.uses.create(story=story)
    assert len(titles(read("/begreber/medstyrende-team/"))) == 20
    assert len(titles(read("/begreber/medstyrende-team/?side=999"))) == 1
    assert len(titles(read("/begreber/medstyrende-team/?side=" + "9" * 4_000))) >= 1
