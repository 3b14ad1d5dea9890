"""What the shared fixtures promise every other test."""

import socket

import pytest
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import connection
from django.tasks import task
from wagtail.models import Collection, Locale, Page

from tests.browser import find_chromium
from tests.conftest import NetworkIsBlocked


def test_other_machines_are_out_of_reach():
    with pytest.raises(NetworkIsBlocked):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_this_machine_is_within_reach():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=1) as caller,
    ):
        assert caller.getpeername() == server.getsockname()


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_meets_an_empty_cache(turn):
    assert cache.get("left-over") is None
    cache.set("left-over", turn)


@pytest.mark.parametrize("turn", [1, 2])
def test_mails_are_files_and_only_this_tests(turn, sent_mails):
    EmailMessage(subject="Din plads", body="Æ ø å", to=["a@demo.example"]).send()
    (mail,) = sent_mails()
    assert (mail["Subject"], mail.get_content().strip()) == ("Din plads", "Æ ø å")


@pytest.mark.parametrize("turn", [1, 2, 3])
@pytest.mark.django_db(transaction=True)
def test_the_ground_is_there_after_a_sweep(turn, site):
    assert (Locale.objects.count(), Collection.objects.count(), Page.objects.count()) == (1, 1, 8)


def test_the_database_is_a_file_that_waits_its_turn(db):
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    with connection.cursor() as cursor:
        answers = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert answers == ["wal", 2]
    assert connection.transaction_mode == "IMMEDIATE"


@task
def remember(word):
    cache.set("word", word)


@task
def fail():
    raise ValueError("no")


def test_queued_tasks_run_when_asked(run_tasks):
    remember.enqueue("ord")
    assert cache.get("word") is None
    assert run_tasks() == 1
    assert cache.get("word") == "ord"


def test_a_failed_task_fails_the_test(run_tasks):
    fail.enqueue()
    with pytest.raises(AssertionError, match="ValueError"):
        run_tasks()


def test_the_browser_opens_a_page_and_nothing_beyond_this_machine(live_server, page):
    page.goto(live_server.url + "/static/core/site.css")
    assert "layer" in page.content()
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("https://example.org/")


def test_a_browser_named_by_the_environment_goes_first(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/somewhere/chromium")
    assert find_chromium() == "/somewhere/chromium"
