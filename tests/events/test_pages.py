"""/arrangementer/ and the presentation of an event, in each of its states."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from wagtail.blocks import StructBlockValidationError

from events.blocks import BreakBlock
from events.enums import EventState
from events.models import Event, EventIndexPage, EventPage
from tests.factories.events import EventFactory, from_now, full, publish, registered

pytestmark = pytest.mark.django_db
URL = "/arrangementer/vidensdag/"


def page(client, url=URL) -> str:
    return client.get(url).content.decode()


@pytest.mark.parametrize(
    ("times", "state", "said"),
    [
        ({}, EventState.OPEN, "10 pladser tilbage"),
        ({"seats": 4}, EventState.FEW_LEFT, "4 pladser tilbage"),
        ({"registration_opens_at": from_now(days=1)}, EventState.NOT_OPEN, "Tilmeldingen åbner"),
        ({"registration_closes_at": from_now(days=-1)}, EventState.CLOSED, "Tilmeldingen er lukket"),
        ({"starts_at": from_now(hours=-1), "ends_at": from_now(hours=1)}, EventState.CLOSED, "Tilmeldingen er lukket"),
        ({"starts_at": from_now(days=-2), "ends_at": from_now(days=-1)}, EventState.OVER, "Arrangementet er holdt"),
    ],
)
def test_each_state_is_told(client, event, times, state, said):
    Event.objects.filter(pk=event.pk).update(**times)
    assert Event.objects.get().state == state
    assert said in page(client)
    assert ("tilmeld/" in page(client)) == (state in (EventState.OPEN, EventState.FEW_LEFT))


def test_a_full_event_tells_how_many_wait(client, full_event):
    assert "Alle 2 pladser er taget" in page(client)
    assert "2 står der nu" in page(client)
    assert "Skriv dig på ventelisten" in page(client)


def test_an_example_is_marked_as_one(client, event):
    assert "opdigtet" not in page(client)
    Event.objects.update(is_demo=True)
    assert "opdigtet" in page(client)


def test_what_is_not_known_is_said(client, event):
    assert "ikke oplyst" in page(client)


def test_the_programme_shows_times_and_tracks(client, event):
    session = {"track": "leder", "title": "At vente", "text": ""}
    both = [session, session | {"track": "alle"}]
    event.page.programme = [("slot", {"starts": "9:30", "ends": "10:00", "sessions": both})]
    event.page.save()
    shown = page(client)
    assert "9.30<span>til 10.00" in shown
    assert "session--leder" in shown
    assert "slot__tracks--2" in shown


def test_a_break_ends_after_it_begins():
    block = BreakBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"starts": "12:00", "ends": "12:00", "text": "Frokost"}))


def test_the_pages_address_is_the_events(site):
    event = EventFactory(slug="min-dag")
    added = EventIndexPage.objects.get().add_child(instance=EventPage(title="Noget andet", event=event))
    assert added.get_url() == event.get_absolute_url() == "/arrangementer/min-dag/"


def test_times_in_the_wrong_order_are_told_at_the_field():
    event = EventFactory.build(ends_at=from_now(days=1))
    with pytest.raises(ValidationError) as error:
        event.full_clean()
    assert "ends_at" in error.value.message_dict


def test_coming_and_held_events_stand_apart(client, event):
    held = EventFactory(title="Holdt dag", over=True)
    publish(held)
    shown = page(client, "/arrangementer/")
    assert shown.index("Kommende") < shown.index("Vidensdag") < shown.index("Afholdte") < shown.index("Holdt dag")


def test_without_events_the_list_says_so(client, site):
    assert "Der er ikke planlagt noget" in page(client, "/arrangementer/")


def test_an_event_without_a_published_page_is_on_no_list(client, site):
    EventFactory(title="Hemmelig dag")
    assert "Hemmelig dag" not in page(client, "/arrangementer/")
    assert Event.objects.next_open() is None


def test_the_front_page_shows_the_next_event_that_takes_registrations(event):
    for trait in ("not_open", "closed", "over"):
        publish(EventFactory(**{trait: True}))
    assert Event.objects.next_open() == event


def test_the_band_needs_no_request_and_no_query(event, django_assert_num_queries):
    nearest = Event.objects.next_open()
    with django_assert_num_queries(0):
        band = render_to_string("events/components/band.html", {"event": nearest})
    assert "10 pladser tilbage" in band
    assert render_to_string("events/components/band.html", {"event": None}).strip().startswith("<section") is False


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_whatever_the_number(client, site, rows, django_assert_num_queries):
    for _number in range(rows):
        event = EventFactory()
        publish(event)
        registered(event)
    client.get("/arrangementer/")
    with django_assert_num_queries(4):
        client.get("/arrangementer/")


@pytest.mark.parametrize("seats", [1, 3])
def test_the_presentation_asks_the_same_whatever_the_number(client, event, seats, django_assert_num_queries):
    Event.objects.update(seats=seats)
    event.seats = seats
    full(event)
    client.get(URL)
    with django_assert_num_queries(3):
        client.get(URL)


def test_an_event_of_two_days_shows_both(client, event):
    starts = datetime.datetime(2027, 4, 14, 7, 30, tzinfo=datetime.UTC)
    Event.objects.update(starts_at=starts, ends_at=starts + datetime.timedelta(days=1))
    assert "onsdag 14. april 2027 kl. 9.30 til torsdag 15. april 2027 kl. 9.30" in page(client)
