"""A freed seat goes round the queue: offered, accepted, declined, expired."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from events.domain.errors import CancellationClosed, NoOffer, OfferExpired
from events.domain.offers import accept_offer, decline_offer, expire_offers, offer_deadline, offer_next
from events.domain.registrations import cancel
from events.enums import Status, Step, Via
from events.models import Event, Registration, RegistrationLog
from notifications.models import OutboxMessage
from tests.factories.events import EventFactory, from_now, full, registered

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def crowd():
    """An event of one seat: Sidder 0 has it, Bo and Eva wait."""
    event = EventFactory(seats=1)
    return (*full(event), registered(event, "Bo"), registered(event, "Eva"))


def let_time_run_out(registration):
    Registration.objects.filter(pk=registration.pk).update(offer_expires_at=from_now(seconds=-1))


def test_cancelling_offers_the_seat_to_the_first_in_line(crowd, standing):
    seated, bo, eva = crowd
    cancel(registration=seated)
    assert [standing(each) for each in crowd] == [Status.CANCELLED, Status.OFFERED, Status.WAITING]
    assert Registration.objects.get(pk=bo.pk).seat_number == 1
    assert eva.place_in_queue == 1


def test_cancelling_twice_changes_nothing(crowd):
    cancel(registration=crowd[0])
    cancel(registration=crowd[0])
    assert RegistrationLog.objects.filter(step=Step.CANCELLED).count() == 1
    assert OutboxMessage.objects.filter(key__startswith="events:cancelled").count() == 1


def test_leaving_the_queue_moves_the_others_up(crowd):
    _seated, bo, eva = crowd
    cancel(registration=bo)
    assert eva.place_in_queue == 1


def test_an_accepted_offer_is_a_seat(crowd, standing):
    seated, bo, _eva = crowd
    cancel(registration=seated)
    accept_offer(registration=bo)
    assert standing(bo) == Status.REGISTERED


def test_accepting_twice_sends_one_mail(crowd):
    cancel(registration=crowd[0])
    for _click in range(2):
        accept_offer(registration=crowd[1])
    assert OutboxMessage.objects.filter(key=f"events:registered:{crowd[1].pk}").count() == 1


def test_a_declined_offer_goes_to_the_next(crowd, standing):
    seated, bo, eva = crowd
    cancel(registration=seated)
    decline_offer(registration=bo)
    assert (standing(bo), standing(eva)) == (Status.CANCELLED, Status.OFFERED)


def test_declining_twice_changes_nothing(crowd, standing):
    cancel(registration=crowd[0])
    decline_offer(registration=crowd[1])
    decline_offer(registration=crowd[1])
    assert standing(crowd[2]) == Status.OFFERED


def test_an_expired_offer_goes_to_the_next(crowd, standing):
    seated, bo, eva = crowd
    cancel(registration=seated)
    let_time_run_out(bo)
    assert expire_offers() == 1
    assert (standing(bo), standing(eva)) == (Status.CANCELLED, Status.OFFERED)


def test_who_is_too_late_cannot_accept_and_the_next_has_the_offer(crowd, standing):
    seated, bo, eva = crowd
    cancel(registration=seated)
    let_time_run_out(bo)
    with pytest.raises(OfferExpired):
        accept_offer(registration=bo)
    assert (standing(bo), standing(eva)) == (Status.CANCELLED, Status.OFFERED)


@pytest.mark.parametrize("answer", [accept_offer, decline_offer])
def test_who_was_offered_nothing_has_nothing_to_answer(crowd, answer, standing):
    with pytest.raises(NoOffer):
        answer(registration=crowd[1])
    assert standing(crowd[1]) == Status.WAITING


def test_who_declined_cannot_regret_and_accept(crowd):
    cancel(registration=crowd[0])
    decline_offer(registration=crowd[1])
    with pytest.raises(NoOffer):
        accept_offer(registration=crowd[1])


def test_a_newcomer_does_not_slip_in_past_an_offer_that_has_run_out(crowd, standing):
    seated, bo, eva = crowd
    cancel(registration=seated)
    let_time_run_out(bo)
    assert registered(seated.event, "Ny").status == Status.WAITING
    assert standing(eva) == Status.OFFERED


def test_an_offer_expires_by_its_own_task(crowd, run_tasks, standing):
    cancel(registration=crowd[0])
    task = DBTaskResult.objects.get(task_path="events.domain.offers.expire_event_offers")
    assert task.run_after == Registration.objects.get(pk=crowd[1].pk).offer_expires_at
    let_time_run_out(crowd[1])
    DBTaskResult.objects.filter(pk=task.pk).update(run_after=from_now(seconds=-1))
    run_tasks()
    assert standing(crowd[2]) == Status.OFFERED


def test_cron_expires_what_no_worker_did(crowd, capsys, standing):
    cancel(registration=crowd[0])
    let_time_run_out(crowd[1])
    call_command("expire_offers")
    assert standing(crowd[2]) == Status.OFFERED
    assert "1" in capsys.readouterr().out


def test_after_the_start_a_freed_seat_is_offered_to_nobody(crowd, standing, organiser):
    event = crowd[0].event
    Event.objects.filter(pk=event.pk).update(starts_at=from_now(hours=-1))
    cancel(registration=crowd[0], by=organiser)
    assert standing(crowd[1]) == Status.WAITING
    assert offer_next(event=event) is None


def test_offer_next_offers_one_seat_at_a_time(crowd, standing):
    event = crowd[0].event
    Event.objects.filter(pk=event.pk).update(seats=3)
    assert offer_next(event=event).pk == crowd[1].pk
    assert standing(crowd[2]) == Status.WAITING


def test_past_the_last_time_to_cancel_only_the_organiser_may(crowd, organiser, standing):
    Event.objects.filter(pk=crowd[0].event_id).update(cancel_until=from_now(hours=-1))
    with pytest.raises(CancellationClosed):
        cancel(registration=crowd[0])
    assert standing(crowd[0]) == Status.REGISTERED
    cancel(by=organiser, registration=crowd[0])
    assert standing(crowd[0]) == Status.CANCELLED


def test_who_waits_may_leave_the_queue_after_the_last_time_to_cancel(crowd, standing):
    Event.objects.filter(pk=crowd[0].event_id).update(cancel_until=from_now(hours=-1))
    cancel(registration=crowd[1])
    assert standing(crowd[1]) == Status.CANCELLED


def test_the_log_proves_the_order(crowd):
    seated, bo, eva = crowd
    cancel(registration=seated)
    decline_offer(registration=bo)
    accept_offer(registration=eva)
    moves = RegistrationLog.objects.values_list("registration", "step", "via")[3:]
    assert list(moves) == [
        (seated.pk, Step.CANCELLED, Via.LINK),
        (bo.pk, Step.OFFERED, Via.QUEUE),
        (bo.pk, Step.DECLINED, Via.LINK),
        (eva.pk, Step.OFFERED, Via.QUEUE),
        (eva.pk, Step.ACCEPTED, Via.LINK),
    ]


@pytest.mark.parametrize(
    ("hours_before_start", "hours_to_answer"),
    [
        (1000, 48),
        (73, 48),
        (72, 48),
        (60, 36),
        (30, 6),
        (28, 4),
        (25, 4),
        (24, 4),
        (10, 4),
        (4, 4),
        (3, 3),
        (0.5, 0.5),
    ],
)
def test_there_is_less_time_to_answer_as_the_event_comes_near(hours_before_start, hours_to_answer):
    now = timezone.now()
    event = Event(starts_at=now + hours_before_start * HOUR)
    assert offer_deadline(event, now=now) == now + hours_to_answer * HOUR
