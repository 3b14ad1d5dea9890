"""What a camera writes about place, time and owner does not reach the site."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from core.metadata import ORIENTATION, without_metadata
from core.models import SitePicture

PHOTO = (Path(__file__).parents[1] / "data" / "foto_med_gps.jpg").read_bytes()
GPS = 0x8825


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def saved(format: str, **options) -> bytes:  # noqa: A002 (Pillow's own name for it)
    out = io.BytesIO()
    Image.new("RGB", (20, 10), "teal").save(out, format=format, **options)
    return out.getvalue()


def exif_with_place() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Kamerafabrik"
    exif.get_ifd(GPS)[1] = "N"
    return exif


def test_the_photo_under_test_tells_where_it_was_taken():
    assert opened(PHOTO).getexif().get_ifd(GPS)


def test_a_photo_keeps_its_turning_and_nothing_else():
    assert dict(opened(without_metadata(PHOTO)).getexif()) == {ORIENTATION: 6}


def test_a_photo_keeps_every_pixel():
    assert opened(without_metadata(PHOTO)).tobytes() == opened(PHOTO).tobytes()


def test_a_second_picture_hidden_behind_the_first_is_cut_away():
    assert b"GPS-HERE" not in without_metadata(PHOTO + b"\xff\xd8GPS-HERE\xff\xd9")


def test_a_progressive_photo_survives():
    data = saved("JPEG", progressive=True, exif=exif_with_place(), comment=b"Fru Jensen")
    cut = without_metadata(data)
    assert b"Fru Jensen" not in cut
    assert b"Kamerafabrik" not in cut
    assert opened(cut).tobytes() == opened(data).tobytes()


def test_a_png_loses_its_texts():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Fru Jensen")
    cut = without_metadata(saved("PNG", pnginfo=texts, exif=exif_with_place()))
    assert b"Fru Jensen" not in cut
    assert b"Kamerafabrik" not in cut
    assert opened(cut).size == (20, 10)


def test_a_webp_loses_its_exif():
    cut = without_metadata(saved("WEBP", exif=exif_with_place()))
    assert b"Kamerafabrik" not in cut
    assert opened(cut).size == (20, 10)


@pytest.mark.parametrize("cut_at", [300, 2000, 20_000])
def test_a_broken_photo_is_refused_or_drawn_anew(cut_at):
    broken = PHOTO[:cut_at]
    try:
        cut = without_metadata(broken)
    except OSError:
        return  # Wagtail's form has refused it before it comes this far
    assert not opened(cut).getexif().get_ifd(GPS)


@pytest.mark.django_db
def test_an_uploaded_picture_is_stored_without_its_place():
    picture = SitePicture.objects.create(title="Foto", file=SimpleUploadedFile("foto.jpg", PHOTO))
    stored = picture.file.storage.open(picture.file.name).read()
    assert not opened(stored).getexif().get_ifd(GPS)
    assert picture.file_size == len(stored)


@pytest.mark.django_db
def test_a_rendition_carries_no_place():
    picture = SitePicture.objects.create(title="Foto", file=SimpleUploadedFile("foto.jpg", PHOTO))
    rendition = picture.get_rendition("width-400")
    assert not opened(rendition.file.read()).getexif().get_ifd(GPS)


def test_the_sizes_a_page_shows_are_made_before_anybody_reads_it(db, run_tasks, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = SitePicture.objects.create(title="Foto", file=SimpleUploadedFile("foto.jpg", PHOTO))
    run_tasks()
    assert picture.renditions.count() == 3
