"""What is written, drawn, filmed and seen elsewhere: one page type, of which an editor says what kind it is."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from catalogue.article_blocks import ArticleStreamBlock, SummaryBlock
from catalogue.enums import ArticleKind
from catalogue.models.article_form import ArticleForm
from catalogue.querysets import ArticleManager
from core.models import BasePage
from core.models.sources import AbstractSource
from core.partial_dates import PartialDateField, format_partial_date

ARTICLES_ON_A_SIDE = 20


class KnowledgeIndexPage(BasePage):
    """/viden/: every article, newest first, or those of one kind when the address asks for it."""

    max_count = 1
    subpage_types = ["catalogue.ArticlePage"]

    class Meta:
        verbose_name = _("knowledge")

    @property
    def fallback_description(self) -> str:
        return gettext("Articles, graphics, videos and visits: what others have found out, told in brief.")

    def get_context(self, request, *args, **kwargs):
        kind = request.GET.get("slags", "")
        chosen = kind if kind in ArticleKind else ""
        articles = ArticlePage.objects.child_of(self).live_public().of_kind(chosen).newest().defer_streamfields()
        return super().get_context(request, *args, **kwargs) | {
            "found": Paginator(articles, ARTICLES_ON_A_SIDE).get_page(request.GET.get("side")),
            "kinds": ArticleKind.choices,
            "chosen": chosen,
        }


class ArticlePage(BasePage):
    """/viden/<article>/: an article, a graphic, a video, a recording or a visit."""

    kind = models.CharField(_("kind"), max_length=12, choices=ArticleKind, default=ArticleKind.ARTICLE)
    date = PartialDateField(
        _("date"), blank=True, help_text=_("When it was seen, recorded or told. As precise as you know it.")
    )
    lead = models.TextField(_("lead"), max_length=400)
    is_demo = models.BooleanField(
        _("example"), default=False, help_text=_("The page says that it is made up to show what one looks like.")
    )
    summary = StreamField(
        SummaryBlock(),
        blank=True,
        verbose_name=_("in five lines"),
        help_text=_("Up to five lines that stand first. A recording needs them: few watch it all."),
    )
    body = StreamField(ArticleStreamBlock(), blank=True, verbose_name=_("text"))

    objects = ArticleManager()

    parent_page_types = ["catalogue.KnowledgeIndexPage"]
    subpage_types: list[str] = []
    base_form_class = ArticleForm
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        FieldPanel("lead"),
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("sources", heading=_("Sources"), label=_("source")),
        FieldPanel("is_demo"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("lead", "summary", "body", "get_kind_display")),
        index.FilterField("kind"),
        index.RelatedFields("sources", [index.SearchField("title")]),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def fallback_description(self) -> str:
        return self.lead

    @property
    def date_text(self) -> str:
        return format_partial_date(self.date)

    @cached_property
    def source_list(self) -> list["ArticleSource"]:
        return list(self.sources.all())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number each source is told by: its place in the list."""
        return {source.key: place for place, source in enumerate(self.source_list, start=1)}

    @property
    def sections(self) -> list[dict]:
        """Anchor and heading of the sections of a long text; of a short one none."""
        headings = [
            block.value for block in self.body if block.block_type == "heading" and block.value["level"] == "2"
        ]
        return [{"anchor": value.anchor, "text": value["text"]} for value in headings] if len(headings) > 2 else []


class ArticleSource(Orderable, AbstractSource):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="sources")

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="article_source_unique_key")]
