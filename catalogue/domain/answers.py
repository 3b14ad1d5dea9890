"""What becomes of the answer to whether a story still holds: it does, or the work has stopped.

A date and a status are facts the municipality knows, and are public at once. The line on what happened is text by
somebody who approves nothing, and goes by the approval as all text does.
"""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import User
from catalogue.domain.living import Asked, Question, question_by, told_by
from catalogue.enums import ConfirmedBy, Status
from catalogue.models import StoryPage, StorySource


class AlreadyAnswered(Exception):
    """Somebody has answered in the meantime, or this is the second of two clicks."""


@transaction.atomic
def confirm(token: str) -> StoryPage:
    """The story still holds: "last confirmed" is today. Raises AlreadyAnswered, and what `question_by` raises."""
    question = _open(token)
    _amend(question.story, _confirm, by=question.asked.user)
    _write_down(question, AuditAction.STORY_CONFIRMED, question.asked.name)
    return question.story


@transaction.atomic
def stop(token: str, *, line: str) -> StoryPage:
    """The work has stopped: the status says so today, and `line` waits for approval. Raises as `confirm` does."""
    question = _open(token)
    story, by = question.story, question.asked.user
    key = _free_key(story)
    rest_of_draft = story.has_unpublished_changes
    _amend(story, lambda page: _stop(page, key), by=by)
    draft = story.get_latest_revision_as_object()
    draft.stopped_note = line
    draft.save_revision(user=by)
    story.refresh_from_db()
    # A draft somebody is in the middle of is theirs to send in. The line goes with it.
    if not rest_of_draft and not story.current_workflow_state:
        story.get_workflow().start(story, by)
    _write_down(question, AuditAction.STORY_STOPPED, line)
    return story


def _open(token: str) -> Question:
    """The question, under the lock that makes a second click find it answered."""
    question = question_by(token)
    StoryPage.objects.select_for_update(of=("self",)).get(pk=question.story.pk)
    question = question_by(token)
    if question.is_answered:
        raise AlreadyAnswered
    return question


def _amend(story: StoryPage, change: Callable[[StoryPage], None], *, by: User | None) -> None:
    """Change what is public, and the newest draft beside it in the same way: nobody's draft is published by it."""
    change(story)
    story.last_published_at = timezone.now()  # what readers see has changed, and listings are kept until it does
    story.save()
    draft = story.get_latest_revision_as_object()
    change(draft)
    draft.save_revision(user=by, changed=story.has_unpublished_changes, clean=False, log_action=True)


def _confirm(story: StoryPage) -> None:
    story.last_confirmed_on = timezone.localdate().isoformat()
    story.last_confirmed_by = ConfirmedBy.MUNICIPALITY


def _stop(story: StoryPage, key: str) -> None:
    _confirm(story)
    story.status, story.stopped_on = Status.STOPPED, timezone.localdate()
    story.status_note, story.status_sources = "", key
    written = StorySource.objects.filter(page_id=story.pk, key=key).first()
    # The draft holds the row that the public page has got, not another with the same short name.
    story.sources.add(
        written
        or StorySource(
            key=key, title=told_by(story), published=timezone.localdate().isoformat(), sort_order=story.sources.count()
        )
    )


def _free_key(story: StoryPage) -> str:
    """A short name for a source that neither the public page nor the draft has."""
    draft = story.get_latest_revision_as_object()
    taken = {source.key for page in (story, draft) for source in page.sources.all()}
    return next(key for key in (f"K{number}" for number in range(1, len(taken) + 2)) if key not in taken)


def _write_down(question: Question, action: AuditAction, reason: str) -> None:
    asked: Asked = question.asked
    story = question.story
    record(by=asked.user, action=action, about=story.title, municipality=story.municipality, reason=reason)
