"""Every cell of the permission matrix, at every address there is (tests/conventions/matrix.py)."""

import pytest
from django.test import Client

from tests.conventions.addresses import path_of
from tests.conventions.matrix import EVERYTHING, OURS, PERSONAS, POSTED

SIGN_IN = "/konto/login/"


def answer(client, method, path):
    response = getattr(client, method)(path)
    if response.status_code == 302 and response["Location"].partition("?")[0] == SIGN_IN:
        return "door"
    return str(response.status_code)


def fits(got, wanted):
    return got == wanted or (wanted == "in" and got not in ("404", "door"))


def misfits(client, world, table, method, persona):
    """Where the answer is not the table's."""
    found = {name: answer(client, method, path_of(name, world)) for name in table}
    return {name: (got, table[name][persona]) for name, got in found.items() if not fits(got, table[name][persona])}


@pytest.fixture
def acting(request):
    def act(persona):
        client = Client()
        if persona != "anonymous":
            client.force_login(request.getfixturevalue(persona))
        return client

    return act


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("persona", PERSONAS)
def test_each_gets_what_the_matrix_says(acting, world, persona):
    client = acting(persona)
    assert misfits(client, world, EVERYTHING, "get", persona) == {}
    assert misfits(client, world, OURS, "head", persona) == {}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("persona", PERSONAS)
def test_each_may_do_what_the_matrix_says(acting, world, persona):
    assert misfits(acting(persona), world, POSTED, "post", persona) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("persona", PERSONAS)
def test_a_published_page_is_everybodys_and_a_draft_nobodys(acting, world, draft, event, haderslev_page, persona):
    client = acting(persona)
    assert client.get(haderslev_page.url).status_code == 200
    assert client.get(f"/arrangementer/{event.slug}/").status_code == 200
    assert client.get(f"{haderslev_page.url}{draft.slug}/").status_code == 404
