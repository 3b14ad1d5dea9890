from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        from home.domain.useful import forget_old_answers
        from notifications.domain.chores import daily

        daily(forget_old_answers)
