"""Six and twelve months after a story was published, or last confirmed, its contact is asked whether it still holds.

Nothing is kept of the question but its mail in the outbox. The link in the mail is signed, names the story, the day
it was known to hold and whom was asked, and is good until one of the three has changed.
"""

import datetime
from dataclasses import dataclass

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.enums import Role
from accounts.models import User
from catalogue.enums import ConfirmedBy, Status
from catalogue.models import StoryPage
from catalogue.rules import belongs_to_page
from core.links import absolute
from core.partial_dates import last_day, months_after
from notifications.domain.outbox import queue_mail
from notifications.models import OutboxMessage
from notifications.querysets import about_label

ASKED_AFTER = (12, 6)  # months
ANSWERED_WITHIN = datetime.timedelta(days=90)
SALT = "catalogue.living"
REASONS = {
    "contact": gettext_lazy("You get this mail because you are the contact of a story on the site."),
    "owner": gettext_lazy("You get this mail because you wrote a story on the site."),
    "coordinator": gettext_lazy("You get this mail because you coordinate your municipality's texts on the site."),
}


class UnknownQuestion(Exception):
    """No such link was ever sent, or the story is not public any longer."""


class QuestionClosed(Exception):
    """The link is too old, or somebody else is asked now."""


@dataclass(frozen=True)
class Asked:
    """Somebody who is asked about a story. `user` where there is an account with that address."""

    email: str
    name: str
    role: str
    user: User | None = None

    @property
    def mark(self) -> str:
        """Stands for the address in a link, so that the link holds none."""
        return salted_hmac(SALT, self.email.casefold(), algorithm="sha256").hexdigest()[:16]


@dataclass(frozen=True)
class Question:
    story: StoryPage
    asked: Asked
    is_answered: bool


def ask_about_stories() -> int:
    """Ask about each story that is due and has not been asked about, once for each occasion. How many were."""
    today = timezone.localdate()
    due = StoryPage.objects.live_public().exclude(status=Status.STOPPED)
    due = due.filter(first_published_at__date__lte=months_after(today, -min(ASKED_AFTER)))
    return sum(_ask(story, today) for story in due.select_related("owner", "municipality").iterator())


def known_to_hold(story: StoryPage) -> datetime.date:
    """The day the municipality last stood by the story: when it was published, or confirmed since."""
    published = timezone.localdate(story.first_published_at)
    if story.last_confirmed_by != ConfirmedBy.MUNICIPALITY or not story.last_confirmed_on:
        return published
    return max(published, last_day(story.last_confirmed_on))


def who_is_asked(story: StoryPage) -> list[Asked]:
    """The contact when an address is known, else the owner, else the coordinators. Nobody who has left."""
    if story.contact_email:
        user = User.objects.filter(email__iexact=story.contact_email, is_active=True).first()
        return [Asked(story.contact_email, story.contact_name, "contact", user)]
    if story.owner and belongs_to_page(story.owner, story):
        return [Asked(story.owner.email, story.owner.get_short_name(), "owner", story.owner)]
    coordinators = User.objects.entitled().filter(
        memberships__municipality=story.municipality,
        memberships__municipality__closed_at=None,
        memberships__role=Role.COORDINATOR,
    )
    return [Asked(user.email, user.get_short_name(), "coordinator", user) for user in coordinators]


def question_by(token: str) -> Question:
    """What the link asks about. Raises UnknownQuestion and QuestionClosed."""
    try:
        pk, day, mark = signing.loads(token, salt=SALT, max_age=ANSWERED_WITHIN)
    except signing.SignatureExpired:
        raise QuestionClosed from None
    except signing.BadSignature:
        raise UnknownQuestion from None
    story = StoryPage.objects.live_public().select_related("owner", "municipality").filter(pk=pk).first()
    if story is None:
        raise UnknownQuestion
    asked = next((each for each in who_is_asked(story) if each.mark == mark), None)
    if asked is None:
        raise QuestionClosed
    answered = story.status == Status.STOPPED or known_to_hold(story).isoformat() != day
    return Question(story, asked, is_answered=answered)


@transaction.atomic
def _ask(story: StoryPage, today: datetime.date) -> bool:
    held = known_to_hold(story)
    months = next((number for number in ASKED_AFTER if months_after(held, number) <= today), None)
    occasion = f"catalogue:still-holds:{story.pk}:{held.isoformat()}:{months}:"
    if months is None or OutboxMessage.objects.filter(key__startswith=occasion).exists():
        return False
    asked = who_is_asked(story)
    for each in asked:
        _write(story, each, key=f"{occasion}{each.mark}", held=held, months=months)
    return bool(asked)


def _write(story: StoryPage, asked: Asked, *, key: str, held: datetime.date, months: int) -> None:
    token = signing.dumps([story.pk, held.isoformat(), asked.mark], salt=SALT)
    context = {
        "name": asked.name,
        "title": story.title,
        "place": story.municipality.name,
        "months": ngettext("%(number)s month", "%(number)s months", months) % {"number": months},
        "page_url": absolute(story.get_url() or "/"),
        "link": absolute(reverse("catalogue:still_holds", args=[token])),
        "reason": REASONS[asked.role],
    }
    queue_mail(to=asked.email, template="catalogue/still_holds", context=context, key=key, about=about_label(story))


def told_by(story: StoryPage) -> str:
    """The title of the source that a municipality's own word becomes."""
    return _("Told by %(place)s") % {"place": story.municipality.official_name}
