"""Who may read which mails (MATRIX, row 24), and how one finds them."""

import pytest

from notifications.models import OutboxMessage
from notifications.querysets import about_label
from tests.factories.notifications import OutboxMessageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("persona", ["contributor", "coordinator", "stranger", "editor", "follow_group_reader"])
def test_the_log_is_for_administrators_only(request, persona):
    OutboxMessageFactory()
    assert not OutboxMessage.objects.visible_to(request.getfixturevalue(persona)).exists()


def test_an_administrator_sees_the_log_without_bodies(administrator, django_assert_num_queries):
    OutboxMessageFactory()
    (message,) = OutboxMessage.objects.visible_to(administrator)
    assert message.get_deferred_fields() == {"text", "html"}


def test_a_suspended_administrator_sees_nothing(administrator):
    administrator.is_active = False
    OutboxMessageFactory()
    assert not OutboxMessage.objects.visible_to(administrator).exists()


def test_nobody_signed_in_sees_nothing(client, rf):
    from django.contrib.auth.models import AnonymousUser

    OutboxMessageFactory()
    assert not OutboxMessage.objects.visible_to(AnonymousUser()).exists()


def test_mails_are_found_by_what_they_are_about(haderslev, koege):
    mine = OutboxMessageFactory(about=about_label(haderslev))
    OutboxMessageFactory(about=about_label(koege))
    assert about_label(haderslev) == f"accounts.municipality:{haderslev.pk}"
    assert list(OutboxMessage.objects.about(haderslev)) == [mine]


def test_mails_about_any_of_several_things(haderslev, koege):
    both = [OutboxMessageFactory(about=about_label(place)) for place in (haderslev, koege)]
    OutboxMessageFactory()
    assert set(OutboxMessage.objects.about_any([haderslev, koege])) == set(both)


def test_failed_shows_only_what_never_came_through():
    OutboxMessageFactory()
    failed = OutboxMessageFactory(status="failed")
    assert list(OutboxMessage.objects.failed()) == [failed]
