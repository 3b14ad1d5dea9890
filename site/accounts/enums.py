from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """A person's place in a municipality. A coordinator may do all a contributor may."""

    CONTRIBUTOR = "contributor", _("contributor")
    COORDINATOR = "coordinator", _("municipality coordinator")


class DeskRole(models.TextChoices):
    """Roles that belong to no municipality. The value is the name of the Django group that carries it."""

    EDITOR = "editors", _("editor")
    FOLLOW_GROUP = "follow-group", _("follow-group reader")


class MunicipalityKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    DISTRICT = "district", _("city district")
    ABROAD = "abroad", _("municipality abroad")
