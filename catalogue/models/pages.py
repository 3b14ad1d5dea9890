from django.core.paginator import Paginator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.enums import Theme
from catalogue.models.facets import Choices
from catalogue.models.feed_addresses import FEED, theme_feed_path
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
        return super().get_context(request, *args, **kwargs) | {
            "choices": choices,
            "found": found,
            "feeds": feeds(choices.chosen["tema"]),
        }

    def serve(self, request, *args, **kwargs):
        """Where a script asks, it is told the address that says the same in the fewest words (filters.js)."""
        response = super().serve(request, *args, **kwargs)
        if "HX-Request" in request.headers:
            query = response.context_data["choices"].query()
            response["HX-Push-Url"] = f"{request.path}?{query}" if query else request.path
        return response


def feeds(themes: list[str]) -> list[tuple[str, str]]:
    """Title and address of the feeds that follow what the reader looks at: all, and of each theme chosen."""
    chosen = [
        (gettext("New stories: %(theme)s") % {"theme": Theme(word).label}, theme_feed_path(Theme(word)))
        for word in themes
    ]
    return [(gettext("New in Udviklingsrummet"), str(FEED)), *chosen]
