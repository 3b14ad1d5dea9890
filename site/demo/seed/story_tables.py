"""What each wording of cases.json becomes, told one by one.

Nothing is guessed: a wording becomes a number only where it stands in a table here, or says nothing but the number.
Every other wording is kept as it is, as the fact's note. What a note still has to tell when the number is taken out
stands beside it in the same words. tests/catalogue/test_seeded_stories.py holds the pages up against cases.json.
"""

from typing import Any

from catalogue.enums import Profession, Qualifier, SelfManagement, Status, TeamSizeUnit, Theme

type Told = dict[str, Any]

PERSONS, POSTS = TeamSizeUnit.PERSONS, TeamSizeUnit.FULL_TIME_POSTS

TEAM_COUNT: dict[str, Told] = {
    # "1, senere delt i 3", "3 i Guldbergs Have; 1 i Sundparken", "6 teams i hver enhed": no one number, so the words.
    "5, fra 1. marts 2024 14": {"min": 14, "note": "5, fra 1. marts 2024 14"},
    "4 (tre dagteams og et aftenteam); før to store": {"min": 4, "note": "Tre dagteams og et aftenteam; før to store"},
    "1 team afprøver": {"min": 1, "note": "Afprøver"},
}
TEAM_SIZE: dict[str, Told] = {
    # "32 medarbejdere i alt i Guldbergs Have": the size of an area with three teams, not of a team.
    "8-10 medarbejdere (planen var 8-12)": {"min": 8, "max": 10, "unit": PERSONS, "note": "Planen var 8-12"},
    "7-9 medarbejdere, højst 12": {"min": 7, "max": 9, "unit": PERSONS, "note": "Højst 12"},
    "ca. 40 før deling (39 i marts 2022)": {
        "min": 40,
        "qualifier": Qualifier.ABOUT,
        "unit": PERSONS,
        "note": "Før deling (39 i marts 2022)",
    },
    "12-16 medarbejdere": {"min": 12, "max": 16, "unit": PERSONS},
    "gennemsnitligt 8 medarbejdere": {"min": 8, "qualifier": Qualifier.AVERAGE, "unit": PERSONS},
    "10-15 årsværk": {"min": 10, "max": 15, "unit": POSTS},
    "5 medarbejdere": {"min": 5, "unit": PERSONS},
}
CITIZENS: dict[str, Told] = {
    "ca. 60-80": {"min": 60, "max": 80, "qualifier": Qualifier.ABOUT},
    "80-120 (Guldbergs Have)": {"min": 80, "max": 120, "note": "Guldbergs Have"},
    "godt 300 i området": {"min": 300, "qualifier": Qualifier.OVER, "note": "I området"},
}
START: dict[str, Told] = {
    # "2021-2022" (København): the sources disagree on when it began, so no date. "1. april (år ikke vist)": no year.
    "Efteråret 2021": {"start": "2021", "note": "Efteråret 2021"},
    "September 2021": {"start": "2021-09"},
    "4. januar 2023": {"start": "2023-01-04"},
    "2021 eller før": {"start": "2021", "start_or_before": True},
    "Marts 2025 (selvplanlægning)": {"start": "2025-03", "note": "Selvplanlægning"},
    "2016-2018 (projekt)": {"start": "2016", "end": "2018", "note": "Projekt"},
}
# The wording stands beside the status as its note. SPREAD: spread, or decided and on the way.
STATUS = {
    "haderslev": Status.TRIAL,
    "aalborg": Status.TRIAL,
    "billund": Status.RUNNING,
    "koege": Status.SPREAD,
    "assens": Status.SPREAD,
    "ikast-brande": Status.STOPPED,
    "fredensborg": Status.RUNNING,
    "alleroed": Status.RUNNING,
    "koebenhavn": Status.TRIAL,
    "syddjurs": Status.SPREAD,
    "ringsted": Status.TRIAL,
    # faxe: "Under omlægning i september 2022" is neither a trial nor spread; the words stand alone.
    "odense": Status.SPREAD,
    "ballerup": Status.RUNNING,
    "thisted": Status.TRIAL,
    "kolding": Status.TRIAL,
    "vejle": Status.TRIAL,
    "roedovre": Status.TRIAL,
    "oslo": Status.SPREAD,
}
# The step on the common scale that the wording itself describes. A word without a deed (medstyrende, selvstyrende
# faste teams), an aim or an ambition gives no ground, and has no step.
LEVEL = {
    "haderslev": SelfManagement.SELF_PLANNING,  # "planlægger selv, fordeler opgaver"
    "koege": SelfManagement.SELF_PLANNING,  # "tilrettelægger selv"
    "ikast-brande": SelfManagement.SELF_PLANNING,  # "planlægger selv"
    "koebenhavn": SelfManagement.SELF_ASSESSING,  # "teamet visiterer selv"
    "roedovre": SelfManagement.SELF_PLANNING,  # "Selvplanlæggende"
}
LEVEL_NOTE = "Trinnet er vores læsning"
PROFESSIONS: dict[str, list[tuple[Profession, str]]] = {
    # wording -> profession, and the word to show where it says more or other than the profession's name
    "ergoterapeut": [(Profession.OCCUPATIONAL_THERAPIST, "ergoterapeut")],
    "ergoterapeuter": [(Profession.OCCUPATIONAL_THERAPIST, "")],
    "fysioterapeut": [(Profession.PHYSIOTHERAPIST, "fysioterapeut")],
    "fysioterapeuter": [(Profession.PHYSIOTHERAPIST, "")],
    "ergo- og fysioterapeuter": [(Profession.OCCUPATIONAL_THERAPIST, ""), (Profession.PHYSIOTHERAPIST, "")],
    "sygeplejersker": [(Profession.NURSE, "")],
    "sygeplejersker i tæt samarbejde": [(Profession.NURSE, "sygeplejersker i tæt samarbejde")],
    "sygeplejersker og terapeuter knyttet til enheden": [
        (Profession.NURSE, "sygeplejersker knyttet til enheden"),
        (Profession.THERAPIST, "terapeuter knyttet til enheden"),
    ],
    "pædagoger": [(Profession.PEDAGOGUE, "")],
    "pædagogiske assistenter": [(Profession.PEDAGOGUE, "pædagogiske assistenter")],
    "socialpædagog": [(Profession.PEDAGOGUE, "socialpædagog")],
    "social- og sundhedshjælpere": [(Profession.SOSU_HELPER, "")],
    "social- og sundhedshjælpere (nævnt)": [(Profession.SOSU_HELPER, "social- og sundhedshjælpere (nævnt)")],
    "social- og sundhedsassistenter": [(Profession.SOSU_ASSISTANT, "")],
    "social- og sundhedshjælpere og -assistenter": [(Profession.SOSU, "social- og sundhedshjælpere og -assistenter")],
    "social- og sundhedsuddannede": [(Profession.SOSU, "")],
    "rehabiliteringsterapeut": [(Profession.THERAPIST, "rehabiliteringsterapeut")],
    "rehabiliteringsterapeuter": [(Profession.THERAPIST, "rehabiliteringsterapeuter")],
    "hjælpemiddelterapeuter": [(Profession.THERAPIST, "hjælpemiddelterapeuter")],
    "tilknyttet terapeut": [(Profession.THERAPIST, "tilknyttet terapeut")],
    "visitatorer": [(Profession.ASSESSOR, "")],
    "tilknyttet visitator": [(Profession.ASSESSOR, "tilknyttet visitator")],
    "sagsbehandlere": [(Profession.ASSESSOR, "sagsbehandlere")],
    "planlægger": [(Profession.PLANNER, "planlægger")],
    "ufaglærte": [(Profession.UNSKILLED, "")],
    "helsefagarbejdere": [(Profession.OTHER, "helsefagarbejdere")],
    "hjemmehjælpere": [(Profession.OTHER, "hjemmehjælpere")],
    "rehabiliteringsrådgivere": [(Profession.OTHER, "rehabiliteringsrådgivere")],
    # "tværfaglige teams", "flere faggrupper og visitation (ikke opregnet)": no profession named, so the words.
}
THEMES = {
    Theme.LEADERSHIP: "begreber, coach, forberedelse, ledelse, ledelsesspænd, lederrolle, nærledelse, tillid",
    Theme.STAFF: "inddragelse, kollegaskab, kompetencer, kultur, MED, medstyring, planlægning, rekruttering, "
    "selvstyring, tværfaglighed",
    Theme.CITIZEN: "borgertilfredshed, ensomhed, kontinuitet, lokalkendskab, nærvær, samskabelse",
    Theme.ASSESSMENT: "formål frem for minutter, mindre bureaukrati, nærvisitation, retssikkerhed, visitation, "
    "ældrelov",
    Theme.SICK_LEAVE: "sygefravær",
    Theme.ORGANISATION: "afregning, aften, aften og weekend, aftenteam, back office, Buurtzorg, distrikter, egen "
    "finansiering, evaluering, følgeforskning, landkommune, lille skala, måling, pilot til drift, privat leverandør, "
    "puljemidler, rammevilkår, små teams, teamstørrelse, tvillingeteam, udrulning, ydertimer, økonomi",
}
THEME_OF = {word: theme for theme, words in THEMES.items() for word in words.split(", ")}
# Of what a municipality learned, that which it found hard, by how the sentence begins: shown under its own heading.
HARD = (
    "Faste teams giver ikke automatisk få hjælpere hos dem, der får flest besøg.",
    "It, støttefunktioner og kontrol skal tilpasses; ellers modarbejder de teamet.",
    "At ændre en kultur er et langt sejere træk end at tegne en ny organisation.",
    "Det kræver øvelse at begrunde fagligt, hvorfor en borger skal have mere eller mindre hjælp.",
    "Det kan være svært at skrue ned for hjælpen.",
    "Aftener og weekender er sværest at dække; her samles medarbejderne i klynger på tværs af teams.",
    "Et team på 39 er for stort til, at medarbejderne kan overskue det.",
    "Det var svært at finde lokaler i området;",
    "Corona, strejke og overtagelse af borgere fra en privat leverandør forsinkede arbejdet.",
    "Det er svært at holde kontinuiteten, når en borger får mere end otte besøg i døgnet.",
    "Et fast dagteam løser ikke aften, nat og weekend.",
    "Medarbejderne vil gerne bestemme mere, end de synes, de kommer til.",
    "Weekend, nat og vagtplaner kan være svære.",
)
# A caveat that also tells the period, or whose figure it is, is taken apart at its full stops and semicolons.
CAVEATS: dict[str, Told] = {
    "TV 2's opgørelse. Årstal fremgår ikke af uddraget; det vedrører kun de 10 procent med flest.": {
        "whose": "TV 2's opgørelse",
        "caveat": "Årstal fremgår ikke af uddraget; det vedrører kun de 10 procent med flest.",
    },
    "Danmarks Statistik for Ældreministeriet, november 2024 - februar 2025. Viser ikke, at teamene er årsagen.": {
        "whose": "Danmarks Statistik for Ældreministeriet",
        "period": "november 2024 - februar 2025",
        "caveat": "Viser ikke, at teamene er årsagen.",
    },
    "Kommunens evaluering; ingen procenttal i uddraget.": {
        "whose": "Kommunens evaluering",
        "caveat": "Ingen procenttal i uddraget.",
    },
    "Leverandørens eget årsregnskab for 2020.": {"whose": "Leverandørens eget årsregnskab", "period": "for 2020"},
    "Omtale af VIVEs evaluering; tal ikke vist i uddraget.": {
        "whose": "Omtale af VIVEs evaluering",
        "caveat": "Tal ikke vist i uddraget.",
    },
    "Januar-oktober; tal tilskrevet VIVE.": {"period": "januar-oktober", "whose": "Tal tilskrevet VIVE"},
    "Fagbladets omtale; ingen tal i uddraget.": {"whose": "Fagbladets omtale", "caveat": "Ingen tal i uddraget."},
}
