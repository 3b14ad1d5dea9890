import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from events.enums import ACTIVE, SEATED, Function, Status, Step, Via
from events.models.event import Event
from events.querysets import RegistrationQuerySet


def new_token() -> str:
    """256 bits that nobody guesses, fit for an address."""
    return secrets.token_urlsafe(32)


class Registration(models.Model):
    """One person's registration for one event. Two persons may share an address.

    Made and moved on by `events.domain.registrations` and `events.domain.offers` only, under the event's lock.
    Who is registered or offered a seat holds a `seat_number`, so that two who take the same seat collide in the
    database; who waits holds a `ticket`, and keeps it as a proof of the order. `token` is the person's key to it all.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="registrations"
    )
    organisation = models.CharField(_("other workplace"), max_length=160, blank=True)
    function = models.CharField(_("function"), max_length=16, choices=Function)
    show_on_list = models.BooleanField(_("may be shown to the other attendees"), default=False)
    status = models.CharField(_("status"), max_length=16, choices=Status)
    seat_number = models.PositiveIntegerField(_("seat"), null=True, blank=True)
    ticket = models.PositiveIntegerField(_("ticket"), null=True, blank=True)
    offer_expires_at = models.DateTimeField(_("offer expires"), null=True, blank=True)
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    retired_token = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    idempotency_key = models.CharField(max_length=64, unique=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    is_demo = models.BooleanField(_("demo"), default=False)
    created_at = models.DateTimeField(_("registered at"), default=timezone.now, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["event", "status", "ticket"], name="registration_queue"),
            models.Index(fields=["offer_expires_at"], condition=Q(status=Status.OFFERED), name="registration_offers"),
        ]
        # A check that comes to NULL passes, so each says outright where a value may be missing.
        constraints = [
            models.UniqueConstraint(
                fields=["event", "seat_number"], condition=Q(status__in=SEATED), name="registration_one_to_a_seat"
            ),
            models.UniqueConstraint(fields=["event", "ticket"], name="registration_one_to_a_ticket"),
            models.UniqueConstraint(
                F("event"),
                Lower("email"),
                Lower("name"),
                condition=Q(status__in=ACTIVE),
                name="registration_once_each",
            ),
            models.CheckConstraint(
                condition=Q(status__in=SEATED, seat_number__isnull=False, seat_number__gte=1)
                | (~Q(status__in=SEATED) & Q(seat_number__isnull=True)),
                name="registration_seat_fits_status",
            ),
            models.CheckConstraint(
                condition=Q(ticket__isnull=False, ticket__gte=1)
                | (Q(ticket__isnull=True) & ~Q(status__in=(Status.WAITING, Status.OFFERED))),
                name="registration_ticket_fits_status",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.OFFERED, offer_expires_at__isnull=False)
                | (~Q(status=Status.OFFERED) & Q(offer_expires_at__isnull=True)),
                name="registration_deadline_fits_status",
            ),
            models.CheckConstraint(
                condition=(Q(municipality__isnull=False) & Q(organisation=""))
                | (Q(municipality__isnull=True) & ~Q(organisation="")),
                name="registration_one_workplace",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.event} ({self.get_status_display()})"

    def get_absolute_url(self) -> str:
        return reverse("events:registration", args=[self.token])

    @property
    def place_of_work(self) -> str:
        return self.municipality.official_name if self.municipality else self.organisation

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE

    @property
    def holds_seat(self) -> bool:
        return self.status in SEATED

    @property
    def offer_lapsed(self) -> bool:
        """Whether the person was offered a seat and did not answer in time. One query."""
        return self.log.filter(step=Step.EXPIRED).exists()

    @property
    def place_in_queue(self) -> int:
        """1 for the first in line. Only of meaning while waiting; one query."""
        return self.event.waiting_before(self.ticket or 0) + 1


class RegistrationLog(models.Model):
    """What happened, in the order it happened: rows are written under the event's lock, so `pk` is that order.

    `by` is the organiser who did it; without one, the person did it through the form or the link, or the queue
    moved by itself. `registration` is empty for what concerns the whole event.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="log")
    registration = models.ForeignKey(
        Registration, on_delete=models.SET_NULL, null=True, blank=True, related_name="log"
    )
    step = models.CharField(_("step"), max_length=16, choices=Step)
    via = models.CharField(_("via"), max_length=8, choices=Via)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="registration_log"
    )
    ticket = models.PositiveIntegerField(_("ticket"), null=True, blank=True)
    seat_number = models.PositiveIntegerField(_("seat"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_step_display()}"
