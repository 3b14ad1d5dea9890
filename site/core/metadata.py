"""Photographs without what the camera wrote about place, time and owner.

A phone writes where a picture was taken into the file, and Wagtail's renditions keep it. What is not needed to show
the picture is cut out of the file's own structure, so the picture itself is not compressed a second time.
"""

import io
import struct

from PIL import Image, ImageOps

SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
JFIF, ICC, ADOBE, COMMENT = 0xE0, 0xE2, 0xEE, 0xFE
STANDALONE = {0x01, *range(0xD0, 0xD8)}
ORIENTATION = 0x0112
PNG_START = b"\x89PNG\r\n\x1a\n"
# What it takes to show the picture, its colours and its movement. All else is talk, known or not.
PNG_NEEDS = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD"),
    *(b"pHYs", b"acTL", b"fcTL", b"fdAT"),
}
WEBP_NEEDS = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
WEBP_TALK_FLAGS = 0b00001100
GIF_CONTROL, GIF_APPLICATION, GIF_EXTENSION, GIF_IMAGE, GIF_END = 0xF9, 0xFF, 0x21, 0x2C, 0x3B
GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class CannotCut(Exception):
    """The file is not built as its kind should be."""


def without_metadata(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, IPTC and comments. Its turning (EXIF orientation) and colours are kept."""
    try:
        return cut(data)
    except CannotCut:
        return _drawn_again(data)


def cut(data: bytes) -> bytes:
    """The same, by cutting alone. Raises CannotCut where the file's structure does not tell what to cut."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(PNG_START):
            return _png(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _gif(data)
    except (struct.error, IndexError, OSError, SyntaxError) as error:  # Pillow calls damaged EXIF a SyntaxError
        raise CannotCut from error
    raise CannotCut


def _jpeg(data: bytes) -> bytes:
    """Everything up to the first picture's end: what follows is a second picture, with its own EXIF."""
    kept = [b"\xff\xd8", _orientation_only(data)]
    at = 2
    while True:
        if data[at] != 0xFF:
            raise CannotCut
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
            continue
        if marker == EOI:
            return b"".join([*kept, b"\xff\xd9"])
        end = at + 2 if marker in STANDALONE else at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == SOS:
            end = _end_of_scan(data, end)
        if _jpeg_needs(marker, data[at + 4 : end]):
            kept.append(data[at:end])
        at = end


def _jpeg_needs(marker: int, body: bytes) -> bool:
    if marker == ICC:
        return body.startswith(b"ICC_PROFILE")
    return marker in (JFIF, ADOBE) or not (0xE0 <= marker <= 0xEF or marker == COMMENT)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the compressed pixels that start at `at` end: at the first marker that is not part of them."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise CannotCut
        if data[at + 1] != 0 and data[at + 1] not in STANDALONE and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def _orientation_only(data: bytes) -> bytes:
    """An EXIF segment that says how the picture is turned and nothing else; empty when it is upright."""
    with Image.open(io.BytesIO(data)) as picture:
        turned = picture.getexif().get(ORIENTATION, 1)
    if turned not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    body = exif.tobytes()
    body = body if body.startswith(b"Exif") else b"Exif\x00\x00" + body
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> bytes:
    kept, at = [PNG_START], len(PNG_START)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > len(data):
            raise CannotCut
        if kind in PNG_NEEDS:
            kept.append(data[at:end])
        at = end
        if kind == b"IEND":
            break
    return b"".join(kept)


def _webp(data: bytes) -> bytes:
    kept, at = [], 12
    while at + 8 <= len(data):
        kind, length = struct.unpack("<4sI", data[at : at + 8])
        end = at + 8 + length + length % 2
        chunk = data[at:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_TALK_FLAGS]) + chunk[9:]
        if kind in WEBP_NEEDS:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(data: bytes) -> bytes:
    """Its frames, their timing and how often they repeat. Comments, XMP and what follows the end are cut away."""
    at = 13 + _gif_colours(data[10])
    kept = [data[:at]]
    while True:
        kind = data[at]
        if kind == GIF_END:
            return b"".join([*kept, b"\x3b"])
        if kind == GIF_IMAGE:
            end = _end_of_gif_blocks(data, at + 11 + _gif_colours(data[at + 9]))
        elif kind == GIF_EXTENSION:
            end = _end_of_gif_blocks(data, at + 2)
        else:
            raise CannotCut
        loops = data[at + 1] == GIF_APPLICATION and data[at + 3 : at + 14] in GIF_LOOPS
        if kind == GIF_IMAGE or data[at + 1] == GIF_CONTROL or loops:
            kept.append(data[at:end])
        at = end


def _gif_colours(flags: int) -> int:
    """The length of the colour table that the flags tell of."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_gif_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1


def _drawn_again(data: bytes) -> bytes:
    """The picture's first frame saved anew in its own format, which carries nothing over."""
    with Image.open(io.BytesIO(data)) as picture:
        upright, out = ImageOps.exif_transpose(picture), io.BytesIO()
        clean = Image.new(upright.mode, upright.size)
        clean.paste(upright)
        clean.save(out, format="JPEG" if picture.format == "MPO" else picture.format)
    return out.getvalue()
