from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from core.links import absolute
from core.models.choice_form import OwnChoicesForm
from core.models.routing import RoutedAtOnce
from core.navigation import navigation


class BasePage(RoutedAtOnce):
    """What every page of the site is. A page that does not inherit it is a system check error (core.checks).

    A model's template is templates/<app>/<model_in_snake_case>.html, which extends base.html.
    """

    social_title = models.CharField(
        _("title when shared"),
        max_length=120,
        blank=True,
        help_text=_("Shown when somebody shares the page. Empty: the page's own title."),
    )

    base_form_class = OwnChoicesForm
    promote_panels = [*Page.promote_panels, MultiFieldPanel([FieldPanel("social_title")], heading=_("When shared"))]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Leave the title of a published page's draft in its revision.

        Wagtail copies it to `draft_title`, which choosers and lists show to everybody who writes anywhere.
        """
        fields: Any = kwargs.get("update_fields")
        if self.live and fields is None:
            self.draft_title = self.title
        elif self.live and "title" not in fields:
            kwargs["update_fields"] = [name for name in fields if name != "draft_title"]
        super().save(*args, **kwargs)

    @property
    def path_on_site(self) -> str:
        """The page's address on the site, without asking the database. Empty outside the site's tree."""
        root = next(iter(navigation().root_paths), None)
        inside = root is not None and self.url_path.startswith(root.root_path)
        return self.url_path[len(root.root_path) - 1 :] if root and inside else ""

    @property
    def canonical_url(self) -> str:
        return absolute(self.path_on_site)

    @property
    def description(self) -> str:
        """The text for search engines and shares: what the editor wrote, or else the page's own summary."""
        return self.search_description or self.fallback_description

    @property
    def fallback_description(self) -> str:
        """A sentence or two about the page. Page types with a summary or a lead answer with it."""
        return ""

    def structured_data(self, context: dict) -> dict[str, Any] | None:
        """What the page is in schema.org's words, from what the page has read to be shown. None: nothing to tell."""
        return None

    def _get_site_root_paths(self, cache_object=None):
        """Wagtail's own would ask the shared cache once for every page whose address is shown without a request.

        What it leaves on the request is left there too: Wagtail's redirects look for it when a page moves.
        """
        kept = cache_object if cache_object is not None else self
        kept._wagtail_cached_site_root_paths = navigation().root_paths
        return kept._wagtail_cached_site_root_paths

    def trail(self) -> list[dict]:
        """Title and url of the pages above, from the front page down, and of the page itself. One query at most."""
        root = navigation().root
        if root is None or self.pk == root.pk:
            return []
        above = [{"title": page.title, "url_path": page.url_path} for page in self.above or []]
        if self.above is None and self.depth > root.depth + 1:
            above = list(self.get_ancestors().filter(depth__gt=root.depth).values("title", "url_path"))
        pages = [
            {"title": root.title, "url_path": root.url_path},
            *above,
            {"title": self.title, "url_path": self.url_path},
        ]
        return [{"title": page["title"], "url": page["url_path"][len(root.url_path) - 1 :]} for page in pages]
