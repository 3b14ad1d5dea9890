"""What /komponenter/ shows of those who write: parts of the apps' pages, in their states.

Core knows no app, so the parts are named by their templates and filled with plain values. Left out: what shows
nothing (the link to a feed, in the head) and what a script reveals (the words kept in the browser).
"""

import datetime
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from core.gallery_states import Section, State

LIST = "tasks"  # the list that a line stands in


class Named(SimpleNamespace):
    """A value that is written by its name."""

    def __str__(self) -> str:
        return self.name


def writers_sections() -> list[Section]:
    return [
        Section("Tekster på vej", "Form og ord siger, hvor langt teksten er.", _texts()),
        Section("Kladder, der læses med", "Læseren ser, at det er en kladde, og til hvornår.", _drafts()),
        Section(
            "Dagbog og erfaring", "Dag, overskrift, de første linjer. En stille linje, når teksten er gammel.", _told()
        ),
        Section("Kolleger og invitationer", "Hvor den står, og hvad man kan gøre.", _people()),
        Section("Det kommer, og det er nyt", "De næste fire, de seneste fem.", _around()),
    ]


def _texts() -> list[State]:
    today = timezone.now()
    page = SimpleNamespace(owner=Named(name="Demo-bidragyder"), url="#", live=True, first_published_at=today)
    due = SimpleNamespace(text="fredag 27. november", is_past=False)
    common: dict[str, Any] = {"is_story": True, "edit_url": "#", "preview_url": "#", "way_url": "#", "page": page}
    step = SimpleNamespace(started_at=today, finished_by=Named(name="Demo-koordinator"), comment="Hvor mange borgere?")
    texts = (
        ("Venter på dig", {"status": "waiting", "step": step, "answer_by": due}, True),
        ("Venter hos en anden", {"status": "waiting", "step": step, "answer_by": due, "is_mine": True}, False),
        ("Svaret er forsinket", {"status": "waiting", "step": step, "answer_by": _late(due)}, True),
        ("Kommet retur", {"status": "changes", "step": step, "is_mine": True}, True),
        ("Kladde, der mangler noget", {"status": "draft", "missing": ["et resumé", "mindst én kilde"]}, False),
        ("Udgivet", {"status": "published", "is_story": False}, False),
    )
    return [
        State(
            name,
            "home/components/text.html",
            {"text": {"title": "Fra to besøg til ét"} | common | told, "ask": ask},
            inside=LIST,
        )
        for name, told, ask in texts
    ]


def _late(due: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(text=due.text, is_past=True)


def _drafts() -> list[State]:
    link = {
        "for_whom": "Demo-leder",
        "municipality": {"official_name": "Prøveby Kommune"},
        "expires_at": timezone.now() + datetime.timedelta(days=7),
    }
    editor, day = Named(name="Demo-redaktør"), timezone.now()
    steps = [
        {"status": "approved", "finished_by": Named(name="Demo-koordinator"), "finished_at": day},
        {"status": "skipped", "finished_by": editor, "finished_at": day, "comment": "Den har ligget i tre uger."},
        {"status": "rejected", "finished_by": editor, "finished_at": day, "comment": "Skriv, hvor tallet kommer fra."},
    ]
    return [
        State("Før et ja", "catalogue/components/draft_band.html", {"link": link}),
        State("Efter et ja", "catalogue/components/draft_band.html", {"link": link, "thanked": True}),
        State("Hvad der er sagt", "catalogue/components/way_steps.html", {"steps": steps}),
    ]


def _told() -> list[State]:
    entry = {
        "title": "Den første uge",
        "date": datetime.date(2026, 11, 16),
        "path_on_site": "#",
        "fallback_description": "Vi mødtes om morgenen og fordelte besøgene sammen.",
    }
    old = {"last_confirmed_by": "source", "last_confirmed_on": "2023-09"}
    stopped = {"stopped_note": "Teamet blev delt i to."}
    standing = "catalogue/components/standing.html"
    return [
        State("Dagbogsindlæg", "catalogue/components/diary_row.html", {"entry": entry}),
        State("Ikke bekræftet længe", standing, {"story": {}, "since": "september 2023"}),
        State("Fortalt af en kilde", standing, {"story": old, "since": "september 2023"}),
        State("Stoppet", standing, {"story": stopped, "stopped": "i maj 2026"}),
    ]


def _people() -> list[State]:
    day = timezone.now()
    asked = Named(
        name="Demo-inviteret",
        email="inviteret@demo.example",
        get_role_display="bidragyder",
        invited_by=Named(name="Demo-koordinator"),
        sent_at=day,
        expires_at=day + datetime.timedelta(days=7),
        state="pending",
    )
    late = Named(**{**asked.__dict__, "state": "expired"})
    person = Named(name="Demo-bidragyder", email="bidragyder@demo.example", is_active=True)
    gone = Named(name="Demo-bidragyder", email="bidragyder@demo.example", is_active=False)
    invitation, colleague = "accounts/components/invitation.html", "accounts/components/colleague.html"
    at = {"pk": 1, "get_role_display": "bidragyder"}
    return [
        State("Kollega", colleague, {"membership": at | {"user": person}, "slug": "proeveby"}, inside=LIST),
        State("Dig", colleague, {"membership": at | {"user": person}, "slug": "proeveby", "me": person}, inside=LIST),
        State("Lukket konto", colleague, {"membership": at | {"user": gone}, "slug": "proeveby"}, inside=LIST),
        State("Venter på svar", invitation, {"invitation": asked}, inside=LIST),
        State("Udløbet", invitation, {"invitation": late}, inside=LIST),
        State("Mailen kom ikke frem", invitation, {"invitation": asked, "lost": True}, inside=LIST),
    ]


def _around() -> list[State]:
    begins = datetime.datetime(2027, 4, 14, 9, 30, tzinfo=timezone.get_current_timezone())
    event = SimpleNamespace(
        title="Eksempel på en dag",
        place="Prøveby",
        starts_at=begins,
        ends_at=begins + datetime.timedelta(hours=6),
        last_day=None,
        get_absolute_url="#",
        post="",
    )
    news = {"page": {"title": "Den første uge", "path_on_site": "#"}, "place": "Prøveby", "published_at": begins}
    return [
        State("Kommer", "home/components/coming.html", {"events": [event]}),
        State("Nyt", "home/components/news.html", {"news": [news | {"is_story": True}, news]}),
    ]
