"""What the catalogue's templates need beside their context: covers, and places on the map."""

from bisect import bisect_right
from typing import Any, NamedTuple

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from catalogue.covers import VERSION
from catalogue.map_picture import enlarged, inset_names, number_point, towns, view_box
from catalogue.models import EditionPage
from catalogue.models.telling_places import Place, TellingPlaces
from catalogue.outlines import map_data
from catalogue.story_rows import elsewhere, facet_panel, story_rows

register = template.Library()
MAP, TABLE = "catalogue/components/map.html", "catalogue/components/municipality_table.html"
STEPS = (2, 5)  # from how many stories the map is darker, and darkest
STEP_WORDS = (_("1 story"), _("2 to 4 stories"), _("5 stories or more"))


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


class OnMap(NamedTuple):
    """A municipality as it is drawn. `step` says how dark: one story, a few, many."""

    place: Place
    enlarged: bool
    x: int
    y: int
    step: int


@register.simple_tag
def story_map(places: TellingPlaces, *, names: bool = False) -> str:
    """The map with its key and whose it is; with `names`, the same links as a list below."""
    return places.kept(f"map {names}", lambda: render_to_string(MAP, drawn(places) | {"names": names}))


def drawn(places: TellingPlaces) -> dict[str, Any]:
    marked = [
        OnMap(place, place.code in enlarged(), *number_point(place.code), bisect_right(STEPS, place.story_count))
        for place in places.on_map
    ]
    return {
        "file": static("catalogue/map.svg"),
        "view_box": view_box(map_data()),
        "places": marked,
        "steps": [(step, text) for step, text in enumerate(STEP_WORDS) if step in {mark.step for mark in marked}],
        "towns": towns(),
        "inset_names": inset_names(),
    }


@register.simple_tag(takes_context=True)
def municipality_table(context) -> str:
    """The table beside the map, in the order the page's context asks for."""
    told = {name: context[name] for name in ("rows", "orders", "order")}
    return context["places"].kept(f"table {told['order']}", lambda: render_to_string(TABLE, told))
