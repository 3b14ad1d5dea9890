import datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.domain.memberships import join_municipality
from accounts.enums import Role
from catalogue.models import DiaryEntryPage
from core.models import SitePicture
from tests.core.upload_files import picture, sample, uploaded

pytestmark = pytest.mark.django_db
PAGE = "/min-kommune/dagbog/ny/"


@pytest.fixture
def write(client, haderslev_page, contributor):
    """Send the form as the contributor, or as whoever has been signed in since."""
    client.force_login(contributor)

    def send(*, how="send", **typed):
        told = {
            "place": "haderslev",
            "text": "Vi begyndte i dag.",
            "date": "2026-11-20",
            "token": str(uuid4()),
            how: "1",
        }
        return client.post(PAGE, told | typed)

    return send


def photo():
    return uploaded("IMG_1.jpg", picture("JPEG"))


def newest(entry):
    return entry.get_latest_revision_as_object()


def test_two_lines_are_kept_as_a_draft(write, contributor):
    token = uuid4()
    answer = write(how="save", text="Første dag.\n\n<b>To</b> teams.", token=token)
    assert answer["Location"] == f"/min-kommune/?gemt={token}"
    entry = DiaryEntryPage.objects.get()
    assert (entry.title, entry.live, entry.workflow_in_progress) == ("Første dag.", False, False)
    assert entry.body == "<p>Første dag.</p>\n\n<p>&lt;b&gt;To&lt;/b&gt; teams.</p>"
    assert (entry.date, entry.owner) == (datetime.date(2026, 11, 20), contributor)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Første dag. Vi var tre.", "Første dag."),
        ("Uden punktum\nog så mere", "Uden punktum"),
        ("Vi talte " + "længe " * 20, "Vi talte længe længe længe længe længe længe længe længe længe længe…"),
        ("x" * 200, "x" * 70 + "…"),
    ],
)
def test_without_a_headline_the_first_sentence_is_one(write, text, title):
    write(how="save", text=text)
    assert DiaryEntryPage.objects.get().title == title


def test_a_contributors_entry_waits_for_the_coordinator(write, coordinator):
    assert "?sendt=" in write()["Location"]
    entry = DiaryEntryPage.objects.get()
    assert entry.workflow_in_progress
    assert not entry.live


def test_a_coordinator_publishes_her_own_entry(client, write, coordinator, other_coordinator):
    client.force_login(coordinator)
    assert "?udgivet=" in write(photo=photo(), seen="Kaffe")["Location"]
    entry = DiaryEntryPage.objects.get()
    assert entry.live
    assert entry.photo.description == "Kaffe"
    assert not entry.workflow_in_progress


def test_the_page_says_who_reads_it_first(client, write, coordinator):
    assert "Send til godkendelse" in client.get(PAGE).content.decode()
    client.force_login(coordinator)
    page = client.get(PAGE).content.decode()
    assert "Send til godkendelse" not in page
    assert "Udgiv" in page


@pytest.mark.database
def test_a_double_click_writes_once_and_keeps_one_photo(write, coordinator):
    token = uuid4()
    for _ in range(2):
        write(token=token, photo=photo(), seen="Kaffe")
    assert DiaryEntryPage.objects.get().workflow_in_progress
    assert SitePicture.objects.count() == 1


def test_the_draft_of_a_step_back_takes_the_new_words_and_is_sent(write, coordinator):
    token = uuid4()
    write(how="save", token=token)
    write(token=token, text="Vi begyndte i går.")
    entry = DiaryEntryPage.objects.get()
    assert newest(entry).body == "<p>Vi begyndte i går.</p>"
    assert entry.workflow_in_progress


def test_other_words_from_a_form_that_was_sent_make_an_entry_of_their_own(write, coordinator):
    token = uuid4()
    write(token=token)
    write(token=token, text="Noget helt andet.")
    assert {entry.title for entry in DiaryEntryPage.objects.all()} == {"Vi begyndte i dag.", "Noget helt andet."}


def test_a_photo_lies_on_the_municipalitys_shelf_with_what_one_sees(write, contributor):
    write(photo=photo(), seen="To kolleger ved tavlen")
    kept = SitePicture.objects.get()
    assert (kept.collection.name, kept.uploaded_by_user, kept.description) == (
        "Haderslev",
        contributor,
        "To kolleger ved tavlen",
    )
    assert newest(DiaryEntryPage.objects.get()).photo == kept


def test_an_iphones_own_format_becomes_one_that_everybody_can_see(write):
    write(photo=sample("foto.heic"), seen="En gul bil")
    assert SitePicture.objects.get().file.name.endswith(".jpg")


@pytest.mark.parametrize("file", ["tegning_med_script.svg", "pixelbombe_200mp.png"])
def test_what_is_no_photo_is_told_in_danish_and_the_words_stay(write, file):
    answer = write(photo=sample(file), seen="En tegning")
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"photo"}
    assert "Vi begyndte i dag." in answer.content.decode()
    assert not DiaryEntryPage.objects.exists()


def test_a_photo_is_kept_while_the_rest_is_put_right(write):
    answer = write(photo=photo(), text=" ")
    assert answer.context["form"].errors.keys() == {"text", "seen"}
    kept = SitePicture.objects.get()
    assert f'name="kept" value="{kept.pk}" checked' in answer.content.decode()
    write(kept=kept.pk, seen="Kaffe")
    assert newest(DiaryEntryPage.objects.get()).photo == kept
    assert SitePicture.objects.get().description == "Kaffe"


def test_nobody_elses_photo_is_taken_for_ones_own(client, write, coordinator):
    write(photo=photo(), text=" ")
    theirs = SitePicture.objects.get()
    client.force_login(coordinator)
    answer = write(kept=theirs.pk, seen="Kaffe")
    assert answer.context["form"].errors == {"photo": ["Vælg billedet igen."]}
    assert theirs.file.name not in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"text": "Fru Jensen, 010150-1234."}, "text"),
        ({"date": "2126-01-01"}, "date"),
        ({"date": "i går"}, "date"),
        ({"place": "koege"}, "place"),
        ({"token": "x"}, "token"),
        ({"title": "x" * 300}, "title"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(write, koege_page, typed, field):
    answer = write(**typed)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}
    assert not DiaryEntryPage.objects.exists()


def test_a_link_may_choose_the_municipality(client, write, contributor, koege, koege_page):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.CONTRIBUTOR)
    chosen = client.get(f"{PAGE}?kommune=koege").context["form"]
    assert chosen["place"].value() == "koege"
    assert client.get(f"{PAGE}?kommune=aarhus").context["form"]["place"].value() == "haderslev"
    write(place="koege", text="Hos os i Køge.")
    assert DiaryEntryPage.objects.get().is_descendant_of(koege_page)


def test_who_belongs_nowhere_has_no_diary_to_write_in(client, editor, haderslev_page):
    client.force_login(editor)
    assert client.get(PAGE).status_code == 404


def test_the_day_is_today_when_nothing_else_is_said(client, write):
    assert f'value="{timezone.localdate():%Y-%m-%d}"' in client.get(PAGE).content.decode()


def test_signing_out_clears_what_a_shared_phone_has_kept(client, write):
    assert client.post("/konto/logout/")["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in client.get("/konto/login/")
