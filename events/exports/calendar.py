"""Calendar files (RFC 5545, RFC 5546). They are shared and forwarded, so no secret link stands in one."""

from functools import cache
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from core.links import absolute
from events.models import Event, Registration

# The rule of the European Union, which Denmark has followed since 1996. Written out, as a list of dates would end.
COPENHAGEN = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def event_calendar(event: Event) -> bytes:
    """The event as anybody may put it in a calendar."""
    return _file(_entry(event, uid=f"arrangement-{event.pk}", sequence=event.revision), method="PUBLISH")


def registration_calendar(registration: Registration, *, cancelled: bool = False) -> bytes:
    """The attendee's own entry: the same UID each time, a higher SEQUENCE after each change; CANCEL removes it.

    PUBLISH and not REQUEST: an invitation would send its answers to nobody who reads them.
    """
    event = registration.event
    entry = _entry(event, uid=f"tilmelding-{registration.pk}", sequence=event.revision + registration.revision)
    entry["status"] = icalendar.vText("CANCELLED" if cancelled else "CONFIRMED")
    return _file(entry, method="CANCEL" if cancelled else "PUBLISH")


def _entry(event: Event, *, uid: str, sequence: int) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", f"{uid}@{urlsplit(settings.BASE_URL).hostname}")
    entry.add("sequence", sequence)
    entry.add("dtstamp", timezone.now())
    entry.add("dtstart", timezone.localtime(event.starts_at))
    entry.add("dtend", timezone.localtime(event.ends_at))
    entry.add("summary", event.title)
    entry.add("description", _description(event))
    if event.place:
        entry.add("location", event.place)
    entry.add("url", absolute(event.get_absolute_url()))
    organiser = icalendar.vCalAddress(f"mailto:{event.contact}")
    organiser.params["CN"] = icalendar.vText(settings.WAGTAIL_SITE_NAME)
    entry["organizer"] = organiser
    return entry


def _description(event: Event) -> str:
    example = _("Example: date, programme and attendees are made up for the demonstration.") if event.is_demo else ""
    return "\n\n".join(filter(None, [event.summary, example, absolute(event.get_absolute_url())]))


def _file(entry: icalendar.Event, *, method: str) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{settings.WAGTAIL_SITE_NAME}//DA")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_copenhagen())
    calendar.add_component(entry)
    return calendar.to_ical()


@cache
def _copenhagen() -> icalendar.Component:
    return icalendar.Timezone.from_ical(COPENHAGEN)
