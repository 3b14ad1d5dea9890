"""The texts of the standard pages, as (kind of block, value) in order. What they claim of the project has its source.

Source of the project's facts: the project description of Fremfærd Sundhed og Ældre from early 2022, and for the
number who signed up an article at vpt.dk of 3 May 2022.
"""

Text = list[tuple[str, object]]


def heading(text: str) -> tuple[str, object]:
    return "heading", {"text": text, "level": "2"}


def text(*paragraphs: str) -> tuple[str, object]:
    return "text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def points(*lines: str) -> tuple[str, object]:
    return "text", "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


ROOMS = (
    "<p>En gruppe kommuner, der mødes flere gange. Ledere, medarbejdere og projektledere kommer sammen, hører "
    "hinandens erfaringer og får tid til deres egen opgave.</p>"
    "<p>Det, der bliver sagt i rummet, bliver i rummet. Det, I vil dele, bliver til opsamlinger her.</p>"
)

ABOUT: Text = [
    text(
        "Mange kommuner vil have hjemmepleje i små, faste teams, hvor borgeren møder de samme mennesker, og hvor "
        "teamet selv planlægger meget af arbejdet. Inspirationen er blandt andet hollandske Buurtzorg. Den kan ikke "
        "flyttes uændret til Danmark. Derfor prøver kommunerne sig frem, hver på deres måde.",
        "Her samler vi, hvad de finder ud af: hvad de gjorde, hvad der skete, og hvad der var svært.",
    ),
    heading("Sådan arbejder udviklingsrummene"),
    points(
        "To rum er for nystartede kommuner, ét er for erfarne.",
        "Hvert rum mødes tre eller fire gange. Ind imellem er der digitale vidensrum, som er fælles for alle.",
        "Fra hver kommune kommer omkring ti: medarbejdere, projektledere og ledere.",
        "Et møde har oplæg, kommunernes egne fortællinger, sparring og tid i egen gruppe.",
        "Efter hvert møde får deltagerne en opsamling.",
    ),
    heading("Hvem står bag"),
    text(
        "Projektet hører til Fremfærd Sundhed og Ældre. KL og FOA leder det sammen. En følgegruppe med blandt andre "
        "Sundhedskartellet, Ældre Sagen og Sundhedsstyrelsen følger med."
    ),
    heading("Det håber projektet på"),
    points(
        "At 22 kommuner er med i udviklingsrummene.",
        "At kommunerne bagefter siger, at det gjorde deres eget projekt stærkere.",
        "At 200 mennesker kommer til konferencen.",
    ),
    heading("Om siden, du læser"),
    text(
        "Du ser en demo. Erfaringerne, tallene og forløbet er ægte og har hver deres kilde. Konferencen, dens "
        "deltagere og alle brugere er eksempler, og det står ved dem.",
        "Kilder til denne side: projektbeskrivelsen “Udviklingsrum for kommuner om små teams i hjemmeplejen”, "
        "Fremfærd Sundhed og Ældre, 2022, gengivet med vores egne ord.",
    ),
]

DATA: Text = [
    heading("Erfaringerne"),
    text(
        "Hver oplysning i en erfaring har et lille tal, der fører til kilden. Kilderne er offentlige: artikler, "
        "evalueringer og kommunernes egne sider. Vi har skrevet dem om med vores egne ord.",
        "Står der “ikke oplyst”, har vi ikke fundet det nogen steder. Vi gætter ikke.",
    ),
    heading("Kortet"),
    text(
        "Kort: Indeholder data fra Geodatastyrelsen (nu Klimadatastyrelsen) og danske kommuner, DAGI 1:500.000, "
        "februar 2014, forenklet. Klimadatastyrelsens frie data har licensen "
        '<a href="https://creativecommons.org/licenses/by/4.0/deed.da">CC BY 4.0</a>.',
        "Vi har gjort grænserne enklere og ladet holme under 0,6 km² ude, så kortet er let at hente på en telefon. "
        "Brug det ikke til at afgøre, hvor en grænse går.",
    ),
    heading("Folketal og areal"),
    text(
        "Folketal og areal: Danmarks Statistik, tabel FOLK1A (1. kvartal 2026) og ARE207 (2025). Tallene må bruges "
        'frit, når kilden nævnes (<a href="https://creativecommons.org/licenses/by/4.0/deed.da">CC BY 4.0</a>).'
    ),
    heading("Regioner"),
    text(
        "Region Hovedstaden og Region Sjælland bliver til Region Østdanmark 1. januar 2027. Siderne skifter af sig "
        "selv den dag. Kilde: lov nr. 699 af 20. juni 2025, § 126."
    ),
    heading("Udseende og skrift"),
    text(
        "Knapper, felter og andre dele bygger på Designsystemet fra norske Digitaliseringsdirektoratet (MIT). "
        "Skrifterne er Schibsted Grotesk og Newsreader (SIL Open Font License). Papirklippene er vores egne, klippet "
        "efter kommunens omrids."
    ),
]

ACCESSIBILITY: Text = [
    text(
        "Siden er en demo og ikke sat i drift af en offentlig myndighed. Erklæringen har den form, som "
        '<a href="https://www.retsinformation.dk/eli/lta/2018/692">loven om tilgængelighed af offentlige organers '
        "websteder og mobilapplikationer</a> (lov nr. 692 af 8. juni 2018) beder om, og fortæller, hvad der er "
        "gjort. Den er ikke indberettet til Digitaliseringsstyrelsen. Det skal den, der tager siden i brug, gøre."
    ),
    heading("Hvor tilgængelig er siden?"),
    text("Vi bygger efter WCAG 2.2 på niveau AA. Vi mener, at siden stort set følger det, men prøver mangler."),
    heading("Hvad vi ved mangler"),
    points(
        "Ingen har endnu prøvet siden med en skærmlæser fra start til slut.",
        "Ingen, der selv har brug for hjælpemidler, har prøvet den.",
        "Kortet kan kun ses. De samme kommuner står som en liste med links lige under det.",
        "Redaktørernes eget arbejdsrum (Wagtail) har fejl, vi ikke selv kan rette, og er ikke helt på dansk.",
        "Videoer ligger hos YouTube og Vimeo. Deres afspillere svarer vi ikke for. Teksten under fortæller det samme.",
    ),
    heading("Sådan har vi undersøgt den"),
    points(
        "Siderne bliver prøvet automatisk med axe i telefonens og skærmens bredde, lyst og mørkt.",
        "Vi har gået siderne igennem med tastatur, ved 320 pixels bredde og uden JavaScript.",
        "Farvernes kontrast er regnet ud for hvert par.",
    ),
    text("Undersøgelsen er vores egen. Erklæringen er skrevet 21. november 2026."),
    heading("Fortæl os, hvis du ikke kan komme til"),
    text(
        'Skriv, hvad du ville, og hvor det gik galt. Adressen står på siden <a href="/om/kontakt/">Kontakt</a>. '
        "Du kan også bede om at få indholdet på en anden måde."
    ),
    heading("Hvis du ikke får svar"),
    text(
        "Med offentlige hjemmesider fører "
        '<a href="https://digst.dk/">Digitaliseringsstyrelsen</a> tilsyn, og dér kan man klage. For en demo som denne '
        "gælder det ikke."
    ),
]
