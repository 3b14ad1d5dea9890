from typing import Any, NamedTuple

from django.core.paginator import Page as Side
from django.core.paginator import Paginator
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from accounts.enums import MunicipalityKind
from accounts.models import Municipality
from catalogue.models.contact import Contact, contact_panel
from catalogue.models.diary import DIARY_SLUG, DiaryEntryPage
from catalogue.models.feed_addresses import diary_feed_path, municipality_feed_path
from catalogue.models.wording import number_text
from catalogue.querysets import MunicipalityPageManager
from catalogue.rules import MunicipalityPermissions
from core.models import BasePage

FROM_THE_DIARY = 3


STORIES_ON_A_SIDE = 20


class PlainFact(NamedTuple):
    """An item of components/facts.html."""

    label: str
    value: str
    note: str = ""


class MunicipalityPage(Contact, BasePage):
    """/kommuner/<slug>/: what one municipality has to tell. Everything below it belongs to that municipality."""

    municipality = models.OneToOneField(Municipality, on_delete=models.PROTECT, related_name="page")
    intro = models.TextField(_("about home care in the municipality"), max_length=600, blank=True, default="")

    objects = MunicipalityPageManager()

    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), contact_panel()]
    parent_page_types = ["catalogue.MunicipalityIndexPage"]
    subpage_types = ["catalogue.StoryPage", "catalogue.DiaryPage"]

    class Meta:
        verbose_name = _("municipality")

    def permissions_for_user(self, user):
        return MunicipalityPermissions(user, self)

    @property
    def is_on_the_map(self) -> bool:
        return self.municipality.kind == MunicipalityKind.MUNICIPALITY

    @property
    def fallback_description(self) -> str:
        return self.intro or _("What %(name)s tells of small, fixed teams in home care.") % {"name": self.title}

    @property
    def diary_url(self) -> str:
        """Where `open_municipality` puts the diary."""
        return f"{self.get_url()}{DIARY_SLUG}/"

    def stories(self, side: str | None) -> Side:
        """One side of what everyone may read, newest first. A side that does not exist is the nearest that does."""
        stories: Any = self.municipality.stories
        return Paginator(stories.live_public().with_listing().newest(), STORIES_ON_A_SIDE).get_page(side)

    def get_context(self, request, *args, **kwargs):
        municipality = self.municipality = Municipality.objects.with_region().get(pk=self.municipality_id)
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "municipality": municipality,
            "stories": self.stories(request.GET.get("side")),
            "facts": facts_on(municipality),
            "feed_path": diary_feed_path(municipality),
            "news_path": municipality_feed_path(municipality),
            "diary_entries": DiaryEntryPage.objects.descendant_of(self).live_public().newest()[:FROM_THE_DIARY],
        }


def facts_on(municipality) -> list[PlainFact]:
    """Inhabitants, region and area with the day they hold. `municipality` comes from `with_region()`."""
    counted, measured = municipality.population_date, municipality.area_year
    return [
        PlainFact(
            gettext("Inhabitants"),
            number_text(municipality.population) if municipality.population else "",
            date_format(counted, "j. F Y") if counted else "",
        ),
        PlainFact(gettext("Region"), municipality.region_name or ""),
        PlainFact(
            gettext("Area"),
            gettext("%(number)s km²") % {"number": number_text(municipality.area_km2)}
            if municipality.area_km2
            else "",
            str(measured or ""),
        ),
    ]
