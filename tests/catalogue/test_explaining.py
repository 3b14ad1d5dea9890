"""The first use of a term in running text carries its explanation."""

import pytest
from bs4 import BeautifulSoup
from django.utils.safestring import mark_safe

from catalogue.explaining import explain
from tests.factories.catalogue import StoryPageFactory, TermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def met():
    """A function: the words that get an explanation in a piece of HTML."""

    def words(html):
        return [
            button.text for button in BeautifulSoup(explain(mark_safe(html)), "html.parser").select("button.explain")
        ]

    return words


@pytest.fixture
def rum():
    return TermFactory(key="rum", da="fagligt råderum", note="Frihed til at handle.", explain=True, forms="råderum")


def test_the_first_use_opens_the_explanation_and_the_next_ones_are_words(rum):
    soup = BeautifulSoup(explain(mark_safe("<p>Fagligt råderum. Mere fagligt råderum.</p>")), "html.parser")
    (button,) = soup.select("button")
    explanation = soup.find(id=button["popovertarget"])
    assert button.text == "Fagligt råderum"
    assert explanation.has_attr("popover")
    assert "Frihed til at handle." in explanation.text
    assert explanation.a["href"] == "/begreber/rum/"


@pytest.mark.parametrize(
    "text",
    ["Råderummet voksede.", "Mere råderum!", "Et fagligt råderum", "det faglige råderum", "råderummets grænser"],
)
def test_a_word_is_known_in_its_forms(rum, met, text):
    assert len(met(text)) == 1


@pytest.mark.parametrize("text", ["råderumsdebat", "storråderum", "råderum-plan", "faglig"])
def test_a_word_within_another_is_none(rum, met, text):
    assert met(text) == []


def test_a_short_name_is_met_in_capitals_only(met):
    TermFactory(da="MED-udvalg", explain=True, forms="MED\nTR")
    assert met("Vi gik med. Træt.") == []
    assert met("Spørg MED først.") == ["MED"]
    assert met("Spørg TR’er og MED-udvalget.") == ["TR’er"]


def test_the_longest_word_wins(met):
    TermFactory(key="a", da="team", explain=True)
    TermFactory(key="b", da="selvstyrende team", explain=True)
    assert met("Selvstyrende teams og andre teams") == ["Selvstyrende teams", "teams"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">råderum</a>',
        "<h2>Om råderum</h2>",
        "<button>råderum</button>",
        "<summary>råderum</summary>",
        "<details><summary>Mere</summary><p>råderum</p></details>",
        '<img alt="råderum">',
        "<p title='Mere råderum > her'>x</p>",
        "<!-- råderum -->",
        "<script>råderum</script>",
        "<a>råderum <b>råderum</b></a>",
    ],
)
def test_links_headings_and_attributes_are_left_alone(rum, met, html):
    assert met(html) == []
    assert explain(mark_safe(html)) == html


def test_what_is_not_safe_is_escaped_once_and_what_is_safe_not_again(rum):
    assert explain("<b>x & y</b>") == "&lt;b&gt;x &amp; y&lt;/b&gt;"
    assert explain(mark_safe("x &amp; <b>y</b>")) == "x &amp; <b>y</b>"


def test_an_explanation_never_runs():
    TermFactory(da="råderum", note="<script>alert(1)</script>", explain=True)
    assert "<script>" not in explain("råderum")


def test_a_word_with_signs_in_it_breaks_nothing(met):
    TermFactory(key="x", da="hvad (er) [det]?", explain=True)
    assert met("Hvad (er) [det]?") == ["Hvad (er) [det]?"]


def test_only_terms_marked_so_are_explained(met):
    TermFactory(da="borger")
    TermFactory(da="pulje", explain=True, note="")
    assert met("En borger fik af en pulje.") == []


def test_a_changed_term_is_explained_anew_at_once(rum, met):
    assert met("råderum") == ["råderum"]
    rum.explain = False
    rum.save()
    assert met("råderum") == []
    rum.delete()
    assert explain("råderum") == "råderum"


def test_a_long_text_costs_one_query_and_then_none(rum, django_assert_num_queries):
    text = "Et langt stykke om råderum og meget andet. " * 2_500
    with django_assert_num_queries(1):
        assert explain(text).count("<button") == 1
    with django_assert_num_queries(0):
        explain(text)


@pytest.mark.usefixtures("site")
def test_a_story_explains_in_its_points_and_not_in_its_headings(read, rum):
    story = StoryPageFactory(
        title="Mere råderum",
        summary="Om råderum.",
        actions=[("point", {"text": "Gav råderum.", "sources": "A"})],
        learned=[("point", {"text": "Råderummet virkede.", "sources": "A"})],
    )
    (button,) = read(story.path_on_site).select("button.explain")
    assert button.find_parent("section").h2["id"] == "gjorde"


@pytest.mark.usefixtures("site")
def test_a_story_shows_a_changed_explanation_at_once(read, rum):
    story = StoryPageFactory(actions=[("point", {"text": "Gav råderum.", "sources": "A"})])
    story.save_revision().publish()
    assert "Frihed til at handle." in read(story.path_on_site).text
    rum.note = "Noget andet."
    rum.save()
    assert "Noget andet." in read(story.path_on_site).text
