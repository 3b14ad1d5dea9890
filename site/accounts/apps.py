from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    default = True

    def ready(self):
        from django.contrib.auth.signals import user_logged_in
        from django.db.models.signals import post_migrate
        from wagtail.admin import auth

        from accounts import visits  # noqa: F401 (listens for those who sign in)
        from accounts.audit_seal import seal_after_migrating
        from accounts.domain.invitations import settle_at_sign_in
        from accounts.middleware import deny_as_not_found

        user_logged_in.connect(lambda sender, user, **kwargs: settle_at_sign_in(by=user), weak=False)
        auth.permission_denied = deny_as_not_found
        post_migrate.connect(seal_after_migrating, sender=self, dispatch_uid="accounts.audit_seal")


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's lists of people and groups. People come by invitation, so nobody is added or deleted there."""

    user_viewset = "accounts.views.people.PeopleViewSet"

    def ready(self):
        from wagtail.permissions import register_permission_policy

        from accounts.models import User
        from accounts.people_policy import PeoplePolicy

        super().ready()
        register_permission_policy(User, PeoplePolicy(User))
