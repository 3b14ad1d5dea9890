"""Readers of the environment: what they make of good values, and that bad ones stop the start with the name in it."""

import string

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from config import env

NAME = "UDVIKLINGSRUM_TRIED"
LONG = string.ascii_letters


@pytest.fixture
def set_to(monkeypatch):
    return lambda value: monkeypatch.setenv(NAME, value)


@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_required_text_must_be_there(monkeypatch, value):
    monkeypatch.setenv(NAME, value) if value is not None else monkeypatch.delenv(NAME, raising=False)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} must be set"):
        env.text(NAME)


def test_an_unset_value_is_its_default(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)
    assert (env.text(NAME, "x"), env.number(NAME, 3), env.flag(NAME, True)) == ("x", 3, True)


@pytest.mark.parametrize(
    ("reader", "value", "expected"),
    [
        (env.text, " a ", "a"),
        (env.words, "a, b,,c ", ["a", "b", "c"]),
        (env.secret, LONG, LONG),
        (env.hosts, "a.dk,b.dk", ["a.dk", "b.dk"]),
        (env.mail_address, "Navn <a@b.dk>", "Navn <a@b.dk>"),
        (env.address, "https://a.dk:8443/", "https://a.dk:8443"),
        (lambda name: env.flag(name, False), "On", True),
        (lambda name: env.flag(name, True), "0", False),
        (lambda name: env.number(name, 2), "16", 16),
        (lambda name: env.choice(name, ("x", "y"), "x"), "y", "y"),
    ],
)
def test_good_values_are_read(set_to, reader, value, expected):
    set_to(value)
    assert reader(NAME) == expected


@pytest.mark.parametrize(
    ("reader", "values"),
    [
        (env.secret, ["short", "a" * 60]),
        (env.hosts, ["*", "*.a.dk", "https://a.dk", ",", "a.dk/x"]),
        (env.mail_address, ["a", "a@", "Navn", "a@b@c.dk"]),
        (env.address, ["a.dk", "ftp://a.dk", "https://", "https://a.dk/x", "https://a.dk?x=1", "https://u@a.dk"]),
        (env.address, ["https://a.dk:port", "https://[a.dk"]),
        (lambda name: env.flag(name, False), ["maybe", "2", "ja"]),
        (lambda name: env.number(name, 2), ["0", "-1", "two", "1.5", "²"]),
        (lambda name: env.choice(name, ("x", "y"), "x"), ["z", "X"]),
        (
            lambda name: env.database(name, ""),
            ["mysql://a/b", "postgres://h", "sqlite://", "db.sqlite3", "postgres://h:x/y"],
        ),
        (env.cache, ["memcached://a", "redis://", "db://table", "redis"]),
        (env.mailer, ["a@b.dk", "smtp://", "file://folder/x", "file:///", "smtp://h?tls=maybe", "smtp://h:x"]),
    ],
)
def test_bad_values_stop_the_start_and_name_the_setting(set_to, reader, values):
    for value in values:
        set_to(value)
        with pytest.raises(ImproperlyConfigured, match=NAME):
            reader(NAME)


@given(st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), min_size=1))
def test_whatever_stands_there_is_read_or_refused(value):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(NAME, value)
        refusals = []
        for reader in (env.address, env.cache, env.mailer, env.hosts, env.mail_address):
            try:
                reader(NAME)
            except ImproperlyConfigured as refusal:
                refusals.append(str(refusal))
    assert all(NAME in refusal for refusal in refusals)


def test_a_misspelt_setting_is_refused(monkeypatch):
    monkeypatch.setenv("UDVIKLINGSRUM_SECRET_KYE", "x")
    with pytest.raises(ImproperlyConfigured, match="SECRET_KYE"):
        env.refuse_unknown_names()


def test_sqlite_waits_for_its_turn(set_to):
    set_to("sqlite:////var/lib/x.sqlite3")
    read = env.database(NAME, "")
    assert read["NAME"] == "/var/lib/x.sqlite3"
    assert read["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_postgres_address_gives_its_parts(set_to):
    set_to("postgres://me:p%40ss@db.example:5433/site")
    read = env.database(NAME, "")
    assert [read[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "NAME")] == [
        "db.example", 5433, "me", "p@ss", "site",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "port", "ssl", "tls"),
    [
        ("smtp://h", 587, False, True),
        ("smtps://h", 465, True, False),
        ("smtp://h:25?tls=no", 25, False, False),
    ],
)
def test_mail_is_encrypted_unless_told_not_to(set_to, value, port, ssl, tls):
    set_to(value)
    options = env.mailer(NAME)["OPTIONS"]
    assert (options["port"], options["use_ssl"], options["use_tls"]) == (port, ssl, tls)


def test_a_mail_password_may_hold_any_sign(set_to):
    set_to("smtp://me%40b.dk:p%2Fw@h")
    options = env.mailer(NAME)["OPTIONS"]
    assert (options["username"], options["password"]) == ("me@b.dk", "p/w")


def test_a_refused_address_does_not_show_its_password(set_to):
    set_to("mysql://me:hemmelig@h/x")
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.database(NAME, "")
    assert "hemmelig" not in str(refusal.value)
