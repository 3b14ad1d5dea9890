from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser

from core.gallery import sections
from core.templatetags.dots import dots
from core.views.gallery import gallery

COMPONENTS = Path(__file__).parents[2] / "templates" / "components"
# Parts of the page's frame or of another component; they are shown where they belong.
WITHIN_OTHERS = {
    "quick_form",
    "feed_link",
    "site_head",
    "site_foot",
    "menu_items",
    "field",
    "field_notes",
    "error_summary",
    "sources",
}


def shown() -> set[str]:
    return {
        state.template.removeprefix("components/").removesuffix(".html")
        for section in sections()
        for state in section.states
    }


def test_every_component_is_shown():
    assert {path.stem for path in COMPONENTS.glob("*.html")} - WITHIN_OTHERS - shown() == set()


@pytest.mark.parametrize("colours", ["lys", "moerk"])
def test_the_gallery_shows_every_state(rf, site, colours):
    request = rf.get("/komponenter/", {"farver": colours})
    request.user = AnonymousUser()
    text = gallery(request).content.decode()
    assert text.count('class="spec__state') == sum(len(section.states) for section in sections())


def test_the_gallery_is_for_development_only(client, site):
    assert client.get("/komponenter/").status_code == 404


def test_team_size_is_drawn_as_people():
    assert dots(8, 10).count("<circle") == 10
    assert dots(8, 10).count("maybe") == 2
    assert dots(5).count("<circle") == 5


@pytest.mark.parametrize("size", [0, 61, 4000])
def test_nobody_counts_a_crowd(size):
    assert dots(size) == ""
