"""Keeping the index as the published site is.

What is closed, withdrawn or deleted leaves it in the same transaction. What is published enters it by a task.
"""

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.tasks import task
from wagtail.models import Page

from core.models import BasePage
from core.navigation import navigation
from search import content
from search.content import PLAIN
from search.databases import database
from search.domain import files
from search.domain.storing import store
from search.models import Entry
from search.querysets import public_pages


@task()
def index_page(pk: int) -> None:
    """Bring the page, with the files it leads to and the things that stand on it, into the index, or out of it."""
    page = public_pages().filter(pk=pk).first()
    own = page.specific if page else None
    if not isinstance(own, BasePage) or not on_the_site(own):
        forget(page=pk)
        return
    with transaction.atomic():
        store(content.of_page(own))
    files.index_files_of(own)
    index_things_on(own)


@task()
def index_below(path: str) -> None:
    """The page with that path and all below it: after a move, or when a page is opened again."""
    for pk in public_pages().filter(path__startswith=path).values_list("pk", flat=True):
        index_page.func(pk)


@task()
def index_file(pk: int) -> None:
    files.index_file(pk)


@task()
def index_thing(label: str, pk: int) -> None:
    """Bring a thing of a registered model into the index, or out of it."""
    thing = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if thing is not None:
        put_in_place(thing)


def index_things_on(page: Page) -> None:
    """Rows of plain models that stand on that kind of page."""
    for model, plain in PLAIN.items():
        if isinstance(page, plain.stands_on):
            for thing in model._default_manager.all():
                put_in_place(thing)


def put_in_place(thing: Model) -> None:
    told = PLAIN[type(thing)].content(thing)
    if told is None or not public_pages().filter(pk=told.page.pk).exists():
        forget_thing(thing)
        return
    with transaction.atomic():
        store(told)


def forget_thing(thing: Model) -> None:
    Entry.objects.filter(kind=thing._meta.label_lower, object_id=thing.pk).delete()


def forget(**which) -> None:
    """Nothing that goes with those pages is found any more. Another public page may still lead to their files."""
    gone = Entry.objects.filter(**which)
    left = list(gone.filter(kind=files.KIND).values_list("object_id", flat=True))
    gone.delete()
    for pk in left:
        index_file.enqueue(pk)


def on_the_site(page: Page) -> bool:
    root = navigation().root
    return root is not None and page.url_path.startswith(root.url_path)


def index_all() -> int:
    """Everything anew, and nothing that is not public. The number of entries."""
    public = list(public_pages().order_by("path").values_list("pk", flat=True))
    Entry.objects.exclude(page__in=public_pages()).delete()
    for pk in public:
        index_page.func(pk)
    recount_words()
    return Entry.objects.count()


def recount_words() -> None:
    """Count in how many entries each word stands, and forget the words that stand in none."""
    with transaction.atomic(), connection.cursor() as cursor:
        database().recount(cursor)
