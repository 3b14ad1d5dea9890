from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from core.translation_catalogue import compile_catalogues


class Command(BaseCommand):
    help = (
        "Make everything ready to start: texts, database, cache table, search, static files. Run it after each update."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--no-static", action="store_true", help="Leave the static files alone (development).")

    def handle(self, *, no_static, verbosity, **options):
        compile_catalogues()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=verbosity - 1)
        call_command("createcachetable", verbosity=verbosity - 1)
        call_command("index_search", if_empty=True, verbosity=verbosity - 1)
        if not no_static:
            call_command("collectstatic", interactive=False, verbosity=verbosity - 1)
