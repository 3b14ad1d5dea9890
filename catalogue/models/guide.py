from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from catalogue.blocks import GuidePointsBlock, ReaderLinesBlock
from catalogue.enums import GuideReader
from catalogue.models.guide_reading import GuideReading, StepReading, key_lists, reader_named
from catalogue.querysets import GuideStepManager, PublicManager
from core.models import BasePage
from core.models.choice_form import OwnChoicesForm
from core.models.source_form import SourcedPageForm
from core.models.sources import AbstractSource

READER = "for"  # of the address: /kom-godt-i-gang/ledelse/?for=leder


class GuidePage(BasePage):
    """/kom-godt-i-gang/: the steps of the guide, and the sources their points stand on."""

    lead = models.TextField(_("lead"), max_length=600, blank=True, default="")
    lines = StreamField(ReaderLinesBlock(), blank=True, verbose_name=_("lines for some readers"))

    objects = PublicManager()

    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("lines")]
    base_form_class = SourcedPageForm
    max_count = 1
    subpage_types = ["catalogue.GuideStepPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("lines"),
        InlinePanel(
            "sources",
            heading=_("Sources"),
            label=_("source"),
            help_text=_("The points of the steps name them by their short names."),
        ),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    @property
    def fallback_description(self) -> str:
        return self.lead

    def line_for(self, reader: GuideReader | None) -> str:
        return next((block.value["text"] for block in self.lines if block.value["reader"] == reader), "")

    def get_context(self, request, *args, **kwargs):
        steps = GuideStepPage.objects.live_public().in_order(self.path)
        light = steps.only("title", "url_path", "path", "depth", "intro", "points")
        reading = GuideReading(self, list(light), reader_named(request.GET.get(READER)))
        return super().get_context(request, *args, **kwargs) | {"reading": reading}


class GuideSource(Orderable, AbstractSource):
    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="sources")
    places = models.CharField(
        _("municipalities it tells of"),
        max_length=160,
        blank=True,
        default="",
        help_text=_("With commas between. Empty where no municipality's own experience is told, as in research."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="guide_source_unique_key")]

    @cached_property
    def voices(self) -> set[str]:
        """Whose word it is: the municipalities it tells of, or else whoever published it."""
        places = {place.strip() for place in self.places.split(",")} - {""}
        return places or {(self.publisher or self.title).partition(" (")[0]}


class GuideStepForm(OwnChoicesForm):
    """Asked to publish, it refuses a point that names a source the guide does not have."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and cleaned.get("points"):
            self.refuse_unknown_sources(key_lists(cleaned["points"]))
        return cleaned

    def refuse_unknown_sources(self, named):
        above = self.parent_page.path if self.parent_page else self.instance.guide_path
        known = set(GuideSource.objects.filter(page__path=above).values_list("key", flat=True))
        told = gettext("The guide has no source with these short names: %(names)s.")
        unknown = {place: [key for key in keys if key not in known] for place, keys in enumerate(named)}
        errors = {
            place: StructBlockValidationError({"sources": ValidationError(told % {"names": ", ".join(keys)})})
            for place, keys in unknown.items()
            if keys
        }
        if errors:
            self.add_error("points", StreamBlockValidationError(block_errors=errors))


class GuideStepPage(BasePage):
    """/kom-godt-i-gang/<step>/: the points of one step. Its number is its place among its sisters."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True, default="")
    points = StreamField(GuidePointsBlock(), blank=True, verbose_name=_("points"))

    objects = GuideStepManager()

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("points")]
    base_form_class = GuideStepForm
    parent_page_types = ["catalogue.GuidePage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("points")]

    class Meta:
        verbose_name = _("step of the guide")
        verbose_name_plural = _("steps of the guide")

    @property
    def fallback_description(self) -> str:
        return self.intro

    @property
    def guide_path(self) -> str:
        return self.path[: -self.steplen]

    def get_context(self, request, *args, **kwargs):
        reader = reader_named(request.GET.get(READER))
        sources = GuideSource.objects.filter(page__path=self.guide_path)
        sisters = type(self).objects.live_public().in_order(self.guide_path).as_links()
        reading = StepReading(self, sources, sisters, reader)
        return super().get_context(request, *args, **kwargs) | {"reading": reading}
