"""The lists of those who run an event, and who may see what."""

import io

import pytest
from openpyxl import load_workbook

from accounts.domain.memberships import join_municipality
from accounts.enums import AuditAction, Role
from accounts.models import AuditEntry
from events.domain.registrations import cancel
from events.enums import StaffRole, Status
from events.exports.attendees import neutral
from events.models import Event, Registration
from notifications.enums import MailStatus
from notifications.models import OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.events import EventFactory, from_now, organise, publish, registered

pytestmark = pytest.mark.django_db
URL = "/arrangoer/vidensdag/"


@pytest.fixture
def led(full_event, organiser, client):
    """Vidensdag, full and with a queue, whose organiser is signed in."""
    organise(full_event, organiser)
    client.force_login(organiser)
    return full_event


def page(client, query: str = "") -> str:
    return client.get(f"{URL}{query}").content.decode()


def hold_today(event) -> None:
    Event.objects.filter(pk=event.pk).update(starts_at=from_now(minutes=-5), ends_at=from_now(minutes=5))


def test_who_is_not_signed_in_is_asked_to(client, event):
    for url in ("/arrangoer/", URL, f"{URL}deltagere.xlsx"):
        response = client.get(url)
        assert response.status_code == 302
        assert response.url.startswith("/konto/login/")


def test_the_organiser_of_another_event_meets_nothing(client, event, organiser):
    organise(EventFactory(), organiser)
    client.force_login(organiser)
    assert client.get(URL).status_code == 404
    assert client.get(f"{URL}deltagere.xlsx").status_code == 404
    assert client.post(f"{URL}pladser/", {"seats": 99}).status_code == 404
    assert Event.objects.get(pk=event.pk).seats == 10


@pytest.mark.parametrize("persona", ["contributor", "stranger", "editor", "follow_group_reader"])
def test_a_post_at_the_event_is_what_counts(client, event, persona, request):
    client.force_login(request.getfixturevalue(persona))
    assert client.get(URL).status_code == 404


def test_a_suspended_organiser_is_nobody(client, event, organiser):
    organise(event, organiser)
    client.force_login(organiser)
    organiser.is_active = False
    organiser.save()
    assert client.get(URL).status_code == 302


def test_the_organiser_sees_who_comes_and_who_waits_in_order(client, led):
    assert "Sidder 0" in page(client)
    waiting = page(client, "?status=waiting")
    assert waiting.index("Bo") < waiting.index("Eva")
    assert "Sidder 0" not in waiting


def test_the_organiser_sees_until_when_a_seat_is_offered(client, led):
    cancel(registration=Registration.objects.get(name="Sidder 0"))
    assert "Tilbud indtil" in page(client, "?status=offered")
    assert "Sidder 0" in page(client, "?status=cancelled")


def test_the_place_in_the_queue_is_the_same_when_the_list_is_narrowed(client, led):
    response = client.get(f"{URL}?status=waiting&q=Eva")
    assert [row.queue_place for row in response.context["listing"]] == [2]


@pytest.mark.parametrize("query", ["?status=x", "?side=99", "?side=x", "?q=%00", "?function=x", "?q=" + "a" * 200])
def test_a_question_that_makes_no_sense_is_answered_all_the_same(client, led, query):
    assert client.get(f"{URL}{query}").status_code == 200


def test_mails_that_failed_are_shown_with_their_address(client, led):
    OutboxMessage.objects.filter(recipient="bo@example.dk").update(status=MailStatus.FAILED)
    assert "1 mail kom ikke frem" in page(client)
    assert "bo@example.dk" in page(client)


def test_failed_mails_of_another_event_are_not_shown(client, led):
    registered(EventFactory(), "Fremmed")
    OutboxMessage.objects.filter(recipient="fremmed@example.dk").update(status=MailStatus.FAILED)
    assert "fremmed@example.dk" not in page(client)


def test_more_seats_are_offered_at_once(client, led):
    response = client.post(f"{URL}pladser/", {"seats": 3}, follow=True)
    assert "1 på ventelisten har fået tilbudt en plads" in response.content.decode()
    assert Registration.objects.get(name="Bo").status == Status.OFFERED


def test_fewer_seats_are_told_of_honestly(client, led):
    response = client.post(f"{URL}pladser/", {"seats": 1}, follow=True)
    assert "1 mere end det har en plads" in response.content.decode()


@pytest.mark.parametrize("seats", ["", "0", "-1", "mange", "999999999"])
def test_a_number_of_seats_that_is_none_changes_nothing(client, led, seats):
    assert client.post(f"{URL}pladser/", {"seats": seats}).status_code == 422
    assert Event.objects.get(pk=led.pk).seats == 2


def test_an_administrator_reads_and_changes_nothing(client, full_event, administrator):
    client.force_login(administrator)
    assert "Sidder 0" in page(client)
    assert "deltagere.xlsx" not in page(client)
    assert client.get(f"{URL}deltagere.xlsx").status_code == 404
    assert client.post(f"{URL}pladser/", {"seats": 99}).status_code == 404


def test_a_checkin_helper_sees_names_on_the_day_and_only_then(client, full_event, checkin_helper):
    organise(full_event, checkin_helper, StaffRole.CHECKIN)
    client.force_login(checkin_helper)
    assert client.get(URL).status_code == 404
    hold_today(full_event)
    seen = page(client)
    assert "Sidder 0" in seen
    assert ">Bo<" not in seen
    assert "@example.dk" not in seen


def test_a_checkin_helper_cannot_find_out_an_address_by_searching(client, full_event, checkin_helper):
    organise(full_event, checkin_helper, StaffRole.CHECKIN)
    hold_today(full_event)
    client.force_login(checkin_helper)
    assert "Sidder 0" in page(client, "?q=sidder")
    assert "Sidder 0" not in page(client, "?q=example.dk")
    assert client.get(f"{URL}?q=%00").status_code == 200


def test_a_coordinator_sees_who_comes_from_the_own_municipality(client, event, coordinator, haderslev, koege):
    registered(event, "Hanne", municipality=haderslev)
    registered(event, "Kaj", municipality=koege)
    client.force_login(coordinator)
    assert "Hanne" in page(client)
    assert "Kaj" not in page(client)
    assert "@example.dk" not in page(client)


def test_a_coordinator_of_a_closed_municipality_sees_nothing(event, coordinator, haderslev):
    registered(event, "Hanne", municipality=haderslev)
    haderslev.closed_at = from_now(days=-1)
    haderslev.save()
    assert not Registration.objects.visible_to(coordinator)
    assert not Event.objects.visible_to(coordinator)


def test_my_events_are_those_i_have_a_post_at(client, led, organiser):
    EventFactory(title="En andens dag")
    mine = client.get("/arrangoer/").content.decode()
    assert "Vidensdag" in mine
    assert "En andens dag" not in mine


def test_the_lists_are_kept_by_no_cache(client, led):
    for url in ("/arrangoer/", URL, f"{URL}deltagere.xlsx"):
        assert "no-store" in client.get(url)["Cache-Control"]


def sheet_of(client):
    return load_workbook(io.BytesIO(client.get(f"{URL}deltagere.xlsx").content)).active


def test_the_spreadsheet_holds_everybody_the_queue_in_order(client, led):
    rows = [[cell.value for cell in row] for row in sheet_of(client).iter_rows()]
    assert rows[0][:6] == ["Navn", "Mail", "Kommune eller arbejdsplads", "Rolle", "Status", "Nr. i køen"]
    assert [(row[0], row[4], row[5]) for row in rows[1:]] == [
        ("Sidder 0", "tilmeldt", None),
        ("Sidder 1", "tilmeldt", None),
        ("Bo", "på venteliste", 1),
        ("Eva", "på venteliste", 2),
    ]


def test_the_log_tells_who_took_the_list_away(client, led, organiser):
    sheet_of(client)
    entry = AuditEntry.objects.get(action=AuditAction.EXPORTED)
    assert (entry.by, entry.about_text) == (organiser, led.title)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-2+3", "@SUM(1)", "=HYPERLINK(A1)"])
def test_a_name_is_never_a_formula(client, led, name):
    registered(led, name, email="x@example.dk")
    cell = sheet_of(client)["A6"]
    assert (cell.value, cell.data_type) == (f"'{name}", "s")


def test_characters_no_spreadsheet_takes_are_left_out():
    assert neutral("An\x00na\x1f") == "Anna"


def test_demo_people_are_marked(client, led):
    registered(led, "Demo Person", is_demo=True)
    assert sheet_of(client)["H6"].value == "demo"
    assert '<span class="tag">demo</span>' in page(client, "?status=waiting")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_whatever_the_number(client, event, organiser, rows, django_assert_num_queries):
    organise(event, organiser)
    for number in range(rows):
        registered(event, f"Person {number}")
    client.force_login(organiser)
    client.get(URL)
    with django_assert_num_queries(14):
        client.get(URL)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_spreadsheet_asks_the_same_whatever_the_number(client, event, organiser, rows, django_assert_num_queries):
    organise(event, organiser)
    for number in range(rows):
        registered(event, f"Person {number}")
    client.force_login(organiser)
    client.get(URL)
    with django_assert_num_queries(7):
        client.get(f"{URL}deltagere.xlsx")


@pytest.mark.parametrize("rows", [1, 3])
def test_my_events_ask_the_same_whatever_the_number(client, site, organiser, rows, django_assert_num_queries):
    for _number in range(rows):
        event = organise_new(organiser)
        registered(event)
    client.force_login(organiser)
    client.get("/arrangoer/")
    with django_assert_num_queries(3):
        client.get("/arrangoer/")


def organise_new(organiser):
    event = EventFactory()
    publish(event)
    organise(event, organiser)
    return event


@pytest.mark.parametrize(
    ("role", "sees"), [(Role.COORDINATOR, {"Hanne"}), (Role.CONTRIBUTOR, set())], ids=["coordinator", "contributor"]
)
def test_visible_registrations_follow_the_role_in_the_municipality(event, haderslev, koege, role, sees):
    user = UserFactory()
    join_municipality(by=None, user=user, municipality=haderslev, role=role)
    registered(event, "Hanne", municipality=haderslev)
    registered(event, "Kaj", municipality=koege)
    assert {each.name for each in Registration.objects.visible_to(user)} == sees


def test_roles_add_up_without_showing_anybody_twice(event, coordinator, haderslev):
    organise(event, coordinator)
    registered(event, "Hanne", municipality=haderslev)
    assert [each.name for each in Registration.objects.visible_to(coordinator)] == ["Hanne"]
