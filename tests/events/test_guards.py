"""What the database refuses, whatever the code does."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from events.enums import Status
from events.models import Event, Registration
from tests.factories.events import EventFactory, from_now, registered

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def row(event, **values):
    number = Registration.objects.count()
    defaults = {
        "name": f"Person {number}",
        "email": f"person{number}@example.dk",
        "function": "other",
        "organisation": "Andet sted",
        "idempotency_key": f"key {number}",
        "status": Status.REGISTERED,
        "seat_number": number + 1,
    }
    return Registration(event=event, **{**defaults, **values})


def refused(registration) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        registration.save()
    return str(error.value)


def test_two_cannot_hold_one_seat():
    event = EventFactory()
    row(event, seat_number=7).save()
    refused(row(event, seat_number=7))


def test_an_offered_seat_is_held_too():
    event = EventFactory()
    row(event, status=Status.OFFERED, seat_number=7, ticket=1, offer_expires_at=from_now(hours=1)).save()
    refused(row(event, seat_number=7))


def test_two_cannot_hold_one_ticket():
    event = EventFactory()
    row(event, status=Status.WAITING, seat_number=None, ticket=1).save()
    refused(row(event, status=Status.WAITING, seat_number=None, ticket=1))


def test_one_person_is_on_the_list_once():
    event = EventFactory()
    row(event, name="Anna", email="anna@example.dk").save()
    refused(row(event, name="ANNA", email="Anna@example.dk"))


def test_one_person_may_be_on_two_lists():
    for event in (EventFactory(), EventFactory()):
        row(event, name="Anna", email="anna@example.dk").save()
    assert Registration.objects.filter(email="anna@example.dk").count() == 2


def test_one_key_makes_one_registration():
    event = EventFactory()
    row(event, idempotency_key="x").save()
    refused(row(event, idempotency_key="x"))


def test_one_link_opens_one_registration():
    event = EventFactory()
    row(event, token="x").save()
    refused(row(event, token="x"))


@pytest.mark.parametrize(
    "values",
    [
        {"status": Status.REGISTERED, "seat_number": None},
        {"status": Status.REGISTERED, "seat_number": 0},
        {"status": Status.WAITING, "seat_number": 1, "ticket": 1},
        {"status": Status.WAITING, "seat_number": None, "ticket": None},
        {"status": Status.CANCELLED, "seat_number": 1},
        {"status": Status.OFFERED, "seat_number": None, "ticket": 1},
        {"status": Status.OFFERED, "seat_number": 1, "ticket": 1, "offer_expires_at": None},
        {"organisation": ""},
    ],
)
def test_status_seat_ticket_and_workplace_agree(values):
    refused(row(EventFactory(), **values))


def test_a_municipality_and_another_workplace_exclude_each_other(haderslev):
    refused(row(EventFactory(), municipality=haderslev))


@pytest.mark.parametrize(
    "values",
    [
        {"ends_at": from_now(days=-1)},
        {"registration_closes_at": from_now(days=-900)},
        {"seats": 0},
    ],
)
def test_an_event_makes_sense(values):
    event = EventFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**values)


def test_an_event_with_registrations_is_not_deleted():
    event = registered(EventFactory()).event
    with pytest.raises(ProtectedError):
        event.delete()
