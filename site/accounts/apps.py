from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self):
        from django.db.models.signals import post_migrate
        from wagtail.admin import auth

        from accounts.audit_seal import seal_after_migrating
        from accounts.middleware import deny_as_not_found

        auth.permission_denied = deny_as_not_found
        post_migrate.connect(seal_after_migrating, sender=self, dispatch_uid="accounts.audit_seal")
