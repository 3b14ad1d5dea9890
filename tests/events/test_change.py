"""Changing what one told, and the number of seats."""

import pytest

from events.domain.errors import AlreadyRegistered, NotActive, RegistrationClosed
from events.domain.events import change_event, give_post
from events.domain.registrations import cancel, change
from events.domain.seats import set_seats
from events.enums import StaffRole, Status, Step
from events.models import Event, Registration, RegistrationLog
from notifications.models import OutboxMessage
from tests.factories.events import EventFactory, attendee, from_now, full, registered

pytestmark = pytest.mark.django_db


def test_a_change_keeps_the_seat_and_the_link():
    before = registered(EventFactory())
    after = change(registration=before, attendee=attendee(function="leader"))
    assert (after.function, after.seat_number, after.token) == ("leader", before.seat_number, before.token)


def test_nothing_new_is_no_change_and_no_mail():
    registration = registered(EventFactory())
    change(registration=registration, attendee=attendee())
    assert OutboxMessage.objects.count() == 1


def test_a_new_address_gets_a_new_link_and_the_old_address_gets_none():
    before = registered(EventFactory())
    after = change(registration=before, attendee=attendee(email="ny@example.dk"))
    to_old = OutboxMessage.objects.get(key__startswith="events:moved")
    assert after.token != before.token
    assert to_old.recipient == before.email
    assert after.token not in to_old.text + to_old.html
    assert "ny@example.dk" not in to_old.text + to_old.html


def test_nobody_becomes_somebody_on_the_list():
    event = EventFactory()
    registered(event, "Anna")
    bo = registered(event, "Bo")
    with pytest.raises(AlreadyRegistered):
        change(registration=bo, attendee=attendee("Anna"))


def test_a_cancelled_registration_does_not_change():
    registration = cancel(registration=registered(EventFactory()))
    with pytest.raises(NotActive):
        change(registration=registration, attendee=attendee("Ny"))


def test_after_the_event_nothing_changes():
    registration = registered(EventFactory())
    Event.objects.filter(pk=registration.event_id).update(starts_at=from_now(days=-2), ends_at=from_now(days=-1))
    with pytest.raises(RegistrationClosed):
        change(registration=registration, attendee=attendee("Ny"))


def test_the_log_tells_which_answers_changed_and_not_what_they_were():
    registration = registered(EventFactory(), "Anna Holm")
    change(registration=registration, attendee=attendee("Anna Berg", email=registration.email))
    assert RegistrationLog.objects.get(step=Step.CHANGED).note == "name"


def test_more_seats_are_offered_in_the_order_of_the_queue(organiser, standing):
    event = EventFactory(seats=1)
    full(event)
    waiting = [registered(event, name) for name in ("Bo", "Eva", "Ida")]
    outcome = set_seats(by=organiser, event=event, seats=3)
    assert [each.pk for each in outcome.offered] == [each.pk for each in waiting[:2]]
    assert standing(waiting[2]) == Status.WAITING


def test_fewer_seats_throw_nobody_out_and_it_is_said(organiser):
    event = EventFactory(seats=5)
    full(event)
    assert set_seats(by=organiser, event=event, seats=2).over == 3
    assert Registration.objects.seated().count() == 5


def test_a_seat_given_up_above_the_number_is_not_passed_on(organiser, standing):
    event = EventFactory(seats=3)
    first, *_rest = full(event)
    waiting = registered(event, "Bo")
    set_seats(by=organiser, event=event, seats=2)
    cancel(registration=first)
    assert standing(waiting) == Status.WAITING


def test_the_log_tells_who_changed_the_number_of_seats(organiser):
    set_seats(by=organiser, event=EventFactory(seats=5), seats=8)
    entry = RegistrationLog.objects.get(step=Step.SEATS)
    assert (entry.by, entry.note) == (organiser, "5 → 8")


def test_an_event_has_at_least_one_seat(organiser):
    with pytest.raises(ValueError, match="at least one"):
        set_seats(by=organiser, event=EventFactory(), seats=0)


def test_a_form_opened_yesterday_does_not_undo_todays_seats(organiser):
    opened_yesterday = EventFactory(seats=5)
    set_seats(by=organiser, event=opened_yesterday, seats=8)
    change_event(by=organiser, event=opened_yesterday, values={"place": "Aulaen"})
    assert Event.objects.get().seats == 8


@pytest.mark.parametrize(("values", "revision"), [({"place": "Aulaen"}, 1), ({"summary": "Ny"}, 0), ({}, 0)])
def test_what_a_calendar_shows_raises_the_revision(organiser, values, revision):
    assert change_event(by=organiser, event=EventFactory(), values=values).revision == revision


def test_seats_are_not_changed_past_the_queue(organiser):
    with pytest.raises(ValueError, match="set_seats"):
        change_event(by=organiser, event=EventFactory(), values={"seats": 100})


def test_a_post_given_twice_is_one_post(organiser):
    event = EventFactory()
    for role in StaffRole:
        give_post(by=None, event=event, user=organiser, role=role)
    assert [post.role for post in event.staff.all()] == [StaffRole.CHECKIN]
