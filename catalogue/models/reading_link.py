"""A link by which somebody without an account reads a draft, and says yes to it with a name."""

import base64
import hashlib
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from accounts.models import Municipality
from catalogue.enums import LinkState
from catalogue.querysets import ReadingLinkQuerySet
from core.links import absolute

NAME_LENGTH = 120


def token_for(key: UUID) -> str:
    """The secret that belongs to `key`: 256 bits that the database does not hold, and the site can make again."""
    secret = salted_hmac("catalogue.reading_link", key.hex, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class ReadingLink(models.Model):
    """Made and revoked by `catalogue.domain.reading_links`. It leads to the newest text of `page`, whatever that is.

    `key` comes with the form, so that two clicks make one link. Who opens it is looked up by `token_hash`.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="reading_links")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    for_whom = models.CharField(_("for whom"), max_length=NAME_LENGTH)
    key = models.UUIDField(unique=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="reading_links"
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires at"))
    opened_at = models.DateTimeField(_("first opened"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True, editable=False)

    objects = ReadingLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading link")
        verbose_name_plural = _("reading links")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.for_whom

    @property
    def state(self) -> LinkState:
        if self.revoked_at:
            return LinkState.REVOKED
        return LinkState.EXPIRED if self.expires_at <= timezone.now() else LinkState.OPEN

    @property
    def address(self) -> str:
        """To be handed on. Empty when the site's secret key has changed since: then only who has the link knows it."""
        token = token_for(self.key)
        return absolute(reverse("catalogue:read_draft", args=[token])) if hash_of(token) == self.token_hash else ""


class ReaderApproval(models.Model):
    """A reader's yes to the text as it stood in `revision`. It takes no step of the approval; it stands beside it."""

    link = models.ForeignKey(ReadingLink, on_delete=models.CASCADE, related_name="approvals")
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    comment = models.TextField(_("comment"), blank=True)
    revision = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("reader's approval")
        verbose_name_plural = _("readers' approvals")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint("link", Lower("name"), name="reader_approves_once")]

    def __str__(self) -> str:
        return self.name
