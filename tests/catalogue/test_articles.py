import json

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from catalogue.domain.municipalities import open_desk
from catalogue.enums import ArticleKind
from catalogue.models import ArticlePage, ArticleSource, KnowledgeIndexPage
from search.domain.answering import answer
from search.domain.indexing import index_page
from tests.factories.catalogue import ArticlePageFactory, TermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
VIDEO = {
    "title": "Et vidensrum",
    "url": "https://vimeo.com/123456789",
    "length": "58 min.",
    "transcript": "<p>Alt, hvad der blev sagt.</p>",
    "captions": True,
    "chapters": [{"time": "12:30", "title": "Lederen i teamet"}, {"time": "1:02:30", "title": "Spørgsmål"}],
}
CHANGED = {"what": "Tid", "before": "Minutter", "after": "Formål"}


def titles(soup):
    return [link.text for link in soup.select(".articles .story__title a")]


@pytest.mark.parametrize("articles", [1, 3])
def test_the_list_costs_four_queries_however_many_articles(client, django_assert_num_queries, articles):
    ArticlePageFactory.create_batch(articles)
    client.get("/viden/")
    with django_assert_num_queries(4):
        client.get("/viden/")


@pytest.mark.parametrize("rows", [1, 3])
def test_an_article_costs_three_queries_however_long(client, django_assert_num_queries, rows):
    points = [("points", {"points": [{"text": "Et punkt.", "note": "", "sources": "A"}]})] * rows
    page = ArticlePageFactory(body=points, sources=["A", "B", "C"][:rows])
    client.get(page.path_on_site)
    with django_assert_num_queries(3):
        client.get(page.path_on_site)


def test_the_newest_stand_first_and_a_draft_nowhere(read):
    ArticlePageFactory(title="Gammel")
    ArticlePageFactory(title="Ny")
    ArticlePageFactory(title="Kladde", live=False)
    assert titles(read("/viden/")) == ["Ny", "Gammel"]


@pytest.mark.parametrize("kind", ArticleKind.values)
def test_each_kind_has_its_list(read, kind):
    for each in ArticleKind:
        ArticlePageFactory(title=each.value, kind=each)
    assert titles(read(f"/viden/?slags={kind}")) == [kind]


@pytest.mark.parametrize("query", ["slags=findes-ikke", "side=999", "side=x", "slags=" + "x" * 5_000])
def test_an_unknown_kind_or_side_is_a_good_page(read, query):
    ArticlePageFactory(title="Den eneste")
    assert titles(read(f"/viden/?{query}")) == ["Den eneste"]


def test_a_kind_without_articles_says_so(read):
    assert "Der er ikke udgivet noget af den slags endnu" in read("/viden/?slags=video").text


def test_the_sides_of_a_kind_stay_with_it(read):
    ArticlePageFactory.create_batch(21, kind="besoeg")
    assert "slags=besoeg&side=2" in str(read("/viden/?slags=besoeg").select_one("[rel=next]")).replace("&amp;", "&")


def test_the_few_lines_stand_before_the_text(read):
    page = ArticlePageFactory(summary=[("line", "Det vigtigste.")], body=[("text", "<p>Det hele.</p>")])
    text = read(page.path_on_site).select_one("main").text
    assert text.index("Kort fortalt") < text.index("Det vigtigste.") < text.index("Det hele.")


def test_a_chapter_plays_the_video_from_there(read, client):
    page = ArticlePageFactory(kind="optagelse", body=[("video", VIDEO)])
    soup = read(page.path_on_site)
    first, last = soup.select(".chapters a")
    assert first["href"].endswith("?fra=750")
    assert last["href"].endswith("?fra=3750")
    assert "#t=750s" in client.get(first["href"]).content.decode()
    assert "danske undertekster" in soup.text
    assert "Alt, hvad der blev sagt." in soup.text


@pytest.mark.parametrize("start", ["", "x", "-1", "9" * 5_000, "1.5", "٣"])
def test_a_strange_second_plays_from_the_beginning(read, client, start):
    page = ArticlePageFactory(body=[("video", VIDEO)])
    play = read(page.path_on_site).select_one(".video__play")["href"]
    answer = client.get(play, {"fra": start})
    assert answer.status_code == 200
    assert "#t=" not in answer.content.decode()


def test_two_ways_stand_beside_each_other_and_changes_in_a_table(read):
    ways = [{"name": "Model 1", "text": "Teamet."}, {"name": "Model 2", "text": "Et andet hold."}]
    told = [
        ("variants", {"title": "To måder", "variants": ways, "sources": "A"}),
        ("before_after", {"title": "Afgørelsen", "changes": [CHANGED], "sources": "B, A"}),
    ]
    soup = read(ArticlePageFactory(body=told, sources=["A", "B"]).path_on_site)
    assert [name.text for name in soup.select(".variants__name")] == ["Model 1", "Model 2"]
    assert [cell.text for cell in soup.select(".before-after tbody :is(th, td)")] == ["Tid", "Minutter", "Formål"]
    assert [link.text for link in soup.select(".before-after .src")] == ["[2]", "[1]"]
    assert len(soup.select("#kilder ~ *, .sources li")) >= 2


def test_a_finding_carries_its_doubt(read):
    found = [{"text": "Tilliden steg.", "doubt": "Ingen tal er vist.", "sources": "A, findes-ikke"}]
    soup = read(ArticlePageFactory(body=[("findings", {"findings": found})], sources=["A"]).path_on_site)
    assert soup.select_one(".marked .caveat").text == "Tvivl: Ingen tal er vist."
    assert [link["href"] for link in soup.select(".marked .src")] == ["#kilde-1"]


def test_a_long_text_leads_to_its_sections_and_a_short_one_does_not(read):
    headings = [("heading", {"text": f"Del {n}", "level": "2"}) for n in range(3)]
    soup = read(ArticlePageFactory(body=headings).path_on_site)
    assert [link["href"] for link in soup.select(".section-nav a")] == ["#del-0", "#del-1", "#del-2"]
    assert not read(ArticlePageFactory(body=headings[:2]).path_on_site).select(".section-nav")


def test_an_article_explains_its_words_once(read):
    TermFactory(key="rum", da="råderum", explain=True)
    page = ArticlePageFactory(summary=[("line", "Råderum.")], body=[("text", "<p>Mere råderum.</p>")])
    (button,) = read(page.path_on_site).select("button.explain")
    assert button.find_parent(class_="in-brief")


def test_what_is_made_up_says_so(read):
    assert "Siden er et eksempel." in read(ArticlePageFactory(is_demo=True).path_on_site).text
    assert "Siden er et eksempel." not in read(ArticlePageFactory().path_on_site).text


def test_what_is_written_is_shown_and_never_run(client):
    evil = "<script>alert(1)</script>"
    told = [
        ("text", evil),
        ("variants", {"title": evil, "variants": [{"name": evil, "text": evil}] * 2, "sources": evil}),
        ("before_after", {"title": evil, "changes": [dict.fromkeys(CHANGED, evil)], "sources": ""}),
        ("findings", {"findings": [{"text": evil, "doubt": evil, "sources": ""}]}),
        ("points", {"points": [{"text": evil, "note": evil, "sources": ""}]}),
    ]
    page = ArticlePageFactory(title=evil, lead=evil, summary=[("line", evil)], body=told)
    for address in (page.path_on_site, "/viden/"):
        assert "<script>alert" not in client.get(address).content.decode()


@pytest.mark.database
@pytest.mark.parametrize("words", ["tvillingeteam", "kapitelord", "udskriftsord", "studiebesøg", "kildeord"])
def test_an_article_is_found_by_what_it_tells(words):
    video = VIDEO | {"transcript": "<p>udskriftsord</p>", "chapters": [{"time": "0:00", "title": "kapitelord"}]}
    page = ArticlePageFactory(kind="besoeg", lead="Om et tvillingeteam.", body=[("video", video)])
    ArticleSource.objects.create(page=page, key="A", title="Om kildeord", sort_order=0)
    index_page.func(page.pk)
    assert page.path_on_site in [hit.url for hit in answer(words, "", "").side]


def written(**fields):
    told = {"title": "En optagelse", "slug": "en-optagelse", "kind": "optagelse", "lead": "Kort.", "date": ""}
    told |= {"sources": inline_formset([]), "comments": inline_formset([]), "body": streamfield([])}
    return nested_form_data(told | {"summary": streamfield([])} | fields)


@pytest.fixture
def write(client, editor):
    """A function that sends in the form of a new article as an editor, and answers with it."""
    open_desk(by=None)
    client.force_login(editor)
    above = KnowledgeIndexPage.objects.get()
    address = f"/admin/pages/add/catalogue/articlepage/{above.pk}/"
    return lambda **fields: client.post(address, written(**fields))


def test_a_draft_of_a_recording_may_lack_everything(write):
    write()
    assert ArticlePage.objects.get().live is False


def test_a_recording_is_not_published_without_lines_video_and_chapters(write):
    errors = write(**{"action-publish": "1"}).context["form"].errors
    assert not ArticlePage.objects.exists()
    assert "En optagelse skal fortælles i højst fem linjer." in errors["summary"]
    assert "En optagelse skal have sin video." in errors["body"]


def test_more_than_five_lines_are_too_many(write):
    lines = streamfield([("line", f"Linje {n}") for n in range(6)])
    write(kind="artikel", summary=lines, **{"action-publish": "1"})
    assert not ArticlePage.objects.exists()


def test_a_contributor_writes_no_articles(client, contributor):
    client.force_login(contributor)
    above = KnowledgeIndexPage.objects.get()
    assert client.post(f"/admin/pages/add/catalogue/articlepage/{above.pk}/", written()).status_code == 404
    assert not ArticlePage.objects.exists()


def test_a_body_of_unknown_blocks_is_still_a_page(read):
    page = ArticlePageFactory()
    ArticlePage.objects.filter(pk=page.pk).update(body=json.dumps([{"type": "findes-ikke", "value": "x", "id": "1"}]))
    assert read(page.path_on_site).h1.text == page.title
