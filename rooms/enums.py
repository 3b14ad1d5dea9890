from django.db import models
from django.utils.translation import gettext_lazy as _


class Evidence(models.TextChoices):
    """Whether something is told of afterwards, or only stated in the project's description."""

    DOCUMENTED = "documented", _("documented")
    PLANNED = "planned", _("planned")


class Outcome(models.TextChoices):
    MET = "met", _("met")
    NOT_MET = "not-met", _("not met")
    UNKNOWN = "unknown", _("not known")


class EventType(models.TextChoices):
    BACKGROUND = "background", _("background")
    PLAN = "plan", _("plan")
    INVITATION = "invitation", _("invitation")
    MILESTONE = "milestone", _("milestone")
    WORKSHOP = "workshop", _("workshop")
    DIGITAL = "digital", _("digital knowledge room")
    CONFERENCE = "conference", _("conference")
    MUNICIPAL = "municipal", _("a municipality's own day")
    ARTICLE = "article", _("article")
