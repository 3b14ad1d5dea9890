"""Every cell of the permission matrix, at every address there is."""

from typing import NamedTuple

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from core.models import BasePage
from tests.accounts.matrix import GROUPS, OURS, PAGE_TYPES, PERSONAS, POSTED, UNNAMED, WAGTAIL

SERVE = "wagtail_serve"
SIGN_IN = "/konto/login/"


class Address(NamedTuple):
    name: str
    spelling: str
    arguments: tuple[str, ...]


def walk(patterns, namespace="", above=()):
    """Every address of the site, with the arguments of its own part and of those above it."""
    for pattern in patterns:
        arguments = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner, arguments)
        else:
            name = f"{namespace}{pattern.name}" if pattern.name else ""
            yield Address(name, str(pattern.pattern), arguments)


EVERY = list(walk(get_resolver().url_patterns))
NAMED = {address.name: address for address in EVERY if address.name}
KNOWN = {name for group in GROUPS for name in group}
REST = sorted(name for name in NAMED if name not in KNOWN and name != SERVE)


def group_of(name):
    fitting = [beginning for beginning in WAGTAIL if name.startswith(beginning)]
    return WAGTAIL[max(fitting, key=len)] if fitting else None


EVERYTHING = {name: answers for group in GROUPS for name, answers in group.items()} | {
    name: group_of(name) for name in REST
}


def test_every_address_stands_in_the_matrix():
    assert [name for name in REST if group_of(name) is None] == []


def test_the_matrix_names_no_address_that_is_gone():
    assert KNOWN - NAMED.keys() == set()
    assert [beginning for beginning in WAGTAIL if not any(name.startswith(beginning) for name in NAMED)] == []


def test_an_address_has_a_name():
    assert {address.spelling for address in EVERY if not address.name} == UNNAMED


def test_every_page_type_stands_in_the_matrix():
    assert {model._meta.label for model in apps.get_models() if issubclass(model, BasePage)} == PAGE_TYPES


# What `pk` and other arguments mean, by the beginning of the address's name.
MEANINGS = {
    "wagtailusers_users": {"pk": "user"},
    "wagtailusers_groups": {"pk": "group"},
    "wagtailsites": {"pk": "site"},
    "wagtailredirects": {"pk": "redirect"},
    "wagtailimages": {"pk": "image_id"},
    "wagtailadmin_api:images": {"pk": "image_id"},
    "wagtaildocs": {"pk": "document_id"},
    "wagtailadmin_api:documents": {"pk": "document_id"},
    "wagtailadmin_collections": {"pk": "collection_id"},
    "wagtailadmin_workflows": {"pk": "workflow_id", "model_name": "task_model"},
    "wagtailadmin_workflows:edit_task": {"pk": "task_id"},
    "wagtailadmin_workflows:disable_task": {"pk": "task_id"},
    "wagtailadmin_workflows:enable_task": {"pk": "task_id"},
    "event": {"pk": "event_id", "slug": "event"},
    "eventstaff": {"pk": "post_id"},
    "mfa_": {"pk": "authenticator"},
}


POSITIONAL = {
    "wagtaildocs_serve": ("document_id", "document_name"),
    "account_reset_password_from_key": ("uidb36", "key"),
}


def path_of(name, world):
    """The address with its arguments filled in. What the world lacks is a 1, which names nothing."""
    beginnings = sorted((each for each in MEANINGS if name.startswith(each)), key=len)
    meaning = MEANINGS[beginnings[-1]] if beginnings else {}
    if name in POSITIONAL:
        return reverse(name, args=[world[argument] for argument in POSITIONAL[name]])
    arguments = {argument: world.get(meaning.get(argument, argument), 1) for argument in NAMED[name].arguments}
    return reverse(name, kwargs=arguments)


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
