"""The page behind an invitation's secret link."""

import logging

import pytest
from django.test import Client

from accounts.domain.people import suspend
from accounts.enums import Role
from accounts.models import Invitation, User
from accounts.rules import belongs_to
from config.logs import LineFormatter
from notifications.models import OutboxMessage
from tests.factories.accounts import InvitationFactory

pytestmark = pytest.mark.django_db
TOKEN = "a" * 43
URL = f"/invitation/{TOKEN}/"
TOLD = {"name": "Anna Holm", "password": "tre-gode-ord"}


@pytest.fixture
def invitation(site, haderslev, coordinator):
    return InvitationFactory(municipality=haderslev, token=TOKEN, email="anna@kommune.example", invited_by=coordinator)


def test_it_shows_on_get_and_changes_nothing(client, invitation):
    assert "Skriv for Haderslev" in client.get(URL).content.decode()
    assert client.head(URL).status_code == 200
    assert not User.objects.filter(email=invitation.email).exists()


def test_accepting_signs_in_and_lands_in_min_kommune(client, invitation, haderslev):
    assert client.post(URL, TOLD)["Location"] == "/min-kommune/"
    assert client.get("/min-kommune/").status_code == 200
    assert belongs_to(User.objects.get(email=invitation.email), haderslev)


@pytest.mark.parametrize("password", ["", "kort", "password1234", "anna@kommune.example"])
def test_a_bad_password_makes_no_account_and_keeps_the_name(client, invitation, password):
    response = client.post(URL, {"name": "Anna Berg", "password": password})
    assert response.status_code == 422
    assert 'value="Anna Berg"' in response.content.decode()
    assert not User.objects.filter(email=invitation.email).exists()


def test_a_passkey_needs_no_password_and_is_made_next(client, invitation):
    assert client.post(URL, {"name": "Anna", "passkey": "1"})["Location"] == "/konto/2fa/webauthn/add/"
    assert client.get("/konto/2fa/webauthn/add/").status_code == 200
    assert not User.objects.get(email=invitation.email).has_usable_password()


def test_used_it_says_so_and_takes_its_owner_home(client, invitation):
    client.post(URL, TOLD)
    assert client.get(URL)["Location"] == "/min-kommune/"
    response = Client().get(URL)
    assert response.status_code == 410
    assert "Invitationen er brugt" in response.content.decode()


@pytest.mark.parametrize(
    ("state", "status", "told"),
    [
        ({"expired": True}, 410, "Invitationen er udløbet"),
        ({"withdrawn_at": "2026-01-01T00:00Z"}, 410, "Invitationen er trukket tilbage"),
        ({"token": "b" * 43}, 404, "Linket virker ikke"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_no_longer_works_says_so_and_lets_nobody_in(client, site, haderslev, state, status, told, method):
    InvitationFactory(**{"municipality": haderslev, "token": TOKEN} | state)
    response = getattr(client, method)(URL, TOLD)
    assert response.status_code == status
    assert told in response.content.decode()
    assert "Bed om en ny" in response.content.decode()
    assert not User.objects.filter(name=TOLD["name"]).exists()


def test_a_link_cut_in_two_is_told_of(client, site):
    assert "Linket virker ikke" in client.get("/invitation/abc/").content.decode()


@pytest.mark.parametrize("state", ["expired", "pending", "used", "unknown"])
def test_who_asks_for_a_new_one_gets_one_answer(client, invitation, state):
    wanted = client.post("/invitation/ukendt/ny/").content.decode()
    if state == "expired":
        Invitation.objects.update(expires_at=invitation.created_at)
    if state == "used":
        Client().post(URL, TOLD)
    mails = OutboxMessage.objects.count()
    url = "/invitation/x/ny/" if state == "unknown" else f"{URL}ny/"
    for _time in range(3):
        assert client.post(url).content.decode() == wanted
    assert OutboxMessage.objects.count() - mails == (1 if state == "expired" else 0)


def test_an_account_with_the_address_gets_the_role_and_must_sign_in_as_ever(client, invitation, stranger, haderslev):
    User.objects.filter(pk=stranger.pk).update(email=invitation.email)
    assert "Du har allerede en konto" in client.get(URL).content.decode()
    assert client.post(URL, TOLD)["Location"] == "/min-kommune/"
    assert "_auth_user_id" not in client.session
    kept = User.objects.get(pk=stranger.pk)
    assert belongs_to(kept, haderslev)
    assert not kept.check_password(TOLD["password"])


def test_a_closed_account_is_not_opened_by_an_invitation(client, invitation, stranger):
    User.objects.filter(pk=stranger.pk).update(email=invitation.email)
    suspend(by=None, user=stranger)
    client.post(URL, TOLD)
    assert not User.objects.get(pk=stranger.pk).is_active


def test_somebody_else_who_is_signed_in_is_asked_to_sign_out_first(client, invitation, stranger):
    client.force_login(stranger)
    assert "Log først ud" in client.get(URL).content.decode()
    assert client.post(URL, TOLD).status_code == 409
    assert not User.objects.filter(email=invitation.email).exists()


def test_another_site_cannot_sign_a_reader_in_by_it(invitation):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(URL, TOLD, headers={"origin": "https://ond.example"}).status_code == 403
    assert not User.objects.filter(email=invitation.email).exists()


def test_the_secret_goes_nowhere(client, invitation):
    response = client.get(URL)
    assert response["Referrer-Policy"] == "strict-origin"
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert TOKEN not in response.content.decode().replace(f'action="{URL}', "")


def test_the_secret_is_in_no_log():
    record = logging.LogRecord("x", logging.WARNING, "x", 1, "Not Found: %s", (URL,), None)
    assert TOKEN not in LineFormatter().format(record)


def test_there_is_no_other_way_to_an_account(client, site):
    told = {"email": "ny@demo.example", "password1": "tre-gode-ord", "password2": "tre-gode-ord"}
    for path in ("/konto/signup/", "/konto/2fa/webauthn/signup/", "/konto/social/signup/", "/konto/3rdparty/signup/"):
        client.get(path)
        client.post(path, told)
    assert not User.objects.exists()


def test_a_role_that_is_typed_into_the_form_is_not_given(client, invitation, haderslev):
    client.post(URL, TOLD | {"role": Role.COORDINATOR, "is_superuser": "1", "email": "anden@demo.example"})
    user = User.objects.get(email=invitation.email)
    assert user.memberships.get().role == Role.CONTRIBUTOR
    assert not user.is_superuser
