"""Taking a seat, or a place in the queue."""

import pytest
from django.utils import timezone

from events.domain.errors import AlreadyRegistered, RegistrationClosed
from events.domain.registrations import cancel, register
from events.enums import Status, Step, Via
from events.models import Registration, RegistrationLog
from notifications.models import OutboxMessage
from tests.factories.events import EventFactory, attendee, full, registered

pytestmark = pytest.mark.django_db


def test_a_free_seat_is_taken():
    registration = registered(EventFactory())
    assert (registration.status, registration.seat_number, registration.ticket) == (Status.REGISTERED, 1, None)


def test_who_comes_to_a_full_event_gets_the_next_ticket():
    event = EventFactory(seats=1)
    full(event)
    waiting = [registered(event, name) for name in ("Bo", "Eva")]
    assert [(each.status, each.ticket) for each in waiting] == [(Status.WAITING, 1), (Status.WAITING, 2)]


def test_nobody_who_waits_is_overtaken_though_a_seat_is_free():
    event = EventFactory(seats=1)
    full(event)
    registered(event, "Bo")
    type(event).objects.filter(pk=event.pk).update(seats=3)  # seats that nobody has been offered yet
    assert registered(event, "Eva").status == Status.WAITING


def test_an_open_offer_holds_its_seat_against_newcomers():
    event = EventFactory(seats=1)
    (first,) = full(event)
    registered(event, "Bo")
    cancel(registration=first)
    assert registered(event, "Eva").status == Status.WAITING


def test_the_place_in_the_queue_is_counted_from_who_waits():
    event = EventFactory(seats=1)
    full(event)
    registered(event, "Bo")
    assert registered(event, "Eva").place_in_queue == 2


def test_five_clicks_make_one_registration_and_one_mail():
    event = EventFactory()
    made = {registered(event, key="samme").pk for _click in range(5)}
    assert len(made) == Registration.objects.count() == OutboxMessage.objects.count() == 1


def test_the_same_form_sent_for_a_colleague_is_another_registration():
    event = EventFactory()
    one, other = registered(event, "Anna", key="samme"), registered(event, "Bo", key="samme")
    assert one.pk != other.pk


def test_two_persons_may_share_an_address():
    event = EventFactory()
    registered(event, "Anna", email="team@example.dk")
    assert registered(event, "Bo", email="team@example.dk").status == Status.REGISTERED


@pytest.mark.parametrize("name", ["Åse Ørsted", "åse ørsted", "ÅSE ØRSTED"])
def test_the_same_person_is_known_in_any_case(name):
    event = EventFactory()
    registered(event, "Åse Ørsted", email="aase@example.dk")
    with pytest.raises(AlreadyRegistered):
        registered(event, name, email="AASE@example.dk", key="en anden")


def test_who_cancelled_may_come_again():
    event = EventFactory()
    first = cancel(registration=registered(event))
    assert registered(event, key="en anden").pk != first.pk


@pytest.mark.parametrize("when", ["not_open", "closed", "running", "over"])
def test_outside_the_window_nobody_registers(when):
    event = EventFactory(**{when: True})
    with pytest.raises(RegistrationClosed):
        registered(event)
    assert not Registration.objects.exists()


def test_an_organiser_registers_outside_the_window_too(organiser):
    assert registered(EventFactory(closed=True), by=organiser).status == Status.REGISTERED


def test_an_organiser_gets_no_seat_that_is_not_there(organiser):
    event = EventFactory(seats=1)
    full(event)
    assert registered(event, "Bo", by=organiser).status == Status.WAITING


def test_the_log_tells_what_happened_and_how():
    event = EventFactory(seats=1)
    full(event)
    registered(event, "Bo")
    log = RegistrationLog.objects.values_list("step", "via", "seat_number", "ticket")
    assert list(log) == [(Step.REGISTERED, Via.FORM, 1, None), (Step.QUEUED, Via.FORM, None, 1)]


def test_without_notice_no_mail_is_written():
    register(event=EventFactory(), attendee=attendee(), idempotency_key="x", notify=False)
    assert not OutboxMessage.objects.exists()


def test_each_has_a_secret_of_its_own():
    event = EventFactory()
    tokens = {registered(event, name).token for name in ("Anna", "Bo", "Eva")}
    assert len(tokens) == 3
    assert all(len(token) >= 43 for token in tokens)  # 32 bytes


def test_a_registration_tells_when_it_came():
    assert (timezone.now() - registered(EventFactory()).created_at).total_seconds() < 60
