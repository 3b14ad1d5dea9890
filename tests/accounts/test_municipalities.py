import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.domain.municipalities import (
    DATA,
    BadRow,
    load_guests,
    load_municipalities,
    load_organisations,
    read_rows,
)
from accounts.models import Municipality, Organisation, Region, RegionPeriod

pytestmark = pytest.mark.django_db


@pytest.fixture
def row():
    return dict(next(iter(read_rows(DATA / "municipalities.csv")))[1])


def load_one(row):
    return load_municipalities([(2, row)])


def test_the_files_hold_98_municipalities_six_guests_and_seventeen_organisations():
    call_command("load_municipalities", stdout=StringIO())
    assert Municipality.objects.danish().count() == 98
    assert Municipality.objects.exclude(country="DK").count() == 6
    assert Organisation.objects.count() == 17
    assert sum(Municipality.objects.danish().values_list("population", flat=True)) == 6_025_511


def test_run_twice_it_changes_nothing():
    call_command("load_municipalities", stdout=StringIO())
    out = StringIO()
    call_command("load_municipalities", stdout=out)
    assert out.getvalue().splitlines()[0] == "municipalities.csv: 0 created, 0 changed, 98 unchanged"
    assert Region.objects.count() == 6


def test_region_oestdanmark_begins_on_new_years_day_2027():
    load_municipalities(read_rows(DATA / "municipalities.csv"))
    days = {datetime.date(2026, 12, 31): 0, datetime.date(2027, 1, 1): 46}
    for day, number in days.items():
        assert Municipality.objects.with_region(on=day).filter(region_name="Region Østdanmark").count() == number
        assert Municipality.objects.with_region(on=day).exclude(region_name=None).count() == 98


def test_a_corrected_figure_is_taken_over(row):
    load_one(row)
    assert load_one(row | {"population": "700000"})["changed"] == 1
    assert Municipality.objects.get().population == 700_000


def test_a_corrected_region_is_taken_over(row):
    load_one(row)
    assert load_one(row | {"region": "Region Sjælland"})["changed"] == 1
    assert RegionPeriod.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "101"},
        {"code": "01O1"},
        {"population": "mange"},
        {"population": "-5"},
        {"population_date": "1.1.2026"},
        {"area_km2": "0"},
        {"area_km2": "nan"},
        {"area_km2": "x"},
        {"region": ""},
        {"name": ""},
        {"slug": "Køge by"},
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_loads_nothing(row, wrong):
    with pytest.raises(BadRow, match=r"^line 3: "):
        load_municipalities([(2, row | {"code": "0999", "slug": "andet"}), (3, row | wrong)])
    assert not Municipality.objects.exists()


def test_a_column_too_few_or_the_same_code_twice_is_refused(row, tmp_path):
    with pytest.raises(BadRow, match="line 3: 0101 stands on line 2 too"):
        load_municipalities([(2, row), (3, row)])
    (tmp_path / "short.csv").write_text("code,name\n0101\n")
    with pytest.raises(BadRow, match="line 2: wrong number of columns"):
        list(read_rows(tmp_path / "short.csv"))
    with pytest.raises(BadRow, match="the column 'slug' is missing"):
        load_one({key: value for key, value in row.items() if key != "slug"})


def test_the_command_says_which_file_is_missing_or_wrong(tmp_path):
    with pytest.raises(CommandError, match=r"municipalities\.csv is missing"):
        call_command("load_municipalities", folder=tmp_path)


def test_a_guest_comes_from_abroad_and_a_part_has_a_known_parent():
    guest = {"code": "0301", "name": "X", "official_name": "X", "slug": "x", "kind": "abroad", "country": "DK"}
    with pytest.raises(BadRow):
        load_guests([(2, guest)])
    part = {"slug": "a", "name": "A", "short_name": "A", "type": "x", "country": "NO", "parent_slug": "nowhere"}
    with pytest.raises(BadRow, match="nowhere"):
        load_organisations([(2, part | {"role_in_project": "", "website": "", "status_note": ""})])
