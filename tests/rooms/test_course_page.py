import pytest
from bs4 import BeautifulSoup

from rooms.models import RoomsIndexPage
from tests.factories.rooms import add_source, add_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(site):
    return RoomsIndexPage.objects.get()


@pytest.fixture
def read(client):
    return lambda: BeautifulSoup(client.get("/udviklingsrum/").content, "html.parser")


@pytest.mark.parametrize("steps", [1, 3])
def test_the_course_costs_four_queries_however_long_it_is(client, rooms, django_assert_num_queries, steps):
    for n in range(steps):
        add_step(rooms)
        add_source(rooms, key=f"K{n}")
    client.get("/udviklingsrum/")
    with django_assert_num_queries(4):
        client.get("/udviklingsrum/")


def test_planned_is_told_apart_from_documented_in_word_and_shape(read, rooms):
    add_step(rooms, title="Sket")
    add_step(rooms, title="Tænkt", evidence="planned")
    happened, planned = read().select(".course__step")
    assert "planlagt" not in happened.text
    assert "planlagt" in planned.text
    assert "course__step--planned" in planned["class"]
    assert "course__step--planned" not in happened["class"]


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"date": "2022"}, "2022"),
        ({"date": "2022-05", "end_date": "2023-05"}, "maj 2022 – maj 2023"),
        ({"date": "2021-09", "is_approximate": True}, "omkring september 2021"),
        ({"date": ""}, "dato ikke oplyst"),
    ],
)
def test_a_date_is_told_as_precise_as_it_is_known(read, rooms, fields, when):
    add_step(rooms, **fields)
    assert read().select_one(".course__when").text == when


def test_a_step_without_a_date_stands_where_it_was_put(read, rooms):
    for date in ("2020", "", "2021"):
        add_step(rooms, date=date)
    assert [len(part.select("li")) for part in read().select("ol.course")] == [2, 1]


def test_a_step_leads_to_its_source(read, rooms):
    add_source(rooms)
    add_step(rooms, source_keys="A, Z")
    soup = read()
    links = soup.select(".course__step a.src")
    assert [link["href"] for link in links] == ["#kilde-1"]
    assert "En artikel" in soup.select_one("#kilde-1").text


def test_what_we_conclude_is_marked_as_ours(read, rooms):
    add_step(rooms, inference="Det passer med otte.")
    assert "Vores læsning: Det passer med otte." in " ".join(read().select_one(".caveat").text.split())


def test_an_empty_course_is_still_a_page(read, rooms):
    assert read().h1.text == "Udviklingsrum"
