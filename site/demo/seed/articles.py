"""The articles under /viden/: what is real with its sources, and one of each other kind as a marked example."""

from pathlib import Path

from django.core.files.base import ContentFile

from catalogue.models import ArticlePage, ArticleSource, KnowledgeIndexPage
from core.models import SitePicture
from demo.seed import article_texts, article_visit
from demo.seed.article_texts import Article
from demo.seed.pages import ensure_page
from home.models import FrontPage

DATA = Path(__file__).resolve().parents[1] / "data"
GRAPHIC = "Planen: 22 kommuner i tre rum"


def seed_articles() -> None:
    """The articles, the visit to Oslo among them. Run twice, it changes nothing."""
    knowledge = ensure_page(
        FrontPage.objects.get(),
        KnowledgeIndexPage,
        menu=False,
        title="Viden",
        slug="viden",
        search_description="Artikler, grafik, film og besøg om små, faste teams i hjemmeplejen.",
    )
    for article in (*article_texts.EXAMPLES, article_texts.WORDS, graphic(), article_visit.OSLO):
        seed_article(knowledge, article)


def seed_article(knowledge, article: Article) -> None:
    """Published the way an editor does it, so that its pictures open and the search hears of it."""
    if ArticlePage.objects.child_of(knowledge).filter(slug=article.slug).exists():
        return
    page = ArticlePage(live=False, slug=article.slug, **article.fields)
    page.sources = [ArticleSource(sort_order=place, **source) for place, source in enumerate(article.sources)]
    knowledge.add_child(instance=page)
    page.save_revision().publish()


def graphic() -> Article:
    return article_texts.graphic(picture("rummene.png", GRAPHIC))


def picture(name: str, title: str) -> SitePicture:
    found = SitePicture.objects.filter(title=title).first()
    file = ContentFile((DATA / name).read_bytes(), name)
    return found or SitePicture.objects.create(title=title, file=file, description=article_texts.ROOMS_ALTERNATIVE)
