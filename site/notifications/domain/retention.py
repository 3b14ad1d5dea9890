import datetime

from django.db import transaction
from django.utils import timezone

from notifications.enums import MailStatus
from notifications.models import OutboxAttachment, OutboxMessage

KEPT = datetime.timedelta(days=90)


@transaction.atomic
def empty_old_mails() -> int:
    """Delete text and attachments of mails that were done with 90 days ago. Returns how many there were.

    The row stays as a log: to whom, what about, when, and whether it came through. Mails hold names, diets and
    secret links, and nobody needs them for longer.
    """
    now = timezone.now()
    old = OutboxMessage.objects.filter(
        status__in=(MailStatus.SENT, MailStatus.FAILED), emptied_at=None, created_at__lt=now - KEPT
    ).exclude(sent_at__gte=now - KEPT)
    OutboxAttachment.objects.filter(message__in=old).delete()
    return old.update(text="", html="", emptied_at=now)
