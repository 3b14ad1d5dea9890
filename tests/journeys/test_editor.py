"""In the editor nothing typed is lost, two see each other, the preview is the page, and a remark reaches who wrote."""

import re

import pytest
from playwright.sync_api import expect

from notifications.models import OutboxMessage
from tests.journeys.test_publish import start_a_story

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SAVED = 20_000  # the editor waits until one has stopped typing, and then checks the whole form
SUMMARY = "Vi samlede to korte besøg til ét."


def begin(page):
    start_a_story(page)
    page.wait_for_timeout(2500)  # Wagtail compares with what stood there two seconds after the page came


def write_summary(page):
    page.locator("#id_summary").press_sequentially(SUMMARY)
    expect(page.get_by_text("Gemt", exact=True)).to_be_visible(timeout=SAVED)


def test_what_was_typed_survives_a_closed_tab(opened, signed_in, contributor):
    writer = signed_in(contributor)
    begin(writer)
    write_summary(writer)
    address = writer.url
    again = writer.context.new_page()
    writer.close(run_before_unload=False)
    again.goto(address)
    expect(again.locator("#id_summary")).to_have_value(SUMMARY)


def test_the_preview_is_the_page_at_phone_and_at_desktop_width(opened, signed_in, contributor):
    writer = signed_in(contributor)
    begin(writer)
    write_summary(writer)
    writer.get_by_role("button", name="Vis eller skjul forhåndsvisning").click()
    shown = writer.frame_locator("iframe.w-preview__iframe:not(.w-preview__proxy)")
    for width in ("telefon", "computer"):
        writer.get_by_label(f"Se som på {width}").check(force=True)
        expect(shown.get_by_text(SUMMARY)).to_be_visible()
        expect(shown.get_by_role("heading", level=1)).to_have_css("font-family", re.compile("Newsreader"))


def test_two_in_one_text_see_each_others_names(opened, signed_in, contributor, coordinator):
    writer = signed_in(contributor)
    begin(writer)
    second = signed_in(coordinator)
    second.goto(writer.url)
    second.locator(".w-editing-sessions__session").first.hover()
    expect(second.locator(".tippy-content", has_text="Bidragyder i Haderslev")).to_be_visible()


def test_a_remark_of_the_coordinator_reaches_who_wrote_as_one_mail(opened, signed_in, contributor, coordinator):
    writer = signed_in(contributor)
    begin(writer)
    reader = signed_in(coordinator)
    reader.goto(writer.url)
    reader.locator("#id_summary").click()
    reader.locator("[data-contentpath=summary] [data-comment-add]").first.click()
    reader.locator("#comments textarea").press_sequentially("Hvor mange borgere er det?")
    reader.get_by_role("button", name="Kommentér").click()
    expect(reader.get_by_text("Gemt", exact=True)).to_be_visible(timeout=SAVED)
    mail = OutboxMessage.objects.get()
    assert mail.recipient == contributor.email
    assert "Hvor mange borgere er det?" in mail.text
    assert "/edit/?comment=" in mail.text
