import datetime

from django.apps import apps
from django.db.models import Count, Exists, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.enums import DeskRole, Role


def _count(rows: QuerySet) -> Coalesce:
    """How many rows there are, as a subquery: joined to one another, two counts would multiply."""
    counted = rows.order_by().values("municipality").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


class UserQuerySet(QuerySet):
    def entitled(self):
        """People who count as signed in.

        Somebody suspended does not, nor somebody whose every municipality is closed and who has no role besides.
        """
        somewhere = Q(memberships=None) | Q(memberships__municipality__closed_at=None)
        besides = Q(is_superuser=True) | Q(groups__name__in=DeskRole.values)
        return self.filter(somewhere | besides, is_active=True).distinct()

    def at_desk(self):
        """Who has a role that belongs to no municipality, with it as `desk_role`. Invited and silent are not shown."""
        there = self.filter(groups__name__in=DeskRole.values).annotate(desk_role=F("groups__name"))
        at_desk = apps.get_model("accounts", "Invitation").objects.open().filter(municipality=None)
        unseen = at_desk.filter(person=OuterRef("pk"), role=OuterRef("desk_role"))
        return there.exclude(Exists(unseen)).order_by("desk_role", "name")


class MunicipalityQuerySet(QuerySet):
    def danish(self):
        return self.filter(country="DK")

    def open(self):
        """Municipalities whose people may sign in and act."""
        return self.filter(closed_at=None)

    def with_people(self):
        """Annotate `coordinators` and `writers`, how many may act; and `is_known`: somebody is or was asked to."""
        able = apps.get_model("accounts", "Membership").objects.active().shown().filter(municipality=OuterRef("pk"))
        invited = apps.get_model("accounts", "Invitation").objects.filter(municipality=OuterRef("pk"))
        ever = apps.get_model("accounts", "Membership").objects.filter(municipality=OuterRef("pk"))
        return self.annotate(
            coordinators=_count(able.filter(role=Role.COORDINATOR)),
            writers=_count(able),
            is_known=Exists(invited) | Exists(ever),
        )

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

    def shown(self):
        """Memberships that colleagues may see.

        Whoever invites somebody must not learn from it that the address has an account: until that person has signed
        in, the role is theirs but they are shown as invited, as anybody else.
        """
        unseen = (
            apps.get_model("accounts", "Invitation")
            .objects.open()
            .filter(person=OuterRef("user"), municipality=OuterRef("municipality"))
        )
        return self.exclude(Exists(unseen))


class InvitationQuerySet(QuerySet):
    def open(self):
        """Neither accepted nor withdrawn; it may have expired."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def pending(self):
        """Open, and its link still works."""
        return self.open().filter(expires_at__gt=timezone.now())

    def for_address(self, email: str):
        return self.filter(email__iexact=email.strip())


class AuditEntryQuerySet(QuerySet):
    def visible_to(self, user):
        """All of it for an administrator; for a coordinator what concerns the municipality; else nothing."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_superuser:
            return self
        coordinated = user.memberships.active().filter(role=Role.COORDINATOR)
        return self.filter(municipality__in=coordinated.values("municipality"))
