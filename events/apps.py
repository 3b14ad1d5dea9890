from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"

    def ready(self):
        from events import rules  # noqa: F401 (tells accounts who needs a second factor)
        from events.domain.offers import expire_offers
        from notifications.domain.chores import every_minute

        every_minute(expire_offers)
