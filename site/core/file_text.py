"""The text inside a file, to be searched: `python -m core.file_text path` prints it.

It is read in a process of its own with limits to memory and time, since a file that means harm can take all there is.
"""

import logging
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from core.office_parts import plain_text
from core.own_process import limit_this_process, run_module

PATIENCE = 40  # seconds; its own process gives up long before
READING_SECONDS = 8.0
MOST = 60_000  # characters
MOST_OF_A_PART = 20 * 1024 * 1024
# Not the masters, which say "click to edit", nor what only the speaker sees.
PARTS = re.compile(r"word/(document|footnotes|endnotes)\.xml|ppt/slides/\w+\.xml|content\.xml")
NUMBER = re.compile(r"\d+")
SPACES = re.compile(r"[^\S\n]+")
LINES = re.compile(r"\s*\n\s*")


def text_of_file(file) -> str:
    """The text of a docx, pptx, odt, odp or pdf in storage. Empty for other kinds, and where it cannot be read."""
    if Path(file.name).suffix.lower() not in READERS:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{Path(file.name).suffix.lower()}")
        try:
            with file.storage.open(file.name) as stored:
                path.write_bytes(stored.read())
            text = run_module("core.file_text", str(path), patience=PATIENCE)
        except (OSError, subprocess.SubprocessError):
            return ""
    return text.decode("utf-8", errors="replace")


def office_text(path: Path) -> str:
    """The text of its parts, slides in their order."""
    texts: list[str] = []
    with zipfile.ZipFile(path) as archive:
        parts = [part for part in archive.infolist() if PARTS.fullmatch(part.filename.lower())]
        for part in sorted(parts, key=_in_order):
            if part.file_size > MOST_OF_A_PART or sum(map(len, texts)) > MOST:
                continue
            texts.append(plain_text(part.filename, archive.read(part)))
    return "\n".join(texts)


def _in_order(part: zipfile.ZipInfo) -> tuple[str, int]:
    number = NUMBER.search(part.filename)
    return NUMBER.sub("", part.filename), int(number[0]) if number else 0


def pdf_text(path: Path) -> str:
    from pypdf import PdfReader

    started, texts = time.process_time(), list[str]()
    for page in PdfReader(path, strict=False).pages:
        if time.process_time() - started > READING_SECONDS or sum(map(len, texts)) > MOST:
            break
        try:
            texts.append(page.extract_text())
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            continue  # a page whose letters cannot be told
    return "\n".join(texts)


READERS = dict.fromkeys((".docx", ".pptx", ".odt", ".odp"), office_text) | {".pdf": pdf_text}


def main(path: str) -> None:
    limit_this_process()
    logging.disable(logging.CRITICAL)  # pypdf tells of every oddity
    try:
        text = READERS[Path(path).suffix](Path(path))
    except Exception:  # whatever a broken file makes a parser do: it has no text
        text = ""
    text = LINES.sub("\n", SPACES.sub(" ", text))
    sys.stdout.buffer.write(text[:MOST].strip().encode("utf-8", errors="replace"))


if __name__ == "__main__":
    main(*sys.argv[1:])
