from django.db import transaction

from events.domain.lock import seats_locked
from events.domain.presentations import let_present, stop_presenting
from events.enums import StaffRole, Step, Via
from events.models import Event, EventStaff, RegistrationLog

IN_THE_CALENDAR = {"title", "starts_at", "ends_at", "place"}


def change_event(*, by, event: Event, values: dict) -> Event:
    """Write those fields and no others, so that a form opened yesterday does not undo today's number of seats.

    What a calendar shows raises `revision`, which is the SEQUENCE of the calendar files. Raises ValueError for
    `seats`: that is `set_seats`.
    """
    if "seats" in values:
        raise ValueError("The number of seats is changed by set_seats.")
    with seats_locked(event.pk) as locked:
        changed = [name for name, value in values.items() if getattr(locked, name) != value]
        if not changed:
            return locked
        for name in changed:
            setattr(locked, name, values[name])
        locked.revision += bool(IN_THE_CALENDAR & set(changed))
        locked.save(update_fields=[*changed, "revision"])
        RegistrationLog.objects.create(
            event=locked, step=Step.EVENT, via=Via.STAFF, by=by, note=", ".join(sorted(changed))[:200]
        )
    return locked


@transaction.atomic
def give_post(*, by, event: Event, user, role: StaffRole) -> EventStaff:
    """Give `user` that post at the event, in place of an earlier one. Run twice, it changes nothing.

    An organiser writes the page that presents the event.
    """
    post = EventStaff.objects.update_or_create(event=event, user=user, defaults={"role": role})[0]
    if role == StaffRole.ORGANISER:
        let_present(by=by, event=event, user=user)
    else:
        stop_presenting(by=by, event=event, user=user)
    return post


@transaction.atomic
def take_post(*, by, post: EventStaff) -> None:
    stop_presenting(by=by, event=post.event, user=post.user)
    post.delete()
