"""Word, PowerPoint, Excel and OpenDocument files without what tells of their authors, and without programs in them.

Such a file is a zip of parts. Each part is read within limits and written anew, so what stands beside the parts
(another file before or after the zip, a part twice) is not carried along.
"""

import io
import posixpath
import zipfile
import zlib
from typing import NamedTuple

from lxml import etree

from core.metadata import CannotCut, cut
from core.office_parts import clean_content, plain_text, without_authors

MAX_PARTS = 3000
MAX_UNPACKED = 120 * 1024 * 1024
MAX_XML = 40 * 1024 * 1024
READ_IN = 1024 * 1024

KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}
OPEN_KINDS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
TYPES = "[Content_Types].xml"
MANIFEST = "META-INF/manifest.xml"
# Parts that hold programs, whatever the file is called, and parts that tell of people and drafts.
PROGRAMS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
PROGRAM_FOLDERS = ("xl/macrosheets/", "basic/", "scripts/", "word/activex/", "ppt/activex/", "xl/activex/")
DROPPED = ("docprops/", "word/comments", "word/people", "ppt/comment", "ppt/authors", "thumbnails/", "meta.xml")
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
NESTED = (".docx", ".xlsx", ".pptx")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_PROGRAMS = tuple(name.encode("utf-16-le") for name in ("VBA", "Ole10Native", "Macros"))
PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


class OfficeProblem(Exception):
    """Why the file is not taken: "damaged", "macros", "unpacks" (to far too much) or "unknown"."""


class CleanOffice(NamedTuple):
    kind: str
    data: bytes
    text: str


def clean_office(data: bytes, *, depth: int = 0) -> CleanOffice:
    """The same document, cleaned, with its text for whoever wants to look in it. Raises OfficeProblem."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
            kind = _kind(archive, parts)
            return _written_anew(archive, parts, kind, depth)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise OfficeProblem("damaged") from error
    except (ValueError, KeyError, zlib.error) as error:
        raise OfficeProblem("damaged") from error


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise OfficeProblem("unpacks")
    names = [part.filename.lower() for part in parts]
    if len(set(names)) < len(names) or any(name.startswith(("/", "../")) or "/../" in name for name in names):
        raise OfficeProblem("damaged")
    for name in names:
        if name.endswith(PROGRAMS) or name.startswith(PROGRAM_FOLDERS):
            raise OfficeProblem("macros")
    return parts


def _kind(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str:
    """The kind by what the file says of its own parts. Raises OfficeProblem for macros and for any other zip."""
    names = {part.filename for part in parts}
    if TYPES in names:
        told = [node.get("ContentType") or "" for node in _xml(_read(archive, archive.getinfo(TYPES)))]
        if any("macro" in each.lower() or "vba" in each.lower() for each in told):
            raise OfficeProblem("macros")
        kinds = [KINDS[each] for each in told if each in KINDS]
    else:
        said = _read(archive, archive.getinfo("mimetype"))[:100].strip() if "mimetype" in names else b""
        kinds = [OPEN_KINDS[said]] if said in OPEN_KINDS else []
    if not kinds:
        raise OfficeProblem("unknown")
    return kinds[0]


def _written_anew(archive, parts, kind: str, depth: int) -> CleanOffice:
    dropped = {part.filename for part in parts if part.filename.lower().startswith(DROPPED)}
    out, texts = io.BytesIO(), []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as clean:
        for part in parts:
            if part.filename in dropped:
                continue
            content = _cleaned(part.filename, _read(archive, part), dropped, depth)
            texts.append(plain_text(part.filename, content))
            stored = zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
            clean.writestr(zipfile.ZipInfo(part.filename), content, compress_type=stored)
    return CleanOffice(kind, out.getvalue(), "\n".join(texts))


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The part's bytes: never more than it says it holds, which is part of what the limits counted."""
    if part.filename.lower().endswith((".xml", ".rels")) and part.file_size > MAX_XML:
        raise OfficeProblem("unpacks")
    with archive.open(part) as stream:
        return stream.read()


def _xml(content: bytes):
    """The part's root. Office programs write no document type, so one is there to do harm."""
    tree = etree.fromstring(content, etree.XMLParser(**PARSER))
    if tree.getroottree().docinfo.internalDTD is not None:
        raise OfficeProblem("damaged")
    return tree


def _cleaned(name: str, content: bytes, dropped: set[str], depth: int) -> bytes:
    lower = name.lower()
    if lower.endswith(PICTURES):
        try:
            return cut(content)
        except CannotCut:
            return content
    if lower.endswith(NESTED):
        return clean_office(content, depth=depth + 1).data if depth < 2 else b""
    if content.startswith(OLE) and any(program in content for program in OLE_PROGRAMS):
        raise OfficeProblem("macros")
    if not lower.endswith((".xml", ".rels", ".vml")):
        return content
    tree = _xml(content)
    if lower.endswith(".rels"):
        _forget_relations(tree, name, dropped)
    elif name == TYPES:
        _remove(node for node in tree if node.get("PartName", "").removeprefix("/") in dropped)
    elif name == MANIFEST:
        _remove(node for node in tree if _full_path(node) in dropped)
    else:
        clean_content(tree)
        without_authors(tree, lower)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _full_path(node) -> str:
    return next((value for key, value in node.attrib.items() if key.endswith("full-path")), "")


def _forget_relations(tree, name: str, dropped: set[str]) -> None:
    """Drop what leads to parts that are gone, and a template's place on somebody's own machine."""
    base = posixpath.dirname(posixpath.dirname(name))
    for node in list(tree):
        target = node.get("Target", "")
        path = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        if path in dropped or node.get("Type", "").endswith("/attachedTemplate"):
            tree.remove(node)


def _remove(nodes) -> None:
    for node in list(nodes):
        node.getparent().remove(node)
