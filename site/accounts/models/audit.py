from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import AuditAction
from accounts.models.municipality import Municipality
from accounts.querysets import AuditEntryQuerySet


class AuditLogIsClosed(TypeError):
    """Somebody tried to change or delete what the audit log holds."""


class AuditEntry(models.Model):
    """Who did what about people, roles, approvals and exports, and why. Written by `accounts.domain.audit.record`.

    An entry is never changed or deleted: not by the model, and not behind it, where a trigger in the database says no
    (`accounts.audit_seal`). Names are kept as they were, and the links carry no constraint, so that an entry outlives
    whom it tells about.
    """

    at = models.DateTimeField(_("when"), auto_now_add=True)
    action = models.CharField(_("what"), max_length=32, choices=AuditAction)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    by_name = models.CharField(_("who"), max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    about_text = models.CharField(_("whom or what"), max_length=250, blank=True)
    reason = models.TextField(_("why"), blank=True)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["municipality", "-at"], name="audit_by_municipality")]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_action_display()}: {self.about_text}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AuditLogIsClosed
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AuditLogIsClosed
