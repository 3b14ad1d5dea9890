"""Until when whoever a text waits for should answer. The one place where that is settled."""

import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

WORKING_DAYS = 5
# Days on which town halls are closed: of the year, and from Easter Sunday.
FIXED = {(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)}
FROM_EASTER = (-3, -2, 1, 39, 40, 50)


class AnswerBy(NamedTuple):
    day: datetime.date
    text: str
    is_past: bool


def answer_by(started_at: datetime.datetime) -> AnswerBy:
    """Five working days after the step began, in words: today, tomorrow or the day."""
    today = timezone.localdate()
    day = after_working_days(timezone.localdate(started_at), WORKING_DAYS)
    named = {today: gettext("today"), today + datetime.timedelta(days=1): gettext("tomorrow")}
    return AnswerBy(day, named.get(day) or date_format(day, "l j. F"), day < today)


def after_working_days(day: datetime.date, number: int) -> datetime.date:
    while number:
        day += datetime.timedelta(days=1)
        number -= is_working_day(day)
    return day


def is_working_day(day: datetime.date) -> bool:
    from_easter = (day - easter(day.year)).days
    return day.weekday() < 5 and (day.month, day.day) not in FIXED and from_easter not in FROM_EASTER


def easter(year: int) -> datetime.date:
    """Easter Sunday, as Gauss reckoned it, in Spencer's form (1876)."""
    century, rest = divmod(year, 100)
    leap, moved = century // 4, (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leap - moved + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
