"""The texts of the articles, as (kind of block, value) in order. What they claim has its source; what is made up to
show what such a page looks like is marked as an example."""

from typing import Any, NamedTuple

from core.models import SitePicture

type Block = tuple[str, Any]


class Article(NamedTuple):
    slug: str
    fields: dict[str, Any]
    sources: list[dict[str, str]]


def block(kind: str, value: Any) -> Block:
    return kind, value


def heading(words: str) -> Block:
    return "heading", {"text": words, "level": "2"}


def text(*paragraphs: str) -> Block:
    return "text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def points(sources: str, *lines: str) -> Block:
    return "points", {"points": [{"text": line, "note": "", "sources": sources} for line in lines]}


def lines(*told: str) -> list[Block]:
    return [("line", line) for line in told]


SAID_OF_WORDS = {
    "key": "V12",
    "title": "Hør om VIVE's evalueringer af faste teams i ældreplejen",
    "publisher": "Viden på Tværs (vpt.dk)",
    "published": "2023-03-22",
    "url": "https://www.vpt.dk/hjemmepleje/hoer-om-vive-s-evalueringer-af-faste-teams-i-aeldreplejen",
}
CHOSE_WORDS = {
    "key": "V2",
    "title": "Fra Buurtzorg til teams, der samskaber - men om hvad?",
    "publisher": "Viden på Tværs (vpt.dk)",
    "published": "2023-03-13",
    "url": "https://vpt.dk/hjemmepleje/fra-buurtzorg-til-teams-der-samskaber-men-om-hvad",
}
ONLY_BY_DAY = {
    "key": "KO1",
    "title": "Kommune har testet model for fremtidens ældrepleje",
    "publisher": "TV SYD / TV 2",
    "url": "https://www.tvsyd.dk/syd-og-soenderjylland/kommune-har-testet-model-for-fremtidens-aeldrepleje",
}
SIGNED_UP = {
    "key": "V1",
    "title": "22 kommuner skal dele viden om fremtidens ældrepleje i Fremfærd-drevne udviklingsrum",
    "publisher": "Viden på Tværs (vpt.dk)",
    "published": "2022-05-03",
    "url": "https://www.vpt.dk/hjemmepleje/22-kommuner-skal-dele-viden-om-fremtidens-aeldrepleje-i-fremfaerd-drevne-"
    "udviklingsrum",
}
PLAN = {
    "key": "P1",
    "title": "Udviklingsrum for kommuner om små teams i hjemmeplejen, projektbeskrivelse",
    "publisher": "Fremfærd Sundhed og Ældre (KL og FOA)",
    "published": "2022",
}

WORDS = Article(
    slug="fast-eller-selvstyrende",
    fields={
        "title": "Fast eller selvstyrende? Vælg ordet med omhu",
        "kind": "artikel",
        "lead": "Ordene bliver brugt i flæng og betyder ikke det samme. Her er fire trin, og to kommuner, der fandt "
        "deres eget ord.",
        "body": [
            heading("Fire trin"),
            text("Hvert trin har det med, der står på trinnet under."),
            (
                "points",
                {
                    "points": [
                        {"text": line, "note": note, "sources": "V12"}
                        for line, note in (
                            ("Fast: de samme medarbejdere kommer hos de samme borgere.", ""),
                            ("Selvplanlæggende: teamet planlægger selv sine besøg.", ""),
                            ("Selvvisiterende: teamet vurderer selv, hvilken hjælp borgeren skal have.", ""),
                            ("Selvstyrende: teamet styrer sig selv.", "trappen er vores læsning af VIVE's skel"),
                        )
                    ]
                },
            ),
            heading("To, der fandt deres eget ord"),
            points(
                "V2",
                "Aalborg siger medstyrende. Medarbejderne er med til at bestemme meget, men ikke alt.",
                "Billund siger samskabende. Teamet og borgeren planlægger hjælpen sammen.",
            ),
            heading("Før I vælger"),
            points("V12, V2", "Bliv enige om, hvad I selv mener, før I går i gang."),
            points("V2", "Brug ikke ordet selvstyrende, hvis teamet ikke må bestemme."),
            points("KO1", "Kald det ikke et fast team, hvis det kun gælder om dagen, uden at sige det."),
            text(
                'Alle ordene står under <a href="/begreber/?om=organisering">Begreber</a>, med de erfaringer, der '
                "bruger dem."
            ),
        ],
    },
    sources=[SAID_OF_WORDS, CHOSE_WORDS, ONLY_BY_DAY],
)

ROOMS_ALTERNATIVE = (
    "Tre rækker prikker, en for hver kommune. Nystartede, hold 1: 6 kommuner og 4 møder. Nystartede, hold 2: 6 "
    "kommuner og 4 møder. Erfarne: 10 kommuner og 3 møder."
)


def graphic(picture: SitePicture) -> Article:
    return Article(
        slug="planen-22-kommuner-i-tre-rum",
        fields={
            "title": "Planen: 22 kommuner i tre rum",
            "kind": "grafik",
            "date": "2022",
            "lead": "Sådan så udviklingsrummene ud i planen fra 2022: 22 kommuner og 11 møder, hvor man mødes.",
            "body": [
                block(
                    "figure",
                    {
                        "title": "Kommuner og møder i hvert rum",
                        "image": picture,
                        "alternative": (
                            "<ul><li>Nystartede, hold 1: 6 kommuner, 4 møder.</li>"
                            "<li>Nystartede, hold 2: 6 kommuner, 4 møder.</li>"
                            "<li>Erfarne: 10 kommuner, 3 møder.</li></ul>"
                            "<p>I alt 22 kommuner og 11 møder. Oven i kommer 3–4 digitale vidensrum, som er fælles "
                            "for alle. Fra hver kommune kommer omkring 10.</p>"
                        ),
                        "source": "Fremfærd Sundhed og Ældre, projektbeskrivelse, 2022",
                    },
                ),
                points(
                    "P1",
                    "Projektbeskrivelsen regner med 6–10 erfarne kommuner ét sted og 10 et andet. Her er brugt 10.",
                ),
                points("V1", "Da rummene gik i gang i 2022, var 22 kommuner med: 16 nye og 6 erfarne."),
            ],
        },
        sources=[PLAN, SIGNED_UP],
    )


VIDEO = "https://www.youtube.com/watch?v=eksempel000"
SAID = "<p>Eksempel. Her står alt, hvad der bliver sagt, og det, man ser, når det betyder noget.</p>"


def film(title: str, length: str, *chapters: tuple[str, str]) -> Block:
    told = [{"time": time, "title": name} for time, name in chapters]
    return "video", {
        "title": title,
        "url": VIDEO,
        "length": length,
        "transcript": SAID,
        "captions": True,
        "chapters": told,
    }


EXAMPLES = (
    Article(
        slug="eksempel-optagelse-af-et-vidensrum",
        fields={
            "title": "Eksempel: Optagelse af et vidensrum om ledelse",
            "kind": "optagelse",
            "is_demo": True,
            "lead": "Sådan ser siden ud, når et digitalt vidensrum er optaget. Det vigtigste står først, og du kan gå "
            "lige til det kapitel, du vil se.",
            "summary": lines(
                "Vent, mens teamet finder sin egen løsning, og vid, hvornår du skal træde til.",
                "Vær til stede i teamet. Led og coach i stedet for at kontrollere udefra.",
                "Led på tre niveauer: teamet, den enkelte og omgivelserne.",
                "Giv hver leder færre medarbejdere.",
                "Gør trivsel til et pejlemærke.",
            ),
            "body": [
                film(
                    "Optagelse af vidensrummet",
                    "58 min.",
                    ("0:00", "Velkommen"),
                    ("4:10", "Lederen i teamet"),
                    ("18:30", "Når teamet ikke er enigt"),
                    ("41:00", "Spørgsmål og svar"),
                ),
            ],
        },
        sources=[],
    ),
    Article(
        slug="eksempel-kort-film",
        fields={
            "title": "Eksempel: Kort film om morgenmødet",
            "kind": "video",
            "is_demo": True,
            "lead": "Sådan ser siden ud, når der er en kort film med undertekster og al tale som tekst.",
            "body": [film("Morgenmødet i et fast team", "2 min.")],
        },
        sources=[],
    ),
)
