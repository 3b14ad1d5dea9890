"""What the demo's events say. The topics are those of the development rooms; dates, seats and people are made up."""

CONFERENCE = {
    "title": "Vidensdag om små, faste teams",
    "summary": "En dag for ledere, medarbejdere og projektledere. Kom gerne flere fra samme kommune: I får mest ud af "
    "det, når I kan tale videre på vejen hjem.",
    "place_note": "Stedet melder vi ud i januar",
}
CONFERENCE_PAGE = {
    "lead": "Hør, hvad andre kommuner har prøvet, vælg spor efter din rolle, og gå hjem med tre ting, I vil afprøve.",
    "audience": "Ledere, medarbejdere og projektledere i hjemmeplejen",
    "price": "Gratis for kommuner",
    "access": "Lokalet skal have teleslynge og adgang uden trin",
}
SEMINAR = {
    "title": "Mød en kommune",
    "summary": "Halvanden time på skærmen. En kommune fortæller, hvad den prøver lige nu, og I spørger.",
    "place": "Digitalt. Du får linket i en mail dagen før",
}
SEMINAR_PAGE = {
    "lead": "En kommune fortæller, hvad den prøver lige nu, og hvad der er svært. Resten af tiden er jeres spørgsmål.",
    "audience": "Alle, der arbejder med faste teams i hjemmeplejen",
    "price": "Gratis for kommuner",
}


def slot(starts: str, ends: str, *sessions: tuple[str, str, str]) -> tuple[str, dict]:
    named = [{"track": track, "title": title, "text": text} for track, title, text in sessions]
    return "slot", {"starts": starts, "ends": ends, "sessions": named}


def pause(starts: str, ends: str, text: str) -> tuple[str, dict]:
    return "pause", {"starts": starts, "ends": ends, "text": text}


CONFERENCE_PROGRAMME = [
    pause("09:30", "10:00", "Kaffe og navneskilte"),
    slot(
        "10:00",
        "10:45",
        (
            "alle",
            "Hvad mener vi med fast, selvplanlæggende og selvstyrende?",
            "Vi begynder med ordene, så vi taler om det samme resten af dagen.",
        ),
    ),
    slot(
        "11:00",
        "12:00",
        (
            "leder",
            "Når du ikke længere skal løse alt",
            "Om at vente, mens teamet finder sin egen løsning, og vide, hvornår du skal træde til.",
        ),
        (
            "medarbejder",
            "Hvem gør hvad i teamet?",
            "Arbejdslister, første samtale og opfølgning efter hospital: klare roller i hverdagen.",
        ),
    ),
    pause("12:00", "13:00", "Frokost. Sæt jer gerne sammen med en kommune, I ikke kender"),
    slot(
        "13:00",
        "14:00",
        (
            "leder",
            "Visitationen tæt på teamet",
            "Hvad sker der med retssikkerheden, når afgørelsen rykker ud?",
        ),
        (
            "medarbejder",
            "Aften, nat og weekend",
            "Små teams når ikke hele døgnet. Hvordan hjælper klynger og tvillingeteams?",
        ),
    ),
    slot(
        "14:15",
        "15:15",
        (
            "alle",
            "Kommunens egen time",
            "I sidder sammen med dem, I kom med, og skriver tre ting ned, I vil prøve.",
        ),
    ),
    pause("15:15", "15:30", "Tak for i dag"),
]
SEMINAR_PROGRAMME = [
    slot("13:00", "13:30", ("alle", "Det prøver vi lige nu", "En kommune fortæller om sine faste teams.")),
    slot("13:30", "14:30", ("alle", "Jeres spørgsmål", "Send dem gerne på forhånd.")),
]
