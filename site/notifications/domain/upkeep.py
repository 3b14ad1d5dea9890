"""What Django and Wagtail leave to cron. Our worker is the cron."""

from django.core.management import call_command


def publish_scheduled_pages() -> None:
    """Publish and unpublish the pages whose hour has come."""
    call_command("publish_scheduled", verbosity=0)


def clear_old_sessions() -> None:
    call_command("clearsessions", verbosity=0)
