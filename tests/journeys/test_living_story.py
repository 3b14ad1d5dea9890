"""The owner of a story is asked by mail whether it still holds, and tells that the work has stopped."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from catalogue.domain.living import ask_about_stories
from catalogue.models import StoryPage
from notifications.models import OutboxMessage
from tests.factories.catalogue import StoryPageFactory
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_owner_answers_by_the_link_alone(page, live_server, settings, haderslev_page, contributor, coordinator):
    settings.BASE_URL = live_server.url
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, title="Fra to besøg til ét", status="running")
    story.save_revision(user=contributor).publish()
    StoryPage.objects.update(first_published_at=timezone.now() - timedelta(days=200))
    ask_about_stories()
    page.goto(re.search(r"http\S+/bekraeft/\S+", OutboxMessage.objects.get().text)[0])
    assert_accessible(page, "Passer det stadig?")
    page.get_by_role("button", name="Meld, at det er stoppet").click()
    page.get_by_role("alert").get_by_role("link", name="Skriv en linje om, hvad der skete.").click()
    expect(page.get_by_label("Hvad skete der?")).to_be_focused()
    assert_accessible(page, "Passer det stadig?")
    page.get_by_label("Hvad skete der?").fill("Lederen rejste, og teamet blev delt.")
    page.get_by_role("button", name="Meld, at det er stoppet").click()
    assert_accessible(page, "Tak, fordi du fortalte det")
    page.get_by_role("link", name="Læs erfaringen, som andre ser den").click()
    expect(page.get_by_text("Kommunen har meldt arbejdet stoppet")).to_be_visible()
    assert_accessible(page, "Fra to besøg til ét")
