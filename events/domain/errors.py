"""What can stand in the way of a registration. Each names its condition; the views say it in Danish."""

from events.models import Event, Registration


class RegistrationError(Exception):
    """Nothing was changed."""


class RegistrationClosed(RegistrationError):
    """Outside the event's registration window, or after its end."""

    def __init__(self, event: Event):
        self.event = event
        super().__init__(event.state)


class AlreadyRegistered(RegistrationError):
    """The same name and address stand on the list. Carries the registration: never show it to who asked."""

    def __init__(self, registration: Registration):
        self.registration = registration
        super().__init__(registration.pk)


class CancellationClosed(RegistrationError):
    """Past the event's last time to give up a seat by the link."""


class NotActive(RegistrationError):
    """The registration has been cancelled, so there is nothing to change."""


class NoOffer(RegistrationError):
    """No seat is offered to this registration."""


class OfferExpired(NoOffer):
    """A seat was offered, and the time to take it ran out."""
