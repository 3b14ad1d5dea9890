"""Letting somebody without an account read a draft, and say yes to it."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.models import User
from catalogue.domain.approval import municipality_of, told_of
from catalogue.enums import LinkState
from catalogue.models import ReaderApproval, ReadingLink
from catalogue.models.reading_link import hash_of, token_for
from catalogue.rules import belongs_to_page, may_hand_on, may_see_way
from notifications.domain.outbox import queue_mail

DAYS = (3, 7, 14)
MOST_APPROVALS = 30


class MayNotHandOn(Exception):
    """Who asks does not write in the municipality, or the form was made for something else."""


class AlreadyPublished(Exception):
    """Everybody can read the text where it stands: nothing of it is a draft."""


class LinkIsClosed(Exception):
    """The link has expired or been revoked, or whoever made it no longer writes in the municipality."""


class AlreadyApproved(Exception):
    """Somebody of that name has said yes by this link."""


class TooManyApprovals(Exception):
    """More have said yes by one link than it can have been meant for."""


@transaction.atomic
def make_reading_link(*, by: User, page: Page, for_whom: str, days: int, key: UUID) -> ReadingLink:
    """A link to the newest text of `page` for so many days. The same `key` twice, as by a double click, gives the
    same link. Raises MayNotHandOn and AlreadyPublished."""
    Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if not may_hand_on(by, page) or days not in DAYS:
        raise MayNotHandOn
    earlier = ReadingLink.objects.filter(key=key).first()
    if earlier:
        if (earlier.page_id, earlier.made_by_id) != (page.pk, by.pk):
            raise MayNotHandOn
        return earlier
    if not has_draft(page):
        raise AlreadyPublished
    link = ReadingLink.objects.create(
        page=page,
        municipality=municipality_of(page),
        for_whom=for_whom,
        key=key,
        token_hash=hash_of(token_for(key)),
        made_by=by,
        expires_at=timezone.now() + datetime.timedelta(days=days),
    )
    _write_down(link, by=by, action=AuditAction.READING_LINK_MADE, reason=for_whom)
    return link


@transaction.atomic
def revoke_reading_link(*, by: User, link: ReadingLink) -> None:
    """Close the link at once. Run twice, it changes nothing. Raises MayNotHandOn."""
    if not may_see_way(by, link.page):
        raise MayNotHandOn
    revoked = ReadingLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())
    if revoked:
        _write_down(link, by=by, action=AuditAction.READING_LINK_REVOKED, reason=link.for_whom)


def link_by(token: str) -> ReadingLink | None:
    found = ReadingLink.objects.filter(token_hash=hash_of(token))
    return found.select_related("page__latest_revision", "municipality", "made_by").first()


def state_now(link: ReadingLink) -> LinkState:
    """The link is closed, too, when its maker has left the municipality, or the text has been moved to another."""
    still_theirs = link.made_by is not None and belongs_to_page(link.made_by, link.page)
    if link.state == LinkState.OPEN and not (still_theirs and municipality_of(link.page) == link.municipality):
        return LinkState.REVOKED
    return link.state


def has_draft(page: Page) -> bool:
    return not page.live or page.has_unpublished_changes


@transaction.atomic
def note_opening(*, link: ReadingLink) -> None:
    """The first time a link is opened is written down; the text itself is read as often as one likes."""
    if link.opened_at is None and ReadingLink.objects.filter(pk=link.pk, opened_at=None).update(
        opened_at=timezone.now()
    ):
        _write_down(link, by=None, action=AuditAction.READING_LINK_OPENED, reason=link.for_whom)


@transaction.atomic
def approve_as_reader(*, link: ReadingLink, name: str, comment: str) -> ReaderApproval:
    """Say yes to the newest text. Whoever made the link and whoever wrote the text are told by mail.

    Once for each name; the same words again, as by a double click, are the same yes.
    Raises LinkIsClosed, AlreadyApproved and TooManyApprovals.
    """
    ReadingLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if state_now(link) != LinkState.OPEN or not has_draft(link.page):
        raise LinkIsClosed
    earlier = link.approvals.filter(name__iexact=name).first()
    if earlier and earlier.comment == comment:
        return earlier
    if earlier:
        raise AlreadyApproved
    if link.approvals.count() >= MOST_APPROVALS:
        raise TooManyApprovals
    approval = ReaderApproval.objects.create(link=link, name=name, comment=comment, revision=link.page.latest_revision)
    _write_down(link, by=None, action=AuditAction.READER_APPROVED, reason=name)
    _tell(approval)
    return approval


def _tell(approval: ReaderApproval) -> None:
    page = approval.link.page
    people = {user.pk: user for user in (approval.link.made_by, page.owner) if user and may_see_way(user, page)}
    for user in people.values():
        queue_mail(
            to=user.email,
            template="catalogue/reader_approved",
            context=told_of(page) | {"name": user.get_short_name(), "approval": approval},
            key=f"reader-approval:{approval.pk}:{user.pk}",
            about=f"catalogue.{page.specific_class._meta.model_name}:{page.pk}",
        )


def _write_down(link: ReadingLink, *, by: User | None, action: AuditAction, reason: str) -> None:
    title = link.page.get_latest_revision_as_object().title
    record(by=by, action=action, about=title, municipality=link.municipality, reason=reason)
