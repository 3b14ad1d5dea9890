"""What stands around a story's telling: how firmly advice stands, what happened since, what to read next and why."""

import datetime

import pytest
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from accounts.models import Region, RegionPeriod
from catalogue.blocks import AdvicePointBlock
from catalogue.models import DiaryEntryPage, DiaryPage, StoryPage, StorySource
from catalogue.models.related import related
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import FIRST, MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def place(population=None, region=None, **fields):
    municipality = MunicipalityFactory(population=population)
    if region:
        made, _ = Region.objects.get_or_create(name=region)
        RegionPeriod.objects.create(municipality=municipality, region=made, valid_from=datetime.date(2007, 1, 1))
    return StoryPageFactory(parent=MunicipalityPageFactory(municipality=municipality), **fields)


def reasons(story):
    return [each.reasons for each in related(StoryPage.objects.get(pk=story.pk))]


def advice(read, **values):
    story = StoryPageFactory(advice=[("do", {"text": "Begynd med en snak.", **values})])
    StorySource.objects.create(page=story, key="B", title="En evaluering", sort_order=1)
    return " ".join(read(story.path_on_site).select_one(".strength").text.split())


def test_advice_stands_on_one_municipalitys_experience_unless_told_otherwise(read):
    assert advice(read, sources="A") == "Én kommunes erfaring · Én kilde [1]"


@pytest.mark.parametrize(
    ("firmness", "sources", "told"),
    [
        ("evaluated", "A", "En evaluering viser det"),
        ("contradicted", "A", "Andre har fundet det modsatte"),
        ("several", "A, B", "Flere kommuner siger det samme"),
        ("several", "A, A", "Én kommunes erfaring"),
        ("several", "A, findesikke", "Én kommunes erfaring"),
        ("evaluated", "", "Én kommunes erfaring"),
        ("ukendt", "A", "Én kommunes erfaring"),
    ],
)
def test_advice_claims_no_more_than_its_sources_let_it(read, firmness, sources, told):
    assert advice(read, firmness=firmness, sources=sources).startswith(told)


@pytest.mark.parametrize(("firmness", "sources"), [("evaluated", ""), ("several", "A"), ("several", "A, A")])
def test_who_writes_is_asked_for_the_sources_of_a_claim(firmness, sources):
    block = AdvicePointBlock()
    value = block.to_python({"text": "Et råd", "sources": sources, "firmness": firmness})
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert set(refused.value.block_errors) == {"firmness"}


def test_related_stories_tell_each_why():
    story = place(40_000, "Region Syddanmark", status="running")
    place(50_000, "Region Syddanmark", status="running")
    place(400_000, "Region Sjælland", status="trying")
    assert reasons(story) == [
        ["Begge handler om: ledelse"],
        [
            "Begge handler om: ledelse",
            "Samme region: Syddanmark",
            "Omtrent lige så stor: 50.000 indbyggere",
            "Lige så langt: i drift",
        ],
    ]


def test_what_is_not_known_is_no_reason():
    assert reasons((place(), place())[0]) == [["Begge handler om: ledelse"]]


def test_the_same_municipality_is_a_reason_of_its_own():
    story = place(40_000, "Region Syddanmark")
    StoryPageFactory(parent=story.get_parent().specific)
    assert reasons(story) == [["Begge handler om: ledelse", "Den samme kommune"]]


def test_a_withdrawn_story_is_gone_from_the_others_at_once(read):
    story, other = StoryPageFactory(), StoryPageFactory(title="Den anden")
    assert read(story.path_on_site).find("a", string="Den anden")
    other.unpublish()
    assert not read(story.path_on_site).find("a", string="Den anden")


def since(read, story):
    section = read(story.path_on_site).select_one("[aria-labelledby=siden]")
    return [" ".join(line.text.split()) for line in section.select("li, p")]


def test_silence_since_the_publication_is_told(read):
    story = StoryPageFactory(first_published_at=FIRST)
    assert since(read, story) == ["Ingen har fortalt noget nyt, siden erfaringen blev udgivet 1. november 2026."]


def test_a_confirmation_by_the_municipality_is_told_and_that_of_a_source_is_not(read):
    told = {"first_published_at": FIRST, "last_confirmed_on": "2026-11-15"}
    story = StoryPageFactory(**told, last_confirmed_by="municipality")
    assert since(read, story) == ["15. november 2026: Kommunen siger, at det stadig holder."]
    assert since(read, StoryPageFactory(**told, last_confirmed_by="source"))[0].startswith("Ingen har")


def test_that_the_work_stopped_is_told_with_what_happened(read):
    day = timezone.localdate()
    story = StoryPageFactory(status="stopped", stopped_on=day, stopped_note="Pengene slap op.")
    assert since(read, story)[0].endswith("Arbejdet stoppede. Pengene slap op.")


@pytest.mark.parametrize(("date", "shown"), [("2026-10-31", False), ("2026-11-02", True)])
def test_the_diary_from_the_publication_on_is_what_happened_since(read, date, shown):
    story = StoryPageFactory(first_published_at=FIRST)
    above = story.get_parent().specific
    diary = above.add_child(instance=DiaryPage(title="Dagbog", slug="dagbog"))
    diary.add_child(
        instance=DiaryEntryPage(title="Et nyt team", body="Vi er i gang.", date=datetime.date.fromisoformat(date))
    )
    assert ("Et nyt team" in since(read, story)[0]) == shown
