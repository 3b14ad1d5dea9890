"""What was seen in Oslo, in our own words.

Source: the slides "Tillitsmodellen i Oslo kommune", shown at a study visit to Bydel Ullern on 12 March 2019. Where
something else told it, the point says so.
"""

from demo.seed.article_texts import Article, block, heading, points, text

SLIDES = {
    "key": "P2",
    "title": "Tillitsmodellen i Oslo kommune, oplæg ved et studiebesøg",
    "publisher": "Oslo kommune, Bydel Ullern",
    "published": "2019-03-12",
    "note": "Norske lysbilleder. Gengivet med vores egne ord.",
}
FOLLOWED = {
    "key": "N1",
    "title": "Tillitsmodellen (følgeforskning)",
    "publisher": "Universitetet i Sørøst-Norge",
    "url": "https://www.usn.no/forskning/hva-forsker-vi-pa/helse-og-velferd/vitensenteret-helse-og-teknologi/"
    "forskning-og-innovasjon/tillitsmodellen",
}
VARIANTS = block(
    "variants",
    {
        "title": "To måder at tage imod en ny borger",
        "variants": [
            {
                "name": "Model 1: Teamet tager selv imod",
                "text": "Teamet træder i stedet for dem, der før vurderede nye borgere, og for holdet med "
                "hverdagsrehabilitering. En ny borger kommer direkte til teamet.",
            },
            {
                "name": "Model 2: Et andet hold tager imod",
                "text": "En ny borger begynder hos dem, der vurderer behovet. Den, der skal have særlig "
                "hverdagsrehabilitering, får den af et hold for sig selv.",
            },
        ],
        "sources": "P2",
    },
)
CHANGES = (
    ("Det står der", "Ydelsen og hvor meget: hvor længe og hvor tit", "Formålet: hvad hjælpen skal føre til"),
    ("Tid og hyppighed", "Skrevet i detaljer", "Udeladt"),
    ("Mål", "Ikke det vigtigste", "Borgerens eget, konkret og til at måle"),
    ("Hvor længe", "Et fast omfang", "Til målet er nået"),
    ("Frihed for team og borger", "Mindre", "Større"),
)
BEFORE_AFTER = block(
    "before_after",
    {
        "title": "En afgørelse om hjælp, før og efter",
        "changes": [{"what": what, "before": before, "after": after} for what, before, after in CHANGES],
        "sources": "P2",
    },
)
FOUND = (
    ("Modellen blev taget godt imod. Teamene kunne og ville ændre sig.", "Ikke to bydele gjorde det ens."),
    (
        "Borgernes tillid til hjælpen er god. Den steg, fra projektet begyndte, til det sluttede.",
        "Den steg ikke mere fra den lille afprøvning til den store. Oplægget viser ingen tal.",
    ),
    (
        (
            "Medarbejderne oplever ret stor faglig tillid. De er glade for at arbejde på tværs af fag, og for at "
            "sagen behandles i teamet. Ingen vil tilbage til bestiller og udfører."
        ),
        "Svarene er meget forskellige fra den ene til den anden.",
    ),
    ("Mindre teams giver bedre kontakt med borgeren og bedre hjælp.", "Oplægget viser ingen tal."),
    ("Den nye første samtale virker. Det hele kræver en ny måde at tænke på.", ""),
    (
        "Medarbejderne ønsker at bestemme meget selv.",
        "De oplever at bestemme mindre, end de ønsker. Forslag kunne blive taget bedre imod.",
    ),
    ("Selvstyrende teams har brug for klare roller, og ledere for at lære en ny.", ""),
    ("Weekend, nat og vagtplan kan være svære.", ""),
    (
        "En robust grundbemanding er sandsynligvis en forudsætning. Der skal også være kompetencer nok.",
        "Oplægget siger selv “sandsynligvis”.",
    ),
)
FINDINGS = block("findings", {"findings": [{"text": t, "doubt": doubt, "sources": "P2"} for t, doubt in FOUND]})

OSLO = Article(
    slug="besoeg-i-oslo-tillidsmodellen",
    fields={
        "title": "Besøg i Oslo: Tillidsmodellen",
        "kind": "besoeg",
        "date": "2019-03-12",
        "lead": "Fire bydele i Oslo lagde ansvaret ud i små, tværfaglige teams. Her er, hvad de prøvede, hvad der "
        "blev anderledes, og hvad de selv er i tvivl om.",
        "summary": [
            ("line", "Fire bydele prøvede det fra 2016 til 2018: Gamle Oslo, Grorud, Østensjø og Ullern."),
            ("line", "Et team er 10–15 årsværk og har 60–80 borgere i ét område."),
            ("line", "Sagsbehandleren er med i teamet, og én leder har to teams."),
            ("line", "Afgørelsen siger, hvad hjælpen skal føre til, og ikke hvor mange minutter."),
            ("line", "Ingen vil tilbage. Men klare roller, nætter og bemanding er svære."),
        ],
        "body": [
            heading("Hvorfor de gik i gang"),
            points(
                "P2",
                "Byrådet i Oslo ville prøve noget andet end at dele hjælpen op i bestiller og udfører.",
                "Bydelene skulle prøve en hjemmepleje, hvor fagfolk får myndighed og mere ansvar for den enkelte "
                "borgers hjælp.",
                "De skulle fjerne unødig rapportering og kontrol, lede med tillid på alle niveauer og gå efter flere "
                "på fuld tid og færre vikarer.",
                "Fagforeninger og brugernes repræsentanter var med. Ideerne kom fra Holland, Danmark og Sverige.",
            ),
            text(
                "Først foreslog medarbejderne, hvad der skulle prøves. Så kom en minipilot og derefter en hovedpilot."
            ),
            heading("Teamet"),
            points(
                "P2",
                "I teamet er sygeplejerske, helsefagarbejder (omtrent social- og sundhedsassistent), hjemmehjælper, "
                "sagsbehandler, fysioterapeut og ergoterapeut.",
                "Andre kommer til, når der er brug for dem, for eksempel kræftsygeplejerske, klinisk diætist og "
                "psykiatrisk sygeplejerske.",
                "Terapeuter og sagsbehandler fulgte også borgere i området, som havde en privat leverandør eller kun "
                "fik træning.",
                "Teamlederen har to teams, har budgettet og kan træffe afgørelse om sygepleje og praktisk hjælp.",
                "Vagtplanen er lagt efter det enkelte team.",
            ),
            heading("To måder at gøre det på"),
            VARIANTS,
            heading("Hvad selvstyre betød"),
            text("Hver opgave har én i teamet, på skift eller fast. Flere af dem lå før hos en koordinator."),
            points(
                "P2",
                "Fordele besøgene og lave kørelister.",
                "Holde den første afklarende samtale og lave handleplan med nye borgere.",
                "Revisitere, sammen.",
                "Vurdere, hvor mange der er brug for, og få vagterne dækket.",
                "Følge op med sygehus, akutpladser og midlertidige pladser.",
                "Stå for hverdagsmestring og rehabilitering.",
            ),
            heading("Afgørelser, før og efter"),
            text("Sagsbehandleren er stadig en rolle for sig, men de andre tager mere del i den."),
            BEFORE_AFTER,
            heading("Hvad de fandt ud af, og hvad man kan tvivle på"),
            points(
                "P2, N1",
                "Universitetet i Sørøst-Norge fulgte begge afprøvninger med spørgeskemaer, observation, workshops og "
                "interview.",
            ),
            FINDINGS,
            heading("Lederen: udenfor eller indenfor"),
            block(
                "variants",
                {
                    "title": "To måder at være teamleder på. Modellen beder om den anden.",
                    "variants": [
                        {
                            "name": "Uden for teamet",
                            "text": "Sjældent til stede og sjældent med til møder. Administrerer og kontrollerer, og "
                            "overlader ansvar og koordinering til gruppen.",
                        },
                        {
                            "name": "Inde i teamet",
                            "text": "Til stede og med til møder. Leder og coacher, deler ansvaret og gør rollerne "
                            "tydelige.",
                        },
                    ],
                    "sources": "P2",
                },
            ),
            points(
                "P2", "Medarbejdernes egne fire råd handler om bemanding, ledelse, kompetencer og teamets udvikling."
            ),
            heading("Vejen frem, set fra marts 2019"),
            points(
                "P2",
                "Bestiller-udfører-modellen er stort set afviklet.",
                "Modellen er indført i alle bydele, nogle steder i en del af hjemmeplejen.",
                "Sagsbehandlere går ind i teamene. I de fleste bydele har lederen af hjemmeplejen retten til at "
                "træffe afgørelse.",
                "Indholdet af hjælpen formes i samtalen med borgeren.",
                "På vej: én skabelon for afgørelser, en plan for sagsbehandlernes kompetencer og en fælles standard "
                "for hele byen.",
            ),
            text("Hvad der er sket siden 2019, fortæller oplægget ikke."),
        ],
    },
    sources=[SLIDES, FOLLOWED],
)
