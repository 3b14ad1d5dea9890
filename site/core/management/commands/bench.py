import statistics
import time
from typing import NamedTuple

import brotli
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import get_page_models

# What is measured beside one page of each kind: addresses that take more than a page's own.
QUESTIONS = ("/soeg/?q=faste+teams", "/soeg/?q=xyzzy")
# What has to take the same time however many stories there are.
SCALE = (
    "/",
    "/katalog/",
    "/katalog/?tema=ledelse&tema=borger&status=drift&maalgruppe=leder",
    "/katalog/?faggruppe=sygeplejerske&sortering=kommune",
    "/katalog/?sortering=bekraeftet&side=4",
    "/kommuner/",
    "/soeg/?q=faste+teams",
    "/soeg/?q=eksempel",
)
PROXY_QUALITY = 5  # what a proxy in front compresses with; a file compressed beforehand is smaller
QUERIES, MILLISECONDS, KILOBYTES = 8, 10, 10
HEAD = f"{'address':46}{'queries':>8}{'repeated':>9}{'CPU ms':>8}{'least':>7}{'KB':>7}{'brotli':>8}"


class Measured(NamedTuple):
    path: str
    status: int
    queries: int
    repeated: int
    median: float
    least: float
    bytes: int
    brotli: int

    def line(self) -> str:
        over = self.queries > QUERIES or self.repeated or self.median > MILLISECONDS or self.brotli > KILOBYTES * 1024
        return (
            f"{self.path[:45]:46}{self.queries:8}{self.repeated:9}{self.median:8.1f}{self.least:7.1f}"
            f"{self.bytes / 1024:7.1f}{self.brotli / 1024:8.1f}"
            f"{'' if self.status == 200 else f'  answered {self.status}'}{'  over' if over else ''}"
        )


class Command(BaseCommand):
    help = "Measure one public page of each kind: queries, CPU of an uncached request, bytes. In this process."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", help="Addresses to measure instead.")
        parser.add_argument("--times", type=int, default=40)
        parser.add_argument("--scale", action="store_true", help="The listings alone, to be told at several sizes.")

    def handle(self, *, paths, times, scale, **options):
        paths = paths or (scale and SCALE) or [*page_paths(), *QUESTIONS]
        if len(paths) == len(QUESTIONS):
            raise CommandError("There are no pages to measure: run manage.py demo first.")
        self.stdout.write(f"{connection.vendor}, {times} requests each, one at a time, signed out\n{HEAD}")
        for path in paths:
            self.stdout.write(measure(path, times).line())
        self.stdout.write(f"Budget: {QUERIES} queries, none repeated, {MILLISECONDS} ms, {KILOBYTES} KB.")


def page_paths() -> list[str]:
    """The address of the longest-standing page of each kind, and of what hangs on an event's page."""
    found = []
    for model in get_page_models():
        page = model.objects.live().exact_type(model).filter(depth__gt=1).order_by("pk").first()
        if page and page.url:
            found.append(page.relative_url(None) or page.url)
    return sorted(found)


def measure(path: str, times: int) -> Measured:
    client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
    response = client.get(path)  # warms what a running process keeps
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(path)
    statements = [query["sql"] for query in asked.captured_queries]
    spent = sorted(cpu_of(client, path) for _ in range(times))
    return Measured(
        path,
        response.status_code,
        len(statements),
        len(statements) - len(set(statements)),
        statistics.median(spent),
        spent[0],
        len(response.content),
        len(brotli.compress(response.content, quality=PROXY_QUALITY)),
    )


def cpu_of(client: Client, path: str) -> float:
    """Milliseconds of CPU, the database's own work on SQLite included, whatever else the machine does."""
    started = time.process_time()
    client.get(path)
    return (time.process_time() - started) * 1000
