"""What goes on around somebody who writes: what is coming, and what others have written lately."""

import datetime
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from catalogue.models import DiaryEntryPage, MunicipalityPage, StoryPage
from core.models import BasePage
from events.models import Event

COMING, NEWS = 4, 5


@dataclass(frozen=True)
class News:
    """Something published in another municipality."""

    page: BasePage
    place: str
    published_at: datetime.datetime
    is_story: bool


def coming_events(user: User) -> list[Event]:
    """The next events that everyone may see, or where `user` has a post: `post` tells which. One query."""
    seen = Event.objects.with_post_of(user).filter(Q(page__live=True) | ~Q(post=None))
    return list(seen.upcoming()[:COMING])


def news_from_others(own: list[MunicipalityPage]) -> list[News]:
    """The newest stories and diary entries of municipalities other than one's `own`. Two queries."""
    stories = StoryPage.objects.live_public().exclude(municipality__in=[page.municipality_id for page in own])
    entries = DiaryEntryPage.objects.live_public().with_municipality().filter(first_published_at__lte=timezone.now())
    for page in own:
        entries = entries.exclude(path__startswith=page.path)
    found = [
        News(story, story.municipality.name, story.first_published_at, is_story=True)
        for story in stories.filter(first_published_at__lte=timezone.now())
        .select_related("municipality")
        .newest()[:NEWS]
    ]
    found += [
        News(entry, entry.municipality_name, entry.first_published_at, is_story=False)
        for entry in entries.order_by("-first_published_at", "-pk")[:NEWS]
    ]
    return sorted(found, key=attrgetter("published_at"), reverse=True)[:NEWS]
