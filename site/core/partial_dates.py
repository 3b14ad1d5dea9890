"""Dates as precise as the source gives them: a year, a month or a day.

Kept as ISO 8601 writes them ("2023", "2023-09", "2023-09-14"), so that the text sorts as the dates do.
"""

import calendar
import datetime
import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
DANISH = re.compile(r"(?:(?:(\d{1,2})[./-] ?)?(\d{1,2})[./-] ?)?(\d{4})")
FORMATS = {4: "Y", 7: "F Y", 10: "j. F Y"}


def parse_partial_date(text: str) -> str:
    """The date in ISO form, from "2023-09-14", "14.9.2023", "9/2023" or "2023". Raises ValidationError."""
    text = text.strip()
    if match := ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := DANISH.fullmatch(text):
        day, month, year = match.groups()
    else:
        raise ValidationError(_("Write a year, a month or a day, such as 2023, 9.2023 or 14.9.2023."), code="date")
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValidationError(_("That date does not exist."), code="date") from None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def format_partial_date(value: str) -> str:
    """The date as one reads it: "2023", "september 2023", "14. september 2023"; nothing for nothing."""
    if not value:
        return ""
    year, month, day = (int(part) for part in [*value.split("-"), "1", "1"][:3])
    return date_format(datetime.date(year, month, day), FORMATS[len(value)])


def last_day(value: str) -> datetime.date:
    """The last day that a date as precise as this may mean: "2023" is 31 December 2023."""
    year, month, day = (int(part) for part in [*value.split("-"), "12", "31"][:3])
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later (or earlier), or the last of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def validate_partial_date(value: str) -> None:
    if parse_partial_date(value) != value:
        raise ValidationError(_("That date is not kept as ISO 8601 writes it."), code="date")


class PartialDateFormField(forms.CharField):
    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        return parse_partial_date(text) if text else ""

    def run_validators(self, value: object) -> None:
        if value not in self.empty_values:
            super().run_validators(value)


class PartialDateField(models.CharField):
    """A date as precise as it is known. An unknown date is the empty text."""

    default_validators = [validate_partial_date]

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 10
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PartialDateFormField} | kwargs)
