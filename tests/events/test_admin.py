"""An administrator makes events in Wagtail; what is booked does not change because a form was open."""

import pytest
from django.urls import reverse
from django.utils import timezone

from events.domain.seats import set_seats
from events.enums import StaffRole
from events.models import Event, EventStaff
from tests.factories.events import EventFactory, from_now

pytestmark = pytest.mark.django_db


def answers(event, **changed) -> dict:
    fields = ("title", "slug", "kind", "summary", "place", "place_note", "contact_email")
    times = ("starts_at", "ends_at", "registration_opens_at", "registration_closes_at")
    told = {name: getattr(event, name) for name in fields}
    return told | {name: f"{timezone.localtime(getattr(event, name)):%Y-%m-%d %H:%M}" for name in times} | changed


def test_an_administrator_makes_an_event(client, site, administrator):
    client.force_login(administrator)
    event = EventFactory.build(slug="ny-dag")
    response = client.post(reverse("event:add"), answers(event, seats=40))
    assert response.status_code == 302, response.context["form"].errors
    assert Event.objects.get(slug="ny-dag").seats == 40


def test_a_form_that_was_open_does_not_undo_the_seats(client, site, administrator, organiser):
    event = EventFactory(seats=10)
    set_seats(by=organiser, event=event, seats=25)
    client.force_login(administrator)
    client.post(reverse("event:edit", args=[event.pk]), answers(event, place="Aulaen", seats=10))
    changed = Event.objects.get()
    assert (changed.place, changed.seats, changed.revision) == ("Aulaen", 25, 1)


def test_an_administrator_gives_a_post(client, site, administrator, organiser):
    event = EventFactory()
    client.force_login(administrator)
    client.post(reverse("eventstaff:add"), {"event": event.pk, "user": organiser.pk, "role": StaffRole.ORGANISER})
    assert EventStaff.objects.get().user == organiser


@pytest.mark.parametrize("persona", ["contributor", "editor", "organiser"])
def test_nobody_else_reaches_the_events_there(client, site, persona, request):
    client.force_login(request.getfixturevalue(persona))
    response = client.post(reverse("event:add"), answers(EventFactory.build(slug="ny-dag"), seats=40))
    assert response.status_code in (302, 403, 404)
    assert not Event.objects.exists()


def test_the_times_of_an_event_must_follow_each_other(client, site, administrator):
    client.force_login(administrator)
    response = client.post(reverse("event:add"), answers(EventFactory.build(ends_at=from_now(days=1)), seats=4))
    assert "ends_at" in response.context["form"].errors
