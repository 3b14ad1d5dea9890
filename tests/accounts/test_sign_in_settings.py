"""Setting up a municipality's own sign-in: the administrator its address, the coordinator its mail domain."""

import pytest

from accounts.enums import AuditAction
from accounts.models import AuditEntry, MunicipalitySignIn
from tests.accounts.oidc_provider import Provider

pytestmark = pytest.mark.django_db
PAGE = "/min-kommune/haderslev/login/"
ALLOW, REMOVE = f"{PAGE}domaene/", f"{PAGE}fjern/"


@pytest.fixture(scope="module")
def provider():
    made = Provider()
    yield made
    made.close()


@pytest.fixture
def told(provider, haderslev, site):
    """What an administrator types."""
    return {
        "issuer": provider.issuer,
        "client_id": "os",
        "client_secret": "meget-hemmeligt",
        "domains": "haderslev.example, Hk.haderslev.example",
    }


@pytest.fixture
def sign_in(told, administrator, client):
    client.force_login(administrator)
    client.post(PAGE, told)
    client.logout()
    return MunicipalitySignIn.objects.get()


def test_an_administrator_sets_it_up_and_the_log_tells(client, told, administrator):
    client.force_login(administrator)
    assert client.post(PAGE, told)["Location"] == PAGE
    kept = MunicipalitySignIn.objects.get()
    assert (kept.client_secret, kept.domains) == ("meget-hemmeligt", "haderslev.example hk.haderslev.example")
    assert not kept.domain_allowed
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.municipality) == (AuditAction.SIGN_IN_CHANGED, kept.municipality)
    assert "hemmeligt" not in f"{entry.about_text}{entry.reason}"


def test_the_secret_is_never_shown_again_and_stays_when_left_empty(client, sign_in, told, administrator):
    client.force_login(administrator)
    assert "hemmeligt" not in client.get(PAGE).content.decode()
    client.post(PAGE, told | {"client_secret": "", "client_id": "andet"})
    sign_in.refresh_from_db()
    assert (sign_in.client_id, sign_in.client_secret) == ("andet", "meget-hemmeligt")


def test_the_secret_that_is_kept_is_not_sent_to_another_address(client, sign_in, told, administrator):
    other = Provider()
    client.force_login(administrator)
    assert client.post(PAGE, told | {"issuer": other.issuer, "client_secret": ""}).status_code == 422
    assert client.post(PAGE, told | {"issuer": other.issuer, "client_secret": "ny"}).status_code == 302
    other.close()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issuer", "http://kommune.example"),
        ("issuer", "javascript:alert(1)"),
        ("issuer", "http://127.0.0.1:9"),  # nobody there
        ("client_id", ""),
        ("client_secret", ""),
        ("domains", "haderslev"),
        ("domains", "*.dk"),
        ("domains", "gmail.com"),
    ],
)
def test_what_cannot_be_used_is_told_beside_its_field(client, told, administrator, field, value):
    client.force_login(administrator)
    response = client.post(PAGE, told | {field: value})
    assert response.status_code == 422
    assert f'href="#id_{field}"' in response.content.decode()
    assert not MunicipalitySignIn.objects.exists()


def test_a_coordinator_sees_it_and_opens_it_to_the_domain(client, sign_in, coordinator):
    client.force_login(coordinator)
    page = client.get(PAGE).content.decode()
    assert "haderslev.example" in page
    assert "client_secret" not in page
    assert client.post(ALLOW, {"allowed": "yes"})["Location"] == PAGE
    sign_in.refresh_from_db()
    assert sign_in.domain_allowed
    client.post(ALLOW)
    sign_in.refresh_from_db()
    assert not sign_in.domain_allowed


def test_other_domains_have_to_be_allowed_anew(client, sign_in, told, administrator):
    MunicipalitySignIn.objects.update(domain_allowed=True)
    client.force_login(administrator)
    client.post(PAGE, told)
    sign_in.refresh_from_db()
    assert sign_in.domain_allowed
    client.post(PAGE, told | {"domains": "andet.example"})
    sign_in.refresh_from_db()
    assert not sign_in.domain_allowed


@pytest.mark.parametrize("role", ["contributor", "stranger", "editor", "follow_group_reader", "organiser"])
def test_to_others_it_is_not_there(client, sign_in, request, role):
    client.force_login(request.getfixturevalue(role))
    answers = [client.get(PAGE), client.post(PAGE), client.post(ALLOW, {"allowed": "yes"}), client.post(REMOVE)]
    assert [answer.status_code for answer in answers] == [404] * 4
    sign_in.refresh_from_db()
    assert not sign_in.domain_allowed


def test_neither_does_the_others_part(client, sign_in, told, coordinator, administrator):
    client.force_login(coordinator)
    assert [client.post(PAGE, told).status_code, client.post(REMOVE).status_code] == [404, 404]
    client.force_login(administrator)
    assert client.post(ALLOW, {"allowed": "yes"}).status_code == 404


def test_an_administrator_takes_it_away(client, sign_in, administrator):
    client.force_login(administrator)
    client.post(REMOVE)
    assert not MunicipalitySignIn.objects.exists()
    assert client.get("/konto/kommune/haderslev/").status_code == 404


def test_without_one_the_coordinator_is_told_whom_to_ask(client, haderslev, site, coordinator, settings):
    client.force_login(coordinator)
    assert settings.CONTACT_EMAIL in client.get(PAGE).content.decode()
