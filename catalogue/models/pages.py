from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from catalogue.models.facets import Choices
from core.models import BasePage

PAGE_SIZE = 20


class CatalogueIndexPage(BasePage):
    """/katalog/: every published story, filtered by the address."""

    max_count = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("catalogue")

    def get_context(self, request, *args, **kwargs):
        choices = Choices(request.GET)
        found = Paginator(choices.results().stamps(), PAGE_SIZE).get_page(request.GET.get("side"))
        return super().get_context(request, *args, **kwargs) | {"choices": choices, "found": found}
