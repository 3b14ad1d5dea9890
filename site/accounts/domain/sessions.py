"""Where somebody is signed in."""

from allauth.usersessions.models import UserSession

from accounts.models import User


def end_sessions(*, user: User) -> None:
    """Sign the person out everywhere, from the next click."""
    for session in UserSession.objects.filter(user=user):
        session.end()
