"""Many invited at once, from lines pasted out of a mail, a spreadsheet or an address book."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.domain.invitations import InvitationRefused, Invitee, invite
from accounts.enums import Role
from accounts.models import Invitation, Municipality, User
from core.validators import refuse_cpr

LINES = 200
NAME_LENGTH = 120
ADDRESS_LENGTH = 254  # RFC 5321
UNSENDABLE = re.compile(r"[\s,;<>\"\\]")  # allowed on paper, but mail servers stumble over it
SEPARATORS = "\t;,"
IN_BRACKETS = re.compile(r"<\s*(?:mailto:)?([^<>]*@[^<>]*)>", re.IGNORECASE)
IN_COMMENT = re.compile(r"\(\s*(?:mailto:)?([^()]*@[^()]*)\)", re.IGNORECASE)
NOT_IN_A_NAME = re.compile(r"[@<>]|://|\bwww\.", re.IGNORECASE)
HEADINGS = {"navn", "name", "mail", "e-mail", "email", "mailadresse", "e-mailadresse", "rolle", "role"}
ROLES = {
    "bidragyder": Role.CONTRIBUTOR,
    "contributor": Role.CONTRIBUTOR,
    "koordinator": Role.COORDINATOR,
    "kommunekoordinator": Role.COORDINATOR,
    "coordinator": Role.COORDINATOR,
}


class BadLine(ValueError):
    """A line nobody can be invited from. Says why, to whoever pasted it."""


@dataclass(frozen=True)
class WrongLine:
    """A line as it was pasted, its number there and what is wrong with it."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True)
class Outcome:
    invited: list[Invitation]
    wrong: list[WrongLine]

    @property
    def to_correct(self) -> str:
        """The wrong lines alone, as they were pasted."""
        return "\n".join(line.text for line in self.wrong)


def invite_many(*, by: User, municipality: Municipality, text: str) -> Outcome:
    """Invite everybody the lines name. A wrong line stops none of the others."""
    outcome = Outcome([], [])
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or is_heading(line):
            continue
        try:
            invitee = _read_once(line, number, seen)
            outcome.invited.append(_invite(by, municipality, invitee))
        except BadLine as error:
            outcome.wrong.append(WrongLine(number, line.strip(), str(error)))
    return outcome


def read_line(line: str) -> Invitee:
    """Name, address and role in any usual order and form. Without a role it is a contributor. Raises BadLine."""
    email, rest = _take_address(line)
    before, after = rest
    name_parts = [part for part in before if _role(part) is None]
    roles = [part for part in [*before, *after] if _role(part) is not None]
    others = [part for part in after if _role(part) is None]
    if not name_parts and others:  # the address stands first
        name_parts = [others.pop(0)]
    if others:
        raise BadLine(_('We do not know the role "%(role)s". Write bidragyder or koordinator.') % {"role": others[0]})
    if len(roles) > 1:
        raise BadLine(_("There are two roles on the line."))
    name = checked_name(" ".join(name_parts))
    role = _role(roles[0]) if roles else None
    return Invitee(name=name, email=checked_address(email), role=role or Role.CONTRIBUTOR)


def is_heading(line: str) -> bool:
    """A first line that only names the columns, as a spreadsheet has it."""
    parts = _split(line)
    return bool(parts) and all(part.casefold() in HEADINGS for part in parts)


def _read_once(line: str, number: int, seen: dict[str, int]) -> Invitee:
    """Two people who are said to share an address: the second is wrong, and told where the first stands."""
    if number > LINES:
        raise BadLine(_("Only %(number)s lines at a time. Paste the rest once more.") % {"number": LINES})
    invitee = read_line(line)
    first = seen.setdefault(invitee.email, number)
    if first != number:
        raise BadLine(
            _("The address stands on line %(line)s too. Two people cannot share one: each signs in with their own.")
            % {"line": first}
        )
    return invitee


@transaction.atomic
def _invite(by: User, municipality: Municipality, invitee: Invitee) -> Invitation:
    try:
        return invite(by=by, municipality=municipality, invitee=invitee)
    except InvitationRefused as error:
        raise BadLine(str(error.reason)) from error


def _take_address(line: str) -> tuple[str, tuple[list[str], list[str]]]:
    """The address, and what stands before and after it."""
    for form in (IN_BRACKETS, IN_COMMENT):
        if len(found := form.findall(line)) == 1:
            before, after = form.split(line)[::2]
            return found[0], (_split(before), _split(after))
    parts = _split(line)
    addresses = [number for number, part in enumerate(parts) if "@" in part]
    if not addresses:
        raise BadLine(_("There is no e-mail address on the line."))
    if len(addresses) > 1:
        raise BadLine(_("There are two addresses on the line. Write one person on each line."))
    place = addresses[0]
    if " " in parts[place]:
        return _take_spaced(parts, place)
    return parts[place], (parts[:place], parts[place + 1 :])


def _take_spaced(parts: list[str], place: int) -> tuple[str, tuple[list[str], list[str]]]:
    """`Anna Jensen anna@kommune.dk koordinator`: only spaces between."""
    words = parts[place].split()
    at = next(number for number, word in enumerate(words) if "@" in word)
    before, after = [" ".join(words[:at])], [" ".join(words[at + 1 :])]
    kept = [part for part in before if part], [part for part in after if part]
    return words[at], ([*parts[:place], *kept[0]], [*kept[1], *parts[place + 1 :]])


def _split(line: str) -> list[str]:
    """The parts of a line, at tabs where there are any, else at semicolons, else at commas."""
    separator = next((each for each in SEPARATORS if each in line), SEPARATORS[0])
    parts = (" ".join(part.split()).strip(" \"',;") for part in line.split(separator))
    return [part for part in parts if part]


def _role(part: str) -> Role | None:
    return ROLES.get(part.casefold().replace("-", "").replace(" ", ""))


def checked_name(name: str) -> str:
    if not name:
        raise BadLine(_("The name is missing."))
    if len(name) > NAME_LENGTH or not name.isprintable() or NOT_IN_A_NAME.search(name):
        raise BadLine(_("We cannot read the name on the line."))
    try:
        refuse_cpr(name)
    except ValidationError as error:
        raise BadLine(error.messages[0]) from error
    return name


def checked_address(address: str) -> str:
    """The address in lower case. Raises BadLine for one that is none, or that no mail can be sent to."""
    address = re.sub(r"^mailto:", "", address.strip(), flags=re.IGNORECASE).strip(" \"'.,;").lower()
    wrong = _("Something is wrong in the address. Write it like name@kommune.dk.")
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadLine(wrong) from error
    if len(address) > ADDRESS_LENGTH or UNSENDABLE.search(address):
        raise BadLine(wrong)
    return address
