import pytest
from wagtail.search.index import insert_or_update_object

from catalogue.models import StoryPage, StoryTheme
from search.finding import find_pages
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize("words", ["Haderslev", "tvillingeteam", "Vojens", "nærvær", "kaffe først", "forelskelse"])
def test_a_story_is_found_by_what_it_tells(haderslev, words):
    told = {"actions": [("point", {"text": "Gav teamet et tvillingeteam.", "note": "", "sources": "A"})]}
    told |= {"area": "Vojens", "summary": "Kaffe først, så pleje.", "unknowns": [("line", "Om det var forelskelse.")]}
    story = StoryPageFactory(parent=MunicipalityPageFactory(municipality=haderslev), **told)
    StoryTheme.objects.create(page=story, theme="borger", word="nærvær")
    insert_or_update_object(StoryPage.objects.get(pk=story.pk))
    assert story.pk in [page.pk for page in find_pages(words)]


def test_a_draft_is_not_found():
    story = StoryPageFactory(live=False, summary="tvillingeteam")
    insert_or_update_object(StoryPage.objects.get(pk=story.pk))
    assert find_pages("tvillingeteam") == []
