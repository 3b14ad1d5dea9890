"""A municipality's project diary: short entries, dated, written on the way."""

import datetime

from django.core.paginator import Page as Side
from django.core.paginator import Paginator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from accounts.models import Municipality
from catalogue.models.feed_addresses import diary_feed_path
from catalogue.querysets import DiaryManager
from catalogue.rules import MunicipalityPermissions
from core.blocks.pictures import with_renditions
from core.models import BasePage
from core.structured_data import article

DIARY_SLUG = "dagbog"
ENTRIES_ON_A_SIDE = 20
DESCRIPTION_LENGTH = 155
WRITING = ["bold", "italic", "ul", "ol", "link", "h2"]


def municipality_above(page: BasePage) -> Municipality | None:
    """The municipality whose page stands above, in one query."""
    above = [page.path[: BasePage.steplen * depth] for depth in range(1, page.depth)]
    return Municipality.objects.filter(page__path__in=above).first()


class DiaryPage(BasePage):
    """/kommuner/<slug>/dagbog/: the entries, newest first. Made with the municipality's page, one for each."""

    max_count_per_parent = 1
    parent_page_types = ["catalogue.MunicipalityPage"]
    subpage_types = ["catalogue.DiaryEntryPage"]

    class Meta:
        verbose_name = _("diary")
        verbose_name_plural = _("diaries")

    def permissions_for_user(self, user):
        return MunicipalityPermissions(user, self)

    @property
    def fallback_description(self) -> str:
        return gettext("What happened on the way, in the words of those who were there.")

    def get_context(self, request, *args, year: int | None = None, month: int | None = None, **kwargs):
        """`year` and `month` where the archive of a month is shown."""
        municipality = municipality_above(self)
        return super().get_context(request, *args, **kwargs) | {
            "entries": self.side(self.published(year, month), request.GET.get("side")),
            "months": [(day, month_url(municipality, day)) for day in self.months()] if municipality else [],
            "shown_month": datetime.date(year, month, 1) if year and month else None,
            "municipality": municipality,
            "feed_path": diary_feed_path(municipality) if municipality else "",
        }

    def published(self, year: int | None = None, month: int | None = None):
        """What everyone may read, newest first: all of it, or a month's."""
        entries = DiaryEntryPage.objects.child_of(self).live_public().newest()
        return entries.in_month(year, month) if year and month else entries

    def months(self) -> list[datetime.date]:
        """The first of each month with something in it, newest first."""
        return list(self.published().order_by().dates("date", "month", order="DESC"))

    def side(self, entries, side: str | None) -> Side:
        """One side of the entries with their photos. A side that does not exist is the nearest that does."""
        found = Paginator(entries.select_related("photo"), ENTRIES_ON_A_SIDE).get_page(side)
        found.object_list = list(found.object_list)
        with_renditions([entry.photo for entry in found.object_list])
        return found


def month_url(municipality: Municipality, day: datetime.date) -> str:
    return reverse("catalogue:diary_month", args=[municipality.slug, day.year, day.month])


class DiaryEntryPage(BasePage):
    """/kommuner/<slug>/dagbog/<entry>/: what happened, in a few lines."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = RichTextField(
        _("what happened"),
        features=WRITING,
        help_text=_("A few lines will do. Never write names or anything a citizen can be recognised by."),
    )
    photo = models.ForeignKey(
        "core.SitePicture",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What one sees in it is told in the picture's own description."),
    )

    objects = DiaryManager()

    parent_page_types = ["catalogue.DiaryPage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("date"), FieldPanel("body"), FieldPanel("photo")]

    class Meta:
        verbose_name = _("diary entry")
        verbose_name_plural = _("diary entries")

    def permissions_for_user(self, user):
        return MunicipalityPermissions(user, self)

    @property
    def fallback_description(self) -> str:
        return Truncator(strip_tags(self.body)).chars(DESCRIPTION_LENGTH)

    def structured_data(self, context):
        return article(self, author=context["municipality"].official_name)

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "municipality": municipality_above(self),
            "photo": with_renditions([self.photo])[0],
            "diary_url": f"{self.get_url(request).rstrip('/').rsplit('/', 1)[0]}/",
        }
