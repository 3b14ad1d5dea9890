from django.core.management.base import BaseCommand
from django.db import connection

from search.databases import database
from search.domain.indexing import index_all
from search.models import Entry


class Command(BaseCommand):
    help = "Index all that is public for the search anew: after an update, or when search and pages disagree."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Only where nothing has been indexed yet.")

    def handle(self, *, if_empty, verbosity, **options):
        if if_empty and Entry.objects.exists():
            return
        database().prepare(connection)
        number = index_all()
        if verbosity:
            self.stdout.write(f"{number} entries")
