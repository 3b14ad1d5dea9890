"""The one workflow that leads a municipality's pages to publication, and who is told as they move along it."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import Municipality, User
from catalogue.domain.deadlines import answer_by
from catalogue.models import CoordinatorApproval, DeskApproval, MunicipalityIndexPage, MunicipalityPage, ReaderApproval
from catalogue.rules import may_see_way
from core.links import absolute
from notifications.domain.outbox import queue_mail


@transaction.atomic
def assign_approval(*, by: User | None, index: MunicipalityIndexPage) -> Workflow:
    """Let everything below `index` go by the coordinator and the desk. Run twice, it changes nothing."""
    workflow = approval_workflow()
    WorkflowPage.objects.update_or_create(page=index.page_ptr, defaults={"workflow": workflow})
    return workflow


def approval_workflow() -> Workflow:
    """The workflow with its two steps, made the first time somebody asks. Known by its steps, so it may be renamed."""
    first = CoordinatorApproval.objects.order_by("pk").first()
    if first is None:
        first = CoordinatorApproval.objects.create(name=_("the coordinator's approval"))
    then = DeskApproval.objects.order_by("pk").first()
    if then is None:
        then = DeskApproval.objects.create(name=_("the desk's approval"))
    workflow = Workflow.objects.filter(workflow_tasks__task=first).order_by("pk").first()
    if workflow is None:
        workflow = Workflow.objects.create(name=_("approval"))
        for place, task in enumerate((first, then)):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    return workflow


def tell_who_can_act(task_state: TaskState) -> None:
    """A mail to each who may take the step that has begun."""
    state = task_state.workflow_state
    page = state.content_object.specific
    said_yes = ReaderApproval.objects.filter(link__page=page).order_by("at").values_list("name", flat=True)
    told = told_of(page) | {
        "sender": state.requested_by,
        "readers": ", ".join(dict.fromkeys(said_yes)),
        "answer_by": answer_by(task_state.started_at),
    }
    for user in task_state.task.specific.approvers(state):
        queue_mail(
            to=user.email,
            template="catalogue/approval_wanted",
            context=told | {"name": user.get_short_name()},
            key=f"task-state:{task_state.pk}:wanted:{user.pk}",
            about=f"catalogue.{page._meta.model_name}:{page.pk}",
        )


def let_go(page: Page) -> None:
    """Whoever sends a text in lets go of it: nobody's lock stands between it and those who judge it."""
    Page.objects.filter(pk=page.pk, locked=True).update(locked=False, locked_by=None, locked_at=None)
    page.locked, page.locked_by, page.locked_at = False, None, None


def tell_sender(state: WorkflowState, *, by: User | None, outcome: str) -> None:
    """A mail to whoever sent the text in, but not about what they did themselves. `outcome`: published or returned.

    Whoever has left the municipality since then can do nothing about it, and is not told.
    """
    user, page, step = state.requested_by, state.content_object.specific, state.current_task_state
    if user is None or (by and by.pk == user.pk) or not may_see_way(user, page):
        return
    queue_mail(
        to=user.email,
        template=f"catalogue/text_{outcome}",
        context=told_of(page) | {"name": user.get_short_name(), "judge": by, "comment": step.comment if step else ""},
        key=f"workflow-state:{state.pk}:{outcome}:{step.pk if step else ''}",
        about=f"catalogue.{page._meta.model_name}:{page.pk}",
    )


def write_down(task_state: TaskState, *, by: User | None, action: AuditAction) -> None:
    """The audit log tells who said what to which text, with the comment as the reason."""
    page = task_state.workflow_state.content_object
    record(
        by=by,
        action=action,
        about=page.get_latest_revision_as_object().title,
        municipality=municipality_of(page),
        reason=task_state.comment,
    )


def municipality_of(page: Page) -> Municipality:
    return Municipality.objects.get(page__in=MunicipalityPage.objects.ancestor_of(page, inclusive=True))


def told_of(page: Page) -> dict:
    """What every mail about a text on its way holds."""
    draft = page.get_latest_revision_as_object()
    return {
        "title": draft.title,
        "place": municipality_of(page).name,
        "edit_url": absolute(reverse("wagtailadmin_pages:edit", args=[page.pk])),
        "way_url": absolute(reverse("catalogue:way", args=[page.pk])),
        "page_url": absolute(page.get_url() or "/"),
        "reason": _("You get this mail because you write or approve texts on the site."),
    }
