import socket
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.processes import run_together

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Start the web server and the worker together, for this machine only; Ctrl+C stops both."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--welcome", default="", help="Shown below the address when the site answers.")

    def handle(self, *, port, welcome, **options):
        self.refuse_a_taken_port(port)
        manage = [sys.executable, str(settings.ROOT / "manage.py")]
        server = [sys.executable, "-m", "gunicorn", "-c", str(settings.ROOT / "site/config/server.py")]

        def announce() -> bool:
            if not answers(port):
                return False
            self.stdout.write(f"\nUdviklingsrummet: http://{HOST}:{port}\n{welcome}\nCtrl+C stops it.\n")
            self.stdout.flush()
            return True

        quiet = "0" if settings.LOGGING["root"]["level"] in ("WARNING", "ERROR") else "1"
        commands = [[*server, "--bind", f"{HOST}:{port}"], [*manage, "worker", "--verbosity", quiet]]
        if run_together(commands, on_ready=announce):
            raise CommandError("The server or the worker ended by itself; see above.")

    def refuse_a_taken_port(self, port):
        if answers(port):
            raise CommandError(f"Port {port} is taken. Choose another: make demo PORT={port + 1}")


def answers(port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(0.5)
        return caller.connect_ex((HOST, port)) == 0
