from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.partial_dates import PartialDateField, format_partial_date


class AbstractSource(models.Model):
    """Where something is known from. Its owner numbers it by its place in the list; texts point to it by `key`."""

    key = models.CharField(
        _("short name"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^[\w-]+$", _("Use letters, digits and hyphens only."))],
        help_text=_("What facts and points refer to the source by, such as 1 or H1. Left empty, it gets a number."),
    )
    title = models.CharField(_("title"), max_length=250)
    publisher = models.CharField(_("publisher"), max_length=160, blank=True)
    published = PartialDateField(
        _("date"), blank=True, help_text=_("As precise as you know it: 2023, 9.2023 or 14.9.2023.")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def published_text(self) -> str:
        return format_partial_date(self.published)
