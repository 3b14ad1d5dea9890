from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "notifications"

    def ready(self):
        from notifications.domain.chores import daily, every_minute
        from notifications.domain.delivery import resume_stuck_mails
        from notifications.domain.reaper import prune_task_results, return_abandoned_tasks
        from notifications.domain.retention import empty_old_mails
        from notifications.domain.upkeep import clear_old_sessions, publish_scheduled_pages

        every_minute(return_abandoned_tasks)
        every_minute(resume_stuck_mails)
        every_minute(publish_scheduled_pages)
        daily(prune_task_results)
        daily(empty_old_mails)
        daily(clear_old_sessions)
