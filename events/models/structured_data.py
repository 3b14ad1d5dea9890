"""An event in schema.org's words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.structured_data import moment, organization
from events.enums import EventKind
from events.models.event import Event

ATTENDANCE = "https://schema.org/{}EventAttendanceMode"
MADE_UP = _("Example: date, programme and attendees are made up for the demonstration.")


def event_data(page: Any, event: Event) -> dict[str, Any]:
    """The place is left out while nobody knows it. An example says that it is one."""
    digital = event.kind == EventKind.SEMINAR
    if digital:
        place = {"@type": "VirtualLocation", "url": page.canonical_url}
    else:
        place = {"@type": "Place", "name": event.place, "address": event.place} if event.place else {}
    told = {
        "@type": "Event",
        "name": event.title,
        "description": str(MADE_UP) if event.is_demo else page.description,
        "startDate": moment(event.starts_at),
        "endDate": moment(event.ends_at),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": ATTENDANCE.format("Online" if digital else "Offline"),
        "location": place,
        "organizer": organization(),
        "url": page.canonical_url,
        "inLanguage": "da",
    }
    return {name: value for name, value in told.items() if value}
