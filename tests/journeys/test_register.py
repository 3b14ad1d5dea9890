"""Journey 3: a visitor without an account registers, is told by mail, and cancels; the first in line gets the seat."""

import re

import icalendar
import pytest
from playwright.sync_api import expect

from events.enums import Status
from events.models import Registration
from tests.factories.events import EventFactory, publish
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def one_seat(live_server, site, haderslev, settings):
    settings.BASE_URL = live_server.url
    event = EventFactory(title="Vidensdag", slug="vidensdag", seats=1, is_demo=True)
    publish(event)
    return event


def fill_in(page, name: str, email: str) -> None:
    page.get_by_label("Navn", exact=True).fill(name)
    page.get_by_label("Mailadresse").fill(email)
    page.get_by_label("Leder", exact=True).check()
    page.get_by_label("Kommune", exact=True).select_option("Haderslev")


def mail_to(sent_mails, address: str):
    return [mail for mail in sent_mails() if mail["To"] == address][-1]


def link_in(mail) -> str:
    return re.search(r"http://\S+/tilmelding/\S+/", mail.get_body(("plain",)).get_content())[0]


def heading(page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_seat_goes_from_the_form_by_mail_to_the_first_in_line(page, live_server, one_seat, run_tasks, sent_mails):
    page.goto(f"{live_server.url}/arrangementer/")
    assert_accessible(page, "Arrangementer")
    page.get_by_role("link", name="Vidensdag").click()
    assert_accessible(page, "Vidensdag")

    page.get_by_role("link", name="Tilmeld dig").click()
    assert_accessible(page, "Tilmeld dig arrangementet")
    fill_in(page, "Anna Holm", "anna@example.dk")
    page.get_by_role("button", name="Tilmeld mig").click()
    assert_accessible(page, "Du er tilmeldt")

    page.goto(f"{live_server.url}/arrangementer/vidensdag/tilmeld/")
    assert_accessible(page, "Skriv dig på ventelisten")
    fill_in(page, "Bo Krog", "bo@example.dk")
    page.get_by_role("button", name="Skriv mig på ventelisten").click()
    assert_accessible(page, "Du er nr. 1 på ventelisten")

    run_tasks()
    to_anna = mail_to(sent_mails, "anna@example.dk")
    kinds = {part.get_content_type() for part in to_anna.walk()}
    assert {"text/plain", "text/html", "text/calendar"} <= kinds
    page.goto(link_in(to_anna))
    page.get_by_role("link", name="Meld mig fra").click()
    assert_accessible(page, "Vil du melde fra?")
    page.get_by_role("button", name="Ja, meld mig fra").click()
    assert_accessible(page, "Du er meldt fra")

    run_tasks()
    page.goto(link_in(mail_to(sent_mails, "bo@example.dk")))
    assert_accessible(page, "Der er en plads til dig")
    page.get_by_role("button", name="Ja tak, jeg tager pladsen").click()
    heading(page, "Du er tilmeldt")
    with page.expect_download() as download:
        page.get_by_role("link", name="Læg i kalenderen").click()
    assert icalendar.Calendar.from_ical(download.value.path().read_bytes()).events


def test_errors_are_listed_with_links_and_nothing_typed_is_lost(page, live_server, one_seat):
    page.goto(f"{live_server.url}/arrangementer/vidensdag/tilmeld/")
    page.get_by_label("Navn", exact=True).fill("Anna Holm")
    page.get_by_label("Mailadresse").fill("anna@")
    page.get_by_role("button", name="Tilmeld mig").click()
    assert_accessible(page, "Tilmeld dig arrangementet")
    page.get_by_role("alert").get_by_role("link", name="Adressen ser ikke rigtig ud").click()
    expect(page.get_by_label("Mailadresse")).to_be_focused()
    expect(page.get_by_label("Navn", exact=True)).to_have_value("Anna Holm")
    expect(page.get_by_label("Mailadresse")).to_have_value("anna@")


def test_an_impatient_visitor_is_registered_once(page, live_server, one_seat):
    page.goto(f"{live_server.url}/arrangementer/vidensdag/tilmeld/")
    fill_in(page, "Anna Holm", "anna@example.dk")
    page.get_by_role("button", name="Tilmeld mig").click(click_count=5, delay=5)
    heading(page, "Du er tilmeldt")
    page.reload()
    heading(page, "Du er tilmeldt")
    assert Registration.objects.get().status == Status.REGISTERED


def test_one_can_change_what_one_told_by_the_link_alone(page, live_server, one_seat):
    page.goto(f"{live_server.url}/arrangementer/vidensdag/tilmeld/")
    fill_in(page, "Anna Holm", "anna@example.dk")
    page.get_by_role("button", name="Tilmeld mig").click()
    page.get_by_role("link", name="Ret dine oplysninger").click()
    assert_accessible(page, "Ret din tilmelding")
    page.get_by_label("Mailadresse").fill("anna.holm@example.dk")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("status")).to_contain_text("Dine ændringer er gemt")
    assert Registration.objects.get().email == "anna.holm@example.dk"
