"""From being invited to standing in Min kommune, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from accounts.domain.invitations import Invitee, invite
from accounts.enums import Role
from notifications.models import OutboxMessage
from tests.factories.accounts import InvitationFactory
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PASSWORD = "udviklingsrum-demo"


@pytest.fixture
def address(live_server, site, settings):
    settings.BASE_URL = live_server.url
    return live_server.url


@pytest.fixture
def link(address, coordinator, haderslev):
    """The link in the mail to somebody who is invited to Haderslev."""
    invitee = Invitee("Anna Holm", "anna@kommune.example", Role.CONTRIBUTOR)
    invite(by=coordinator, municipality=haderslev, invitee=invitee)
    return re.search(r"http://\S+/invitation/\S+", OutboxMessage.objects.get().text)[0]


def sign_in(page, address, user):
    page.goto(f"{address}/konto/login/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()
    expect(page).to_have_url(f"{address}/min-kommune/")


def test_invited_on_the_page_accepted_with_a_password_and_at_work(page, browser, address, coordinator):
    sign_in(page, address, coordinator)
    page.goto(f"{address}/min-kommune/haderslev/kolleger/")
    page.get_by_label("Navn", exact=True).fill("Anna Holm")
    page.get_by_label("Mailadresse").fill("anna@kommune.example")
    page.get_by_role("button", name="Send invitationen").click()
    expect(page.get_by_role("status")).to_contain_text("1 er inviteret")
    assert_accessible(page, "Kolleger i Haderslev")
    theirs = browser.new_page()
    theirs.goto(re.search(r"http://\S+/invitation/\S+", OutboxMessage.objects.get().text)[0])
    assert_accessible(theirs, "Skriv for Haderslev")
    theirs.get_by_label("Vælg en adgangskode").fill("kort")
    theirs.get_by_role("button", name="Opret min konto").click()
    expect(theirs.get_by_role("alert")).to_be_visible()
    theirs.get_by_label("Vælg en adgangskode").fill("tre-gode-ord")
    theirs.get_by_role("button", name="Opret min konto").click()
    expect(theirs).to_have_url(f"{address}/min-kommune/")
    page.reload()
    expect(page.get_by_role("link", name="Anna Holm")).to_be_visible()


def test_accepted_with_a_passkey_and_never_a_password(page, address, link):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key | {"isUserVerified": True}})
    page.goto(link)
    page.get_by_role("button", name="Brug en adgangsnøgle i stedet").click()
    page.get_by_label("Hvad vil du kalde den?").fill("Min telefon")
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservekoder")
    page.get_by_role("link", name="Videre til Min kommune").click()
    expect(page).to_have_url(f"{address}/min-kommune/")
    page.goto(f"{address}/konto/logout/")
    page.get_by_role("button", name="Log ud").click()
    page.goto(f"{address}/konto/login/")
    page.get_by_role("button", name="Brug en adgangsnøgle").click()
    expect(page).to_have_url(f"{address}/min-kommune/")


def test_two_clicks_make_one_account_and_leave_nobody_outside(page, address, link):
    page.goto(link)
    page.get_by_label("Vælg en adgangskode").fill("tre-gode-ord")
    page.get_by_role("button", name="Opret min konto").dblclick()
    page.wait_for_load_state("networkidle")
    page.goto(link)
    expect(page).to_have_url(f"{address}/min-kommune/")


def test_a_bad_line_among_good_ones_is_corrected_and_sent(page, address, coordinator):
    sign_in(page, address, coordinator)
    page.goto(f"{address}/min-kommune/haderslev/kolleger/")
    page.get_by_text("Inviter mange på én gang").click()
    page.get_by_label("Én person på hver linje").fill("Anna, anna@kommune.dk\nBo, bokommune.dk")
    page.get_by_role("button", name="Inviter dem").click()
    expect(page.get_by_label("Én person på hver linje")).to_have_value("Bo, bokommune.dk")
    assert_accessible(page, "Kolleger i Haderslev")
    page.get_by_label("Én person på hver linje").fill("Bo, bo@kommune.dk")
    page.get_by_role("button", name="Inviter dem").click()
    expect(page.get_by_role("heading", name="Bo", exact=True)).to_be_visible()


def test_every_other_page_of_the_people_is_for_everybody(page, address, editor, coordinator, contributor, haderslev):
    InvitationFactory(municipality=haderslev, expired=True, token="a" * 43)
    page.goto(f"{address}/invitation/{'a' * 43}/")
    assert_accessible(page, "Invitationen er udløbet")
    page.get_by_role("button", name="Bed om en ny").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak")
    sign_in(page, address, coordinator)
    page.goto(f"{address}/min-kommune/haderslev/kolleger/{contributor.memberships.get().pk}/")
    assert_accessible(page, "Bidragyder i Haderslev")
    page.goto(f"{address}/min-kommune/haderslev/kontakter/")
    assert_accessible(page, "Kontakter i Haderslev")
    page.goto(f"{address}/min-kommune/haderslev/log/")
    assert_accessible(page, "Log for Haderslev")
    page.context.clear_cookies()
    sign_in(page, address, editor)
    page.goto(f"{address}/min-kommune/folk/")
    assert_accessible(page, "Folk")
