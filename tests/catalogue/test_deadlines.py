import datetime

import pytest

from catalogue.domain.deadlines import after_working_days, answer_by, easter, is_working_day


@pytest.mark.parametrize(
    ("begun", "answered"),
    [
        ("2026-11-16", "2026-11-23"),
        ("2026-11-20", "2026-11-27"),
        ("2026-11-21", "2026-11-27"),
        ("2026-12-22", "2027-01-04"),
    ],
)
def test_five_working_days_pass_over_weekends_and_christmas(begun, answered):
    assert after_working_days(datetime.date.fromisoformat(begun), 5) == datetime.date.fromisoformat(answered)


@pytest.mark.parametrize(("year", "day"), [(2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")])
def test_easter_falls_where_the_calendar_has_it(year, day):
    assert easter(year) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize("day", ["2027-03-25", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17", "2026-06-05"])
def test_town_halls_are_closed_on_holidays(day):
    assert not is_working_day(datetime.date.fromisoformat(day))


def test_an_answer_is_due_in_words():
    begun = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
    due = answer_by(begun)
    assert due.is_past
    assert due.text == "mandag 12. januar"
