from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks.points import PointsBlock
from core.models import BasePage
from core.models.source_form import SourcedPageForm
from core.models.sources import AbstractSource
from core.partial_dates import PartialDateField
from core.source_keys import validate_source_keys
from rooms.blocks import CriteriaBlock, RoundsBlock
from rooms.enums import EventType, Evidence
from rooms.models.course_reading import CourseReading


class RoomsIndexPage(BasePage):
    """/udviklingsrum/: the real course of the development rooms, each step with its source."""

    lead = models.TextField(_("lead"), max_length=600, blank=True, default="")
    about = StreamField(PointsBlock(), blank=True, verbose_name=_("What a development room is"))
    rounds = StreamField(RoundsBlock(), blank=True, verbose_name=_("The rounds"))
    topics = StreamField(PointsBlock(), blank=True, verbose_name=_("What was talked about"))
    criteria = StreamField(CriteriaBlock(), blank=True, verbose_name=_("Success criteria"))
    evaluations = StreamField(PointsBlock(), blank=True, verbose_name=_("Evaluations"))
    context = StreamField(PointsBlock(), blank=True, verbose_name=_("What went on around them"))
    loose_ends = StreamField(PointsBlock(), blank=True, verbose_name=_("Where the sources disagree or are silent"))

    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(section) for section in ("lead", "about", "rounds", "topics", "evaluations", "context")),
        index.RelatedFields("events", [index.SearchField("title"), index.SearchField("text")]),
    ]
    base_form_class = SourcedPageForm
    max_count = 1
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("about"),
        FieldPanel("rounds"),
        InlinePanel("events", heading=_("The course, step by step"), label=_("step of the course")),
        FieldPanel("topics"),
        FieldPanel("criteria"),
        FieldPanel("evaluations"),
        FieldPanel("context"),
        FieldPanel("loose_ends"),
        InlinePanel("sources", heading=_("Sources"), label=_("source")),
    ]

    class Meta:
        verbose_name = _("development rooms")

    @property
    def fallback_description(self) -> str:
        return self.lead

    @cached_property
    def reading(self) -> CourseReading:
        return CourseReading(self)


class CourseEvent(Orderable):
    """One step of the course. An unknown number or place stays empty."""

    page = ParentalKey(RoomsIndexPage, on_delete=models.CASCADE, related_name="events")
    date = PartialDateField(_("date"), blank=True)
    is_approximate = models.BooleanField(_("about that time"), default=False)
    end_date = PartialDateField(_("end"), blank=True)
    evidence = models.CharField(_("documented or planned"), max_length=10, choices=Evidence)
    type = models.CharField(_("type"), max_length=12, choices=EventType)
    round = models.PositiveSmallIntegerField(_("round"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"), blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    municipalities = models.PositiveSmallIntegerField(_("municipalities"), null=True, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    participants_note = models.CharField(_("participants, in the source's words"), max_length=60, blank=True)
    themes = models.CharField(_("themes"), max_length=250, blank=True, help_text=_("With commas between."))
    inference = models.TextField(_("our reading"), blank=True, help_text=_("What we conclude; the source does not."))
    source_keys = models.CharField(_("sources"), max_length=60, blank=True, validators=[validate_source_keys])

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("is_approximate"), FieldPanel("end_date")]),
        FieldRowPanel([FieldPanel("evidence"), FieldPanel("type"), FieldPanel("round")]),
        FieldPanel("title"),
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("place"), FieldPanel("municipalities")]),
                FieldRowPanel([FieldPanel("participants"), FieldPanel("participants_note")]),
                FieldPanel("themes"),
                FieldPanel("inference"),
            ],
            heading=_("Details"),
            classname="collapsed",
        ),
        FieldPanel("source_keys"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("step of the course")
        verbose_name_plural = _("steps of the course")

    def __str__(self) -> str:
        return self.title


class CourseSource(Orderable, AbstractSource):
    page = ParentalKey(RoomsIndexPage, on_delete=models.CASCADE, related_name="sources")

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="course_source_unique_key")]
