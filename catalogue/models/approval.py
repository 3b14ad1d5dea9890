"""The way to publication: a coordinator of the municipality approves, then the central desk.

One workflow serves every municipality. Who may act is worked out from where the page stands in the tree, so nothing
has to be set up when a municipality is opened or a coordinator replaced.
"""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Page, Task, TaskState, WorkflowState

from accounts.enums import DeskRole, Role
from accounts.models import User
from accounts.rules import works_at_desk
from catalogue.rules import (
    is_diary_entry,
    may_approve_as_coordinator,
    may_approve_at_desk,
    may_publish_in_diary,
    municipality_paths,
)

ACTIONS = [
    ("approve", _("Approve"), False),
    ("reject", _("Ask for changes"), True),
]


class CommentIsMissing(PermissionDenied):
    """A text is sent back with a word on what to change, or not at all."""


class SendBackForm(TaskStateCommentForm):
    comment = forms.CharField(
        label=_("What should be changed?"),
        help_text=_("Whoever wrote it gets your words by mail."),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write what should be changed. A line is enough.")},
    )


class ApprovalTask(Task):
    """What the two steps share: who may act is asked again when somebody acts, and a needless step is skipped."""

    in_municipality = False

    class Meta:
        abstract = True

    def may_approve(self, user: User, workflow_state: WorkflowState) -> bool:
        raise NotImplementedError

    def approvers(self, workflow_state: WorkflowState) -> QuerySet[User]:
        """Everybody who may take this step, for telling them."""
        raise NotImplementedError

    def is_needed(self, workflow_state: WorkflowState) -> bool:
        return True

    def start(self, workflow_state, user=None):
        if self.is_needed(workflow_state):
            return super().start(workflow_state, user=user)
        return TaskState.objects.create(
            workflow_state=workflow_state,
            revision=workflow_state.content_object.get_latest_revision(),
            task=self,
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
        )

    @transaction.atomic
    def on_action(self, task_state, user, action_name, comment="", **kwargs):
        """Wagtail asks about the page named in the address, and acts on the step named there: they may be strangers.

        So we ask again about the step's own page. Whoever may not act on that one is refused. The lock makes a second
        click find the step taken. Of what the form sends along, only the comment is taken.
        """
        step = TaskState.objects.select_for_update(of=("self",)).get(pk=task_state.pk)
        if not self.may_approve(user, step.workflow_state):
            raise PermissionDenied
        if action_name == "reject" and not str(comment).strip():
            raise CommentIsMissing
        return super().on_action(step, user, action_name, comment=str(comment))

    def get_form_for_action(self, action):
        return SendBackForm if action == "reject" else super().get_form_for_action(action)

    def get_actions(self, obj, user):
        state = obj.current_workflow_state
        return list(ACTIONS) if state and self.may_approve(user, state) else []

    def user_can_access_editor(self, obj, user):
        state = obj.current_workflow_state
        return bool(state) and self.may_approve(user, state)

    def locked_for_user(self, obj, user):
        """While a text waits, those who judge it may still mend it; the desk may always."""
        return not (works_at_desk(user) or self.user_can_access_editor(obj, user))

    def states_in_progress(self) -> QuerySet[TaskState]:
        return TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)


class CoordinatorApproval(ApprovalTask):
    in_municipality = True

    class Meta:
        verbose_name = _("coordinator's approval")
        verbose_name_plural = _("coordinators' approvals")

    @classmethod
    def get_description(cls):
        return _("A coordinator of the page's municipality approves, though never what is her own.")

    def may_approve(self, user, workflow_state):
        return may_approve_as_coordinator(user, workflow_state.content_object, workflow_state.requested_by_id)

    def approvers(self, workflow_state):
        page = workflow_state.content_object
        above = [page.path[: Page.steplen * depth] for depth in range(1, page.depth + 1)]
        coordinators = User.objects.entitled().filter(
            memberships__role=Role.COORDINATOR,
            memberships__municipality__closed_at=None,
            memberships__municipality__page__path__in=above,
        )
        return coordinators.exclude(pk__in=[pk for pk in (page.owner_id, workflow_state.requested_by_id) if pk])

    def is_needed(self, workflow_state):
        """Skipped when the municipality has nobody but the writer to ask: the desk reads it then. And for an entry
        that a coordinator sends to the diary, which is hers to publish."""
        if may_publish_in_diary(workflow_state.requested_by, workflow_state.content_object):
            return False
        return self.approvers(workflow_state).exists()

    def get_task_states_user_can_moderate(self, user, **kwargs):
        within = Q(pk__in=[])
        for path, role in municipality_paths(user).items():
            if role == Role.COORDINATOR:
                within |= Q(path__startswith=path)
        pages = Page.objects.filter(within).exclude(owner=user).annotate(key=Cast("pk", CharField())).values("key")
        waiting = self.states_in_progress().filter(workflow_state__object_id__in=pages)
        return waiting.exclude(workflow_state__requested_by=user)


class DeskApproval(ApprovalTask):
    class Meta:
        verbose_name = _("the desk's approval")
        verbose_name_plural = _("the desk's approvals")

    @classmethod
    def get_description(cls):
        return _("An editor of the central desk approves, and the page is published.")

    def may_approve(self, user, workflow_state):
        return may_approve_at_desk(user)

    def approvers(self, workflow_state):
        return User.objects.entitled().filter(groups__name=DeskRole.EDITOR)

    def is_needed(self, workflow_state):
        """A diary entry is the municipality's own: its coordinator's yes is enough."""
        if not is_diary_entry(workflow_state.content_object):
            return True
        if may_publish_in_diary(workflow_state.requested_by, workflow_state.content_object):
            return False
        said_yes = TaskState.objects.filter(workflow_state=workflow_state, status=TaskState.STATUS_APPROVED)
        return not said_yes.exists()

    def get_task_states_user_can_moderate(self, user, **kwargs):
        return self.states_in_progress() if may_approve_at_desk(user) else TaskState.objects.none()
