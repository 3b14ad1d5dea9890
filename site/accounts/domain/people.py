"""Accounts: made by invitation only, suspended and restored."""

import logging

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.domain.audit import record
from accounts.domain.sessions import end_sessions
from accounts.enums import AuditAction
from accounts.models import Municipality, User
from accounts.rules import forget_roles
from accounts.signals import people_changed

log = logging.getLogger("accounts")


@transaction.atomic
def add_person(*, by: User | None, email: str, name: str, password: str | None = None, **fields) -> User:
    """The person with that address, made if there is none. Run twice, it changes nothing.

    The address counts as confirmed: whoever adds a person has sent the invitation there.
    """
    email = email.strip().lower()
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, password, name=name, **fields)
        log.info("account %s added by %s", user.pk, by and by.pk)
        record(by=by, action=AuditAction.PERSON_ADDED, about=user)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    return user


@transaction.atomic
def suspend(*, by: User | None, user: User, reason: str = "") -> User:
    """Take away the right to sign in. Every open session ends now."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    forget_roles(user)
    end_sessions(user=user)
    log.warning("account %s suspended by %s", user.pk, by and by.pk)
    for municipality in _homes(user):
        record(by=by, action=AuditAction.PERSON_SUSPENDED, about=user, municipality=municipality, reason=reason)
        people_changed.send(sender=User, municipality=municipality)
    return user


@transaction.atomic
def restore(*, by: User | None, user: User) -> User:
    """Let a suspended person sign in again. The roles are as they were."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    forget_roles(user)
    log.warning("account %s restored by %s", user.pk, by and by.pk)
    for municipality in _homes(user):
        record(by=by, action=AuditAction.PERSON_RESTORED, about=user, municipality=municipality)
    return user


@transaction.atomic
def set_administrator(*, by: User | None, user: User, yes: bool) -> User:
    user.is_superuser = yes
    user.save(update_fields=["is_superuser"])
    forget_roles(user)
    end_sessions(user=user)
    log.warning("account %s %s administrator by %s", user.pk, "made" if yes else "no longer", by and by.pk)
    action = AuditAction.ROLE_GIVEN if yes else AuditAction.ROLE_TAKEN
    record(by=by, action=action, about=user, reason=_("Administrator"))
    return user


def _homes(user: User) -> list[Municipality | None]:
    """Whose coordinators may read of what becomes of `user`. Nobody's is one None: administrators read all."""
    there = user.memberships.shown().select_related("municipality")
    return [membership.municipality for membership in there] or [None]
