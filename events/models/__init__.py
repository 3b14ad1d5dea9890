from events.models.event import Event, EventStaff, Seats
from events.models.pages import EventIndexPage, EventPage
from events.models.registration import Registration, RegistrationLog

__all__ = ["Event", "EventIndexPage", "EventPage", "EventStaff", "Registration", "RegistrationLog", "Seats"]
