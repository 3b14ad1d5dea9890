"""What a coordinator or the desk does about those who write for a municipality."""

from django.db import transaction

from accounts.domain.memberships import join_municipality, leave_municipality
from accounts.domain.people import restore, suspend
from accounts.enums import DeskRole, Role
from accounts.models import Membership, Municipality, User
from accounts.rules import may_manage_people


class NotTheirs(Exception):
    """Somebody tried to manage a person they may not: in another municipality, or themselves."""


@transaction.atomic
def change_role(*, by: User, membership: Membership, role: Role) -> Membership:
    ensure_may_manage(by, membership)
    return join_municipality(by=by, user=membership.user, municipality=membership.municipality, role=role)


@transaction.atomic
def close_access(*, by: User, membership: Membership, reason: str = "") -> bool:
    """End what the person may do for the municipality, at once. What they wrote stays.

    Who has nothing else on the site gets the account closed, and True is the answer. Who has another municipality or
    a role at the desk keeps the account, and only the membership ends.
    """
    ensure_may_manage(by, membership)
    if belongs_elsewhere(membership.user, membership.municipality):
        leave_municipality(by=by, user=membership.user, municipality=membership.municipality)
        return False
    suspend(by=by, user=membership.user, reason=reason)
    return True


@transaction.atomic
def open_access(*, by: User, membership: Membership) -> None:
    """Let somebody back in whose account was closed. Raises NotTheirs for an account that others have a say in."""
    ensure_may_manage(by, membership)
    if belongs_elsewhere(membership.user, membership.municipality):
        raise NotTheirs
    if not membership.user.is_active:
        restore(by=by, user=membership.user)


def ensure_may_manage(by: User, membership: Membership) -> None:
    if by.pk == membership.user_id or not may_manage_people(by, membership.municipality):
        raise NotTheirs


def belongs_elsewhere(user: User, municipality: Municipality) -> bool:
    if user.is_superuser or user.groups.filter(name__in=DeskRole.values).exists():
        return True
    return user.memberships.exclude(municipality=municipality).exists()
