"""The public form, as a visitor without an account meets it."""

import pytest
from django.core.cache import caches
from django.test import Client

from events.domain.registrations import cancel
from events.enums import Status
from events.models import Event, Registration
from events.views import limits
from notifications.models import OutboxMessage
from tests.factories.events import EventFactory, from_now, registered

pytestmark = pytest.mark.django_db
URL = "/arrangementer/vidensdag/tilmeld/"


def answers(**changed) -> dict:
    return {
        "name": "Anna Holm",
        "email": "anna@example.dk",
        "function": "leader",
        "municipality": "elsewhere",
        "organisation": "Det Selvejende Hjem",
        "key": "nøgle",
        **changed,
    }


def test_a_visitor_registers_and_lands_on_the_page_of_the_secret_link(client, event):
    response = client.post(URL, answers())
    registration = Registration.objects.get()
    assert response.status_code == 302
    assert response.url == f"/tilmelding/{registration.token}/"
    assert "Du er tilmeldt" in client.get(response.url).content.decode()


def test_the_form_comes_with_a_key_of_its_own_each_time(client, event):
    keys = {client.get(URL).context["form"].initial["key"] for _visit in range(2)}
    assert len(keys) == 2


def test_a_reload_leads_to_the_same_page_and_sends_nothing(client, event):
    places = {client.post(URL, answers()).url for _click in range(5)}
    assert len(places) == Registration.objects.count() == OutboxMessage.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["Anna\u00a0Holm", "  Anna   Holm ", "Anna\tHolm", "\ufeffAnna Holm", "An\u00adna Holm"]
)
def test_odd_spaces_in_a_pasted_name_are_put_right(client, event, name):
    client.post(URL, answers(name=name))
    assert Registration.objects.get().name == "Anna Holm"


def test_a_municipality_is_chosen_from_the_list(client, event, haderslev):
    client.post(URL, answers(municipality=haderslev.pk, organisation=""))
    assert Registration.objects.get().municipality == haderslev


def test_a_closed_municipality_is_not_on_the_list(client, event, haderslev):
    haderslev.closed_at = from_now(days=-1)
    haderslev.save()
    assert client.post(URL, answers(municipality=haderslev.pk, organisation="")).status_code == 422


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "Skriv dit navn"),
        ({"name": "x" * 121}, "120"),
        ({"name": "Anna 010190-1234"}, "CPR-nummer"),
        ({"name": "Anna 0101901234"}, "CPR-nummer"),
        ({"name": "Vind nu www.example.dk"}, "webadresser"),
        ({"name": "Anna\x07"}, "vi ikke kan vise"),
        ({"email": "projektleder@"}, "Skriv den som navn@kommune.dk"),
        ({"email": ""}, "Skriv en mailadresse"),
        ({"email": '"anna holm"@example.dk'}, "Skriv én adresse"),
        ({"function": ""}, "Vælg den rolle"),
        ({"function": "konge"}, "konge"),
        ({"municipality": ""}, "Vælg din kommune"),
        ({"organisation": ""}, "Skriv, hvor du arbejder"),
        ({"organisation": " "}, "Skriv, hvor du arbejder"),
        ({"organisation": "", "municipality": "999999"}, "Vælg en kommune fra listen"),
        ({"organisation": "", "municipality": "1 OR 1=1"}, "Vælg en kommune fra listen"),
        ({"website": "https://example.dk"}, "kun robotter"),
        ({"key": "x" * 65}, "64"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, event, changed, said):
    response = client.post(URL, answers(**changed))
    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert "ds-error-summary" in page
    assert all(value in page for value in ("Anna", "example.dk") if value in str(answers(**changed)))
    assert not Registration.objects.exists()


def test_a_municipality_and_another_workplace_cannot_both_be_true(client, event, haderslev):
    page = client.post(URL, answers(municipality=haderslev.pk)).content.decode()
    assert "Du har valgt en kommune" in page
    assert f'<option value="{haderslev.pk}" selected' in page


def test_without_a_key_the_form_is_still_taken(client, event):
    assert client.post(URL, answers(key="")).status_code == 302


def test_the_same_person_again_gets_the_link_by_mail_and_not_on_screen(client, event):
    registration = registered(event, "Anna Holm", email="anna@example.dk")
    response = client.post(URL, answers(), follow=True)
    assert response.redirect_chain == [(f"{URL}allerede/", 302)]
    assert registration.token not in response.content.decode()
    assert OutboxMessage.objects.get(key__startswith="events:link").recipient == "anna@example.dk"


def test_the_link_is_sent_again_once_an_hour_at_most(client, event):
    registered(event, "Anna Holm", email="anna@example.dk")
    for click in range(5):
        client.post(URL, answers(key=f"nøgle {click}"))
    assert OutboxMessage.objects.filter(key__startswith="events:link").count() == 1


def test_a_full_event_offers_the_waiting_list(client, full_event):
    page = client.get(URL).content.decode()
    assert "Skriv mig på ventelisten" in page
    assert "2 står på ventelisten nu" in page
    response = client.post(URL, answers(), follow=True)
    assert "Du er nr. 3 på ventelisten" in response.content.decode()


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ({"registration_opens_at": from_now(days=5)}, "Tilmeldingen er ikke åbnet endnu"),
        ({"registration_closes_at": from_now(days=-5)}, "Tilmeldingen er lukket"),
        ({"starts_at": from_now(days=-2), "ends_at": from_now(days=-1)}, "Arrangementet er holdt"),
    ],
)
def test_outside_the_window_a_page_says_so_and_keeps_nothing(client, event, times, said):
    Event.objects.filter(pk=event.pk).update(**times)
    assert said in client.get(URL).content.decode()
    answer = client.post(URL, answers())
    assert answer.status_code == 409
    assert "ikke gemt" in answer.content.decode()
    assert not Registration.objects.exists()


def test_an_event_without_a_published_page_is_not_there(client, event):
    event.page.unpublish()
    for url in (URL, "/arrangementer/vidensdag/kalender.ics", f"{URL}allerede/"):
        assert client.get(url).status_code == 404


def test_an_unknown_event_is_not_there(client, site):
    assert client.get("/arrangementer/findes-ikke/tilmeld/").status_code == 404


def test_a_forged_form_from_elsewhere_is_refused(event):
    assert Client(enforce_csrf_checks=True).post(URL, answers()).status_code == 403


def test_the_form_is_kept_by_no_cache(client, event):
    assert "no-store" in client.get(URL)["Cache-Control"]


def test_too_many_from_one_network_are_asked_to_wait_and_lose_nothing(client, event, monkeypatch):
    monkeypatch.setattr(limits, "ALLOWED", 2)
    for number in range(2):
        client.post(URL, answers(name=f"Nr. {number}", key=str(number)))
    response = client.post(URL, answers(name="Karen Blicher", key="3"))
    assert response.status_code == 429
    assert response["Retry-After"] == "600"
    assert "Karen Blicher" in response.content.decode()
    assert Registration.objects.count() == 2


def test_all_processes_count_together():
    """Ten clicks here and ten in another process, whose memory we do not have, are twenty."""
    for _click in range(10):
        limits.count_up("nøgle")
    caches["local"].clear()
    assert [limits.count_up("nøgle") for _click in range(10)][-1] == 20


def test_a_silent_cache_keeps_nobody_out(client, event, monkeypatch):
    def silent(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(limits, "count_up", silent)
    assert client.post(URL, answers()).status_code == 302


@pytest.mark.parametrize("rows", [1, 3])
def test_the_form_asks_the_database_the_same_whatever_the_number(client, event, rows, django_assert_num_queries):
    for number in range(rows):
        registered(event, f"Person {number}")
    client.get(URL)
    with django_assert_num_queries(2):
        client.get(URL)


def test_a_freed_seat_is_not_shown_as_free_while_somebody_waits(client, full_event):
    cancel(registration=Registration.objects.filter(status=Status.REGISTERED).first())
    assert "Alle 2 pladser er taget" in client.get(URL).content.decode()


def test_anybody_may_put_the_event_in_a_calendar(client, event):
    response = client.get("/arrangementer/vidensdag/kalender.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"BEGIN:VEVENT" in response.content


def test_another_event_is_not_touched(client, event):
    other = EventFactory()
    client.post(URL, answers())
    assert not other.registrations.exists()
