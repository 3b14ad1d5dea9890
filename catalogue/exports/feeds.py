"""What is new, as Atom feeds (RFC 4287): of the whole site, of a theme, of a municipality, of its diary."""

from collections.abc import Iterable
from html import unescape
from operator import attrgetter

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from accounts.models import Municipality
from catalogue.enums import Theme
from catalogue.models import DiaryEntryPage, DiaryPage, MunicipalityPage, StoryPage
from catalogue.models.feed_addresses import FEED, diary_feed_path, municipality_feed_path, theme_feed_path
from core.links import absolute

NEWEST, SUMMARY = 30, 600


def whole_feed() -> bytes:
    """The newest stories and diary entries that everyone may read."""
    stories = StoryPage.objects.live_public().select_related("municipality").newest()[:NEWEST]
    entries = DiaryEntryPage.objects.live_public().with_municipality()
    newest = entries.order_by("-first_published_at", "-pk")[:NEWEST]
    feed = empty_feed(
        title=_("New in Udviklingsrummet"),
        subtitle=_("The newest stories and diary entries from the municipalities."),
        page="/katalog/",
        address=str(FEED),
    )
    return filled(feed, [*stories, *newest])


def theme_feed(theme: Theme) -> bytes:
    stories = StoryPage.objects.live_public().filter(themes__theme=theme).distinct()
    feed = empty_feed(
        title=_("New stories: %(theme)s") % {"theme": theme.label},
        subtitle=_("The newest stories of the theme %(theme)s.") % {"theme": theme.label},
        page=f"/katalog/?tema={theme.value}",
        address=theme_feed_path(theme),
    )
    return filled(feed, stories.select_related("municipality").newest()[:NEWEST])


def municipality_feed(page: MunicipalityPage) -> bytes:
    """What one municipality has told: its stories, and its diary."""
    stories = StoryPage.objects.live_public().filter(municipality=page.municipality_id).newest()[:NEWEST]
    entries = DiaryEntryPage.objects.descendant_of(page).live_public().newest()[:NEWEST]
    feed = empty_feed(
        title=_("News from %(name)s") % {"name": page.municipality.name},
        subtitle=page.fallback_description,
        page=page.path_on_site,
        address=municipality_feed_path(page.municipality),
        author=page.municipality.official_name,
    )
    return filled(feed, [*stories, *entries])


def diary_feed(diary: DiaryPage, municipality: Municipality) -> bytes:
    feed = empty_feed(
        title=_("Diary of %(name)s") % {"name": municipality.name},
        subtitle=diary.fallback_description,
        page=diary.path_on_site,
        address=diary_feed_path(municipality),
        author=municipality.official_name,
    )
    for entry in diary.published()[:NEWEST]:
        add(feed, entry)
    return feed.writeString("utf-8").encode()


def empty_feed(*, title: str, subtitle: str, page: str, address: str, author: str = "Udviklingsrummet") -> Atom1Feed:
    return Atom1Feed(
        title=title,
        link=absolute(page),
        feed_url=absolute(address),
        description="",
        subtitle=subtitle,
        language="da",
        author_name=author,
    )


def filled(feed: Atom1Feed, pages: Iterable[StoryPage | DiaryEntryPage]) -> bytes:
    """The feed with the newest of `pages`: what was published first of all decides, not what was put right."""
    told = [page for page in pages if page.first_published_at]
    for page in sorted(told, key=attrgetter("first_published_at", "pk"), reverse=True)[:NEWEST]:
        add(feed, page)
    return feed.writeString("utf-8").encode()


def add(feed: Atom1Feed, page: StoryPage | DiaryEntryPage) -> None:
    """An entry's `updated` is when it was last published, and its id outlives a new address."""
    text = page.summary if isinstance(page, StoryPage) else unescape(strip_tags(page.body))
    name = page.municipality.name if isinstance(page, StoryPage) else getattr(page, "municipality_name", "")
    feed.add_item(
        title=page.title,
        link=page.canonical_url,
        unique_id=f"urn:uuid:{page.translation_key}",
        description=Truncator(" ".join(text.split())).chars(SUMMARY),
        pubdate=page.first_published_at,
        updateddate=page.last_published_at or page.first_published_at,
        author_name=name or None,
        categories=[capfirst(str(page._meta.verbose_name))],
    )
