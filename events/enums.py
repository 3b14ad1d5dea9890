from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    CONFERENCE = "conference", _("conference")
    SEMINAR = "seminar", _("digital seminar")
    VISIT = "visit", _("study visit")


class StaffRole(models.TextChoices):
    """What somebody does at an event. A check-in helper sees names, and only on the day."""

    ORGANISER = "organiser", _("organiser")
    CHECKIN = "checkin", _("check-in helper")


class Function(models.TextChoices):
    """The attendee's part in home care, as coarse as the programme's tracks need."""

    LEADER = "leader", pgettext_lazy("function", "Leader")
    EMPLOYEE = "employee", pgettext_lazy("function", "Employee")
    PROJECT = "project", pgettext_lazy("function", "Project manager or consultant")
    OTHER = "other", pgettext_lazy("function", "Something else")


class Track(models.TextChoices):
    """Whom a session of the programme is for. The value is the name of its colours in the stylesheet."""

    EVERYONE = "alle", _("For everyone")
    LEADERS = "leder", _("Track for leaders")
    EMPLOYEES = "medarbejder", _("Track for employees")


class Status(models.TextChoices):
    """Where a registration stands. Registered and offered hold a seat; waiting holds a place in the queue."""

    REGISTERED = "registered", pgettext_lazy("registration", "registered")
    WAITING = "waiting", pgettext_lazy("registration", "on the waiting list")
    OFFERED = "offered", pgettext_lazy("registration", "offered a seat")
    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")


SEATED = (Status.REGISTERED, Status.OFFERED)
ACTIVE = (Status.REGISTERED, Status.WAITING, Status.OFFERED)


class Step(models.TextChoices):
    """What happened, in the log that proves the order."""

    REGISTERED = "registered", pgettext_lazy("log", "got a seat")
    QUEUED = "queued", pgettext_lazy("log", "took a place in the queue")
    OFFERED = "offered", pgettext_lazy("log", "was offered a seat")
    ACCEPTED = "accepted", pgettext_lazy("log", "accepted the offer")
    DECLINED = "declined", pgettext_lazy("log", "declined the offer")
    EXPIRED = "expired", pgettext_lazy("log", "let the offer expire")
    CHANGED = "changed", pgettext_lazy("log", "changed the registration")
    CANCELLED = "cancelled", pgettext_lazy("log", "cancelled")
    SEATS = "seats", pgettext_lazy("log", "the number of seats was changed")
    EVENT = "event", pgettext_lazy("log", "the event was changed")


class Via(models.TextChoices):
    """How a step was taken."""

    FORM = "form", pgettext_lazy("log", "the public form")
    LINK = "link", pgettext_lazy("log", "the secret link")
    STAFF = "staff", pgettext_lazy("log", "an organiser")
    QUEUE = "queue", pgettext_lazy("log", "the queue itself")


class EventState(models.TextChoices):
    """What a visitor meets at an event now."""

    NOT_OPEN = "not-open", _("registration has not opened")
    OPEN = "open", _("open for registration")
    FEW_LEFT = "few-left", _("few seats left")
    FULL = "full", _("full, with a waiting list")
    CLOSED = "closed", _("registration is closed")
    OVER = "over", _("the event is over")
