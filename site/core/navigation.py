"""The site record and the main menu, which every page needs: kept in the `local` cache, cleared by core.signals.

Wagtail asks the database for its site on each request. Here one value per process holds it all, a minute old at most
in the other processes.
"""

from typing import NamedTuple

from django.core.cache import caches
from wagtail.models import Page, Site

KEY, SITE = "core.navigation", "core.navigation.site"


class MenuItem(NamedTuple):
    title: str
    url: str


class Root(NamedTuple):
    """Of the site's root page what addresses and trails are made from."""

    pk: int
    depth: int
    title: str
    url_path: str


class Navigation(NamedTuple):
    root: Root | None
    root_paths: list
    menu: list[MenuItem]


def navigation() -> Navigation:
    """The site's root, Wagtail's root paths, and the pages under the root that are marked for menus.

    A page asks some twenty times while it is shown, so this is small: what is read from the cache is made anew.
    """
    found = caches["local"].get(KEY)
    if found is None:
        found = _read()
        caches["local"].set(KEY, found)
    return found


def current_site() -> Site | None:
    """The site with its root page, which may be a minute old: `core.models.routing` asks anew when it is shown.

    Each time another object, since Wagtail remembers things on it.
    """
    found = caches["local"].get(SITE)
    if found is None:
        sites = Site.objects.select_related("root_page", "root_page__locale")
        found = sites.filter(is_default_site=True).first()
        if found is not None:
            found.root_page = found.root_page.specific
        caches["local"].set(SITE, found)
    return found


def forget() -> None:
    caches["local"].delete_many([KEY, SITE])


def _read() -> Navigation:
    site = current_site()
    if site is None:
        return Navigation(None, [], [])
    root = site.root_page
    pages = Page.objects.live().public().child_of(root).filter(show_in_menus=True).order_by("path")
    menu = [MenuItem(title, f"/{slug}/") for title, slug in pages.values_list("title", "slug")]
    return Navigation(Root(root.pk, root.depth, root.title, root.url_path), Site.get_site_root_paths(), menu)
