"""The journeys are walked on the demo's own content, served over HTTP to a real browser."""

import sqlite3
from contextlib import closing

import pytest
from django.core.management import call_command
from django.db import connection

from core import navigation


@pytest.fixture(scope="session")
def seeded_copy(tmp_path_factory):
    """Where the filled database is kept: filling it takes ten seconds, copying it a tenth of one."""
    return tmp_path_factory.mktemp("demo") / "filled.sqlite3"


@pytest.fixture
def demo_site(live_server, seeded_copy, settings):
    """The address of a running site filled by `manage.py demo`."""
    connection.ensure_connection()
    already_filled = seeded_copy.exists()
    with closing(sqlite3.connect(seeded_copy)) as copy:
        if already_filled:
            copy.backup(connection.connection)
        else:
            call_command("demo", verbosity=0)
            connection.connection.backup(copy)
    navigation.forget()
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = live_server.url
    return live_server.url
