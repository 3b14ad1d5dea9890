"""The named questions, as a table of personas and answers."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts import rules
from accounts.domain.memberships import join_municipality
from accounts.domain.municipalities import reopen_municipality
from accounts.enums import Role
from accounts.models import User

pytestmark = pytest.mark.django_db

QUESTIONS = {
    "is_editor": rules.is_editor,
    "is_administrator": rules.is_administrator,
    "works_at_desk": rules.works_at_desk,
    "is_follow_group": rules.is_follow_group,
}
YES = {
    "contributor": {"belongs_to"},
    "coordinator": {"belongs_to", "coordinates"},
    "stranger": set(),
    "editor": {"is_editor", "works_at_desk"},
    "administrator": {"is_administrator", "works_at_desk"},
    "follow_group_reader": {"is_follow_group"},
    "suspended": set(),
    "member_of_closed": set(),
}


@pytest.fixture
def ask(haderslev):
    return QUESTIONS | {
        "belongs_to": lambda user: rules.belongs_to(user, haderslev),
        "coordinates": lambda user: rules.coordinates(user, haderslev),
    }


@pytest.mark.parametrize("persona", YES)
def test_each_persona_gets_the_answers_of_the_table(persona, ask, request):
    user = User.objects.get(pk=request.getfixturevalue(persona).pk)
    assert {name for name, question in ask.items() if question(user)} == YES[persona]


def test_somebody_signed_out_is_nobody(ask):
    assert not any(question(AnonymousUser()) for question in ask.values())


def test_a_suspended_administrator_is_nobody(administrator, ask):
    administrator.is_active = False
    assert not any(question(administrator) for question in ask.values())


def test_both_questions_about_a_municipality_cost_one_query(coordinator, haderslev, koege, django_assert_num_queries):
    user = User.objects.get(pk=coordinator.pk)
    with django_assert_num_queries(1):
        assert rules.belongs_to(user, haderslev)
        assert rules.coordinates(user, haderslev)
        assert not rules.belongs_to(user, koege)


def test_the_questions_about_the_desk_cost_one_query(editor, django_assert_num_queries):
    user = User.objects.get(pk=editor.pk)
    with django_assert_num_queries(1):
        assert rules.is_editor(user)
        assert not rules.is_follow_group(user)


def test_somebody_in_two_municipalities_keeps_the_open_one(contributor, member_of_closed, haderslev, koege):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.COORDINATOR)
    assert rules.coordinates(contributor, koege)
    assert not rules.belongs_to(contributor, haderslev)
    assert User.objects.entitled().filter(pk=contributor.pk).count() == 1


def test_reopening_gives_members_back_their_groups(member_of_closed, haderslev):
    assert not member_of_closed.groups.exists()
    reopen_municipality(by=None, municipality=haderslev)
    assert [group.name for group in member_of_closed.groups.all()] == ["0510 contributor"]
    assert User.objects.entitled().filter(pk=member_of_closed.pk).exists()
