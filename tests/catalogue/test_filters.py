"""Every filter of the catalogue, the orders, and the answer without stories."""

import pytest
from django.http import QueryDict

from catalogue.models import StoryPage, StoryProfession
from catalogue.models.facets import FILTERS, Choices
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def titles(query: str) -> list[str]:
    stories = StoryPage.objects.in_bulk()
    return [stories[stamp.pk].title for stamp in Choices(QueryDict(query)).results()]


@pytest.fixture
def known(db):
    """A story of which everything is told that one can filter by."""
    place = MunicipalityPageFactory(municipality=MunicipalityFactory(population=55_000))
    story = StoryPageFactory(
        title="Kendt", parent=place, status="spread", team_size_min=8, self_management_level=2, participation="yes"
    )
    StoryProfession.objects.create(page=story, profession="nurse", sort_order=0)
    return story


@pytest.mark.database
@pytest.mark.parametrize(
    "query",
    [
        "tema=ledelse",
        "status=udbredt",
        "teamstoerrelse=7-10",
        "selvstyring=selvplanlaeggende",
        "maalgruppe=leder",
        "faggruppe=sygeplejerske",
        "kommunestoerrelse=30000-59999",
        "rum=deltog",
    ],
)
def test_each_filter_finds_what_it_says(known, query):
    StoryPageFactory(title="Ukendt", for_leader=False, for_staff=True).themes.all().delete()
    assert titles(query) == ["Kendt"]


@pytest.mark.parametrize("name", ["status", "teamstoerrelse", "selvstyring", "rum"])
def test_what_no_source_tells_can_be_chosen_too(known, name):
    StoryPageFactory(title="Ukendt")
    assert titles(f"{name}=ikke-oplyst") == ["Ukendt"]


def test_stories_from_abroad_have_a_choice_of_their_own(known):
    abroad = MunicipalityFactory(code="NO-0301", country="NO", kind="abroad")
    StoryPageFactory(title="Oslo", parent=MunicipalityPageFactory(municipality=abroad))
    assert titles("region=udlandet") == ["Oslo"]


def test_the_last_confirmed_come_first_and_those_never_confirmed_last():
    for title, day in (("Gammel", "2021"), ("Aldrig", ""), ("Ny", "2026-11-01"), ("Midt", "2021-06")):
        StoryPageFactory(title=title, last_confirmed_on=day)
    assert titles("sortering=bekraeftet") == ["Ny", "Midt", "Gammel", "Aldrig"]


def test_a_choice_that_no_story_answers_is_not_offered(read, known):
    soup = read("/katalog/")
    assert [box["value"] for box in soup.select("input[name=faggruppe]")] == ["sygeplejerske"]
    assert not soup.select("#f-region")


def test_a_choice_that_would_leave_nothing_cannot_be_made_but_one_made_can_be_taken_back(read, known):
    StoryPageFactory(status="stopped", for_leader=False, for_staff=True)
    soup = read("/katalog/?status=stoppet&maalgruppe=leder")
    assert soup.select_one("#f-tema-ledelse").has_attr("disabled")
    assert not soup.select_one("#f-status-stoppet").has_attr("disabled")


def test_the_way_out_leaves_out_all_choices_of_a_filter(read, known):
    StoryPageFactory(status="stopped", for_leader=False, for_staff=True)
    StoryPageFactory(status="planned", for_leader=False, for_staff=True)
    soup = read("/katalog/?status=stoppet&status=planlagt&maalgruppe=leder&tema=ledelse")
    ways = {way.text: way["href"].partition("?")[2] for way in soup.select(".empty a")}
    assert [len(titles(query)) for query in ways.values()] == [2, 1]
    assert list(ways) == ["Fjern “Leder”", "Fjern “Stoppet eller Planlagt”"]


def test_filters_are_closed_until_opened_on_a_phone_whatever_is_chosen(read, known):
    soup = read("/katalog/?status=udbredt&rum=deltog")
    assert not soup.select_one("details.facets").has_attr("open")
    assert soup.select_one("#f-rum").parent.has_attr("open")


def test_the_number_of_stories_is_said_when_it_changes(read, known):
    assert read("/katalog/").select_one("[role=status] h2").text == "1 erfaring"


def test_a_script_is_told_the_shortest_address_that_says_the_same(client, known):
    answer = client.get("/katalog/?rum=deltog&sortering=nyeste&ukendt=x", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == "/katalog/?rum=deltog"
    assert "HX-Push-Url" not in client.get("/katalog/?rum=deltog")


def test_what_is_swapped_in_is_on_the_page(read, known):
    soup = read("/katalog/")
    form = soup.select_one("form[hx-get]")
    swapped = [part.partition(":")[0] for part in form["hx-select-oob"].split(",")]
    assert {f"#f-{name}" for name in FILTERS} <= set(swapped)
    assert soup.select_one("#antal")
    assert soup.select_one(form["hx-target"])


@pytest.mark.parametrize("name", FILTERS)
def test_nonsense_in_any_filter_is_left_alone(read, known, name):
    address = f"/katalog/?{name}=%00&{name}=" + "x" * 2000 + f"&{name}=" * 50 + "&side=999"
    assert len(read(address).select("article.story")) == 1
