import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from demo.seed.people import NAMES, PASSWORD
from home.models import FrontPage

WELCOME = """Sign in at /konto/login/ with the password {password}:
{accounts}
Mails: /udvikling/mail/   Components: /komponenter/   Wagtail: /admin/
"""


class Command(BaseCommand):
    help = "Prepare, seed if needed, and start the demo: server and worker together."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--fresh", action="store_true", help="Throw away database, files and mails first.")

    def handle(self, *, port, fresh, **options):
        if fresh:
            self.throw_away()
        call_command("prepare", no_static=True)
        if not self.is_seeded():
            call_command("demo")
            self.note().write_text(self.fingerprint())
        connection.close()
        accounts = "\n".join(f"  {name + '@demo.example':36}{who}" for name, who in NAMES.items())
        call_command("start", port=port, welcome=WELCOME.format(password=PASSWORD, accounts=accounts))

    def throw_away(self) -> None:
        """Raises CommandError on another database than SQLite: what may be thrown away there, we cannot know."""
        if connection.vendor != "sqlite":
            raise CommandError("Only SQLite is thrown away. Empty that database yourself, then make demo.")
        name = Path(connection.settings_dict["NAME"])
        for path in (name, *name.parent.glob(f"{name.name}-*"), self.note()):
            path.unlink(missing_ok=True)
        for folder in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT, settings.MAIL_ROOT):
            shutil.rmtree(folder, ignore_errors=True)

    def is_seeded(self) -> bool:
        """Whether this database holds what these seeds and these migrations make."""
        note = self.note()
        return note.exists() and note.read_text() == self.fingerprint() and FrontPage.objects.exists()

    def note(self) -> Path:
        return settings.VAR / "seeded"

    def fingerprint(self) -> str:
        marks = hashlib.sha256(str(connection.settings_dict["NAME"]).encode())
        kinds = ("migrations/*.py", "data/*", "seed/*.py")
        for pattern in (f"{above}*/{kind}" for above in ("", "site/") for kind in kinds):
            for path in sorted(filter(Path.is_file, settings.ROOT.glob(pattern))):
                marks.update(path.name.encode() + path.read_bytes())
        return marks.hexdigest()
