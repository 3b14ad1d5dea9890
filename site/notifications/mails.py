"""From templates to a mail, and from an outbox row to the message on the wire."""

import re
import textwrap
from dataclasses import dataclass
from email.message import MIMEPart
from email.policy import SMTP

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString

from notifications.models import OutboxAttachment, OutboxMessage
from notifications.models.outbox import SUBJECT_LENGTH

SUBJECT = "Emne:"
LINE_WIDTH = 72

# Mail clients honour little but style attributes. Templates write plain tags; their look stands here, once.
# Colours are those of the site's tokens, in light; the dark ones stand in mails/base.html.
INK, SUBTLE, LINK, LINE = "#122125", "#4f585c", "#0f616f", "#c9cfd1"
STYLES = {
    "h1": f"margin:0 0 16px;font:500 30px/36px Georgia,'Times New Roman',serif;letter-spacing:-0.3px;color:{INK}",
    "h2": f"margin:28px 0 8px;font-size:20px;line-height:26px;font-weight:700;color:{INK}",
    "p": "margin:0 0 16px",
    "ul": "margin:0 0 16px;padding:0 0 0 22px",
    "ol": "margin:0 0 16px;padding:0 0 0 24px",
    "li": "margin:0 0 6px",
    "a": f"color:{LINK};text-decoration:underline",
    "hr": f"margin:24px 0;border:0;border-top:1px solid {LINE}",
    "table": f"width:100%;margin:4px 0 24px;border-collapse:collapse;border-bottom:1px solid {LINE}",
    "th": f"width:1%;padding:8px 24px 8px 0;border-top:1px solid {LINE};text-align:left;vertical-align:top;"
    f"white-space:nowrap;font-weight:400;color:{SUBTLE}",
    "td": f"padding:8px 0;border-top:1px solid {LINE};text-align:left;vertical-align:top;font-weight:600",
    "blockquote": f"margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid {LINE}",
}
UNSTYLED_TAG = re.compile(rf"<({'|'.join(STYLES)})(?=[\s>])(?![^>]*\sstyle=)")


@dataclass(frozen=True)
class RenderedMail:
    subject: str
    text: str
    html: str


def render_mail(template: str, context: dict) -> RenderedMail:
    """Render `mails/<template>.txt` and `.html`. The text's first line, "Emne: ...", is the subject."""
    everything = _shared_context() | context
    first, _, rest = _render_text(f"mails/{template}.txt", everything).lstrip().partition("\n")
    if not first.startswith(SUBJECT):
        raise ValueError(f'mails/{template}.txt must begin with "{SUBJECT} ..."')
    subject = " ".join(first.removeprefix(SUBJECT).split())[:SUBJECT_LENGTH]
    everything |= {"subject": subject}
    text = _render_text("mails/base.txt", everything | {"body": tidy(rest)})
    html = get_template(f"mails/{template}.html").render(everything)
    return RenderedMail(subject=subject, text=tidy(text) + "\n", html=style_tags(html))


def tidy(text: str) -> str:
    """Wrap long lines and keep at most one empty line in a row. A line with an address is left whole."""
    lines = [_wrap(line.strip()) for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def style_tags(html: str) -> str:
    """Give each plain tag its style attribute. A tag that has one keeps it."""
    return SafeString(UNSTYLED_TAG.sub(lambda tag: f'{tag[0]} style="{STYLES[tag[1]]}"', html))


def as_email(message: OutboxMessage) -> EmailMultiAlternatives:
    """The message as it goes out. Raises ValueError for an address or header that cannot be sent."""
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.recipient],
        reply_to=[settings.CONTACT_EMAIL],
        headers={
            "Message-ID": message.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )
    mail.attach_alternative(message.html, "text/html")
    for attachment in message.attachments.all():
        mail.attach(_as_part(attachment))
    return mail


def _shared_context() -> dict:
    return {
        "base_url": settings.BASE_URL,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "contact_email": settings.CONTACT_EMAIL,
    }


def _render_text(name: str, context: dict) -> str:
    """Render without HTML escaping: in a text mail `&amp;` would be seen."""
    template = get_template(name).template  # type: ignore[attr-defined]  # Django's own engine, which can switch it off
    return template.render(Context(context, autoescape=False))


def _wrap(line: str) -> str:
    if "://" in line or len(line) <= LINE_WIDTH:
        return line
    hanging = "  " if line.startswith(("- ", "* ")) else ""
    return textwrap.fill(line, LINE_WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _as_part(attachment: OutboxAttachment) -> MIMEPart:
    """The attachment with the parameters of its type, and its bytes as they are (a calendar's line ends count)."""
    kind, *parameters = [piece.strip() for piece in attachment.mime_type.split(";")]
    maintype, _, subtype = kind.partition("/")
    part = MIMEPart(policy=SMTP)
    part.set_content(
        bytes(attachment.content),
        maintype=maintype,
        subtype=subtype,
        disposition="attachment",
        filename=attachment.name,
        params=dict(piece.split("=", 1) for piece in parameters)
        | ({"charset": "utf-8"} if maintype == "text" else {}),
    )
    return part
