"""The first edition of the inspiration catalogue: six of the real stories, with a foreword made for the demo."""

from catalogue.domain.editions import publish_edition, write_edition
from catalogue.models import CatalogueIndexPage, EditionPage, StoryPage

SLUG = "seks-kommuner-fortaeller"
# In the order one reads them: the first try, the way to a whole municipality, and what went wrong.
STORIES = (
    "foerst-en-snak-saa-plejen",
    "fra-forsoeg-i-nord-til-hele-kommunen",
    "visitatoren-er-med-i-teamet",
    "da-39-viste-sig-at-vaere-for-mange",
    "da-sygefravaer-truede-de-smaa-teams",
    "gode-resultater-og-en-konkurs",
)
WHY = (
    "<p>De seks erfaringer i hæftet kommer fra seks kommuner, der har prøvet det samme på hver sin måde: at lade få "
    "medarbejdere følge de samme borgere og lade dem aftale mere selv.</p>"
    "<p>Vi har valgt dem, fordi de er forskellige. Haderslev begyndte med to teams. Køge gik fra et forsøg til hele "
    "kommunen. I Assens sidder visitatoren med i teamet. I Ringsted fandt de ud af, at 39 var for mange. I Ballerup "
    "kom sygefraværet i vejen. Og i Ikast-Brande gik leverandøren konkurs, selv om resultaterne var gode.</p>"
)
HOW_TO_READ = (
    "<p>Læs dem ikke som opskrifter. Begynd med den, der ligner jer mest, og læs så den, der ligner jer mindst. Ved "
    "hver oplysning står, hvor den kommer fra. Hvor vi ikke ved noget, står det også.</p>"
    "<p>Tag hæftet med til et møde, og stil hinanden tre spørgsmål: Hvad kender vi igen? Hvad tror vi ikke på? Og "
    "hvad er det mindste, vi kan prøve på mandag?</p>"
)
COLOPHON = (
    "<p>Samlet af redaktionen på Udviklingsrummet. Forordet og udvalget er et eksempel, lavet til demonstrationen.</p>"
    "<p>Omslagene er papirklip af kommunernes omrids. Kort: Indeholder data fra Geodatastyrelsen (nu "
    "Klimadatastyrelsen) og danske kommuner, DAGI 1:500.000, februar 2014, forenklet.</p>"
    "<p>Du må printe hæftet og dele det.</p>"
)


def seed_editions() -> None:
    """The first edition: six municipalities tell. Run twice, it changes nothing."""
    catalogue = CatalogueIndexPage.objects.get()
    if EditionPage.objects.child_of(catalogue).filter(slug=SLUG).exists():
        return
    found = {story.slug: story for story in StoryPage.objects.live_public().filter(slug__in=STORIES)}
    edition = write_edition(
        by=None,
        under=catalogue,
        stories=[found[slug] for slug in STORIES],
        title="Seks kommuner fortæller",
        slug=SLUG,
        lead="Seks veje til små, faste teams i hjemmeplejen: hvad de gjorde, hvad der skete, og hvad der var svært.",
        foreword=[("text", part) for part in (WHY, HOW_TO_READ)],
        foreword_by="Redaktionen. Eksempel, skrevet til demonstrationen.",
        colophon=COLOPHON,
        is_demo=True,
    )
    publish_edition(by=None, edition=edition)
