"""The site record and the main menu, which every page needs: kept in the `local` cache, cleared by core.signals.

Wagtail asks the database for its site on each request. Here one value per process holds it all, a minute old at most
in the other processes.
"""

from typing import NamedTuple

from django.core.cache import caches
from wagtail.models import Page, Site

KEY = "core.navigation"


class MenuItem(NamedTuple):
    title: str
    url: str


class Navigation(NamedTuple):
    site: Site | None
    root_paths: list
    menu: list[MenuItem]


def navigation() -> Navigation:
    """The site with its root page, Wagtail's root paths, and the pages under the root that are marked for menus."""
    found = caches["local"].get(KEY)
    if found is None:
        found = _read()
        caches["local"].set(KEY, found)
    return found


def forget() -> None:
    caches["local"].delete(KEY)


def _read() -> Navigation:
    site = Site.objects.select_related("root_page", "root_page__locale").filter(is_default_site=True).first()
    if site is None:
        return Navigation(None, [], [])
    pages = Page.objects.live().public().child_of(site.root_page).filter(show_in_menus=True).order_by("path")
    menu = [MenuItem(title, f"/{slug}/") for title, slug in pages.values_list("title", "slug")]
    return Navigation(site, Site.get_site_root_paths(), menu)
