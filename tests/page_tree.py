"""The tree of pages under a test: always the same ground, whether or not a transactional test swept the tables."""

import pytest
from django.db.models.signals import post_migrate
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection, Locale, Page, Site

from catalogue.models import CatalogueIndexPage, GlossaryIndexPage, KnowledgeIndexPage, MunicipalityIndexPage
from core import navigation
from events.models import EventIndexPage
from home.models import FrontPage
from rooms.models import RoomsIndexPage


def lay_the_ground(sender, **kwargs):
    """Leave exactly what every test starts from: a locale, an empty root page and a root collection.

    Wagtail's migrations make them, with a welcome page nobody wants; a transactional test sweeps every table when it
    ends. Django sends post_migrate after both, so the ground is the same before the first test and after the last.
    """
    if sender.name != "wagtail":
        return
    Locale.objects.get_or_create(language_code="da")
    Site.objects.all().delete()
    pages = Page.objects.filter(depth__gt=1)
    pages._raw_delete(pages.db)  # an ordinary delete asks every app's tables, which may not be made yet
    if not Page.objects.update(numchild=0):
        Page.add_root(instance=Page(title="Root", slug="root"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    DBTaskResult.objects.all().delete()  # making pages asked for them to be indexed
    navigation.forget()


post_migrate.connect(lay_the_ground, dispatch_uid="tests.page_tree")


@pytest.fixture
def site(db):
    """The site with its front page and the index pages /katalog/ /kommuner/ /udviklingsrum/ /arrangementer/
    /begreber/ /viden/.

    Reach them as `site.root_page`, or by model: `CatalogueIndexPage.objects.get()`.
    """
    return make_site()


def make_site() -> Site:
    front = Page.get_first_root_node().add_child(instance=FrontPage(title="Udviklingsrummet", slug="forside"))
    for model, title, slug in (
        (CatalogueIndexPage, "Katalog", "katalog"),
        (MunicipalityIndexPage, "Kommuner", "kommuner"),
        (RoomsIndexPage, "Udviklingsrum", "udviklingsrum"),
        (EventIndexPage, "Arrangementer", "arrangementer"),
        (GlossaryIndexPage, "Begreber", "begreber"),
        (KnowledgeIndexPage, "Viden", "viden"),
    ):
        front.add_child(instance=model(title=title, slug=slug))
    made = Site.objects.create(
        hostname="testserver", root_page=front, is_default_site=True, site_name="Udviklingsrummet"
    )
    navigation.forget()
    return made
