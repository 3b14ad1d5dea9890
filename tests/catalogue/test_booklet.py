"""The booklet: tagged for everyone, made by the worker at publication, and never with what was withdrawn."""

import io

import pytest
from pypdf import PdfReader
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from catalogue.domain.editions import publish_edition, write_edition
from catalogue.exports.booklet import booklet
from catalogue.models import CatalogueIndexPage, EditionPage
from core.pdf_shelf import kept, make
from demo.seed.editions import seed_editions
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory
from tests.pdf_check import faults, tags, text_of

ADDRESS = "/katalog/seks.pdf"


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture
def stories(site):
    towns = [MunicipalityPageFactory(municipality__name=name) for name in ("Haderslev", "Køge")]
    return [StoryPageFactory(parent=town, title=f"Fra {town.title}") for town in towns]


def published(stories, **told) -> EditionPage:
    told = {"title": "Seks kommuner", "slug": "seks", "foreword": [("text", "<p>Læs dem.</p>")]} | told
    under = CatalogueIndexPage.objects.get()
    return publish_edition(by=None, edition=write_edition(by=None, under=under, stories=stories, **told))


@pytest.mark.slow
def test_the_first_edition_is_pdf_ua_with_cover_contents_and_bookmarks(seeded):
    seed_editions()
    made = make(booklet(EditionPage.objects.get()))
    assert faults(made) == []
    assert len(tags(made, "TOC")) == 1
    assert [each.title for each in PdfReader(io.BytesIO(made)).outline if not isinstance(each, list)][:2] == [
        "Indhold",
        "Forord",
    ]
    assert "Trukket tilbage" not in text_of(made)


@pytest.mark.django_db
def test_the_worker_makes_it_at_publication(client, stories, run_tasks, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        published(stories)
    assert client.get(ADDRESS).status_code == 503
    run_tasks()
    answer = client.get(ADDRESS)
    assert answer["Content-Type"] == "application/pdf"
    assert "Fra Køge" in text_of(answer.content)


@pytest.mark.django_db
def test_until_it_is_made_a_page_says_so(client, stories):
    published(stories)
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "/katalog/seks/" in answer.text


@pytest.mark.django_db
def test_a_withdrawn_story_is_at_once_gone_from_the_booklet(
    client, stories, run_tasks, django_capture_on_commit_callbacks
):
    make(booklet(published(stories)))
    assert client.get(ADDRESS).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        stories[0].unpublish()
    assert client.get(ADDRESS).status_code == 503
    run_tasks()
    text = text_of(client.get(ADDRESS).content)
    assert "Kapitlet er trukket tilbage" in text
    assert "Fra Haderslev" not in text


@pytest.mark.django_db
def test_a_later_edit_of_a_story_leaves_the_booklet_as_it_is(stories):
    order = booklet(published(stories))
    stories[0].title = "Rettet siden"
    stories[0].save_revision().publish()
    assert booklet(EditionPage.objects.get()).stamp == order.stamp


@pytest.mark.django_db
def test_a_picture_in_the_foreword_has_its_words(stories):
    picture = get_image_model().objects.create(
        title="x", description="Et team om et bord", file=get_test_image_file("x.png")
    )
    value = {"image": {"image": picture.pk, "alt_text": "Et team om et bord", "decorative": False}, "caption": "Mødet"}
    foreword = [{"type": "text", "value": "<p>x</p>"}, {"type": "picture", "value": value}]
    made = make(booklet(published(stories, foreword=foreword)))
    assert [each["/Alt"] for each in tags(made, "Figure")] == ["Et team om et bord"]
    assert faults(made) == []


@pytest.mark.django_db
def test_words_written_to_break_the_booklet_are_shown_as_words(stories):
    stories[0].title, stories[0].summary = '#panic("x") $ \\', "😀 שלום " + "y" * 300
    stories[0].save()
    made = make(booklet(published(stories, lead="*a* _b_ #1", foreword_by="@ref <x>")))
    assert faults(made) == []
    assert '#panic("x")' in text_of(made)


@pytest.mark.django_db
def test_a_deleted_edition_leaves_no_booklet(stories, django_capture_on_commit_callbacks):
    edition = published(stories)
    order = booklet(edition)
    make(order)
    with django_capture_on_commit_callbacks(execute=True):
        edition.delete()
    assert kept(order) is None
