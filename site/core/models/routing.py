"""From an address to its page in two queries, however deep the page stands.

Wagtail climbs down the tree: two queries for each step, two for who may read, one more for the trail of pages above.
A public page has eight queries to spend (README, budgets), so the steps are fetched together, and told once whether
any of them is closed to some. Of a step only a few columns are read: making pages of them took longer than asking.
The question is written out, since every request for a page asks it and Django took longer to write it than SQLite to
answer. It asks for the slugs too: they have an index, whole addresses have none.
"""

from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.http import Http404
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

STEPS = """
    SELECT step.id, step.content_type_id, step.title, step.url_path, step.alias_of_id, EXISTS (
        SELECT 1 FROM wagtailcore_pageviewrestriction closed JOIN wagtailcore_page above ON above.id = closed.page_id
        WHERE above.path = SUBSTR(step.path, 1, LENGTH(above.path))
    )
    FROM wagtailcore_page step
    WHERE step.slug IN ({places}) AND step.url_path IN ({places}) AND SUBSTR(step.path, 1, {start}) = %s
    ORDER BY step.depth
"""


class Step(NamedTuple):
    """A page on the way: `title` is the published one."""

    pk: int
    content_type_id: int
    title: str
    url_path: str
    alias_of_id: int | None
    is_closed_to_some: bool


class RoutedAtOnce(Page):
    """For a page model: `route` fetches every step of the way together. `above` are the steps before the page."""

    above: list[Step] | None = None
    is_open_to_all = False

    class Meta:
        abstract = True

    def route(self, request, path_components):
        if not path_components:  # the front page itself, which may come from a cache
            page = type(self)._default_manager.get(pk=self.pk)
            return super(RoutedAtOnce, page).route(request, path_components)
        addresses = [self.url_path + "/".join(path_components[: n + 1]) + "/" for n in range(len(path_components))]
        steps = self.steps_to(path_components, addresses)
        if [step.url_path for step in steps] != addresses or any(step.alias_of_id for step in steps):
            return super().route(request, path_components)
        *above, last = steps
        model: Any = ContentType.objects.get_for_id(last.content_type_id).model_class()
        if model is None:  # its code is gone
            return super().route(request, path_components)
        page = model._default_manager.get(pk=last.pk)
        page.above, page.is_open_to_all = above, not last.is_closed_to_some
        if not page.live:
            if page.is_open_to_all and page.last_published_at:
                request.withdrawn = page  # once anybody's to read: the answer says so (core.middleware)
            raise Http404
        return RouteResult(page)

    def steps_to(self, slugs: list[str], addresses: list[str]) -> list[Step]:
        """The pages at these addresses below this one, from the top down, each told whether it is closed to some."""
        statement = STEPS.format(places=", ".join(["%s"] * len(addresses)), start=len(self.path))
        with connection.cursor() as cursor:
            cursor.execute(statement, [*slugs, *addresses, self.path])
            return [Step(*row) for row in cursor.fetchall()]

    def get_view_restrictions(self):
        """Nothing to ask for where the way here has told that nothing above, nor the page itself, is closed."""
        return PageViewRestriction.objects.none() if self.is_open_to_all else super().get_view_restrictions()
