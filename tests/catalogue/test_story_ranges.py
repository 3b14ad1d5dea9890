import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from catalogue.models import StoryPage
from catalogue.models.facts import RANGES
from tests.factories.catalogue import StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def story(db):
    return StoryPageFactory()


def keep(story, **values):
    """Whether the database took them, with no form between."""
    return StoryPage.objects.filter(pk=story.pk).update(**values) == 1


@pytest.mark.parametrize("fact", RANGES)
def test_the_database_refuses_a_range_that_runs_backwards(story, fact):
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(story, **{f"{fact.value}_min": 9, f"{fact.value}_max": 8})


@pytest.mark.parametrize("fact", RANGES)
def test_one_end_of_a_range_may_be_unknown(story, fact):
    for low, high in ((None, 8), (9, None)):
        assert keep(story, **{f"{fact.value}_min": low, f"{fact.value}_max": high})


def test_the_database_refuses_a_period_that_ends_before_it_starts(story):
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(story, period_start="2022-09", period_end="2022-08")


@pytest.mark.parametrize(
    ("start", "end"), [("2021-09", "2021"), ("2021", "2021-01"), ("2021", "2021"), ("", "2021"), ("2021-09-14", "")]
)
def test_a_period_is_compared_at_the_precision_that_is_known(story, start, end):
    assert keep(story, period_start=start, period_end=end)


def test_the_same_short_name_cannot_stand_for_two_sources(story):
    with pytest.raises(IntegrityError), transaction.atomic():
        story.sources.model.objects.create(page=story, key="A", title="En anden")


numbers = st.integers(min_value=0, max_value=9999)


def check(**fields):
    StoryPage(**fields).validate_constraints(exclude={"path", "translation_key", "locale"})


@given(low=st.none() | numbers, width=st.none() | numbers)
def test_a_form_accepts_every_range_in_order(low, width):
    check(citizens_total_min=low, citizens_total_max=None if width is None else (low or 0) + width)


@given(low=numbers, too_little=st.integers(min_value=1, max_value=9999))
def test_a_form_refuses_every_range_that_runs_backwards_and_names_it(low, too_little):
    with pytest.raises(ValidationError, match="borgere i alt"):
        check(citizens_total_min=low + too_little, citizens_total_max=low)
