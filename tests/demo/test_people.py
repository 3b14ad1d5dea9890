import pytest
from allauth.account.models import EmailAddress

from accounts.models import Invitation, Membership, User
from accounts.rules import coordinates, is_administrator, is_editor, is_follow_group
from demo.seed.municipalities import seed_municipalities
from demo.seed.people import NAMES, PASSWORD, seed_invitation, seed_people
from notifications.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    seed_municipalities()
    seed_people()
    return {user.email.partition("@")[0]: user for user in User.objects.all()}


def test_the_ten_accounts_sign_in_with_the_one_password(people, client):
    assert people.keys() == NAMES.keys()
    for user in people.values():
        client.logout()
        assert client.post("/konto/login/", {"login": user.email, "password": PASSWORD}).status_code == 302


def test_each_has_its_role_and_no_more(people):
    haderslev = people["koordinator.haderslev"].memberships.get().municipality
    assert [name for name, user in people.items() if is_administrator(user)] == ["admin"]
    assert [name for name, user in people.items() if is_editor(user)] == ["redaktoer"]
    assert [name for name, user in people.items() if is_follow_group(user)] == ["foelgegruppe"]
    assert [name for name, user in people.items() if coordinates(user, haderslev)] == ["koordinator.haderslev"]
    assert Membership.objects.count() == 3


def test_nobody_is_taken_for_real(people):
    assert all(user.name.startswith("Demo-") for user in people.values())


def test_run_twice_it_changes_nothing(people):
    before = list(User.objects.order_by("pk").values()), EmailAddress.objects.count()
    seed_people()
    assert (list(User.objects.order_by("pk").values()), EmailAddress.objects.count()) == before


def test_one_invitation_waits_and_is_sent_once(people):
    for _time in range(2):
        seed_invitation()
    assert Invitation.objects.get().name.startswith("Demo-")
    assert "/invitation/" in OutboxMessage.objects.get().text
