"""Somebody leaves: what waited for them goes on, and their name beside the texts can be taken away."""

import pytest
from wagtail.models import Revision

from accounts.domain.memberships import join_municipality, leave_municipality
from accounts.domain.municipalities import close_municipality
from accounts.domain.people import suspend
from accounts.enums import AuditAction, Role
from accounts.models import AuditEntry, User
from catalogue.domain.contacts import NotTheirs, contacts_in, remove_contact
from catalogue.models import CoordinatorApproval, DeskApproval, StoryPage
from notifications.models import OutboxMessage
from tests.catalogue.test_approval import submit, waits_with, written_by
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db
ANNA = {
    "contact_name": "Anna Holm",
    "contact_role": "Leder",
    "contact_email": "anna@kommune.example",
    "contact_agreed": True,
}


@pytest.fixture
def waiting(haderslev_page, contributor, coordinator):
    draft = written_by(contributor, haderslev_page)
    submit(draft, contributor)
    return draft


def told():
    return set(OutboxMessage.objects.filter(key__contains=":wanted:").values_list("recipient", flat=True))


@pytest.mark.parametrize("way_out", ["suspended", "left", "contributor", "closed"])
def test_what_waited_for_the_only_coordinator_goes_to_the_desk(waiting, coordinator, haderslev, editor, way_out):
    if way_out == "suspended":
        suspend(by=None, user=coordinator)
    elif way_out == "left":
        leave_municipality(by=None, user=coordinator, municipality=haderslev)
    elif way_out == "contributor":
        join_municipality(by=None, user=coordinator, municipality=haderslev, role=Role.CONTRIBUTOR)
    else:
        close_municipality(by=None, municipality=haderslev)
    assert waits_with(waiting) is DeskApproval
    assert editor.email in told()
    assert AuditEntry.objects.filter(action=AuditAction.STEP_SKIPPED, municipality=haderslev).count() == 1


def test_with_a_colleague_left_it_waits_for_her(waiting, coordinator, other_coordinator):
    suspend(by=None, user=coordinator)
    assert waits_with(waiting) is CoordinatorApproval


def test_a_new_coordinator_hears_of_what_waits_once(waiting, coordinator, contributor, haderslev, stranger):
    join_municipality(by=None, user=stranger, municipality=haderslev, role=Role.COORDINATOR)
    assert told() == {coordinator.email, stranger.email}
    suspend(by=None, user=coordinator)
    assert OutboxMessage.objects.filter(recipient=stranger.email, key__contains=":wanted:").count() == 1


def test_another_municipalitys_texts_wait_where_they_did(waiting, stranger, koege_page):
    suspend(by=None, user=stranger)
    assert waits_with(waiting) is CoordinatorApproval


def test_the_texts_of_who_has_left_stay(waiting, contributor):
    suspend(by=None, user=contributor)
    assert StoryPage.objects.get(pk=waiting.pk).owner == contributor


@pytest.fixture
def story(haderslev_page, contributor):
    """A published story with Anna as its contact, in two versions."""
    page = StoryPageFactory(parent=haderslev_page, owner=contributor, **ANNA)
    page.save_revision(user=contributor)
    page.save_revision(user=contributor).publish()
    return StoryPage.objects.get(pk=page.pk)


def test_a_contact_is_taken_away_from_the_page_and_from_every_version(client, story, coordinator, haderslev):
    assert "Anna Holm" in client.get(story.url).content.decode()
    assert remove_contact(by=coordinator, municipality=haderslev, page_id=story.pk)
    assert "Anna Holm" not in client.get(story.url).content.decode()
    assert not [version for version in Revision.objects.all() if "Anna Holm" in str(version.content)]


def test_the_text_is_otherwise_as_it_was(story, coordinator, haderslev):
    remove_contact(by=coordinator, municipality=haderslev, page_id=story.pk)
    after = StoryPage.objects.get(pk=story.pk)
    assert (after.has_unpublished_changes, after.last_published_at) == (False, story.last_published_at)
    assert after.get_latest_revision_as_object().title == story.title


def test_who_took_over_in_the_draft_stays(story, coordinator, contributor, haderslev):
    story.contact_name, story.contact_email = "Bo Friis", "bo@kommune.example"
    story.save_revision(user=contributor)
    remove_contact(by=coordinator, municipality=haderslev, page_id=story.pk)
    assert [place.name for place in contacts_in(haderslev)] == ["Bo Friis"]
    assert StoryPage.objects.get(pk=story.pk).contact_name == ""


def test_those_whose_account_is_closed_stand_first(story, coordinator, contributor, haderslev, haderslev_page):
    User.objects.filter(pk=contributor.pk).update(email=ANNA["contact_email"])
    StoryPageFactory(parent=haderslev_page, title="Aa", **ANNA | {"contact_email": "bo@kommune.example"})
    suspend(by=None, user=User.objects.get(pk=contributor.pk))
    assert [(place.email, place.has_left) for place in contacts_in(haderslev)] == [
        ("anna@kommune.example", True),
        ("bo@kommune.example", False),
    ]


@pytest.mark.parametrize("persona", ["contributor", "stranger", "follow_group_reader"])
def test_nobody_else_takes_a_contact_away(request, client, site, story, haderslev, persona):
    user = request.getfixturevalue(persona)
    with pytest.raises(NotTheirs):
        remove_contact(by=user, municipality=haderslev, page_id=story.pk)
    client.force_login(user)
    assert client.post(f"/min-kommune/haderslev/kontakter/{story.pk}/fjern/").status_code == 404
    assert StoryPage.objects.get(pk=story.pk).contact_name == "Anna Holm"


def test_a_page_of_another_municipality_is_not_reached_through_ones_own(story, koege, editor):
    with pytest.raises(NotTheirs):
        remove_contact(by=editor, municipality=koege, page_id=story.pk)


def test_the_page_lists_and_takes_away(client, story, coordinator):
    client.force_login(coordinator)
    assert "Anna Holm" in client.get("/min-kommune/haderslev/kontakter/").content.decode()
    for _click in range(2):
        answer = client.post(f"/min-kommune/haderslev/kontakter/{story.pk}/fjern/", follow=True).content.decode()
    assert "Anna Holm" not in answer
    assert AuditEntry.objects.filter(action=AuditAction.CONTACT_REMOVED).count() == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_whatever_the_number(
    client, site, haderslev_page, coordinator, rows, django_assert_num_queries
):
    for _number in range(rows):
        StoryPageFactory(parent=haderslev_page, **ANNA)
    client.force_login(coordinator)
    client.get("/min-kommune/haderslev/kontakter/")
    with django_assert_num_queries(7):
        client.get("/min-kommune/haderslev/kontakter/")
