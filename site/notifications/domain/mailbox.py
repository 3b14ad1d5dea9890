"""Mails that became files in `settings.MAIL_ROOT`, as they do in development and the demo. Reads only."""

import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from functools import cached_property
from pathlib import Path

from django.conf import settings

# Django's file backend writes one file per connection, and a line of dashes after each mail in it. Two connections
# of the same second may even share a file, so a mail is known by its file and its number there.
SEPARATOR = b"\n" + b"-" * 79 + b"\n"
MAIL_ID = re.compile(r"(?P<file>\d{8}-\d{6}-\d+)-(?P<number>\d{1,4})", re.ASCII)


@dataclass(frozen=True)
class StoredAttachment:
    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True)
class StoredMail:
    id: str
    raw: bytes

    @cached_property
    def message(self) -> EmailMessage:
        return BytesParser(policy=policy.default).parsebytes(self.raw)

    @property
    def subject(self) -> str:
        return str(self.message["Subject"] or "")

    @property
    def sent_at(self):
        return self.message["Date"].datetime if self.message["Date"] else None

    @property
    def to(self) -> str:
        return str(self.message["To"] or "")

    @property
    def text(self) -> str:
        return self._body("plain")

    @property
    def html(self) -> str:
        return self._body("html")

    @cached_property
    def attachments(self) -> list[StoredAttachment]:
        return [_attachment(part) for part in self.message.iter_attachments()]

    def _body(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return part.get_content() if part else ""


def stored_mails() -> list[StoredMail]:
    """Every mail in the folder, the newest first. A mail is parsed when something is asked of it."""
    files = [(path.stat().st_mtime_ns, path) for path in Path(settings.MAIL_ROOT).glob("*.log")]
    return [mail for _, path in sorted(files, reverse=True) for mail in reversed(_mails_in(path))]


def find_mail(mail_id: str) -> StoredMail | None:
    """The mail with that id, or None. Only a plain file name of the backend's own kind is ever opened."""
    found = MAIL_ID.fullmatch(mail_id)
    if not found:
        return None
    path = Path(settings.MAIL_ROOT) / f"{found['file']}.log"
    mails = _mails_in(path) if path.is_file() else []
    return next((mail for mail in mails if mail.id == mail_id), None)


def _mails_in(path: Path) -> list[StoredMail]:
    parts = path.read_bytes().split(SEPARATOR)
    return [StoredMail(f"{path.stem}-{number}", raw) for number, raw in enumerate(parts) if raw.strip()]


def _attachment(part: Message) -> StoredAttachment:
    content = part.get_payload(decode=True)
    return StoredAttachment(
        part.get_filename() or "", part.get_content_type(), content if isinstance(content, bytes) else b""
    )
