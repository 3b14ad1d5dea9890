import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.partial_dates import format_partial_date, parse_partial_date

dates = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("written", "kept", "read"),
    [
        ("2023", "2023", "2023"),
        ("9.2023", "2023-09", "september 2023"),
        ("9/2023", "2023-09", "september 2023"),
        ("2023-9", "2023-09", "september 2023"),
        ("14.9.2023", "2023-09-14", "14. september 2023"),
        ("14. 9. 2023", "2023-09-14", "14. september 2023"),
        (" 2023-09-14 ", "2023-09-14", "14. september 2023"),
    ],
)
def test_a_date_is_kept_as_precise_as_it_is_written(written, kept, read):
    assert parse_partial_date(written) == kept
    assert format_partial_date(kept) == read


@pytest.mark.parametrize(
    "text", ["i går", "23", "2023-13", "31.2.2023", "0.2023", "2023-00-01", "14.9.23", "2023-09-", "-"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValidationError):
        parse_partial_date(text)


def test_an_unknown_date_reads_as_nothing():
    assert format_partial_date("") == ""


@given(dates, dates)
def test_kept_dates_sort_as_the_dates_do(one, other):
    kept = [parse_partial_date(f"{day.day}.{day.month}.{day.year}") for day in (one, other)]
    assert (kept[0] < kept[1]) == (one < other)


@given(dates, st.sampled_from([4, 7, 10]))
def test_keeping_a_kept_date_changes_nothing(day, precision):
    kept = day.isoformat()[:precision]
    assert parse_partial_date(kept) == kept
