"""Publishing an edition: its number, its chapters as they are that day, and the booklet."""

from functools import partial

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from catalogue.exports.told_story import told_story
from catalogue.models import EditionChapter, EditionPage, FrozenChapter, FrozenEdition, StoryPage
from catalogue.tasks import make_booklet
from core.pdf_shelf import forget


class EditionHasNoStories(Exception):
    """Nothing is chosen that everybody may read."""


@transaction.atomic
def write_edition(*, by: User | None, under, stories: list[StoryPage], **told) -> EditionPage:
    """A draft of an edition below the catalogue, with the stories in this order."""
    edition = EditionPage(live=False, owner=by, **told)
    edition.chapters.set([EditionChapter(story=story, sort_order=place) for place, story in enumerate(stories)])
    under.add_child(instance=edition)
    edition.save_revision(user=by)
    return edition


@transaction.atomic
def publish_edition(*, by: User | None, edition: EditionPage) -> EditionPage:
    """Put the newest draft on the site and freeze it. Raises EditionHasNoStories."""
    latest = edition.get_latest_revision_as_object()
    if not StoryPage.objects.live_public().filter(pk__in=latest.chapters.values_list("story")).exists():
        raise EditionHasNoStories
    latest.save_revision(user=by).publish(user=by)
    edition.refresh_from_db()
    return edition


@transaction.atomic
def freeze(*, by: User | None, edition: EditionPage) -> FrozenEdition:
    """Give the edition its number and keep what its stories tell now. Run twice, it changes nothing.

    A story that was withdrawn after it was chosen gets no chapter.
    """
    frozen = FrozenEdition.objects.filter(page=edition).first()
    if frozen is None:
        newest = FrozenEdition.objects.aggregate(newest=Max("number"))["newest"] or 0
        frozen = FrozenEdition.objects.create(page_id=edition.pk, number=newest + 1, frozen_at=timezone.now())
        FrozenChapter.objects.bulk_create(_chapters(edition, frozen))
        edition.__dict__.pop("frozen", None)
    transaction.on_commit(partial(make_booklet.enqueue, edition.pk))
    return frozen


def _chapters(edition: EditionPage, frozen: FrozenEdition) -> list[FrozenChapter]:
    chosen = [row.story_id for row in edition.chapters.all()]
    public = StoryPage.objects.live_public().with_reading().in_bulk(chosen)
    stories = [public[pk] for pk in chosen if pk in public]
    return [
        FrozenChapter(
            edition=frozen,
            number=place,
            story=story,
            title=story.title,
            name=story.place.name,
            code=story.place.code,
            summary=story.summary,
            told=told_story(story),
        )
        for place, story in enumerate(stories, start=1)
    ]


def remake_booklets_with(story: StoryPage) -> None:
    """After `story` was withdrawn or came back: the booklets it stands in are made anew."""
    editions = FrozenEdition.objects.filter(chapters__story=story.pk).values_list("page", flat=True)
    for pk in list(editions):
        transaction.on_commit(partial(make_booklet.enqueue, pk))


def make_missing_booklets() -> None:
    """For what no signal tells of, such as a new version of the template. What is there is not made again."""
    for pk in EditionPage.objects.live_public().values_list("pk", flat=True):
        make_booklet.enqueue(pk)


def throw_away_booklet(pk: int) -> None:
    forget(f"edition-{pk}")
