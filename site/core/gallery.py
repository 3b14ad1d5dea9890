"""What /komponenter/ shows: every component in its states. For those who build the site; the texts are examples."""

from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html

from core.gallery_of_writers import writers_sections
from core.gallery_states import Section, State


class SampleForm(forms.Form):
    name = forms.CharField(label="Navn", help_text="Sådan som det skal stå på navneskiltet.")
    email = forms.EmailField(
        label="Mailadresse",
        error_messages={"invalid": "Adressen mangler noget efter @."},
    )
    role = forms.ChoiceField(
        label="Din rolle", widget=forms.RadioSelect, choices=[("leder", "Leder"), ("medarbejder", "Medarbejder")]
    )
    themes = forms.MultipleChoiceField(
        label="Temaer",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "Ledelse"), ("b", "Borgeren, hverdagen og de pårørende i et meget langt navn")],
    )
    note = forms.CharField(label="Er der noget, vi skal vide?", required=False, widget=forms.Textarea({"rows": 3}))
    agreed = forms.BooleanField(label="Jeg har læst, hvordan I bruger mine oplysninger")


BUTTON, NOTICE, STATUS, TAG = (f"components/{name}.html" for name in ("button", "notice", "status", "tag"))
WORD = {"key": "medstyrende-team", "da": "medstyrende team", "note": "Teamet er med til at bestemme meget."}
LONG = "Send erfaringen til kommunens koordinator til godkendelse"


def sections() -> list[Section]:
    return [
        Section("Knapper", "Havtorn kun til sidens ene handling. Teksten er et udsagnsord.", _buttons()),
        Section("Beskeder", "Sig, hvad der skete, og hvad du kan gøre.", _notices()),
        Section("Mærkat og status", "Mærkat: tone og ord. Status: form og ord.", _marks()),
        Section("Tal og fakta", "Tallet står altid som tekst. Det ukendte siges.", _numbers()),
        Section("Formular", "Fejl samlet øverst, så over feltet. Aldrig kun en rød kant.", _forms()),
        Section("Lister og tabeller", "Ét link pr. kort. Tabellen ruller for sig selv.", _lists()),
        Section("Filtre", "Tallet er, hvad valget vil levne. Et tomt svar siger, hvad du kan fjerne.", _filters()),
        Section(
            "Guide", "Fælles tekst til alle, mærkede dele til nogle. Bjælken tæller steder, ikke kilder.", _guide()
        ),
        Section("Vej gennem siden", "Brødkrumme, sider og hvad der ellers hører til.", _ways()),
        *writers_sections(),
    ]


def _buttons() -> list[State]:
    return [
        State("Sidens ene handling", BUTTON, {"text": "Tilmeld mig", "color": "brand1"}),
        State("Almindelig", BUTTON, {"text": "Gem svar"}),
        State("Anden mulighed", BUTTON, {"text": "Gem som kladde", "variant": "secondary"}),
        State("Stille", BUTTON, {"text": "Fortryd", "variant": "tertiary"}),
        State("Fare", BUTTON, {"text": "Meld fra", "color": "danger"}),
        State("Fokus", BUTTON, {"text": "Gem svar"}, focus=True),
        State("Kan ikke bruges", BUTTON, {"text": "Gem svar", "disabled": True}),
        State("Arbejder", BUTTON, {"text": "Gemmer …", "busy": True}),
        State("Link", BUTTON, {"text": "Se programmet", "url": "#", "variant": "secondary"}),
        State("Lang tekst", BUTTON, {"text": LONG, "variant": "secondary"}),
    ]


def _notices() -> list[State]:
    told = (
        ("info", "Fristen er 24. marts.", "Du kan ændre dit spor indtil da."),
        ("success", "Du er tilmeldt.", "Vi har sendt en mail med et link, hvor du kan ændre eller melde fra."),
        ("warning", "Teksten er ikke bekræftet i to år.", "Spørg kommunen, før du bruger tallene."),
        ("danger", "Vi kunne ikke gemme.", "Din tekst står her endnu. Prøv igen om lidt."),
    )
    return [
        *(State(kind, NOTICE, {"kind": kind, "title": title, "text": text}) for kind, title, text in told),
        State(
            "Tomt",
            "components/empty.html",
            {
                "title": "Ingen erfaringer passer",
                "text": "Prøv at fjerne et filter. De fleste har ikke oplyst teamets størrelse.",
                "url": "#",
                "action": "Ryd alle filtre",
            },
        ),
    ]


def _marks() -> list[State]:
    themes = ("ledelse", "medarbejder", "borger", "visitation", "fravaer", "drift", "")
    kinds = ("planned", "trying", "running", "spread", "stopped", "draft", "waiting", "changes", "published")
    return [
        *(State("", TAG, {"text": theme or "Andet tema", "theme": theme}) for theme in themes),
        State("Som link", TAG, {"text": "Ledelse", "theme": "ledelse", "url": "#"}),
        *(State("", STATUS, {"kind": kind, "text": kind}) for kind in kinds),
    ]


def _numbers() -> list[State]:
    figures = [
        {"label": "Västervik", "value": "5", "least": 5},
        {"label": "Haderslev", "value": "8–10", "least": 8, "most": 10},
        {"label": "Ringsted, før deling", "value": "ca. 40", "least": 40},
        {"label": "Køge", "value": ""},
    ]
    facts = [
        {"label": "Antal teams", "value": "2 teams", "sources": [4]},
        {"label": "Teamets størrelse", "value": "8–10 medarbejdere", "note": "Planen var 8–12"},
        {"label": "Borgere pr. team", "value": ""},
    ]
    return [
        State("Små tal", "components/figure.html", {"items": figures}),
        State("Store tal", "components/figure.html", {"items": figures[:3], "large": True}),
        State("Faktaboks", "components/facts.html", {"items": facts, "heading": 3}),
    ]


def _forms() -> list[State]:
    wrong = SampleForm({"email": "navn@", "themes": ["a"]}, prefix="fejl")
    return [
        State("Tom", "components/form.html", {"form": SampleForm(prefix="tom"), "submit": "Gem"}),
        State("Kunne du bruge siden?", "components/useful.html", {"page_id": 1, "mark": ""}),
        State("Med fejl", "components/form.html", {"form": wrong, "submit": "Tilmeld mig", "color": "brand1"}),
    ]


def _lists() -> list[State]:
    card = {"title": "Først en snak, så plejen", "url": "#", "kicker": "Haderslev", "text": "To små teams i Vojens."}
    hit = {
        "title": "Tilgængelighed",
        "url": "#",
        "kind": "Side",
        "place": "Haderslev",
        "description": format_html("{} <mark>virker</mark>, og hvad ikke.", "Hvad der"),
        "page": ("Om projektet", "#"),
    }
    rows = [["Allerød, forsøgsteamet", "ca. 10 %", "ca. 4 %"], ["Haderslev", "", ""]]
    columns = [{"label": "Kommune"}, {"label": "Før", "number": True}, {"label": "Efter", "number": True}]
    table = {"caption": "Sygefravær, eksempel", "columns": columns, "rows": rows}
    return [
        State("Kort", "components/card.html", card),
        State("Kort i fokus", "components/card.html", card, focus=True),
        State("Svar på en søgning", "components/hit.html", {"hit": hit}),
        State("Tabel", "components/table.html", table),
        *_told(),
    ]


def _filters() -> list[State]:
    told = (("ledelse", "Ledelse", 7, False), ("borger", "Borgeren", 3, True), ("fravaer", "Sygefravær", 0, False))
    options = [dict(zip(("value", "label", "stories", "chosen"), option, strict=True)) for option in told]
    facets = [
        {"name": "tema", "heading": "Tema", "options": options},
        {"name": "rum", "heading": "Deltog i udviklingsrum", "note": "Hvad kilderne siger.", "options": options[:1]},
    ]
    ways = [{"label": "Sygefravær", "without": "x", "stories": 4}]
    empty = "catalogue/components/nothing_found.html"
    return [
        State("Filtre", "catalogue/components/facets.html", {"choices": {"facets": facets}}),
        State("Intet fundet", empty, {"choices": {"made": ways, "ways_out": ways}, "address": "#"}),
        State("Intet fundet, hvad man end fjerner", empty, {"choices": {"made": ways}, "address": "#"}),
        State("Intet udgivet endnu", empty, {"choices": {}, "address": "#"}),
    ]


def _told() -> list[State]:
    points = [
        {"text": "Teamet planlægger selv besøgene.", "note": "vores læsning", "sources": [1, 2]},
        {"text": "Hvert besøg begynder med en snak.", "note": "", "sources": [1]},
    ]
    sources = [
        {"title": "Eksempel på en artikel", "publisher": "Et blad", "published_text": "maj 2022", "url": "#"},
        {"title": "En evaluering uden dato", "publisher": "", "published_text": "", "url": "", "note": "s. 4"},
    ]
    return [
        State("Punkter", "components/points.html", {"points": points, "id": "punkter", "title": "Hvad gjorde vi"}),
        State("Ingen punkter", "components/points.html", {"points": [], "id": "ingen", "title": "Hvad var svært"}),
        State("Kilder", "components/source_list.html", {"sources": sources}),
        State("Ord med forklaring", "catalogue/components/explanation.html", {"word": WORD, "met": "medstyrende"}),
    ]


def _ways() -> list[State]:
    trail = [{"title": title, "url": "#"} for title in ("Forside", "Katalog", "Haderslev")]
    beside = [{"title": "Om data", "url": "#", "here": True}, {"title": "Kontakt", "url": "#", "here": False}]
    pages = Paginator(range(200), 20)
    return [
        State("Brødkrumme", "components/breadcrumbs.html", {"items": trail}),
        State("Sider, først", "components/pagination.html", {"page": pages.page(1)}),
        State(
            "Sider, midt i",
            "components/pagination.html",
            {"page": pages.page(5), "query": "q=team", "label": "Flere sider"},
        ),
        State("I denne del", "components/section_nav.html", {"pages": beside}),
    ]


def _guide() -> list[State]:
    readers = [{"title": title, "url": "#", "here": title == "ledere"} for title in ("alle", "ledere", "MED-udvalg")]
    standing = {"strength": 2, "label": "Delt erfaring", "names": "Køge og Faxe"}
    point = {"number": 4, "kind": "do", "text": "Begynd dagen sammen.", "standing": standing, "sources": [1, 2]}
    lines = [{"who": "MED-udvalg", "text": "Sæt det på dagsordenen."}]
    marked = point | {"number": 5, "lines": lines, "readers": "medarbejdere og MED-udvalg"}
    bare = {"number": 6, "kind": "dont", "text": "Lov ikke for meget.", "standing": {"label": "Kilde ikke oplyst"}}
    sides = ("Nogle nyder at planlægge selv.", "Andre mangler tydelige rammer, og det gælder særligt de nye.")
    dilemma = point | {"number": 7, "kind": "dilemma", "text": "Frihed eller utryghed?", "sides": sides}
    turns = {"previous": {"title": "Ledelse", "url": "#"}, "next": {"title": "Ting at undgå", "url": "#"}}
    step = {"number": 2, "title": "Team og rammer", "url": "#", "intro": "Hvor stort et team er.", "keys": ["a", "b"]}
    parts = "catalogue/components/guide_"
    return [
        State("Hvem læser", f"{parts}readers.html", {"readers": readers}),
        State("Punkter", f"{parts}points.html", {"kind": "do", "points": [point, marked], "step": 3}),
        State("Undgå, uden kilde", f"{parts}points.html", {"kind": "dont", "points": [bare], "step": 8}),
        State("Dilemma", f"{parts}points.html", {"kind": "dilemma", "points": [dilemma], "step": 7}),
        State("Trin på forsiden", f"{parts}steps.html", {"steps": [step]}),
        State("Hvor sikkert", f"{parts}legend.html"),
        State("På papir", f"{parts}file.html", {"url": "#"}),
        State("Erfaringens punkter", f"{parts}shown.html", {"points": [marked | {"url": "#"}]}),
        State("Til næste trin", f"{parts}turn.html", turns),
        State("Første trin", f"{parts}turn.html", {"next": turns["next"]}),
    ]
