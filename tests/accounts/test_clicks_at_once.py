"""Clicks on an invitation that really come at the same moment, each on a connection of its own."""

import pytest

from accounts.domain.invitations import InvitationRefused, Invitee, accept, invite
from accounts.enums import Role
from accounts.models import Invitation, Membership, User
from notifications.models import OutboxMessage
from tests.factories.accounts import InvitationFactory
from tests.home.test_clicks_at_once import CLICKS, at_once

pytestmark = [pytest.mark.database, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_many_clicks_on_one_invitation_make_one_account(haderslev):
    invitation = InvitationFactory(municipality=haderslev)

    def click(_number):
        try:
            return accept(invitation=invitation, name="Anna", password="tre-gode-ord").pk
        except InvitationRefused:
            return None

    outcomes = at_once(click)
    assert outcomes.count(None) == CLICKS - 1
    assert User.objects.count() == Membership.objects.count() == 1


def test_many_who_invite_the_same_address_send_one_mail(coordinator, haderslev):
    def click(number):
        try:
            by = User.objects.get(pk=coordinator.pk)
            invitee = Invitee(f"Anna {number % 2}", "anna@kommune.example", Role.CONTRIBUTOR)
            return invite(by=by, municipality=haderslev, invitee=invitee).pk
        except InvitationRefused:
            return None

    assert len(set(at_once(click)) - {None}) == 1
    assert Invitation.objects.count() == OutboxMessage.objects.count() == 1
