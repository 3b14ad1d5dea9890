"""One's own account in a real browser: what a test client cannot see is whether the browser sends what Django asks."""

import re

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import expect

from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
OLD, NEW = "udviklingsrum-demo", "nyt-og-langt-kodeord"


@pytest.fixture
def address(live_server, site, contributor):
    EmailAddress.objects.create(user=contributor, email=contributor.email, verified=True, primary=True)
    return live_server.url


def sign_in(page, address, user, password=OLD):
    page.goto(f"{address}/konto/login/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("button", name="Log ind", exact=True).click()


def text_of(mail):
    return mail.get_body(("plain",)).get_content()


def test_a_forgotten_password_is_replaced(page, address, contributor, sent_mails):
    page.goto(f"{address}/konto/password/reset/")
    page.get_by_label("E-mail").fill(contributor.email)
    page.locator("main form button").click()
    expect(page.locator("main")).to_contain_text("sendt")
    page.goto(re.search(r"http://\S+/key/\S+", text_of(sent_mails()[-1]))[0])
    for field in page.locator("main input[type=password]").all():
        field.fill(NEW)
    assert_accessible(page, "Skift adgangskode")
    page.locator("main form.form button").first.click()
    expect(page.locator("main input")).to_have_count(0)
    sign_in(page, address, contributor, NEW)
    expect(page).to_have_url(f"{address}/min-kommune/")


def test_a_code_from_a_mail_signs_in(page, address, contributor, sent_mails):
    page.goto(f"{address}/konto/login/")
    page.get_by_role("link", name="Send mig en kode").click()
    page.get_by_label("E-mail").fill(contributor.email)
    page.locator("main form button").click()
    page.locator("main input[name=code]").fill(
        re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", text_of(sent_mails()[-1]), re.M)[1]
    )
    assert_accessible(page, "Skriv koden")
    page.locator("main form.form button").first.click()
    expect(page).to_have_url(f"{address}/min-kommune/")


def test_a_new_address_is_confirmed_by_its_link(page, address, contributor, sent_mails):
    sign_in(page, address, contributor)
    page.goto(f"{address}/konto/email/")
    page.get_by_label("E-mail").fill("ny@demo.example")
    page.get_by_role("button", name="Skift adresse").click()
    page.locator("main input[type=password]").fill(OLD)
    page.locator("main form.form button").first.click()
    page.get_by_label("E-mail").fill("ny@demo.example")
    page.get_by_role("button", name="Skift adresse").click()
    expect(page.locator("main")).to_contain_text("ny@demo.example mangler at blive bekræftet")
    mail = next(mail for mail in sent_mails() if mail["To"] == "ny@demo.example")
    page.goto(re.search(r"http://\S+/confirm-email/\S+", text_of(mail))[0])
    page.locator("main form button").first.click()
    page.goto(f"{address}/konto/email/")
    expect(page.locator("main strong").first).to_have_text("ny@demo.example")


def test_a_passkey_is_added_and_signs_in(page, address, contributor):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key | {"isUserVerified": True}})
    sign_in(page, address, contributor)
    page.goto(f"{address}/konto/2fa/webauthn/add/")
    page.locator("main input[type=password]").fill(OLD)
    page.locator("main form.form button").first.click()
    page.get_by_label("Hvad vil du kalde den?").fill("Min telefon")
    assert_accessible(page, "Tilføj sikkerhedsnøgle")
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservekoder")
    assert_accessible(page, "Reservekoder")
    page.goto(f"{address}/konto/logout/")
    page.get_by_role("button", name="Log ud").click()
    page.goto(f"{address}/konto/login/")
    page.get_by_role("button", name="Brug en adgangsnøgle").click()
    expect(page).to_have_url(f"{address}/min-kommune/")


def test_signing_out_everywhere_else_leaves_this_one(page, address, contributor, browser):
    sign_in(page, address, contributor)
    elsewhere = browser.new_page()
    sign_in(elsewhere, address, contributor)
    page.goto(f"{address}/konto/sessions/")
    assert_accessible(page, "Her er du logget ind")
    page.get_by_role("button", name="Log ud alle andre steder").click()
    elsewhere.goto(f"{address}/min-kommune/")
    expect(elsewhere).to_have_url(re.compile("/konto/login/"))
    page.goto(f"{address}/min-kommune/")
    expect(page).to_have_url(f"{address}/min-kommune/")
