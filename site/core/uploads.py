"""What comes in as a picture or a file: told by its content and not by its name, checked, and cleaned to be kept.

`core.forms` holds the form fields that do it. Each function answers with a PreparedFile or raises ValidationError with
a sentence for whoever uploads, whatever the file holds.
"""

import io
import json
import logging
import subprocess
import tempfile
import threading
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from core.cpr import cpr_numbers
from core.metadata import without_metadata
from core.office import OLE, OfficeProblem, clean_office
from core.own_process import run_module

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_FRAMES = 300
READ = ("JPEG", "PNG", "GIF", "WEBP", "HEIF")
PICTURES = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "HEIF": "heic"}
SHOWN_AS_THEY_ARE = {"1", "L", "LA", "P", "PA", "RGB", "RGBA"}
TEXTS = {"csv", "ics", "txt"}
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script")
PATIENCE = 40  # seconds for a PDF; its own process gives up long before

# A picture of 40 megapixels takes up to 600 MB while it is looked at: one at a time in each process.
ONE_AT_A_TIME = threading.Lock()

register_heif_opener()
log = logging.getLogger(__name__)


class PreparedFile(ContentFile):
    """A file that has been checked and cleaned. `cpr` holds what looks like CPR numbers in its text."""

    def __init__(self, content: bytes, *, name: str, content_type: str = "", cpr: frozenset[str] = frozenset()):
        super().__init__(content, name=name)
        self.content_type = content_type
        self.cpr = cpr


class StopAtLimit(FileUploadHandler):
    """Lets one byte more than the limit through, so that the file is refused and its rest never stored."""

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start <= MAX_BYTES else None

    def file_complete(self, file_size):
        return None


def refusal(code: str, **words) -> ValidationError:
    return ValidationError(_refusals()[code], code=code, params=words)


def _refusals() -> dict[str, str]:
    return {
        "empty": _("The file is empty."),
        "too_large": _("The file fills more than 25 MB. Make it smaller and try again."),
        "no_picture": _("This is not a picture we can show. Choose a JPEG, PNG, WebP, GIF or HEIC file."),
        "svg": _("A drawing in SVG can hold programs, so we cannot take it. Save it as PNG and upload that."),
        "damaged_picture": _("The picture is damaged and cannot be shown. Save it again and upload the new file."),
        "pixels": _("The picture has more than 40 million pixels. Make it smaller and try again."),
        "damaged": _("The file is damaged and cannot be opened. Save it again and upload the new file."),
        "macros": _("The file holds macros or other small programs, so we cannot take it. Save it without them."),
        "unpacks": _("The file unpacks to far too much, so we cannot take it. Make it smaller and try again."),
        "old": _("The file is in an old format or has a password. Save it as docx, xlsx, pptx or PDF without one."),
        "locked": _("The PDF is protected by a password. Save it without one and upload the new file."),
        "unknown": _(
            "We cannot take this kind of file. Choose docx, pptx, xlsx, odt, ods, odp, pdf, csv, txt or ics."
        ),
        "lies": _("The file is called .%(named)s, but inside it is a %(kind)s file. Is it the right one?"),
    }


def content_of(file) -> bytes:
    """All of it. Raises ValidationError before reading what is too large."""
    if file.size > MAX_BYTES:
        raise refusal("too_large")
    file.seek(0)
    data = file.read(MAX_BYTES + 1)
    file.seek(0)
    if not data:
        raise refusal("empty")
    return data


def prepare_picture(file) -> PreparedFile:
    """The picture without what the camera wrote, called after its kind. HEIC, and colours made for print, become JPEG.

    What follows a picture in the same file, such as a second picture or a hidden zip, is not kept.
    """
    if isinstance(file, PreparedFile):
        return file
    data = content_of(file)
    with ONE_AT_A_TIME:
        kind, mode = _look_at_picture(data)
        if kind == "heic" or mode not in SHOWN_AS_THEY_ARE:
            data, kind = _redrawn(data, "png" if kind == "png" else "jpg")
        else:
            data = without_metadata(data)
    return PreparedFile(
        data, name=f"{_stem(file.name)}.{kind}", content_type=f"image/{'jpeg' if kind == 'jpg' else kind}"
    )


def _stem(name: str) -> str:
    return Path(name.replace("\\", "/")).stem.strip(". ") or "fil"


def _look_at_picture(data: bytes) -> tuple[str, str]:
    """Kind and colour mode, when every pixel of every frame can be read."""
    try:
        with Image.open(io.BytesIO(data), formats=READ) as picture:
            kind, mode = PICTURES[str(picture.format)], picture.mode
            _read_frames(picture, 1 if kind in ("jpg", "heic") else MAX_FRAMES)
    except Image.DecompressionBombError:
        raise refusal("pixels") from None
    except UnidentifiedImageError:
        raise refusal("svg" if b"<svg" in data[:4096].lower() else "no_picture") from None
    except ValidationError:
        raise
    except Exception:  # a damaged file makes a decoder fail in ways of its own
        raise refusal("damaged_picture") from None
    return kind, mode


def _read_frames(picture: Image.Image, most: int) -> None:
    pixels = picture.width * picture.height
    if pixels > MAX_PIXELS:
        raise refusal("pixels")
    picture.draft(picture.mode, (picture.width // 8, picture.height // 8))  # a JPEG is read whole, but kept small
    picture.load()
    for frame in range(1, most):
        try:
            picture.seek(frame)
        except EOFError:
            return
        if pixels * (frame + 1) > MAX_PIXELS or frame == most - 1:
            raise refusal("pixels")
        picture.load()


def _redrawn(data: bytes, kind: str) -> tuple[bytes, str]:
    out = io.BytesIO()
    with Image.open(io.BytesIO(data), formats=READ) as picture:
        upright = ImageOps.exif_transpose(picture)
        if upright.mode.startswith("I"):
            upright = upright.point(lambda value: value / 256).convert("L")
        clean = upright.convert("RGBA" if kind == "png" and "A" in upright.getbands() else "RGB")
        clean.info.clear()
        clean.save(out, format="PNG" if kind == "png" else "JPEG", quality=90)
    return out.getvalue(), kind


def prepare_document(file) -> PreparedFile:
    """The file without its authors, comments, tracked changes and programs. Its name must tell what it is."""
    if isinstance(file, PreparedFile):
        return file
    data = content_of(file)
    named = Path(file.name).suffix.lower().removeprefix(".")
    try:
        with ONE_AT_A_TIME:
            kind, clean, numbers = _by_content(data, named)
    except OfficeProblem as problem:
        raise refusal(str(problem)) from None
    except ValidationError:
        raise
    except Exception:
        log.exception("a file could not be read")
        raise refusal("damaged") from None
    if kind != named:
        raise refusal("lies", named=named, kind=kind)
    return PreparedFile(clean, name=f"{_stem(file.name)}.{kind}", cpr=frozenset(numbers))


def _by_content(data: bytes, named: str) -> tuple[str, bytes, set[str]]:
    if data.startswith(b"PK\x03\x04"):
        office = clean_office(data)
        return office.kind, office.data, cpr_numbers(office.text)
    if data.startswith(OLE):
        raise refusal("old")
    if b"%PDF-" in data[:1024]:
        return "pdf", *_clean_pdf(data)
    if named in TEXTS:
        return named, data, cpr_numbers(_as_text(data))
    raise refusal(_unknown(data, named))


def _unknown(data: bytes, named: str) -> str:
    if b"<svg" in data[:4096].lower():
        return "svg"
    return "damaged" if named in ("docx", "pptx", "xlsx", "odt", "ods", "odp", "pdf") else "unknown"


def _as_text(data: bytes) -> str:
    """As text. Raises ValidationError for what is none, or is a page that a browser could show."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP) or b"\0" in data:
        raise refusal("unknown")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _clean_pdf(data: bytes) -> tuple[bytes, set[str]]:
    """In a process of its own, which has limits to its time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "from.pdf"), Path(folder, "to.pdf")
        source.write_bytes(data)
        try:
            told = run_module("core.pdf_cleaning", str(source), str(target), patience=PATIENCE)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise refusal("damaged") from None
        answer = json.loads(told)
        if answer["problem"]:
            raise refusal(answer["problem"])
        return target.read_bytes(), set(answer["cpr"])
