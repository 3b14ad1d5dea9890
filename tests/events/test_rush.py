"""The last seat, wanted by many at the same moment. Real threads, real connections, real commits."""

import threading

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from events.domain.offers import accept_offer
from events.domain.registrations import cancel
from events.domain.seats import set_seats
from events.enums import SEATED, Status
from events.models import Event, Registration
from notifications.models import OutboxMessage
from tests.factories.events import EventFactory, full, registered

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


def at_once(*calls):
    """Run the calls at the same moment, each in a thread of its own. Returns what they raised."""
    start, raised = threading.Barrier(len(calls)), []

    def run(call):
        start.wait()
        try:
            call()
        except Exception as error:  # whatever it is, the test shall see it
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def numbers(status):
    return list(Registration.objects.filter(status=status).order_by("ticket").values_list("ticket", flat=True))


def test_twelve_want_the_last_three_seats():
    event = EventFactory(seats=3)
    raised = at_once(*(lambda n=n: registered(event, f"Person {n}") for n in range(12)))
    assert raised == []
    assert Registration.objects.filter(status=Status.REGISTERED).count() == 3
    assert numbers(Status.WAITING) == list(range(1, 10))


def test_eight_clicks_of_one_person_are_one_registration():
    event = EventFactory()
    raised = at_once(*(lambda: registered(event, key="samme") for _click in range(8)))
    assert raised == []
    assert Registration.objects.count() == OutboxMessage.objects.count() == 1


def test_cancelling_registering_and_more_seats_at_once_keep_the_order():
    event = EventFactory(seats=2)
    seated = full(event)
    waiting = [registered(event, f"Venter {n}") for n in range(3)]
    raised = at_once(
        *(lambda one=one: cancel(registration=one) for one in seated),
        *(lambda n=n: registered(event, f"Ny {n}") for n in range(4)),
        lambda: set_seats(by=None, event=event, seats=3),
    )
    assert raised == []
    offered = Registration.objects.filter(status=Status.OFFERED).values_list("pk", flat=True)
    assert set(offered) == {each.pk for each in waiting}
    assert numbers(Status.WAITING) == [4, 5, 6, 7]


def test_an_offer_accepted_and_cancelled_at_once_is_one_of_the_two():
    event = EventFactory(seats=1)
    (seated,) = full(event)
    bo = registered(event, "Bo")
    cancel(registration=seated)
    at_once(lambda: accept_offer(registration=bo), lambda: cancel(registration=bo))
    assert Registration.objects.filter(status__in=SEATED).count() <= 1
    assert Registration.objects.get(pk=bo.pk).status == Status.CANCELLED


def test_the_seats_are_counted_under_a_lock():
    """What keeps the promise on each database. The load test's control run shows what happens without."""
    event = EventFactory()
    if connection.vendor == "postgresql":
        with CaptureQueriesContext(connection) as asked:
            registered(event)
        assert any("FOR NO KEY UPDATE" in query["sql"] for query in asked)
    else:
        assert connection.transaction_mode == "IMMEDIATE"


def test_a_registration_that_fails_leaves_nothing_behind(monkeypatch):
    def no_mail(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr("events.mails.queue_mail", no_mail)
    with pytest.raises(OSError, match="disk"):
        registered(EventFactory())
    assert not Registration.objects.exists()
    assert not Event.objects.get().log.exists()
