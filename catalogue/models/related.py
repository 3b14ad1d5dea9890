"""Stories to read after a story, each with why: the themes they share, and what else is alike in the two places.

The same for every reader until a story changes, so they are made once and kept in memory. What tells that something
has changed (catalogue.models.catalogue_change) is the one thing asked each time: who is withdrawn is gone at once.
"""

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.core.cache import caches
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Municipality
from catalogue.enums import Theme
from catalogue.models.catalogue_change import catalogue_stamp
from catalogue.models.wording import number_text, short_region

if TYPE_CHECKING:
    from catalogue.models.story import StoryPage

SHOWN = 4
ALIKE_IN_SIZE = 0.75  # the smaller number of inhabitants divided by the larger
FIELDS = ("title", "url_path", "status", "municipality__code", "municipality__name", "municipality__population")


class Related(NamedTuple):
    story: "StoryPage"
    reasons: list[str]


def related_html(story: "StoryPage") -> str:
    """One query, and four more when something has changed."""
    key = f"related.{hash((story.pk, story.last_published_at, timezone.localdate(), catalogue_stamp()))}"
    found = caches["fragments"].get(key)
    if found is None:
        found = render_to_string("catalogue/components/related.html", {"related": related(story)})
        caches["fragments"].set(key, found)
    return found


def related(story: "StoryPage") -> list[Related]:
    """Up to four public stories of the same themes, those that share most first."""
    others = sharing_most(story)
    if not others:
        return []
    pages, places = [story, *others], {story.municipality_id, *(other.municipality_id for other in others)}
    themes = themes_of([page.pk for page in pages])
    regions = dict(Municipality.objects.filter(pk__in=places).with_region().values_list("pk", "region_name"))
    return [Related(other, reasons(story, other, themes=themes, regions=regions)) for other in others]


def sharing_most(story: "StoryPage") -> list["StoryPage"]:
    own = theme_rows().filter(page=story.pk).values("theme")
    same = theme_rows().filter(page=OuterRef("pk"), theme__in=own)
    counted = same.values("page").annotate(n=Count("theme", distinct=True)).values("n")
    alike = type(story).objects.live_public().exclude(pk=story.pk).filter(Exists(same))
    ranked = alike.annotate(shared=Subquery(counted)).order_by("-shared", "-first_published_at", "pk")
    return list(ranked.select_related("municipality").only(*FIELDS)[:SHOWN])


def theme_rows() -> QuerySet:
    return apps.get_model("catalogue.StoryTheme").objects.order_by()


def themes_of(pages: list[int]) -> dict[int, set[str]]:
    found = defaultdict(set)
    for pk, theme in theme_rows().filter(page__in=pages).values_list("page_id", "theme"):
        found[pk].add(theme)
    return found


def reasons(one: "StoryPage", other: "StoryPage", *, themes, regions) -> list[str]:
    """Why `other`: only what is known of both counts."""
    shared = themes[one.pk] & themes[other.pk]
    names = ", ".join(str(theme.label) for theme in Theme if theme.value in shared)
    told = [_("Both are about: %(themes)s") % {"themes": names}] if names else []
    region = regions.get(one.municipality_id)
    if one.municipality_id == other.municipality_id:
        return [*told, _("The same municipality")]
    if region and region == regions.get(other.municipality_id):
        told.append(_("The same region: %(name)s") % {"name": short_region(region)})
    own, theirs = one.place.population or 0, other.place.population or 0
    if own and theirs and min(own, theirs) / max(own, theirs) >= ALIKE_IN_SIZE:
        told.append(_("About as large: %(number)s inhabitants") % {"number": number_text(theirs)})
    if one.status and one.status == other.status:
        told.append(_("As far: %(status)s") % {"status": other.get_status_display()})
    return told
