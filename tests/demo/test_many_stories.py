"""manage.py demo --stories: as many as asked for, whole, and plainly made up."""

import pytest

from accounts.enums import MunicipalityKind
from catalogue.models import StoryPage
from catalogue.models.story_index import story_index
from demo.seed.many_stories import MARK, seed_many_stories

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


def test_there_are_as_many_as_asked_for_and_no_more_the_second_time():
    assert seed_many_stories(30) == 30
    assert seed_many_stories(30) == 0
    assert seed_many_stories(45) == 15
    assert len(story_index().stamps) == 45


def test_each_says_that_it_is_made_up(client):
    seed_many_stories(3)
    for story in StoryPage.objects.all():
        answer = client.get(story.path_on_site)
        assert answer.status_code == 200
        assert MARK in answer.text
        assert story.municipality.kind == MunicipalityKind.EXAMPLE


def test_the_tree_and_the_rows_are_whole():
    seed_many_stories(25)
    assert StoryPage.find_problems() == ([], [], [], [], [])
    story = StoryPage.objects.first()
    assert (story.themes.count(), story.profession_rows.count(), story.sources.count()) == (2, 3, 1)


def test_a_made_up_story_can_be_edited_and_published_as_any_other():
    seed_many_stories(1)
    story = StoryPage.objects.get()
    story.title = "Et nyt navn"
    story.save_revision().publish()
    assert StoryPage.objects.get().title == "Et nyt navn"


def test_the_list_of_municipalities_says_that_they_are_made_up(client):
    seed_many_stories(2)
    assert "Opdigtede eksempler" in client.get("/kommuner/").text


def test_they_are_found_by_the_search(client):
    seed_many_stories(2)
    assert "Eksempel 1:" in client.get("/soeg/?q=opdigtet").text
