from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "catalogue"

    def ready(self):
        from catalogue import people_signals, signals, workflow_signals  # noqa: F401 (importing registers, and models must be ready)
