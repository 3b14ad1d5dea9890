"""The other way round: which points of the guide a story shows."""

import pytest
from django.template.loader import render_to_string

from catalogue.guide_points import points_shown_by
from tests.factories.catalogue import StoryPageFactory
from tests.factories.guide import GuidePageFactory, add_source, add_step, point

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(site):
    return GuidePageFactory()


@pytest.fixture
def story(guide):
    """A story that rests on the guide's source A."""
    made = StoryPageFactory()
    made.sources.update(url=add_source(guide).url)
    return made


def told(story):
    return [(each.number, each.text) for each in points_shown_by(story)]


def test_a_story_shows_the_points_that_rest_on_its_sources(guide, story):
    add_source(guide, key="B")
    add_step(guide, [point("Andres", sources="B"), point("Dens", sources="B, A")])
    add_step(guide, [point("Også dens", kind="dont", sources="A")])
    assert told(story) == [("1.2", "Dens"), ("2.1", "Også dens")]


def test_a_point_is_told_once_though_two_sources_carry_it(guide, story):
    second = add_source(guide, key="B")
    story.sources.create(key="B", title="Anden", url=second.url, sort_order=1)
    add_step(guide, [point("Dens", sources="A, B")])
    assert told(story) == [("1.1", "Dens")]


def test_each_leads_to_its_place_on_the_step(guide, story):
    add_step(guide, [point(sources=""), point()], slug="ledelse")
    assert [each.url for each in points_shown_by(story)] == ["/kom-godt-i-gang/ledelse/#punkt-2"]


def test_a_step_nobody_may_read_is_not_told_of(guide, story):
    add_step(guide, [point("Hemmeligt")], live=False)
    add_step(guide, [point("Lukket")]).view_restrictions.create(restriction_type="login")
    assert told(story) == []


def test_what_is_published_or_withdrawn_shows_at_once(guide, story):
    step = add_step(guide, [point()])
    assert len(told(story)) == 1
    step.unpublish()
    assert told(story) == []
    step.save_revision().publish()
    assert len(told(story)) == 1


def test_a_story_asks_the_database_for_its_sources_only(guide, story, django_assert_num_queries):
    add_step(guide, [point()])
    points_shown_by(story)
    with django_assert_num_queries(1):
        points_shown_by(story)


def test_without_a_guide_there_is_nothing_to_show(site):
    assert told(StoryPageFactory()) == []


def test_a_story_that_shows_nothing_says_nothing(story):
    assert render_to_string("catalogue/components/guide_shown.html", {"points": []}).strip() == ""
