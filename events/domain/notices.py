"""Who is told what. Each writes an outbox row in the caller's transaction, so a change and its mail share one fate."""

from events import mails
from events.enums import Status
from events.exports.calendar import registration_calendar
from events.models import Registration


def tell_where_it_stands(registration: Registration) -> None:
    """After registering: that there is a seat, or which place in the queue."""
    if registration.holds_seat:
        tell_registered(registration)
    else:
        mails.write(registration, "waiting")


def tell_registered(registration: Registration) -> None:
    mails.write(registration, "registered", attachments=[mails.calendar(registration_calendar(registration))])


def tell_offered(registration: Registration) -> None:
    mails.write(registration, "offered")


def tell_offer_expired(registration: Registration) -> None:
    mails.write(registration, "offer_expired")


def tell_cancelled(registration: Registration, *, had_seat: bool) -> None:
    """With a file that takes the event out of the calendar again, for who had it there."""
    removal = registration_calendar(registration, cancelled=True)
    attachments = [mails.calendar(removal, method="CANCEL")] if had_seat else []
    mails.write(registration, "cancelled", attachments=attachments)


def tell_changed(registration: Registration, *, old_email: str) -> None:
    """To the address as it is now; to an address that was left, only that it is no longer used, without a link."""
    revision = str(registration.revision)
    has_seat = registration.status == Status.REGISTERED
    attachments = [mails.calendar(registration_calendar(registration))] if has_seat else []
    mails.write(registration, "changed", occasion=revision, attachments=attachments)
    if registration.email.casefold() != old_email.casefold():
        mails.write(registration, "moved", occasion=revision, to=old_email)


def send_link_again(registration: Registration) -> None:
    mails.write(registration, "link", occasion=mails.this_hour())
