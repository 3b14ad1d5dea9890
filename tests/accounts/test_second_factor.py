"""Whoever may do much proves who they are twice. Until they have set that up, they get nowhere else."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rules import owes_second_factor
from tests.factories.events import EventFactory, organise

PASSWORD = "udviklingsrum-demo"
DEMAND = "/konto/ekstra-trin/"
OWING = ["editor", "organiser", "administrator"]
FREE = ["contributor", "coordinator", "stranger", "follow_group_reader", "checkin_helper"]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings):
    settings.MFA_REQUIRED = True


@pytest.fixture
def person(request, site):
    """Somebody by their role, who has signed in with a password."""

    def by_role(role, client):
        user = request.getfixturevalue(role)
        if role in ("organiser", "checkin_helper"):
            event = EventFactory()
            organise(event, user) if role == "organiser" else organise(event, user, "checkin")
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        client.post("/konto/login/", {"login": user.email, "password": PASSWORD})
        return user

    return by_role


@pytest.mark.parametrize("role", OWING)
@pytest.mark.parametrize("path", ["/", "/min-kommune/", "/admin/", "/mine-arrangementer/", "/konto/email/"])
def test_those_with_much_to_lose_are_led_to_set_it_up(client, person, role, path):
    person(role, client)
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (302, DEMAND)


@pytest.mark.parametrize("role", OWING)
def test_they_can_change_nothing_before(client, person, role):
    person(role, client)
    assert client.post("/admin/pages/1/edit/", {"title": "x"})["Location"] == DEMAND


@pytest.mark.parametrize("role", OWING)
def test_the_page_leads_to_a_passkey_or_an_app(client, person, role):
    person(role, client)
    client.post("/konto/reauthenticate/", {"password": PASSWORD})
    page = client.get(DEMAND).content.decode()
    for name in ("mfa_add_webauthn", "mfa_activate_totp", "account_logout"):
        assert reverse(name) in page
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("role", FREE)
def test_nobody_else_is_asked(client, person, role):
    user = person(role, client)
    assert client.get("/min-kommune/").status_code == 200
    assert client.get(DEMAND)["Location"] == "/konto/2fa/"
    assert not owes_second_factor(user)


@pytest.mark.parametrize("role", OWING)
@pytest.mark.parametrize("kind", ["totp", "webauthn"])
def test_with_an_app_or_a_passkey_one_is_let_in(client, person, role, kind):
    user = person(role, client)
    Authenticator.objects.create(user=user, type=kind, data={})
    assert client.get("/min-kommune/").status_code == 200


def test_recovery_codes_alone_do_not_count(client, person):
    user = person("editor", client)
    Authenticator.objects.create(user=user, type="recovery_codes", data={})
    assert client.get("/min-kommune/")["Location"] == DEMAND


def test_taking_it_away_again_is_noticed_at_once(client, person):
    user = person("editor", client)
    client.post("/konto/reauthenticate/", {"password": PASSWORD})
    TOTP.activate(user, "A" * 32)
    assert client.get("/min-kommune/").status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert client.get("/min-kommune/")["Location"] == DEMAND


def test_who_has_it_is_asked_for_it_at_sign_in(client, person):
    user = person("editor", client)
    TOTP.activate(user, "A" * 32)
    client.logout()
    response = client.post("/konto/login/", {"login": user.email, "password": PASSWORD})
    assert response["Location"] == "/konto/2fa/authenticate/"


def test_it_is_asked_once_and_not_at_every_click(client, person, settings, django_assert_num_queries):
    person("coordinator", client)
    client.get("/konto/sessions/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/konto/sessions/")
    settings.MFA_REQUIRED = False
    with django_assert_num_queries(len(asked)):
        client.get("/konto/sessions/")


def test_the_setting_switches_it_off(client, person, settings):
    settings.MFA_REQUIRED = False
    person("editor", client)
    assert client.get("/min-kommune/").status_code == 200


def test_an_address_waiting_to_be_confirmed_stops_nobody(client, person):
    user = person("editor", client)
    client.post("/konto/reauthenticate/", {"password": PASSWORD})
    EmailAddress.objects.create(user=user, email="ny@demo.example", verified=False)
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
