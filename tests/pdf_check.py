"""What PDF/UA-1 (ISO 14289-1) asks of a file, as far as a machine can tell: the checks of the Matterhorn protocol on
tags, reading order, language, titles, alternative texts, headings, tables, links and fonts.

`faults(data)` names what is wrong; an empty list is a file without faults.
"""

import io
import re
from collections.abc import Iterator
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

PAINTING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do", b"Tj", b"TJ", b"'", b'"', b"EI"}
STANDARD = frozenset(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H "
        "H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot "
        "Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form",
    )
)


def faults(data: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(data))
    root = reader.trailer["/Root"]
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return ["no structure tree"]
    elements = list(walk(tree.get_object()))
    return [
        *document_faults(reader, root),
        *role_faults(tree.get_object(), elements),
        *heading_faults(elements),
        *(fault for element in elements for fault in element_faults(element)),
        *(fault for number, page in enumerate(reader.pages, 1) for fault in page_faults(number, page, elements)),
        *font_faults(reader),
    ]


def walk(element) -> Iterator[DictionaryObject]:
    """Every structure element below, in reading order."""
    for child in children(element):
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield child
            yield from walk(child)


def children(element) -> list:
    held = element.get("/K", [])
    held = held.get_object() if hasattr(held, "get_object") else held
    return [each.get_object() for each in (held if isinstance(held, list) else [held])]


def document_faults(reader, root) -> Iterator[str]:
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")).startswith("da"):
        yield "the language is not Danish"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the window shows the file's name, not the title"
    xmp = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    if not re.search(r"pdfuaid:part(=\"|>)1", xmp):
        yield "does not say that it is PDF/UA-1"
    if not re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+<", xmp, re.DOTALL) or not (reader.metadata or {}).get("/Title"):
        yield "no title"
    if reader.is_encrypted:
        yield "locked"
    if len(reader.pages) > 20 and not reader.outline:
        yield "a long document without bookmarks"


def role_faults(tree, elements) -> Iterator[str]:
    roles = tree.get("/RoleMap", {})
    for element in elements:
        kind = element["/S"]
        seen = set()
        while kind.removeprefix("/") not in STANDARD and kind in roles and kind not in seen:
            seen.add(kind)
            kind = roles[kind]
        if kind.removeprefix("/") not in STANDARD:
            yield f"unknown kind of element {element['/S']}"


def heading_faults(elements) -> Iterator[str]:
    levels = [int(found[1]) for each in elements if (found := re.fullmatch(r"/H([1-6])", each["/S"]))]
    if levels and levels[0] != 1:
        yield "the first heading is not a level 1"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} after one of level {before}"


def element_faults(element) -> Iterator[str]:
    kind, inside = element["/S"], [each["/S"] for each in walk(element)]
    if kind in ("/Figure", "/Formula") and not str(element.get("/Alt", element.get("/ActualText", ""))).strip():
        yield "a picture without words"
    if kind == "/Table" and ("/TH" not in inside or "/TR" not in inside):
        yield "a table without heads"
    if kind == "/TH" and not any("/Scope" in each for each in attributes(element)):
        yield "a head that does not say what it is the head of"
    if kind == "/L" and any(each not in ("/LI", "/L", "/Caption") for each in kinds_of(element)):
        yield "a list of something else than its items"
    if kind in ("/H1", "/H2", "/H3", "/LI", "/TR") and not children(element):
        yield f"an empty {kind}"


def kinds_of(element) -> list[str]:
    return [each["/S"] for each in children(element) if isinstance(each, DictionaryObject) and "/S" in each]


def attributes(element) -> list:
    held = element.get("/A", [])
    held = held.get_object() if hasattr(held, "get_object") else held
    return [each.get_object() for each in (held if isinstance(held, list) else [held])]


def page_faults(number: int, page, elements) -> Iterator[str]:
    if "/StructParents" not in page:
        yield f"page {number} is not tied to the tags"
    known = marked_in_tree(page, elements)
    for fault in content_faults(ContentStream(page.get_contents(), page.pdf), known):
        yield f"page {number}: {fault}"
    notes = [each.get_object() for each in page.get("/Annots", [])]
    if notes and page.get("/Tabs") != "/S":
        yield f"page {number}: one tabs in another order than one reads"
    for note in notes:
        if note["/Subtype"] == "/Link" and not str(note.get("/Contents", "")).strip():
            yield f"page {number}: a link that does not say where to"
        if "/StructParent" not in note:
            yield f"page {number}: a link outside the tags"


def marked_in_tree(page, elements) -> set[int]:
    """The numbers of the page's pieces of content that the tags lead to."""
    known = set()
    for element in elements:
        for child in children(element):
            if isinstance(child, int) and element.get("/Pg") and same(element["/Pg"], page):
                known.add(int(child))
            elif isinstance(child, DictionaryObject) and child.get("/Type") == "/MCR":
                where = child.get("/Pg") or element.get("/Pg")
                if same(where, page):
                    known.add(int(child["/MCID"]))
    return known


def same(a, b) -> bool:
    return a.get_object().indirect_reference == b.indirect_reference


def content_faults(stream: ContentStream, known: set[int]) -> Iterator[str]:
    depth, marked = 0, []
    for operands, operator in stream.operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
            properties = operands[1] if len(operands) > 1 else {}
            number = properties.get("/MCID") if isinstance(properties, dict) else None
            marked.append(operands[0] == "/Artifact" or number is not None)
            if number is not None and int(number) not in known:
                yield f"content {number} that no tag leads to"
        elif operator == b"EMC":
            depth -= 1
            marked.pop()
        elif operator in PAINTING and not any(marked):
            yield f"something painted outside the tags ({operator.decode()})"
    if depth:
        yield "marks that do not end"


def font_faults(reader) -> Iterator[str]:
    for held in objects(reader):
        if held.get("/Type") != "/Font" or "/DescendantFonts" in held or held.get("/Subtype") == "/Type3":
            if held.get("/Subtype") in ("/Type0", "/Type3") and "/ToUnicode" not in held:
                yield f"letters of {held.get('/BaseFont')} that cannot be read out"
            continue
        described = held.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.get_object() if described else {}):
            yield f"{held.get('/BaseFont')} is not in the file"


def objects(reader) -> Iterator[DictionaryObject]:
    for number in range(1, int(reader.trailer["/Size"])):
        held = reader.get_object(number)
        if isinstance(held, DictionaryObject) and not (
            isinstance(held, StreamObject) and held.get("/Type") == "/ObjStm"
        ):
            yield held


def tags(data: bytes, *kinds: str) -> list[DictionaryObject]:
    """The elements of the kinds ("H1", "TH", …), in reading order."""
    tree = PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]
    return [each for each in walk(tree.get_object()) if each["/S"].removeprefix("/") in kinds]


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
