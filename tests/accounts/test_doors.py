"""There is one way in. Wagtail's and Django's own sign-in pages lead there, whatever method is tried on them."""

import pytest
from django.urls import reverse

from accounts.domain.municipalities import close_municipality
from accounts.domain.people import restore, suspend

pytestmark = pytest.mark.django_db

SIGN_IN = "/konto/login/"
DOORS = ["/admin/login/", "/_util/login/"]
PASSWORD = "udviklingsrum-demo"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("method", ["get", "post", "head", "put"])
def test_other_sign_in_pages_lead_to_the_one(client, door, method):
    response = getattr(client, method)(f"{door}?next=/admin/pages/")
    assert (response.status_code, response["Location"]) == (302, f"{SIGN_IN}?next=%2Fadmin%2Fpages%2F")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil"])
def test_an_address_elsewhere_is_not_carried_along(client, door, wanted):
    assert client.get(door, {"next": wanted})["Location"] == SIGN_IN
    assert client.post(door, {"next": wanted})["Location"] == SIGN_IN


def test_a_password_posted_to_wagtails_sign_in_signs_nobody_in(client, contributor):
    client.post("/admin/login/", {"username": contributor.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("rest", ["", "done/", "confirm/MQ/set-password/", "complete/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_wagtails_password_reset_leads_to_ours(client, rest, method):
    response = getattr(client, method)(f"/admin/password_reset/{rest}")
    assert (response.status_code, response["Location"]) == (302, reverse("account_reset_password"))


def test_the_editors_rooms_send_somebody_signed_out_to_the_one_sign_in(client):
    assert client.get("/admin/")["Location"] == f"{SIGN_IN}?next=/admin/"
    assert client.get("/admin/pages/")["Location"] == f"{SIGN_IN}?next=/admin/pages/"


def test_the_editors_rooms_are_not_there_for_a_reader(client, follow_group_reader):
    client.force_login(follow_group_reader)
    for path in ("/admin/", "/admin/pages/", "/admin/login/?next=/admin/", "/admin/nowhere/"):
        assert client.get(path).status_code == 404


def test_signing_out_in_the_editors_rooms_signs_out_on_post_only(client, administrator):
    client.force_login(administrator)
    client.get("/admin/logout/")
    assert "_auth_user_id" in client.session
    client.post("/admin/logout/")
    assert "_auth_user_id" not in client.session


def test_right_password_signs_in_and_leads_to_where_one_wanted(client, contributor):
    response = client.post(
        f"{SIGN_IN}?next=/admin/", {"login": contributor.email.upper(), "password": PASSWORD, "next": "/admin/"}
    )
    assert response["Location"] == "/admin/"
    assert client.session["_auth_user_id"] == str(contributor.pk)


def test_sign_up_is_closed(client):
    page = client.get("/konto/signup/")
    assert "invitation" in page.content.decode()
    client.post("/konto/signup/", {"email": "ny@demo.example", "password1": PASSWORD, "password2": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_a_suspension_ends_the_session_at_once_and_for_good(client, contributor):
    client.post(SIGN_IN, {"login": contributor.email, "password": PASSWORD})
    suspend(by=None, user=contributor)
    assert client.get("/konto/email/")["Location"].startswith(SIGN_IN)
    restore(by=None, user=contributor)
    assert client.get("/konto/email/")["Location"].startswith(SIGN_IN)


def test_closing_a_municipality_signs_its_members_out_at_once(client, contributor, haderslev):
    client.force_login(contributor)
    close_municipality(by=None, municipality=haderslev)
    assert client.get("/konto/email/")["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize("persona", ["suspended", "member_of_closed"])
def test_the_right_password_does_not_let_in_somebody_who_may_not(client, persona, request):
    user = request.getfixturevalue(persona)
    response = client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})
    assert response["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session
