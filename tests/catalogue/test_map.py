from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest
from django.contrib.staticfiles import finders

from catalogue.map_picture import enlarged, map_svg, ring, scaled, view_box
from catalogue.outlines import map_data, outlines
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

DRAWN = Path(finders.find("catalogue/map.svg"))


def test_the_map_in_the_repository_is_the_one_the_boundaries_give():
    assert DRAWN.read_text(encoding="utf-8") == map_svg(map_data()), "run manage.py draw_map"


def test_every_municipality_is_on_the_map_and_those_round_the_capital_twice():
    names = {element.get("id") for element in ElementTree.fromstring(DRAWN.read_text()).iter()}
    assert {f"k{code}" for code in outlines()} <= names
    assert {f"z{code}" for code in enlarged()} <= names


def test_the_map_is_light_enough():
    assert len(brotli.compress(DRAWN.read_bytes())) <= 20_000


def test_no_outline_leaves_the_picture():
    _x, _y, width, height = (int(number) for number in view_box(map_data()).split())
    for path in outlines().values():
        for x, y in ring(path.split("z")[0]):
            assert 0 <= x <= width
            assert 0 <= y <= height


def test_scaling_keeps_the_largest_part_however_small():
    assert scaled("M30 30l1 0 0 1z") == "M10 10lz"
    assert scaled("M0 0l30 0 0 30 -30 0zM90 90l1 0 0 1z") == "M0 0l10 0 0 10-10 0z"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_drawn_under_our_policy_in_both_colour_schemes(live_server, site, new_context, scheme):
    story = StoryPageFactory(parent=MunicipalityPageFactory(municipality=MunicipalityFactory(haderslev=True)))
    page = new_context(color_scheme=scheme).new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{live_server}/kommuner/")
    box = page.locator("svg.map a use").first.evaluate("element => element.getBBox().width")
    land, on = (
        page.locator(f"svg.map {part}").first.evaluate("element => getComputedStyle(element).fill")
        for part in (".map__land", "a use")
    )
    assert box > 50
    assert land != on
    assert complaints == []
    page.locator("svg.map a").first.click()
    assert page.url.endswith(story.municipality.page.path_on_site)
