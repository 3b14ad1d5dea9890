"""The tree of pages, with the texts the site stands on."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, Site

from catalogue.models import CatalogueIndexPage, GuidePage, MunicipalityIndexPage
from demo.seed import page_texts
from demo.seed.page_texts_privacy import PRIVACY
from events.models import EventIndexPage
from home.models import FrontPage, StandardPage
from rooms.models import RoomsIndexPage

WELCOME_PAGE_SLUG = "home"  # Wagtail's own, which its first migration makes
WRITTEN = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def seed_pages() -> None:
    """The tree of pages, with the texts the site stands on. Run twice, it changes nothing."""
    front = seed_front_page()
    seed_index_pages(front)
    seed_about_pages(front)


def seed_front_page() -> FrontPage:
    front = FrontPage.objects.first()
    if front is None:
        front = add_page(
            Page.get_first_root_node(),
            FrontPage(
                title="Forside",
                slug="forside",
                seo_title="Udviklingsrummet: små, faste teams i hjemmeplejen",
                heading="Her lærer kommuner af hinanden om små, faste teams i hjemmeplejen.",
                lead="Læs, hvad andre har prøvet, hvad der virkede, og hvad der var svært. Begynd der, hvor du står.",
                leader_line="Øv dig i at vente, mens teamet finder sin egen løsning",
                staff_line="Start dagen sammen, og brug hinandens fag",
                project_leader_line="Prøv i små trin, og mål før og efter",
                rooms_text=page_texts.ROOMS,
            ),
        )
    point_site_at(front)
    return front


def point_site_at(front: FrontPage) -> None:
    """Make the front page the root of the one site there is, and take Wagtail's welcome page away."""
    address = urlsplit(settings.BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id != front.pk:
        site.hostname = address.hostname or "localhost"
        site.port = address.port or (443 if address.scheme == "https" else 80)
        site.site_name, site.root_page = "Udviklingsrummet", front
        site.save()
    for welcome in Page.objects.filter(depth=2, slug=WELCOME_PAGE_SLUG).exclude(pk=front.pk):
        welcome.delete()


def seed_index_pages(front: FrontPage) -> None:
    """The six doors of the main menu, in its order."""
    ensure_page(
        front,
        CatalogueIndexPage,
        title="Katalog",
        slug="katalog",
        search_description="Kommuners erfaringer med små, faste teams i hjemmeplejen, hver oplysning med sin kilde.",
    )
    ensure_page(
        front,
        GuidePage,
        title="Kom godt i gang",
        slug="kom-godt-i-gang",
        search_description="Otte trin til jer, der vil arbejde i små, faste teams. Hvert punkt med sine kilder.",
    )
    ensure_page(
        front,
        MunicipalityIndexPage,
        title="Kommuner",
        slug="kommuner",
        search_description="De 98 kommuner på kort og liste, og hvem der har en erfaring at fortælle.",
    )
    ensure_page(
        front,
        RoomsIndexPage,
        title="Udviklingsrum",
        slug="udviklingsrum",
        search_description="Hvad et udviklingsrum er, og hvad der er sket i dem indtil nu.",
    )
    ensure_page(
        front,
        EventIndexPage,
        title="Arrangementer",
        slug="arrangementer",
        search_description="Konferencer, digitale seminarer og studiebesøg, som du kan melde dig til.",
    )


def seed_about_pages(front: FrontPage) -> None:
    about = ensure_page(
        front,
        StandardPage,
        title="Om",
        slug="om",
        heading="Om projektet",
        lead="Projektet samler kommuner, der arbejder med små, faste teams i hjemmeplejen.",
        body=page_texts.ABOUT,
    )
    for slug, title, lead, body in (
        ("data", "Om data og kortet", "Hvor oplysningerne kommer fra, og hvordan de må bruges.", page_texts.DATA),
        (
            "tilgaengelighed",
            "Tilgængelighedserklæring",
            "Hvor let siden er at bruge for alle, og hvad der endnu mangler.",
            page_texts.ACCESSIBILITY,
        ),
        ("privatliv", "Dine oplysninger", "Hvad vi gemmer, hvorfor, og hvor længe.", PRIVACY),
        ("kontakt", "Kontakt", "Skriv til redaktionen.", contact()),
    ):
        ensure_page(about, StandardPage, menu=False, title=title, slug=slug, lead=lead, body=body)


def contact() -> page_texts.Text:
    address = settings.CONTACT_EMAIL
    return [
        page_texts.text(
            f'Skriv til <a href="mailto:{address}">{address}</a>. Det kan være en rettelse, en erfaring, I vil dele, '
            "eller noget, du ikke kan få til at virke.",
            "Adresser, der slutter på demo.example, er eksempler, og mail til dem kommer ikke frem.",
        ),
        page_texts.heading("Skal du rette noget om din kommune?"),
        page_texts.text(
            "Er du bidragyder eller koordinator i kommunen, kan du selv rette teksten fra "
            '<a href="/min-kommune/">Min kommune</a>.'
        ),
    ]


def ensure_page(parent: Page, model: type[Page], *, slug: str, menu: bool = True, **fields: Any) -> Page:
    """The page at `slug` under `parent`, made and published when it is not there."""
    found = model.objects.child_of(parent).filter(slug=slug).first()
    return found or add_page(parent, model(slug=slug, show_in_menus=menu, **fields))


def add_page(parent: Page, page):
    """Publish `page` under `parent`, at a fixed time so that the demo is always the same."""
    written = timezone.localtime(WRITTEN)
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = written
    parent.add_child(instance=page)
    return page
