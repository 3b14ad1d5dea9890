"""The queue: a freed seat is offered to the first in line, who takes it, declines it or lets it expire."""

import datetime
from itertools import count, islice

from django.tasks import task
from django.utils import timezone

from events.domain import notices
from events.domain.errors import NoOffer, OfferExpired
from events.domain.lock import seats_locked
from events.domain.log import write_log
from events.enums import Status, Step, Via
from events.models import Event, Registration

TIME_TO_ANSWER = datetime.timedelta(hours=48)
TIME_TO_ANSWER_ON_THE_LAST_DAY = datetime.timedelta(hours=4)
LAST_DAY = datetime.timedelta(hours=24)


def offer_deadline(event: Event, *, now: datetime.datetime) -> datetime.datetime:
    """When an offer made now expires: 48 hours, 4 hours on the last day before the event, never after its start.

    An offer made before the last day does not reach into it by more than those 4 hours, so that a seat can still go
    round.
    """
    unhurried = min(now + TIME_TO_ANSWER, event.starts_at - LAST_DAY)
    return min(max(unhurried, now + TIME_TO_ANSWER_ON_THE_LAST_DAY), event.starts_at)


def offer_next(*, by=None, event: Event) -> Registration | None:
    """Offer a free seat to the first in line. None when no seat is free, nobody waits or the event has begun."""
    with seats_locked(event.pk) as locked:
        expire_due(locked)
        made = offer_free_seats(locked, by=by, at_most=1)
    return made[0] if made else None


def accept_offer(*, by=None, registration: Registration) -> Registration:
    """Take the offered seat. Asked again, it changes nothing.

    Raises OfferExpired when the time ran out (the seat has then gone to the next), NoOffer when none was made.
    """
    with seats_locked(registration.event_id) as event:
        expire_due(event)
        current = event.registrations.select_related("municipality").get(pk=registration.pk)
        if current.status == Status.OFFERED:
            _seat(current, by=by)
        if current.status == Status.REGISTERED:
            return current
    raise _no_offer(current)


def decline_offer(*, by=None, registration: Registration) -> Registration:
    """Give the offered seat to the next in line and leave the list. Asked again, it changes nothing.

    Raises OfferExpired when the time ran out, NoOffer when no seat is offered.
    """
    with seats_locked(registration.event_id) as event:
        expire_due(event)
        current = event.registrations.select_related("municipality").get(pk=registration.pk)
        if current.status == Status.OFFERED:
            release(current, Step.DECLINED, by=by)
            notices.tell_cancelled(current, had_seat=False)
            offer_free_seats(event)
            return current
        if current.log.filter(step=Step.DECLINED).exists():
            return current
    raise _no_offer(current)


def expire_offers() -> int:
    """Expire every offer whose time has run out and offer the seats to the next. Tells how many expired."""
    due = Registration.objects.with_expired_offer().order_by().values_list("event", flat=True).distinct()
    return sum(_expire_in(event_id) for event_id in due)


@task
def expire_event_offers(event_id: int) -> int:
    """Run when an offer of that event expires. `manage.py expire_offers` does the same for all, from cron."""
    return _expire_in(event_id)


def expire_due(event: Event) -> int:
    """Under the lock: expire what is due, then offer the seats to the next."""
    expired = list(event.registrations.with_expired_offer().select_related("municipality"))
    for registration in expired:
        release(registration, Step.EXPIRED, via=Via.QUEUE)
        notices.tell_offer_expired(registration)
    if expired:
        offer_free_seats(event)
    return len(expired)


def offer_free_seats(event: Event, *, by=None, at_most: int | None = None) -> list[Registration]:
    """Under the lock: offer the free seats to who waits, in the order of their tickets. None once it has begun."""
    now = timezone.now()
    if now >= event.starts_at:
        return []
    numbers = free_seat_numbers(event)[:at_most]
    first_in_line = event.registrations.waiting().select_related("municipality")[: len(numbers)]
    made = list(first_in_line) if numbers else []
    for registration, number in zip(made, numbers, strict=False):
        registration.status, registration.seat_number = Status.OFFERED, number
        registration.offer_expires_at = offer_deadline(event, now=now)
        registration.save(update_fields=["status", "seat_number", "offer_expires_at"])
        write_log(registration, Step.OFFERED, by=by, via=Via.QUEUE)
        notices.tell_offered(registration)
        expire_event_offers.using(run_after=registration.offer_expires_at).enqueue(event.pk)
    return made


def free_seat_numbers(event: Event) -> list[int]:
    """Under the lock: the lowest numbers nobody holds, as many as there are seats left."""
    taken = set(event.registrations.seated().values_list("seat_number", flat=True))
    free = (number for number in count(1) if number not in taken)
    return list(islice(free, max(event.seats - len(taken), 0)))


def release(registration: Registration, step: Step, *, by=None, via: Via = Via.LINK) -> None:
    """Under the lock: take the registration off the list. Its ticket stays, as a proof of the order."""
    registration.status = Status.CANCELLED
    registration.seat_number = registration.offer_expires_at = None
    registration.revision += 1
    registration.save(update_fields=["status", "seat_number", "offer_expires_at", "revision"])
    write_log(registration, step, by=by, via=via)


def _seat(registration: Registration, *, by) -> None:
    registration.status, registration.offer_expires_at = Status.REGISTERED, None
    registration.save(update_fields=["status", "offer_expires_at"])
    write_log(registration, Step.ACCEPTED, by=by)
    notices.tell_registered(registration)


def _expire_in(event_id: int) -> int:
    with seats_locked(event_id) as event:
        return expire_due(event)


def _no_offer(registration: Registration) -> NoOffer:
    if registration.offer_lapsed:
        return OfferExpired(registration.pk)
    return NoOffer(registration.pk)
