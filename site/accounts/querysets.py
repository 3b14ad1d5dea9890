import datetime

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils import timezone

from accounts.enums import DeskRole, Role


class UserQuerySet(QuerySet):
    def entitled(self):
        """People who count as signed in.

        Somebody suspended does not, nor somebody whose every municipality is closed and who has no role besides.
        """
        somewhere = Q(memberships=None) | Q(memberships__municipality__closed_at=None)
        besides = Q(is_superuser=True) | Q(groups__name__in=DeskRole.values)
        return self.filter(somewhere | besides, is_active=True).distinct()


class MunicipalityQuerySet(QuerySet):
    def danish(self):
        return self.filter(country="DK")

    def open(self):
        """Municipalities whose people may sign in and act."""
        return self.filter(closed_at=None)

    def with_region(self, *, on: datetime.date | None = None):
        """Annotate `region_name` as it is on that day (today when none is given), None abroad."""
        day = on or timezone.localdate()
        in_force = Q(region_periods__valid_from__lte=day) & (
            Q(region_periods__valid_until=None) | Q(region_periods__valid_until__gt=day)
        )
        periods = FilteredRelation("region_periods", condition=in_force)
        return self.annotate(current_period=periods, region_name=F("current_period__region__name"))


class MembershipQuerySet(QuerySet):
    def active(self):
        """Memberships that give rights: the person is not suspended and the municipality is open."""
        return self.filter(user__is_active=True, municipality__closed_at=None)


class AuditEntryQuerySet(QuerySet):
    def visible_to(self, user):
        """All of it for an administrator; for a coordinator what concerns the municipality; else nothing."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_superuser:
            return self
        coordinated = user.memberships.active().filter(role=Role.COORDINATOR)
        return self.filter(municipality__in=coordinated.values("municipality"))
