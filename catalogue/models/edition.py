"""Editions of the inspiration catalogue: chosen stories in order, kept as they were on the day of publication.

What is kept of a story is its words as plain data (`catalogue.exports.told_story`), in rows that no revision carries:
revisions are pruned, follow their story into deletion, and are read by the models of the day.
"""

from functools import cached_property
from typing import NamedTuple

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from catalogue.models.edition_form import EditionForm
from catalogue.models.story import StoryPage
from catalogue.querysets import EditionManager, FrozenChapterQuerySet
from core.blocks import PictureBlock, QuoteBlock, TextBlock
from core.models import BasePage

COLOPHON = ["bold", "italic", "ul", "link"]


class ForewordBlock(StreamBlock):
    text = TextBlock()
    picture = PictureBlock()
    quote = QuoteBlock()


class Chapter(NamedTuple):
    """A row of the contents. Of a chapter that was withdrawn nothing is told but its number."""

    number: int
    title: str = ""
    name: str = ""
    code: str = ""
    summary: str = ""
    is_withdrawn: bool = False
    url: str = ""


class EditionPage(BasePage):
    """/katalog/<edition>/: a foreword, chosen stories in order and a colophon. Once published it is frozen."""

    lead = models.CharField(_("lead"), max_length=300, blank=True, default="")
    foreword = StreamField(ForewordBlock(), blank=True, verbose_name=_("foreword"))
    foreword_by = models.CharField(_("who wrote the foreword"), max_length=160, blank=True, default="")
    colophon = RichTextField(
        _("colophon"), features=COLOPHON, blank=True, help_text=_("Who made the edition, and how it may be used.")
    )
    is_demo = models.BooleanField(_("example"), default=False, editable=False)

    objects = EditionManager()

    base_form_class = EditionForm
    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("foreword")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("foreword"),
        FieldPanel("foreword_by"),
        InlinePanel("chapters", heading=_("Stories, in order"), label=_("story"), panels=[PageChooserPanel("story")]),
        FieldPanel("colophon"),
    ]
    parent_page_types = ["catalogue.CatalogueIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    @property
    def fallback_description(self) -> str:
        return self.lead

    @cached_property
    def frozen(self) -> "FrozenEdition | None":
        """Number and date, once it has been published."""
        return FrozenEdition.objects.filter(page=self.pk).first() if self.pk else None

    @property
    def pdf_url(self) -> str:
        return reverse("catalogue:edition_pdf", args=[self.slug])

    def contents(self) -> list[Chapter]:
        """The chapters as they were frozen; before that, the stories chosen until now."""
        if self.frozen:
            return [row.in_contents(self.slug) for row in self.frozen.chapters.with_standing().defer("told")]
        chosen = [row.story for row in self.chapters.all()]
        return [
            Chapter(place, story.title, story.place.name, story.place.code, story.summary, is_withdrawn=not story.live)
            for place, story in enumerate(chosen, start=1)
        ]

    def get_template(self, request, *args, chapter: int | None = None, **kwargs):
        return "catalogue/edition_chapter.html" if chapter else super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, chapter: int | None = None, **kwargs):
        """`chapter` where one of them is shown; the caller has seen that it is there."""
        contents = self.contents()
        context = super().get_context(request, *args, **kwargs) | {"frozen": self.frozen, "contents": contents}
        if chapter is None:
            return context
        around = {one.number: one for one in contents}
        return context | {
            "chapter": around[chapter],
            "told": self.told(around[chapter]),
            "before": around.get(chapter - 1),
            "after": around.get(chapter + 1),
        }

    def told(self, chapter: Chapter) -> dict | None:
        """What the chapter told when the edition was published, and where its story stands now."""
        if chapter.is_withdrawn or self.frozen is None:
            return None
        row = self.frozen.chapters.select_related("story").get(number=chapter.number)
        return row.told | {"address_now": row.story.path_on_site if row.story else ""}


class EditionChapter(Orderable):
    """A story chosen for an edition."""

    page = ParentalKey(EditionPage, on_delete=models.CASCADE, related_name="chapters")
    story = models.ForeignKey(StoryPage, on_delete=models.CASCADE, related_name="+", verbose_name=_("story"))

    class Meta(Orderable.Meta):
        verbose_name = _("chosen story")
        verbose_name_plural = _("chosen stories")
        constraints = [models.UniqueConstraint(fields=["page", "story"], name="edition_chooses_a_story_once")]


class FrozenEdition(models.Model):
    """The number an edition got when it was published, for good."""

    page = models.OneToOneField(EditionPage, on_delete=models.CASCADE, related_name="frozen_row")
    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    frozen_at = models.DateTimeField(_("published"))

    class Meta:
        verbose_name = _("published edition")
        verbose_name_plural = _("published editions")
        ordering = ["-number"]

    def __str__(self) -> str:
        return gettext("Edition %(number)s") % {"number": self.number}


class FrozenChapter(models.Model):
    """A story as it was when the edition was published. Without a story it has been deleted since."""

    edition = models.ForeignKey(FrozenEdition, on_delete=models.CASCADE, related_name="chapters")
    number = models.PositiveSmallIntegerField(_("number"))
    story = models.ForeignKey(StoryPage, null=True, on_delete=models.SET_NULL, related_name="frozen_chapters")
    title = models.CharField(_("title"), max_length=255)
    name = models.CharField(_("municipality"), max_length=120)
    code = models.CharField(_("code"), max_length=16)
    summary = models.TextField(_("summary"), blank=True)
    told = models.JSONField(_("the story in words"))

    objects = FrozenChapterQuerySet.as_manager()
    is_withdrawn: bool  # from `with_standing()`

    class Meta:
        verbose_name = _("published chapter")
        verbose_name_plural = _("published chapters")
        ordering = ["edition", "number"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="frozen_chapter_once")]

    def __str__(self) -> str:
        return self.title

    def in_contents(self, slug: str) -> Chapter:
        """The row comes from `with_standing()`."""
        url = reverse("catalogue:edition_chapter", args=[slug, self.number])
        if self.is_withdrawn:
            return Chapter(self.number, is_withdrawn=True, url=url)
        return Chapter(self.number, self.title, self.name, self.code, self.summary, url=url)
