from django.contrib.auth.models import Group
from django.db import transaction

from accounts.domain.audit import record
from accounts.domain.sessions import end_sessions
from accounts.enums import AuditAction, DeskRole, Role
from accounts.models import Membership, Municipality, User
from accounts.rules import forget_roles
from accounts.signals import people_changed


def municipality_group(municipality: Municipality, role: Role) -> Group:
    """The Django group that carries `role` in `municipality`: Wagtail's page permissions hang on groups."""
    return Group.objects.get_or_create(name=f"{municipality.code} {role.value}")[0]


def desk_group(role: DeskRole) -> Group:
    return Group.objects.get_or_create(name=role.value)[0]


@transaction.atomic
def join_municipality(
    *, by: User | None, user: User, municipality: Municipality, role: Role, told: bool = True
) -> Membership:
    """Give `user` that role in `municipality`, replacing an earlier role there. Run twice, it changes nothing.

    Who had another role there is signed out everywhere, so that no open session keeps what the old one gave.
    Where the municipality is not to be `told` yet, only administrators read of it in the audit log.
    """
    before = Membership.objects.filter(user=user, municipality=municipality).values_list("role", flat=True).first()
    membership, _ = Membership.objects.update_or_create(user=user, municipality=municipality, defaults={"role": role})
    user.groups.remove(*(municipality_group(municipality, other) for other in Role if other != role))
    if municipality.closed_at is None:
        user.groups.add(municipality_group(municipality, role))
    forget_roles(user)
    if before and before != role:
        end_sessions(user=user)
    if before != role:
        _note(AuditAction.ROLE_GIVEN, user, municipality, role, by=by, told=told)
        people_changed.send(sender=Municipality, municipality=municipality)
    return membership


@transaction.atomic
def leave_municipality(*, by: User | None, user: User, municipality: Municipality, told: bool = True) -> None:
    """End the membership and all it gave. What the person wrote stays. `told`: see `join_municipality`."""
    before = Membership.objects.filter(user=user, municipality=municipality).first()
    if before:
        before.delete()
    user.groups.remove(*(municipality_group(municipality, role) for role in Role))
    forget_roles(user)
    if before:
        end_sessions(user=user)
        _note(AuditAction.ROLE_TAKEN, user, municipality, Role(before.role), by=by, told=told)
        people_changed.send(sender=Municipality, municipality=municipality)


@transaction.atomic
def appoint(*, by: User | None, user: User, role: DeskRole) -> None:
    """Give `user` a role that belongs to no municipality, such as editor."""
    group = desk_group(role)
    if group in user.groups.all():
        return
    user.groups.add(group)
    forget_roles(user)
    end_sessions(user=user)
    record(by=by, action=AuditAction.ROLE_GIVEN, about=user, reason=str(role.label))


@transaction.atomic
def dismiss(*, by: User | None, user: User, role: DeskRole) -> None:
    """Take that role away again. Run twice, it changes nothing."""
    group = desk_group(role)
    if group not in user.groups.all():
        return
    user.groups.remove(group)
    forget_roles(user)
    end_sessions(user=user)
    record(by=by, action=AuditAction.ROLE_TAKEN, about=user, reason=str(role.label))


def _note(
    action: AuditAction, user: User, municipality: Municipality, role: Role, *, by: User | None, told: bool
) -> None:
    if told:
        record(by=by, action=action, about=user, municipality=municipality, reason=str(role.label))
    else:
        record(by=by, action=action, about=user, reason=f"{role.label}, {municipality}")
