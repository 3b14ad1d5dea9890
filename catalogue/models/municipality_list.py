"""The 98 as a table beside the map, in the order the address asks for."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from accounts.enums import MunicipalityKind
from accounts.models import Municipality
from catalogue.models.telling_places import Place
from catalogue.models.wording import number_text, short_region
from catalogue.querysets import danish_order

DEFAULT_ORDER = "navn"
ORDERS = {
    "navn": _("Municipality"),
    "region": _("Region"),
    "folketal": _("Inhabitants"),
    "erfaringer": _("Stories"),
}


class MunicipalityRow(NamedTuple):
    name: str
    address: str  # empty where there is nothing to read yet
    region: str
    population: str
    story_count: int
    size: int


# Python's sort is stable: within an order the names stay in Danish order.
KEYS: dict[str, Callable[[MunicipalityRow], Any]] = {
    "region": lambda row: row.region,
    "folketal": lambda row: -row.size,
    "erfaringer": lambda row: -row.story_count,
}


def municipality_rows(telling: list[Place], order: str) -> list[MunicipalityRow]:
    """Every Danish municipality, with the way to its page where it is among those `telling` something."""
    places = {place.municipality_id: place for place in telling}
    found = Municipality.objects.danish().filter(kind=MunicipalityKind.MUNICIPALITY).with_region()
    told = found.order_by(danish_order("name")).values_list("pk", "name", "region_name", "population")
    rows = [
        MunicipalityRow(
            name,
            place.path_on_site if place else "",
            short_region(region),
            number_text(population) if population else "",
            place.story_count if place else 0,
            population or 0,
        )
        for pk, name, region, population in told
        for place in [places.get(pk)]
    ]
    return sorted(rows, key=KEYS[order]) if order in KEYS else rows
