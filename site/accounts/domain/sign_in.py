"""A municipality's own sign-in: set up by an administrator, and opened to its whole mail domain by a coordinator.

Whoever runs that sign-in can say to be anybody, so it opens what is the municipality's and nothing else.
"""

from dataclasses import dataclass

from django.db import transaction

from accounts.domain.audit import record
from accounts.domain.invitations import InvitationRefused, accept
from accounts.domain.memberships import join_municipality
from accounts.domain.people import add_person
from accounts.enums import AuditAction, Role
from accounts.models import Invitation, Municipality, MunicipalitySignIn, User
from accounts.rules import coordinates, desk_roles, is_administrator, is_trusted_with_much, roles


class MayNotChangeSignIn(Exception):
    pass


class NotLetIn(Exception):
    """The municipality's sign-in says who it is, and that does not open anything here."""


@dataclass(frozen=True)
class Provider:
    """What an administrator tells about a sign-in. Without a `client_secret` the one that is kept stays."""

    issuer: str
    client_id: str
    client_secret: str
    domains: str


@transaction.atomic
def set_up(*, by: User, municipality: Municipality, provider: Provider) -> MunicipalitySignIn:
    """Other domains than before have to be allowed anew. Raises MayNotChangeSignIn."""
    if not is_administrator(by):
        raise MayNotChangeSignIn
    kept = MunicipalitySignIn.objects.filter(municipality=municipality).first()
    sign_in = kept or MunicipalitySignIn(municipality=municipality)
    sign_in.domain_allowed = sign_in.domain_allowed and sign_in.domains == provider.domains
    sign_in.issuer, sign_in.client_id, sign_in.domains = provider.issuer, provider.client_id, provider.domains
    sign_in.client_secret = provider.client_secret or sign_in.client_secret
    sign_in.save()
    record(by=by, action=AuditAction.SIGN_IN_CHANGED, about=provider.issuer, municipality=municipality)
    return sign_in


@transaction.atomic
def take_away(*, by: User, sign_in: MunicipalitySignIn) -> None:
    """Nobody comes in that way any more. Accounts stay. Raises MayNotChangeSignIn."""
    if not is_administrator(by):
        raise MayNotChangeSignIn
    sign_in.delete()
    record(by=by, action=AuditAction.SIGN_IN_CHANGED, about="–", municipality=sign_in.municipality)


@transaction.atomic
def allow_domain(*, by: User, sign_in: MunicipalitySignIn, allowed: bool) -> None:
    """Let colleagues in by their mail domain alone, or no longer. Raises MayNotChangeSignIn."""
    if not coordinates(by, sign_in.municipality):
        raise MayNotChangeSignIn
    sign_in.domain_allowed = allowed and bool(sign_in.domains)
    sign_in.save(update_fields=["domain_allowed", "changed_at"])
    about = sign_in.domains if sign_in.domain_allowed else "–"
    record(by=by, action=AuditAction.SIGN_IN_CHANGED, about=about, municipality=sign_in.municipality)


@transaction.atomic
def person_for(*, sign_in: MunicipalitySignIn, email: str, name: str) -> User:
    """Whom the municipality's sign-in lets in with that confirmed address; the account is made where it may be.

    Raises NotLetIn for an address that belongs elsewhere, for somebody with more than this municipality to look
    after, and for one who is invited elsewhere too: that invitation is answered by its own link.
    """
    user = User.objects.filter(email__iexact=email).first()
    if user:
        return _known(user, sign_in.municipality)
    pending = Invitation.objects.pending().for_address(email)
    if pending.exclude(municipality=sign_in.municipality).exists():
        raise NotLetIn
    invitation = pending.first()
    if invitation:
        return _invited(invitation, name)
    if not sign_in.covers(email):
        raise NotLetIn
    user = add_person(by=None, email=email, name=name)
    join_municipality(by=None, user=user, municipality=sign_in.municipality, role=Role.CONTRIBUTOR)
    return user


def _known(user: User, municipality: Municipality) -> User:
    if is_trusted_with_much(user) or desk_roles(user) or set(roles(user)) != {municipality.pk}:
        raise NotLetIn
    return user


def _invited(invitation: Invitation, name: str) -> User:
    try:
        return accept(invitation=invitation, name=name or invitation.name)
    except InvitationRefused:  # the link was followed at the same moment
        raise NotLetIn from None
