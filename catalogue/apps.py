from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "catalogue"

    def ready(self):
        from catalogue import (  # noqa: F401 (importing registers, and models must be ready)
            glossary_signals,
            guide_signals,
            paper_signals,
            people_signals,
            signals,
            workflow_signals,
        )
        from catalogue.domain.editions import make_missing_booklets
        from catalogue.domain.living import ask_about_stories
        from catalogue.models.catalogue_change import sweep_changes
        from notifications.domain.chores import daily

        daily(ask_about_stories)
        daily(sweep_changes)
        daily(make_missing_booklets)
