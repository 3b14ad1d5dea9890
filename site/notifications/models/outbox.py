import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.enums import MailStatus
from notifications.querysets import OutboxQuerySet

ADDRESS_LENGTH = 254  # RFC 5321
SUBJECT_LENGTH = 250


class OutboxMessage(models.Model):
    """One mail to one address, written in the transaction of the change that caused it.

    Rows are made by `notifications.domain.outbox.queue_mail` and moved on by `notifications.domain.delivery` only.
    `task_id` is the one task that may send it: a task that finds another id there has been replaced.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(_("key"), max_length=200, unique=True)
    about = models.CharField(_("about"), max_length=100, blank=True, db_index=True)
    recipient = models.CharField(_("recipient"), max_length=ADDRESS_LENGTH)
    subject = models.CharField(_("subject"), max_length=SUBJECT_LENGTH)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField("HTML", blank=True)
    status = models.CharField(_("status"), max_length=8, choices=MailStatus, default=MailStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    task_id = models.UUIDField(null=True, editable=False)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    sent_at = models.DateTimeField(_("time sent"), null=True, blank=True)
    emptied_at = models.DateTimeField(_("text deleted"), null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(status__in=(MailStatus.WAITING, MailStatus.SENDING)),
                name="outbox_unfinished",
            ),
            models.Index(fields=["-created_at"], name="outbox_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=MailStatus.SENT, sent_at__isnull=False)
                | (~Q(status=MailStatus.SENT) & Q(sent_at=None)),
                name="outbox_sent_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_status_display()})"

    @property
    def message_id(self) -> str:
        """The Message-ID header: the same however often the mail is sent, so that a repeat is recognisable."""
        return f"<outbox.{self.pk}@{urlsplit(settings.BASE_URL).hostname}>"


class OutboxAttachment(models.Model):
    """A file that goes with a mail. `mime_type` may carry parameters: `text/calendar; method=REQUEST`."""

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(_("file name"), max_length=120)
    mime_type = models.CharField(max_length=120)
    content = models.BinaryField()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
