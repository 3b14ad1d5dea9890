from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from catalogue.models.facets import Choices
from core.models import BasePage

PAGE_SIZE = 20


class CatalogueIndexPage(BasePage):
    """/katalog/: every published story, filtered by the address."""

    max_count = 1
    subpage_types = ["catalogue.EditionPage"]

    class Meta:
        verbose_name = _("catalogue")

    def get_context(self, request, *args, **kwargs):
        choices = Choices(request.GET)
        found = Paginator(choices.results(), PAGE_SIZE).get_page(request.GET.get("side"))
        return super().get_context(request, *args, **kwargs) | {"choices": choices, "found": found}

    def serve(self, request, *args, **kwargs):
        """Where a script asks, it is told the address that says the same in the fewest words (filters.js)."""
        response = super().serve(request, *args, **kwargs)
        if "HX-Request" in request.headers:
            query = response.context_data["choices"].query()
            response["HX-Push-Url"] = f"{request.path}?{query}" if query else request.path
        return response
