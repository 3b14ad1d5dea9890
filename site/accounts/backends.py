from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User


class EntitledBackend(AuthenticationBackend):
    """Asks at every request whether the session's person still counts as signed in, in one query.

    So a suspension or the closing of a municipality takes effect at the next click, whatever sessions are open.
    """

    def get_user(self, user_id):
        return User.objects.entitled().filter(pk=user_id).first()

    def user_can_authenticate(self, user):
        return User.objects.entitled().filter(pk=user.pk).exists()
