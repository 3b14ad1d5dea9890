"""Every door in Wagtail's editor through which a file comes in asks the same questions and cleans what it keeps."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from core.models import SiteDocument, SitePicture
from core.uploads import MAX_BYTES
from tests.core.upload_files import EXPECTED, sample

pytestmark = pytest.mark.django_db
PICTURE_DOORS = {
    "wagtailimages:add": "file",
    "wagtailimages:add_multiple": "files[]",
    "wagtailimages_chooser:create": "image-chooser-upload-file",
}
FILE_DOORS = {
    "wagtaildocs:add": "file",
    "wagtaildocs:add_multiple": "files[]",
    "wagtaildocs_chooser:create": "document-chooser-upload-file",
}
PICTURES = [name for name, told in EXPECTED.items() if told["kind"].startswith(("jpeg", "png", "heic", "svg"))]
FILES = [name for name in EXPECTED if name not in PICTURES]


@pytest.fixture
def as_contributor(client, contributor, haderslev_page):
    client.force_login(contributor)
    return client


def send(client, door, field, file, **more):
    prefix = field.removesuffix("file") if field.endswith("upload-file") else ""
    told = {f"{prefix}{name}": value for name, value in {"title": "Prøve", **more}.items()}
    answer = client.post(reverse(door), told | {field: file}, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code in (200, 302)
    return answer


def said(answer) -> str:
    """The answer's words, out of the JSON that some doors wrap them in."""
    text = answer.content.decode()
    return text if not text.startswith("{") else "".join(map(str, json.loads(text).values()))


@pytest.mark.parametrize("door", PICTURE_DOORS)
@pytest.mark.parametrize("name", PICTURES)
def test_each_door_takes_the_same_pictures(as_contributor, door, name):
    send(as_contributor, door, PICTURE_DOORS[door], sample(name))
    taken = EXPECTED[name]["accept"] is True or name in ("foto.heic", "png_omdoebt.jpg")
    assert SitePicture.objects.count() == taken
    for picture in SitePicture.objects.all():
        assert not Image.open(io.BytesIO(picture.file.read())).getexif().get_ifd(0x8825)
        assert picture.file_size == picture.file.size


@pytest.mark.parametrize("door", FILE_DOORS)
@pytest.mark.parametrize("name", FILES)
def test_each_door_takes_the_same_files(as_contributor, door, name):
    send(as_contributor, door, FILE_DOORS[door], sample(name))
    assert SiteDocument.objects.count() == (EXPECTED[name]["accept"] is True)


@pytest.mark.parametrize("door", FILE_DOORS)
def test_each_door_tells_of_cpr_numbers(as_contributor, door):
    answer = send(as_contributor, door, FILE_DOORS[door], sample("notat_med_cpr.docx"))
    assert "3 CPR-numre" in said(answer)


@pytest.mark.parametrize("door", ["wagtaildocs:add", "wagtaildocs_chooser:create"])
def test_who_has_looked_may_say_that_they_are_other_numbers(as_contributor, door):
    assert "not_cpr" in said(send(as_contributor, door, FILE_DOORS[door], sample("notat_med_cpr.docx")))
    send(as_contributor, door, FILE_DOORS[door], sample("notat_med_cpr.docx"), not_cpr="on")
    assert SiteDocument.objects.count() == 1


@pytest.mark.parametrize("doors", [PICTURE_DOORS, FILE_DOORS])
def test_a_huge_file_gets_a_sentence_and_is_not_stored(as_contributor, doors):
    for door, field in doors.items():
        huge = SimpleUploadedFile("stor.pdf", b"%PDF-" + b"x" * (MAX_BYTES + 5_000_000))
        assert "25 MB" in said(send(as_contributor, door, field, huge))


@pytest.mark.parametrize(
    ("door", "model"), [("wagtailimages:add_multiple", SitePicture), ("wagtaildocs:add_multiple", SiteDocument)]
)
@pytest.mark.parametrize("wrong", [{"title": "x" * 300}, {"collection": "1"}])
def test_nothing_is_put_by_unchecked_while_something_else_is_wrong(
    as_contributor, door, model, wrong, stranger, koege_page
):
    file = sample("foto_med_gps.jpg" if model is SitePicture else "erfaring_nordlunde.docx")
    answer = send(as_contributor, door, "files[]", file, **wrong).json()
    if not answer["success"]:
        assert "Vælg den igen" in answer["error_message"]
    assert UploadedFile.objects.count() == 0
    assert not [each for each in model.objects.all() if each.collection.name != "Haderslev"]


@pytest.mark.parametrize("door", ["wagtailimages:add_multiple", "wagtaildocs:add_multiple"])
def test_a_form_of_somebodys_own_making_is_told_that_it_is_wrong(as_contributor, door):
    answer = as_contributor.post(
        reverse(door), {"andet": sample("foto.heic")}, headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert answer.status_code == 400


def test_the_form_asks_about_no_tags(as_contributor):
    for door in ("wagtailimages:add", "wagtaildocs:add"):
        assert 'name="tags"' not in as_contributor.get(reverse(door)).content.decode()


def test_a_new_file_in_place_of_an_old_one_is_cleaned_too(as_contributor, contributor):
    send(as_contributor, "wagtailimages:add", "file", sample("png_omdoebt.jpg"))
    picture = SitePicture.objects.get()
    as_contributor.post(
        reverse("wagtailimages:edit", args=[picture.pk]), {"title": "Ny", "file": sample("foto_med_gps.jpg")}
    )
    picture = SitePicture.objects.get(title="Ny")
    assert not Image.open(io.BytesIO(picture.file.read())).getexif().get_ifd(0x8825)


def test_a_picture_whose_kind_cannot_be_told_by_its_name_makes_its_sizes(as_contributor):
    for name in ("foto.heic", "png_omdoebt.jpg", "stort_foto_30mp.jpg"):
        send(as_contributor, "wagtailimages:add", "file", sample(name))
    for picture in SitePicture.objects.all():
        assert picture.get_rendition("width-480|format-webp").width <= 480
