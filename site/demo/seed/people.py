"""The demo accounts. Their names say that they are no real people.

The project lead and the participant have an account and nothing else yet: development rooms, where they belong, are
still to come. What the organiser and the check-in helper may do is given with the conference they work for.
"""

from contextlib import suppress

from accounts.domain.invitations import InvitationRefused, Invitee, invite
from accounts.domain.memberships import appoint, join_municipality
from accounts.domain.people import add_person
from accounts.enums import DeskRole, Role
from accounts.models import Municipality, User

PASSWORD = "udviklingsrum-demo"  # noqa: S105 (the demo's own, shown on its sign-in page)

NAMES = {
    "admin": "Demo-administrator",
    "redaktoer": "Demo-redaktør",
    "koordinator.haderslev": "Demo-koordinator i Haderslev",
    "bidragyder.haderslev": "Demo-bidragyder i Haderslev",
    "bidragyder.koege": "Demo-bidragyder i Køge",
    "projektleder": "Demo-projektleder",
    "deltager.haderslev": "Demo-deltager fra Haderslev",
    "arrangoer": "Demo-arrangør",
    "indgang": "Demo-hjælper ved indgangen",
    "foelgegruppe": "Demo-medlem af følgegruppen",
}
PLACES = {
    "koordinator.haderslev": ("0510", Role.COORDINATOR),
    "bidragyder.haderslev": ("0510", Role.CONTRIBUTOR),
    "bidragyder.koege": ("0259", Role.CONTRIBUTOR),
}
DESKS = {"redaktoer": DeskRole.EDITOR, "foelgegruppe": DeskRole.FOLLOW_GROUP}


def seed_people() -> None:
    """The demo accounts. Run twice, it changes nothing."""
    for address, name in NAMES.items():
        user = add_person(
            by=None, email=f"{address}@demo.example", name=name, password=PASSWORD, is_superuser=address == "admin"
        )
        _give_roles(user, address)


def seed_invitation() -> None:
    """Somebody who is invited and has not answered: the mail with the link lies in the demo's mailbox."""
    invitee = Invitee("Demo-inviteret til Haderslev", "inviteret.haderslev@demo.example", Role.CONTRIBUTOR)
    haderslev = Municipality.objects.get(code="0510")
    with suppress(InvitationRefused):  # accepted since, or invited otherwise: then that stands
        coordinator = User.objects.get(email="koordinator.haderslev@demo.example")
        invite(by=coordinator, municipality=haderslev, invitee=invitee)


def _give_roles(user: User, address: str) -> None:
    if address in PLACES:
        code, role = PLACES[address]
        join_municipality(by=None, user=user, municipality=Municipality.objects.get(code=code), role=role)
    if address in DESKS:
        appoint(by=None, user=user, role=DESKS[address])
