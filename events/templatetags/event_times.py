"""Times as we say them: "onsdag 14. april 2027, kl. 9.30–15.30"."""

import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()

DAY, DAY_WITHOUT_YEAR, CLOCK = "l j. F Y", "l j. F", "G.i"


@register.filter
def when(event) -> str:
    """The event's day and hours, or its first and last day with theirs."""
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if event.last_day is None:
        hours = {"start": date_format(start, CLOCK), "end": date_format(end, CLOCK)}
        return _("%(day)s, from %(start)s to %(end)s") % {"day": date_format(start, DAY), **hours}
    return _("%(first)s to %(last)s") % {"first": moment(start), "last": moment(end)}


@register.filter
def moment(at: datetime.datetime) -> str:
    """Day and time of day."""
    local = timezone.localtime(at)
    return _("%(day)s at %(time)s") % {"day": date_format(local, DAY), "time": date_format(local, CLOCK)}


@register.filter
def day(at: datetime.datetime) -> str:
    return date_format(timezone.localtime(at), "j. F Y")


@register.filter
def day_and_month(at: datetime.datetime) -> str:
    return date_format(timezone.localtime(at), "j. F")


@register.filter
def weekday_and_week(at: datetime.datetime) -> str:
    """ "Onsdag i uge 15, 2027"."""
    local = timezone.localtime(at)
    year, week, _day = local.isocalendar()
    text = _("%(weekday)s in week %(week)s, %(year)s")
    return (text % {"weekday": date_format(local, "l"), "week": week, "year": year}).capitalize()


@register.filter
def clock(at: datetime.datetime | datetime.time) -> str:
    """The time of day: "9.30"."""
    local = timezone.localtime(at) if isinstance(at, datetime.datetime) else at
    return date_format(local, CLOCK) if isinstance(local, datetime.datetime) else f"{local.hour}.{local:%M}"
