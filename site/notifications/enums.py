from django.db import models
from django.utils.translation import pgettext_lazy


class MailStatus(models.TextChoices):
    """Where a mail is on its way. `FAILED` is final: nobody tries again by themselves."""

    WAITING = "waiting", pgettext_lazy("mail", "waiting")
    SENDING = "sending", pgettext_lazy("mail", "being sent")
    SENT = "sent", pgettext_lazy("mail", "sent")
    FAILED = "failed", pgettext_lazy("mail", "not delivered")
