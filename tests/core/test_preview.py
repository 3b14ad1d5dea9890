"""Wagtail's previews show our pages and blocks as they will be."""

import pytest
from django.urls import reverse

from core.blocks import BodyStreamBlock
from home.models import StandardPage


@pytest.fixture
def writing(client, site, administrator):
    client.force_login(administrator)
    return client


def form(**values) -> dict:
    empty = {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return {"title": "En ny side", "slug": "en-ny-side", "heading": "", "lead": "Prøve.", **empty, **values}


def test_a_page_not_yet_saved_can_be_previewed(writing, site):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["home", "standardpage", site.root_page.pk])
    assert writing.post(address, form()).json()["is_valid"]
    response = writing.get(address)
    assert "<h1>En ny side</h1>" in response.text
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_change_can_be_previewed_where_it_stands(writing, site):
    above = site.root_page.add_child(instance=StandardPage(title="Om", slug="om"))
    page = above.add_child(instance=StandardPage(title="Data", slug="data"))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert writing.post(address, form(title="Tal", slug="data")).json()["is_valid"]
    text = writing.get(address).text
    assert "<h1>Tal</h1>" in text
    assert '<a class="ds-link" href="/om/">Om</a>' in text


@pytest.mark.parametrize("name", BodyStreamBlock().child_blocks)
def test_who_chooses_a_block_sees_it_in_the_sites_dress(writing, name):
    block = StandardPage._meta.get_field("body").stream_block.child_blocks[name]
    response = writing.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    assert "core/site.css" in response.text


def test_readers_get_no_bar_of_the_editors(client, site):
    assert "wagtail-userbar" not in client.get("/").text
