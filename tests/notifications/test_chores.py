from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.domain import chores
from notifications.models import ChoreTurn

pytestmark = pytest.mark.django_db

calls = []


def water_the_plants():
    calls.append("watered")


def break_something():
    raise RuntimeError


@pytest.fixture(autouse=True)
def only_these(monkeypatch):
    calls.clear()
    monkeypatch.setattr(chores, "_chores", {})


def move_clock(**passed):
    for turn in ChoreTurn.objects.all():
        turn.due_at -= timedelta(**passed)
        turn.save()


def test_a_new_chore_is_done_at_once_and_again_when_its_time_has_passed():
    chores.every_minute(water_the_plants)
    chores.run_due_chores()
    chores.run_due_chores()
    assert calls == ["watered"]
    move_clock(minutes=1)
    chores.run_due_chores()
    assert calls == ["watered", "watered"]


def test_a_daily_chore_waits_a_day():
    chores.daily(water_the_plants)
    chores.run_due_chores()
    move_clock(hours=23)
    assert chores.run_due_chores() == []
    assert ChoreTurn.objects.get().due_at < timezone.now() + timedelta(hours=2)


def test_a_chore_that_fails_keeps_none_of_the_others_waiting(caplog):
    chores.every_minute(break_something)
    chores.every_minute(water_the_plants)
    chores.run_due_chores()
    assert calls == ["watered"]
    assert "break_something failed" in caplog.text


def test_a_chore_another_worker_has_taken_is_not_done_twice():
    chores.every_minute(water_the_plants)
    ChoreTurn.objects.create(name=f"{__name__}.water_the_plants", due_at=timezone.now() + timedelta(seconds=30))
    assert chores.run_due_chores() == []


def test_registering_twice_does_it_once():
    chores.every_minute(water_the_plants)
    chores.every_minute(water_the_plants)
    chores.run_due_chores()
    assert calls == ["watered"]
