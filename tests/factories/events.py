import datetime

import factory
from django.utils import timezone

from events.domain.events import give_post
from events.domain.registrations import Attendee, register
from events.enums import EventKind, Function, StaffRole
from events.models import Event, EventIndexPage, EventPage

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def from_now(**kwargs) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(**kwargs)


class EventFactory(factory.django.DjangoModelFactory):
    """An event that takes registrations now and starts in a hundred days."""

    class Meta:
        model = Event

    title = factory.Sequence(lambda n: f"Temadag {n}")
    slug = factory.Sequence(lambda n: f"temadag-{n}")
    kind = EventKind.CONFERENCE
    seats = 10
    starts_at = factory.LazyFunction(lambda: from_now(days=100))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + 6 * HOUR)
    registration_opens_at = factory.LazyAttribute(lambda event: event.starts_at - 200 * DAY)
    registration_closes_at = factory.LazyAttribute(lambda event: event.starts_at - 20 * DAY)

    class Params:
        not_open = factory.Trait(registration_opens_at=factory.LazyAttribute(lambda event: event.starts_at - 50 * DAY))
        closed = factory.Trait(starts_at=factory.LazyFunction(lambda: from_now(days=10)))
        last_day = factory.Trait(starts_at=factory.LazyFunction(lambda: from_now(hours=20)))
        running = factory.Trait(starts_at=factory.LazyFunction(lambda: from_now(hours=-1)))
        over = factory.Trait(starts_at=factory.LazyFunction(lambda: from_now(days=-10)))


def publish(event: Event) -> EventPage:
    """The event's presentation, live under /arrangementer/. Needs the fixture `site`."""
    index = EventIndexPage.objects.get()
    return index.add_child(instance=EventPage(title=event.title, slug=event.slug, event=event))


def attendee(name: str = "Anna Holm", **values) -> Attendee:
    email = f"{name.lower().replace(' ', '.')}@example.dk"
    defaults = {"email": email, "function": Function.EMPLOYEE, "organisation": "Det Selvejende Hjem"}
    if values.get("municipality"):
        defaults["organisation"] = ""
    return Attendee(**{"name": name, **defaults, **values})


def registered(event: Event, name: str = "Anna Holm", *, key: str = "", by=None, **values):
    """Somebody who has used the form, wherever that left them: with a seat or in the queue."""
    return register(by=by, event=event, attendee=attendee(name, **values), idempotency_key=key or f"key of {name}")


def full(event: Event):
    """Fill every seat; the registrations in the order they came."""
    return [registered(event, f"Sidder {number}") for number in range(event.seats)]


def organise(event: Event, user, role: StaffRole = StaffRole.ORGANISER):
    give_post(by=None, event=event, user=user, role=role)
    return user
