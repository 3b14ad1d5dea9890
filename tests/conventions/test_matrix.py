"""Every address there is stands in the permission matrix."""

from django.apps import apps

from core.models import BasePage
from tests.conventions.addresses import EVERY, NAMED
from tests.conventions.matrix import KNOWN, PAGE_TYPES, REST, UNNAMED, WAGTAIL, group_of


def test_every_address_stands_in_the_matrix():
    assert [name for name in REST if group_of(name) is None] == []


def test_the_matrix_names_no_address_that_is_gone():
    assert KNOWN - NAMED.keys() == set()
    assert [beginning for beginning in WAGTAIL if not any(name.startswith(beginning) for name in NAMED)] == []


def test_an_address_has_a_name():
    assert {address.spelling for address in EVERY if not address.name} == UNNAMED


def test_every_page_type_stands_in_the_matrix():
    assert {model._meta.label for model in apps.get_models() if issubclass(model, BasePage)} == PAGE_TYPES
