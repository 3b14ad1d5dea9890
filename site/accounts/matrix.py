"""Who may do what: the table that the site promises, one row for each kind of thing and one cell for each role.

A cell is written in letters. R read, C create, U change, D delete or withdraw, P publish or approve, X export,
M manage people. `o` own municipality, `m` rooms one is a member of, `l` rooms one leads, `s` own record, `e` assigned
event. Words say what letters cannot. A cell that is not there: the thing does not exist for that role (404, and signed
out a redirect to the sign-in page where there is one). Roles add up; municipality and room never merge.

Nothing is decided here: `rules.py` and `querysets.py` of each app decide. The administrators read this table under
/admin/, and tests/conventions/ holds every address of the site against it.
"""

import re
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.enums import DeskRole, Role

type Words = str | Promise

COLUMNS: dict[str, Words] = {
    "anonymous": _("signed out"),
    "attendee": _("attendee with a link"),
    "contributor": Role.CONTRIBUTOR.label,
    "coordinator": Role.COORDINATOR.label,
    "participant": _("room participant"),
    "leader": _("room leader"),
    "organiser": _("event organiser"),
    "checkin": _("check-in helper"),
    "follow": DeskRole.FOLLOW_GROUP.label,
    "editor": DeskRole.EDITOR.label,
    "admin": _("administrator"),
}
VERBS: dict[str, Words] = {
    "R": pgettext_lazy("may", "read"),
    "C": pgettext_lazy("may", "create"),
    "U": pgettext_lazy("may", "change"),
    "D": pgettext_lazy("may", "delete"),
    "P": pgettext_lazy("may", "publish"),
    "X": pgettext_lazy("may", "export"),
    "M": pgettext_lazy("may", "manage people"),
}
SCOPES: dict[str, Words] = {
    "o": _("own municipality"),
    "m": _("rooms one is a member of"),
    "l": _("rooms one leads"),
    "s": _("one's own record"),
    "e": _("assigned event"),
}
# The words that cells use, as they stand there.
PHRASES: dict[str, Words] = {
    "all": _("everything"),
    "all but changing the log": _("everything but changing the log"),
    "event pages": _("event pages"),
    "if open": _("if open"),
    "if published": _("if published"),
    "invite and disable": _("invite people and disable accounts"),
    "log": _("the audit log"),
    "no bodies": _("without the mails' text"),
    "nobody": _("nobody"),
    "not one's own text": _("not one's own text"),
    "on the day": _("on the day"),
    "own": pgettext_lazy("what one made", "one's own"),
    "own invitations": _("one's own invitations"),
    "own place": _("one's own place"),
    "project": pgettext_lazy("level", "the project's"),
    "public": pgettext_lazy("level", "what is public"),
    "published": pgettext_lazy("text", "what is published"),
    "submit": _("send in for approval"),
    "undo for 5 minutes": _("undo for 5 minutes"),
    "users": _("users"),
    "with a reason": _("with a reason"),
}


class Grant(NamedTuple):
    """One part of a cell: what, of which things, with the words that limit it."""

    verbs: str
    scope: str
    phrase: str


class Row(NamedTuple):
    number: int
    name: Words
    cells: dict[str, str]


def row(number: int, name: Words, *, everybody: str = "", **cells: str) -> Row:
    return Row(number, name, dict.fromkeys(COLUMNS, everybody) | cells if everybody else cells)


ROWS = (
    row(1, _("Published page, feed, sitemap"), everybody="R"),
    row(
        2,
        _("Draft, earlier version, comparison, preview"),
        contributor="R o",
        coordinator="R o",
        editor="R",
        admin="R",
    ),
    row(
        3,
        _("Page: create, change, move, copy"),
        contributor="C U o",
        coordinator="C U D o",
        organiser="C U event pages",
        editor="C U D",
        admin="C U D",
    ),
    row(
        4,
        _("Publish, approve"),
        contributor="submit o",
        coordinator="P o, not one's own text",
        organiser="P e",
        editor="P",
        admin="P",
    ),
    row(5, _("Public pictures and files"), everybody="R"),
    row(
        6,
        _("Unpublished pictures, originals"),
        contributor="R C U o",
        coordinator="R C U D o",
        editor="R U D",
        admin="R U D",
    ),
    row(7, _("Photo consent"), contributor="C R o", coordinator="C R U o", editor="R U", admin="R U"),
    row(
        8,
        _("Project diary"),
        anonymous="R published",
        attendee="R published",
        contributor="C U own o",
        coordinator="C U D P o",
        editor="P U D",
        admin="all",
    ),
    row(
        9,
        _("That a closed room's session exists, its members"),
        participant="R m",
        leader="R M l",
        admin="R with a reason",
    ),
    row(
        10,
        _("Room: posts, answers, wishes, votes"),
        participant="R C, U D own, m",
        leader="R C U D l",
        admin="with a reason",
    ),
    row(11, _("Room files"), participant="R m", leader="R C D l", admin="with a reason"),
    row(12, _("Answer to an invitation, attendance"), participant="own", leader="R U l"),
    row(
        13,
        _("Wrap-up points: of the room, of the project, public"),
        everybody="public",
        participant="R m, project",
        leader="R C U P l, project",
        follow="project, public",
        editor="public, P public",
    ),
    row(14, _("Survey answer"), everybody="C", anonymous="C if open", checkin=""),
    row(15, _("Survey: define, invite"), leader="C U l", organiser="C U e", editor="C U P", admin="all"),
    row(16, _("Survey: single answers"), admin="nobody"),
    row(
        17,
        _("Survey results, at least 5 answers in a cell"),
        anonymous="if published",
        attendee="if published",
        contributor="R o",
        coordinator="R X o",
        participant="R m",
        leader="R X l",
        organiser="R X e",
        follow="R X",
        editor="R X",
        admin="R X",
    ),
    row(
        18,
        _("Own registration"),
        anonymous="C",
        **dict.fromkeys(("attendee", "contributor", "coordinator", "participant", "leader"), "R U D s"),
        organiser="R U D X e",
        admin="R",
    ),
    row(
        19,
        _("Group registration"),
        anonymous="C",
        attendee="R U D s",
        contributor="R U D s",
        coordinator="R U D o",
        organiser="all e",
        admin="R",
    ),
    row(
        20,
        _("Attendee list: name and organisation"),
        coordinator="R o",
        organiser="R U X e",
        checkin="R e, on the day",
        admin="R",
    ),
    row(
        21,
        _("Diet and access needs"),
        **dict.fromkeys(("attendee", "contributor", "coordinator", "participant", "leader"), "s"),
        organiser="R X e",
    ),
    row(
        22,
        _("Seats, waiting list, sessions, exceptions"),
        attendee="own place",
        organiser="R U P e",
        admin="R",
    ),
    row(23, _("Check-in"), organiser="C U e", checkin="C e, undo for 5 minutes", admin="R"),
    row(24, _("Outgoing mail and its log"), leader="own invitations", organiser="R C e", admin="R, no bodies"),
    row(25, _("Success criteria, status"), leader="R", organiser="R", follow="R", editor="R", admin="R"),
    row(
        26,
        _("Users, roles, audit log"),
        coordinator="invite and disable o, R log o",
        editor="R users",
        admin="all but changing the log",
    ),
)
BY_NUMBER = {each.number: each for each in ROWS}
LONGEST_FIRST = sorted(PHRASES, key=len, reverse=True)
TOKEN = re.compile(
    rf"(?P<phrase>{'|'.join(map(re.escape, LONGEST_FIRST))})\b|(?P<verb>[A-Z])\b|(?P<scope>[a-z])\b|\S+"
)


def tokens(part: str) -> list[tuple[str, str]]:
    """The letters and phrases of a part of a cell, each with its kind: verb, scope or phrase.

    Raises KeyError for what is none of them.
    """
    found = [(match.lastgroup or "unknown", match.group()) for match in TOKEN.finditer(part)]
    known = {"verb": VERBS, "scope": SCOPES, "phrase": PHRASES}
    for kind, text in found:
        known[kind][text]
    return found


def grants(cell: str) -> list[Grant]:
    """What a cell gives, part by part. `all` is every verb."""
    found = []
    for part in cell.split(", "):
        named = tokens(part)
        verbs = "".join(text for kind, text in named if kind == "verb")
        scope = "".join(text for kind, text in named if kind == "scope")
        phrase = " ".join(text for kind, text in named if kind == "phrase")
        found.append(Grant("".join(VERBS) if phrase.startswith("all") else verbs, scope, phrase))
    return found
