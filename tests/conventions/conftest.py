import pytest
from django.core.management import call_command
from django.db import transaction

from core import navigation
from tests.conventions.world import build


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A world for a whole module of tests, and then gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = build()
        call_command("update_index", verbosity=0)
        yield made
        transaction.set_rollback(True)
    navigation.forget()
