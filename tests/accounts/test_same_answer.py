"""Nobody can find out who has an account: a known and an unknown address get the same answer, work and mails."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher

pytestmark = pytest.mark.django_db
PASSWORD = "udviklingsrum-demo"
SECRETS = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture
def known(contributor):
    EmailAddress.objects.create(user=contributor, email=contributor.email, verified=True, primary=True)
    return contributor.email


@pytest.fixture
def unknown(known):
    """As long as the known one, so that the answers are too."""
    return known.replace("person", "nobody")


def seen(client, response, address):
    """What whoever typed `address` sees: status, headers and body, without what differs from visit to visit."""
    answers = [*(status for _, status in getattr(response, "redirect_chain", [])), response.status_code]
    body = SECRETS.sub("", response.content.decode()).replace(address, "…")
    headers = {name: value for name, value in response.items() if name not in ("Set-Cookie", "Expires")}
    return answers, headers, sorted(client.cookies), body


@pytest.fixture
def both(client, known, unknown):
    """A function that does a deed for the known and the unknown address, each as a new visitor."""

    def compare(deed):
        for address in (known, unknown):
            client.cookies.clear()
            yield [seen(client, response, address) for response in deed(address)]

    return compare


def sign_in(client, address, times=1):
    return [client.post("/konto/login/", {"login": address, "password": "forkert"}) for _ in range(times)]


def test_a_wrong_password(client, both):
    first, second = both(lambda address: sign_in(client, address))
    assert first == second


def test_so_many_wrong_passwords_that_there_is_a_pause(client, both):
    first, second = both(lambda address: sign_in(client, address, 7))
    assert first == second
    assert first[-1][0] == [429]


def test_a_code_asked_for_and_guessed_until_the_end(client, both):
    def guess(address):
        yield client.post("/konto/login/code/", {"email": address}, follow=True)
        for _ in range(4):
            yield client.post("/konto/login/code/confirm/", {"code": "AAAA-BBBB"}, follow=True)

    first, second = both(guess)
    assert first == second


@pytest.mark.parametrize("form", ["/konto/login/code/", "/konto/password/reset/"])
def test_a_form_that_mails(client, both, known, unknown, form, sent_mails):
    first, second = both(lambda address: [client.post(form, {"email": address}, follow=True)])
    assert first == second
    assert [mail["To"] for mail in sent_mails()] == [known, unknown]


@pytest.mark.parametrize("form", ["/konto/login/code/", "/konto/password/reset/"])
def test_both_get_at_most_five_mails_an_hour(client, both, known, unknown, form, sent_mails):
    def ask(address):
        for _ in range(7):
            client.cookies.clear()
            yield client.post(form, {"email": address})

    first, second = both(ask)
    assert first == second
    assert [answer[0] for answer in first[-2:]] == [[429], [429]]
    assert [mail["To"] for mail in sent_mails()] == [known] * 5 + [unknown] * 5


def test_the_mail_to_a_stranger_is_short_and_danish(client, unknown, sent_mails):
    client.post("/konto/password/reset/", {"email": unknown})
    (mail,) = sent_mails()
    assert mail["Subject"] == "Der er ingen konto med din adresse"
    assert "Så skal du ikke gøre noget" in mail.get_body(("plain",)).get_content()
    assert unknown not in mail.get_body(("html",)).get_content()


def test_somebody_suspended_is_answered_as_unknown(client, both, suspended):
    for deed in (sign_in, lambda c, a: [c.post("/konto/password/reset/", {"email": a})]):
        first, second = both(lambda address, deed=deed: deed(client, address))
        assert first == second


@pytest.mark.parametrize("password", [PASSWORD, None], ids=["a password", "no password"])
def test_a_password_is_hashed_once_whoever_it_is(client, known, unknown, contributor, monkeypatch, password):
    contributor.set_password(password)
    contributor.save()
    hashed, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *a: hashed.append(1) or encode(*a))
    counts = []
    for address in (known, unknown):
        sign_in(client, address)
        counts.append(len(hashed))
        hashed.clear()
    assert counts == [1, 1]
