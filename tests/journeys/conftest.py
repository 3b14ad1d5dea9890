"""The journeys are walked on the demo's own content, served over HTTP to a real browser."""

import sqlite3
from contextlib import closing

import pytest
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import expect

from catalogue.domain.municipalities import open_municipality
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


@pytest.fixture
def opened(live_server, site, haderslev, contributor, coordinator, editor):
    open_municipality(by=None, municipality=haderslev)
    navigation.forget()
    return live_server.url


@pytest.fixture
def signed_in(opened, browser, browser_context_args):
    """A function that opens a browser of their own for somebody and signs them in."""

    def sign_in(user):
        page = browser.new_context(**browser_context_args, reduced_motion="reduce").new_page()
        page.goto(f"{opened}/konto/login/")
        page.get_by_label("E-mail").fill(user.email)
        page.get_by_label("Adgangskode").fill("udviklingsrum-demo")
        page.get_by_role("button", name="Log ind", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Min kommune")
        return page

    return sign_in
