"""From the words of cases.json to a story's typed fields, by the tables in demo.seed.story_tables."""

import re
from decimal import Decimal
from typing import Any

from catalogue.enums import Qualifier
from demo.seed.story_tables import (
    CAVEATS,
    CITIZENS,
    HARD,
    LEVEL,
    LEVEL_NOTE,
    PROFESSIONS,
    START,
    STATUS,
    TEAM_COUNT,
    TEAM_SIZE,
)

type Case = dict[str, Any]
type Told = dict[str, Any]

TABLES = {
    "team_count": ("number_of_teams", TEAM_COUNT),
    "team_size": ("team_size", TEAM_SIZE),
    "citizens_per_team": ("citizens_per_team", CITIZENS),
    "citizens_total": ("citizens_total", CITIZENS),
}
GRANT = re.compile(r"(?P<who>[^:]+): (?P<under>knap )?(?:(?P<millions>\d+(?:,\d)?) mio\.|(?P<kroner>[\d.]+)) kr\.")
COUNTED = re.compile(r"(?P<name>.+?) \((?P<count>\d+)\)")


def sentence(text: str | None) -> str:
    return text[:1].upper() + text[1:] if text else ""


def keys(source_ids: list[str]) -> str:
    return ", ".join(source_ids)


def facts(case: Case) -> Told:
    """The columns of the facts, each with its note and its sources."""
    told: Told = {}
    for fact, (name, table) in TABLES.items():
        told |= columns(fact, case["team"][name], number(case["team"][name], table))
    start = case["team"]["start"]
    told |= columns("period", start, START.get(value(start)) or bare_year(value(start)))
    told |= self_management(case) | status(case) | funding(case["team"]["funding"])
    area = case["team"]["pilot_area"]
    told |= columns("area", area, {"": value(area)})
    told |= columns("professions", case["team"]["professions"], {"note": unnamed_professions(case)})
    return told


def value(fact: Case | None) -> str:
    return str(fact["value"]) if fact else ""


def columns(prefix: str, fact: Case | None, parts: Told | None) -> Told:
    """`parts` by their endings, with what the case adds. Without parts the wording itself is the note."""
    if fact is None:
        return {}
    parts = {"note": value(fact)} if parts is None else dict(parts)
    notes = [sentence(parts.pop("note", "")), sentence(fact.get("note"))]
    told = {f"{prefix}_{ending}".rstrip("_"): part for ending, part in parts.items()}
    return told | {f"{prefix}_note": ". ".join(filter(None, notes)), f"{prefix}_sources": keys(fact["src"])}


def number(fact: Case | None, table: dict[str, Told]) -> Told | None:
    if fact is None:
        return None
    if isinstance(fact["value"], int):
        return {"min": fact["value"], "max": fact["value"]}
    found = table.get(fact["value"])
    return {"max": found["min"]} | found if found else None


def bare_year(text: str) -> Told | None:
    return {"start": text} if re.fullmatch(r"\d{4}", text) else None


def self_management(case: Case) -> Told:
    level, fact = LEVEL.get(case["id"]), case["team"]["self_management"]
    parts = {"": value(fact), "level": level, "note": LEVEL_NOTE if level else ""}
    return columns("self_management", fact, parts)


def status(case: Case) -> Told:
    fact, known = case["team"]["rollout_status"], STATUS.get(case["id"])
    if fact is None or known is None:
        return columns("status", fact, None)
    note = fact["value"].removeprefix("I drift").lstrip("; ")  # the status says that much itself
    return columns("status", fact, {"": known, "note": note})


def funding(fact: Case | None) -> Told:
    """Who paid, and how much where one amount is told."""
    if fact is None:
        return {}
    grant = GRANT.fullmatch(fact["value"])
    if not grant:
        return columns("funding", fact, {"": fact["value"]})
    if grant["millions"]:
        kroner = round(Decimal(grant["millions"].replace(",", ".")) * 1_000_000)
    else:
        kroner = int(grant["kroner"].replace(".", ""))
    hedge = Qualifier.UNDER if grant["under"] else ""
    return columns("funding", fact, {"": grant["who"], "amount": kroner, "qualifier": hedge})


def profession_rows(case: Case) -> list[Told]:
    rows = []
    for wording in listed_professions(case):
        counted = COUNTED.fullmatch(wording)
        name = counted["name"] if counted else wording
        count = int(counted["count"]) if counted else None
        rows += [{"profession": kind, "wording": word, "count": count} for kind, word in PROFESSIONS.get(name, [])]
    return rows


def listed_professions(case: Case) -> list[str]:
    fact = case["team"]["professions"]
    return fact["value"] if fact else []


def unnamed_professions(case: Case) -> str:
    """What the case says of professions without naming one."""
    known = (wording for wording in listed_professions(case) if not is_known(wording))
    return "; ".join(sentence(wording) for wording in known)


def is_known(wording: str) -> bool:
    counted = COUNTED.fullmatch(wording)
    return (counted["name"] if counted else wording) in PROFESSIONS


def points(told: list[Case] | None, kind: str = "point") -> list[tuple[str, Told]]:
    return [
        (kind, {"text": point["da"], "note": point.get("note") or "", "sources": keys(point["src"])})
        for point in told or []
    ]


def learned(case: Case, *, hard: bool) -> list[tuple[str, Told]]:
    return points([point for point in case["learned"] if point["da"].startswith(HARD) == hard])


def advice(case: Case) -> list[tuple[str, Told]]:
    return [point for kind in ("do", "dont", "other") for point in points(case["advice"][kind], kind)]


def results(case: Case) -> list[tuple[str, Told]]:
    told = []
    for result in case["results"] or []:
        caveat = result["caveat"] or ""
        parts = {"period": "", "whose": ""} | CAVEATS.get(caveat, {"caveat": caveat})
        fixed = {"figure": result["figure"] or "", "text": result["da"], "sources": keys(result["src"])}
        told.append(("result", {"caveat": ""} | parts | fixed))
    return told
