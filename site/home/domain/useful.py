"""Was the page of use? Asked at the foot of a page, answered by anybody, without an account and without a cookie.

The form carries a signed mark that names the page and the day: the same for every reader of that day, so the page can
be kept by any cache. A script that never read the page has none.
"""

import datetime
from contextlib import suppress

from django.core import signing
from django.core.cache import cache
from django.core.paginator import Page as Side
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page

from accounts.models import Municipality, User
from accounts.rules import belongs_to, works_at_desk
from home.models import PageAnswer

SALT = "home.useful"
MARK_HOLDS = datetime.timedelta(days=7)
KEPT = datetime.timedelta(days=730)
SAME_CLICK = 10 * 60  # seconds in which the same answer from the same place is the same click
ON_A_SIDE = 50


def mark_of(page: int) -> str:
    return signing.Signer(salt=SALT).sign(f"{page}.{timezone.localdate().isoformat()}")


def is_marked(page: int, mark: str) -> bool:
    """The mark was made for this page, within the days it holds."""
    with suppress(signing.BadSignature, ValueError):
        number, day = signing.Signer(salt=SALT).unsign(mark).split(".")
        age = timezone.localdate() - datetime.date.fromisoformat(day)
        return number == str(page) and datetime.timedelta(0) <= age <= MARK_HOLDS
    return False


def public_page(pk: int) -> Page | None:
    """A page everyone may read."""
    return Page.objects.live().public().filter(pk=pk, depth__gt=1).first()


def keep_answer(*, page: Page, useful: bool, line: str, sender: str) -> None:
    """Keep an answer, once for two clicks. `sender` tells clicks apart for ten minutes and is not stored."""
    click = salted_hmac(SALT, f"{sender}|{page.pk}|{useful}|{line}", algorithm="sha256").hexdigest()
    if cache.add(f"{SALT}.{click}", 1, SAME_CLICK):
        PageAnswer.objects.create(page=page, useful=useful, line=line)


def may_read_answers(user: User, municipality: Municipality) -> bool:
    return belongs_to(user, municipality) or works_at_desk(user)


def answers_about(municipality: Municipality, side: str | None) -> tuple[dict[str, int], Side]:
    """How many found the municipality's pages of use, and one side of the answers that say why, the newest first."""
    place = getattr(municipality, "page", None)
    found = PageAnswer.objects.filter(page__path__startswith=place.path) if place else PageAnswer.objects.none()
    counts = found.order_by().aggregate(yes=Count("pk", filter=Q(useful=True)), no=Count("pk", filter=Q(useful=False)))
    said = found.exclude(line="").select_related("page")
    return counts, Paginator(said, ON_A_SIDE).get_page(side)


def forget_old_answers() -> None:
    PageAnswer.objects.filter(on__lt=timezone.localdate() - KEPT).delete()
