"""What the site keeps about people, and for how long. It must be as the code does it: change both together."""

from demo.seed.page_texts import Text, heading, points, text

PRIVACY: Text = [
    text(
        "Du ser en demo. Skriv ikke ægte oplysninger om dig selv eller andre i den. Herunder står, hvad siden gemmer, "
        "som den er bygget. Den, der tager den i brug, skal selv skrive, hvem der har ansvaret for oplysningerne.",
        "Skriv aldrig navne, CPR-numre eller andet, der kan genkende en borger. Det skal der ikke stå noget om her.",
    ),
    heading("Når du læser"),
    text(
        "Du kan læse alt uden konto. Vi måler ikke, hvad du gør, og henter intet fra andre. Siden sætter ingen "
        "cookies, før du logger ind eller åbner en formular.",
        "Svarer du på, om du kunne bruge en side, gemmer vi ja eller nej, din linje og dagen, ikke hvem du er. "
        "Kommunen og redaktionen kan læse det. Det slettes efter to år.",
        "Trykker du afspil på en video, henter din browser den hos YouTube eller Vimeo. Så ser de, at du ser den.",
    ),
    heading("Cookies"),
    points(
        "<b>sessionid</b> husker, at du er logget ind. Den gælder otte timer efter dit sidste klik, og "
        "højst syv dage.",
        "<b>kendt</b> husker, at nogen har logget ind i denne browser, så andres gæt ikke lukker dig ude. Den siger "
        "ikke, hvem du er, og ligger et halvt år.",
        "<b>csrftoken</b> sikrer, at en formular kommer fra dig. Den kan ligge et år.",
        "<b>messages</b> bærer en besked fra en side til den næste og forsvinder, når den er vist.",
    ),
    heading("Når du har en konto"),
    text(
        "Vi gemmer dit navn, din mailadresse, din kommune og din rolle, og hvornår du loggede ind, fra hvilken "
        "IP-adresse og med hvilken browser, så du selv kan se og lukke dine besøg. Din adgangskode gemmer vi kun som "
        "et aftryk, der ikke kan læses.",
        "Logger du ind med din kommunes eget login, får vi dit navn og din mailadresse derfra. Kommunen får ikke at "
        "vide, hvad du gør her.",
        "Dine tekster gemmer vi med navn og tid for hver ændring, så I kan se, hvem der skrev hvad.",
    ),
    heading("Når du melder dig til et arrangement"),
    text(
        "Vi gemmer det, du skriver: navn, mailadresse, kommune eller arbejdsplads og funktion. De, der holder "
        "arrangementet, kan se det. Kommunens koordinator kan se, hvem der kommer fra kommunen.",
        "Linket i din mail er din nøgle. Enhver, der har det, kan ændre din tilmelding. Send det ikke videre.",
        "Tilmeldinger bliver endnu ikke slettet af sig selv. Melder du fra, står det, at du har meldt fra.",
    ),
    heading("Mails, vi sender"),
    text(
        "Vi gemmer hver mail, så vi kan se, om den kom frem. Efter 90 dage tømmer vi den. Så står kun tilbage, hvem "
        "den gik til, og hvornår."
    ),
    heading("Loggen"),
    text(
        "Serverens log gemmer sidens adresse, tidspunkt og en kode for hvert besøg, der går galt. Hemmelige links og "
        "mailadresser bliver taget ud, før linjen skrives."
    ),
    heading("Dine rettigheder"),
    text(
        "Du kan bede om at se, få rettet eller få slettet det, vi har om dig. Skriv til adressen på siden "
        '<a href="/om/kontakt/">Kontakt</a>. Du kan klage til <a href="https://www.datatilsynet.dk/">Datatilsynet</a>.'
    ),
]
