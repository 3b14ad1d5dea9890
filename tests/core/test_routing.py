import pytest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from core.navigation import navigation
from home.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def deep(site):
    """/a/b/c/"""
    page = site.root_page
    for slug in "abc":
        page = page.add_child(instance=StandardPage(title=slug, slug=slug))
    return page


def test_a_page_three_steps_down_is_found_in_two_queries(site, deep, django_assert_num_queries):
    root = site.root_page.specific
    with django_assert_num_queries(2):
        assert root.route(RequestFactory().get("/"), ["a", "b", "c"]).page == deep


def test_the_trail_and_the_question_who_may_read_cost_nothing_more(site, deep, django_assert_num_queries):
    page = site.root_page.specific.route(RequestFactory().get("/"), ["a", "b", "c"]).page
    navigation()  # kept from an earlier request
    with django_assert_num_queries(0):
        assert [step["title"] for step in page.trail()] == ["Udviklingsrummet", "a", "b", "c"]
        assert not page.get_view_restrictions()


def test_a_step_above_that_is_closed_closes_the_page(client, deep):
    PageViewRestriction.objects.create(page=deep.get_parent(), restriction_type="login")
    assert client.get("/a/b/c/").status_code == 302


def test_a_page_that_is_not_published_does_not_exist(client, deep):
    deep.unpublish()
    assert client.get("/a/b/c/").status_code == 404


@pytest.mark.parametrize("path", ["/a/c/", "/b/", "/a/b/c/d/", "/A/"])
def test_an_address_that_leaves_the_tree_does_not_exist(client, deep, path):
    assert client.get(path).status_code == 404


def test_what_is_not_published_above_does_not_hide_what_is_below(client, deep):
    deep.get_parent().unpublish()
    assert client.get("/a/b/c/").status_code == 200
