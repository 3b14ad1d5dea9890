from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        from core import checks, signals  # noqa: F401 (importing them registers them, and models must be ready)
        from core.wagtail_danish import label_wagtails_fields

        label_wagtails_fields()
