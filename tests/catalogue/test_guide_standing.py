"""How firmly a point of the guide stands, and how that is said."""

import pytest

from catalogue.models import GuideSource
from catalogue.models.guide_reading import standing_of


def source(places="", publisher="Et blad"):
    return GuideSource(places=places, publisher=publisher, title="En artikel")


@pytest.mark.parametrize(
    ("sources", "strength", "words"),
    [
        ([], 0, "Kilde ikke oplyst"),
        ([source("Køge")], 1, "Én kommunes erfaring: Køge"),
        ([source("Køge"), source("Køge", "En anden")], 1, "Én kommunes erfaring: Køge"),
        ([source("Aalborg, Billund")], 1, "Én kilde: Aalborg og Billund"),
        ([source(publisher="Joint Action (konsulenthus)")], 1, "Én kilde: Joint Action"),
        ([source("Køge"), source("Faxe")], 2, "Delt erfaring: Køge og Faxe"),
        ([source("Køge"), source(publisher="FOA")], 2, "Flere kilder: Køge og FOA"),
        ([source("Køge"), source("Faxe"), source("Vejle"), source("Odense")], 3, "Køge, Faxe, Vejle og Odense"),
    ],
)
def test_it_is_said_how_many_places_tell_it_and_which(sources, strength, words):
    told = standing_of(sources)
    assert told.strength == strength
    assert words in f"{told.label}: {told.names}"


def test_a_source_that_tells_of_two_others_places_makes_them_one():
    assert standing_of([source("Køge"), source("Faxe"), source("Køge, Faxe")]).strength == 1


def test_many_places_are_named_as_far_as_one_reads():
    told = standing_of([source(name) for name in ("Assens", "Faxe", "Køge", "Odense", "Ribe", "Vejle")])
    assert told.names == "Assens, Faxe, Køge, Odense og andre"
