"""What the listings know of the public stories, and that they know of every change to them."""

import datetime

import pytest
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from accounts.models.municipality import Region, RegionPeriod
from catalogue.enums import MunicipalitySize, TeamSize
from catalogue.models.catalogue_change import CatalogueChange, catalogue_stamp, sweep_changes
from catalogue.models.facets import Choices
from catalogue.models.story_index import read_index, story_index
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


def listed() -> list[int]:
    return [stamp.pk for stamp in story_index().stamps]


def found(query: str) -> list[int]:
    return [stamp.pk for stamp in Choices(QueryDict(query)).results()]


def test_it_is_read_once_and_then_only_asked_whether_it_still_holds(django_assert_num_queries):
    StoryPageFactory()
    story_index()
    with django_assert_num_queries(1):
        story_index()


def test_a_published_story_is_there_at_once():
    story = StoryPageFactory(live=False)
    assert listed() == []
    story.save_revision().publish()
    assert listed() == [story.pk]


@pytest.mark.parametrize("as_page", [True, False])
def test_a_withdrawn_story_is_gone_at_once(as_page):
    story = StoryPageFactory()
    assert listed() == [story.pk]
    (Page.objects.get(pk=story.pk) if as_page else story).unpublish()
    assert listed() == []


def test_a_story_that_is_closed_to_some_is_gone_at_once_and_back_when_it_is_opened():
    story = StoryPageFactory()
    assert listed() == [story.pk]
    restriction = PageViewRestriction.objects.create(page=story.get_parent(), restriction_type="login")
    assert listed() == []
    restriction.delete()
    assert listed() == [story.pk]


@pytest.mark.parametrize("above", [True, False])
def test_a_deleted_story_is_gone_at_once(above):
    story = StoryPageFactory()
    assert listed() == [story.pk]
    page = Page.objects.get(pk=story.get_parent().pk if above else story.pk)
    page.delete()
    assert listed() == []


def test_a_moved_story_counts_where_it_stands_now():
    story = StoryPageFactory()
    there = MunicipalityPageFactory()
    story_index()
    story.move(there, pos="last-child")
    assert story_index().stories_in == {there.municipality_id: 1}
    assert story_index().stamps[0].url_path.startswith(there.url_path)


def test_a_draft_changes_nothing():
    story = StoryPageFactory()
    before = story_index()
    story.title = "Kladden"
    story.save_revision()
    StoryPageFactory(live=False, parent=story.get_parent())
    assert story_index() is before


def test_what_was_rolled_back_was_never_listed():
    story = StoryPageFactory()
    with transaction.atomic():
        story.unpublish()
        assert listed() == []
        transaction.set_rollback(True)
    assert listed() == [story.pk]


def test_a_municipality_that_grows_moves_to_another_band():
    municipality = MunicipalityFactory(population=29_999)
    story = StoryPageFactory(parent=MunicipalityPageFactory(municipality=municipality))
    assert found("kommunestoerrelse=under-30000") == [story.pk]
    municipality.population = 30_000
    municipality.save()
    assert found("kommunestoerrelse=30000-59999") == [story.pk]


def test_regions_are_those_of_the_day():
    municipality = MunicipalityFactory()
    story = StoryPageFactory(parent=MunicipalityPageFactory(municipality=municipality))
    change = datetime.date(2027, 1, 1)
    for name, since, until in (("Hovedstaden", datetime.date(2007, 1, 1), change), ("Østdanmark", change, None)):
        region = Region.objects.create(name=f"Region {name}")
        RegionPeriod.objects.create(municipality=municipality, region=region, valid_from=since, valid_until=until)
    assert read_index(on=datetime.date(2026, 12, 31)).regions == {"hovedstaden": "Hovedstaden"}
    after = read_index(on=change)
    assert after.regions == {"oestdanmark": "Østdanmark"}
    assert [stamp.pk for stamp in after.stories(after.answering("region", "oestdanmark"))] == [story.pk]


def test_changes_of_yesterday_are_swept_but_never_the_newest():
    StoryPageFactory()
    CatalogueChange.objects.update(made_at=timezone.now() - datetime.timedelta(days=2))
    sweep_changes()
    assert catalogue_stamp()[0] == 1


@pytest.mark.parametrize(
    ("low", "high", "bands"),
    [
        (None, None, []),
        (6, 6, ["hoejst-6"]),
        (8, 10, ["7-10"]),
        (12, 16, ["11-15", "16-eller-flere"]),
        (None, 3, ["hoejst-6"]),
    ],
)
def test_a_range_stands_under_every_size_it_touches(low, high, bands):
    assert TeamSize.of(low, high) == bands


@pytest.mark.parametrize(
    ("population", "band"),
    [(None, None), (29_999, "under-30000"), (30_000, "30000-59999"), (700_000, "100000-eller-flere")],
)
def test_a_municipality_stands_under_its_size(population, band):
    assert MunicipalitySize.of(population) == band
