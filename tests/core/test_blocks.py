"""The blocks of a body: what they refuse, and what they make for the reader."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Page

from core.blocks import BodyStreamBlock, LinkCardsBlock, PictureBlock, QuoteBlock, TextBlock, VideoBlock
from core.models import SiteDocument, SitePicture

PHOTO = (Path(__file__).parents[1] / "data" / "foto_med_gps.jpg").read_bytes()
VIDEO = {"title": "Vi prøvede", "url": "https://youtu.be/dQw4w9WgXcQ", "length": "4 min.", "transcript": "<p>Alt.</p>"}


@pytest.fixture
def picture(db):
    return SitePicture.objects.create(title="Foto", credit="En fotograf", file=SimpleUploadedFile("f.jpg", PHOTO))


def body(*blocks) -> str:
    """The blocks as a reader's browser gets them."""
    stream = BodyStreamBlock()
    return stream.render(stream.to_python([{"type": kind, "value": value} for kind, value in blocks]))


@pytest.mark.parametrize("name", BodyStreamBlock().child_blocks)
def test_each_block_is_shown_to_who_chooses_it(name, db):
    block = BodyStreamBlock().child_blocks[name]
    assert block.meta.icon not in (None, "placeholder")
    assert block.get_description()
    assert block.is_previewable


@pytest.mark.parametrize("name", [name for name in BodyStreamBlock().child_blocks if name not in ("picture", "file")])
def test_each_preview_shows_the_block(name, db):
    block = BodyStreamBlock().child_blocks[name]
    assert len(block.render(block.get_preview_value())) > 40


def test_text_is_cleaned_before_it_is_stored():
    block = TextBlock()
    stored = block.get_prep_value(block.to_python("<p>Hej<script>alert(1)</script></p>"))
    assert stored == "<p>Hej</p>"


def test_a_picture_without_words_is_refused(picture):
    block = PictureBlock()
    value = block.to_python({"image": {"image": picture.pk, "alt_text": "", "decorative": False}, "caption": ""})
    with pytest.raises(ValidationError):
        block.clean(value)


@pytest.mark.parametrize(("alt_text", "decorative"), [("Et team ved et bord", False), ("", True)])
def test_a_picture_is_told_in_words_or_marked_as_decoration(picture, alt_text, decorative):
    image = {"image": picture.pk, "alt_text": alt_text, "decorative": decorative}
    PictureBlock().clean(PictureBlock().to_python({"image": image, "caption": ""}))
    assert f'alt="{alt_text}"' in body(("picture", {"image": image, "caption": ""}))


def test_a_picture_comes_in_sizes_with_its_credit(picture):
    html = body(("picture", {"image": {"image": picture.pk, "alt_text": "Et team", "decorative": False}}))
    assert "480w" in html
    assert 'loading="lazy"' in html
    assert "Foto: En fotograf" in html


def test_a_picture_whose_file_is_gone_leaves_no_broken_frame(picture):
    picture.file.storage.delete(picture.file.name)
    html = body(("picture", {"image": {"image": picture.pk, "alt_text": "Et team", "decorative": False}}))
    assert "<img" not in html


@pytest.mark.parametrize("number", [1, 3])
def test_pictures_cost_two_queries_however_many(number, picture, django_assert_num_queries):
    image = {"image": picture.pk, "alt_text": "Et team", "decorative": False}
    blocks = [("picture", {"image": image, "caption": ""})] * number
    body(*blocks)
    with django_assert_num_queries(2):
        body(*blocks)


def test_a_figure_is_also_told_in_words(picture):
    image = {"image": picture.pk, "alt_text": "Et diagram", "decorative": False}
    html = body(("figure", {"title": "Ansigter", "image": image, "alternative": "<p>Fra otte til fire.</p>"}))
    assert "Læs figuren som tekst" in html
    assert "Fra otte til fire." in html


def test_a_quotation_names_who_said_it():
    with pytest.raises(ValidationError):
        QuoteBlock().clean(QuoteBlock().to_python({"text": "Vi kender dem.", "who": ""}))


def test_what_an_editor_writes_is_never_markup():
    html = body(("quote", {"text": "<script>alert(1)</script>", "who": "En <b>rolle</b>", "source": ""}))
    assert "<script>" not in html
    assert "<b>" not in html


def test_advice_may_have_only_one_of_its_lists():
    html = body(("advice", {"dos": ["Begynd i det små."], "donts": []}))
    assert "Begynd i det små." in html
    assert "Undgå" not in html


def test_a_file_tells_its_kind_and_size(db):
    file = ContentFile(b"x" * 3000, name="skema.txt")
    document = SiteDocument.objects.create(title="Et skema", file=file, file_size=3000)
    html = body(("file", {"document": document.pk, "text": ""}))
    assert "TXT, 2,9" in html
    assert f"/filer/{document.pk}/" in html or "/filer/documents/" in html


@pytest.mark.parametrize("card", [{"page": None, "url": ""}, {"page": None, "url": "https://kl.dk/", "title": ""}])
def test_a_link_that_leads_nowhere_or_has_no_name_is_refused(card, db):
    with pytest.raises(ValidationError):
        LinkCardsBlock().clean(LinkCardsBlock().to_python({"cards": [card]}))


def test_a_link_to_a_page_taken_down_is_left_out(site):
    page = Page.objects.get(slug="katalog")
    assert "Katalog" in body(("link_cards", {"cards": [{"page": page.pk}]}))
    page.unpublish()
    assert "Katalog" not in body(("link_cards", {"cards": [{"page": page.pk}]}))


def test_a_text_links_to_published_pages_only(site):
    page = Page.objects.get(slug="katalog")
    text = f'<p><a linktype="page" id="{page.pk}">Se her</a></p>'
    assert '<a href="/katalog/">Se her</a>' in body(("text", text))
    page.unpublish()
    assert "href" not in body(("text", text))


@pytest.mark.parametrize("number", [1, 3])
def test_links_in_a_text_cost_one_query(number, site, django_assert_num_queries):
    links = "".join(f'<a linktype="page" id="{page.pk}">x</a>' for page in Page.objects.filter(depth=3)[:number])
    body(("text", links))
    with django_assert_num_queries(1):
        body(("text", links))


def test_a_video_asks_nothing_of_others_before_play_is_pressed():
    html = body(("video", VIDEO))
    assert "<iframe" not in html
    assert "youtube.com" not in html
    assert "youtube-nocookie" not in html
    assert "hentes fra YouTube, når du trykker afspil" in html


def test_a_video_is_also_told_in_words():
    with pytest.raises(ValidationError):
        VideoBlock().clean(VideoBlock().to_python(VIDEO | {"transcript": ""}))
    assert "Læs videoen som tekst" in body(("video", VIDEO))
