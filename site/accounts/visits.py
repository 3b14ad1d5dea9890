"""A visit lasts from signing in until eight hours after the last click, and seven days at most.

Django counts the eight hours from when it last stored the session. Storing it at every click would make each page a
write, so it is stored when five minutes have passed.
"""

import datetime
import time

from allauth.mfa.signals import authenticator_removed
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.dispatch import receiver
from django.utils import timezone

BEGAN, SEEN, SETTLED = "visit_began", "visit_seen", "visit_settled"
LONGEST = datetime.timedelta(days=7).total_seconds()
NOTED_EVERY = datetime.timedelta(minutes=5).total_seconds()


@receiver(user_logged_in, dispatch_uid="accounts.visits")
def begin(sender, request, **kwargs) -> None:
    request.session[BEGAN] = request.session[SEEN] = time.time()
    request.session.pop(SETTLED, None)


@receiver(authenticator_removed, dispatch_uid="accounts.visits")
def ask_again(sender, request, **kwargs) -> None:
    request.session.pop(SETTLED, None)


def is_over(session: SessionBase) -> bool:
    return SESSION_KEY in session and time.time() - session.get(BEGAN, 0) > LONGEST


def note(session: SessionBase) -> None:
    """Write down that somebody is here, and have it asked again whether a second factor is owed."""
    if SESSION_KEY in session and time.time() - session.get(SEEN, 0) > NOTED_EVERY:
        session[SEEN] = time.time()
        session.pop(SETTLED, None)
        UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=timezone.now())
