"""Whoever works on a text may keep it to herself meanwhile, and nobody's absence holds it for ever."""

import pytest
from django.urls import reverse

from catalogue.models import DiaryEntryPage, DiaryPage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haderslev_page, contributor):
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False)
    story.save_revision(user=contributor)
    return story


@pytest.fixture
def asks(client, request):
    """A function by which a persona asks to `lock` or `unlock` a page; the answer's status."""

    def ask(persona, name, page):
        client.force_login(request.getfixturevalue(persona))
        status = client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk])).status_code
        page.refresh_from_db()
        return status

    return ask


@pytest.mark.parametrize("persona", ["contributor", "coordinator", "editor"])
def test_who_may_change_a_text_locks_it_and_opens_it_again(asks, draft, persona):
    asks(persona, "lock", draft)
    assert draft.locked
    asks(persona, "unlock", draft)
    assert not draft.locked


@pytest.mark.parametrize("persona", ["stranger", "follow_group_reader", "organiser"])
def test_nobody_else_locks_or_opens_it(asks, draft, persona):
    assert asks(persona, "lock", draft) in (302, 404)
    assert not draft.locked
    asks("contributor", "lock", draft)
    asks(persona, "unlock", draft)
    assert draft.locked


def test_what_is_locked_a_colleague_reads_and_does_not_change(asks, client, draft, coordinator):
    asks("contributor", "lock", draft)
    client.force_login(coordinator)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    assert "Bidragyder i Haderslev" in response.text
    assert "låst" in response.text
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), {"title": "Overtaget", "slug": "overtaget"})
    assert draft.get_latest_revision_as_object().title != "Overtaget"


@pytest.mark.parametrize("persona", ["coordinator", "editor"])
def test_coordinator_and_desk_open_what_somebody_has_locked(asks, draft, persona):
    asks("contributor", "lock", draft)
    asks(persona, "unlock", draft)
    assert not draft.locked


def test_a_contributor_opens_no_lock_of_the_coordinators(asks, draft):
    asks("coordinator", "lock", draft)
    asks("contributor", "unlock", draft)
    assert draft.locked


def test_who_sends_a_text_in_lets_go_of_it(asks, draft, contributor, coordinator):
    asks("contributor", "lock", draft)
    draft.get_workflow().start(draft, contributor)
    draft.refresh_from_db()
    assert (draft.locked, draft.locked_by) == (False, None)


@pytest.mark.parametrize("persona", ["contributor", "coordinator"])
def test_what_waits_is_held_by_the_approval(asks, draft, contributor, coordinator, persona):
    draft.get_workflow().start(draft, contributor)
    asks(persona, "lock", draft)
    assert not draft.locked


def test_a_colleagues_diary_is_not_a_contributors_to_lock(asks, haderslev_page, coordinator):
    entry = DiaryEntryPage(title="I dag", slug="i-dag", body="<p>Godt.</p>", owner=coordinator, live=False)
    DiaryPage.objects.child_of(haderslev_page).get().add_child(instance=entry)
    asks("contributor", "lock", entry)
    assert not entry.locked
