import datetime

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.models import Page

from catalogue.domain.editions import publish_edition, write_edition
from catalogue.models import (
    ArticlePage,
    ArticleSource,
    CatalogueIndexPage,
    EditionPage,
    KnowledgeIndexPage,
    MunicipalityIndexPage,
    MunicipalityPage,
    StoryPage,
    StorySource,
    StoryTheme,
    Term,
    TermSynonym,
)
from catalogue.tasks import make_booklet
from tests.factories.accounts import MunicipalityFactory

FIRST = datetime.datetime(2026, 11, 1, 12, tzinfo=timezone.get_fixed_timezone(60))


def municipality_index():
    """/kommuner/, under the front page where the `site` fixture made one, else under the root."""
    if index := MunicipalityIndexPage.objects.first():
        return index
    root = Page.get_first_root_node()
    return root.add_child(instance=MunicipalityIndexPage(title="Kommuner", slug="kommuner"))


class MunicipalityPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = MunicipalityPage

    municipality = factory.SubFactory(MunicipalityFactory)
    title = factory.SelfAttribute("municipality.name")
    slug = factory.SelfAttribute("municipality.slug")
    parent = factory.LazyFunction(municipality_index)


class StoryPageFactory(wagtail_factories.PageFactory):
    """A story with the least that may be published. The n-th was published n hours after noon, 1 November 2026."""

    class Meta:
        model = StoryPage
        skip_postgeneration_save = True

    parent = factory.SubFactory(MunicipalityPageFactory)
    title = factory.Sequence(lambda n: f"En erfaring {n}")
    summary = "Teamet planlægger selv."
    actions = [("point", {"text": "Lod teamet planlægge selv.", "sources": "A"})]
    learned = [("point", {"text": "Borgeren møder færre.", "sources": "A"})]
    for_leader = True
    first_published_at = factory.Sequence(lambda n: FIRST + datetime.timedelta(minutes=n))

    @factory.post_generation
    def basis(self, create, extracted, **kwargs):
        if create:
            StorySource.objects.create(page=self, key="A", title="En artikel", publisher="Et blad", sort_order=0)
            StoryTheme.objects.create(page=self, theme="ledelse", word="tillid", sort_order=0)


class TermFactory(factory.django.DjangoModelFactory):
    """`synonyms` is a list of words."""

    class Meta:
        model = Term
        skip_postgeneration_save = True

    da = factory.Sequence(lambda n: f"begreb {n}")
    category = "organisering"
    note = "Hvad det betyder."

    @factory.post_generation
    def synonyms(self, create, extracted, **kwargs):
        for place, word in enumerate(extracted or []):
            TermSynonym.objects.create(term=self, word=word, sort_order=place)


class ArticlePageFactory(wagtail_factories.PageFactory):
    """An article at /viden/, with the least that may be published. `sources` is a list of short names."""

    class Meta:
        model = ArticlePage
        skip_postgeneration_save = True

    parent = factory.LazyFunction(KnowledgeIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"En artikel {n}")
    lead = "Hvad andre har fundet ud af."
    first_published_at = factory.Sequence(lambda n: FIRST + datetime.timedelta(minutes=n))

    @factory.post_generation
    def sources(self, create, extracted, **kwargs):
        for place, key in enumerate(extracted or []):
            ArticleSource.objects.create(page=self, key=key, title=f"Kilde {key}", sort_order=place)


def published_edition(*stories: int) -> EditionPage:
    """An edition with the stories of these numbers, in this order, and its booklet."""
    told = {"title": "En udgave", "slug": "en-udgave", "foreword": [("text", "<p>Læs den.</p>")]}
    chosen = [StoryPage.objects.get(pk=pk) for pk in stories]
    draft = write_edition(by=None, under=CatalogueIndexPage.objects.get(), stories=chosen, **told)
    edition = publish_edition(by=None, edition=draft)
    make_booklet.call(edition.pk)
    return edition
