"""One's own municipality in the address, and another's person or invitation after it: there is no such thing."""

import pytest
from django.urls import reverse

from accounts.domain.invitations import Invitee, invite
from accounts.enums import Role
from accounts.models import Invitation

pytestmark = pytest.mark.django_db
OF_A_PERSON = ("colleague", "give_role", "close_account", "open_account")
OF_AN_INVITATION = ("invite_again", "withdraw")
SOMETHING = {"role": Role.COORDINATOR, "reason": "Overtaget"}


def is_found(client, name, pk):
    """By GET, or by POST where the address only takes that (and the page of a person only GET)."""
    path = reverse(f"accounts:{name}", args=["haderslev", pk])
    answers = [client.get(path).status_code, client.post(path, SOMETHING).status_code]
    assert 404 in answers
    return not set(answers) <= {404, 405}


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_a_strangers_membership_is_not_found_under_ones_own_address(client, coordinator, stranger, name):
    client.force_login(coordinator)
    membership = stranger.memberships.get()
    assert not is_found(client, name, membership.pk)
    membership.refresh_from_db()
    stranger.refresh_from_db()
    assert (membership.role, stranger.is_active) == (Role.CONTRIBUTOR, True)


@pytest.mark.parametrize("name", OF_AN_INVITATION)
def test_a_strangers_invitation_is_not_found_under_ones_own_address(client, coordinator, editor, koege, name):
    invitee = Invitee(name="Ny", email="ny@demo.example", role=Role.CONTRIBUTOR)
    invitation = invite(by=editor, municipality=koege, invitee=invitee)
    client.force_login(coordinator)
    assert not is_found(client, name, invitation.pk)
    assert Invitation.objects.get(pk=invitation.pk, withdrawn_at=None).sendings == 1
