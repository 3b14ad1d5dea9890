"""Journey 2: a contributor writes and sends in, the coordinator approves, the editor publishes, the visitor reads."""

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Fra to besøg til ét"


def start_a_story(page):
    page.get_by_label("Hvad hedder erfaringen?").fill(TITLE)
    page.get_by_role("button", name="Start en erfaring").click()
    expect(page.locator("#id_title")).to_have_value(TITLE)


def fill_in(page):
    page.locator("#id_summary").fill("Vi samlede to korte besøg til ét.")
    for field in ("actions", "learned"):
        block = page.locator(f"[data-contentpath={field}]").first
        block.locator("button.c-sf-add-button").first.click()
        block.locator("textarea").first.fill("Samme medarbejder kommer to gange om dagen.")
        block.get_by_role("button", name="Indstillinger").click()
        block.locator("input[name$='-value-sources']").first.fill("1")
    page.locator("#id_for_leader").check()
    page.locator("#id_themes-ADD").click()
    page.locator("#id_themes-0-theme").select_option("ledelse")
    page.get_by_role("tab", name="Kilder og kontakt").click()
    page.locator("#id_sources-ADD").click()
    page.locator("#id_sources-0-key").fill("1")
    page.locator("#id_sources-0-title").fill("Egen opgørelse")


def approve_what_waits(page):
    page.get_by_role("link", name="Læs og godkend").click()
    page.locator("[data-workflow-action-name=approve]").click()
    expect(page.get_by_role("status")).to_contain_text("Godkendt")


@pytest.mark.slow
def test_from_an_idea_to_what_the_visitor_reads(opened, signed_in, contributor, coordinator, editor, page):
    writer = signed_in(contributor)
    assert_accessible(writer, "Min kommune: Haderslev")
    start_a_story(writer)
    fill_in(writer)
    writer.get_by_role("button", name="Send til godkendelse").click()
    expect(writer.get_by_role("status")).to_contain_text("Sendt til godkendelse")
    expect(writer.get_by_text("Venter på godkendelse")).to_be_visible()

    second = signed_in(coordinator)
    assert_accessible(second, "Min kommune: Haderslev")
    approve_what_waits(second)

    third = signed_in(editor)
    assert_accessible(third, "Min kommune")
    approve_what_waits(third)

    page.goto(f"{opened}/kommuner/haderslev/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    writer.reload()
    expect(writer.get_by_text("Udgivet", exact=True)).to_be_visible()


@pytest.mark.slow
def test_half_filled_it_is_kept_and_told_what_is_missing(opened, signed_in, contributor):
    writer = signed_in(contributor)
    start_a_story(writer)
    writer.locator("#id_summary").fill("Vi samlede to korte besøg til ét.")
    writer.get_by_role("button", name="Gem kladde").click()
    expect(writer.locator(".messages")).to_contain_text("er gemt")
    writer.get_by_role("button", name="Send til godkendelse").click()
    for gap in ("hvad I gjorde", "mindst ét tema", "mindst én kilde"):
        expect(writer.locator(".messages")).to_contain_text(gap)
    writer.goto(f"{opened}/min-kommune/")
    expect(writer.get_by_text("Mangler: hvad I gjorde")).to_be_visible()
    writer.get_by_role("link", name=TITLE, exact=True).click()
    expect(writer.locator("#id_summary")).to_have_value("Vi samlede to korte besøg til ét.")


@pytest.mark.slow
def test_the_editor_is_usable_on_a_phone(opened, signed_in, contributor):
    writer = signed_in(contributor)
    writer.set_viewport_size({"width": 375, "height": 700})
    start_a_story(writer)
    expect(writer.get_by_role("button", name="Send til godkendelse")).to_be_in_viewport()
    assert_accessible(writer, TITLE)
