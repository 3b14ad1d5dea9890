"""Pages are made up for the measurement, in a transaction that is rolled back."""

import datetime
import itertools
import random
import statistics
import time

from django.core.cache import caches
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Page

from core.navigation import current_site
from search.content import Content
from search.domain.indexing import recount_words
from search.domain.storing import remember_words
from search.models import Entry, Word

SIZES = (100, 1_000, 10_000)
QUESTIONS = {
    "one word, in most pages": "/soeg/?q=borger",
    "one word, in some pages": "/soeg/?q=nattevagt",
    "part of a compound": "/soeg/?q=pleje",
    "three words": "/soeg/?q=faste+teams+aften",
    "in quotation marks": "/soeg/?q=%22faste+teams%22",
    "last side": "/soeg/?q=borger&side=999",
    "a typing error": "/soeg/?q=hjemeplejen",
    "nothing": "/soeg/?q=xyzzy+borger",
    "suggestions": "/soeg/forslag/?q=hjem",
}
WORDS = {
    "common": "borger team medarbejder besøg tid dag leder plan møde tillid",
    "usual": "faste teams aften rute vagtplan sygeplejerske pårørende ledelse kontinuitet tryghed faglighed opgave",
    "parts": "hjemme pleje natte vagt plan team leder bolig center borger besøgs ældre syge træning kontakt dag rute",
}
COMMON, USUAL, PARTS = (WORDS[kind].split() for kind in ("common", "usual", "parts"))
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
ENDINGS = ("", "en", "er", "erne", "s")


class Made:
    """Texts in which some words are common and most are rare, as in real ones: always the same."""

    def __init__(self):
        self.random = random.Random(4)  # noqa: S311 (for the same texts each time)
        syllables = [a + b for a, b in itertools.product("bdfghjklmnprstv", "aeiouyæøå")]
        self.rare = ["".join(self.random.choices(syllables, k=self.random.randint(2, 4))) + "k" for _ in range(30_000)]
        self.compounds = [one + other for one, other in itertools.permutations(PARTS, 2)]

    def word(self) -> str:
        sort = self.random.random()
        if sort < 0.25:
            return self.random.choice(COMMON)
        if sort < 0.5:
            return self.random.choice(USUAL) + self.random.choice(ENDINGS)
        if sort < 0.65:
            return self.random.choice(self.compounds)
        return self.rare[int(len(self.rare) * self.random.random() ** 3)]

    def words(self, number: int) -> str:
        return " ".join(self.word() for _ in range(number))

    def page(self, root: Page, place: int) -> Page:
        """Below the root page, without the row of its own kind, which the search does not ask for."""
        path = root._get_path(root.path, root.depth + 1, 1000 + place)
        return Page(
            path=path,
            depth=root.depth + 1,
            title=self.words(5),
            slug=f"maaling-{path}".lower(),
            url_path=f"{root.url_path}maaling-{path.lower()}/",
            content_type_id=root.content_type_id,
            locale_id=root.locale_id,
            live=True,
            first_published_at=START + datetime.timedelta(minutes=place),
        )

    def content(self, page: Page) -> Content:
        kind = self.random.choice(("home.standardpage", "catalogue.storypage", "catalogue.diaryentrypage"))
        lead, text = self.words(30), self.words(300)
        return Content(kind, page.pk, page, page.title, lead, text, changed_at=page.first_published_at)


class Command(BaseCommand):
    help = "Measure the search at 100, 1,000 and 10,000 pages of some 330 words: queries and the database's time."

    def add_arguments(self, parser):
        parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
        parser.add_argument("--times", type=int, default=20)

    def handle(self, *, sizes, times, **options):
        site = current_site()
        if site is None:
            raise CommandError("There is no site to put pages in: run manage.py demo first.")
        root = Page.objects.get(pk=site.root_page.pk)
        with transaction.atomic():
            Entry.objects.all().delete()
            Word.objects.all().delete()
            made, there = Made(), 0
            for size in sorted(sizes):
                self.fill(made, root, there, size)
                there = size
                self.measure_all(size, times)
            transaction.set_rollback(True)
        caches["local"].clear()

    def fill(self, made: Made, root: Page, there: int, size: int) -> None:
        for some in itertools.batched(range(there, size), 500):
            pages = Page.objects.bulk_create(made.page(root, place) for place in some)
            told = [made.content(page) for page in pages]
            rows = [Entry(kind=each.kind, object_id=each.object_id, **each.fields()) for each in told]
            Entry.objects.bulk_create(rows)
            remember_words(text for row in rows for text in (row.title, row.lead, row.text))
        recount_words()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def measure_all(self, size: int, times: int) -> None:
        self.stdout.write(f"\n{connection.vendor}, {size} pages, {Word.objects.count()} words, {times} times each")
        self.stdout.write(f"{'':28}{'queries':>8}{'hits':>8}{'database ms':>13}{'least':>9}{'in all ms':>11}")
        for name, path in QUESTIONS.items():
            self.stdout.write(f"{name:28}{measure(path, times)}")


class Stopwatch:
    """An execute wrapper that adds up what the database took."""

    def __init__(self):
        self.queries, self.spent = 0, 0.0

    def __call__(self, execute, sql, params, many, context):
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries += 1
            self.spent += (time.perf_counter() - started) * 1000


def measure(path: str, times: int) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(path)  # warms what a running process keeps
    watches, whole, response = [], [], None
    for _ in range(times):
        watch, started = Stopwatch(), time.process_time()
        with connection.execute_wrapper(watch):
            response = client.get(path)
        whole.append((time.process_time() - started) * 1000)
        watches.append(watch)
    spent = [watch.spent for watch in watches]
    found = (response.context or {}).get("found") if response is not None else None
    hits = found.total if found else ""
    times_told = f"{statistics.median(spent):13.1f}{min(spent):9.1f}{statistics.median(whole):11.1f}"
    return f"{watches[-1].queries:8}{hits:>8}{times_told}"
