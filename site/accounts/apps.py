from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self):
        from wagtail.admin import auth

        from accounts.middleware import deny_as_not_found

        auth.permission_denied = deny_as_not_found
