"""What the demo writes in a municipality's name says that the municipality has not written it."""

import pytest
from wagtail.models import Page

from catalogue.models import DiaryEntryPage, ReaderApproval, ReadingLink, StoryPage
from core import navigation
from core.models import SitePicture
from demo.seed.municipalities import seed_municipalities
from demo.seed.pages import seed_pages
from demo.seed.people import seed_people
from demo.seed.stories import LAST_PUBLISHED, read_cases, seed_story
from demo.seed.writing import seed_writing
from demo.seed.writing_texts import EXAMPLE


@pytest.fixture
def written(db):
    for seed in (seed_municipalities, seed_people, seed_pages):
        seed()
    case = next(case for case in read_cases() if case["code"] == "0510")
    seed_story(case, at=LAST_PUBLISHED)
    seed_writing()
    navigation.forget()


def test_the_diary_has_entries_in_several_months_and_a_photo(written):
    entries = DiaryEntryPage.objects.live_public()
    assert len({(entry.date.year, entry.date.month) for entry in entries}) == 3
    assert [entry.photo.title for entry in entries if entry.photo] != []


def test_each_says_that_it_is_an_example(written, client):
    for entry in DiaryEntryPage.objects.live():
        assert entry.title.startswith("Eksempel:")
        assert EXAMPLE in client.get(entry.url).text
    waiting = StoryPage.objects.get(live=False)
    assert waiting.title.startswith("Eksempel:")
    assert EXAMPLE in waiting.summary


def test_one_text_waits_for_the_coordinator_and_a_reader_has_said_yes(written):
    waiting = StoryPage.objects.get(live=False)
    assert waiting.current_workflow_task.specific.in_municipality
    assert ReadingLink.objects.get().page_id == waiting.pk
    assert ReaderApproval.objects.get().link.page_id == waiting.pk


def test_run_twice_it_changes_nothing(written):
    before = list(Page.objects.order_by("pk").values()), SitePicture.objects.count()
    seed_writing()
    assert (list(Page.objects.order_by("pk").values()), SitePicture.objects.count()) == before
    assert ReadingLink.objects.count() == ReaderApproval.objects.count() == 1
