"""A contributor lets somebody without an account read a draft; she says yes; the contributor sees it and closes it."""

import pytest
from playwright.sync_api import expect

from notifications.models import OutboxMessage
from tests.factories.catalogue import StoryPageFactory
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def draft(live_server, settings, haderslev_page, contributor, coordinator):
    settings.BASE_URL = live_server.url
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title="Fra to besøg til ét")
    story.save_revision(user=contributor)
    return story


@pytest.fixture
def writer(browser, live_server, client, contributor):
    client.force_login(contributor)
    context = browser.new_context()
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_a_draft_is_read_by_a_link_and_said_yes_to(page, writer, live_server, draft, contributor):
    way = f"{live_server.url}/min-kommune/tekst/{draft.pk}/"
    writer.goto(way)
    assert_accessible(writer, "Fra to besøg til ét")
    writer.get_by_role("button", name="Lav et link").click()
    writer.get_by_role("alert").get_by_role("link", name="Skriv, hvem linket er til.").click()
    expect(writer.get_by_label("Hvem skal læse med?")).to_be_focused()
    writer.get_by_label("Hvem skal læse med?").fill("Lederen")
    writer.get_by_label("3 dage").check()
    writer.get_by_role("button", name="Lav et link").click()
    address = writer.get_by_label("Kopiér linket").input_value()
    assert_accessible(writer, "Fra to besøg til ét")

    page.goto(address)
    expect(page.get_by_text("Du læser en tekst fra Haderslev Kommune")).to_be_visible()
    assert_accessible(page, "Fra to besøg til ét")
    page.get_by_role("link", name="Sig ja til den nederst").click()
    page.get_by_label("Dit navn").fill("Lone Leder")
    page.get_by_label("Er der noget, de skal vide?").fill("Husk tallene.")
    page.get_by_role("button", name="Jeg siger ja til teksten").click(click_count=2)
    expect(page.get_by_text("Dit ja er noteret")).to_be_visible()
    assert OutboxMessage.objects.get().recipient == contributor.email

    writer.goto(way)
    expect(writer.get_by_text("Lone Leder sagde ja")).to_be_visible()
    expect(writer.get_by_text("Husk tallene.")).to_be_visible()
    writer.get_by_role("button", name="Luk linket").click()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Linket er lukket")
    assert_accessible(page, "Linket er lukket")
