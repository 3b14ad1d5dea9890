"""Wagtail tells by signals how a text moves along its workflow. Here the people concerned are told by our mails,
and the audit log who decided.

The texts, and when they are sent, stand in `catalogue.domain.approval`.
"""

from django.dispatch import receiver
from wagtail.admin import signal_handlers
from wagtail.signals import (
    task_approved,
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from accounts.enums import AuditAction
from catalogue.domain.approval import let_go, tell_sender, tell_who_can_act, write_down
from catalogue.models.approval import ApprovalTask

# Wagtail's own mails go out at once, past the outbox, and in English. It has no setting to do without them; but
# wagtail.admin connects them in its own ready(), which comes after ours.
signal_handlers.register_signal_handlers = lambda: None


@receiver(workflow_submitted, dispatch_uid="catalogue.approval.let_go")
def text_sent_in(sender, instance, **kwargs):
    let_go(instance.content_object)


@receiver(task_submitted, dispatch_uid="catalogue.approval.wanted")
def approval_wanted(sender, instance, **kwargs):
    if isinstance(instance.task.specific, ApprovalTask):
        tell_who_can_act(instance)


@receiver(workflow_approved, dispatch_uid="catalogue.approval.published")
def text_published(sender, instance, user=None, **kwargs):
    tell_sender(instance, by=user, outcome="published")


@receiver(workflow_rejected, dispatch_uid="catalogue.approval.returned")
def text_returned(sender, instance, user=None, **kwargs):
    tell_sender(instance, by=user, outcome="returned")


@receiver(task_approved, dispatch_uid="catalogue.approval.approved")
def step_approved(sender, instance, user=None, **kwargs):
    write_down(instance, by=user, action=AuditAction.APPROVED)


@receiver(task_rejected, dispatch_uid="catalogue.approval.sent_back")
def step_sent_back(sender, instance, user=None, **kwargs):
    write_down(instance, by=user, action=AuditAction.SENT_BACK)
