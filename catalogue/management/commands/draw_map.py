from pathlib import Path

from django.apps import apps
from django.core.management.base import BaseCommand

from catalogue.map_picture import map_svg
from catalogue.outlines import map_data

TARGET = Path("static") / "catalogue" / "map.svg"


class Command(BaseCommand):
    help = "Draw catalogue/static/catalogue/map.svg anew from the boundaries in catalogue/data."

    def handle(self, *args, **options):
        target = Path(apps.get_app_config("catalogue").path) / TARGET
        target.write_text(map_svg(map_data()), encoding="utf-8")
        self.stdout.write(f"{target.name}: {target.stat().st_size} bytes")
