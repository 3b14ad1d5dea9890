import datetime

import pytest

from accounts.models import Region, RegionPeriod
from catalogue.models.telling_places import telling_places
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
OUTLINED = ("0101", "0147", "0151", "0510", "0259")  # codes that are on the map


def tells(code, name, **fields):
    page = MunicipalityPageFactory(municipality=MunicipalityFactory(code=code, name=name, **fields))
    StoryPageFactory(parent=page)
    return page


def links(elements):
    return {element["href"] for element in elements}


@pytest.mark.parametrize("municipalities", [1, 3])
def test_the_map_costs_three_queries_however_many_tell(client, django_assert_num_queries, municipalities):
    for code in OUTLINED[:municipalities]:
        tells(code, f"By {code}")
    client.get("/kommuner/")
    with django_assert_num_queries(3):
        client.get("/kommuner/")


@pytest.mark.parametrize("stories", [1, 3])
def test_a_municipality_costs_seven_queries_however_much_it_tells(client, django_assert_num_queries, stories):
    page = MunicipalityPageFactory()
    StoryPageFactory.create_batch(stories, parent=page)
    client.get(page.path_on_site)
    with django_assert_num_queries(7):
        client.get(page.path_on_site)


def test_a_municipality_with_much_to_tell_tells_twenty_at_a_time(read):
    page = MunicipalityPageFactory()
    StoryPageFactory.create_batch(21, parent=page)
    assert len(read(page.path_on_site).select("article.story")) == 20
    assert len(read(page.path_on_site + "?side=2").select("article.story")) == 1


def test_map_list_and_table_carry_the_same_links(read):
    for code in OUTLINED[:3]:
        tells(code, f"By {code}")
    MunicipalityPageFactory(municipality=MunicipalityFactory(code=OUTLINED[3]))  # has a page but nothing to tell
    MunicipalityFactory(code=OUTLINED[4])
    soup = read("/kommuner/")
    on_map = links(soup.select("svg.map a"))
    assert len(on_map) == 3
    assert on_map == links(soup.select(".map-names a")) == links(soup.select("tbody a"))


def test_the_table_has_every_danish_municipality_linked_or_not(read):
    tells("0101", "København")
    MunicipalityFactory(code="0147", name="Frederiksberg")
    MunicipalityFactory(code="NO-0301", name="Oslo", country="NO", kind="abroad")
    assert [row.th.text for row in read("/kommuner/").select("tbody tr")] == ["Frederiksberg", "København"]


def test_a_guest_is_listed_as_a_guest_and_not_on_the_map(read):
    guest = tells("NO-0301", "Oslo", country="NO", kind="abroad")
    soup = read("/kommuner/")
    assert links(soup.select("section[aria-labelledby=gaester] a")) == {guest.path_on_site}
    assert not soup.select("svg.map a")
    assert "Gæst fra udlandet" in read(guest.path_on_site).text


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("navn", ["Frederiksberg", "København", "Aarhus"]),
        ("folketal", ["København", "Aarhus", "Frederiksberg"]),
        ("erfaringer", ["Aarhus", "Frederiksberg", "København"]),
        ("noget-andet", ["Frederiksberg", "København", "Aarhus"]),
    ],
)
def test_the_table_is_sorted_by_its_links(read, order, names):
    MunicipalityFactory(code="0101", name="København", population=671714)
    MunicipalityFactory(code="0147", name="Frederiksberg", population=106150)
    tells("0751", "Aarhus", population=378361)
    assert [row.th.text for row in read(f"/kommuner/?sortering={order}").select("tbody tr")] == names


def test_more_than_one_story_is_told_by_a_number_on_the_map(read):
    page = tells("0510", "Haderslev")
    assert not read("/kommuner/").select(".map__number")
    StoryPageFactory(parent=page)
    assert [number.text for number in read("/kommuner/").select(".map__number")] == ["2"]


def test_the_more_stories_the_darker_and_the_key_says_how_many(read):
    for code, stories in (("0510", 1), ("0259", 2), ("0101", 5)):
        StoryPageFactory.create_batch(stories - 1, parent=tells(code, f"By {code}"))
    soup = read("/kommuner/")
    shades = {link.title.string: link["class"][0] for link in soup.select("svg.map a")}
    assert shades == {"By 0510": "map__step-0", "By 0259": "map__step-1", "By 0101": "map__step-2"}
    key = [step.text for step in soup.select(".map-key [class*=map__step]")]
    assert key == ["1 erfaring", "2-4 erfaringer", "5 erfaringer eller flere"]


def test_map_and_table_are_drawn_anew_when_a_story_is_published_or_withdrawn(read):
    page = tells("0510", "Haderslev")
    read("/kommuner/")
    later = StoryPageFactory(parent=page)
    soup = read("/kommuner/")
    assert [soup.select_one(".map__number").text, soup.select("tbody td")[-1].text] == ["2", "2"]
    later.unpublish()
    assert not read("/kommuner/").select(".map__number")


def test_the_region_is_the_one_of_the_day(read, monkeypatch):
    page = MunicipalityPageFactory()
    change = datetime.date(2027, 1, 1)
    for name, start, end in (
        ("Region Sjælland", datetime.date(2007, 1, 1), change),
        ("Region Østdanmark", change, None),
    ):
        region = Region.objects.create(name=name)
        RegionPeriod.objects.create(municipality=page.municipality, region=region, valid_from=start, valid_until=end)
    monkeypatch.setattr("accounts.querysets.timezone.localdate", lambda: change - datetime.timedelta(days=1))
    assert "Region Sjælland" in read(page.path_on_site).text
    monkeypatch.setattr("accounts.querysets.timezone.localdate", lambda: change)
    assert "Region Østdanmark" in read(page.path_on_site).text


def test_facts_carry_their_day_and_unknown_ones_say_so(read):
    known = MunicipalityFactory(population=55000, population_date=datetime.date(2026, 1, 1))
    soup = read(MunicipalityPageFactory(municipality=known).path_on_site)
    rows = {row.dt.text: row.dd for row in soup.select("aside.facts dl > div")}
    assert rows["Indbyggere"].get_text(" ").split() == ["55.000", "1.", "januar", "2026"]
    assert rows["Areal"].text == "ikke oplyst"


def test_a_draft_or_a_closed_story_gives_no_place_on_the_map(read):
    page = MunicipalityPageFactory(municipality=MunicipalityFactory(code="0510"))
    StoryPageFactory(parent=page, live=False)
    assert not telling_places().on_map
    assert "Der er ikke udgivet noget endnu" in read(page.path_on_site).text


def test_under_the_map_stands_whose_it_is(read):
    text = read("/kommuner/").text
    assert "Indeholder data fra Geodatastyrelsen (nu Klimadatastyrelsen) og danske kommuner, DAGI 1:500.000" in text
    assert "Danmarks Statistik, tabel FOLK1A (1. kvartal 2026)" in text
