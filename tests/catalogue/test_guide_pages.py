"""/kom-godt-i-gang/ and its steps: shared text for everyone, marked parts for some."""

import pytest
from bs4 import BeautifulSoup

from tests.factories.catalogue import StoryPageFactory
from tests.factories.guide import GuidePageFactory, add_source, add_step, dilemma, point

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(site):
    made = GuidePageFactory(lead="Til alle.")
    add_source(made)
    return made


@pytest.fixture
def read(client):
    return lambda path="": BeautifulSoup(client.get(f"/kom-godt-i-gang/{path}").content, "html.parser")


def said(element) -> str:
    return " ".join(element.get_text(" ").split())


@pytest.mark.parametrize("rows", [1, 3])
def test_the_front_costs_three_queries_however_many_steps(client, guide, django_assert_num_queries, rows):
    for _n in range(rows):
        add_step(guide, [point()])
    client.get("/kom-godt-i-gang/")
    with django_assert_num_queries(3):
        client.get("/kom-godt-i-gang/")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_step_costs_five_queries_however_many_points(client, guide, django_assert_num_queries, rows):
    stories = [StoryPageFactory() for _n in range(rows)]
    for n, story in enumerate(stories):
        url = add_source(guide, key=f"K{n}").url
        story.sources.update(url=url)
    add_step(guide, [point(sources=f"K{n}") for n in range(rows)])
    client.get("/kom-godt-i-gang/trin-1/")
    with django_assert_num_queries(5):
        client.get("/kom-godt-i-gang/trin-1/")


def test_a_reader_sees_the_shared_points_and_those_for_them(read, guide):
    add_step(guide, [point("Til alle"), point("Til ledere", readers=["leder"]), point("Til andre", readers=["med"])])
    text = said(read("trin-1/?for=leder").main)
    assert "Til alle" in text
    assert "Til ledere" in text
    assert "Til andre" not in text


@pytest.mark.parametrize("word", ["", "direktoer", "LEDER", "leder ", "x" * 100_000, "%00", "1&for="])
def test_an_unknown_reader_is_everyone(read, guide, word):
    add_step(guide, [point("Til ledere", readers=["leder"]), point("Til andre", readers=["med"])])
    text = said(read(f"trin-1/?for={word}").main)
    assert "Til ledere" in text
    assert "Til andre" in text


def test_a_line_for_some_is_added_and_the_shared_text_stays(read, guide):
    add_step(guide, [point("Mål før og efter.", lines=[("med", "Følg tallene.")])])
    assert "Følg tallene." in said(read("trin-1/?for=med").main)
    assert "Mål før og efter." in said(read("trin-1/?for=med").main)
    assert "Følg tallene." not in said(read("trin-1/?for=leder").main)


def test_a_point_keeps_its_number_whoever_reads(read, guide):
    add_step(guide, [point("Til andre", readers=["med"]), point("Til alle")])
    assert said(read("trin-1/?for=leder").select_one("[data-point] p")) == "1.2 Til alle"


def test_the_choice_of_reader_follows_to_every_page_of_the_guide(read, guide):
    for _n in range(3):
        add_step(guide, [point()])
    links = [a["href"] for a in read("trin-2/?for=med").main.select(".crumbs a, .turn a, .steps a")]
    inside = [link for link in links if link != "/"]
    assert len(inside) == 7
    assert [link for link in inside if not link.endswith("?for=med")] == []


def test_the_reader_one_is_shows_in_the_choice_and_the_heading(read, guide):
    soup = read("?for=med")
    assert said(soup.h1) == "Kom godt i gang for MED-udvalg"
    assert [said(a) for a in soup.select(".roles a[aria-current]")] == ["MED-udvalg"]


def test_only_the_address_without_a_reader_is_for_search_engines(read, guide):
    assert read("?for=leder").select_one("link[rel=canonical]")["href"].endswith("/kom-godt-i-gang/")


def test_the_first_step_leads_on_and_the_last_leads_back(read, guide):
    for _n in range(2):
        add_step(guide, [point()])
    assert [a["href"] for a in read("trin-1/").select(".turn a")] == ["/kom-godt-i-gang/trin-2/"]
    assert [a["href"] for a in read("trin-2/").select(".turn a")] == ["/kom-godt-i-gang/trin-1/"]


def test_a_step_that_is_a_draft_or_closed_is_not_in_the_guide(read, guide, client):
    add_step(guide, [point()], title="Åbent")
    add_step(guide, [point()], title="Kladde", live=False)
    closed = add_step(guide, [point()], title="Lukket")
    closed.view_restrictions.create(restriction_type="login")
    assert [said(strong) for strong in read().select(".guide-steps strong")] == ["Åbent"]
    assert len(read("trin-1/").select(".steps a")) == 1


def test_a_dilemma_shows_both_sides_and_takes_none(read, guide):
    add_step(guide, [dilemma()])
    assert [said(side) for side in read("trin-1/").select(".sides p")] == [
        "Den ene side Nogle nyder det.",
        "Den anden side Andre mangler rammer.",
    ]


def test_a_point_leads_to_its_sources_and_the_stories_that_show_it(read, guide):
    story = StoryPageFactory()
    add_source(guide, key="B", title="En evaluering", url="https://example.org/b")
    story.sources.update(url="https://example.org/b")
    add_step(guide, [point(sources="A, B")])
    soup = read("trin-1/")
    assert [a["href"] for a in soup.select("[data-point] a.src")] == ["#kilde-1", "#kilde-2"]
    assert "En evaluering" in soup.select_one("#kilde-2").text
    assert [a["href"] for a in soup.select(".guide-point__more a")] == [story.path_on_site]


def test_a_source_without_an_address_is_the_same_where_its_title_is(read, guide):
    story = StoryPageFactory()
    story.sources.update(title="Et bilag", url="")
    add_source(guide, key="P", title="Et bilag", url="")
    add_step(guide, [point(sources="P")])
    assert [a["href"] for a in read("trin-1/").select(".guide-point__more a")] == [story.path_on_site]


def test_a_story_that_is_not_public_is_not_shown(read, guide):
    draft = StoryPageFactory(live=False)
    draft.sources.update(url=guide.sources.get().url)
    add_step(guide, [point()])
    assert read("trin-1/").select(".guide-point__more a") == []


def test_only_the_sources_of_what_is_shown_are_listed(read, guide):
    add_source(guide, key="B")
    add_step(guide, [point(readers=["med"]), point(sources="B")])
    assert len(read("trin-1/?for=leder").select("ol.sources li")) == 1
    assert len(read("trin-1/").select("ol.sources li")) == 2


def test_a_step_with_nothing_for_a_reader_says_so_and_leads_to_all(read, guide):
    add_step(guide, [point(readers=["med"])])
    empty = read("trin-1/?for=leder").select_one(".empty")
    assert empty.a["href"] == "/kom-godt-i-gang/trin-1/"


def test_a_guide_without_steps_is_still_a_page(read, guide):
    assert "Guiden har ingen trin endnu" in said(read().main)


def test_a_draft_of_a_step_can_be_looked_at_before_it_is_saved(guide, client, administrator):
    step = add_step(guide, [point("Ny")], live=False)
    client.force_login(administrator)
    answer = client.get(f"/admin/pages/{step.pk}/view_draft/")
    assert "Ny" in said(BeautifulSoup(answer.content, "html.parser").main)
