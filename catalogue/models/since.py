"""What has happened since a story was published: what the municipality has said of it, and its diary's entries."""

import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalogue.enums import ConfirmedBy
from catalogue.models.diary import DiaryEntryPage
from core.partial_dates import format_partial_date, last_day

if TYPE_CHECKING:
    from catalogue.models.story import StoryPage

ENTRIES = 3


class Since(NamedTuple):
    """Something that happened: `day` in words, and the address of more where there is more."""

    on: datetime.date
    day: str
    text: str
    url: str = ""


def since(story: "StoryPage") -> list[Since]:
    """The newest first; nothing for what was never published. One query."""
    if not story.first_published_at:
        return []
    published = timezone.localdate(story.first_published_at)
    told = [*answers(story, published), *entries(story, published)]
    return sorted(told, key=lambda each: each.on, reverse=True)


def answers(story: "StoryPage", published: datetime.date) -> list[Since]:
    if story.reading.stopped and story.stopped_on:
        text = " ".join(filter(None, [_("The work stopped."), story.stopped_note]))
        return [Since(story.stopped_on, story.reading.stopped, text)]
    told = story.last_confirmed_on
    if not told or story.last_confirmed_by != ConfirmedBy.MUNICIPALITY or last_day(told) <= published:
        return []
    return [Since(last_day(told), format_partial_date(told), _("The municipality says that it still holds."))]


def entries(story: "StoryPage", published: datetime.date) -> list[Since]:
    """The newest few of the municipality's diary, from the day the story was published on."""
    above = story.path[: -story.steplen]
    found = DiaryEntryPage.objects.live_public().filter(path__startswith=above, date__gte=published).newest()
    return [
        Since(entry.date, date_format(entry.date, "j. F Y"), entry.title, entry.path_on_site)
        for entry in found.only("title", "url_path", "date")[:ENTRIES]
    ]
