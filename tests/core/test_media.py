"""Who gets an uploaded file, and how."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import SitePicture

PHOTO = (Path(__file__).parents[1] / "data" / "foto_med_gps.jpg").read_bytes()


@pytest.fixture
def picture(db):
    return SitePicture.objects.create(title="Foto", file=SimpleUploadedFile("foto.jpg", PHOTO))


def stored(name: str, content: bytes) -> str:
    default_storage.delete(name)
    return "/media/" + default_storage.save(name, ContentFile(content))


def test_a_size_made_for_pages_is_for_everyone(client, picture):
    response = client.get(picture.get_rendition("width-200").url)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "public, max-age=604800"


def test_the_original_is_not_for_everyone(client, picture):
    assert client.get(picture.file.url).status_code == 404


def test_the_original_is_not_for_a_stranger(client, picture, stranger):
    client.force_login(stranger)
    assert client.get(picture.file.url).status_code == 404


def test_the_original_is_for_who_may_change_the_picture(client, picture, administrator):
    client.force_login(administrator)
    response = client.get(picture.file.url)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private"


def test_files_have_their_own_door(client, administrator):
    client.force_login(administrator)
    assert client.get(stored("documents/notat.pdf", b"%PDF-1.4")).status_code == 404


@pytest.mark.parametrize("path", ["images/../original_images/x.jpg", "../db.sqlite3", "images/%2e%2e/%2e%2e/x", "."])
def test_no_path_leads_out_of_the_folder(client, db, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_a_page_uploaded_as_a_picture_is_a_file_to_save_and_not_a_page(client, db):
    response = client.get(stored("images/side.html", b"<script>alert(1)</script>"))
    assert response.headers["Content-Disposition"] == "attachment"
    assert "sandbox" in response.headers["Content-Security-Policy"]
