"""The page of the real course held up against timeline.json."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from demo.seed.course import read_timeline, seed_course
from rooms.models import RoomsIndexPage

pytestmark = pytest.mark.django_db
TIMELINE = read_timeline()


@pytest.fixture
def soup(client, site):
    seed_course()
    return BeautifulSoup(client.get("/udviklingsrum/").content, "html.parser")


def text_of(element):
    return " ".join(element.get_text(" ").split())


def test_every_reference_has_its_source():
    known = {source["id"] for source in TIMELINE["sources"]}
    used = {
        key for keys in re.findall(r'"\w*src": \[([^\]]*)\]', json.dumps(TIMELINE)) for key in re.findall(r"\w+", keys)
    }
    assert used <= known


def test_every_step_is_told_with_its_kind_and_its_sources(soup):
    shown = soup.select(".course__step")
    order = [source.key for source in RoomsIndexPage.objects.get().sources.all()]
    assert len(shown) == len(TIMELINE["events"])
    for item, event in zip(shown, TIMELINE["events"], strict=True):
        assert item.h4.text == event["title_da"]
        assert event["text_da"] in text_of(item)
        assert ("course__step--planned" in item["class"]) == (event["kind"] == "planned")
        assert [int(link.text.strip("[]")) for link in item.select("a.src")] == [
            order.index(k) + 1 for k in event["src"]
        ]
        assert (event.get("inference") or "") in text_of(item)


def test_everything_else_the_sources_say_is_told(soup):
    text = text_of(soup.main)
    told = [each["da"] for name in ("themes_discussed", "conflicts", "national_context") for each in TIMELINE[name]]
    told += [
        each[key] for each in TIMELINE["evaluations"] for key in ("name_da", "result_da", "note_da") if each.get(key)
    ]
    told += [TIMELINE["signup"]["da"]]
    assert [each for each in told if each not in text] == []


def test_success_is_told_only_where_it_is_known(soup):
    shown = [text_of(item) for item in soup.select("section[aria-labelledby=maal] li")]
    assert ["Opfyldt" in each for each in shown] == [True, False, False]
    assert ["Vides ikke" in each for each in shown] == [False, True, True]


def test_every_source_stands_in_the_list(soup):
    listed = soup.select("ol.sources li")
    assert len(listed) == len(TIMELINE["sources"])
    assert {source["title"] for source in TIMELINE["sources"]} == {
        (item.a or item.div).get_text("\n").split("\n")[0] for item in listed
    }


def test_seeding_again_changes_nothing(soup):
    before = RoomsIndexPage.objects.get().latest_revision_id
    seed_course()
    assert RoomsIndexPage.objects.get().latest_revision_id == before
