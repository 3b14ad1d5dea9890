"""An editor signs in for the first time in production, and is let in with a code from an app."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import expect

from tests.journeys.axe import assert_accessible
from tests.journeys.test_account import OLD, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_an_editor_sets_up_an_app_and_signs_in_with_it(page, live_server, site, editor, settings):
    settings.MFA_REQUIRED = True
    address = live_server.url
    EmailAddress.objects.create(user=editor, email=editor.email, verified=True, primary=True)
    sign_in(page, address, editor)
    page.goto(f"{address}/admin/")
    assert_accessible(page, "Et trin mere for at logge ind")
    page.get_by_role("link", name="Sæt appen op").click()
    page.get_by_label("Adgangskode").fill(OLD)
    page.locator("main form.form button").first.click()
    secret = page.get_by_label("Nøgle til kodeappen").input_value()
    page.get_by_label("Kode fra din kodeapp").fill(code_of(secret))
    page.get_by_role("button", name="Slå til").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservekoder")
    page.goto(f"{address}/min-kommune/")
    expect(page).to_have_url(f"{address}/min-kommune/")
