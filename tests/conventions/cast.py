"""Who acts in the proof, and what the site's own matrix (accounts/matrix.py) says each may do with a thing."""

from dataclasses import dataclass

from accounts.matrix import BY_NUMBER, Grant, grants


@dataclass(frozen=True)
class Persona:
    """`roles` are columns of the matrix; besides them everybody may do what somebody signed out may."""

    name: str
    roles: tuple[str, ...] = ()
    home: str = ""
    event: str = ""


@dataclass(frozen=True)
class Thing:
    """What a right is about: whose municipality, which event, who made it, whom it tells about, what kind it is."""

    home: str = ""
    event: str = ""
    owner: str = ""
    holder: str = ""
    kind: str = ""


CAST = {
    persona.name: persona
    for persona in (
        Persona("anonymous"),
        Persona("invited"),
        Persona("attendee", ("attendee",)),
        Persona("contributor", ("contributor",), home="haderslev"),
        Persona("coordinator", ("coordinator",), home="haderslev"),
        Persona("stranger", ("contributor",), home="koege"),
        Persona("foreign_coordinator", ("coordinator",), home="koege"),
        Persona("editor", ("editor",)),
        Persona("follow_group_reader", ("follow",)),
        Persona("organiser", ("organiser",), event="vidensdag"),
        Persona("checkin_helper", ("checkin",), event="vidensdag"),
        Persona("administrator", ("admin",)),
        Persona("suspended"),
        Persona("member_of_closed"),
    )
}
WITHOUT_ACCOUNT = ("anonymous", "attendee", "invited")
AS_ANONYMOUS = ("attendee", "invited", "suspended", "member_of_closed")  # for an address that tells nobody by name

REACHES = {
    "": lambda persona, thing: True,
    "o": lambda persona, thing: bool(thing.home) and thing.home == persona.home,
    "e": lambda persona, thing: bool(thing.event) and thing.event == persona.event,
    "s": lambda persona, thing: thing.holder == persona.name,
}
LIMITS = {
    "own": lambda persona, thing: thing.owner == persona.name,
    "not one's own text": lambda persona, thing: thing.owner != persona.name,
    "event pages": lambda persona, thing: bool(thing.event),
    "published": lambda persona, thing: thing.kind == "public",
    "no bodies": lambda persona, thing: thing.kind != "body",
    "log": lambda persona, thing: thing.kind == "log",
    "users": lambda persona, thing: thing.kind == "user",
    "invite and disable": lambda persona, thing: thing.kind == "user",
}
# Whoever may invite and disable people sees who they are; a scope alone is to read.
MEANT = {"invite and disable": "RCDM", "": "R"}


def may(persona: Persona, number: int, verb: str, thing: Thing) -> bool:
    """Whether the matrix gives the persona `verb` on the thing, in that row."""
    cells = BY_NUMBER[number].cells
    return any(_gives(cells.get(role, ""), persona, verb, thing) for role in ("anonymous", *persona.roles))


def _gives(cell: str, persona: Persona, verb: str, thing: Thing) -> bool:
    parts = grants(cell) if cell else []
    for part in parts:
        if not part.verbs and not part.scope and not _within(part, persona, thing):
            return False  # a limit on the whole cell
    return any(verb in _verbs(part) and _within(part, persona, thing) for part in parts)


def _verbs(part: Grant) -> str:
    return part.verbs or (MEANT.get(part.phrase, "") if part.scope else "")


def _within(part: Grant, persona: Persona, thing: Thing) -> bool:
    return REACHES[part.scope](persona, thing) and LIMITS.get(part.phrase, REACHES[""])(persona, thing)
