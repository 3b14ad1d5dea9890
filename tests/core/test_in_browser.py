"""What only a browser can tell of the frame and the blocks."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import SitePicture
from home.models import StandardPage
from tests.journeys.axe import assert_accessible

PHOTO = (Path(__file__).parents[1] / "data" / "foto_med_gps.jpg").read_bytes()
PHONE = {"width": 375, "height": 700}
VIDEO = {"title": "Vi prøvede", "url": "https://youtu.be/dQw4w9WgXcQ", "length": "", "transcript": "<p>Alt.</p>"}


@pytest.fixture
def with_blocks(live_server, transactional_db, site):
    """The address of a page with one block of each kind that can be made up, and a picture."""
    picture = SitePicture.objects.create(title="Foto", file=SimpleUploadedFile("f.jpg", PHOTO))
    image = {"image": picture.pk, "alt_text": "Tre borde set fra oven", "decorative": False}
    blocks = [
        ("heading", {"text": "Et afsnit", "level": "2"}),
        ("text", "<p>Tekst.</p><ul><li>Et punkt</li></ul>"),
        ("quote", {"text": "Vi kender dem.", "who": "Eksempel", "source": ""}),
        (
            "fact",
            {"figure": "8–10", "text": "i teamet", "caveat": "Eksempel.", "source": "Eksempel", "source_url": ""},
        ),
        ("advice", {"dos": ["Begynd i det små."], "donts": ["Kopiér ikke."]}),
        ("picture", {"image": image, "caption": "Tre borde"}),
        ("figure", {"title": "Borde", "image": image, "alternative": "<p>Tre borde.</p>", "source": ""}),
        ("video", VIDEO),
        ("link_cards", {"cards": [{"page": None, "url": "https://kl.dk/", "title": "KL", "text": ""}]}),
    ]
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    site.root_page.add_child(instance=StandardPage(title="Blokke", slug="blokke", lead="Alle.", body=body))
    return f"{live_server.url}/blokke/"


@pytest.mark.slow
def test_the_blocks_have_no_fault(with_blocks, page):
    page.goto(with_blocks)
    assert_accessible(page, "Blokke")


def test_a_tap_beside_the_phones_menu_closes_it_without_script(with_blocks, browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(with_blocks)
    page.get_by_text("Menu", exact=True).click()
    assert page.locator("details.menu[open]").count() == 1
    page.mouse.click(100, 650)
    assert page.locator("details.menu[open]").count() == 0
    context.close()


def test_the_menu_is_reached_and_left_by_keyboard(with_blocks, page):
    page.set_viewport_size(PHONE)
    page.goto(with_blocks)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#indhold"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "indhold"


def test_nothing_is_asked_of_the_video_service_before_play(with_blocks, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(with_blocks)
    assert not [url for url in asked if "youtube" in url]
    page.locator("[data-video]").click()
    page.locator("iframe").wait_for()
    page.wait_for_timeout(300)
    assert [url for url in asked if url.startswith("https://www.youtube-nocookie.com/embed/")]
    assert page.url == with_blocks


def test_without_script_play_leads_to_the_player(with_blocks, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(with_blocks)
    page.locator("[data-video]").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Video"
    assert page.locator("iframe").get_attribute("src").startswith("https://www.youtube-nocookie.com/")
    context.close()


def test_no_page_of_ours_breaks_its_own_policy(with_blocks, page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(with_blocks)
    page.goto(with_blocks.replace("blokke/", "soeg/?q=team"))
    assert complaints == []
