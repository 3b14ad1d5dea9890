from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"

    def ready(self):
        from events.domain.offers import expire_offers
        from notifications.domain.chores import every_minute

        every_minute(expire_offers)
