"""Beginning a text from outside Wagtail's editor: a title is enough for a story. The diary is in `domain.diary`."""

from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from accounts.models import User
from catalogue.domain.comments import follow_comments
from catalogue.domain.stories import write_story
from catalogue.models import MunicipalityPage, StoryPage
from catalogue.rules import belongs_to_page

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


class NotOneOfTheirs(Exception):
    """Who writes does not belong to the municipality, or the form was somebody else's."""


@transaction.atomic
def start_story(*, by: User, under: MunicipalityPage, title: str, token: UUID) -> StoryPage:
    """A draft with a title, to be filled in. The same `token` twice, as by a double click, gives the same draft."""
    earlier = made_by_form(by, under, token)
    if isinstance(earlier, StoryPage):
        return earlier
    told = {"title": title, "slug": free_slug(under, title), "translation_key": token}
    story = write_story(by=by, under=under, told=told)
    follow_comments(by=by, page=story)
    return story


def free_slug(parent: Page, title: str) -> str:
    """The title as an address below `parent`, with a number after it where another page has it."""
    wanted = slugify(title.lower().translate(LETTERS))[:60].strip("-") or "tekst"
    taken = set(Page.objects.child_of(parent).filter(slug__startswith=wanted).values_list("slug", flat=True))
    candidates = (f"{wanted}-{number}" if number > 1 else wanted for number in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


def made_by_form(by: User, under: MunicipalityPage, token: UUID) -> Page | None:
    """The page that this form made already, under the lock that makes a second click wait for the first.

    The token is kept as the page's translation key, which Wagtail gives every page at random and the database holds
    unique. Raises NotOneOfTheirs.
    """
    MunicipalityPage.objects.select_for_update(of=("self",)).get(pk=under.pk)
    if not belongs_to_page(by, under):
        raise NotOneOfTheirs
    earlier = Page.objects.filter(translation_key=token).first()
    if earlier and (earlier.owner_id != by.pk or not earlier.is_descendant_of(under)):
        raise NotOneOfTheirs
    return earlier.specific if earlier else None
