import pytest
from bs4 import BeautifulSoup
from django.db import transaction

from core import navigation
from demo.seed.course import seed_course
from demo.seed.municipalities import seed_municipalities
from demo.seed.pages import seed_pages
from demo.seed.stories import seed_stories


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """The real stories and the real course, for a whole module of tests, and then gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        for step in (seed_municipalities, seed_pages, seed_stories, seed_course):
            step()
        yield
        transaction.set_rollback(True)
    navigation.forget()


@pytest.fixture
def read(client):
    """The page at an address, parsed."""

    def page(address):
        answer = client.get(address)
        assert answer.status_code == 200, address
        return BeautifulSoup(answer.content, "html.parser")

    return page
