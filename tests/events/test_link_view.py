"""The page of the secret link."""

import icalendar
import pytest
from django.test import Client

from events.domain.offers import accept_offer
from events.domain.registrations import cancel
from events.enums import Status
from events.models import Event, Registration
from notifications.models import OutboxMessage
from tests.factories.events import from_now, registered

pytestmark = pytest.mark.django_db
STEPS = ["aendr/", "afmeld/", "tag-pladsen/", "sig-nej/"]


@pytest.fixture
def mine(event):
    return registered(event, "Anna Holm")


@pytest.fixture
def offered(full_event):
    """Bo, who has just been offered a seat."""
    cancel(registration=full_event.registrations.get(name="Sidder 0"))
    return full_event.registrations.get(name="Bo")


def page_of(client, registration, step="") -> str:
    return client.get(f"{registration.get_absolute_url()}{step}").content.decode()


def answers(registration, **changed) -> dict:
    told = {"name": registration.name, "email": registration.email, "function": registration.function}
    return {**told, "municipality": "elsewhere", "organisation": registration.organisation, **changed}


def test_it_says_where_one_stands(client, full_event):
    said = {
        "Sidder 0": "Du er tilmeldt",
        "Eva": "Du er nr. 2 på ventelisten",
    }
    for name, words in said.items():
        assert words in page_of(client, full_event.registrations.get(name=name))


def test_it_shows_everything_we_have_written_down(client, mine):
    page = page_of(client, mine)
    assert all(each in page for each in (mine.name, mine.email, mine.organisation, "Medarbejder"))


@pytest.mark.parametrize("step", ["", *STEPS, "kalender.ics"])
@pytest.mark.parametrize("token", ["x", "A" * 43, "../../admin", "%00"])
def test_an_unknown_link_opens_nothing(client, event, token, step):
    assert client.get(f"/tilmelding/{token}/{step}").status_code in (404, 405)
    assert client.post(f"/tilmelding/{token}/{step}").status_code in (404, 405)


@pytest.mark.parametrize("step", STEPS)
def test_looking_changes_nothing(client, offered, step, standing):
    for look in (client.get, client.head, client.options):
        look(f"{offered.get_absolute_url()}{step}")
    assert standing(offered) == Status.OFFERED


def test_the_address_stays_between_the_page_and_its_reader(client, mine):
    for step in ("", "aendr/", "afmeld/", "kalender.ics"):
        response = client.get(f"{mine.get_absolute_url()}{step}")
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in response["Cache-Control"]


def test_the_secret_is_not_in_the_title(client, mine):
    assert mine.token not in page_of(client, mine).split("</title>")[0]


def test_a_browser_that_tells_no_origin_may_act(mine, standing):
    strict = Client(enforce_csrf_checks=True, headers={"origin": "null"})
    assert strict.post(f"{mine.get_absolute_url()}afmeld/").status_code == 302
    assert standing(mine) == Status.CANCELLED


def test_cancelling_asks_first(client, mine, standing):
    assert "Vil du melde fra?" in page_of(client, mine, "afmeld/")
    client.post(f"{mine.get_absolute_url()}afmeld/")
    assert "Du er meldt fra" in page_of(client, mine)


def test_cancelling_twice_shows_the_same(client, mine):
    for _click in range(2):
        response = client.post(f"{mine.get_absolute_url()}afmeld/", follow=True)
    assert "Du er meldt fra" in response.content.decode()


def test_too_late_to_cancel_is_said_with_whom_to_write_to(client, mine, standing):
    Event.objects.filter(pk=mine.event_id).update(cancel_until=from_now(days=-1))
    response = client.post(f"{mine.get_absolute_url()}afmeld/")
    assert response.status_code == 409
    assert "Fristen for at melde fra" in response.content.decode()
    assert standing(mine) == Status.REGISTERED


def test_an_offer_is_accepted(client, offered, standing):
    assert "Der er en plads til dig" in page_of(client, offered)
    client.post(f"{offered.get_absolute_url()}tag-pladsen/")
    assert standing(offered) == Status.REGISTERED


def test_an_offer_is_declined(client, offered, standing):
    client.post(f"{offered.get_absolute_url()}sig-nej/")
    assert standing(offered) == Status.CANCELLED


def test_an_expired_offer_says_what_happened_and_what_one_can_do(client, offered):
    Registration.objects.filter(pk=offered.pk).update(offer_expires_at=from_now(minutes=-1))
    response = client.post(f"{offered.get_absolute_url()}tag-pladsen/")
    page = response.content.decode()
    assert response.status_code == 409
    assert "Tilbuddet er udløbet" in page
    assert "/arrangementer/vidensdag/tilmeld/" in page


def test_what_one_told_can_be_changed(client, mine):
    client.post(f"{mine.get_absolute_url()}aendr/", answers(mine, name="Anna Berg", function="leader"))
    mine.refresh_from_db()
    assert (mine.name, mine.function) == ("Anna Berg", "leader")
    assert "Dine ændringer er gemt" in page_of(client, mine)


def test_a_change_with_errors_keeps_what_was_typed(client, mine):
    response = client.post(f"{mine.get_absolute_url()}aendr/", answers(mine, name="Anna Berg", email="forkert"))
    assert response.status_code == 422
    assert "Anna Berg" in response.content.decode()


def test_one_cannot_become_somebody_else_on_the_list(client, mine, event):
    bo = registered(event, "Bo")
    response = client.post(f"{mine.get_absolute_url()}aendr/", answers(bo))
    assert response.status_code == 422
    assert bo.token not in response.content.decode()


def test_a_new_address_makes_the_old_link_useless(client, mine):
    response = client.post(f"{mine.get_absolute_url()}aendr/", answers(mine, email="ny@example.dk"))
    assert client.get(mine.get_absolute_url()).status_code == 404
    assert client.get(response.url).status_code == 200


def test_a_second_click_on_save_finds_the_new_link(client, mine):
    sent = answers(mine, email="ny@example.dk")
    urls = {client.post(f"{mine.get_absolute_url()}aendr/", sent).url for _click in range(2)}
    assert len(urls) == 1
    assert OutboxMessage.objects.filter(key__startswith="events:changed").count() == 1


def test_the_old_link_tells_nobody_the_new_one(client, mine):
    client.post(f"{mine.get_absolute_url()}aendr/", answers(mine, email="ny@example.dk"))
    guess = answers(mine, email="gaet@example.dk")
    assert client.post(f"{mine.get_absolute_url()}aendr/", guess).status_code == 404


def test_after_a_cancellation_there_is_nothing_to_change(client, mine):
    cancel(registration=mine)
    for method in (client.get, client.post):
        response = method(f"{mine.get_absolute_url()}aendr/", answers(mine, name="Ny"))
        assert response.url == mine.get_absolute_url()


def test_the_calendar_file_is_for_who_has_a_seat(client, offered):
    url = f"{offered.get_absolute_url()}kalender.ics"
    assert client.get(url).status_code == 404
    accept_offer(registration=offered)
    assert icalendar.Calendar.from_ical(client.get(url).content)["method"] == "PUBLISH"


def test_one_link_does_not_open_another_registration(client, event):
    anna, bo = registered(event, "Anna"), registered(event, "Bo")
    assert bo.email not in page_of(client, anna)
