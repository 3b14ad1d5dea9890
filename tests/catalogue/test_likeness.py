"""The formula of likeness (catalogue.domain.likeness): what may be relied on whatever the numbers are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.domain.likeness import Place, Reason, Wish, likeness, of_level, of_population, of_status
from catalogue.enums import SelfManagement, Status, Theme

people = st.integers(1, 2_000_000)
regions = st.sampled_from(["Syddanmark", "Sjælland"])
levels = st.sampled_from([level.value for level in SelfManagement])
statuses = st.sampled_from([status.value for status in Status])
themes = st.frozensets(st.sampled_from([theme.value for theme in Theme]))
weights = st.fixed_dictionaries({reason: st.integers(0, 3) for reason in Reason})
wishes = st.builds(
    Wish,
    population=st.none() | people,
    region=st.just("") | regions,
    level=st.none() | levels,
    status=st.just("") | statuses,
    themes=themes,
    weights=weights,
)
places = st.builds(
    Place,
    population=st.none() | people,
    region=st.just("") | regions,
    levels=st.frozensets(levels),
    statuses=st.frozensets(statuses),
    themes=themes,
)
HEAVY = dict.fromkeys(Reason, 3)


@given(wishes, places)
def test_nothing_is_less_than_none_or_more_than_wholly_alike(wish, place):
    like = likeness(wish, place)
    assert 0 <= like.tenths <= like.possible * 10
    assert 0 <= like.percent <= 100


@given(wishes, places)
def test_the_sum_is_the_sum_of_its_parts(wish, place):
    like = likeness(wish, place)
    assert like.tenths == sum(part.tenths for part in like.parts)
    assert like.possible == sum(wish.weights[part.reason] for part in like.parts)


@given(wishes, places, st.sampled_from(list(Reason)))
def test_a_weight_of_zero_takes_its_reason_out_and_leaves_the_others(wish, place, reason):
    without = likeness(replace(wish, weights={**wish.weights, reason: 0}), place)
    others = tuple(part for part in likeness(wish, place).parts if part.reason != reason)
    assert without.parts == others


@given(people, people)
def test_size_counts_the_same_from_both_sides(one, other):
    assert of_population(one, other) == of_population(other, one)


@given(people, people, people)
def test_the_nearer_in_size_the_more_points(own, one, other):
    near, far = sorted((one, other), key=lambda number: max(own, number) / min(own, number))
    assert of_population(own, near) >= of_population(own, far)


@given(wishes, places, themes)
def test_telling_of_more_themes_never_takes_points(wish, place, more):
    assert likeness(wish, replace(place, themes=place.themes | more)).tenths >= likeness(wish, place).tenths


@given(wishes, places, st.frozensets(levels), st.frozensets(statuses))
def test_telling_more_never_takes_points(wish, place, level, status):
    told = replace(place, levels=place.levels | level, statuses=place.statuses | status)
    assert likeness(wish, told).tenths >= likeness(wish, place).tenths


@given(levels, levels, levels)
def test_the_nearer_on_the_scale_the_more_points(own, one, other):
    near, far = sorted((one, other), key=lambda level: abs(level - own))
    assert of_level(own, near) >= of_level(own, far)


@given(wishes, places)
def test_who_tells_nothing_gets_nothing(wish, place):
    silent = likeness(wish, Place())
    assert silent.tenths == 0
    assert {part.share for part in silent.parts} <= {None}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("planned", "planned", 1),
        ("planned", "trying", 0.5),
        ("trying", "planned", 0.5),
        ("planned", "running", 0),
        ("spread", "stopped", 0),
        ("stopped", "stopped", 1),
    ],
)
def test_status_is_alike_when_as_far_and_half_when_one_step_away(one, other, share):
    assert of_status(one, other) == share


def test_half_and_twice_as_many_give_half_the_points():
    wish = Wish(population=40_000, weights=HEAVY)
    assert [likeness(wish, Place(population=number)).percent for number in (20_000, 40_000, 80_000)] == [50, 100, 50]


def test_what_nobody_asked_about_is_not_counted():
    like = likeness(
        Wish(region="Syddanmark", weights=HEAVY), Place(region="Syddanmark", statuses=frozenset({"trying"}))
    )
    assert [part.reason for part in like.parts] == [Reason.REGION]
    assert like.percent == 100


def test_nothing_asked_is_no_likeness():
    assert likeness(Wish(weights=HEAVY), Place(population=1)).percent == 0
