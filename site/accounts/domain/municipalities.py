"""The 98 municipalities with their regions, the guests from abroad, and the organisations round them.

The files in accounts/data are read as rows of text; a row that does not hold together stops the loading.
"""

import csv
import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from accounts.domain.memberships import municipality_group
from accounts.enums import Role
from accounts.models import Municipality, Organisation, Region, RegionPeriod, User
from accounts.signals import people_changed

DATA = Path(__file__).resolve().parents[1] / "data"
# The five regions replaced the counties on 1 January 2007. Region Østdanmark replaces two of them twenty years
# later (Lov nr. 699 af 20. juni 2025, § 126).
REGIONS_BEGAN = datetime.date(2007, 1, 1)
REGIONS_CHANGE = datetime.date(2027, 1, 1)

type Row = dict[str, str]
type Numbered = Iterable[tuple[int, Row]]


class BadRow(ValueError):
    """A row that cannot be loaded. Says the line of the file and what is wrong with it."""

    def __init__(self, line: int, reason: str):
        self.line = line
        super().__init__(f"line {line}: {reason}")


def read_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file with a header, each with its line number."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row or None in row.values():
                raise BadRow(reader.line_num, "wrong number of columns")
            yield reader.line_num, {key: value.strip() for key, value in row.items()}


@transaction.atomic
def load_municipalities(rows: Numbered, *, by: User | None = None) -> Counter:
    """Create or correct the Danish municipalities. Counts what was created, changed and unchanged; all or nothing."""
    return _load(rows, _load_municipality)


@transaction.atomic
def load_guests(rows: Numbered, *, by: User | None = None) -> Counter:
    """Create or correct the guests from abroad: municipalities and city districts without a Danish region."""
    return _load(rows, _load_guest)


@transaction.atomic
def load_organisations(rows: Numbered, *, by: User | None = None) -> Counter:
    """Create or correct the organisations. A parent stands before its parts in the file."""
    return _load(rows, _load_organisation)


@transaction.atomic
def close_municipality(*, by: User | None, municipality: Municipality) -> Municipality:
    """End what its members may do, at once: they keep their memberships, and the groups lose them."""
    municipality.closed_at = municipality.closed_at or timezone.now()
    municipality.save(update_fields=["closed_at"])
    groups = Group.objects.filter(pk__in=[municipality_group(municipality, role).pk for role in Role])
    User.groups.through.objects.filter(group__in=groups).delete()
    people_changed.send(sender=Municipality, municipality=municipality)
    return municipality


@transaction.atomic
def reopen_municipality(*, by: User | None, municipality: Municipality) -> Municipality:
    """Give the members back what closing took."""
    municipality.closed_at = None
    municipality.save(update_fields=["closed_at"])
    for membership in municipality.memberships.select_related("user"):
        membership.user.groups.add(municipality_group(municipality, Role(membership.role)))
    return municipality


def _load(rows: Numbered, load_one: Callable[[Row], str]) -> Counter:
    counted: Counter = Counter(created=0, changed=0, unchanged=0)
    seen: dict[str, int] = {}
    for line, row in rows:
        key = row.get("code") or row.get("slug", "")
        if key in seen:
            raise BadRow(line, f"{key} stands on line {seen[key]} too")
        seen[key] = line
        try:
            counted[load_one(row)] += 1
        except KeyError as error:
            raise BadRow(line, f"the column {error} is missing") from error
        except ValidationError as error:
            raise BadRow(line, "; ".join(error.messages)) from error
        except (ValueError, InvalidOperation) as error:
            raise BadRow(line, str(error) or "not a number") from error
    return counted


def _load_municipality(row: Row) -> str:
    if not (len(row["code"]) == 4 and row["code"].isdigit()):
        raise ValueError(f"{row['code']!r} is no municipality code of four digits")
    values = {
        "name": row["name"],
        "official_name": row["official_name"],
        "slug": row["slug"],
        "population": _positive(int(row["population"])),
        "population_date": datetime.date.fromisoformat(row["population_date"]),
        "area_km2": _positive(Decimal(row["area_km2"])),
        "area_year": int(row["area_year"]),
        "label_lat": float(row["label_lat"]),
        "label_lon": float(row["label_lon"]),
    }
    municipality, outcome = _settle(Municipality, {"code": row["code"]}, values)
    periods_changed = _settle_periods(municipality, row)
    return "changed" if periods_changed and outcome == "unchanged" else outcome


def _settle_periods(municipality: Municipality, row: Row) -> bool:
    """Make the municipality's region periods those of the row. True when something changed."""
    first = _region(row["region"], row["region_code"])
    wanted: list[tuple[Region, datetime.date, datetime.date | None]] = [(first, REGIONS_BEGAN, None)]
    if row["region_2027"] not in ("", row["region"]):
        wanted = [(first, REGIONS_BEGAN, REGIONS_CHANGE), (_region(row["region_2027"]), REGIONS_CHANGE, None)]
    there = [(p.region, p.valid_from, p.valid_until) for p in municipality.region_periods.select_related("region")]
    if there == wanted:
        return False
    municipality.region_periods.all().delete()
    for region, start, end in wanted:
        RegionPeriod.objects.create(municipality=municipality, region=region, valid_from=start, valid_until=end)
    return True


def _region(name: str, code: str = "") -> Region:
    if not name:
        raise ValueError("the region is missing")
    return Region.objects.get_or_create(name=name, defaults={"code": code})[0]


def _load_guest(row: Row) -> str:
    if row["country"] == "DK":
        raise ValueError("a guest comes from abroad")
    values = {key: row[key] for key in ("name", "official_name", "slug", "kind", "country")}
    return _settle(Municipality, {"code": row["code"]}, values)[1]


def _load_organisation(row: Row) -> str:
    parent = None
    if row["parent_slug"]:
        parent = Organisation.objects.filter(slug=row["parent_slug"]).first()
        if parent is None:
            raise ValueError(f"the parent {row['parent_slug']!r} is unknown")
    values = {key: row[key] for key in ("name", "short_name", "country", "role_in_project", "website", "status_note")}
    return _settle(Organisation, {"slug": row["slug"]}, {**values, "kind": row["type"], "parent": parent})[1]


def _settle[M: models.Model](model: type[M], key: dict[str, Any], values: dict[str, Any]) -> tuple[M, str]:
    """The object with that key, holding those values, and whether it was created, changed or unchanged."""
    found = model._default_manager.filter(**key).first()
    instance = found or model(**key)
    changed = [name for name, value in values.items() if getattr(instance, name) != value]
    if found and not changed:
        return found, "unchanged"
    for name in changed:
        setattr(instance, name, values[name])
    instance.full_clean()
    instance.save()
    return instance, "changed" if found else "created"


def _positive[N: (int, Decimal)](number: N) -> N:
    if number <= 0:
        raise ValueError(f"{number} is not above zero")
    return number
