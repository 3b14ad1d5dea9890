from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """A person's place in a municipality. A coordinator may do all a contributor may."""

    CONTRIBUTOR = "contributor", _("contributor")
    COORDINATOR = "coordinator", _("municipality coordinator")


class DeskRole(models.TextChoices):
    """Roles that belong to no municipality. The value is the name of the Django group that carries it."""

    EDITOR = "editors", _("editor")
    FOLLOW_GROUP = "follow-group", _("follow-group reader")


class InvitationState(models.TextChoices):
    """Where an invitation stands. Only a pending one lets anybody in."""

    PENDING = "pending", pgettext_lazy("invitation", "waits for an answer")
    EXPIRED = "expired", pgettext_lazy("invitation", "expired")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("invitation", "withdrawn")


class MunicipalityKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    DISTRICT = "district", _("city district")
    ABROAD = "abroad", _("municipality abroad")
    EXAMPLE = "example", _("made-up municipality")  # to measure with (manage.py demo --stories)


class AuditAction(models.TextChoices):
    """What the audit log tells of. A new kind of deed gets a name here and its Danish."""

    PERSON_ADDED = "person-added", _("account made")
    PERSON_SUSPENDED = "person-suspended", _("account disabled")
    PERSON_RESTORED = "person-restored", _("account opened again")
    ROLE_GIVEN = "role-given", _("role given")
    ROLE_TAKEN = "role-taken", _("role taken away")
    INVITED = "invited", _("invitation sent")
    INVITATION_WITHDRAWN = "invitation-withdrawn", _("invitation withdrawn")
    INVITATION_ACCEPTED = "invitation-accepted", _("invitation accepted")
    APPROVED = "approved", _("text approved")
    SENT_BACK = "sent-back", _("text sent back")
    STEP_SKIPPED = "step-skipped", _("approval step skipped")
    READING_LINK_MADE = "reading-link-made", _("link to a draft made")
    READING_LINK_REVOKED = "reading-link-revoked", _("link to a draft revoked")
    READING_LINK_OPENED = "reading-link-opened", _("link to a draft opened for the first time")
    READER_APPROVED = "reader-approved", _("approved by a reader with a link")
    STORY_CONFIRMED = "story-confirmed", _("story confirmed by its contact")
    STORY_STOPPED = "story-stopped", _("story told as stopped by its contact")
    CONTACT_REMOVED = "contact-removed", _("contact taken away")
    EXPORTED = "exported", _("list downloaded")
    SIGN_IN_CHANGED = "sign-in-changed", _("municipality's own sign-in changed")
