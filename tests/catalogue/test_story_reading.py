from decimal import Decimal

import pytest

from catalogue.enums import Fact, SelfManagement
from catalogue.models import StoryPage, StoryProfession, StorySource
from catalogue.models.wording import money_text, number_text

pytestmark = pytest.mark.django_db  # a page asks for its locale and type when it is made


def reading(**fields):
    story = StoryPage(**fields)
    story.sources = [StorySource(key="A", title="Første"), StorySource(key="B", title="Anden")]
    story.profession_rows = []
    return story.reading


def told(fact, **fields):
    return reading(**fields).fact(fact)


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"min": 8, "max": 10}, "8–10 medarbejdere"),
        ({"min": 8, "max": 8}, "8 medarbejdere"),
        ({"min": 8}, "8 medarbejdere"),
        ({"max": 12}, "højst 12 medarbejdere"),
        ({"min": 1, "max": 1}, "1 medarbejder"),
        ({"min": Decimal("7.5")}, "7,5 medarbejdere"),
        ({"min": 40, "qualifier": "about"}, "ca. 40 medarbejdere"),
        ({"min": 8, "qualifier": "average"}, "gennemsnitligt 8 medarbejdere"),
        ({"min": 10, "max": 15, "unit": "fte"}, "10–15 årsværk"),
        ({"qualifier": "about", "unit": "fte"}, ""),
    ],
)
def test_a_range_is_told_with_its_unit(fields, value):
    assert told(Fact.TEAM_SIZE, **{f"team_size_{part}": number for part, number in fields.items()}).value == value


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"period_start": "2021"}, "2021"),
        ({"period_start": "2021", "period_start_or_before": True}, "2021 eller før"),
        ({"period_start": "2016", "period_end": "2018"}, "2016 – 2018"),
        ({"period_start": "2025-03"}, "marts 2025"),
        ({"period_end": "2021-08-31"}, "til 31. august 2021"),
        ({"period_start_or_before": True}, ""),
    ],
)
def test_a_period_is_told_as_precise_as_it_is_known(fields, value):
    assert told(Fact.PERIOD, **fields).value == value


@pytest.mark.parametrize(
    ("kroner", "text"),
    [(7_800_000, "7,8 mio. kr."), (7_000_000, "7 mio. kr."), (9_175_851, "9.175.851 kr."), (900_000, "900.000 kr.")],
)
def test_money_is_rounded_only_where_it_was_round(kroner, text):
    assert money_text(kroner) == text


def test_what_is_known_only_in_words_is_told_in_words():
    row = told(Fact.TEAM_COUNT, team_count_note="6 teams i hver enhed", team_count_sources="B")
    assert (row.value, row.note, row.sources) == ("6 teams i hver enhed", "", [2])


def test_a_number_keeps_its_note():
    row = told(Fact.TEAM_SIZE, team_size_min=7, team_size_max=9, team_size_note="Højst 12")
    assert (row.value, row.note) == ("7–9 medarbejdere", "Højst 12")


def test_the_step_on_the_common_scale_stands_below_the_own_word():
    row = told(
        Fact.SELF_MANAGEMENT, self_management="Medstyrende", self_management_level=SelfManagement.SELF_ASSESSING
    )
    assert row.value == "Medstyrende"
    assert row.note == "Trin 3 af 4 på den fælles skala: selvvisiterende"


def test_professions_are_told_with_how_many():
    story = StoryPage()
    nurses = StoryProfession(profession="nurse", count=4)
    story.profession_rows = [nurses, StoryProfession(profession="therapist", wording="rehabiliteringsterapeut")]
    story.sources = []
    assert story.reading.professions == "sygeplejersker (4), rehabiliteringsterapeut"


def test_every_fact_is_there_also_when_nothing_is_known():
    rows = reading().facts
    assert [row.fact for row in rows] == list(Fact)
    assert not any(row.value or row.note or row.sources for row in rows)


def test_a_source_that_does_not_exist_is_not_pointed_to():
    assert told(Fact.AREA, area="Vojens", area_sources="B, X, A").sources == [2, 1]


def test_at_a_glance_shows_five_figures_at_most_and_none_that_is_unknown():
    fields = {f"{name}_min": 3 for name in ("team_count", "team_size", "citizens_per_team", "citizens_total")}
    known = reading(**fields, period_start="2021", funding_amount=9_175_851)
    assert len(known.figures) == 5
    assert reading().figures == []
    assert reading(funding_amount=9_175_851).figures[0].value == "9,2 mio. kr."


def test_numbers_are_grouped_as_danes_do():
    assert number_text(36400) == "36.400"
