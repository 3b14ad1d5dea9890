import json
import tempfile
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.management.rush import report, server, stages
from events.management.rush.clients import Rush

LONGEST = 900  # seconds a rush may take


class Command(BaseCommand):
    help = (
        "2,000 people want 200 seats at once, one in ten clicks twice: over HTTP against the production server on a "
        "fresh database. Without --control the seats must come out right; with it the lock is off and they must not. "
        "Without any option: both, on SQLite and on PostgreSQL."
    )

    def add_arguments(self, parser):
        parser.add_argument("--database", choices=("sqlite", "postgres"))
        parser.add_argument("--control", action="store_true", help="Switch the lock off; succeed only when it shows.")
        parser.add_argument("--people", type=int, default=2000)
        parser.add_argument("--seats", type=int, default=200)
        parser.add_argument("--clients", type=int, default=32)
        parser.add_argument("--stage", choices=("make", "count"), help="Used by the command itself.")

    def handle(self, *, database, control, stage, **options):
        if stage:
            self.do_stage(stage, options["seats"])
            return
        databases = [database] if database else ["sqlite", "postgres"]
        locks = [False] if control else [True] if database else [True, False]
        failed = []
        with tempfile.TemporaryDirectory(prefix="rush-") as folder:
            for seat_lock in locks:
                for kind in databases:
                    if not self.rush(kind, Path(folder), seat_lock=seat_lock, options=options):
                        failed.append(f"{kind}, lock {'on' if seat_lock else 'off'}")
        if failed:
            raise CommandError(f"Not as it must be: {'; '.join(failed)}.")

    def do_stage(self, stage: str, seats: int) -> None:
        if stage == "make":
            stages.make_event(seats)
        else:
            self.stdout.write(json.dumps(stages.count()))

    def rush(self, kind: str, folder: Path, *, seat_lock: bool, options: dict) -> bool:
        """One run on one database. True when it came out as it must: right with the lock, wrong without."""
        self.stdout.write(f"\n{kind}, {'seats under the lock' if seat_lock else 'control: the lock is off'}")
        port = server.free_port()
        with server.fresh_database(kind, folder) as address:
            env = server.environment(folder, port=port, database=address, seat_lock=seat_lock)
            server.manage(env, "prepare", *(["--no-static"] if (folder / "static").exists() else []))
            server.manage(env, "load_seats", "--stage", "make", "--seats", str(options["seats"]))
            rush = Rush(
                port=port,
                path=f"/arrangementer/{stages.SLUG}/tilmeld/",
                people=options["people"],
                clients=options["clients"],
                deadline=time.monotonic() + LONGEST,
            )
            with server.running_server(env, port=port):
                seconds = rush.run()
            counted = json.loads(server.manage(env, "load_seats", "--stage", "count"))
        return self.judge(rush, counted, seconds, seats=options["seats"], seat_lock=seat_lock)

    def judge(self, rush: Rush, counted: dict, seconds: float, *, seats: int, seat_lock: bool) -> bool:
        faults = report.faults(rush, counted, seats=seats)
        self.stdout.write(report.figures(rush, seconds))
        self.stdout.write(", ".join(f"{name} {value}" for name, value in counted.items()))
        if seat_lock:
            self.stdout.write("Right." if not faults else f"Wrong: {'; '.join(faults)}.")
        else:
            self.stdout.write(f"Shown: {'; '.join(faults)}." if faults else "The lock's absence did not show.")
        return bool(faults) != seat_lock
