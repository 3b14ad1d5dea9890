"""A picture is what it holds, not what it is called, and is kept without what it tells beside the picture."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from core.uploads import MAX_BYTES, prepare_picture
from tests.core.upload_files import EXPECTED, SECRET, gif, picture, png_that_claims, sample, uploaded, zipped

PICTURES = {name: told for name, told in EXPECTED.items() if told["kind"].startswith(("jpeg", "png", "heic", "svg"))}
# Where the samples leave it to the site: HEIC becomes JPEG, a PNG with a JPEG's name gets its own, SVG is refused.
OURS = {"foto.heic": True, "png_omdoebt.jpg": True, "tegning_ren.svg": False}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def refused(file) -> str:
    with pytest.raises(ValidationError) as caught:
        prepare_picture(file)
    return caught.value.code


@pytest.mark.parametrize("name", PICTURES)
def test_the_samples_are_taken_or_refused_as_expected(name):
    if PICTURES[name]["accept"] is True or OURS.get(name):
        kept = prepare_picture(sample(name)).read()
        assert not opened(kept).getexif().get_ifd(0x8825)
        assert opened(kept).load()
    else:
        assert refused(sample(name)) in ("svg", "pixels")


@pytest.mark.parametrize(("name", "kept"), [("foto.heic", "foto.jpg"), ("png_omdoebt.jpg", "png_omdoebt.png")])
def test_a_picture_is_called_after_what_it_holds(name, kept):
    assert prepare_picture(sample(name)).name == kept


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_hidden_behind_a_picture_is_kept(kind):
    kept = prepare_picture(uploaded("a.jpg", picture(kind) + zipped({"x.txt": SECRET}))).read()
    assert b"PK\x03\x04" not in kept
    assert opened(kept).size == (60, 40)


def test_an_animation_keeps_moving_and_loses_its_comment():
    kept = prepare_picture(uploaded("a.gif", gif())).read()
    assert SECRET.encode() not in kept
    assert opened(kept).n_frames == 3
    assert opened(kept).info["loop"] == 0


@pytest.mark.parametrize(
    ("kind", "mode", "kept"), [("JPEG", "CMYK", "RGB"), ("PNG", "I;16", "RGB"), ("PNG", "LA", "LA")]
)
def test_colours_a_browser_cannot_show_become_some_it_can(kind, mode, kept):
    assert opened(prepare_picture(uploaded("a", picture(kind, mode=mode))).read()).mode == kept


def test_a_grey_picture_of_many_shades_stays_grey_and_not_black():
    content = io.BytesIO()
    Image.new("I;16", (4, 4), 40_000).save(content, format="PNG")
    assert opened(prepare_picture(uploaded("a.png", content.getvalue())).read()).getpixel((0, 0)) == (156,) * 3


def test_a_photo_held_sideways_is_still_shown_upright():
    kept = opened(prepare_picture(sample("foto_med_gps.jpg")).read())
    assert kept.getexif()[0x0112] == 6


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_half_a_picture_is_refused_with_a_sentence(kind, part):
    whole = io.BytesIO()
    Image.effect_noise((90, 90), 60).convert("RGB").save(whole, format=kind)
    content = whole.getvalue()
    assert refused(uploaded("a.jpg", content[: int(len(content) * part)])) in ("damaged_picture", "no_picture")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"GIF89a", "no_picture"),
        (b"\xff\xd8\xff", "no_picture"),
        (b"<html>", "no_picture"),
        (b"\x00" * 5000, "no_picture"),
        (png_that_claims(50_000, 50_000), "pixels"),
        (png_that_claims(7000, 7000), "pixels"),
        (gif(400), "pixels"),
    ],
)
def test_what_is_no_picture_or_too_much_of_one_gets_a_sentence(content, code):
    assert refused(uploaded("a.jpg", content)) == code


def test_what_is_too_large_is_not_even_read():
    assert refused(uploaded("a.jpg", b"\xff" * (MAX_BYTES + 1))) == "too_large"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "C:\\Users\\fru\\foto.jpg", "æøå 🙂.jpeg", ".jpg", "a" * 300 + ".jpg"]
)
def test_no_name_leads_anywhere(name):
    kept = prepare_picture(uploaded(name, picture("JPEG"))).name
    assert "/" not in kept
    assert "\\" not in kept
    assert kept.endswith(".jpg")
