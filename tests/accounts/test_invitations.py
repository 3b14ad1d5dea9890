"""Invitations as the domain sees them: who may, one link at a time, and one answer for known and unknown."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.domain import invitations
from accounts.domain.invitations import Invitee, accept, find, invite, send_again, settle, settle_at_sign_in, withdraw
from accounts.domain.people import suspend
from accounts.enums import AuditAction, DeskRole, InvitationState, Role
from accounts.models import AuditEntry, Invitation, Membership, User
from accounts.rules import belongs_to, coordinates, is_editor, is_follow_group
from notifications.models import OutboxMessage
from tests.factories.accounts import InvitationFactory, UserFactory

pytestmark = pytest.mark.django_db
ANNA = Invitee("Anna Holm", "anna@kommune.example", Role.CONTRIBUTOR)


@pytest.fixture
def invited(coordinator, haderslev):
    return invite(by=coordinator, municipality=haderslev, invitee=ANNA)


def token_in_mail(number=-1):
    mails = OutboxMessage.objects.order_by("created_at")
    return re.search(r"/invitation/([\w-]+)/", list(mails)[number].text)[1]


def let_time_pass(invitation, **passed):
    times = {
        "sent_at": timezone.now() - timedelta(**passed),
        "expires_at": invitation.expires_at - timedelta(**passed),
    }
    Invitation.objects.filter(pk=invitation.pk).update(**times)


def test_the_link_in_the_mail_is_the_invitation_and_its_secret_is_not_kept(invited):
    token = token_in_mail()
    assert find(token) == invited
    assert token not in str(Invitation.objects.values().get())


def test_accepting_makes_the_account_and_gives_the_role(invited, haderslev):
    user = accept(invitation=invited, name="Anna Holm", password="tre-gode-ord")
    assert belongs_to(user, haderslev)
    assert user.check_password("tre-gode-ord")
    assert user.emailaddress_set.get().verified


def test_it_works_once(invited):
    accept(invitation=invited, name="Anna", password="tre-gode-ord")
    with pytest.raises(invitations.InvitationIsSpent):
        accept(invitation=invited, name="Anna", password="tre-gode-ord")


def test_after_seven_days_it_has_expired(invited):
    let_time_pass(invited, days=7)
    with pytest.raises(invitations.InvitationHasExpired):
        accept(invitation=invited, name="Anna", password="tre-gode-ord")
    assert not User.objects.filter(email=ANNA.email).exists()


def test_sent_again_the_old_link_is_dead_and_the_new_holds_for_seven_days(invited, coordinator):
    let_time_pass(invited, days=8)
    old = token_in_mail()
    again = send_again(by=coordinator, invitation=invited)
    assert find(old) is None
    assert find(token_in_mail()) == invited
    assert again.state == InvitationState.PENDING


def test_pressed_twice_it_is_sent_once(invited, coordinator):
    send_again(by=coordinator, invitation=invited)
    assert OutboxMessage.objects.count() == 1


def test_invited_twice_it_is_sent_once(invited, coordinator, haderslev):
    assert invite(by=coordinator, municipality=haderslev, invitee=ANNA) == invited
    assert OutboxMessage.objects.count() == 1


def test_an_expired_one_is_renewed_when_somebody_invites_once_more(invited, coordinator, haderslev):
    let_time_pass(invited, days=8)
    renewed = invite(by=coordinator, municipality=haderslev, invitee=ANNA)
    assert (renewed.pk, renewed.state) == (invited.pk, InvitationState.PENDING)


def test_withdrawn_it_lets_nobody_in(invited, coordinator):
    withdraw(by=coordinator, invitation=invited)
    with pytest.raises(invitations.InvitationIsSpent):
        accept(invitation=invited, name="Anna", password="tre-gode-ord")


@pytest.mark.parametrize("address", [ANNA.email, ANNA.email.upper()])
def test_two_people_with_one_address_are_refused(invited, coordinator, haderslev, address):
    with pytest.raises(invitations.AlreadyInvited):
        invite(by=coordinator, municipality=haderslev, invitee=Invitee("Bo Friis", address, Role.CONTRIBUTOR))


@pytest.mark.parametrize("closed", [False, True])
def test_a_colleagues_address_is_refused(coordinator, contributor, haderslev, closed):
    if closed:
        suspend(by=None, user=contributor)
    with pytest.raises(invitations.AlreadyThere):
        invite(by=coordinator, municipality=haderslev, invitee=Invitee("Ny", contributor.email, Role.CONTRIBUTOR))


def test_the_database_too_holds_one_open_invitation_for_each_address(invited, haderslev):
    with pytest.raises(IntegrityError):
        InvitationFactory(municipality=haderslev, email=ANNA.email.upper())


WHO_MAY = [
    ("coordinator", True, Role.COORDINATOR, True),
    ("contributor", True, Role.CONTRIBUTOR, False),
    ("stranger", True, Role.CONTRIBUTOR, False),
    ("editor", True, Role.COORDINATOR, True),
    ("administrator", True, Role.CONTRIBUTOR, True),
    ("follow_group_reader", True, Role.CONTRIBUTOR, False),
    ("coordinator", True, DeskRole.EDITOR, False),
    ("coordinator", False, DeskRole.FOLLOW_GROUP, False),
    ("editor", False, DeskRole.FOLLOW_GROUP, True),
    ("editor", False, DeskRole.EDITOR, False),
    ("administrator", False, DeskRole.EDITOR, True),
    ("administrator", False, Role.CONTRIBUTOR, False),
]


@pytest.mark.parametrize(("persona", "to_haderslev", "role", "may"), WHO_MAY)
def test_who_may_invite_whom(request, haderslev, persona, to_haderslev, role, may):
    by = request.getfixturevalue(persona)
    municipality = haderslev if to_haderslev else None
    invitee = Invitee("Ny", "ny@kommune.example", role)
    if may:
        assert invite(by=by, municipality=municipality, invitee=invitee).role == role
    else:
        with pytest.raises(invitations.MayNotInvite):
            invite(by=by, municipality=municipality, invitee=invitee)


def test_a_desk_invitation_makes_an_editor(administrator):
    invitation = invite(by=administrator, municipality=None, invitee=Invitee("Eva", "eva@kl.example", DeskRole.EDITOR))
    assert is_editor(accept(invitation=invitation, name="Eva", password="tre-gode-ord"))


@pytest.fixture
def known(stranger, coordinator, haderslev):
    """Somebody of Køge who has been invited to Haderslev."""
    return invite(by=coordinator, municipality=haderslev, invitee=Invitee("Kaj", stranger.email, Role.CONTRIBUTOR))


def test_who_has_an_account_has_the_role_at_once_and_is_told_without_a_secret(known, stranger, haderslev):
    assert belongs_to(stranger, haderslev)
    mail = OutboxMessage.objects.get()
    assert mail.recipient == stranger.email
    assert "/invitation/" not in mail.text + mail.html


def test_who_has_an_account_is_shown_as_invited_until_they_sign_in(known, stranger, haderslev):
    shown = Membership.objects.filter(municipality=haderslev).shown()
    assert known.state == InvitationState.PENDING
    assert not shown.filter(user=stranger).exists()
    settle_at_sign_in(by=stranger)
    known.refresh_from_db()
    assert known.state == InvitationState.ACCEPTED
    assert shown.filter(user=stranger).exists()


def test_withdrawing_takes_the_role_back_from_who_had_it_already(known, stranger, coordinator, haderslev):
    withdraw(by=coordinator, invitation=known)
    assert not belongs_to(User.objects.get(pk=stranger.pk), haderslev)


def test_the_log_a_coordinator_reads_does_not_tell_who_had_an_account(known, invited, coordinator):
    seen = AuditEntry.objects.visible_to(coordinator).filter(by=coordinator)
    assert set(seen.values_list("action", flat=True)) == {AuditAction.INVITED}


def test_inviting_somebody_hidden_once_more_is_answered_as_for_anybody(known, stranger, coordinator, haderslev):
    again = Invitee("Kaj", stranger.email, Role.CONTRIBUTOR)
    assert invite(by=coordinator, municipality=haderslev, invitee=again) == known
    with pytest.raises(invitations.AlreadyInvited):
        invite(by=coordinator, municipality=haderslev, invitee=Invitee("Bo", stranger.email, Role.CONTRIBUTOR))


def test_a_suspended_persons_new_role_opens_no_door(contributor, haderslev, koege, editor):
    suspend(by=None, user=contributor)
    invite(by=editor, municipality=koege, invitee=Invitee("Kaj", contributor.email, Role.COORDINATOR))
    assert not User.objects.entitled().filter(pk=contributor.pk).exists()


def test_an_account_that_comes_later_gets_every_pending_invitation_to_its_address(invited, koege, editor):
    invite(by=editor, municipality=koege, invitee=Invitee("Anna", ANNA.email, Role.COORDINATOR))
    user = accept(invitation=invited, name="Anna", password="tre-gode-ord")
    assert coordinates(user, koege)
    assert not Invitation.objects.open().exists()


def test_settling_leaves_an_expired_invitation_alone(haderslev):
    expired = InvitationFactory(municipality=haderslev, expired=True)
    user = UserFactory(email=expired.email)
    assert settle(by=user) == []
    assert not belongs_to(user, haderslev)


def test_a_desk_role_is_hidden_taken_back_and_shown_the_same_way(stranger, editor):
    invitee = Invitee("Kaj", stranger.email, DeskRole.FOLLOW_GROUP)
    invitation = invite(by=editor, municipality=None, invitee=invitee)
    assert is_follow_group(stranger)
    assert not User.objects.at_desk().filter(pk=stranger.pk).exists()
    withdraw(by=editor, invitation=invitation)
    assert not is_follow_group(User.objects.get(pk=stranger.pk))


def asked(token):
    before = OutboxMessage.objects.count()
    invitations.ask_again(token=token)
    return [mail.recipient for mail in OutboxMessage.objects.order_by("created_at")][before:]


def test_who_asks_for_a_new_one_is_told_of_to_the_inviter_once_a_day(invited, coordinator):
    let_time_pass(invited, days=8)
    assert asked(token_in_mail()) == [coordinator.email]
    assert asked(token_in_mail(0)) == []


def test_when_the_inviter_has_left_the_coordinators_hear_of_it_else_the_editors(invited, coordinator, editor, request):
    let_time_pass(invited, days=8)
    token = token_in_mail()
    suspend(by=None, user=coordinator)
    assert asked(token) == [editor.email]
    other = request.getfixturevalue("other_coordinator")
    assert asked(token) == [other.email]


@pytest.mark.parametrize("state", ["pending", "accepted", "unknown"])
def test_nobody_hears_of_a_wish_for_what_needs_no_renewal(invited, state):
    token = token_in_mail() if state != "unknown" else "x" * 43
    if state == "accepted":
        accept(invitation=invited, name="Anna", password="tre-gode-ord")
    assert asked(token) == []
