"""make demo, second time and other corners. Its first time is walked in tests/journeys/."""

import socket

import pytest
from django.core.management import CommandError, call_command

from core.management.commands.start import answers
from demo.management.commands.start_demo import Command


@pytest.fixture
def demo(settings, tmp_path):
    settings.VAR = tmp_path
    return Command()


def test_an_empty_database_is_seeded(demo, db):
    assert not demo.is_seeded()


def test_a_seeded_database_is_kept(demo, site):
    demo.note().write_text(demo.fingerprint())
    assert demo.is_seeded()


def test_other_seeds_or_migrations_seed_again(demo, site):
    demo.note().write_text("as it was last week")
    assert not demo.is_seeded()


def test_a_note_beside_an_emptied_database_is_not_believed(demo, db):
    demo.note().write_text(demo.fingerprint())
    assert not demo.is_seeded()


def test_only_sqlite_is_thrown_away(demo, monkeypatch):
    monkeypatch.setattr("demo.management.commands.start_demo.connection", type("Other", (), {"vendor": "postgresql"}))
    with pytest.raises(CommandError, match="Only SQLite"):
        demo.throw_away()


def test_a_taken_port_is_named_with_another_to_try():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken.*PORT={port + 1}"):
            call_command("start", port=port)
    assert not answers(port)
