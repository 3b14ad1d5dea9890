"""Registering, changing and cancelling. Who may read a registration stands in `querysets`, the queue in `offers`."""

import hashlib
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from accounts.models import Municipality
from events.domain import notices
from events.domain.errors import AlreadyRegistered, CancellationClosed, NotActive, RegistrationClosed
from events.domain.lock import seats_locked
from events.domain.log import write_log
from events.domain.offers import expire_due, free_seat_numbers, offer_free_seats, release
from events.enums import Status, Step, Via
from events.models import Event, Registration
from events.models.registration import new_token


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Who comes. Exactly one of `municipality` and `organisation` is given."""

    name: str
    email: str
    function: str
    municipality: Municipality | None = None
    organisation: str = ""
    show_on_list: bool = False
    is_demo: bool = False

    def values(self) -> dict:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def register(*, by=None, event: Event, attendee: Attendee, idempotency_key: str, notify: bool = True) -> Registration:
    """Take a seat for `attendee`, or the next place in the queue when no seat is free or somebody waits already.

    Seats are counted under the event's lock, so two calls never take the last seat twice, and nobody who waits is
    overtaken. The same `idempotency_key` for the same person answers with the first registration and sends nothing.
    An organiser (`by`) may register somebody outside the window too, but gets no seat that is not there.
    Raises RegistrationClosed outside the window, AlreadyRegistered when name and address stand on the list.
    Source: first come, first served (brief, conference).
    """
    key = key_for(event, attendee, idempotency_key)
    with seats_locked(event.pk) as locked:
        earlier = locked.registrations.filter(idempotency_key=key).first()
        if earlier:
            return earlier
        ensure_open(locked, by=by)
        ensure_not_on_list(locked, attendee)
        expire_due(locked)
        registration = _take_place(locked, attendee, key)
        step = Step.REGISTERED if registration.holds_seat else Step.QUEUED
        write_log(registration, step, by=by, via=Via.FORM)
        if notify:
            notices.tell_where_it_stands(registration)
    return registration


def cancel(*, by=None, registration: Registration) -> Registration:
    """Give up the seat, the offer or the place in the queue. A freed seat is offered at once. Again: no change.

    Raises CancellationClosed when the person's own time for it is over; an organiser may always.
    """
    with seats_locked(registration.event_id) as event:
        expire_due(event)
        current = event.registrations.select_related("municipality").get(pk=registration.pk)
        if not current.is_active:
            return current
        ensure_cancellable(current, by=by)
        had_seat = current.status == Status.REGISTERED
        release(current, Step.CANCELLED, by=by)
        notices.tell_cancelled(current, had_seat=had_seat)
        offer_free_seats(event)
    return current


def change(*, by=None, registration: Registration, attendee: Attendee) -> Registration:
    """Correct what the person told. The place on the list stays. Nothing new: nothing happens.

    With a new address comes a new secret link, sent to it alone, so that an address given by mistake opens nothing.
    Raises NotActive after a cancellation, RegistrationClosed after the event, AlreadyRegistered when another
    registration has that name and address.
    """
    with seats_locked(registration.event_id) as event:
        current = event.registrations.select_related("municipality").get(pk=registration.pk)
        ensure_changeable(current)
        ensure_not_on_list(event, attendee, but=current)
        values = attendee.values() | {"is_demo": current.is_demo}
        changed = [name for name, value in values.items() if getattr(current, name) != value]
        if changed:
            _write_changes(current, {name: values[name] for name in changed}, by=by)
    return current


def resend_link(*, registration: Registration) -> None:
    """Send the secret link to the registration's own address once more, at most once an hour."""
    notices.send_link_again(registration)


def key_for(event: Event, attendee: Attendee, form_key: str) -> str:
    """The stored key: the form's own and the person, since one form may come back for a colleague.

    (A browser's back button shows the same form again, with the same key in it.)
    """
    parts = (str(event.pk), form_key, attendee.email.casefold(), attendee.name.casefold())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def ensure_open(event: Event, *, by=None) -> None:
    in_window = event.registration_opens_at <= timezone.now() < min(event.registration_closes_at, event.starts_at)
    if not (in_window or by):
        raise RegistrationClosed(event)


def ensure_not_on_list(event: Event, attendee: Attendee, *, but: Registration | None = None) -> None:
    """Raise AlreadyRegistered when the person stands on the list. Compared here: SQLite folds ASCII letters only."""
    for other in event.registrations.active().filter(email__iexact=attendee.email):
        if other.name.casefold() == attendee.name.casefold() and other != but:
            raise AlreadyRegistered(other)


def ensure_cancellable(registration: Registration, *, by=None) -> None:
    event = registration.event
    deadline = event.cancellable_until if registration.status == Status.REGISTERED else event.starts_at
    if not by and timezone.now() >= deadline:
        raise CancellationClosed(registration.pk)


def ensure_changeable(registration: Registration) -> None:
    if not registration.is_active:
        raise NotActive(registration.pk)
    if timezone.now() >= registration.event.ends_at:
        raise RegistrationClosed(registration.event)


def _take_place(event: Event, attendee: Attendee, key: str) -> Registration:
    registration = Registration(event=event, idempotency_key=key, **attendee.values())
    free = [] if event.registrations.waiting().exists() else free_seat_numbers(event)
    if free:
        registration.status, registration.seat_number = Status.REGISTERED, free[0]
    else:
        registration.status, registration.ticket = Status.WAITING, _next_ticket(event)
    registration.save(force_insert=True)
    return registration


def _next_ticket(event: Event) -> int:
    return (event.registrations.aggregate(last=Max("ticket"))["last"] or 0) + 1


def _write_changes(registration: Registration, changes: dict, *, by) -> None:
    old_email = registration.email
    for name, value in changes.items():
        setattr(registration, name, value)
    if registration.email.casefold() != old_email.casefold():
        registration.retired_token, registration.token = registration.token, new_token()
    registration.revision += 1
    registration.save()
    write_log(registration, Step.CHANGED, by=by, note=", ".join(sorted(changes)))
    notices.tell_changed(registration, old_email=old_email)
