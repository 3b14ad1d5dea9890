"""The demo's conference: always the same, marked as an example, and made by registering."""

import pytest

from demo.seed.conference import AT_THE_CONFERENCE, demo_attendees, seed_conference
from demo.seed.people import seed_people
from events.models import Event, Registration, RegistrationLog
from notifications.models import OutboxMessage
from tests.factories.accounts import MunicipalityFactory

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def seeded(site, haderslev, koege):
    for name in ("Aarhus", "Høje-Taastrup", "København", "Faxe"):
        MunicipalityFactory(name=name)
    seed_people()
    seed_conference()


def held() -> dict[str, tuple[int, int, int]]:
    counts = {event.slug: event.seat_count for event in Event.objects.with_seats()}
    return {slug: (seats.total, seats.taken, seats.waiting) for slug, seats in counts.items()}


def test_there_is_room_at_the_conference_and_a_queue_at_the_seminar(seeded):
    assert held() == {"vidensdag-2027": (200, AT_THE_CONFERENCE, 0), "moed-en-kommune": (12, 12, 4)}


def test_run_twice_it_changes_nothing(seeded):
    before = held(), RegistrationLog.objects.count()
    seed_conference()
    assert (held(), RegistrationLog.objects.count()) == before


def test_everybody_is_marked_as_demo_and_gets_no_mail(seeded):
    assert not Registration.objects.filter(is_demo=False).exists()
    assert not Event.objects.filter(is_demo=False).exists()
    assert not OutboxMessage.objects.exists()


def test_the_people_of_the_file_are_invented_and_can_be_written_to():
    people = list(demo_attendees())
    assert all(person.email.lower().endswith(("example.dk", "example.com")) for person in people)
    assert not any(person.name[0] in "=+-@" for person in people)


def test_other_spellings_of_a_municipality_are_understood(seeded):
    known = set(Registration.objects.exclude(municipality=None).values_list("municipality__name", flat=True))
    assert {"Aarhus", "Høje-Taastrup", "København", "Faxe"} <= known
    assert Registration.objects.filter(organisation="Nordlunde Kommune").exists()
