"""What may be read of events and registrations, as chains. Privacy stands in `visible_to` and nowhere else."""

import datetime

from django.db.models import Case, Count, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.enums import Role
from accounts.rules import is_administrator, is_known, roles
from events.enums import ACTIVE, SEATED, StaffRole, Status


def today() -> tuple[datetime.datetime, datetime.datetime]:
    """The first moments of today and of tomorrow, where the events are held."""
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return start, timezone.make_aware(start.replace(tzinfo=None) + datetime.timedelta(days=1))


def coordinated_by(user) -> list[int]:
    return [pk for pk, role in roles(user).items() if role == Role.COORDINATOR]


class EventQuerySet(QuerySet):
    def public(self):
        """Events whose presentation is published."""
        return self.filter(page__live=True)

    def upcoming(self):
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def past(self):
        return self.filter(ends_at__lte=timezone.now()).order_by("-starts_at", "pk")

    def with_seats(self):
        """Annotate `taken_seats` (registered or offered) and `waiting_people`, whatever the number of events."""
        return self.annotate(
            taken_seats=Count("registrations", filter=Q(registrations__status__in=SEATED)),
            waiting_people=Count("registrations", filter=Q(registrations__status=Status.WAITING)),
        )

    def next_open(self):
        """The next public event whose registration is open, with its seats and its page; None when there is none."""
        now = timezone.now()
        open_now = self.public().filter(registration_opens_at__lte=now, registration_closes_at__gt=now)
        return open_now.filter(starts_at__gt=now).with_seats().select_related("page").order_by("starts_at").first()

    def organised_by(self, user):
        return self.filter(staff__user=user, staff__role=StaffRole.ORGANISER)

    def with_post_of(self, user):
        """Annotate `post`: the user's post there, None where there is none."""
        mine = FilteredRelation("staff", condition=Q(staff__user=user))
        return self.annotate(mine=mine, post=F("mine__role"))

    def staffed_by(self, user):
        """Events where the user has a post, with `post` telling which."""
        return self.with_post_of(user).exclude(post=None)

    def visible_to(self, user):
        """Events of whose attendees the user may see something: see RegistrationQuerySet.visible_to."""
        if not is_known(user):
            return self.none()
        if is_administrator(user):
            return self
        start, end = today()
        mine = self.annotate(mine=FilteredRelation("staff", condition=Q(staff__user=user)))
        own = self.filter(registrations__municipality__in=coordinated_by(user), registrations__status__in=ACTIVE)
        return mine.filter(
            Q(mine__role=StaffRole.ORGANISER)
            | Q(mine__role=StaffRole.CHECKIN, starts_at__lt=end, ends_at__gte=start)
            | Q(pk__in=own.values("pk"))
        )


class RegistrationQuerySet(QuerySet):
    def active(self):
        return self.filter(status__in=ACTIVE)

    def seated(self):
        return self.filter(status__in=SEATED)

    def waiting(self):
        """Who waits, first in line first."""
        return self.filter(status=Status.WAITING).order_by("ticket")

    def with_expired_offer(self):
        return self.filter(status=Status.OFFERED, offer_expires_at__lte=timezone.now()).order_by("ticket")

    def of_person(self, name: str, email: str):
        return self.filter(name__iexact=name, email__iexact=email)

    def with_queue_place(self):
        """Annotate `queue_place`: 1 for the first in line, None for who does not wait."""
        before = type(self)(self.model).filter(
            event=OuterRef("event"), status=Status.WAITING, ticket__lte=OuterRef("ticket")
        )
        number = before.order_by().values("event").annotate(number=Count("pk")).values("number")
        waits = Q(status=Status.WAITING)
        return self.annotate(queue_place=Case(When(waits, then=Subquery(number))))

    def with_workplace(self):
        """Annotate `workplace`: the municipality's name, or what was written instead."""
        return self.annotate(workplace=Coalesce("municipality__name", "organisation"))

    def visible_to(self, user):
        """The registrations whose name and workplace the user may see (MATRIX rows 18 and 20).

        All of an event for its organiser and for an administrator; for a check-in helper those who hold a seat, on
        the day; for a coordinator those of the own municipality. `events.rules` tells who sees more than the name.
        """
        if not is_known(user):
            return self.none()
        if is_administrator(user):
            return self
        start, end = today()
        mine = self.annotate(mine=FilteredRelation("event__staff", condition=Q(event__staff__user=user)))
        today_here = Q(event__starts_at__lt=end, event__ends_at__gte=start)
        return mine.filter(
            Q(mine__role=StaffRole.ORGANISER)
            | Q(mine__role=StaffRole.CHECKIN, status=Status.REGISTERED) & today_here
            | Q(municipality__in=coordinated_by(user), status__in=ACTIVE)
        )
