"""What a story is shared and taken along as: the picture beside a link, and the PDF."""

import io

import pytest
from PIL import Image

from catalogue.exports import story_card
from tests.factories.catalogue import StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def address(read, story):
    return read(story.path_on_site).select_one("meta[property='og:image']")["content"]


def test_a_story_names_its_picture_which_is_1200_by_630(client, read):
    told = address(read, StoryPageFactory())
    answer = client.get(f"/{told.split('/', 3)[3]}")
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)


def test_it_is_made_once(client, monkeypatch):
    story = StoryPageFactory()
    path = f"{story.path_on_site.removesuffix('/')}.png"
    client.get(path)
    monkeypatch.setattr(story_card, "render_png", None)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("title", ["#set page(width: 1pt)", "$x^2$ *fed* <a>", "Å" * 250, "Ord " * 60, "☃ 🎈"])
def test_any_title_makes_a_picture(client, title):
    story = StoryPageFactory(title=title[:255], slug="en-titel")
    assert client.get(f"{story.path_on_site.removesuffix('/')}.png").status_code == 200


def test_a_draft_has_no_picture(client):
    story = StoryPageFactory(live=False)
    assert client.get(f"{story.path_on_site.removesuffix('/')}.png").status_code == 404


def test_the_address_changes_with_the_publication(read):
    story = StoryPageFactory()
    before = address(read, story)
    story.save_revision().publish()
    assert address(read, story) != before


def test_the_story_leads_to_its_pdf(client, read):
    story = StoryPageFactory()
    link = read(story.path_on_site).find("a", string="Tag erfaringen med som PDF")
    assert client.get(link["href"])["Content-Type"] == "application/pdf"
