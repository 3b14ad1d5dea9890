from django.core.management.base import BaseCommand

from events.domain.offers import expire_offers


class Command(BaseCommand):
    help = "Expire the offers of seats whose time has run out and offer the seats to the next in line (cron)."

    def handle(self, *args, **options):
        self.stdout.write(f"Expired offers: {expire_offers()}")
