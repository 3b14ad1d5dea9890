"""A diary, a text that waits for the coordinator, and a link by which it is read: all of it marked as examples."""

from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files import File
from wagtail.models import Page

from accounts.models import User
from catalogue.domain.diary import Note, write_diary_entry
from catalogue.domain.reading_links import approve_as_reader, make_reading_link, note_opening
from catalogue.domain.stories import write_story
from catalogue.models import MunicipalityPage
from demo.seed import writing_texts as texts

PICTURE = Path(__file__).resolve().parents[1] / "data" / "eksempel.jpg"
LONGEST = 14


def seed_writing() -> None:
    """Examples in Haderslev's diary, and one on its way to be approved. Run twice, it changes nothing."""
    haderslev = MunicipalityPage.objects.get(municipality__code="0510")
    for place, (day, heading, words, with_photo) in enumerate(texts.ENTRIES):
        if not made_from(token := token_of(f"diary/{place}")):
            note = Note(text=f"{texts.EXAMPLE}\n\n{words}", title=heading, date=day)
            write_in_diary(haderslev, note, token=token, with_photo=with_photo)
    if not made_from(token := token_of("story")):
        send_in_story(haderslev, token=token)


def write_in_diary(under: MunicipalityPage, note: Note, *, token: UUID, with_photo: bool) -> None:
    """The coordinator writes, so that it is published at once."""
    coordinator = person("koordinator.haderslev")
    with PICTURE.open("rb") as picture:
        if with_photo:
            note = Note(note.text, note.title, note.date, File(picture, name=PICTURE.name), texts.SEEN)
        write_diary_entry(by=coordinator, under=under, note=note, token=token, send=True)


def send_in_story(under: MunicipalityPage, *, token: UUID) -> None:
    contributor = person("bidragyder.haderslev")
    story = write_story(by=contributor, under=under, told=texts.STORY | {"translation_key": token})
    story.get_workflow().start(story, contributor)
    link = make_reading_link(
        by=contributor, page=story, for_whom=texts.READER, days=LONGEST, key=token_of("reading-link")
    )
    note_opening(link=link)
    approve_as_reader(link=link, name=texts.READER, comment=texts.READERS_YES)


def made_from(token: UUID) -> bool:
    """Whether this was made before, whatever somebody has made of it since."""
    return Page.objects.filter(translation_key=token).exists()


def token_of(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://demo.example/{name}")


def person(address: str) -> User:
    return User.objects.get(email=f"{address}@demo.example")
