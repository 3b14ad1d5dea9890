"""Whatever people and organisers do in whatever order: nobody too many, nobody overtaken, nothing left lying."""

import contextlib
import itertools

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from events.domain.errors import AlreadyRegistered, NoOffer, NotActive
from events.domain.offers import accept_offer, decline_offer, expire_offers
from events.domain.registrations import cancel, change
from events.domain.seats import set_seats
from events.enums import SEATED, Status, Step
from events.models import Registration, RegistrationLog
from tests.factories.events import EventFactory, attendee, from_now, registered

pytestmark = pytest.mark.database
PEOPLE = st.sampled_from(["Anna", "Bo", "Carl", "Dorte", "Eva", "Finn"])
PICK = st.integers(min_value=0, max_value=50)


class Seats(RuleBasedStateMachine):
    """Calls the domain functions in any order. `limit` is the most seats there may rightly be held."""

    @initialize(seats=st.integers(min_value=1, max_value=3))
    def open_event(self, seats):
        self.event = EventFactory(seats=seats)
        self.limit = seats
        self.keys = itertools.count()

    def rows(self, *statuses):
        return list(self.event.registrations.filter(status__in=statuses or Status.values).order_by("pk"))

    def pick(self, number, *statuses):
        rows = self.rows(*statuses)
        return rows[number % len(rows)] if rows else None

    @rule(name=PEOPLE)
    def somebody_registers(self, name):
        try:
            registered(self.event, name, key=f"{next(self.keys)}")
        except AlreadyRegistered:
            assert self.event.registrations.active().filter(name=name).exists()

    @rule(name=PEOPLE)
    def somebody_clicks_twice(self, name):
        key = f"{next(self.keys)}"
        with contextlib.suppress(AlreadyRegistered):
            assert registered(self.event, name, key=key).pk == registered(self.event, name, key=key).pk

    @rule(number=PICK)
    def somebody_cancels(self, number):
        if registration := self.pick(number):
            cancel(registration=registration)

    @rule(number=PICK, answer=st.sampled_from([accept_offer, decline_offer]))
    def somebody_answers(self, number, answer):
        if registration := self.pick(number):
            try:
                answer(registration=registration)
            except NoOffer:
                assert registration.status != Status.OFFERED

    @rule(number=PICK, name=PEOPLE)
    def somebody_changes(self, number, name):
        if registration := self.pick(number):
            with contextlib.suppress(AlreadyRegistered, NotActive):
                change(registration=registration, attendee=attendee(name))

    @precondition(lambda self: self.rows(Status.OFFERED))
    @rule(number=PICK)
    def time_runs_out(self, number):
        registration = self.pick(number, Status.OFFERED)
        Registration.objects.filter(pk=registration.pk).update(offer_expires_at=from_now(seconds=-1))
        expire_offers()

    @rule(seats=st.integers(min_value=1, max_value=5))
    def the_organiser_changes_the_seats(self, seats):
        set_seats(by=None, event=self.event, seats=seats)
        self.event.seats = seats
        self.limit = max(seats, len(self.rows(*SEATED)))

    @invariant()
    def nobody_too_many(self):
        held = len(self.rows(*SEATED))
        assert held <= self.limit
        self.limit = max(self.event.seats, held)  # what was given up above the number does not come back

    @invariant()
    def no_seat_is_left_while_somebody_waits(self):
        assert not self.rows(Status.WAITING) or len(self.rows(*SEATED)) >= self.event.seats

    @invariant()
    def nobody_was_overtaken(self):
        """Seats were offered in the order of the tickets, and tickets drawn in the order people came."""
        queued = RegistrationLog.objects.filter(event=self.event, step=Step.QUEUED).values_list("ticket", flat=True)
        assert list(queued) == list(range(1, len(queued) + 1))
        offered = RegistrationLog.objects.filter(event=self.event, step=Step.OFFERED).values_list("ticket", flat=True)
        assert list(offered) == sorted(offered)
        waiting = [row.ticket for row in self.rows(Status.WAITING)]
        assert not (waiting and offered) or min(waiting) > max(offered)


class SeatsInEveryOrder(TestCase, Seats.TestCase):
    settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
