"""The pages of the real stories held up against cases.json: all that is there is told, and nothing else is."""

import re

import brotli
import pytest
from wagtail.models import Page

from catalogue.models import StoryPage
from demo.seed.stories import read_cases, seed_stories, title_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]
BUDGET = 10_000  # bytes of HTML, brotli
CASES = read_cases()
FACTS = {  # heading in the box -> where cases.json tells of it
    "Status": "rollout_status",
    "Periode": "start",
    "Antal teams": "number_of_teams",
    "Teamets størrelse": "team_size",
    "Borgere pr. team": "citizens_per_team",
    "Borgere i alt": "citizens_total",
    "Faggrupper": "professions",
    "Selvstyre": "self_management",
    "Område": "pilot_area",
    "Penge": "funding",
    "Organisering": None,
    "Lederens spænd": None,
}
# Words the page itself adds to a fact: units, the name of a status, the common scale.
OURS = set(
    "medarbejdere årsværk teams team borgere social og sundhedsuddannede "  # noqa: SIM905 (read as a sentence)
    "forsøg i drift udbredt eller på vej stoppet "
    "trin af 4 den fælles skala trinnet er vores læsning selvplanlæggende selvvisiterende 2 3".split()
)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])


def words(text):
    text = text.lower().replace("ergo- og", "ergoterapeuter og").replace("–", "-")
    return set(re.findall(r"[\wæøåäö]+(?:[.,]\d+)*", text))


def flat(value):
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


@pytest.fixture
def story_of(read):
    def story(case):
        return read(StoryPage.objects.get(title=title_of(case)).path_on_site)

    return story


def numbers(element):
    """The sources a piece of the page points to, taken out of it."""
    links = element.select("a.src")
    for link in links:
        link.extract()
    return [int(link.text.strip("[]")) for link in links]


def expected(case, told):
    order = [source["id"] for source in case["sources"]]
    return [order.index(key) + 1 for key in told["src"]]


@every_case
def test_every_reference_in_the_data_has_its_source(case):
    known = {source["id"] for source in case["sources"]}
    assert set(re.findall(r"'src': \[([^\]]*)\]", str(case))) != set()
    used = {key for keys in re.findall(r"'src': \[([^\]]*)\]", str(case)) for key in re.findall(r"\w+", keys)}
    assert used <= known


@every_case
def test_every_fact_is_told_with_its_sources_and_nothing_else(story_of, case):
    rows = {row.dt.text: row.dd for row in story_of(case).select("aside.facts dl > div")}
    assert set(rows) == set(FACTS)
    for heading, name in FACTS.items():
        fact = case["team"][name] if name else None
        sources = numbers(rows[heading])
        shown = rows[heading].get_text(" ")
        if fact is None:
            assert (shown, sources) == ("ikke oplyst", [])
            continue
        source_words = words(flat(fact["value"]) + " " + (fact.get("note") or ""))
        assert sources == expected(case, fact)
        assert source_words - words(shown) <= {"medarbejdere", "teams", "team", "kr"}, heading
        assert words(shown) - source_words <= OURS, heading


@every_case
def test_every_point_is_told_word_for_word_under_one_heading(story_of, case):
    sections = [case["starting_point"], case["what_they_did"], case["learned"]]
    told = [point for section in sections for point in section or []]
    shown = story_of(case).select(".telling > section:not([aria-labelledby=uvist]) ul.marked > li")
    assert sorted(pieces(shown)) == sorted(wanted(case, told))


@every_case
def test_all_advice_is_told_under_its_kind(story_of, case):
    soup = story_of(case)
    lists = {"do": "ul.advice:not(.advice--dont, .advice--ask)", "dont": "ul.advice--dont", "other": "ul.advice--ask"}
    for kind, selector in lists.items():
        shown = soup.select(f"{selector} > li")
        for item in shown:
            number = {1: "Én kilde", 2: "2 kilder", 3: "3 kilder"}[len(item.select("a.src"))]
            told = [part.extract().text for part in item.select(".strength > span:not(:has(a))")]
            assert told == ["", "Én kommunes erfaring", "·", number]
        assert pieces(shown) == wanted(case, case["advice"][kind])


def pieces(elements):
    return [(numbers(element), " ".join(element.get_text(" ").split())) for element in elements]


def wanted(case, points):
    return [
        (expected(case, point), point["da"] + (f" ({point['note']})" if point.get("note") else "")) for point in points
    ]


@every_case
def test_every_result_is_told_with_its_figure_and_its_caveat(story_of, case):
    outcomes = story_of(case).select(".outcome")
    assert len(outcomes) == len(case["results"] or [])
    for outcome, result in zip(outcomes, case["results"] or [], strict=True):
        assert numbers(outcome) == expected(case, result)
        shown = words(outcome.get_text(" "))
        told = words(f"{result['da']} {result['figure'] or ''} {result['caveat'] or ''}")
        assert told <= shown
        assert shown - told <= {"periode", "ikke", "oplyst", "tallet", "kommer", "fra", "pas", "på"}


@every_case
def test_every_source_stands_in_the_list_in_order(story_of, case):
    shown = story_of(case).select("ol.sources > li")
    assert len(shown) == len(case["sources"])
    for item, source in zip(shown, case["sources"], strict=True):
        assert source["title"] in item.text
        assert source["publisher"] in item.text
        assert (item.a["href"] if item.a else None) == source["url"]
        assert ("dato ikke oplyst" in item.text) == (source["date"] is None)
        assert (source["date"] or "")[:4] in item.text


@every_case
def test_the_rest_of_the_case_is_told(story_of, case):
    soup = story_of(case)
    head = soup.select_one("header.title")
    assert numbers(head.select_one(".lead")) == expected(case, case["summary"])
    assert head.select_one(".lead").text.strip() == case["summary"]["da"]
    assert [tag.text.lower() for tag in head.select(".tag")] == [word.lower() for word in case["themes"]]
    assert all(audience in head.text for audience in case["audience"])
    assert [line.text for line in soup.select("section[aria-labelledby=uvist] li")] == case["gaps"]
    room = soup.select_one("section[aria-labelledby=rum]")
    assert numbers(room) == expected(case, case["room"])
    assert case["room"]["note"] in room.text
    assert (case["room"]["round"] or "") in room.text
    assert case["advice_note"] in soup.text


@every_case
def test_when_it_was_last_confirmed_is_the_newest_dated_source(case):
    dates = [source["date"] for source in case["sources"] if source["date"]]
    assert StoryPage.objects.get(title=title_of(case)).last_confirmed_on == max(dates, default="")


def test_seeding_again_changes_nothing():
    before = list(StoryPage.objects.values_list("pk", "latest_revision_id", "first_published_at"))
    seed_stories()
    assert list(StoryPage.objects.values_list("pk", "latest_revision_id", "first_published_at")) == before


def test_the_first_in_the_file_is_the_newest():
    assert StoryPage.objects.live_public().newest().first().title == title_of(CASES[0])


def test_no_person_is_named():
    assert not StoryPage.objects.exclude(contact_name="", contact_email="").exists()


def test_every_seeded_page_of_ours_is_within_its_budget(client):
    ours = Page.objects.live().filter(content_type__app_label__in=("catalogue", "rooms"))
    pages = ours.exclude(content_type__model__in=("diarypage", "diaryentrypage")).specific()
    weights = {page.path_on_site: len(brotli.compress(client.get(page.path_on_site).content)) for page in pages}
    assert len(weights) == 20 + 20 + 4  # stories, municipalities, index pages and the guide
    assert {path: weight for path, weight in weights.items() if weight > BUDGET} == {}
