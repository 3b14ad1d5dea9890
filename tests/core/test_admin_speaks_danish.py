"""No English reaches a contributor, a coordinator or an editor in the admin: every screen they meet is read here."""

import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import django
import polib
import pytest
import wagtail
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from catalogue.models import StoryPage
from core.models import SiteDocument, SitePicture
from core.translation_catalogue import every_catalogue
from events.models import EventPage
from tests.catalogue.test_story_form import empty_form
from tests.factories.events import EventFactory, organise

# Copied into templates/wagtailadmin to translate a word each. When this test fails: compare, copy again, and note it.
COPIED = {
    "home.html": "7eb3ee7b5a9d1355b79a97fdc4c6a9c8612821bb1cdccf24efdd7a36c827c17d",
    "shared/header.html": "37d78005e66127118fc8e9eee75c7d8d52aed5a3d3b36696285a176b5b5ba60c",
    "shared/headers/_actions.html": "facea723b6b917627f718d47a945c79fabcb1cbc516983c66cb6801b6a9a1557",
}
WORD = re.compile(r"[a-zæøå]{2,}")
READ_ALOUD = {"aria-label", "title", "placeholder", "alt"}
SILENT = {"script", "style", "svg"}
NAMES = {"wagtail", "html", "url", "csv", "xlsx", "root"}  # the tree's root is Root where a test swept the tables
FREELY_NAMED = re.compile(r"\S+@\S+|\S+/\S+|\b\w+\.\w+\b")  # addresses, time zones and file names


def words(texts) -> set[str]:
    return {word for text in texts for word in WORD.findall(re.sub(r"%\(\w+\)[sd]|<[^>]+>|\{\w+\}", "", text.lower()))}


def catalogue_texts(paths, side: str) -> list[str]:
    entries = [entry for path in paths for entry in polib.pofile(str(path))]
    if side == "english":
        return [text for entry in entries for text in (entry.msgid, entry.msgid_plural)]
    return [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values())]


@pytest.fixture(scope="module")
def english():
    """Words that Wagtail and Django say in English, and that no Danish of ours or Django's uses."""
    wagtails = Path(wagtail.__file__).parent.glob("**/locale/en/LC_MESSAGES/*.po")
    djangos = list(Path(django.__file__).parent.glob("**/locale/da/LC_MESSAGES/django.po"))
    said = words(catalogue_texts([*wagtails, *djangos], "english"))
    return said - words(catalogue_texts([*every_catalogue(), *djangos], "danish")) - NAMES


class Reader(HTMLParser):
    """Collects what a page shows or reads aloud."""

    def __init__(self):
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in SILENT
        given = dict(attrs)
        self.texts += [text for name, text in attrs if name in READ_ALOUD and text]
        if tag == "input" and given.get("type") in {"submit", "button"}:
            self.texts.append(given.get("value") or "")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.silent -= tag in SILENT

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.silent and data.strip():
            self.texts.append(" ".join(data.split()))


def read(response) -> list[str]:
    """The texts of a page, or of the page inside the JSON that a dialogue is sent as."""
    html = response.content.decode()
    if response["Content-Type"].startswith("application/json"):
        html = json.loads(html).get("html", "")
    reader = Reader()
    reader.feed(html)
    return reader.texts


def english_on(user, addresses, english) -> list[str]:
    """Each address at which the user meets English, with the text."""
    client = Client()
    client.force_login(user)
    found = []
    for address in addresses:
        response = client.get(address, follow=True)
        assert response.status_code in {200, 404}, address
        texts = [text for text in read(response) if words([FREELY_NAMED.sub("", text)]) & english]
        found += [f"{address}: {text}" for text in dict.fromkeys(texts)]
    return found


@pytest.fixture
def story(haderslev_page, contributor):
    """Saved twice and sent to be approved, so that history and comparison have something to show."""
    story = StoryPage(
        title="Samme ansigter", slug="samme-ansigter", summary="Vi prøver.", for_leader=True, owner=contributor
    )
    haderslev_page.add_child(instance=story)
    for title in ("Samme ansigter hjemme", "Samme ansigter i hjemmet"):
        story.title = title
        story.save_revision(user=contributor)
    story.get_workflow().start(story, contributor)
    return story


@pytest.fixture
def picture(haderslev_page, contributor, tmp_path):
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "hus.png")
    file = ContentFile((tmp_path / "hus.png").read_bytes(), name="hus.png")
    return SitePicture.objects.create(title="Et hus", file=file, uploaded_by_user=contributor)


@pytest.fixture
def document(haderslev_page, contributor):
    file = ContentFile(b"Hej", name="brev.txt")
    return SiteDocument.objects.create(title="Et brev", file=file, uploaded_by_user=contributor)


def writing(story):
    """What somebody who writes a story meets."""
    pages = [reverse(f"wagtailadmin_pages:{name}", args=[story.pk]) for name in ("edit", "history", "usage", "delete")]
    return [
        *pages,
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[story.get_parent().pk]),
        reverse("wagtailadmin_explore", args=[story.get_parent().pk]) + "?q=ingenting",
        reverse("wagtailadmin_pages:add_subpage", args=[story.get_parent().pk]),
        reverse("wagtailadmin_pages:add", args=["catalogue", "storypage", story.get_parent().pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[story.pk, "earliest", "latest"]),
        reverse("wagtailadmin_pages:revisions_revert", args=[story.pk, story.revisions.first().pk]),
        reverse("wagtailadmin_pages:workflow_history", args=[story.pk]),
        reverse("wagtailadmin_account"),
        "/admin/findes-ikke/",
    ]


def choosing():
    """Dialogues and shelves of pictures, files and links."""
    names = (
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailembeds:chooser",
        "wagtailimages:index",
        "wagtailimages:add",
        "wagtailimages:add_multiple",
        "wagtailimages_chooser:choose",
        "wagtaildocs:index",
        "wagtaildocs:add",
        "wagtaildocs:add_multiple",
        "wagtaildocs_chooser:choose",
    )
    return [reverse(name) for name in names]


def deciding(story):
    """What an editor meets besides."""
    pages = [
        reverse(f"wagtailadmin_pages:{name}", args=[story.pk]) for name in ("copy", "move", "unpublish", "set_privacy")
    ]
    many = [
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={story.pk}&next=/admin/"
        for action in ("publish", "unpublish", "move", "delete")
    ]
    reports = ("workflow", "workflow_tasks", "locked_pages", "aging_pages")
    return [*pages, *many, *(reverse(f"wagtailadmin_reports:{name}") for name in reports)]


def approving(story):
    """What a coordinator meets when a text waits for her."""
    step = [story.pk, "approve", story.current_workflow_state.current_task_state_id]
    return [
        reverse("wagtailadmin_pages:workflow_action", args=step),
        reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[story.pk]),
        reverse("wagtailadmin_pages:workflow_preview", args=[story.pk, step[-1]]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={story.pk}&next=/admin/",
    ]


def presenting(page):
    """What an organiser meets who writes the page of an event."""
    names = ("edit", "history", "usage", "view_draft")
    own = [reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in names]
    return [*own, reverse("wagtailadmin_explore_root"), reverse("wagtailadmin_account"), *choosing()]


def many_at_once(picture, document):
    """What one meets who does something with several pictures or files."""
    deeds = ("delete", "add_tags", "add_to_collection")
    kinds = (("sitepicture", picture), ("sitedocument", document))
    return [
        reverse("wagtail_bulk_action", args=["core", kind, deed]) + f"?id={thing.pk}&next=/admin/"
        for kind, thing in kinds
        for deed in deeds
    ]


@pytest.mark.slow
def test_a_contributor_meets_no_english_while_writing(contributor, story, english):
    assert english_on(contributor, writing(story), english) == []


@pytest.mark.slow
def test_a_contributor_meets_no_english_while_choosing(contributor, picture, document, english):
    shelves = [reverse("wagtailimages:edit", args=[picture.pk]), reverse("wagtaildocs:edit", args=[document.pk])]

    assert english_on(contributor, [*choosing(), *shelves], english) == []


@pytest.mark.slow
def test_a_coordinator_meets_no_english(coordinator, story, english):
    story.refresh_from_db()
    assert english_on(coordinator, [*writing(story), *approving(story)], english) == []


@pytest.mark.slow
def test_an_organiser_meets_no_english(site, organiser, english):
    event = EventFactory()
    organise(event, organiser)
    assert english_on(organiser, presenting(EventPage.objects.get()), english) == []


@pytest.mark.slow
def test_many_pictures_and_files_at_once_are_spoken_of_in_danish(editor, picture, document, english):
    assert english_on(editor, many_at_once(picture, document), english) == []


def test_a_form_with_errors_speaks_danish(client, contributor, haderslev_page, english):
    client.force_login(contributor)
    address = reverse("wagtailadmin_pages:add", args=["catalogue", "storypage", haderslev_page.pk])
    response = client.post(address, empty_form(title="", team_size_min="mange") | {"action-submit": "1"})
    assert [text for text in read(response) if words([FREELY_NAMED.sub("", text)]) & english] == []


@pytest.mark.slow
def test_an_editor_meets_no_english(editor, story, english):
    assert english_on(editor, [*writing(story), *deciding(story)], english) == []


def test_a_reader_of_the_screens_notices_english(english):
    assert words(["Are you sure you want to delete this page?"]) & english
    assert not words(["Er du sikker på, at du vil slette siden?"]) & english


@pytest.mark.parametrize("template", COPIED)
def test_wagtails_own_template_is_still_the_one_we_copied(template):
    original = Path(wagtail.__file__).parent / "admin" / "templates" / "wagtailadmin" / template

    assert hashlib.sha256(original.read_bytes()).hexdigest() == COPIED[template]
