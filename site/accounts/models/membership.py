from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models.municipality import Municipality
from accounts.querysets import MembershipQuerySet


class Membership(models.Model):
    """A person's place in a municipality. One role in each; made and ended by `accounts.domain.memberships`."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["municipality", "user"]
        constraints = [
            models.UniqueConstraint(fields=["user", "municipality"], name="membership_once_per_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.municipality} ({self.get_role_display()})"
