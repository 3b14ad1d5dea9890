"""The glossary with its terms."""

from catalogue.domain.glossary import load_terms, read_terms
from catalogue.models import GlossaryIndexPage
from demo.seed.pages import ensure_page
from home.models import FrontPage


def seed_glossary() -> None:
    """The glossary. Run twice, it changes nothing."""
    ensure_page(
        FrontPage.objects.get(),
        GlossaryIndexPage,
        menu=False,
        title="Begreber",
        slug=GlossaryIndexPage.SLUG,
        search_description="Ordene om små, faste teams i hjemmeplejen, og hvad kommunerne mener med dem.",
    )
    load_terms(read_terms())
