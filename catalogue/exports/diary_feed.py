"""A municipality's diary as an Atom feed (RFC 4287)."""

from html import unescape

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import Municipality
from catalogue.models import DiaryPage
from core.links import absolute

ENTRIES, SUMMARY = 30, 600


def diary_feed(diary: DiaryPage, municipality: Municipality) -> bytes:
    """The newest of what everyone may read. An entry's `updated` is when it was last published."""
    feed = Atom1Feed(
        title=_("Diary of %(name)s") % {"name": municipality.name},
        link=diary.canonical_url,
        feed_url=absolute(diary.feed_path(municipality)),
        description="",
        subtitle=diary.fallback_description,
        language="da",
        author_name=municipality.official_name,
    )
    for entry in diary.published()[:ENTRIES]:
        feed.add_item(
            title=entry.title,
            link=entry.canonical_url,
            unique_id=f"urn:uuid:{entry.translation_key}",
            description=Truncator(" ".join(unescape(strip_tags(entry.body)).split())).chars(SUMMARY),
            pubdate=entry.first_published_at,
            updateddate=entry.last_published_at,
        )
    return feed.writeString("utf-8").encode()
