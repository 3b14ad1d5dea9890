"""/katalog/kommune-som-min/: municipalities like one's own, and the sum that says so."""

import datetime

import pytest

from accounts.models import Region, RegionPeriod
from catalogue.models import StoryTheme
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
PATH = "/katalog/kommune-som-min/"


def municipality(slug, population=None, region=""):
    made = MunicipalityFactory(name=slug.capitalize(), slug=slug, population=population)
    if region:
        place, _ = Region.objects.get_or_create(name=region)
        RegionPeriod.objects.create(municipality=made, region=place, valid_from=datetime.date(2007, 1, 1))
    return made


def telling(slug, population=None, region="", **story):
    page = MunicipalityPageFactory(municipality=municipality(slug, population, region))
    return StoryPageFactory(parent=page, **story)


def names(soup):
    return [link.text for link in soup.select(".alike h3 a")]


def lines(soup, place=0):
    rows = soup.select(".alike")[place].select("tbody tr, tfoot tr")
    return [[" ".join(cell.text.split()) for cell in row.select("th, td")] for row in rows]


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_five_queries_however_many_are_alike(client, django_assert_num_queries, number):
    municipality("egen", 40_000)
    for n in range(number):
        telling(f"sted{n}", 40_000)
    client.get(PATH)
    with django_assert_num_queries(5):
        client.get(f"{PATH}?kommune=egen")


@pytest.mark.database
def test_the_likest_comes_first(read):
    municipality("egen", 40_000, "Region Syddanmark")
    telling("stor", 400_000)
    telling("naesten", 42_000)
    telling("nabo", 42_000, "Region Syddanmark")
    assert names(read(f"{PATH}?kommune=egen")) == ["Nabo", "Naesten", "Stor"]


@pytest.mark.database
def test_every_reason_stands_in_words_with_its_points(read):
    municipality("egen", 40_000, "Region Syddanmark")
    telling("nabo", 20_000, "Region Syddanmark", status="trying", self_management_level=2)
    asked = "kommune=egen&status=trying&trin=3&tema=ledelse&tema=borger"
    assert lines(read(f"{PATH}?{asked}")) == [
        ["Indbyggere", "20.000, og 40.000 hos jer", "1 af 2"],
        ["Region", "det samme: Syddanmark", "1 af 1"],
        ["Selvstyre", "1 trin fra: selvplanlæggende", "0,7 af 1"],
        ["Hvor langt de er", "det samme: forsøg", "2 af 2"],
        ["Temaer", "1 af 2: ledelse", "1,5 af 3"],
        ["I alt 69 % ens", "6,2 af 9"],
    ]


def test_a_weight_of_nothing_takes_the_reason_out_of_the_sum(read):
    municipality("egen", 40_000, "Region Syddanmark")
    telling("nabo", 20_000, "Region Syddanmark")
    assert [line[0] for line in lines(read(f"{PATH}?kommune=egen&v-indbyggere=0"))] == ["Region", "I alt 100 % ens"]


def test_silence_is_told_and_gives_no_points(read):
    municipality("egen", 40_000)
    telling("tavs", 40_000)
    assert ["Hvor langt de er", "ikke oplyst", "0 af 2"] in lines(read(f"{PATH}?kommune=egen&status=running"))


def test_a_municipality_that_tells_has_its_own_answers_filled_in(read):
    story = telling("egen", 40_000, status="running", self_management_level=3)
    StoryTheme.objects.create(page=story, theme="borger", sort_order=1)
    soup = read(f"{PATH}?kommune=egen")
    assert soup.select_one("select[name=status] option[selected]")["value"] == "running"
    assert soup.select_one("select[name=trin] option[selected]")["value"] == "3"
    assert {box["value"] for box in soup.select("input[name=tema][checked]")} == {"ledelse", "borger"}


def test_what_the_reader_leaves_out_is_not_filled_in_again(read):
    telling("egen", 40_000, status="running")
    telling("nabo", 40_000, status="running")
    soup = read(f"{PATH}?kommune=egen&status=&trin=")
    assert not soup.select("input[name=tema][checked]")
    assert [line[0] for line in lines(soup)] == ["Indbyggere", "I alt 100 % ens"]


def test_ones_own_municipality_is_not_suggested(read):
    telling("egen", 40_000)
    assert names(read(f"{PATH}?kommune=egen")) == []


def test_a_draft_says_nothing_of_its_municipality(read):
    municipality("egen", 40_000)
    telling("kladde", 40_000, live=False)
    telling("nabo", 40_000)
    assert names(read(f"{PATH}?kommune=egen")) == ["Nabo"]


@pytest.mark.parametrize("times", [1, 4])
def test_the_newest_two_stories_are_shown(read, times):
    municipality("egen", 40_000)
    first = telling("nabo", 40_000, title="Den første")
    for n in range(times):
        StoryPageFactory(parent=first.get_parent().specific, title=f"Senere {n}")
    shown = [link.text for link in read(f"{PATH}?kommune=egen").select(".alike a.go")]
    assert shown == [f"Senere {times - 1}", f"Senere {times - 2}" if times > 1 else "Den første"]


@pytest.mark.database
@pytest.mark.parametrize(
    "address",
    [
        "kommune=findesikke",
        "kommune=egen&status=x&trin=99&tema=ukendt&v-indbyggere=900&v-region=-1&v-temaer=a",
        f"kommune={'a' * 100_000}",
        "kommune=egen&trin=²",
        "kommune=%00&status=%00",
        "kommune=egen&" + "tema=borger&" * 500,
    ],
)
def test_what_is_not_known_counts_as_not_chosen(client, address):
    municipality("egen", 40_000)
    telling("nabo", 40_000)
    assert client.get(f"{PATH}?{address}").status_code == 200


def test_the_municipalitys_page_leads_there(read):
    story = telling("egen", 40_000)
    hrefs = [link["href"] for link in read(story.get_parent().specific.path_on_site).select("a.go")]
    assert f"{PATH}?kommune=egen" in hrefs


def test_it_sets_no_cookie(client):
    municipality("egen", 40_000)
    assert not client.get(f"{PATH}?kommune=egen").cookies
