"""Somebody invited this morning starts a story: counted in clicks and fields, since machines differ in seconds."""

import pytest
from playwright.sync_api import expect

from catalogue.domain.municipalities import open_municipality
from core import navigation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COUNT = "addEventListener('click', () => sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1, true)"


@pytest.mark.slow
def test_the_first_story_is_one_line_and_one_click_away(live_server, site, haderslev, contributor, page):
    open_municipality(by=None, municipality=haderslev)
    navigation.forget()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/konto/login/")
    page.get_by_label("E-mail").fill(contributor.email)
    page.get_by_label("Adgangskode").fill("udviklingsrum-demo")
    page.get_by_role("button", name="Log ind", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Min kommune")
    page.evaluate(COUNT)
    page.get_by_label("Hvad hedder erfaringen?").type("Fra to besøg til ét")
    page.get_by_role("button", name="Start en erfaring").click()
    expect(page.locator("#id_title")).to_have_value("Fra to besøg til ét")
    assert page.evaluate("sessionStorage.clicks") == "1"
