"""All that a municipality has written, as a list to go through: how far, how old, and when it was last confirmed."""

from dataclasses import dataclass

from django.core.paginator import Page as Side
from django.core.paginator import Paginator
from django.utils.timesince import timesince

from accounts.models import Municipality, User
from accounts.rules import belongs_to, works_at_desk
from catalogue.enums import ConfirmedBy, Status
from catalogue.models import MunicipalityPage, StoryPage
from core.partial_dates import format_partial_date
from home.domain.texts import Text
from home.domain.workbench import states_of, texts_below

ON_A_SIDE = 50
OLDEST_FIRST = "aeldste"


@dataclass(frozen=True)
class OwnText(Text):
    story: StoryPage | None = None

    @property
    def age(self) -> str:
        """How long ago somebody last changed it, in one unit."""
        changed = self.page.latest_revision_created_at
        return timesince(changed, depth=1) if changed else ""

    @property
    def confirmed(self) -> str:
        """When somebody last said that it holds. Nothing for what is no story, or was never confirmed."""
        return format_partial_date(self.story.last_confirmed_on) if self.story else ""

    @property
    def confirmed_by_source(self) -> bool:
        return self.story is not None and self.story.last_confirmed_by == ConfirmedBy.SOURCE

    @property
    def has_stopped(self) -> bool:
        return self.story is not None and self.story.status == Status.STOPPED


def may_read_own_texts(user: User, municipality: Municipality) -> bool:
    return belongs_to(user, municipality) or works_at_desk(user)


def own_texts(*, reader: User, municipality: Municipality, side: str | None, order: str | None) -> Side:
    """One side of the municipality's texts, those changed last first, or last. In a constant number of queries."""
    direction = "" if order == OLDEST_FIRST else "-"
    pages = texts_below(MunicipalityPage.objects.filter(municipality=municipality)).order_by(
        f"{direction}latest_revision_created_at", "pk"
    )
    found = Paginator(pages, ON_A_SIDE).get_page(side)
    listed = list(found.object_list)
    states = states_of(listed)
    stories = StoryPage.objects.defer_streamfields().in_bulk([page.pk for page in listed])
    found.object_list = [OwnText(page, states.get(page.pk), reader, story=stories.get(page.pk)) for page in listed]
    return found
