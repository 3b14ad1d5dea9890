"""The mails about a registration. Each occasion has a key, so that it is told of once."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from core.links import absolute
from events.models import Registration
from notifications.domain.outbox import Attachment, queue_mail
from notifications.models import OutboxMessage
from notifications.querysets import about_label

CALENDAR_NAME = "arrangement.ics"


def calendar(content: bytes, *, method: str = "PUBLISH") -> Attachment:
    return Attachment(CALENDAR_NAME, content, f"text/calendar; method={method}")


def write(
    registration: Registration,
    template: str,
    *,
    occasion: str = "",
    to: str = "",
    attachments: Sequence[Attachment] = (),
) -> OutboxMessage:
    """Queue `mails/events/<template>` to the registration's address (or `to`). `occasion` tells repeats apart."""
    context = {
        "registration": registration,
        "event": registration.event,
        "link": absolute(registration.get_absolute_url()),
        "event_link": absolute(registration.event.get_absolute_url()),
        "reason": _("You get this mail because your address was used to register for %(event)s.")
        % {"event": registration.event.title},
        "again_link": absolute(f"{registration.event.get_absolute_url()}tilmeld/"),
    }
    return queue_mail(
        to=to or registration.email,
        template=f"events/{template}",
        context=context,
        key=":".join(filter(None, ["events", template, str(registration.pk), occasion])),
        about=about_label(registration),
        attachments=attachments,
    )


def this_hour() -> str:
    return f"{timezone.now():%Y%m%d%H}"
