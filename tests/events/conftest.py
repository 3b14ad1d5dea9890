import pytest

from events.enums import Status
from events.models import Registration
from tests.factories.events import EventFactory, full, publish, registered


@pytest.fixture
def event(site):
    """A published event of ten seats that takes registrations."""
    event = EventFactory(title="Vidensdag", slug="vidensdag")
    publish(event)
    return event


@pytest.fixture
def full_event(event):
    """The same with two seats, both taken, and Bo and Eva waiting."""
    event.seats = 2
    event.save()
    full(event)
    for name in ("Bo", "Eva"):
        registered(event, name)
    return event


@pytest.fixture
def standing():
    """A function that tells where a registration stands now."""

    def status_of(registration) -> Status:
        return Status(Registration.objects.get(pk=registration.pk).status)

    return status_of
