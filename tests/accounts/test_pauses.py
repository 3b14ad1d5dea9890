"""Five failures in five minutes, then a pause: for passwords, codes and second factors. Never for a fault of ours."""

import sqlite3
import time
from contextlib import closing

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache, caches
from django.core.management import call_command
from django.db import OperationalError, connection

from config import env

PASSWORD = "udviklingsrum-demo"


@pytest.fixture
def known(db, contributor):
    EmailAddress.objects.create(user=contributor, email=contributor.email, verified=True, primary=True)
    return contributor.email


def sign_in(client, address, password="forkert", **more):
    return client.post("/konto/login/", {"login": address, "password": password}, **more)


def test_the_sixth_try_waits_even_with_the_right_password(client, known):
    assert [sign_in(client, known).status_code for _ in range(5)] == [200] * 5
    response = sign_in(client, known, PASSWORD)
    assert response.status_code == 429
    assert "_auth_user_id" not in client.session


def test_the_page_says_how_long_in_danish(client, known):
    for _ in range(6):
        response = sign_in(client, known)
    assert "Prøv igen om 5 minutter." in response.content.decode()
    assert response["Retry-After"] == "300"
    assert "/konto/login/code/" in response.content.decode()


def test_after_five_minutes_one_may_try_again(client, known, monkeypatch):
    for _ in range(6):
        sign_in(client, known)
    later = time.time() + 5 * 60 + 1
    monkeypatch.setattr("time.time", lambda: later)
    assert sign_in(client, known, PASSWORD).status_code == 302


def test_tries_from_elsewhere_do_not_keep_somebody_out_of_a_browser_they_use(client, known):
    assert sign_in(client, known, PASSWORD).status_code == 302
    client.post("/konto/logout/")
    stranger = client.__class__()
    answers = [sign_in(stranger, known, REMOTE_ADDR="10.0.0.9").status_code for _ in range(6)]
    assert answers[-1] == 429
    assert sign_in(client, known, PASSWORD).status_code == 302


def test_a_browser_used_by_one_is_no_help_against_another(client, known, stranger):
    sign_in(client, known, PASSWORD)
    client.post("/konto/logout/")
    answers = [sign_in(client, stranger.email).status_code for _ in range(6)]
    assert answers[-1] == 429
    client.cookies["kendt"] = client.cookies["kendt"].value.replace(".", "x.", 1)  # no longer as we signed it
    client.cookies.pop("sessionid", None)
    assert [sign_in(client, known).status_code for _ in range(6)][-1] == 429


def test_one_address_trying_many_accounts_is_stopped(client, db):
    answers = [sign_in(client, f"person{n}@demo.example").status_code for n in range(31)]
    assert answers[-2:] == [200, 429]


def test_authenticator_codes_are_counted_too(client, known, contributor):
    TOTP.activate(contributor, "A" * 32)
    sign_in(client, known, PASSWORD)
    answers = [client.post("/konto/2fa/authenticate/", {"code": "000000"}).status_code for _ in range(6)]
    assert answers[-1] == 429


def test_a_code_by_mail_can_be_guessed_three_times(client, known):
    client.post("/konto/login/code/", {"email": known})
    answers = [client.post("/konto/login/code/confirm/", {"code": "AAAA"}) for _ in range(3)]
    assert answers[-1]["Location"].startswith("/konto/login/")


def test_links_for_a_new_password_are_counted(client, db):
    answers = [client.get(f"/konto/password/reset/key/1-abc-{n}/").status_code for n in range(3)]
    posts = [client.post("/konto/password/reset/key/1-set-password/").status_code for n in range(21)]
    assert 429 not in answers
    assert posts[-1] == 429


@pytest.fixture
def table_cache(settings, transactional_db):
    """The cache that the demo has: a table in the database."""
    settings.CACHES = settings.CACHES | {"default": env.cache("CACHE_URL")}
    call_command("createcachetable", verbosity=0)
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_cache")
    del caches["default"]


@pytest.fixture
def locked(table_cache):
    """Somebody else writes, and does not end."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_write_that_the_database_refuses_is_no_full_count(known, locked):
    with pytest.raises(OperationalError):
        cache.add("lås", 1)


@pytest.mark.django_db(transaction=True)
def test_signing_in_on_a_locked_database_is_our_fault_not_the_readers(client, site, known, locked):
    client.raise_request_exception = False
    response = sign_in(client, known)
    assert response.status_code == 503


@pytest.mark.django_db(transaction=True)
def test_a_key_that_is_taken_is_still_told_as_such(table_cache):
    assert cache.add("lås", 1) is True
    assert cache.add("lås", 1) is False


@pytest.mark.django_db(transaction=True)
def test_many_addresses_typed_do_not_push_out_the_counts(client, known, table_cache):
    for _ in range(5):
        sign_in(client, known)
    cache.set_many({f"noget-{n}": n for n in range(400)})
    assert sign_in(client, known, PASSWORD).status_code == 429
