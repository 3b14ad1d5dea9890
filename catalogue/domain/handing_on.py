"""When somebody leaves: what waited for them goes to a colleague, or to the desk where there is none."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import Municipality, User
from catalogue.domain.approval import tell_who_can_act
from catalogue.models import CoordinatorApproval, MunicipalityPage


@transaction.atomic
def hand_on(*, by: User | None, municipality: Municipality) -> list[TaskState]:
    """See to it that every text that waits for a coordinator has one who can approve it. Returns the steps skipped.

    A coordinator who has not heard of a text yet gets the mail; where nobody is left, the text goes on to the desk.
    Run twice, it changes nothing.
    """
    skipped = []
    for step in _waiting(municipality):
        if step.task.specific.is_needed(step.workflow_state):
            tell_who_can_act(step)
        else:
            _skip(step, by=by, municipality=municipality)
            skipped.append(step)
    return skipped


def _waiting(municipality: Municipality) -> list[TaskState]:
    """The coordinator's steps in progress below the municipality's page."""
    top = MunicipalityPage.objects.filter(municipality=municipality).first()
    if top is None:
        return []
    pages = [str(pk) for pk in Page.objects.descendant_of(top, inclusive=True).values_list("pk", flat=True)]
    steps = TaskState.objects.select_for_update(of=("self",)).filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__in=CoordinatorApproval.objects.all(),
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__object_id__in=pages,
    )
    return list(steps.select_related("task", "workflow_state"))


def _skip(step: TaskState, *, by: User | None, municipality: Municipality) -> None:
    step.status, step.finished_at = TaskState.STATUS_SKIPPED, timezone.now()
    step.comment = _("No coordinator is left who can approve it, so it goes to the editors.")
    step.save()
    page = step.workflow_state.content_object
    record(
        by=by,
        action=AuditAction.STEP_SKIPPED,
        about=page.get_latest_revision_as_object().title,
        municipality=municipality,
        reason=step.comment,
    )
    step.workflow_state.update(user=by)
