"""Every page and mail of one's own account: Danish, in our dress, without a script in the page."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from accounts.templatetags.accounts import browser_and_system

pytestmark = pytest.mark.django_db
PASSWORD = "udviklingsrum-demo"
ENGLISH = re.compile(
    r"\b(the|and|with|this|that|your?|please|sign|password|email|key|code|new|account|change|remove|add|name)\b", re.I
)
MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.S)
OPEN_PAGES = [
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_inactive",
    "account_email_verification_sent",
]
OWN_PAGES = [
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "usersessions_list",
]


@pytest.fixture
def signed_in(client, contributor):
    """Somebody who has just proved who they are, so that no page asks again."""
    EmailAddress.objects.create(user=contributor, email=contributor.email, verified=True, primary=True)
    client.post("/konto/login/", {"login": contributor.email, "password": PASSWORD})
    client.post("/konto/reauthenticate/", {"password": PASSWORD})
    return client


def assert_ours(response):
    html = response.content.decode()
    assert response.status_code in (200, 422)
    assert "site-foot" in html
    assert not re.search(r"<script(?![^>]*(src=|application/json))", html)
    assert not re.search(r"\s(style|onclick)=", html)
    text = MARKUP.sub(" ", html.split("<main", 1)[1].split("</main>")[0])
    title = re.search(r"<title>(.*?)</title>", html, re.S)[1]
    assert not ENGLISH.findall(text + title)


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_pages_for_everybody(client, name):
    assert_ours(client.get(reverse(name)))


@pytest.mark.parametrize("name", OWN_PAGES)
def test_pages_of_ones_own_account(signed_in, name):
    assert_ours(signed_in.get(reverse(name)))


def test_wrong_password_is_told_in_danish_and_the_address_is_kept(client, contributor):
    response = client.post("/konto/login/", {"login": contributor.email, "password": "forkert"})
    assert_ours(response)
    assert contributor.email in response.content.decode()
    assert 'class="ds-error-summary"' in response.content.decode()


@pytest.mark.parametrize("form", ["/konto/login/", "/konto/login/code/", "/konto/password/reset/"])
def test_an_unknown_address_is_answered_like_a_known_one(client, contributor, form, sent_mails):
    answers = []
    for address in (contributor.email, "ingen@demo.example"):
        typed = {"login": address, "email": address, "password": "forkert"}
        response = client.post(form, typed)
        answers.append((response.status_code, response.get("Location")))
        client.cookies.clear()
    assert answers[0] == answers[1]
    assert [mail["To"] for mail in sent_mails()] in ([], [contributor.email, "ingen@demo.example"])


def test_a_code_by_mail_signs_in(client, contributor, sent_mails):
    response = client.post("/konto/login/code/", {"email": contributor.email}, follow=True)
    assert_ours(response)
    mail = sent_mails()[-1]
    code = re.search(r"^\s*([A-Z0-9]{3,6}-?[A-Z0-9]{3,6})\s*$", mail.get_body(("plain",)).get_content(), re.M)[1]
    response = client.post("/konto/login/code/confirm/", {"code": code})
    assert response["Location"] == "/min-kommune/"


def test_a_forgotten_password_is_replaced_by_a_link_in_a_mail(client, contributor, sent_mails):
    client.post("/konto/password/reset/", {"email": contributor.email})
    text = sent_mails()[-1].get_body(("plain",)).get_content()
    link = re.search(r"http://testserver(/konto/password/reset/key/\S+)", text)[1]
    page = client.get(link, follow=True)
    assert_ours(page)
    assert link not in page.request["PATH_INFO"]  # the secret has left the address
    new = "nyt-og-langt-kodeord"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert client.post("/konto/login/", {"login": contributor.email, "password": new})["Location"] == "/min-kommune/"


def test_a_link_that_has_been_used_says_what_one_can_do(client):
    assert_ours(client.get("/konto/password/reset/key/1-abc-def/", follow=True))


def test_a_new_address_counts_when_it_is_confirmed(signed_in, contributor, sent_mails):
    assert_ours(signed_in.post("/konto/email/", {"action_add": "1", "email": "ny@demo.example"}, follow=True))
    contributor.refresh_from_db()
    assert contributor.email != "ny@demo.example"
    text = next(mail for mail in sent_mails() if mail["To"] == "ny@demo.example").get_body(("plain",)).get_content()
    link = re.search(r"http://testserver(/konto/confirm-email/\S+)", text)[1]
    assert_ours(signed_in.get(link))
    signed_in.post(link)
    contributor.refresh_from_db()
    assert contributor.email == "ny@demo.example"


def test_every_mail_is_danish_in_text_and_in_dress(signed_in, contributor, sent_mails):
    signed_in.post("/konto/login/code/", {"email": contributor.email})
    new = "nyt-og-langt-kodeord"
    changed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    signed_in.post("/konto/password/change/", changed)
    signed_in.post("/konto/password/reset/", {"email": contributor.email})
    assert len(sent_mails()) >= 2
    for mail in sent_mails():
        text = mail.get_body(("plain",)).get_content()
        assert not ENGLISH.findall(re.sub(r"\S+@\S+|https?://\S+", "", text) + mail["Subject"])
        assert "Udviklingsrummet" in mail.get_body(("html",)).get_content()


def test_too_many_tries_are_stopped(client, contributor):
    answers = [client.post("/konto/login/", {"login": contributor.email, "password": str(n)}) for n in range(8)]
    assert not ENGLISH.findall(MARKUP.sub(" ", answers[-1].content.decode().split("<main", 1)[1]))
    right = client.post("/konto/login/", {"login": contributor.email, "password": PASSWORD})
    assert right.status_code == 429
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Linux"),
        ("", "ukendt browser"),
    ],
)
def test_a_session_is_told_by_browser_and_system(says, told):
    assert browser_and_system(says) == told


def test_somebody_trying_address_after_address_is_stopped_kindly(client):
    answers = [client.post("/konto/password/reset/", {"email": f"person{n}@demo.example"}) for n in range(31)]
    assert answers[-1].status_code == 429
    assert not ENGLISH.findall(MARKUP.sub(" ", answers[-1].content.decode().split("<main", 1)[1]))
