"""A PDF without what tells of its author, in a process of its own: `python -m core.pdf_cleaning from to`.

It prints one line of JSON: {"problem": ""} or one of "damaged", "locked"; and the CPR numbers found.
"""

import json
import logging
import sys
import time
from pathlib import Path

from core.cpr import cpr_numbers
from core.own_process import limit_this_process

READING_SECONDS = 6.0  # of the text, for CPR numbers: what comes after is not read
# What runs when the file is opened, what lies hidden in it, and what programs wrote about its making.
ROOT_UNWANTED = ("/Metadata", "/PieceInfo", "/OpenAction", "/AA", "/Collection", "/AF")
NAMES_UNWANTED = ("/JavaScript", "/EmbeddedFiles")
ANYWHERE_UNWANTED = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/JS")
MARKUP_AUTHOR = "/T"  # in a form's field it is the field's name


def clean(source: Path, target: Path) -> dict:
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(source, strict=False)
    if reader.is_encrypted:
        return {"problem": "locked"}
    if not len(reader.pages):
        return {"problem": "damaged"}
    numbers = text_numbers(reader)
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    drop(writer.root_object, ROOT_UNWANTED)
    if "/Names" in writer.root_object:
        drop(writer.root_object["/Names"], NAMES_UNWANTED)
    for known in list(writer._objects):
        clean_object(known)
    forget_unreachable(writer)
    writer.write(target)
    return {"problem": "", "cpr": sorted(numbers)}


def clean_object(known) -> None:
    if not hasattr(known, "get"):
        return
    drop(known, ANYWHERE_UNWANTED)
    if known.get("/Subtype") in ("/FileAttachment", "/RichMedia", "/Movie", "/Screen"):
        drop(known, ("/FS", "/RichMediaContent", "/Movie", "/A"))
    if known.get("/S") in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData"):
        drop(known, ("/F", "/Win", "/JS", "/S"))
    if known.get("/Subtype") not in ("/Widget", None) and "/Rect" in known:
        drop(known, (MARKUP_AUTHOR,))


def forget_unreachable(writer) -> None:
    """Leave out of the file what nothing in it leads to any more: what was dropped above, and older versions."""
    waiting, reached = [writer.root_object], {writer.root_object.indirect_reference.idnum}
    while waiting:
        held = waiting.pop()
        for value in held.values() if hasattr(held, "values") else held:
            if hasattr(value, "idnum"):
                if value.idnum in reached:
                    continue
                reached.add(value.idnum)
                value = value.get_object()
            if isinstance(value, dict | list):
                waiting.append(value)
    for number in range(1, len(writer._objects) + 1):
        if number not in reached:
            writer._objects[number - 1] = None


def drop(holder, names: tuple[str, ...]) -> None:
    for name in names:
        holder.pop(name, None)


def text_numbers(reader) -> set[str]:
    started, found = time.process_time(), set()
    for page in reader.pages:
        if time.process_time() - started > READING_SECONDS:
            break
        try:
            found |= cpr_numbers(page.extract_text())
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            continue  # a page whose letters cannot be told can still be printed
    return found


def main(source: str, target: str) -> None:
    limit_this_process()
    logging.disable(logging.CRITICAL)  # pypdf tells of every oddity
    try:
        answer = clean(Path(source), Path(target))
    except Exception:  # whatever a broken file makes a parser do: the answer is the same
        answer = {"problem": "damaged"}
    print(json.dumps(answer))  # noqa: T201 (what the parent reads)


if __name__ == "__main__":
    main(*sys.argv[1:])
