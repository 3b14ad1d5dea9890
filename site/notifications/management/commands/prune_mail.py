from django.core.management.base import BaseCommand

from notifications.domain.retention import empty_old_mails


class Command(BaseCommand):
    help = "Delete text and attachments of mails done with 90 days ago. The worker does it daily."

    def handle(self, *args, **options):
        self.stdout.write(f"{empty_old_mails()} mails emptied.")
