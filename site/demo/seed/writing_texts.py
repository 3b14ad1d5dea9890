"""What the demo writes in Haderslev's name, and says in every text that Haderslev has not written."""

import datetime

EXAMPLE = "Dette er et eksempel i demoen. Haderslev har ikke skrevet det."
SEEN = "Papirklip: to hvide huse på en bakke, og en sol bag dem"
# The day, the heading, the words, and whether there is a photo. What is told is how a diary may be used.
ENTRIES = (
    (
        datetime.date(2026, 9, 14),
        "Eksempel: Det første indlæg",
        "To linjer om i dag er nok. Skriv, hvad I ville prøve, hvad der skete, og hvad I gør i morgen.",
        False,
    ),
    (
        datetime.date(2026, 10, 20),
        "Eksempel: Når noget ikke går som planlagt",
        (
            "Skriv det også. Andre kommuner har mest glæde af at høre, hvad der drillede, og hvad I så gjorde.\n\n"
            "Skriv aldrig navne eller noget, der kan genkende en borger."
        ),
        False,
    ),
    (
        datetime.date(2026, 11, 16),
        "Eksempel: Et indlæg med et billede",
        "Et billede af en tavle, en plan eller et hus siger meget. Sæt ord på, hvad man ser, så alle kan være med.",
        True,
    ),
)
STORY = {
    "title": "Eksempel: En erfaring, der venter på et ja",
    "slug": "eksempel-der-venter",
    "summary": f"{EXAMPLE} Den viser, hvordan en tekst ser ud, mens koordinatoren læser den.",
    "actions": [("point", {"text": "Her står, hvad I gjorde, ét skridt ad gangen.", "sources": "A"})],
    "learned": [("point", {"text": "Her står, hvad der kom ud af det, også det, der ikke lykkedes.", "sources": "A"})],
    "for_leader": True,
    "for_staff": True,
    "sources": [{"key": "A", "title": "Eksempel på en kilde", "publisher": "Demoen"}],
    "themes": [{"theme": "ledelse", "word": "eksempel"}],
}
READER = "Demo-leder uden konto"
READERS_YES = "Dette er et eksempel på et ja: Godt skrevet, og det må gerne komme ud."
