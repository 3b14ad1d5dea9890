"""What is done inside the production settings: making the event before the rush, and counting after it."""

import datetime
from collections import Counter

from django.utils import timezone
from wagtail.models import Page

from events.enums import Status
from events.models import Event, EventIndexPage, EventPage, Registration
from notifications.models import OutboxMessage

SLUG = "rykind"


def make_event(seats: int) -> None:
    now = timezone.now()
    event = Event.objects.create(
        title="Prøvekørsel",
        slug=SLUG,
        seats=seats,
        starts_at=now + datetime.timedelta(days=30),
        ends_at=now + datetime.timedelta(days=30, hours=6),
        registration_opens_at=now,
        registration_closes_at=now + datetime.timedelta(days=20),
        is_demo=True,
    )
    index = Page.get_first_root_node().add_child(instance=EventIndexPage(title="Arrangementer", slug="arrangementer"))
    index.add_child(instance=EventPage(title=event.title, slug=SLUG, event=event))


def count() -> dict:
    """What the database holds after the rush."""
    registrations = Registration.objects.filter(event__slug=SLUG)
    tickets = list(registrations.exclude(ticket=None).order_by("ticket").values_list("ticket", flat=True))
    mails = Counter(OutboxMessage.objects.values_list("about", flat=True))
    return {
        "registered": registrations.filter(status=Status.REGISTERED).count(),
        "waiting": registrations.filter(status=Status.WAITING).count(),
        "seats_held": registrations.exclude(seat_number=None).values("seat_number").distinct().count(),
        "people": registrations.values("email").distinct().count(),
        "tickets_without_gaps": tickets == list(range(1, len(tickets) + 1)),
        "mails": sum(mails.values()),
        "one_mail_each": set(mails.values()) <= {1} and len(mails) == registrations.count(),
    }
