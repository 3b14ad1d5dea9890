from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import DeskRole, InvitationState, Role
from accounts.models.municipality import Municipality
from accounts.querysets import InvitationQuerySet

OPEN = Q(accepted_at=None, withdrawn_at=None)


class Invitation(models.Model):
    """Somebody asked to write for a municipality or, without one, to work at the desk. Holds until `expires_at`.

    The secret of its link is not kept, only `token_hash`. Sending it again makes a new one, so one link works at a
    time; `sendings` counts them. `person` is whose account it led to: for somebody who had one already from the
    beginning, so that the role counts at once. Until they have signed in, nobody is told that they had.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, null=True, related_name="invitations")
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=16, choices=[*Role.choices, *DeskRole.choices])
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="invitations_sent"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="invitations"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    sendings = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(_("time sent"))
    expires_at = models.DateTimeField(_("holds until"))
    accepted_at = models.DateTimeField(_("time accepted"), null=True)
    withdrawn_at = models.DateTimeField(_("time withdrawn"), null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(F("municipality"), Lower("email"), condition=OPEN, name="invitation_open_once"),
            models.UniqueConstraint(
                Lower("email"), condition=OPEN & Q(municipality=None), name="invitation_open_once_at_desk"
            ),
            models.CheckConstraint(
                condition=Q(municipality=None, role__in=DeskRole.values)
                | Q(municipality__isnull=False, role__in=Role.values),
                name="invitation_role_fits_place",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_accepted_or_withdrawn"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.email})"

    @property
    def state(self) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if self.expires_at <= timezone.now() else InvitationState.PENDING

    @property
    def mail_key(self) -> str:
        """The outbox's key of the mail that was sent last."""
        return f"invitation:{self.pk}:sent:{self.sendings}"
