"""A story on paper: what the page tells, tagged for everyone, and only what everybody may read."""

import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from catalogue.exports.story_sheet import story_sheet
from catalogue.models import StoryPage
from core.pdf_shelf import Order, forget, kept, make
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory
from tests.pdf_check import faults, tags, text_of


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture
def story(site):
    return StoryPageFactory(title="Først en snak", parent=MunicipalityPageFactory(municipality__name="Haderslev"))


def address(story) -> str:
    return reverse("catalogue:story_pdf", args=[story.municipality.slug, story.slug])


def on_shelf() -> list[Path]:
    return list(Path(settings.PRIVATE_ROOT, "pdf").glob("*"))


@pytest.mark.django_db
def test_a_story_can_be_taken_along(client, story):
    answer = client.get(address(story))
    assert answer["Content-Type"] == "application/pdf"
    assert "Først en snak" in text_of(answer.content)
    assert answer["Link"] == f'<{story.canonical_url}>; rel="canonical"'


@pytest.mark.django_db
def test_it_costs_four_queries_and_is_made_once(client, story, django_assert_num_queries):
    first = client.get(address(story))
    with django_assert_num_queries(4):
        assert client.get(address(story)).content == first.content
    assert len(on_shelf()) == 1


@pytest.mark.django_db
def test_a_change_makes_it_anew_and_throws_the_old_one_away(client, story):
    client.get(address(story))
    story.title = "Så plejen"
    story.save_revision().publish()
    assert "Så plejen" in text_of(client.get(address(story)).content)
    assert len(on_shelf()) == 1


@pytest.mark.django_db
def test_a_draft_of_a_published_story_is_not_in_it(client, story):
    story.title = "Kladden"
    story.save_revision()
    assert "Kladden" not in text_of(client.get(address(story)).content)


@pytest.mark.django_db
def test_what_is_withdrawn_closed_or_elsewhere_is_not_there(client, story):
    client.get(address(story))
    elsewhere = MunicipalityPageFactory()
    assert client.get(reverse("catalogue:story_pdf", args=[elsewhere.slug, story.slug])).status_code == 404
    closed = PageViewRestriction.objects.create(page=story, restriction_type="login")
    assert client.get(address(story)).status_code == 404
    closed.delete()
    story.unpublish()
    assert client.get(address(story)).status_code == 404


@pytest.mark.django_db
def test_the_contact_is_not_on_paper(client, story):
    story.contact_name, story.contact_email = "Eksempel Person", "person@demo.example"
    story.save()
    assert "person@demo.example" not in text_of(client.get(address(story)).content)


@pytest.mark.django_db
def test_what_was_written_to_break_it_is_shown_as_it_is(client, story):
    story.title, story.summary = '#panic("x") $ \\ *', "😀 " + "x" * 400
    story.save()
    made = client.get(address(story)).content
    assert faults(made) == []
    assert '#panic("x")' in text_of(made)


@pytest.mark.slow
def test_every_real_story_fits_the_two_sides_of_a_sheet_without_faults(seeded):
    stories = StoryPage.objects.live_public().with_reading()
    made = {story.slug: make(story_sheet(story)) for story in stories}
    assert {slug: faults(data) for slug, data in made.items() if faults(data)} == {}
    assert {slug for slug, data in made.items() if len(PdfReader(io.BytesIO(data)).pages) != 2} == set()
    assert len(tags(made["slip-hjemmeplejen-fri"], "TH")) == 2


def test_a_shelf_keeps_each_owners_own():
    one, other = (Order(f"story-{n}", "core/text.typ", {"title": "x", "lead": "", "rich": []}) for n in (1, 11))
    make(one)
    make(other)
    forget("story-1")
    assert kept(one) is None
    assert kept(other)


@pytest.mark.parametrize("owner", ["../x-1", "story", "", "story-*"])
def test_an_owner_is_a_word_and_a_number(owner):
    with pytest.raises(ValueError, match=re.escape(owner)):
        kept(Order(owner, "core/text.typ", {}))
