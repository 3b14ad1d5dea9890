"""The load test's own judgement: it must see what went wrong, or it proves nothing."""

import time

import pytest

from events.management.rush import stages
from events.management.rush.clients import Click, Rush
from events.management.rush.report import faults, figures
from tests.factories.events import full, registered

GOOD = {
    "registered": 2,
    "waiting": 3,
    "seats_held": 2,
    "people": 5,
    "tickets_without_gaps": True,
    "mails": 5,
    "one_mail_each": True,
}


@pytest.fixture
def rush():
    """Five people who each came through, the first with a double click."""
    rush = Rush(port=0, path="/", people=5, clients=2, deadline=time.monotonic())
    rush.clicks = {person: [Click(302, f"/tilmelding/{person}/", 0.1)] for person in range(5)}
    rush.clicks[0] *= 2
    return rush


def test_a_good_run_has_no_faults(rush):
    assert faults(rush, GOOD, seats=2) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("registered", 3), ("waiting", 2), ("people", 4), ("tickets_without_gaps", False), ("one_mail_each", False)],
)
def test_every_wrong_count_is_a_fault(rush, name, value):
    assert faults(rush, GOOD | {name: value}, seats=2) == [f"{name}: {value}, not {GOOD[name]}"]


@pytest.mark.parametrize("status", [0, 200, 500, 503])
def test_every_answer_but_the_expected_is_a_fault(rush, status):
    rush.clicks[3] = [Click(status, "", 0.1)]
    assert faults(rush, GOOD, seats=2) == [f"1 answers with status {status}"]


def test_a_double_click_that_led_to_two_places_is_a_fault(rush):
    rush.clicks[0] = [Click(302, "/tilmelding/a/", 0.1), Click(302, "/tilmelding/b/", 0.1)]
    assert faults(rush, GOOD, seats=2) == ["1 double clicks led to two places"]


def test_whoever_had_no_turn_is_a_fault(rush):
    del rush.clicks[4]
    assert faults(rush, GOOD, seats=2) == ["1 people had no turn in time"]


def test_the_figures_hold_percentiles(rush):
    assert "p95 100 ms" in figures(rush, 1.0)


@pytest.mark.django_db
def test_what_the_database_holds_is_counted(site):
    site.root_page.get_children().delete()
    stages.make_event(seats=2)
    event = stages.Event.objects.get()
    full(event)
    for name in ("Bo", "Eva", "Ida"):
        registered(event, name)
    assert stages.count() == GOOD
