from functools import partial

from django.utils.translation import gettext_lazy as _

from catalogue.models.municipality_list import DEFAULT_ORDER, ORDERS, municipality_rows
from catalogue.models.telling_places import telling_places
from core.models import BasePage


class MunicipalityIndexPage(BasePage):
    """/kommuner/: the 98 on map and list."""

    max_count = 1
    subpage_types = ["catalogue.MunicipalityPage"]

    class Meta:
        verbose_name = _("municipalities")

    def get_context(self, request, *args, **kwargs):
        places = telling_places()
        order = request.GET.get("sortering") if request.GET.get("sortering") in ORDERS else DEFAULT_ORDER
        return super().get_context(request, *args, **kwargs) | {
            "places": places,
            "rows": partial(municipality_rows, places.on_map, order),  # asked for only where the table is not kept
            "orders": ORDERS,
            "order": order,
        }
