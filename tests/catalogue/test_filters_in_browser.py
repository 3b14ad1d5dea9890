"""Choosing with a script: quicker than sending the form, and nothing is lost by it."""

import pytest
from playwright.sync_api import expect

from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def catalogue(live_server, site, page):
    """The catalogue of three stories, one of them in operation. `complaints` is what the console was told."""
    for status in ("running", "trying", "trying"):
        StoryPageFactory(title=status, status=status)
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.goto(f"{live_server}/katalog/")
    page.evaluate("window.stillHere = true")
    return page


def test_a_choice_is_answered_in_place(catalogue):
    catalogue.get_by_label("I drift").check()
    expect(catalogue.get_by_role("status")).to_have_text("1 erfaring")
    expect(catalogue.locator("article.story")).to_have_count(1)
    assert catalogue.url.endswith("/katalog/?status=drift")
    assert catalogue.evaluate("window.stillHere")
    assert not [text for text in catalogue.complaints if "404" not in text]  # made-up municipalities have no picture


def test_the_keyboard_stays_where_it_was_and_the_filter_open(catalogue):
    catalogue.get_by_label("I drift").focus()
    catalogue.keyboard.press("Space")
    expect(catalogue.get_by_role("status")).to_have_text("1 erfaring")
    expect(catalogue.get_by_label("I drift")).to_be_focused()
    catalogue.keyboard.press("Space")
    expect(catalogue.get_by_role("status")).to_have_text("3 erfaringer")


def test_the_way_back_leads_through_the_choices(catalogue):
    catalogue.get_by_label("I drift").check()
    expect(catalogue.get_by_role("status")).to_have_text("1 erfaring")
    catalogue.get_by_label("Forsøg").check()
    expect(catalogue.get_by_role("status")).to_have_text("3 erfaringer")
    catalogue.go_back()
    expect(catalogue.get_by_role("status")).to_have_text("1 erfaring")
    expect(catalogue.get_by_label("I drift")).to_be_checked()
    expect(catalogue.get_by_label("Forsøg")).not_to_be_checked()


def test_a_chosen_filter_is_taken_back_by_its_chip(catalogue):
    catalogue.get_by_label("I drift").check()
    catalogue.locator(".chosen").get_by_role("link", name="I drift").click()
    expect(catalogue.get_by_role("status")).to_have_text("3 erfaringer")
    expect(catalogue.get_by_label("I drift")).not_to_be_checked()


def test_on_a_phone_the_filters_stand_closed_above_the_stories(catalogue):
    catalogue.set_viewport_size({"width": 375, "height": 800})
    expect(catalogue.get_by_label("I drift")).to_be_hidden()
    catalogue.locator(".facets > summary").click()
    catalogue.get_by_label("I drift").check()
    expect(catalogue.get_by_role("status")).to_have_text("1 erfaring")


def test_where_the_quick_way_fails_the_form_is_sent(catalogue):
    catalogue.route(
        "**/katalog/**",
        lambda route: route.abort() if route.request.is_navigation_request() is False else route.continue_(),
    )
    catalogue.get_by_label("I drift").check()
    catalogue.wait_for_url("**/katalog/?status=drift&sortering=nyeste")
    expect(catalogue.get_by_role("status")).to_have_text("1 erfaring")


def test_without_a_script_the_form_is_sent(live_server, site, new_context):
    StoryPageFactory(status="running")
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server}/katalog/")
    page.get_by_label("I drift").check()
    page.get_by_role("button", name="Vis erfaringer").click()
    expect(page.get_by_label("I drift")).to_be_checked()
    expect(page.get_by_role("button", name="Sortér", exact=True)).to_be_visible()
