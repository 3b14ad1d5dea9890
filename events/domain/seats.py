from dataclasses import dataclass

from events.domain.lock import seats_locked
from events.domain.offers import expire_due, offer_free_seats
from events.enums import Step, Via
from events.models import Event, Registration, RegistrationLog


@dataclass(frozen=True)
class SeatsSet:
    """What came of a new number of seats: who was offered one, and how many hold a seat beyond the number."""

    offered: list[Registration]
    over: int


def set_seats(*, by, event: Event, seats: int) -> SeatsSet:
    """Change the number of seats. More seats are offered to who waits; fewer throw nobody out.

    Raises ValueError below one.
    """
    if seats < 1:
        raise ValueError("An event has at least one seat.")
    with seats_locked(event.pk) as locked:
        expire_due(locked)
        before, locked.seats = locked.seats, seats
        locked.save(update_fields=["seats"])
        if before != seats:
            RegistrationLog.objects.create(
                event=locked, step=Step.SEATS, via=Via.STAFF, by=by, note=f"{before} → {seats}"
            )
        offered = offer_free_seats(locked, by=by)
        over = max(locked.registrations.seated().count() - seats, 0)
    return SeatsSet(offered, over)
