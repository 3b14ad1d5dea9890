from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self):
        from notifications.domain.chores import daily
        from search import signals
        from search.domain.indexing import recount_words
        from search.plain import register_plain_models

        register_plain_models()
        signals.follow_plain_models()
        daily(recount_words)
