from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import MunicipalityKind
from accounts.querysets import MunicipalityQuerySet


class Region(models.Model):
    name = models.CharField(_("name"), max_length=60, unique=True)
    code = models.CharField(_("official code"), max_length=8, blank=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """One of the 98, or a guest from abroad such as an Oslo district.

    `code` is the official four digits; guests carry their country before it (NO-0301).
    Population and area are Danmarks Statistik's (FOLK1A, ARE207), at the dates beside them.
    `label_lat`, `label_lon` is the point farthest from the border, in WGS84.
    """

    code = models.CharField(_("code"), max_length=12, unique=True)
    name = models.CharField(_("name"), max_length=80)
    official_name = models.CharField(_("official name"), max_length=120)
    slug = models.SlugField(_("address"), unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=MunicipalityKind, default=MunicipalityKind.MUNICIPALITY)
    country = models.CharField(_("country"), max_length=2, default="DK")
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_date = models.DateField(_("population counted"), null=True, blank=True)
    area_km2 = models.DecimalField(_("area, km²"), max_digits=7, decimal_places=1, null=True, blank=True)
    area_year = models.PositiveSmallIntegerField(_("area measured"), null=True, blank=True)
    label_lat = models.FloatField(null=True, blank=True)
    label_lon = models.FloatField(null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RegionPeriod(models.Model):
    """Which region a municipality belongs to, and when. `valid_until` is the first day it no longer does."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="region_periods")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="periods")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["municipality", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "valid_from"], name="region_period_unique_start"),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gt=models.F("valid_from")),
                name="region_period_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.region}"


class Organisation(models.Model):
    """A partner or guest that is no municipality. Names as of the source's date; `status_note` tells of changes."""

    slug = models.SlugField(unique=True)
    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=60)
    country = models.CharField(_("country"), max_length=2)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    role_in_project = models.CharField(_("role in the project"), max_length=200, blank=True)
    website = models.CharField(_("website"), max_length=120, blank=True)
    status_note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
