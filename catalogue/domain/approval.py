"""The one workflow that leads a municipality's pages to publication, and who is told as they move along it."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from accounts.models import User
from catalogue.models import CoordinatorApproval, DeskApproval, MunicipalityIndexPage, MunicipalityPage
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
    for user in task_state.task.specific.approvers(state):
        queue_mail(
            to=user.email,
            template="catalogue/approval_wanted",
            context=_told(page) | {"name": user.get_short_name(), "sender": state.requested_by},
            key=f"task-state:{task_state.pk}:wanted:{user.pk}",
            about=f"catalogue.{page._meta.model_name}:{page.pk}",
        )


def tell_sender(state: WorkflowState, *, by: User | None, outcome: str) -> None:
    """A mail to whoever sent the text in, but not about what they did themselves. `outcome`: published or returned."""
    user, page, step = state.requested_by, state.content_object.specific, state.current_task_state
    if user is None or not user.is_active or (by and by.pk == user.pk):
        return
    queue_mail(
        to=user.email,
        template=f"catalogue/text_{outcome}",
        context=_told(page) | {"name": user.get_short_name(), "judge": by, "comment": step.comment if step else ""},
        key=f"workflow-state:{state.pk}:{outcome}:{step.pk if step else ''}",
        about=f"catalogue.{page._meta.model_name}:{page.pk}",
    )


def _told(page: Page) -> dict:
    draft = page.get_latest_revision_as_object()
    municipality = MunicipalityPage.objects.ancestor_of(page, inclusive=True).select_related("municipality").get()
    return {
        "title": draft.title,
        "place": municipality.municipality.name,
        "edit_url": absolute(reverse("wagtailadmin_pages:edit", args=[page.pk])),
        "page_url": absolute(page.get_url() or "/"),
        "reason": _("You get this mail because you write or approve texts on the site."),
    }
