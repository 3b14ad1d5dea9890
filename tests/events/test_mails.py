"""What each is told by mail, and what the calendar file says."""

import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from events.domain.offers import expire_offers
from events.domain.registrations import cancel, change
from events.exports.calendar import event_calendar, registration_calendar
from events.models import Registration
from notifications.models import OutboxMessage
from tests.factories.events import EventFactory, attendee, from_now, full, registered

pytestmark = pytest.mark.django_db


def mail(template: str) -> OutboxMessage:
    return OutboxMessage.objects.get(key__startswith=f"events:{template}:")


def entry_of(content: bytes) -> icalendar.Event:
    return icalendar.Calendar.from_ical(content).events[0]


@pytest.fixture
def summer_day():
    """The conference day of the look: 14 April 2027, in summer time."""
    copenhagen = ZoneInfo("Europe/Copenhagen")
    return EventFactory(
        title="Vidensdag om små, faste teams",
        seats=1,
        starts_at=datetime.datetime(2027, 4, 14, 9, 30, tzinfo=copenhagen),
        ends_at=datetime.datetime(2027, 4, 14, 15, 30, tzinfo=copenhagen),
        registration_opens_at=from_now(days=-1),
        registration_closes_at=datetime.datetime(2027, 4, 13, tzinfo=copenhagen),
        place="Aulaen, Skolegade 1",
    )


def everything_that_can_be_said(event):
    """Take three persons through every occasion there is a mail for."""
    (seated,) = full(event)
    bo = registered(event, "Bo")
    registered(event, "Eva")
    change(registration=seated, attendee=attendee("Sidder 0", email="ny@example.dk"))
    cancel(registration=seated)
    Registration.objects.filter(pk=bo.pk).update(offer_expires_at=from_now(seconds=-1))
    expire_offers()


def test_the_confirmation_tells_when_where_and_how_to_cancel(summer_day):
    registration = registered(summer_day)
    text = mail("registered").text
    assert "onsdag 14. april 2027 kl. 9.30–15.30" in text
    assert "Aulaen, Skolegade 1" in text
    assert f"/tilmelding/{registration.token}/" in text


def test_every_mail_is_in_danish_has_both_forms_and_leads_back(summer_day):
    everything_that_can_be_said(summer_day)
    mails = OutboxMessage.objects.all()
    assert {each.key.split(":")[1] for each in mails} == {
        "registered", "waiting", "offered", "offer_expired", "cancelled", "changed", "moved"
    }  # fmt: skip
    for each in mails:
        assert "Vidensdag om små, faste teams" in each.subject
        assert "Du får denne mail, fordi" in each.text
        assert "Hello" not in each.text + each.html
        assert "{{" not in each.text + each.html


def test_the_waiting_are_told_their_number(summer_day):
    everything_that_can_be_said(summer_day)
    first, second = OutboxMessage.objects.filter(key__startswith="events:waiting").order_by("created_at")
    assert "Du er nr. 1 i køen" in first.text
    assert "Du er nr. 2 i køen" in second.text


def test_an_offer_tells_the_deadline(summer_day):
    (seated,) = full(summer_day)
    registered(summer_day, "Bo")
    cancel(registration=seated)
    assert "Tag den senest" in mail("offered").text


def test_a_name_cannot_forge_the_mail():
    registered(EventFactory(title="Dag\nBcc: alle@example.dk"), "<b>Anna</b> & Co", email="anna@example.dk")
    assert "\n" not in mail("registered").subject
    assert "&lt;b&gt;Anna" in mail("registered").html
    assert "<b>Anna</b> & Co" in mail("registered").text


def test_the_calendar_file_holds_the_hours_where_they_are(summer_day):
    entry = entry_of(registration_calendar(registered(summer_day)))
    assert entry["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert entry.start == summer_day.starts_at
    assert entry["location"] == "Aulaen, Skolegade 1"


def test_the_calendar_file_brings_its_own_time_zone(summer_day):
    calendar = icalendar.Calendar.from_ical(event_calendar(summer_day))
    zone = calendar.timezones[0].to_tz()
    for month, hours in ((1, 1), (7, 2)):
        local = datetime.datetime(2027, month, 1, 12, tzinfo=zone)
        assert local.utcoffset() == datetime.timedelta(hours=hours)


def test_the_same_entry_is_changed_and_taken_away_again(summer_day):
    registration = registered(summer_day)
    first = entry_of(registration_calendar(registration))
    changed = entry_of(registration_calendar(change(registration=registration, attendee=attendee(function="leader"))))
    cancel(registration=registration)
    removal = icalendar.Calendar.from_ical(bytes(mail("cancelled").attachments.get().content))
    assert first["uid"] == changed["uid"] == removal.events[0]["uid"]
    assert first["sequence"] < changed["sequence"] < removal.events[0]["sequence"]
    assert (removal["method"], removal.events[0]["status"]) == ("CANCEL", "CANCELLED")


def test_no_secret_stands_in_a_file_that_is_passed_on(summer_day):
    registration = registered(summer_day)
    assert registration.token.encode() not in registration_calendar(registration).replace(b"\r\n ", b"")


def test_who_only_waited_has_nothing_to_take_out_of_the_calendar(summer_day):
    full(summer_day)
    cancel(registration=registered(summer_day, "Bo"))
    assert not mail("cancelled").attachments.exists()


def test_the_mail_goes_out_with_the_file_as_a_calendar(summer_day, run_tasks, sent_mails):
    registered(summer_day)
    run_tasks()
    (sent,) = sent_mails()
    part = next(part for part in sent.walk() if part.get_content_type() == "text/calendar")
    assert part.get_param("method") == "PUBLISH"
    assert icalendar.Calendar.from_ical(part.get_payload(decode=True)).events
