"""A conference open for registration, with attendees marked as demo, and a seminar that is full.

The attendees are those of data/deltagerliste_220.csv: invented names under example.dk and example.com.
"""

import csv
import datetime
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from accounts.models import Municipality, User
from demo.seed import conference_texts as texts
from events.domain.events import give_post
from events.domain.registrations import Attendee, register
from events.enums import EventKind, Function, StaffRole
from events.models import Event, EventIndexPage, EventPage

ATTENDEES = Path(__file__).resolve().parents[1] / "data" / "deltagerliste_220.csv"
AT_THE_CONFERENCE, AT_THE_SEMINAR = 163, 16
FUNCTIONS = {
    "Områdeleder": Function.LEADER,
    "Teamleder": Function.LEADER,
    "Ældrechef": Function.LEADER,
    "Projektleder": Function.PROJECT,
    "Udviklingskonsulent": Function.PROJECT,
    "MED-udvalgsmedlem": Function.OTHER,
    "Visitator": Function.OTHER,
}
OTHER_SPELLINGS = {"Århus": "Aarhus", "Høje Taastrup": "Høje-Taastrup", "Kbh.": "København"}


def seed_conference() -> None:
    """A conference open for registration, with attendees marked as demo. Run twice, it changes nothing."""
    organiser = User.objects.get(email="arrangoer@demo.example")
    attendees = list({attendee.email: attendee for attendee in demo_attendees()}.values())
    conference, seminar = make_conference(), make_seminar()
    for event in (conference, seminar):
        give_post(by=None, event=event, user=organiser, role=StaffRole.ORGANISER)
        give_post(
            by=organiser, event=event, user=User.objects.get(email="indgang@demo.example"), role=StaffRole.CHECKIN
        )
    fill(conference, attendees[:AT_THE_CONFERENCE], by=organiser)
    fill(seminar, attendees[-AT_THE_SEMINAR:], by=organiser)


def make_conference() -> Event:
    event = make_event(
        "vidensdag-2027",
        kind=EventKind.CONFERENCE,
        seats=200,
        starts_at=at(2027, 4, 14, 9, 30),
        ends_at=at(2027, 4, 14, 15, 30),
        registration_opens_at=at(2026, 10, 1, 9),
        registration_closes_at=at(2027, 3, 24, 23, 59),
        cancel_until=at(2027, 4, 7, 12),
        **texts.CONFERENCE,
    )
    present(event, programme=texts.CONFERENCE_PROGRAMME, **texts.CONFERENCE_PAGE)
    return event


def make_seminar() -> Event:
    event = make_event(
        "moed-en-kommune",
        kind=EventKind.SEMINAR,
        seats=12,
        starts_at=at(2027, 2, 3, 13),
        ends_at=at(2027, 2, 3, 14, 30),
        registration_opens_at=at(2026, 11, 2, 9),
        registration_closes_at=at(2027, 2, 1, 12),
        **texts.SEMINAR,
    )
    present(event, programme=texts.SEMINAR_PROGRAMME, **texts.SEMINAR_PAGE)
    return event


def make_event(slug: str, **fields) -> Event:
    return Event.objects.get_or_create(slug=slug, defaults={"is_demo": True, **fields})[0]


def present(event: Event, **fields) -> None:
    """Publish the event's page under /arrangementer/ when it has none."""
    if not EventPage.objects.filter(event=event).exists():
        page = EventPage(title=event.title, slug=event.slug, event=event, **fields)
        EventIndexPage.objects.get().add_child(instance=page)


def fill(event: Event, attendees: list[Attendee], *, by: User) -> None:
    """Register them in order. No mail is written: nobody waits for 163 of them when the demo starts."""
    for attendee in attendees:
        key = f"demo {attendee.email} {attendee.name}"
        register(by=by, event=event, attendee=attendee, idempotency_key=key, notify=False)


def demo_attendees() -> Iterator[Attendee]:
    """The rows of the file that can be registered: an address that is one, and a name that is no test of formulas."""
    municipalities = {municipality.name: municipality for municipality in Municipality.objects.danish()}
    with ATTENDEES.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            email = row["E-mail"].strip()
            if is_address(email) and row["Efternavn"] != "Formel":
                yield demo_attendee(row, email, municipalities)


def demo_attendee(row: dict[str, str], email: str, municipalities: dict[str, Municipality]) -> Attendee:
    workplace = row["Organisation"].strip()
    name = workplace.removesuffix(" Kommune")
    municipality = municipalities.get(OTHER_SPELLINGS.get(name, name))
    return Attendee(
        name=f"{row['Fornavn'].strip()} {row['Efternavn'].strip()}",
        email=email,
        function=FUNCTIONS.get(row["Rolle"], Function.EMPLOYEE),
        municipality=municipality,
        organisation="" if municipality else workplace,
        is_demo=True,
    )


def is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime.datetime:
    return datetime.datetime(year, month, day, hour, minute, tzinfo=timezone.get_default_timezone())
