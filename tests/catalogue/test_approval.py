"""A text's way to publication: submitted, approved by a coordinator, published by the desk. Nobody skips a step."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from accounts.domain.people import suspend
from accounts.enums import Role
from accounts.models import AuditEntry
from catalogue.models import CoordinatorApproval, DeskApproval, DiaryEntryPage, DiaryPage
from catalogue.models.approval import CommentIsMissing
from tests.factories.catalogue import StoryPageFactory
from tests.personas import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haderslev_page, contributor):
    return written_by(contributor, haderslev_page)


def written_by(user, parent):
    story = StoryPageFactory(parent=parent, owner=user, live=False)
    story.save_revision(user=user)
    return story


def submit(page, user):
    return page.get_workflow().start(page, user)


def act(page, user, action="approve", **more):
    page.refresh_from_db()
    state = page.current_workflow_state.current_task_state
    state.task.specific.on_action(state, user, action, **more)
    page.refresh_from_db()


def waits_with(page):
    state = WorkflowState.objects.filter(object_id=str(page.pk)).latest("pk")
    return type(state.current_task_state.task.specific) if state.is_active else state.status


def test_contributor_then_coordinator_then_desk(draft, contributor, coordinator, editor):
    submit(draft, contributor)
    assert waits_with(draft) is CoordinatorApproval
    act(draft, coordinator)
    assert waits_with(draft) is DeskApproval
    assert not draft.live
    act(draft, editor)
    assert draft.live


def test_a_coordinators_own_text_waits_for_another_coordinator(haderslev_page, coordinator, other_coordinator):
    story = written_by(coordinator, haderslev_page)
    submit(story, coordinator)
    assert waits_with(story) is CoordinatorApproval
    with pytest.raises(PermissionDenied):
        act(story, coordinator)
    act(story, other_coordinator)
    assert waits_with(story) is DeskApproval


def test_a_coordinator_alone_sends_straight_to_the_desk(haderslev_page, coordinator):
    story = written_by(coordinator, haderslev_page)
    submit(story, coordinator)
    assert waits_with(story) is DeskApproval
    assert TaskState.objects.get(task=CoordinatorApproval.objects.get()).status == TaskState.STATUS_SKIPPED


def test_what_a_coordinator_sends_in_for_somebody_else_she_does_not_approve(
    draft, contributor, coordinator, other_coordinator
):
    submit(draft, coordinator)
    with pytest.raises(PermissionDenied):
        act(draft, coordinator)


def test_a_suspended_coordinator_is_not_waited_for(draft, contributor, coordinator):
    suspend(by=None, user=coordinator)
    submit(draft, contributor)
    assert waits_with(draft) is DeskApproval


@pytest.mark.parametrize("persona", ["contributor", "stranger", "editor", "follow_group_reader", "administrator"])
def test_nobody_else_takes_the_coordinators_step(draft, contributor, coordinator, persona, request):
    submit(draft, contributor)
    with pytest.raises(PermissionDenied):
        act(draft, request.getfixturevalue(persona))
    assert waits_with(draft) is CoordinatorApproval


@pytest.mark.parametrize("persona", ["contributor", "coordinator", "stranger", "follow_group_reader"])
def test_nobody_else_takes_the_desks_step(draft, contributor, coordinator, persona, request):
    submit(draft, contributor)
    act(draft, coordinator)
    with pytest.raises(PermissionDenied):
        act(draft, request.getfixturevalue(persona))
    assert not draft.live


@pytest.mark.parametrize("comment", ["", "  "])
def test_nothing_is_sent_back_without_a_word_on_why(draft, contributor, coordinator, comment):
    submit(draft, contributor)
    with pytest.raises(CommentIsMissing):
        act(draft, coordinator, "reject", comment=comment)
    assert waits_with(draft) is CoordinatorApproval


def test_the_form_asks_what_should_be_changed(client, draft, contributor, coordinator):
    submit(draft, contributor)
    step = draft.current_workflow_state.current_task_state
    client.force_login(coordinator)
    address = reverse("wagtailadmin_pages:workflow_action", args=(draft.pk, "reject", step.pk))
    answer = client.post(address, {"comment": " "}, headers={"x-requested-with": "XMLHttpRequest"})
    assert "Skriv, hvad der skal rettes" in answer.json()["html"]
    assert waits_with(draft) is CoordinatorApproval


def test_a_second_click_finds_the_step_taken(draft, contributor, coordinator, editor):
    submit(draft, contributor)
    step = draft.current_workflow_state.current_task_state
    step.task.specific.on_action(TaskState.objects.get(pk=step.pk), coordinator, "approve")
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(step, coordinator, "approve")
    assert waits_with(draft) is DeskApproval


def test_the_form_cannot_stop_a_step_half_way(draft, contributor, coordinator):
    submit(draft, contributor)
    act(draft, coordinator, "approve", update=False)
    assert waits_with(draft) is DeskApproval


def test_the_audit_log_tells_who_decided(draft, contributor, coordinator, editor):
    submit(draft, contributor)
    act(draft, coordinator)
    act(draft, editor, "reject", comment="Hvor mange teams?")
    log = AuditEntry.objects.visible_to(coordinator).filter(action__in=("approved", "sent-back")).order_by("pk")
    assert [(entry.by, entry.action, entry.reason) for entry in log] == [
        (coordinator, "approved", ""),
        (editor, "sent-back", "Hvor mange teams?"),
    ]


def test_a_text_sent_back_and_mended_goes_on_from_where_it_was(draft, contributor, coordinator, editor):
    submit(draft, contributor)
    act(draft, coordinator)
    act(draft, editor, "reject", comment="Hvor mange teams?")
    assert draft.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    draft.current_workflow_state.resume(contributor)
    assert waits_with(draft) is DeskApproval


def test_a_step_cannot_be_taken_by_naming_a_page_of_ones_own(
    client, draft, contributor, coordinator, koege, koege_page
):
    """Wagtail asks about the page in the address and acts on the step in it."""
    submit(draft, contributor)
    step = draft.current_workflow_state.current_task_state
    elsewhere = member(koege, Role.COORDINATOR, "Koordinator i Køge")
    writer = member(koege, Role.CONTRIBUTOR, "Bidragyder i Køge")
    own = written_by(writer, koege_page)
    submit(own, writer)
    client.force_login(elsewhere)
    response = client.post(reverse("wagtailadmin_pages:workflow_action", args=(own.pk, "approve", step.pk)))
    assert response.status_code == 404
    assert waits_with(draft) is CoordinatorApproval


def test_a_diary_entry_is_published_by_the_coordinator(haderslev_page, contributor, coordinator):
    entry = DiaryPage.objects.get().add_child(
        instance=DiaryEntryPage(title="Første dag", body="<p>Vi begyndte.</p>", owner=contributor, live=False)
    )
    entry.save_revision(user=contributor)
    submit(entry, contributor)
    act(entry, coordinator)
    assert entry.live


def entry_by(user, **fields):
    made = DiaryEntryPage(title="Første dag", body="<p>Vi begyndte.</p>", owner=user, live=False, **fields)
    entry = DiaryPage.objects.get().add_child(instance=made)
    entry.save_revision(user=user)
    return entry


def test_a_diary_entry_that_a_coordinator_sends_in_is_published(haderslev_page, coordinator, other_coordinator):
    entry = entry_by(coordinator)
    submit(entry, coordinator)
    entry.refresh_from_db()
    assert entry.live


def test_a_contributors_diary_entry_goes_to_the_desk_where_there_is_no_coordinator(haderslev_page, contributor):
    entry = entry_by(contributor)
    submit(entry, contributor)
    assert waits_with(entry) is DeskApproval


def test_each_sees_the_texts_that_wait_for_them(draft, contributor, coordinator, other_coordinator, stranger, editor):
    submit(draft, contributor)

    def waiting():
        everyone = (coordinator, other_coordinator, contributor, stranger, editor)
        return [TaskState.objects.reviewable_by(user).count() for user in everyone]

    assert waiting() == [1, 1, 0, 0, 0]
    act(draft, coordinator)
    assert waiting() == [0, 0, 0, 0, 1]
