"""/admin/users/ and /admin/account/: our people have one name, come by invitation, and change in the log."""

import pytest
from django.urls import reverse

from accounts.enums import AuditAction, DeskRole
from accounts.models import AuditEntry
from accounts.rules import forget_roles, is_editor
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"


@pytest.fixture
def person():
    return UserFactory(name="Anna")


@pytest.fixture
def as_administrator(client, administrator):
    client.force_login(administrator)
    return client


def change(client, person, **answers):
    told = {"name": person.name, "is_active": "on"} | answers
    response = client.post(reverse("wagtailusers_users:edit", args=[person.pk]), told)
    assert response.status_code == 302, response.context["form"].errors
    person.refresh_from_db()
    forget_roles(person)
    return person


def test_an_administrator_mends_a_name(as_administrator, person):
    assert change(as_administrator, person, name="Anne").name == "Anne"
    assert not AuditEntry.objects.exists()


def test_a_role_given_and_taken_there_stands_in_the_log(as_administrator, administrator, person):
    assert is_editor(change(as_administrator, person, desk=[DeskRole.EDITOR]))
    assert not is_editor(change(as_administrator, person, desk=[]))
    log = AuditEntry.objects.order_by("pk").values_list("action", "by", "about")
    actions = (AuditAction.ROLE_GIVEN, AuditAction.ROLE_TAKEN)
    assert list(log) == [(action, administrator.pk, person.pk) for action in actions]


def test_who_is_disabled_there_is_signed_out(as_administrator, person):
    assert not change(as_administrator, person, is_active="").is_active
    assert AuditEntry.objects.get().action == AuditAction.PERSON_SUSPENDED


def test_an_administrator_is_made_in_the_log(as_administrator, person):
    assert change(as_administrator, person, is_superuser="on").is_superuser
    assert AuditEntry.objects.get().action == AuditAction.ROLE_GIVEN


def test_nobody_takes_away_their_own_rights(as_administrator, administrator):
    assert change(as_administrator, administrator, is_active="", is_superuser="").is_superuser
    assert administrator.is_active


@pytest.mark.parametrize("path", ["add/", "delete/{}/"])
def test_nobody_is_added_or_deleted_there(as_administrator, person, path):
    assert as_administrator.get(f"/admin/users/{path.format(person.pk)}").status_code == 404


@pytest.mark.parametrize("action", ["delete", "assign_role", "set_active_state"])
def test_nothing_is_done_to_many_at_once(as_administrator, person, action):
    address = f"/admin/bulk/accounts/user/{action}/?id={person.pk}"
    assert as_administrator.get(address).status_code == 404
    assert as_administrator.post(address).status_code == 404


def test_ones_own_settings_are_name_mails_and_looks(client, contributor, haderslev_page):
    client.force_login(contributor)
    page = client.get(ACCOUNT).text
    assert "Dit navn" in page
    for missing in ("Fornavn", "Efternavn", "Profilbillede", "Godkendte"):
        assert missing not in page


def test_ones_own_settings_are_saved(client, contributor, haderslev_page):
    client.force_login(contributor)
    looks = {"theme-theme": "dark", "theme-contrast": "system", "theme-density": "default"}
    response = client.post(ACCOUNT, {"name_email-name": "Berit"} | looks)
    contributor.refresh_from_db()
    assert (response.status_code, contributor.name) == (302, "Berit")
    assert contributor.wagtail_userprofile.theme == "dark"
    assert not contributor.wagtail_userprofile.updated_comments_notifications
