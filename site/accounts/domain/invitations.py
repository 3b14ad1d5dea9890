"""Invitations: the only way to an account. Sent, sent again, withdrawn, accepted.

Whoever invites gets one answer and the invited one mail, whether the address has an account or not. Who has one gets
the role at once and is told so; to the inviter the invitation looks as any other until that person signs in.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import mails
from accounts.domain.audit import record
from accounts.domain.memberships import appoint, dismiss, join_municipality, leave_municipality
from accounts.domain.people import add_person
from accounts.enums import AuditAction, DeskRole, InvitationState, Role
from accounts.models import Invitation, Membership, Municipality, User
from accounts.rules import may_invite

HOLDS = timedelta(days=7)
PRESSED_TWICE = timedelta(minutes=1)


class InvitationRefused(Exception):
    """It cannot be done. `reason` says why, to whoever tried."""

    reason = _("You may not invite to this role.")


class MayNotInvite(InvitationRefused):
    pass


class AlreadyThere(InvitationRefused):
    reason = _("A colleague has this address already. Two people cannot share one: each signs in with their own.")


class AlreadyInvited(InvitationRefused):
    reason = _("The address is invited already, with another name or role. Withdraw that invitation first.")


class InvitationIsSpent(InvitationRefused):
    reason = _("The invitation has been accepted or withdrawn.")


class InvitationHasExpired(InvitationRefused):
    reason = _("The invitation has expired.")


class HasAccount(InvitationRefused):
    reason = _("There is an account with this address already.")


@dataclass(frozen=True)
class Invitee:
    name: str
    email: str
    role: str


@transaction.atomic
def invite(*, by: User, municipality: Municipality | None, invitee: Invitee) -> Invitation:
    """Invite somebody to `municipality`, or to the desk where that is None.

    Asked for twice, it is sent once. An invitation that has expired is sent anew. Raises MayNotInvite, AlreadyThere
    for a colleague's address, AlreadyInvited when another name or role is invited with this one.
    """
    if not may_invite(by, municipality, invitee.role):
        raise MayNotInvite
    address = invitee.email.strip().lower()
    if _is_there(address, municipality, invitee.role):
        raise AlreadyThere
    earlier = Invitation.objects.open().for_address(address).filter(municipality=municipality).first()
    if earlier and earlier.state == InvitationState.PENDING:
        if (earlier.name, earlier.role) != (invitee.name, invitee.role):
            raise AlreadyInvited
        return earlier
    invitation = earlier or Invitation(municipality=municipality, email=address, sendings=0)
    _take_back(invitation, by=by)
    invitation.name, invitation.role = invitee.name, invitee.role
    return _send(invitation, by=by)


@transaction.atomic
def send_again(*, by: User, invitation: Invitation) -> Invitation:
    """Send a new link, with seven new days. The old one is dead. Pressed twice within a minute, it is sent once."""
    invitation = _lock_open(invitation)
    if not may_invite(by, invitation.municipality, invitation.role):
        raise MayNotInvite
    if timezone.now() - invitation.sent_at < PRESSED_TWICE:
        return invitation
    return _send(invitation, by=by)


@transaction.atomic
def withdraw(*, by: User, invitation: Invitation) -> Invitation:
    """The link is dead, and who had an account has the role no longer."""
    invitation = _lock_open(invitation)
    if not may_invite(by, invitation.municipality, invitation.role):
        raise MayNotInvite
    _take_back(invitation, by=by)
    invitation.withdrawn_at = timezone.now()
    invitation.save()
    _note(AuditAction.INVITATION_WITHDRAWN, invitation, by=by)
    return invitation


@transaction.atomic
def accept(*, invitation: Invitation, name: str, password: str | None = None) -> User:
    """Make the account and give the role. Without a password the person signs in by passkey or by a code.

    Raises HasAccount where there is one already: it is kept as it is, and `accept_with_account` gives it the role.
    """
    invitation = _lock_pending(invitation)
    if account_of(invitation):
        raise HasAccount
    user = add_person(by=None, email=invitation.email, name=name, password=password)
    settle(by=user)
    return user


@transaction.atomic
def accept_with_account(*, invitation: Invitation) -> User:
    """Give the role to the account that has the address. Whoever follows the link is not signed in by that."""
    invitation = _lock_pending(invitation)
    user = account_of(invitation)
    if user is None:
        raise InvitationIsSpent
    settle(by=user)
    return user


@transaction.atomic
def settle(*, by: User) -> list[Invitation]:
    """Give `by`, whose address is confirmed, the roles of every pending invitation to it. They count as accepted."""
    pending = list(Invitation.objects.select_for_update().pending().for_address(by.email))
    for invitation in pending:
        _give(invitation, by=by, user=by, told=True)
        _mark_accepted(invitation, user=by)
    return pending


@transaction.atomic
def settle_at_sign_in(*, by: User) -> None:
    """Who had an account when invited has now signed in, so the invitation counts as accepted and may be seen."""
    for invitation in Invitation.objects.select_for_update().open().filter(person=by):
        _mark_accepted(invitation, user=by)


@transaction.atomic
def ask_again(*, token: str) -> None:
    """Tell who can send a new one that this one is wanted. Says nothing of what became of it."""
    invitation = find(token)
    if invitation is None or invitation.state not in (InvitationState.EXPIRED, InvitationState.WITHDRAWN):
        return
    for recipient in _who_can_send(invitation):
        mails.tell_asked_again(invitation, to=recipient, day=f"{timezone.localdate():%Y%m%d}")


def find(token: str) -> Invitation | None:
    """The invitation that this secret belongs to, in whatever state."""
    return Invitation.objects.select_related("municipality").filter(token_hash=hashed(token)).first()


def hashed(token: str) -> str:
    """What is kept of a secret. It is long and random, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def account_of(invitation: Invitation) -> User | None:
    return User.objects.filter(email__iexact=invitation.email).first()


def _is_there(address: str, municipality: Municipality | None, role: str) -> bool:
    """Whether the inviter can see a colleague with this address, whose account may be closed."""
    if municipality:
        return Membership.objects.filter(municipality=municipality, user__email__iexact=address).shown().exists()
    unseen = Invitation.objects.open().filter(municipality=None, role=role, person__email__iexact=address)
    return User.objects.filter(email__iexact=address, groups__name=role).exists() and not unseen.exists()


def _send(invitation: Invitation, *, by: User) -> Invitation:
    token, now = secrets.token_urlsafe(32), timezone.now()
    invitation.token_hash = hashed(token)
    invitation.invited_by, invitation.sent_at, invitation.expires_at = by, now, now + HOLDS
    invitation.sendings += 1
    invitation.person = account_of(invitation)
    try:
        with transaction.atomic():
            invitation.save()
    except IntegrityError as error:  # somebody else invited the same address a moment ago
        raise AlreadyInvited from error
    _note(AuditAction.INVITED, invitation, by=by)
    if invitation.person:
        _give(invitation, by=by, user=invitation.person, told=False)
        mails.tell_added(invitation)
    else:
        mails.tell_invited(invitation, token=token)
    return invitation


def _give(invitation: Invitation, *, by: User, user: User, told: bool) -> None:
    if invitation.municipality:
        role = Role(invitation.role)
        join_municipality(by=by, user=user, municipality=invitation.municipality, role=role, told=told)
    else:
        appoint(by=by, user=user, role=DeskRole(invitation.role))


def _take_back(invitation: Invitation, *, by: User) -> None:
    """Take the role from who had it before answering. From who has not, there is nothing to take."""
    if invitation.person is None:
        return
    if invitation.municipality:
        leave_municipality(by=by, user=invitation.person, municipality=invitation.municipality, told=False)
    else:
        dismiss(by=by, user=invitation.person, role=DeskRole(invitation.role))


def _mark_accepted(invitation: Invitation, *, user: User) -> None:
    invitation.person, invitation.accepted_at = user, timezone.now()
    invitation.save()
    record(by=user, action=AuditAction.INVITATION_ACCEPTED, about=user, municipality=invitation.municipality)


def _lock_open(invitation: Invitation) -> Invitation:
    locked = Invitation.objects.select_for_update(of=("self",)).select_related("municipality", "person")
    found = locked.open().filter(pk=invitation.pk).first()
    if found is None:
        raise InvitationIsSpent
    return found


def _lock_pending(invitation: Invitation) -> Invitation:
    found = _lock_open(invitation)
    if found.state == InvitationState.EXPIRED:
        raise InvitationHasExpired
    return found


def _note(action: AuditAction, invitation: Invitation, *, by: User) -> None:
    role = str(invitation.get_role_display())
    record(by=by, action=action, about=str(invitation), municipality=invitation.municipality, reason=role)


def _who_can_send(invitation: Invitation) -> list[User]:
    """The inviter, while that is somebody who may; else the municipality's coordinators; else the editors."""
    able = User.objects.entitled()
    inviter = able.filter(pk=invitation.invited_by_id).first()
    if inviter and may_invite(inviter, invitation.municipality, invitation.role):
        return [inviter]
    here = able.filter(memberships__role=Role.COORDINATOR, memberships__municipality=invitation.municipality)
    return list(here if invitation.municipality else []) or list(able.filter(groups__name=DeskRole.EDITOR))
