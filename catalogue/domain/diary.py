"""Writing in a municipality's diary from outside Wagtail's editor: a few lines, perhaps with a photo."""

import datetime
import re
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.text import Truncator

from accounts.models import User
from catalogue.domain.comments import follow_comments
from catalogue.domain.municipalities import shelf_of
from catalogue.domain.writing import NotOneOfTheirs, free_slug, made_by_form
from catalogue.models import DiaryEntryPage, DiaryPage, MunicipalityPage
from catalogue.rules import belongs_to_page
from core.models import SitePicture

TITLE_LENGTH = 70
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True)
class Note:
    """What is to stand in the diary. `photo` is a checked file, or a picture kept from an earlier try."""

    text: str
    title: str = ""
    date: datetime.date = field(default_factory=timezone.localdate)
    photo: File | SitePicture | None = None
    seen: str = ""

    @property
    def heading(self) -> str:
        """Its title, or else its first sentence, cut between words where it is long."""
        first = SENTENCE_END.split(self.text.strip())[0]
        return self.title or (first if len(first) <= TITLE_LENGTH else f"{first[:TITLE_LENGTH].rsplit(None, 1)[0]}…")

    @property
    def body(self) -> str:
        return linebreaks(self.text, autoescape=True)

    def is_told_by(self, entry: DiaryEntryPage) -> bool:
        return (entry.title, entry.body, entry.date) == (self.heading, self.body, self.date)


@transaction.atomic
def write_diary_entry(*, by: User, under: MunicipalityPage, note: Note, token: UUID, send: bool) -> DiaryEntryPage:
    """Keep `note` as a draft, or `send` it: to the coordinator, or onto the site where the writer is one.

    The same `token` again is the same entry, sent once. While it is a draft, other words go into that draft; once it
    is sent they make an entry of their own, so that nothing written is lost to a step back in the browser.
    Raises NotOneOfTheirs.
    """
    earlier = made_by_form(by, under, token)
    entry = earlier if isinstance(earlier, DiaryEntryPage) else None
    if entry and is_sent(entry):
        if note.is_told_by(entry.get_latest_revision_as_object()):
            return entry
        entry = None
    entry = entry or DiaryEntryPage(owner=by, live=False, translation_key=uuid4() if earlier else token)
    _put_into(entry, note, by, under)
    if entry.pk is None:
        _add_below(under, entry, by)
    entry.save_revision(user=by)
    if send:
        entry.get_workflow().start(entry, by)
        entry.refresh_from_db()
    return entry


def is_sent(entry: DiaryEntryPage) -> bool:
    return entry.live or entry.workflow_in_progress


@transaction.atomic
def keep_photo(*, by: User, under: MunicipalityPage, file: File, seen: str) -> SitePicture:
    """Put a photo on the municipality's shelf. `seen`: what one sees in it. Raises NotOneOfTheirs."""
    if not belongs_to_page(by, under):
        raise NotOneOfTheirs
    title = Truncator(seen).chars(TITLE_LENGTH) or file.name
    picture = SitePicture(
        title=title, description=seen, file=file, collection=shelf_of(under.municipality), uploaded_by_user=by
    )
    picture._set_image_file_metadata()
    picture.save()
    return picture


def kept_photo(*, by: User, under: MunicipalityPage, pk: int) -> SitePicture | None:
    """The photo that `by` put on this municipality's shelf. Nobody else's, and none from another shelf."""
    shelf = shelf_of(under.municipality)
    return SitePicture.objects.filter(pk=pk, uploaded_by_user=by, collection=shelf).first()


def _add_below(under: MunicipalityPage, entry: DiaryEntryPage, by: User) -> None:
    diary = DiaryPage.objects.child_of(under).get()
    entry.slug = free_slug(diary, entry.title)
    diary.add_child(instance=entry)
    follow_comments(by=by, page=entry)


def _put_into(entry: DiaryEntryPage, note: Note, by: User, under: MunicipalityPage) -> None:
    entry.title, entry.body, entry.date = note.heading, note.body, note.date
    if isinstance(note.photo, File):
        entry.photo = keep_photo(by=by, under=under, file=note.photo, seen=note.seen)
    elif note.photo:
        entry.photo = note.photo
        SitePicture.objects.filter(pk=note.photo.pk).update(description=note.seen)
