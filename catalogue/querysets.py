from typing import Any

from django.apps import apps
from django.db.models import CharField, Count, Exists, Func, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Length, Lower, Replace, Substr
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

# What a row in a listing shows. A template that asks for more asks the database once for every row.
LISTED = (
    *("title", "slug", "url_path", "live", "first_published_at", "summary", "status"),
    *("municipality__code", "municipality__name", "municipality__official_name", "municipality__country"),
    *("team_size_min", "team_size_max", "team_size_qualifier", "team_size_unit", "team_size_note"),
    *("team_count_min", "team_count_max", "team_count_qualifier", "team_count_note"),
    *("period_start", "period_start_or_before"),
)


class BinaryOrder(Func):
    """Text in the order of its characters' numbers, whatever the database thinks of languages."""

    template = "%(expressions)s"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, template='(%(expressions)s) COLLATE "C"', **context)


def danish_order(field: str) -> BinaryOrder:
    """Order by a Danish name: æ, ø, å after z, and aa counts as å. The same on every database."""
    name: Any = Lower(field)
    for letters, order in (("aa", "}"), ("å", "}"), ("Å", "}"), ("ø", "|"), ("Ø", "|"), ("æ", "{"), ("Æ", "{")):
        name = Replace(name, Value(letters), Value(order))
    return BinaryOrder(name)


class PublicQuerySet(PageQuerySet):
    def live_public(self):
        """Published and open to everyone. Unlike Wagtail's `public()` this asks the database nothing by itself."""
        above = Substr(OuterRef("path"), 1, Length("page__path"))
        return self.live().filter(~Exists(PageViewRestriction.objects.filter(page__path=above)))


class ArticleQuerySet(PublicQuerySet):
    def of_kind(self, kind: str):
        """Those of one kind, or all when none is asked for."""
        return self.filter(kind=kind) if kind else self

    def newest(self):
        return self.order_by("-first_published_at", "-pk")


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


class StoryQuerySet(PublicQuerySet):
    def with_listing(self):
        """All that a row in a listing shows, in two queries however many rows, and nothing else."""
        return self.select_related("municipality").prefetch_related("themes").only(*LISTED)

    def with_reading(self):
        """All that a story's reading tells, in four queries however many stories."""
        return self.select_related("municipality").prefetch_related("themes", "sources", "profession_rows")

    def using(self, term):
        """Those in which the term is used."""
        return self.filter(term_uses__term=term)

    def standing_on(self, sources):
        """Of the stories that rest on one of these sources, a row for each story and source: key, url_path,
        municipality's name, the source's address and its title.

        A source is the same where the address is; without an address, where the title is.
        """
        urls = {source.url for source in sources if source.url}
        titles = {source.title for source in sources if not source.url}
        told = self.filter(Q(sources__url__in=urls) | Q(sources__url="", sources__title__in=titles))
        ordered = told.order_by(danish_order("municipality__name"), "pk")
        return ordered.values_list("pk", "url_path", "municipality__name", "sources__url", "sources__title")

    def newest(self):
        return self.order_by("-first_published_at", "-pk")


class GuideStepQuerySet(PublicQuerySet):
    def in_order(self, guide_path: str):
        """The steps of the guide at that path of the tree, first to last."""
        depth = len(guide_path) // self.model.steplen + 1
        return self.filter(path__startswith=guide_path, depth=depth).order_by("path")

    def as_links(self):
        """Key, title and url_path of each."""
        return self.values_list("pk", "title", "url_path")


class MunicipalityPageQuerySet(PublicQuerySet):
    def with_story_count(self):
        """Annotate `story_count`: how many stories everyone may read."""
        stories = apps.get_model("catalogue.StoryPage").objects.live_public().order_by()
        own = stories.filter(municipality=OuterRef("municipality")).values("municipality")
        return self.annotate(story_count=Coalesce(Subquery(own.annotate(n=Count("pk")).values("n")), 0))

    def telling(self):
        """Published pages with something to tell, the municipality at hand, by name."""
        telling = self.live_public().with_story_count().filter(story_count__gt=0)
        return telling.select_related("municipality").order_by(danish_order("municipality__name"))


class DiaryQuerySet(PublicQuerySet):
    def with_municipality(self):
        """Annotate `municipality_name`, of the municipality whose page stands above."""
        pages = apps.get_model("catalogue.MunicipalityPage").objects.order_by()
        above = pages.filter(path=Substr(OuterRef("path"), 1, Length("path")))
        return self.annotate(municipality_name=Subquery(above.values("municipality__name")[:1]))

    def in_month(self, year: int, month: int):
        return self.filter(date__year=year, date__month=month)

    def newest(self):
        return self.order_by("-date", "-first_published_at", "-pk")


class EditionQuerySet(PublicQuerySet):
    def newest(self):
        """Published editions, the newest first."""
        return self.live_public().exclude(frozen_row=None).order_by("-frozen_row__number")


class FrozenChapterQuerySet(QuerySet):
    def with_standing(self):
        """Annotate `is_withdrawn`: its story is no longer there for everybody."""
        stories = apps.get_model("catalogue.StoryPage").objects.live_public().order_by()
        return self.annotate(is_withdrawn=~Exists(stories.filter(pk=OuterRef("story"))))


class ReadingLinkQuerySet(QuerySet):
    def about(self, page):
        """The links to one text with what their readers have said. Ask `may_see_way` first."""
        return self.filter(page=page).select_related("made_by").prefetch_related("approvals__revision")


class TermQuerySet(QuerySet):
    def in_danish_order(self):
        return self.order_by(danish_order("da"), "pk")

    def synonym_groups(self) -> list[list[str]]:
        """For each term that has synonyms the Danish word first, then those. A word may stand in several groups."""
        terms = self.filter(synonyms__isnull=False).distinct().in_danish_order().prefetch_related("synonyms")
        return [[term.da, *(synonym.word for synonym in term.synonyms.all())] for term in terms]


class TermUseQuerySet(QuerySet):
    def own_words(self, term):
        """Where a story everyone may read says in its municipality's own words what it means by the term."""
        stories = apps.get_model("catalogue.StoryPage").objects.live_public().order_by()
        told = self.filter(term=term, in_own_words=True, story__in=stories.values("pk"))
        return told.select_related("story", "story__municipality").order_by(danish_order("story__municipality__name"))


PublicManager = PageManager.from_queryset(PublicQuerySet)
GuideStepManager = PageManager.from_queryset(GuideStepQuerySet)
EditionManager = PageManager.from_queryset(EditionQuerySet)
DiaryManager = PageManager.from_queryset(DiaryQuerySet)
StoryManager = PageManager.from_queryset(StoryQuerySet)
MunicipalityPageManager = PageManager.from_queryset(MunicipalityPageQuerySet)
GlossaryManager = PageManager.from_queryset(PublicQuerySet)
