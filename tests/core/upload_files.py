"""Files made for the tests of uploads: what phones, office programs and people who mean harm send."""

import io
import json
import struct
import zipfile
import zlib
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

SAMPLES = Path(__file__).parents[1] / "data"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text())
SECRET = "Fru Jensen"


def sample(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (SAMPLES / name).read_bytes())


def uploaded(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind: str, *, mode: str = "RGB", size: tuple[int, int] = (60, 40), **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, format=kind, **options)
    return out.getvalue()


def gif(frames: int = 3) -> bytes:
    """An animation with a comment, looping, and something hidden after its end."""
    pictures = [Image.new("RGB", (30, 20), (shade * 60 % 256, 0, 0)) for shade in range(frames)]
    out = io.BytesIO()
    pictures[0].save(
        out, format="GIF", save_all=True, append_images=pictures[1:], loop=0, duration=90, comment=SECRET.encode()
    )
    return out.getvalue() + zipped({"hidden.txt": SECRET})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(name: str, more: dict[str, str | bytes]) -> bytes:
    """A sample with parts added or replaced."""
    return zipped(parts_of((SAMPLES / name).read_bytes()) | more)


def png_that_claims(width: int, height: int) -> bytes:
    """A small file whose head promises that many pixels."""
    head = picture("PNG")
    size = head[12:16] + struct.pack(">II", width, height) + head[24:29]
    return head[:12] + size + struct.pack(">I", zlib.crc32(size)) + head[33:]


def pdf(pages: int = 1, text: str = "Godmorgen") -> bytes:
    """With an author, XMP on a page, a script that runs when it is opened, and a file within."""
    made = PdfWriter()
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    reference = made._add_object(DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()}))
    words = DecodedStreamObject()
    words.set_data(b"BT /F1 12 Tf 50 700 Td (" + text.encode("latin-1") + b") Tj ET")
    written = made._add_object(words)
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): reference})})
    for _number in range(pages):
        page = made.add_blank_page(595, 842)
        page[NameObject("/Resources")], page[NameObject("/Contents")] = fonts, written
    made.add_metadata({"/Author": SECRET})
    about = DecodedStreamObject()
    about.set_data(f"<x>{SECRET}</x>".encode())
    made.pages[0][NameObject("/Metadata")] = made._add_object(about)
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    made.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    made.add_attachment("skjult.txt", SECRET.encode())
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()
