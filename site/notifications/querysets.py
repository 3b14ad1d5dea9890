from collections.abc import Iterable

from django.db.models import Model, QuerySet

from accounts.rules import is_administrator
from notifications.enums import MailStatus


def about_label(thing: Model) -> str:
    """How an outbox row names what it is about: `<app_label>.<model>:<pk>`."""
    return f"{thing._meta.label_lower}:{thing.pk}"


class OutboxQuerySet(QuerySet):
    def about(self, thing: Model):
        return self.filter(about=about_label(thing))

    def about_any(self, things: Iterable[Model]):
        """Mails about any of `things`. Give it what a user may see, such as an event's registrations."""
        return self.filter(about__in=[about_label(thing) for thing in things])

    def failed(self):
        """Mails that never came through and will not be tried again."""
        return self.filter(status=MailStatus.FAILED)

    def unfinished(self):
        return self.filter(status__in=(MailStatus.WAITING, MailStatus.SENDING))

    def visible_to(self, user):
        """The whole log, without bodies, for an administrator; nothing for anybody else.

        Who organises an event sees its mails through what they are about:
        `OutboxMessage.objects.about_any(event.registrations.all())`.
        """
        if not is_administrator(user):
            return self.none()
        return self.defer("text", "html")
