"""The real course of the development rooms, from site/demo/data/timeline.json.

What stands there as numbers is put into sentences here; everything else keeps its words. Nothing is added.
"""

import json
from pathlib import Path
from typing import Any

from rooms.enums import EventType, Evidence, Outcome
from rooms.models import CourseEvent, CourseSource, RoomsIndexPage

TIMELINE = Path(__file__).resolve().parents[1] / "data" / "timeline.json"

LEAD = (
    "Kommuner, der arbejder med små, faste teams, har mødtes i to runder for at lære af hinanden. "
    "Her er forløbet, som kilderne fortæller det."
)
# What a room is: the project description (P1), in our own words.
ABOUT = (
    "En gruppe kommuner følger et forløb sammen og mødes flere gange for at bytte erfaringer.",
    "Et møde er bygget af inspirationsoplæg, kommunepræsentationer, sparring og fordybelse i egen kommunegruppe.",
    "Sparringen foregår både mellem kommunerne og med videnspersoner.",
    "To ting bestemmer indholdet: det, første runde lærte, og de emner, deltagerne ønsker.",
    "Kommunen sender både medarbejdere, projektledere og ledere.",
    "Efter hvert møde får deltagerne en opsamling.",
)
TYPES = {
    "baggrund": EventType.BACKGROUND,
    "plan": EventType.PLAN,
    "invitation": EventType.INVITATION,
    "milepæl": EventType.MILESTONE,
    "workshop": EventType.WORKSHOP,
    "digitalt vidensrum": EventType.DIGITAL,
    "konference": EventType.CONFERENCE,
    "kommunal vidensdag": EventType.MUNICIPAL,
    "artikel": EventType.ARTICLE,
}
FOUND = (
    "Af møderne er to fysiske (september 2021 og februar 2023) og to digitale (14. december 2022 og 21. marts 2023) "
    "dokumenteret, og to vidensdage er omtalt (2022 og 2023). Alle andre planlagte møder er ikke fundet."
)


def seed_course() -> None:
    """The real course of the development rooms. Run twice, it changes nothing."""
    page = RoomsIndexPage.objects.first()
    if page is None or page.events.exists():
        return
    timeline = read_timeline()
    page.lead = LEAD
    for field, value in course(timeline).items():
        setattr(page, field, value)
    page.events = [step(event, place) for place, event in enumerate(timeline["events"])]
    page.sources = [source(row, place) for place, row in enumerate(used_sources(timeline))]
    page.save_revision().publish()


def read_timeline() -> dict[str, Any]:
    return json.loads(TIMELINE.read_text(encoding="utf-8"))


def course(timeline: dict[str, Any]) -> dict[str, list]:
    """The sections of the page as stream data."""
    disagreements = [(each["da"], "", each["src"]) for each in timeline["conflicts"]]
    silences = [(timeline["signup"]["da"], "", timeline["signup"]["src"]), (FOUND, "", ["V5", "V2", "V11", "V12"])]
    return {
        "about": points((text, "", ["P1"]) for text in ABOUT),
        "rounds": [("round", first_round(timeline["rounds"][0])), ("round", second_round(timeline["rounds"][1]))],
        "topics": points((each["da"], "", each["src"]) for each in timeline["themes_discussed"]),
        "criteria": criteria(timeline["rounds"][1]),
        "evaluations": points(evaluation(each) for each in timeline["evaluations"]),
        "context": points((each["da"], "", each["src"]) for each in timeline["national_context"]),
        "loose_ends": points([*disagreements, *silences]),
    }


def keys(ids: list[str]) -> str:
    return ", ".join(ids)


def points(told) -> list[tuple[str, dict[str, str]]]:
    return [("point", {"text": text, "note": note, "sources": keys(ids)}) for text, note, ids in told]


def evaluation(told: dict[str, Any]) -> tuple[str, str, list[str]]:
    text = f"{told['name_da']}. {told['result_da']}" if told["result_da"] else told["name_da"]
    return text, told.get("note_da") or "", told["src"]


def comparison(what: str, planned: str, happened: str, ids: list[str]) -> dict[str, str]:
    return {"what": what, "planned": planned, "happened": happened, "sources": keys(ids)}


def round_of(told: dict[str, Any], text: str, comparisons: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "name": told["name_da"],
        "period": told["period"],
        "text": text,
        "named": ", ".join(told["named_municipalities"]),
        "unnamed": told["unnamed"],
        "comparisons": comparisons,
        "sources": keys(told["src"]),
    }


def first_round(told: dict[str, Any]) -> dict[str, Any]:
    planned, happened = told["participants_per_municipality"].split("; ")
    return round_of(
        told,
        f"Rummet blev ledt af {told['facilitators_da']}.",
        [
            comparison("Kommuner", "", str(told["municipalities"]), told["src"]),
            comparison("Deltagere pr. kommune", without_key(planned), without_key(happened), ["P1", "V5"]),
            comparison("Møder", str(told["meetings_planned"]), "1 workshop (september 2021)", ["P1", "V5"]),
            comparison("Mellem møderne", told["between_meetings_da"], "", ["P1"]),
            comparison("Sidste møde", told["last_meeting_planned"], "", ["P1"]),
            comparison("Evaluering", "", told["evaluation_da"], told["evaluation_src"]),
        ],
    )


def second_round(told: dict[str, Any]) -> dict[str, Any]:
    plan = told["planned"]
    rooms = (
        f"{plan['new_rooms']} rum for nye med {plan['new_room_municipalities_each']} kommuner i hvert og "
        f"{plan['experienced_rooms']} rum for erfarne med {plan['experienced_municipalities']}"
    )
    meetings = (
        f"{plan['new_physical_meetings']} i hvert rum for nye, {plan['experienced_physical_meetings']} for erfarne"
    )
    came = f"{told['municipalities']} meldte sig: {told['new']} nye og {told['experienced']} erfarne"
    return round_of(
        told,
        "",
        [
            comparison("Kommuner", rooms, came, ["P1", "V1"]),
            comparison("Deltagere pr. kommune", plan["participants_per_municipality"], "", ["P1"]),
            comparison("Fysiske møder", meetings, "1 (Kolding, februar 2023)", ["P1", "V2"]),
            comparison(
                "Digitale møder", plan["digital_rooms"], "2 (december 2022 og marts 2023)", ["P1", "V11", "V12"]
            ),
        ],
    )


def without_key(text: str) -> str:
    """The sentence without the source's key in brackets: the key stands in its own field."""
    return text.rpartition(" (")[0]


def criteria(told: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """The three criteria in order, each with what is known of it (None: nothing)."""
    rows = []
    for text, known in zip(told["success_criteria_da"], told["success_met"].values(), strict=True):
        met = known is not None
        fixed = {"text": text[:1].upper() + text[1:], "outcome": (Outcome.MET if met else Outcome.UNKNOWN).value}
        note = "Ved tilmelding" if met else ""
        rows.append(("criterion", fixed | {"note": note, "sources": keys([*told["success_src"], *(["V1"] * met)])}))
    return rows


def step(event: dict[str, Any], place: int) -> CourseEvent:
    return CourseEvent(
        sort_order=place,
        date=event["date"] or "",
        is_approximate=event["date_precision"] == "approx",
        end_date=event.get("end_date") or "",
        evidence=Evidence(event["kind"]),
        type=TYPES[event["type"]],
        round=event.get("round"),
        title=event["title_da"],
        text=event["text_da"],
        place=event.get("place") or "",
        municipalities=event.get("municipalities"),
        participants=event.get("participants"),
        participants_note=event.get("participants_note") or "",
        themes=", ".join(event.get("themes", [])),
        inference=event.get("inference") or "",
        source_keys=keys(event["src"]),
    )


def used_sources(timeline: dict[str, Any]) -> list[dict[str, Any]]:
    """The sources in the order they are first pointed to, from the top of the page; those nothing points to last."""
    order = {key: place for place, key in enumerate(dict.fromkeys(all_keys(course(timeline)) + event_keys(timeline)))}
    return sorted(timeline["sources"], key=lambda row: order.get(row["id"], len(order)))


def all_keys(sections: Any) -> list[str]:
    if isinstance(sections, dict):
        own = sections.get("sources", "")
        inside = [key for name, part in sections.items() if name != "sources" for key in all_keys(part)]
        return ([key for key in own.split(", ") if key] if isinstance(own, str) else []) + inside
    if isinstance(sections, list | tuple):
        return [key for part in sections for key in all_keys(part)]
    return []


def event_keys(timeline: dict[str, Any]) -> list[str]:
    return [key for event in timeline["events"] for key in event["src"]]


def source(row: dict[str, Any], place: int) -> CourseSource:
    return CourseSource(
        sort_order=place,
        key=row["id"],
        title=row["title"],
        publisher=row["publisher"] or "",
        published=row["date"] or "",
        url=row["url"] or "",
    )
