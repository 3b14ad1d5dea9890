from collections.abc import Callable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.domain.municipalities import (
    DATA,
    BadRow,
    load_guests,
    load_municipalities,
    load_organisations,
    read_rows,
)

FILES: tuple[tuple[str, Callable], ...] = (
    ("municipalities.csv", load_municipalities),
    ("guests.csv", load_guests),
    ("organisations.csv", load_organisations),
)


class Command(BaseCommand):
    help = "Load the municipalities, the guests from abroad and the organisations. Run twice, it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=DATA, help="where the CSV files are, when not our own")

    @transaction.atomic
    def handle(self, *args, **options):
        for name, load in FILES:
            try:
                counted = load(read_rows(options["folder"] / name))
            except FileNotFoundError as error:
                raise CommandError(f"{name} is missing in {options['folder']}.") from error
            except BadRow as error:
                raise CommandError(f"{name}, {error}. Nothing was loaded.") from error
            self.stdout.write(f"{name}: " + ", ".join(f"{number} {what}" for what, number in counted.items()))
