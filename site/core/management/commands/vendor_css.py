"""Bring in the parts of Designsystemet that we use, at a fixed version.

Asks npm for the package (`npm pack`), keeps the style of the components in USED and the licence, and writes both to
static/core/css/vendor/. Run it to move to another version, look at /komponenter/, run join_css, commit all of it.
Nothing of npm or Node is needed to run the site.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand

from core import stylesheet

PACKAGE = "@digdir/designsystemet-css"
VERSION = "1.22.0"
USED = (
    "base",
    "label",
    "link",
    "validation-message",
    "button",
    "skip-link",
    "alert",
    "error-summary",
    "field",
    "fieldset",
    "input",
    "table",
    "breadcrumbs",
    "pagination",
)
VENDOR = stylesheet.SOURCES / "vendor"


class Command(BaseCommand):
    help = "Fetch the used parts of Designsystemet with npm and write them, with the licence, to css/vendor/."

    def add_arguments(self, parser):
        parser.add_argument("--version-wanted", default=VERSION, help=f"version of {PACKAGE} (default {VERSION})")

    def handle(self, *args, **options):
        wanted = f"{PACKAGE}@{options['version_wanted']}"
        with tempfile.TemporaryDirectory() as folder:
            package = unpacked(wanted, Path(folder))
            VENDOR.mkdir(parents=True, exist_ok=True)
            (VENDOR / "designsystemet.css").write_text(trimmed(package, wanted))
            (VENDOR / "designsystemet-LICENSE.txt").write_text((package / "LICENSE").read_text())
        self.stdout.write(f"{wanted}: {len(USED)} of its files")


def unpacked(wanted: str, folder: Path) -> Path:
    """The package's own folder, fetched into `folder`."""
    subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603, S607 (a fixed command, run by a developer)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def trimmed(package: Path, wanted: str) -> str:
    head = f"/*! Designsystemet ({wanted}), MIT, Digitaliseringsdirektoratet. Only the parts used. */"
    parts = (package / "dist" / "src" / f"{name}.css" for name in USED)
    return "\n".join([head, *(part.read_text().strip() for part in parts)]) + "\n"
