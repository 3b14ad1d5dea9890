"""What the catalogue's templates need beside their context: covers, and places on the map."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse

from accounts.models import Municipality
from catalogue.covers import VERSION
from catalogue.map_picture import enlarged, number_point, towns, view_box
from catalogue.models import EditionPage
from catalogue.outlines import map_data
from catalogue.story_rows import elsewhere, facet_panel, story_rows

register = template.Library()


@register.filter
def cover_address(municipality: Municipality) -> str:
    """Where the municipality's paper cut is served; the version lets browsers keep it for a year."""
    return f"{reverse('catalogue:cover', args=[municipality.code])}?v={VERSION}"


@register.filter
def cover_of(code: str) -> str:
    """The same by the municipality's code."""
    return f"{reverse('catalogue:cover', args=[code])}?v={VERSION}"


@register.simple_tag
def newest_edition() -> EditionPage | None:
    return EditionPage.objects.newest().only("title", "url_path").first()


register.simple_tag(story_rows)
register.simple_tag(facet_panel)
register.simple_tag(elsewhere)


@register.simple_tag
def drawn_map(places: list) -> dict[str, Any]:
    """The drawing's file and view box, and each of `places` (with municipality, title, address, story_count) on it."""
    drawn = []
    for place in places:
        code = place.municipality.code
        x, y = number_point(code)
        drawn.append({"place": place, "code": code, "enlarged": code in enlarged(), "x": x, "y": y})
    return {
        "file": static("catalogue/map.svg"),
        "view_box": view_box(map_data()),
        "places": drawn,
        "towns": towns(),
        "has_numbers": any(place.story_count > 1 for place in places),
    }
