"""The text inside files that a published page leads to.

A file is found while one such page is public: its row goes with that page, and to another when that one is closed.
"""

from wagtail.models import ReferenceIndex

from core.fetching import public_pages_with
from core.file_text import text_of_file
from core.models import BasePage, SiteDocument
from core.references import references_of
from search.content import Content
from search.domain.storing import store
from search.models import Entry

KIND = SiteDocument._meta.label_lower


def index_files_of(page: BasePage) -> None:
    """The files the page leads to now, and those it has led to."""
    now = {int(key) for model, key in references_of(page) if model is SiteDocument}
    before = set(Entry.objects.filter(kind=KIND, page=page).values_list("object_id", flat=True))
    if now | before:
        ReferenceIndex.create_or_update_for_object(page)
    for pk in sorted(now | before):
        index_file(pk)


def index_file(pk: int) -> None:
    """Bring a file into the index, with the first public page that leads to it, or out of it."""
    file = SiteDocument.objects.filter(pk=pk).first()
    page = public_pages_with(SiteDocument, pk).order_by("path").first() if file else None
    if file is None or page is None:
        Entry.objects.filter(kind=KIND, object_id=pk).delete()
        return
    store(_content(file, page))


def _content(file: SiteDocument, page) -> Content:
    """With the text that was read before, if the file is the same."""
    mark = file.get_file_hash()
    known = (
        Entry.objects.filter(kind=KIND, object_id=file.pk, content_mark=mark).values_list("text", flat=True).first()
    )
    return Content(
        kind=KIND,
        object_id=file.pk,
        page=page,
        title=file.title,
        text=text_of_file(file.file) if known is None else known,
        address=file.url,
        changed_at=file.created_at,
        content_mark=mark,
    )
