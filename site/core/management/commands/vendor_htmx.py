"""Bring in htmx at a fixed version: the one library of script that readers meet, for filters and small forms.

Asks npm for the package, keeps the script as its makers shrank it and the licence, and writes both to
static/core/vendor/. Nothing of npm or Node is needed to run the site.
"""

import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand

from core.management.commands.vendor_css import unpacked
from core.stylesheet import STATIC

PACKAGE = "htmx.org"
VERSION = "2.0.11"


class Command(BaseCommand):
    help = "Fetch htmx with npm and write it, with its licence, to static/core/vendor/."

    def add_arguments(self, parser):
        parser.add_argument("--version-wanted", default=VERSION, help=f"version of {PACKAGE} (default {VERSION})")

    def handle(self, *args, **options):
        wanted, vendor = f"{PACKAGE}@{options['version_wanted']}", STATIC / "vendor"
        with tempfile.TemporaryDirectory() as folder:
            package = unpacked(wanted, Path(folder))
            vendor.mkdir(parents=True, exist_ok=True)
            (vendor / "htmx.min.js").write_bytes((package / "dist" / "htmx.min.js").read_bytes())
            (vendor / "htmx-LICENSE.txt").write_text((package / "LICENSE").read_text())
        self.stdout.write(wanted)
