"""A colleague signs in with the municipality's own sign-in, in a browser that keeps our content security policy."""

import pytest
from playwright.sync_api import expect

from accounts.models import MunicipalitySignIn
from tests.accounts.oidc_provider import CLIENT_ID, CLIENT_SECRET, Provider
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def provider():
    made = Provider()
    yield made
    made.close()


def test_there_and_back(page, live_server, site, provider, haderslev, contributor, stranger, settings):
    address = settings.BASE_URL = live_server.url
    MunicipalitySignIn.objects.create(
        municipality=haderslev, issuer=provider.issuer, client_id=CLIENT_ID, client_secret=CLIENT_SECRET
    )
    page.goto(f"{address}/konto/login/")
    assert_accessible(page, "Log ind")
    page.get_by_role("link", name="Haderslev").click()
    assert_accessible(page, "Log ind med Haderslev")
    provider.claims["email"] = stranger.email
    page.get_by_role("button", name="Fortsæt").click()
    assert_accessible(page, "Du kom ikke ind")
    provider.claims["email"] = contributor.email
    page.get_by_role("link", name="Prøv igen").click()
    page.get_by_role("button", name="Fortsæt").click()
    expect(page).to_have_url(f"{address}/min-kommune/")
