"""Making an edition in the editor: who may, what may be chosen, and that a published one stays as it is."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from catalogue.domain.editions import publish_edition, write_edition
from catalogue.domain.municipalities import open_desk
from catalogue.models import CatalogueIndexPage, EditionPage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db


def filled(*stories, **told):
    rows = [{"story": str(story.pk), "ORDER": str(place)} for place, story in enumerate(stories, start=1)]
    form = {
        "title": "Seks kommuner",
        "slug": "seks",
        "lead": "",
        "foreword": streamfield([("text", rich_text("<p>Læs dem.</p>"))]),
        "foreword_by": "",
        "chapters": inline_formset(rows),
        "comments": inline_formset([]),
        "colophon": rich_text("<p>Os</p>"),
        "social_title": "",
        "seo_title": "",
        "search_description": "",
    }
    return nested_form_data(form | told)


@pytest.fixture(autouse=True)
def desk(site):
    open_desk(by=None)


def add_address() -> str:
    return reverse("wagtailadmin_pages:add", args=["catalogue", "editionpage", CatalogueIndexPage.objects.get().pk])


def test_the_desk_makes_and_publishes_an_edition(client, editor):
    client.force_login(editor)
    client.post(add_address(), filled(StoryPageFactory(), StoryPageFactory()) | {"action-publish": "1"})
    assert EditionPage.objects.get().frozen.chapters.count() == 2


def test_who_writes_in_a_municipality_makes_none(client, coordinator, contributor):
    for person in (coordinator, contributor):
        client.force_login(person)
        assert client.get(add_address()).status_code == 404


@pytest.mark.parametrize("action", ["action-publish", "save"])
def test_a_story_that_is_withdrawn_is_not_chosen(client, editor, action):
    client.force_login(editor)
    gone = StoryPageFactory(title="Trukket tilbage", live=False)
    answer = client.post(add_address(), filled(StoryPageFactory(), gone) | {action: "1"})
    assert "Trukket tilbage er ikke udgivet" in answer.content.decode()
    assert not EditionPage.objects.exists()


def test_an_edition_without_foreword_or_story_is_saved_but_not_published(client, editor):
    client.force_login(editor)
    answer = client.post(add_address(), filled(foreword=streamfield([])) | {"action-publish": "1"})
    assert "mangler et forord" in answer.content.decode()
    client.post(add_address(), filled(foreword=streamfield([])))
    assert not EditionPage.objects.get().live


def test_a_published_edition_does_not_change(client, editor):
    client.force_login(editor)
    story = StoryPageFactory()
    under = CatalogueIndexPage.objects.get()
    told = {"title": "Seks", "slug": "seks", "foreword": [("text", "<p>x</p>")]}
    edition = publish_edition(by=None, edition=write_edition(by=None, under=under, stories=[story], **told))
    edit = reverse("wagtailadmin_pages:edit", args=[edition.pk])
    answer = client.post(edit, filled(story, title="Syv") | {"action-publish": "1"})
    assert "ændres ikke" in answer.content.decode()
    assert EditionPage.objects.get().title == "Seks"
