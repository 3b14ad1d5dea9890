"""make bench: the figures are right, and what is over the budget is marked."""

import pytest
from django.core.management import CommandError, call_command

from core.management.commands.bench import Measured, measure, page_paths

GOOD = Measured("/", 200, queries=8, repeated=0, median=10, least=5, bytes=50_000, brotli=10_240)


def test_what_keeps_the_budget_is_not_marked():
    assert not GOOD.line().endswith("over")


@pytest.mark.parametrize("change", [{"queries": 9}, {"repeated": 1}, {"median": 10.1}, {"brotli": 10_241}])
def test_what_is_over_the_budget_is_marked(change):
    assert GOOD._replace(**change).line().endswith("over")


def test_an_error_is_told():
    assert "answered 404" in GOOD._replace(status=404).line()


def test_a_page_is_measured(site, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    seen = measure("/kommuner/", times=2)
    assert (seen.status, 1 <= seen.queries <= 8) == (200, True)
    assert 0 < seen.brotli < seen.bytes
    assert 0 < seen.least <= seen.median


def test_one_page_of_each_kind_is_measured(site):
    assert {"/", "/katalog/", "/kommuner/", "/arrangementer/"} <= set(page_paths())


def test_an_empty_site_says_what_to_do(db):
    with pytest.raises(CommandError, match="run manage"):
        call_command("bench")
