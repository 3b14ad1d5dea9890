import pytest
from django.core.exceptions import ValidationError

from catalogue.domain.glossary import add_term, load_terms, read_terms
from catalogue.models import GlossaryIndexPage, Term
from tests.factories.catalogue import StoryPageFactory, TermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
ROW = {
    "key": "fast-team",
    "da": "fast team",
    "nb": "fast team",
    "en": "fixed team",
    "category": "organisering",
    "note": "De samme hos de samme.",
    "synonyms": "lille team; mini-team",
    "forms": "faste team",
    "explain": "ja",
}


@pytest.fixture(scope="module")
def rows():
    return read_terms()


@pytest.mark.parametrize("terms", [1, 3])
def test_the_glossary_costs_three_queries_however_many_terms(client, django_assert_num_queries, terms):
    TermFactory.create_batch(terms)
    client.get("/begreber/")
    with django_assert_num_queries(3):
        client.get("/begreber/")


@pytest.mark.database
def test_terms_stand_in_danish_order_under_their_letters(read):
    for word in ("øvelse", "årsværk", "borger", "ældrepleje", "bydel"):
        TermFactory(da=word)
    soup = read("/begreber/")
    assert [letter.text for letter in soup.select("section.terms h2")] == ["B", "Æ", "Ø", "Å"]
    words = [link.text for link in soup.select(".term__word a")]
    assert words == ["Borger", "Bydel", "Ældrepleje", "Øvelse", "Årsværk"]
    assert [link["href"] for link in soup.select(".letters a")] == ["#B", "#Æ", "#Ø", "#Å"]


def test_a_category_shows_its_own_terms_and_an_unknown_one_all(read):
    TermFactory(da="vagtplan", category="drift")
    TermFactory(da="borger", category="mennesker")
    assert [link.text for link in read("/begreber/?om=drift").select(".term__word")] == ["Vagtplan"]
    assert len(read("/begreber/?om=findes-ikke").select(".term__word")) == 2
    assert len(read("/begreber/?om=" + "x" * 5_000).select(".term__word")) == 2


def test_a_term_tells_what_it_means_and_what_the_neighbours_call_it(read):
    TermFactory(key="x", da="medstyrende team", nb="medstyrende", en="co-managing team", synonyms=["samskabende"])
    soup = read("/begreber/x/")
    assert soup.h1.text == "Medstyrende team"
    told = soup.select_one("dl.words").text
    assert all(word in told for word in ("medstyrende", "co-managing team", "samskabende"))
    assert soup.select_one("dd[lang=nb]").text == "medstyrende"


def test_an_empty_glossary_says_so(read):
    assert "Der er ikke skrevet nogen begreber endnu" in read("/begreber/").text


@pytest.mark.parametrize("key", ["findes-ikke", "x" * 300])
def test_an_unknown_term_is_not_there(client, key):
    assert client.get(f"/begreber/{key}/").status_code == 404


def test_no_term_is_there_while_the_glossary_is_not_published(client):
    term = TermFactory()
    GlossaryIndexPage.objects.get().unpublish()
    assert client.get(term.get_absolute_url()).status_code == 404


def test_what_is_written_is_shown_and_never_run(client):
    evil = "<script>alert(1)</script>"
    term = TermFactory(key="ondt", da=evil, note=evil, nb=evil, en=evil, synonyms=[evil])
    for address in ("/begreber/", term.get_absolute_url()):
        assert "<script>alert" not in client.get(address).content.decode()


def test_all_our_terms_are_loaded_and_what_editors_wrote_stays(rows):
    assert load_terms(rows) == len(rows) >= 100
    Term.objects.filter(key="hjemmepleje").update(note="Redaktionens egne ord.")
    assert load_terms(rows) == 0
    assert Term.objects.get(key="hjemmepleje").note == "Redaktionens egne ord."


def test_a_word_finds_those_close_to_it(rows):
    load_terms(rows)
    groups = Term.objects.synonym_groups()
    group = next(group for group in groups if group[0] == "selvstyrende team")
    assert {"selvstyrende", "medstyrende", "samskabende"} <= set(group)
    assert all(len(group) > 1 for group in groups)


def test_each_term_that_is_explained_has_an_explanation(rows):
    assert [row["key"] for row in rows if row["explain"] and not row["note"]] == []


def test_a_row_is_kept_whole():
    term = Term.objects.get(pk=add_term(by=None, row=ROW).pk)
    assert (term.spellings, term.explain) == (["fast team", "faste team"], True)
    assert [str(synonym) for synonym in term.synonyms.all()] == ["lille team", "mini-team"]


@pytest.mark.parametrize("wrong", [{"da": ""}, {"category": "findes-ikke"}, {"key": "to ord"}, {"da": "x" * 100_000}])
def test_a_row_that_does_not_hold_is_refused(wrong):
    with pytest.raises(ValidationError):
        add_term(by=None, row=ROW | wrong)
    assert not Term.objects.exists()


def test_an_address_is_made_from_the_word():
    assert TermFactory(da="Fagligt råderum", key="").key == "fagligt-raaderum"


@pytest.mark.parametrize("stories", [1, 3])
def test_a_term_costs_seven_queries_however_many_use_it(client, django_assert_num_queries, stories):
    term = TermFactory(synonyms=["a", "b"])
    for story in StoryPageFactory.create_batch(stories):
        term.uses.create(story=story, in_own_words=True)
    client.get(term.get_absolute_url())
    with django_assert_num_queries(7):
        client.get(term.get_absolute_url())
