"""The mails that accounts send into the outbox. It stands above accounts, so it is named by settings, not imported."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.models import Invitation, User
from core.links import absolute


def queue_mail(*, to: str, template: str, context: dict, key: str, about: Model) -> None:
    """Write a mail into the outbox, in the caller's transaction. The same `key` never sends twice."""
    queue = import_string(settings.MAIL_QUEUE)
    queue(to=to, template=template, context=context, key=key, about=f"{about._meta.label_lower}:{about.pk}")


def undelivered(invitations: Iterable[Invitation]) -> set[int]:
    """Which of these could not be delivered when they were sent last, by primary key. One query."""
    by_key = {invitation.mail_key: invitation.pk for invitation in invitations}
    return {by_key[key] for key in import_string(settings.MAIL_FAILURES)(by_key)}


def tell_invited(invitation: Invitation, *, token: str) -> None:
    """To somebody without an account: the way in."""
    context = _told(invitation) | {"link": absolute(reverse("accounts:invitation", args=[token]))}
    queue_mail(
        to=invitation.email,
        template="accounts/invited",
        context=context,
        key=invitation.mail_key,
        about=invitation,
    )


def tell_added(invitation: Invitation) -> None:
    """To somebody who has an account: that it may do more from now on. Nobody else is told so."""
    context = _told(invitation) | {"link": absolute(settings.LOGIN_REDIRECT_URL)}
    queue_mail(
        to=invitation.email,
        template="accounts/added",
        context=context,
        key=invitation.mail_key,
        about=invitation,
    )


def tell_asked_again(invitation: Invitation, *, to: User, day: str) -> None:
    """To who can send a new one. Once a day, however often it is asked for."""
    here = invitation.municipality
    link = reverse("accounts:people", args=[here.slug]) if here else reverse("accounts:desk_people")
    reason = _("You get this mail because you invite people to the site.")
    context = _told(invitation) | {"link": absolute(link), "recipient": to, "reason": reason}
    queue_mail(
        to=to.email,
        template="accounts/asked_again",
        context=context,
        key=f"invitation:{invitation.pk}:asked:{day}:{to.pk}",
        about=invitation,
    )


def _told(invitation: Invitation) -> dict:
    return {
        "invitation": invitation,
        "municipality": invitation.municipality,
        "role": invitation.get_role_display(),
        "inviter": invitation.invited_by,
        "reason": _("You get this mail because somebody invited you to the site with this address."),
    }
