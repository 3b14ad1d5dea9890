"""Who hears of a comment on a draft: those who follow the page, and those who have part in the thread."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Comment, CommentReply, Page, PageSubscription

from accounts.models import User
from core.links import absolute
from notifications.domain.outbox import queue_mail


@dataclass(frozen=True)
class Remark:
    """Something said about a field of the page. Without `text` the comment was settled and nothing was said."""

    key: str
    comment: Comment
    where: str
    text: str = ""
    answers: bool = False


def follow_comments(*, by: User, page: Page) -> None:
    """Tell `by` of comments on the page, until they say otherwise beside the comments in the editor."""
    PageSubscription.objects.get_or_create(page=page, user=by, defaults={"comment_notifications": True})


@transaction.atomic
def tell_of_comments(*, by: User, page: Page, changes: dict) -> None:
    """One mail to each who is concerned, may still work on the page, and wants such mails. Never to who wrote it.

    `changes` is what Wagtail's page editor found in the form: new comments, answers to earlier ones, settled ones.
    """
    said = remarks(page, changes)
    if not said:
        return
    followers = set(page.subscribers.filter(comment_notifications=True).values_list("user_id", flat=True))
    parts = {remark.comment.pk: parts_in(remark.comment) for remark in said}
    for user in User.objects.filter(pk__in=followers.union(*parts.values()), is_active=True).exclude(pk=by.pk):
        theirs = [each for each in said if user.pk in followers or user.pk in parts[each.comment.pk]]
        if theirs and wants_to_know(user, page):
            _write(by, user, page, theirs)


def remarks(page: Page, changes: dict) -> list[Remark]:
    said = [Remark(f"c{each.pk}", each, place(page, each), each.text) for each in changes["new_comments"]]
    for comment, replies in changes["new_replies"]:
        said += [Remark(f"r{each.pk}", comment, place(page, comment), each.text, True) for each in replies]
    return said + [Remark(f"s{each.pk}", each, place(page, each)) for each in changes["resolved_comments"]]


def place(page: Page, comment: Comment) -> str:
    """The field that the comment stands at, as the editor names it."""
    try:
        return capfirst(page._meta.get_field(comment.contentpath.partition(".")[0]).verbose_name)
    except FieldDoesNotExist:
        return _("The page")


def parts_in(comment: Comment) -> set[int]:
    """Whoever wrote the comment or answered it."""
    answered = CommentReply.objects.filter(comment=comment).values_list("user_id", flat=True)
    return {comment.user_id, *answered}


def wants_to_know(user: User, page: Page) -> bool:
    declined = Q(wagtail_userprofile__updated_comments_notifications=False)
    return page.permissions_for_user(user).can_edit() and not User.objects.filter(declined, pk=user.pk).exists()


def _write(by: User, user: User, page: Page, said: Iterable[Remark]) -> None:
    occasion = hashlib.sha256(" ".join(remark.key for remark in said).encode()).hexdigest()[:32]
    first = next(iter(said)).comment
    queue_mail(
        to=user.email,
        template="catalogue/commented",
        context={
            "name": user.get_short_name(),
            "writer": by,
            "title": page.title,
            "remarks": said,
            "edit_url": absolute(f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?comment={first.pk}"),
            "reason": _("You get this mail because you follow the comments on the text, or have part in them."),
        },
        key=f"comments:{occasion}:{user.pk}",
        about=f"{page._meta.label_lower}:{page.pk}",
    )
