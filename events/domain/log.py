from events.enums import Step, Via
from events.models import Registration, RegistrationLog


def write_log(registration: Registration, step: Step, *, by=None, via: Via = Via.LINK, note: str = "") -> None:
    """Add the step to the log that proves the order. Called under the event's lock."""
    RegistrationLog.objects.create(
        event_id=registration.event_id,
        registration=registration,
        step=step,
        via=Via.STAFF if by else via,
        by=by,
        ticket=registration.ticket,
        seat_number=registration.seat_number,
        note=note,
    )
