"""What is found, on both databases."""

import pytest

from search.domain.answering import answer

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_word_finds_a_page_by_its_title(written, found):
    written("Besøg i Oslo")
    assert found("Oslo") == ["Besøg i Oslo"]


def test_a_word_finds_a_page_by_its_text(written, found):
    written("Om natten", "Hvem kommer, når det er mørkt?")
    assert found("mørkt") == ["Om natten"]


def test_every_word_must_be_there(written, found):
    written("Besøg i Oslo")
    written("Besøg i Bergen")
    assert found("besøg bergen") == ["Besøg i Bergen"]


def test_a_word_in_the_title_weighs_more_than_one_in_the_text(written, found):
    written("Noget andet", "Det her handler også om vagtplaner.")
    written("Vagtplaner")
    assert found("vagtplaner") == ["Vagtplaner", "Noget andet"]


@pytest.mark.parametrize("asked", ["medarbejder", "medarbejderne", "MEDARBEJDERNES", "Medarbejderen"])
def test_a_word_is_found_in_any_of_its_forms(written, found, asked):
    written("Otte medarbejdere")
    assert found(asked) == ["Otte medarbejdere"]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Åbenrå", "Aabenraa"),
        ("Aabenraa", "åbenrå"),
        ("Ældre i Ølstykke", "aeldre oelstykke"),
        ("Malmö", "malmø"),
        ("Idé om en café", "ide cafe"),
        ("Køre\u00adlister", "kørelister"),
        ("A\u030abne teams", "åbne"),
    ],
)
def test_danish_letters_may_be_written_in_two_ways(written, found, title, asked):
    written(title)
    assert len(found(asked)) == 1


@pytest.mark.parametrize("asked", ["pleje", "plejen", "hjemme"])
def test_part_of_a_compound_finds_it(written, found, asked):
    written("Hjemmepleje")
    assert found(asked) == ["Hjemmepleje"]


def test_a_short_part_is_not_taken_for_one(written, found):
    written("Omkostninger")
    assert found("kost") == []


def test_the_word_itself_comes_before_its_compounds(written, found):
    written("Nattevagt")
    written("Vagt")
    written("Vagtplan")
    assert found("vagt")[0] == "Vagt"


def test_words_in_quotation_marks_stand_beside_each_other(written, found):
    written("Natlige ruter")
    written("Ruter, både natlige og andre")
    assert found('"natlige ruter"') == ["Natlige ruter"]


def test_quotation_marks_leave_compounds_out(written, found):
    written("Hjemmepleje")
    written("Pleje")
    assert found('"pleje"') == ["Pleje"]


def test_light_words_need_not_be_there(written, found):
    written("Ruter om natten")
    assert found("hvordan planlægger man ruter") == []
    assert found("hvad med ruter") == ["Ruter om natten"]


def test_light_words_alone_are_looked_for(written, found):
    written("Til og fra")
    assert found("til og fra") == ["Til og fra"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        '"',
        '""',
        "*",
        "a AND",
        "NEAR(",
        "title:x",
        "'; DROP TABLE",
        "%",
        "_",
        "æ" * 500,
        "\x00",
        "(((",
        "-x",
    ],
)
def test_no_question_breaks_the_search(client, site, query):
    assert client.get("/soeg/", {"q": query}).status_code == 200
    assert client.get("/soeg/forslag/", {"q": query}).status_code == 200


@pytest.mark.parametrize(
    "query", ["½ ⅓ ²", "´ ¨", "'''' ::tsquery", "\\", "a\\'b", "𝒫leje", "1e5 0x1f 2026a", "ﬀ", "ʼn"]
)
def test_odd_characters_do_not_break_the_search(client, written, query):
    written(f"Tegn {query}")
    assert client.get("/soeg/", {"q": query}).status_code == 200
    assert client.get("/soeg/", {"q": f'"{query}"'}).status_code == 200
    assert client.get("/soeg/forslag/", {"q": query}).status_code == 200


def test_a_question_of_100_kb_is_cut(client, site):
    response = client.get("/soeg/", {"q": "pleje " * 17_000})
    assert response.status_code == 200
    assert len(response.context["query"]) <= 200


def test_the_best_is_the_same_whatever_the_side_says(client, written):
    written("Vagtplan")
    for side in ("999", "-1", "hundrede", "1" * 5000, ""):
        assert len(client.get("/soeg/", {"q": "vagtplan", "side": side}).context["found"].side) == 1


def test_kinds_can_be_chosen(written, found):
    written("Vagtplan")
    kind = answer("vagtplan", "", "").kinds[0]
    assert (kind.label, kind.number) == ("Side", 1)
    assert answer("vagtplan", kind.name, "").kind == kind
    assert answer("vagtplan", "findes-ikke", "").kind is None
