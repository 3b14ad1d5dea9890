"""Journey 4: an organiser sees who is coming and who waits, gives more seats, and takes the list home."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.factories.events import EventFactory, full, organise, publish, registered
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def led(live_server, site, organiser):
    event = EventFactory(title="Vidensdag", slug="vidensdag", seats=2)
    publish(event)
    organise(event, organiser)
    full(event)
    for name in ("Bo", "Eva"):
        registered(event, name)
    return event


def test_the_organiser_signs_in_sees_the_lists_and_downloads_them(page, live_server, led, organiser):
    page.goto(f"{live_server.url}/arrangoer/")
    page.get_by_label("E-mail").fill(organiser.email)
    page.get_by_label("Adgangskode").fill("udviklingsrum-demo")
    page.get_by_role("button", name="Log ind", exact=True).click()
    assert_accessible(page, "Mine arrangementer")

    page.get_by_role("link", name="Vidensdag").click()
    expect(page.get_by_role("rowheader", name="Sidder 0")).to_be_visible()
    assert_accessible(page, "Vidensdag")
    page.get_by_role("link", name="Venter (2)").click()
    expect(page.get_by_role("row", name="Bo")).to_contain_text("1")
    assert_accessible(page, "Vidensdag")

    page.get_by_label("Antal pladser").fill("3")
    page.get_by_role("button", name="Ret antallet").click()
    expect(page.get_by_role("status")).to_contain_text("1 på ventelisten har fået tilbudt en plads")
    page.get_by_role("link", name="Tilbudt plads (1)").click()
    expect(page.get_by_role("rowheader", name="Bo")).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("link", name="Hent hele listen").click()
    assert download.value.suggested_filename == "deltagere-vidensdag.xlsx"
    sheet = load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["Sidder 0", "Sidder 1", "Eva", "Bo"]
