import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from notifications.domain.delivery import enqueue_sending
from notifications.mails import render_mail
from notifications.models import OutboxAttachment, OutboxMessage
from notifications.models.outbox import ADDRESS_LENGTH

MIME_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(; *[\w-]+=[\w.-]+)*", re.ASCII)


class NotAnAddress(ValueError):
    """What was given as the recipient can be no single address: a line break, a comma, too long."""


@dataclass(frozen=True)
class Attachment:
    """A file to go with a mail. `mime_type` may carry parameters: `text/calendar; method=REQUEST`."""

    name: str
    content: bytes
    mime_type: str

    def __post_init__(self):
        if not MIME_TYPE.fullmatch(self.mime_type):
            raise ValueError(f"No type of file: {self.mime_type!r}")


def queue_mail(
    *, to: str, template: str, context: dict, key: str, about: str = "", attachments: Sequence[Attachment] = ()
) -> OutboxMessage:
    """Write a mail into the outbox. It leaves when the caller's transaction is committed, and never otherwise.

    `mails/<template>.txt` and `.html` are rendered now. `key` names the occasion ("registration:17:confirmed"):
    asked again with the same key, it returns the first mail and sends nothing. `about` is
    `<app_label>.<model>:<pk>`, by which `OutboxMessage.objects.about(thing)` finds what became of it.
    Raises NotAnAddress for a recipient that could smuggle in headers or further recipients.
    """
    ensure_one_address(to)
    earlier = OutboxMessage.objects.filter(key=key).first()
    if earlier:
        return earlier
    mail = render_mail(template, context)
    message = OutboxMessage(
        key=key, about=about, recipient=to.strip(), subject=mail.subject, text=mail.text, html=mail.html
    )
    try:
        _store(message, attachments)
    except IntegrityError:
        # Somebody else asked with this key a moment ago and has been committed since.
        return OutboxMessage.objects.get(key=key)
    return message


def keys_of_failed(keys: Iterable[str]) -> set[str]:
    """Which of the mails with these keys never came through and will not be tried again."""
    return set(OutboxMessage.objects.failed().filter(key__in=list(keys)).values_list("key", flat=True))


def ensure_one_address(to: str) -> None:
    address = to.strip()
    if "@" not in address or len(address) > ADDRESS_LENGTH or not address.isprintable() or set(address) & set(",;<> "):
        raise NotAnAddress("The recipient must be one plain address.")


@transaction.atomic
def _store(message: OutboxMessage, attachments: Sequence[Attachment]) -> None:
    message.task_id = enqueue_sending(message)
    message.save(force_insert=True)
    OutboxAttachment.objects.bulk_create(
        OutboxAttachment(message=message, name=each.name, content=each.content, mime_type=each.mime_type)
        for each in attachments
    )
