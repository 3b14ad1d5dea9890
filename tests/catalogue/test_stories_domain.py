import pytest
from django.core.exceptions import ValidationError
from wagtail.actions.publish_page_revision import PublishPagePermissionError

from catalogue.domain.stories import StoryHasGaps, gaps, publish_story, write_story
from catalogue.models import StoryPage
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
POINT = [("point", {"text": "Noget", "note": "", "sources": "A"})]


def told(**fields):
    return {
        "title": "Æblegrød på øen",
        "summary": "Kort",
        "actions": POINT,
        "learned": POINT,
        "for_staff": True,
        "themes": [{"theme": "borger"}],
        "sources": [{"key": "A", "title": "En kilde"}],
    } | fields


@pytest.fixture
def under(haderslev):
    return MunicipalityPageFactory(municipality=haderslev)


def test_a_written_story_is_a_draft_and_a_published_one_is_read(client, under, contributor, administrator):
    story = write_story(by=contributor, under=under, told=told())
    assert client.get(story.path_on_site).status_code == 404
    publish_story(by=administrator, story=story)
    assert client.get(story.path_on_site).status_code == 200
    assert (story.owner, story.latest_revision.user) == (contributor, administrator)


def test_a_contributor_may_not_publish(under, contributor):
    story = write_story(by=contributor, under=under, told=told())
    with pytest.raises(PublishPagePermissionError):
        publish_story(by=contributor, story=story)
    assert not StoryPage.objects.get().live


def test_a_story_with_gaps_is_not_published_and_they_are_named(under):
    story = write_story(by=None, under=under, told={"title": "Kun en titel"})
    with pytest.raises(StoryHasGaps, match="et resumé; hvad I gjorde") as refused:
        publish_story(by=None, story=story)
    assert [gap.field for gap in refused.value.gaps] == [
        "summary",
        "actions",
        "learned",
        "for_leader",
        "themes",
        "sources",
    ]
    assert not StoryPage.objects.get().live


def test_the_newest_text_is_what_is_published(under):
    story = write_story(by=None, under=under, told=told())
    story.summary = "Længere"
    story.save_revision()
    assert publish_story(by=None, story=story).summary == "Længere"


def test_nothing_is_left_behind_when_a_value_is_no_such_value(under):
    with pytest.raises(ValidationError):
        write_story(by=None, under=under, told=told(themes=[{"theme": "vejret"}]))
    with pytest.raises(ValidationError):
        write_story(by=None, under=under, told=told(status="x"))
    assert not StoryPage.objects.exists()


@pytest.mark.parametrize(
    ("fields", "gap"),
    [
        ({"team_size_min": 8}, "en kilde til teamets størrelse"),
        ({"citizens_total_min": 1}, "en kilde til borgere i alt"),
        ({"area": "Vojens", "area_sources": "A, Z"}, "kilden Z, som ikke står på listen"),
        (
            {"difficulties": [("point", {"text": "x", "note": "", "sources": "Z"})]},
            "kilden Z, som ikke står på listen",
        ),
        ({"profession_rows": [{"profession": "nurse"}]}, "en kilde til faggrupper"),
        ({"learned": []}, "hvad der kom ud af det"),
    ],
)
def test_what_has_no_source_is_a_gap(under, fields, gap):
    story = write_story(by=None, under=under, told=told(**fields))
    assert [each.name for each in gaps(story)] == [gap]


@pytest.mark.parametrize(
    "fields", [{"team_size_unit": "fte"}, {"team_size_qualifier": "about"}, {"learned": [], "difficulties": POINT}]
)
def test_what_is_no_value_needs_no_source(under, fields):
    assert gaps(write_story(by=None, under=under, told=told(**fields))) == []


def test_a_published_story_of_the_factory_has_no_gaps():
    assert gaps(StoryPageFactory()) == []
