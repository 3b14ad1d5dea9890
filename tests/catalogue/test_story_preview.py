import pytest
from django.urls import reverse

from catalogue.models import StoryPage
from tests.catalogue.test_story_form import complete_form, empty_form
from tests.factories.catalogue import MunicipalityPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def preview(client, administrator, site, haderslev):
    """What the editor's preview shows of a story that was never saved."""
    parent = MunicipalityPageFactory(municipality=haderslev)
    client.force_login(administrator)
    address = reverse("wagtailadmin_pages:preview_on_add", args=["catalogue", "storypage", parent.pk])

    def show(form):
        assert client.post(address, form).json()["is_valid"]
        return client.get(address + "?mode=").content.decode()

    return show


def test_a_story_can_be_seen_before_it_is_saved(preview):
    shown = preview(complete_form(team_size_min="8", team_size_sources="1"))
    assert "Haderslev Kommune" in shown
    assert "8 medarbejdere" in shown
    assert 'href="#kilde-1"' in shown
    assert not StoryPage.objects.exists()


def test_a_title_alone_can_be_seen(preview):
    assert "Vi gik i gang" in preview(empty_form(title="Vi gik i gang", slug="vi-gik-i-gang"))
