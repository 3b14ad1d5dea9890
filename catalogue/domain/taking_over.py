"""The central desk takes over what waits at a municipality's coordinator, and says why."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import User
from catalogue.domain.approval import municipality_of, told_of
from catalogue.models.approval import CoordinatorApproval
from catalogue.rules import may_see_way, may_take_over
from notifications.domain.outbox import queue_mail


class ReasonIsMissing(ValueError):
    """A step is taken over with a reason, or not at all."""


class NothingToTakeOver(Exception):
    """The text does not wait at a coordinator, or no longer."""


class MayNotTakeOver(Exception):
    """Only the desk takes a step over, and never for a text of the editor's own."""


@transaction.atomic
def take_over_step(*, by: User, page: Page, reason: str) -> TaskState:
    """Leave out the coordinator's approval of `page`, which then waits at the desk as if she had given it.

    The coordinators and the writer are told by mail, with the reason. Raises MayNotTakeOver, ReasonIsMissing, and
    NothingToTakeOver, also for the second of two clicks.
    """
    state, step = _waiting_step(page)
    if not may_take_over(by, page, state.requested_by_id):
        raise MayNotTakeOver
    if not reason.strip():
        raise ReasonIsMissing
    concerned = _concerned(state, step, by=by)
    step.status = TaskState.STATUS_SKIPPED
    step.finished_at, step.finished_by, step.comment = timezone.now(), by, reason.strip()
    step.save()
    record(
        by=by,
        action=AuditAction.STEP_SKIPPED,
        about=page.get_latest_revision_as_object().title,
        municipality=municipality_of(page),
        reason=step.comment,
    )
    _tell(concerned, step, by=by)
    state.update(user=by)
    return step


def _waiting_step(page: Page) -> tuple[WorkflowState, TaskState]:
    """The coordinator's step that `page` waits at, under the lock that makes a second click wait for the first."""
    waiting = TaskState.objects.select_for_update(of=("self",)).filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__in=CoordinatorApproval.objects.all(),
        workflow_state__object_id=str(page.pk),
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    step = waiting.first()
    if step is None:
        raise NothingToTakeOver
    return step.workflow_state, step


def _concerned(state: WorkflowState, step: TaskState, *, by: User) -> list[User]:
    """The coordinators who might have taken the step, and whoever wrote the text or sent it in."""
    page = state.content_object
    writers = [user for user in (page.owner, state.requested_by) if user and may_see_way(user, page)]
    people = {user.pk: user for user in (*step.task.specific.approvers(state), *writers)}
    return [user for pk, user in people.items() if pk != by.pk]


def _tell(users: list[User], step: TaskState, *, by: User) -> None:
    page = step.workflow_state.content_object.specific
    for user in users:
        queue_mail(
            to=user.email,
            template="catalogue/step_taken_over",
            context=told_of(page) | {"name": user.get_short_name(), "editor": by, "comment": step.comment},
            key=f"task-state:{step.pk}:taken-over:{user.pk}",
            about=f"catalogue.{page._meta.model_name}:{page.pk}",
        )
