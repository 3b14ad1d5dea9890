import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.enums import EventKind, EventState, StaffRole, Status
from events.querysets import EventQuerySet


@dataclass(frozen=True)
class Seats:
    """How full an event is. `taken` counts those who hold a seat, also one that is only offered to them."""

    total: int
    taken: int
    waiting: int

    @property
    def left(self) -> int:
        """Seats somebody new may have: none while anybody waits, and never fewer than none."""
        return 0 if self.waiting else max(self.total - self.taken, 0)

    @property
    def gone(self) -> int:
        return self.total - self.left

    @property
    def few(self) -> bool:
        return 0 < self.left <= max(5, self.total // 10)


class Event(models.Model):
    """A conference, a seminar or a study visit that people register for. Its presentation is an EventPage.

    `seats` is changed by `events.domain.seats.set_seats` only, everything else by `events.domain.events`.
    `revision` grows with each change that a calendar must hear of.
    """

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=EventKind, default=EventKind.CONFERENCE)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    place_note = models.CharField(
        _("note on the place"), max_length=200, blank=True, help_text=_("Shown while the place is not known.")
    )
    seats = models.PositiveIntegerField(_("seats"), validators=[MinValueValidator(1)])
    registration_opens_at = models.DateTimeField(_("registration opens"))
    registration_closes_at = models.DateTimeField(_("registration closes"))
    cancel_until = models.DateTimeField(
        _("last time to cancel"), null=True, blank=True, help_text=_("Empty: until the event starts.")
    )
    contact_email = models.EmailField(_("contact"), blank=True, help_text=_("Empty: the site's own address."))
    is_demo = models.BooleanField(_("example"), default=False, help_text=_("Marked as invented wherever it is shown."))
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_start"),
            models.CheckConstraint(
                condition=Q(registration_closes_at__gt=F("registration_opens_at")), name="event_closes_after_opening"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="event_has_a_seat"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/arrangementer/{self.slug}/"

    def clean(self) -> None:
        """Tell about times in the wrong order at the field, before the database refuses them."""
        order = (("starts_at", "ends_at"), ("registration_opens_at", "registration_closes_at"))
        for first, last in order:
            earlier, later = getattr(self, first), getattr(self, last)
            if earlier and later and later <= earlier:
                raise ValidationError({last: _("This must be later than the time above it.")})

    @property
    def contact(self) -> str:
        return self.contact_email or settings.CONTACT_EMAIL

    @property
    def cancellable_until(self) -> datetime.datetime:
        """The last moment somebody may give up a seat by the link. Who only waits may go until the start."""
        return min(self.cancel_until or self.starts_at, self.starts_at)

    @property
    def last_day(self) -> datetime.date | None:
        """The day it ends, when that is not the day it starts."""
        day = timezone.localdate(self.ends_at)
        return day if day != timezone.localdate(self.starts_at) else None

    @property
    def is_on_the_day(self) -> bool:
        """From the morning of its first day to the end of its last, by the clock where it is held."""
        return timezone.localdate(self.starts_at) <= timezone.localdate() <= timezone.localdate(self.ends_at)

    @cached_property
    def seat_count(self) -> Seats:
        """From the annotations of `with_seats()`, or one query. Remembered: ask a fresh event after a change."""
        counted: Any = self if hasattr(self, "taken_seats") else type(self).objects.with_seats().get(pk=self.pk)
        return Seats(self.seats, counted.taken_seats, counted.waiting_people)

    @cached_property
    def state(self) -> EventState:
        now = timezone.now()
        if now >= self.ends_at:
            return EventState.OVER
        if now < self.registration_opens_at:
            return EventState.NOT_OPEN
        if now >= min(self.registration_closes_at, self.starts_at):
            return EventState.CLOSED
        if not self.seat_count.left:
            return EventState.FULL
        return EventState.FEW_LEFT if self.seat_count.few else EventState.OPEN

    @property
    def takes_registrations(self) -> bool:
        return self.state in (EventState.OPEN, EventState.FEW_LEFT, EventState.FULL)

    def waiting_before(self, ticket: int) -> int:
        return self.registrations.filter(status=Status.WAITING, ticket__lt=ticket).count()


class EventStaff(models.Model):
    """Somebody's post at an event. One each."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="staff")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_posts")
    role = models.CharField(_("post"), max_length=16, choices=StaffRole)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("event post")
        verbose_name_plural = _("event posts")
        ordering = ["event", "role", "user"]
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="event_one_post_each")]

    def __str__(self) -> str:
        return f"{self.user}, {self.event} ({self.get_role_display()})"
