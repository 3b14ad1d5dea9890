"""The guide of the demo held up against guide.json and against the stories' own sources."""

import brotli
import pytest
from bs4 import BeautifulSoup

from catalogue.enums import GuideReader
from catalogue.models import GuideStepPage
from demo.seed.guide import read_guide, seed_guide
from demo.seed.stories import read_cases
from tests.factories.guide import GuidePageFactory

pytestmark = pytest.mark.django_db
GUIDE = read_guide()
POINTS = [point for step in GUIDE["steps"] for point in step["points"]]
BUDGET = 10_000  # bytes of HTML, brotli


@pytest.fixture
def seeded(site):
    GuidePageFactory()
    seed_guide()


@pytest.fixture
def soup(client, seeded):
    steps = GuideStepPage.objects.order_by("path")
    return [BeautifulSoup(client.get(step.path_on_site).content, "html.parser") for step in steps]


def test_sixty_points_in_eight_steps():
    assert [point["number"] for point in POINTS] == list(range(1, 61))
    assert len(GUIDE["steps"]) == 8


def test_every_point_names_sources_that_are_there():
    known = {source["id"] for source in GUIDE["sources"]}
    assert {key for point in POINTS for key in point["sources"]} == known


def test_every_reader_is_known():
    named = {reader for point in POINTS for reader in point["readers"]}
    named |= {line["reader"] for point in POINTS for line in point.get("lines", [])}
    assert named == set(GuideReader.values)


def test_a_source_of_a_story_is_told_in_the_guide_as_the_story_tells_it():
    told = {source["id"]: source for case in read_cases() for source in case["sources"]}
    for source in GUIDE["sources"]:
        if same := told.get(source["id"]):
            assert (source["title"], source["url"]) == (same["title"], same["url"] or "")


def test_a_place_is_a_municipality_whose_story_has_the_source():
    stories = {}
    for case in read_cases():
        for source in case["sources"]:
            stories.setdefault(source["id"], set()).add(case["municipality"].split(" (")[0])
    own = {"MI1": {"Middelfart"}}  # its own page, and no story yet
    for source in GUIDE["sources"]:
        assert set(source["places"]) <= stories.get(source["id"], own.get(source["id"], set()))


def test_every_point_is_shown_in_its_order_with_its_sources(soup):
    shown = [item for page in soup for item in page.select("[data-point]")]
    assert len(shown) == 60
    for item, point in zip(shown, POINTS, strict=True):
        assert point["text"] in item.p.get_text()
        assert len(item.select("a.src")) == len(point["sources"])
        assert [side for side in point.get("sides", []) if side not in item.get_text()] == []


def test_no_page_of_the_guide_is_heavier_than_the_budget(client, soup):
    addresses = ["/kom-godt-i-gang/", *(step.path_on_site for step in GuideStepPage.objects.all())]
    weights = {address: len(brotli.compress(client.get(address).content, quality=5)) for address in addresses}
    assert {address: weight for address, weight in weights.items() if weight > BUDGET} == {}


def test_seeding_again_changes_nothing(seeded):
    before = list(GuideStepPage.objects.values_list("pk", "latest_revision_id"))
    seed_guide()
    assert list(GuideStepPage.objects.values_list("pk", "latest_revision_id")) == before
