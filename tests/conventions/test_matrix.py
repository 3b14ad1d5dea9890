"""Every cell of the permission matrix, at every address: what is refused tells nothing and changes nothing."""

import pytest
from django.apps import apps
from wagtail import hooks

from core.models import BasePage
from tests.conventions.addresses import EVERY, NAMED
from tests.conventions.cast import CAST
from tests.conventions.matrix import KNOWN, OURS, PAGE_TYPES, POSTED, REST, UNNAMED, WAGTAIL, group_of
from tests.conventions.visits import Visit

PERSONAS = list(CAST)


def test_every_address_stands_in_the_matrix():
    assert [name for name in REST if group_of(name) is None] == []


def test_the_matrix_names_no_address_that_is_gone():
    assert KNOWN - NAMED.keys() == set()
    assert [beginning for beginning in WAGTAIL if not any(name.startswith(beginning) for name in NAMED)] == []


def test_what_takes_nothing_but_post_is_posted_to():
    tables = {name: answers for name, answers in OURS.items() if isinstance(answers, dict)}
    only_post = {name for name, answers in tables.items() if "405" in answers.values()}
    assert only_post - POSTED.keys() == {"accounts:sign_out_everywhere"}  # which would end the walk


def test_an_address_has_a_name():
    assert {address.spelling for address in EVERY if not address.name} == UNNAMED


def test_every_page_type_stands_in_the_matrix():
    assert {model._meta.label for model in apps.get_models() if issubclass(model, BasePage)} == PAGE_TYPES


@pytest.fixture
def visit(world, db, remembered):
    def by(name):
        return Visit(world, CAST[name], remembered)

    return by


@pytest.mark.slow
@pytest.mark.parametrize("name", PERSONAS)
def test_each_reads_what_the_matrix_says(visit, name):
    faults = visit(name).read_everything()
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("name", PERSONAS)
def test_each_may_do_what_the_matrix_says(visit, name):
    faults = visit(name).do_everything()
    assert not faults, "\n".join(faults)


# For each kind of thing that Wagtail acts on in bulk, the argument that names one of Haderslev's.
IN_BULK = {"page": "page_id", "sitepicture": "image_id", "sitedocument": "document_id", "user": "user"}


def bulk_addresses(values):
    for action in hooks.get_hooks("register_bulk_action"):
        for model in action.models:
            where = f"{model._meta.app_label}/{model._meta.model_name}/{action.action_type}"
            yield f"/admin/bulk/{where}/?id={values[IN_BULK[model._meta.model_name]]}&next=/admin/"


@pytest.mark.parametrize("name", ["anonymous", "stranger", "foreign_coordinator", "follow_group_reader", "organiser"])
def test_no_action_in_bulk_takes_what_is_not_ones_own(visit, world, name):
    visitor, faults = visit(name), []
    for path in bulk_addresses(world.scenes["waiting"]):
        for method in ("get", "post"):
            got, leaked, written = visitor.ask(method, path)
            if leaked or written or got not in ("404", "door"):
                faults.append(f"{method} {path}: {got} {leaked} {written}")
    assert not faults, "\n".join(faults)
