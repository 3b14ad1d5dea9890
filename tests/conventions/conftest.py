import logging

import pytest
from django.core.management import call_command
from django.db import transaction

from accounts.backends import EntitledBackend
from core import navigation
from tests.conventions.visits import Remembered
from tests.conventions.world import build


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A world for a whole module of tests, and then gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = build()
        call_command("update_index", verbosity=0)
        call_command("index_search", verbosity=0)
        yield made
        transaction.set_rollback(True)
    navigation.forget()


@pytest.fixture
def remembered(monkeypatch, caplog):
    """What spares the walks time: nobody is asked twice who they are, and no copies are kept for tests to look at."""
    asked = Remembered(EntitledBackend.get_user)
    monkeypatch.setattr(EntitledBackend, "get_user", lambda backend, pk: asked(backend, pk))
    # The test client keeps a copy of what each template was given, and pytest what is logged of each refusal.
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *args, **kwargs: None)
    caplog.set_level(logging.CRITICAL)
    return asked
