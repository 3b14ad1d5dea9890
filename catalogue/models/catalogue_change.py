"""What tells every process that the public stories are not those it knew: a row for each change to them.

The row stands in the transaction of the change itself, so whoever reads the change reads the row, and what was rolled
back was never told. Rows are only added, and swept when they are old: two that publish at once wait for nothing.
"""

import datetime
import secrets

from django.db import connection, models
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = datetime.timedelta(days=1)
BITS = 40  # a sum of a day's marks stays a whole number on every database


def random_mark() -> int:
    """Not a count: a number that was rolled back would be given once more, for another change."""
    return secrets.randbits(BITS)


class CatalogueChange(models.Model):
    mark = models.BigIntegerField(default=random_mark)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("change to the catalogue")
        verbose_name_plural = _("changes to the catalogue")

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M:%S}"


STAMP = f"SELECT COUNT(*), SUM(mark) FROM {CatalogueChange._meta.db_table}"  # noqa: S608 (a name of our own)


def note_change() -> None:
    CatalogueChange.objects.create()


def catalogue_stamp() -> tuple[int, int]:
    """Another one after each change. One query, written out: every listing asks it."""
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        number, total = cursor.fetchone()
    return number, int(total or 0)


def sweep_changes() -> None:
    """Forget old changes, never the newest: without it, an empty table would look like another empty table."""
    newest = CatalogueChange.objects.aggregate(newest=Max("pk"))["newest"]
    old = CatalogueChange.objects.filter(made_at__lt=timezone.now() - KEPT)
    old.exclude(pk=newest).delete()
