"""A file is what it holds; programs are refused; authors, comments and drafts in it are not kept."""

import io

import pytest
from django.core.exceptions import ValidationError
from openpyxl import load_workbook
from pypdf import PdfReader

from core.uploads import prepare_document
from tests.core.upload_files import (
    EXPECTED,
    SAMPLES,
    SECRET,
    changed,
    parts_of,
    pdf,
    picture,
    sample,
    uploaded,
    zipped,
)

DOCUMENTS = {
    name: told for name, told in EXPECTED.items() if told["kind"].startswith(("docx", "docm", "pptx", "xls", "csv"))
}
WHY = {
    "afbrudt_zip.docx": "damaged",
    "ikke_en_zip.docx": "damaged",
    "zipbombe_begraenset.docx": "unpacks",
    "med_makro.docm": "macros",
    "med_makro_omdoebt.docx": "macros",
}
DRAFT = "udkast_med_kommentarer_og_rettelser.docx"
STORY = "erfaring_nordlunde.docx"


def kept(name: str, content: bytes) -> bytes:
    return prepare_document(uploaded(name, content)).read()


def refused(name: str, content: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        prepare_document(uploaded(name, content))
    return caught.value.code


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_samples_are_taken_or_refused_as_expected(name):
    if DOCUMENTS[name]["accept"]:
        assert prepare_document(sample(name)).name == name
    else:
        assert refused(name, (SAMPLES / name).read_bytes()) == WHY[name]


def test_each_cpr_number_is_found_wherever_it_stands_and_nothing_else():
    told = EXPECTED["notat_med_cpr.docx"]["cpr"]
    numbers = {number.replace("-", "") for number in told["mod11_ok"] + told["date_ok_only"]}
    assert prepare_document(sample("notat_med_cpr.docx")).cpr == numbers


@pytest.mark.parametrize("name", [STORY, DRAFT, "oplaeg_faste_teams.pptx", "deltagerliste_220.xlsx"])
def test_an_ordinary_file_raises_no_alarm(name):
    assert prepare_document(sample(name)).cpr == frozenset()


def test_comments_deletions_and_hidden_text_are_gone_and_the_text_stays():
    words = "".join(
        part.decode()
        for name, part in parts_of(prepare_document(sample(DRAFT)).read()).items()
        if name.endswith("xml")
    )
    plain = words.replace("</w:t>", "")
    assert [text for text in EXPECTED[DRAFT]["must_not_appear"] if text in plain] == []
    assert "bedre overblik" in plain


@pytest.mark.parametrize("name", [STORY, DRAFT, "oplaeg_faste_teams.pptx", "deltagerliste_220.xlsx"])
def test_no_author_is_kept(name):
    parts = parts_of(prepare_document(sample(name)).read())
    assert not [part for part in parts if part.startswith(("docProps", "word/comments", "word/people"))]
    assert b"docProps" not in parts["[Content_Types].xml"] + parts["_rels/.rels"]


@pytest.mark.parametrize("name", [STORY, DRAFT, "oplaeg_faste_teams.pptx", "deltagerliste_220.xlsx"])
def test_every_part_that_is_named_is_still_there(name):
    parts = parts_of(prepare_document(sample(name)).read())
    for folder, relations in [
        (part.rpartition("_rels/")[0], text.decode()) for part, text in parts.items() if part.endswith(".rels")
    ]:
        inside = [
            each.partition('"')[0]
            for each in relations.split('Target="')[1:]
            if "TargetMode" not in each.partition(">")[0]
        ]
        for target in inside:
            assert any(part.endswith(target.split("../")[-1].removeprefix("/")) for part in parts), (folder, target)


def test_a_sheet_can_still_be_read():
    book = load_workbook(io.BytesIO(prepare_document(sample("deltagerliste_220.xlsx")).read()))
    assert book.active.max_row == 221
    assert book.properties.creator in (None, "openpyxl")


def test_a_photo_in_a_file_does_not_tell_where_it_was_taken():
    photo = (SAMPLES / "foto_med_gps.jpg").read_bytes()
    parts = parts_of(kept("a.docx", changed(STORY, {"word/media/image9.jpg": photo})))
    assert len(parts["word/media/image9.jpg"]) < len(photo)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/vbaProject.bin", b"x"),
        ("WORD/VBAPROJECT.BIN", b"x"),
        ("word/activeX/activeX1.bin", b"x"),
        ("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Ole10Native".encode("utf-16-le")),
        ("word/embeddings/ark.xlsx", zipped({"xl/vbaProject.bin": b"x"})),
    ],
)
def test_a_program_is_found_wherever_it_hides(part, content):
    assert refused("a.docx", changed(STORY, {part: content})) == "macros"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"", "empty"),
        ("a.docx", zipped({"x.txt": "hej"}), "unknown"),
        ("a.docx", zipped({"[Content_Types].xml": "<broken"}), "damaged"),
        ("a.docx", zipped({"[Content_Types].xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "damaged"),
        ("a.docx", changed(STORY, {"../../etc/passwd": "x"}), "damaged"),
        ("a.docx", changed(STORY, {f"word/{number}.xml": "<a/>" for number in range(3001)}), "unpacks"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
        ("a.xlsx", (SAMPLES / STORY).read_bytes(), "lies"),
        ("a.txt", (SAMPLES / STORY).read_bytes(), "lies"),
        ("a.docx", pdf(), "lies"),
        ("a.pdf", b"%PDF-1.7\n" + b"x" * 500, "damaged"),
        ("a.pdf", pdf()[:400], "damaged"),
        ("a.pdf", b"MZ" + b"\0" * 500, "damaged"),
        ("a.txt", b"<!DOCTYPE html><script>alert(1)</script>", "unknown"),
        ("a.csv", b"a;b\0c", "unknown"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        ("a.exe", b"MZ" + b"\0" * 500, "unknown"),
        ("a.txt", picture("PNG"), "unknown"),
    ],
)
def test_a_broken_or_lying_file_gets_a_sentence(name, content, code):
    assert refused(name, content) == code


def test_a_pdf_loses_its_author_its_script_and_the_file_within():
    clean = kept("a.pdf", pdf())
    assert SECRET.encode() not in clean
    assert b"alert" not in clean
    assert PdfReader(io.BytesIO(clean)).metadata is None


def test_a_cpr_number_in_a_pdf_is_found():
    assert prepare_document(uploaded("a.pdf", pdf(text="Ring om 120849-6103"))).cpr == {"1208496103"}


@pytest.mark.slow
def test_two_thousand_pages_are_taken():
    assert len(PdfReader(io.BytesIO(kept("a.pdf", pdf(2000)))).pages) == 2000


def test_a_pdf_and_something_else_in_one_file_is_only_the_pdf():
    assert b"PK\x03\x04" not in kept("a.pdf", pdf() + zipped({"x.txt": SECRET}))


@pytest.mark.parametrize("text", ["Løn til 0109-2022", "Sag 2022-004811", "Tlf. 12 34 56 78", "Kr. 12.345.678,00"])
def test_other_numbers_are_not_taken_for_cpr_numbers(text):
    assert prepare_document(uploaded("a.txt", text.encode())).cpr == frozenset()
