"""Who somebody is. Named questions that every part of the site asks before it lets anybody do anything.

Each asks the database once and remembers the answer on the user for as long as the request holds that user. A
suspended person, and somebody signed out, is nobody: every answer is no. Roles in a closed municipality do not count.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from accounts.enums import DeskRole, Role

# A User or Django's AnonymousUser. Models stand above rules, so they cannot be named here.
type Visitor = Any
type Municipality = Model

ROLES, DESKS = "_roles_in_municipalities", "_desk_roles"
SECOND_FACTORS = ("totp", "webauthn")  # recovery codes come with either, and count for nothing alone


def roles(user: Visitor) -> dict[int, Role]:
    """The user's role in each open municipality, by the municipality's primary key."""
    if not is_known(user):
        return {}
    if not hasattr(user, ROLES):
        pairs = user.memberships.active().values_list("municipality_id", "role")
        setattr(user, ROLES, {municipality: Role(role) for municipality, role in pairs})
    return getattr(user, ROLES)


def desk_roles(user: Visitor) -> frozenset[str]:
    """The roles that belong to no municipality, such as editor."""
    if not is_known(user):
        return frozenset()
    if not hasattr(user, DESKS):
        names = user.groups.filter(name__in=DeskRole.values).values_list("name", flat=True)
        setattr(user, DESKS, frozenset(names))
    return getattr(user, DESKS)


def forget_roles(user: Visitor) -> None:
    """Ask again next time: for whoever has just changed what a user may do."""
    for remembered in (ROLES, DESKS):
        user.__dict__.pop(remembered, None)


def is_known(user: Visitor) -> bool:
    return user.is_authenticated and user.is_active


def is_administrator(user: Visitor) -> bool:
    return is_known(user) and getattr(user, "is_superuser", False)


def is_editor(user: Visitor) -> bool:
    """A member of the central desk. An administrator is not one by that alone: see `works_at_desk`."""
    return DeskRole.EDITOR in desk_roles(user)


def works_at_desk(user: Visitor) -> bool:
    """May do what the central desk does: an editor or an administrator."""
    return is_administrator(user) or is_editor(user)


def is_follow_group(user: Visitor) -> bool:
    return DeskRole.FOLLOW_GROUP in desk_roles(user)


def belongs_to(user: Visitor, municipality: Municipality) -> bool:
    """Contributor or coordinator there. A coordinator may do all a contributor may."""
    return municipality.pk in roles(user)


def coordinates(user: Visitor, municipality: Municipality) -> bool:
    return roles(user).get(municipality.pk) == Role.COORDINATOR


def may_manage_people(user: Visitor, municipality: Municipality) -> bool:
    """Invite to it, change roles there and close accounts: its coordinators and the desk."""
    return coordinates(user, municipality) or works_at_desk(user)


def desk_roles_to_give(user: Visitor) -> tuple[DeskRole, ...]:
    """Which desk roles `user` may invite to. Only an administrator makes editors."""
    if is_administrator(user):
        return tuple(DeskRole)
    return (DeskRole.FOLLOW_GROUP,) if is_editor(user) else ()


def may_invite(user: Visitor, municipality: Municipality | None, role: str) -> bool:
    """To `role` in `municipality`, or at the desk where there is none."""
    if municipality is None:
        return role in desk_roles_to_give(user)
    return role in Role.values and may_manage_people(user, municipality)


def second_factor_for(question: Callable[[Visitor], bool]) -> Callable[[Visitor], bool]:
    """A decorator for an app's own rule: whoever it says yes to needs more than a password to sign in."""
    _trusted_with_much.append(question)
    return question


def is_trusted_with_much(user: Visitor) -> bool:
    return is_known(user) and any(question(user) for question in _trusted_with_much)


def owes_second_factor(user: Visitor) -> bool:
    """Is trusted with so much that a password is too little, and has set up nothing else."""
    if not is_trusted_with_much(user):
        return False
    return not user.authenticator_set.filter(type__in=SECOND_FACTORS).exists()


_trusted_with_much: list[Callable[[Visitor], bool]] = [works_at_desk]


def may_use_admin(user: Visitor) -> bool:
    """May open the editor's rooms under /admin/ at all. What one meets in there is asked again, page by page."""
    return is_known(user) and user.has_perm("wagtailadmin.access_admin")
