from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from accounts.models import Municipality
from catalogue.blocks import AdviceStreamBlock, LinesBlock, ResultsBlock
from catalogue.enums import ConfirmedBy, Participation, Profession, Theme
from catalogue.models.contact import Contact
from catalogue.models.facts import TeamFacts
from catalogue.models.municipality_page import MunicipalityPage
from catalogue.models.reading import StoryReading
from catalogue.models.related import related_html
from catalogue.models.since import since
from catalogue.models.story_form import StoryForm
from catalogue.models.story_panels import story_edit_handler
from catalogue.models.telling import telling
from catalogue.querysets import StoryManager
from catalogue.rules import MunicipalityPermissions
from core.blocks.points import PointsBlock
from core.links import absolute
from core.models import BasePage
from core.models.sources import AbstractSource
from core.partial_dates import PartialDateField
from core.source_keys import validate_source_keys
from core.structured_data import article

SECTIONS = ("starting_point", "actions", "learned", "difficulties", "advice", "results", "unknowns")


class StoryPage(TeamFacts, Contact, BasePage):
    """/kommuner/<slug>/<story>/: a municipality's case story.

    A draft needs a title only. What publication needs more is told by `catalogue.domain.stories.gaps`.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="stories", editable=False, verbose_name=_("municipality")
    )
    summary = models.TextField(_("summary"), max_length=600, blank=True, default="")
    summary_sources = models.CharField(
        _("sources of the summary"), max_length=60, blank=True, default="", validators=[validate_source_keys]
    )
    starting_point = StreamField(PointsBlock(), blank=True, verbose_name=_("Why they began"))
    actions = StreamField(PointsBlock(), blank=True, verbose_name=_("What they did"))
    learned = StreamField(PointsBlock(), blank=True, verbose_name=_("What happened"))
    difficulties = StreamField(PointsBlock(), blank=True, verbose_name=_("What was hard"))
    advice = StreamField(AdviceStreamBlock(), blank=True, verbose_name=_("Advice to others"))
    advice_note = models.CharField(_("note on the advice"), max_length=300, blank=True, default="")
    results = StreamField(ResultsBlock(), blank=True, verbose_name=_("Results"))
    unknowns = StreamField(LinesBlock(), blank=True, verbose_name=_("What we do not know"))

    for_leader = models.BooleanField(_("leaders"), default=False)
    for_staff = models.BooleanField(_("staff"), default=False)
    for_project_leader = models.BooleanField(_("project leaders"), default=False)

    participation = models.CharField(
        _("took part in the development rooms"), max_length=4, choices=Participation, blank=True, default=""
    )
    participation_round = models.CharField(_("round"), max_length=120, blank=True, default="")
    participation_note = models.CharField(_("note"), max_length=300, blank=True, default="")
    participation_sources = models.CharField(
        _("sources"), max_length=60, blank=True, default="", validators=[validate_source_keys]
    )

    last_confirmed_on = PartialDateField(_("last confirmed"), blank=True)
    last_confirmed_by = models.CharField(
        _("confirmed by"), max_length=12, choices=ConfirmedBy, default=ConfirmedBy.MUNICIPALITY
    )

    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    stopped_note = models.CharField(_("what happened"), max_length=300, blank=True, default="")

    objects = StoryManager()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        *(index.SearchField(section) for section in SECTIONS),
        *(index.SearchField(words) for words in ("place_name", "area", "self_management", "variant", "funding")),
        index.RelatedFields("themes", [index.SearchField("word")]),
    ]
    base_form_class = StoryForm
    edit_handler = story_edit_handler()
    parent_page_types = ["catalogue.MunicipalityPage"]
    subpage_types: list[str] = []

    class Meta(TeamFacts.Meta):
        abstract = False
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def permissions_for_user(self, user):
        return MunicipalityPermissions(user, self)

    def save(self, *args, **kwargs):
        self.take_municipality()
        super().save(*args, **kwargs)

    @cached_property
    def reading(self) -> StoryReading:
        return StoryReading(self)

    @property
    def fallback_description(self) -> str:
        return self.summary

    @property
    def place(self) -> Municipality:
        """The municipality, also while the story is a preview that was never saved."""
        if self.municipality_id is None:
            self.take_municipality()
        return self.municipality

    @property
    def place_name(self) -> str:
        return self.place.name

    def get_context(self, request, *args, **kwargs):
        published = self.first_published_at and date_format(timezone.localdate(self.first_published_at), "j. F Y")
        told = {"telling": telling(self), "published": published, "since": since(self), "related": related_html(self)}
        return super().get_context(request, *args, **kwargs) | told

    @property
    def card_address(self) -> str:
        """The whole address of the picture shown where the story is shared, another after each publication."""
        at = int(self.last_published_at.timestamp()) if self.last_published_at else 0
        return absolute(f"{self.path_on_site.removesuffix('/')}.png?v={at}")

    @property
    def pdf_address(self) -> str:
        return f"{self.path_on_site.removesuffix('/')}.pdf"

    def structured_data(self, context):
        return article(self, author=context["telling"].place_name)

    def take_municipality(self):
        """Belong to the municipality whose page stands above. Kept on the story, so that listings need not climb."""
        above = MunicipalityPage.objects.filter(path=self.path[: -self.steplen])
        self.municipality_id = above.values_list("municipality_id", flat=True).get()


class StorySource(Orderable, AbstractSource):
    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="sources")

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="story_source_unique_key")]


class StoryTheme(Orderable):
    """A theme in the story's own word, under one of the six groups one filters by."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(_("theme"), max_length=12, choices=Theme)
    word = models.CharField(_("own word"), max_length=40, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self) -> str:
        return self.word or self.get_theme_display()


class StoryProfession(Orderable):
    """A group of staff in the teams, how many of them when it is told, and the source's word when it says more."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="profession_rows")
    profession = models.CharField(_("profession"), max_length=24, choices=Profession)
    count = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    wording = models.CharField(_("own word"), max_length=80, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("profession")
        verbose_name_plural = _("professions")

    def __str__(self) -> str:
        return self.wording or self.get_profession_display()
