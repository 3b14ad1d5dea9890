"""PDFs for everyone: tagged as PDF/UA-1, whatever somebody wrote."""

import io
import unicodedata

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core import pdf
from core.pdf import NotConforming, TooMuch, UnknownTemplate, render_pdf, render_png
from core.pdf_text import letters, printable, rich_text
from tests.pdf_check import faults, tags, text_of

RICH = (
    "<h2>Før</h2><p>Hej <b>fed</b> og <i>skrå</i> <a href='/katalog/'>kataloget</a></p>løs"
    "<ul><li>en<ul><li>to</li></ul></li></ul><ol><li>a</li></ol><h3>Under</h3><p>H<sub>2</sub>O</p>"
)


def text(title="Faste teams", lead="Kort sagt", rich="<p>Brød</p>") -> dict:
    return {"title": title, "lead": lead, "rich": rich_text(rich)}


@pytest.fixture
def template(tmp_path, monkeypatch):
    """Puts a template of the test's own beside the shared ones."""

    def put(source: str) -> str:
        (tmp_path / "base.typ").write_bytes((pdf.TEMPLATES / "base.typ").read_bytes())
        (tmp_path / "own.typ").write_text(source)
        monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)
        return "own.typ"

    return put


def test_a_text_is_pdf_ua_without_faults():
    assert faults(render_pdf("core/text.typ", text(rich=RICH))) == []


def test_headings_and_lists_are_tagged_as_such():
    made = render_pdf("core/text.typ", text(rich=RICH))
    assert [each["/S"] for each in tags(made, "H1", "H2", "H3", "L", "Link")] == [
        "/H1",
        "/H2",
        "/Link",
        "/L",
        "/L",
        "/L",
        "/H3",
    ]


def test_pages_are_numbered_in_danish():
    assert "Side 2 af 2" in text_of(render_pdf("core/text.typ", text(rich="<p>Ord</p>" * 60)))


def test_what_looks_like_typst_is_text():
    hostile = '#panic("x") $ \\ "quoted" _a_ *b* `c` <label> @ref // no /* yes */ {} [] #{1+1}'
    assert "#{1+1}" in text_of(render_pdf("core/text.typ", text(title=hostile, rich=f"<p>{hostile}</p>")))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_becomes_a_document(title, words):
    rich = f"<h2>{words}</h2><p><b>{words}</b><i>{words}</i></p><ul><li>{words}</ul>"
    made = render_pdf("core/text.typ", {"title": f"T {title}", "lead": words, "rich": rich_text(rich)})
    assert faults(made) == []


def test_each_letter_said_to_be_shown_is_shown():
    every = " ".join(sorted(letters()))
    made = render_pdf("core/text.typ", text(title=every, lead=every, rich=f"<h3>x</h3><p><b>{every[:900]}</b></p>"))
    assert made.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ærø 😀", "Ærø \ufffd"),
        ("a\x00b\u202ec\ufeff", "abc"),
        (unicodedata.normalize("NFD", "Ærøskøbing å"), "Ærøskøbing å"),
        ("\x7f\u200b", "\ufffd"),
        ("a\r\n\t b\xa0c", "a b\xa0c"),
        ("Привет Ελλάδα", "Привет Ελλάδα"),
    ],
)
def test_letters_without_a_shape_are_marked_and_the_rest_kept(written, shown):
    assert printable({"x": [written]}) == {"x": [shown]}


def test_a_word_without_end_is_broken():
    assert printable("x" * 130).split("\u200b") == ["x" * 60, "x" * 60, "x" * 10]


def test_rich_text_is_a_tree_of_data():
    assert rich_text("<p>a <b>b <i>c</i></b></p>") == [
        {"is": "paragraph", "of": ["a ", {"is": "strong", "of": ["b ", {"is": "em", "of": ["c"]}]}]}
    ]


def test_headings_go_down_one_level_at_a_time():
    made = rich_text("<h4>a</h4><ul><li><h4>b</h4></li></ul><h2>c</h2><h4>d</h4>")
    assert [made[0]["level"], made[1]["of"][0][0]["level"], made[2]["level"], made[3]["level"]] == [2, 3, 2, 3]


def test_a_link_is_told_in_full():
    assert rich_text('<p><a href="/om/">x</a></p>')[0]["of"][0]["to"].startswith("http")


@pytest.mark.parametrize("source", ["", "<p></p>", "<ul></ul>", "<h2> </h2>", "<script>x</script>", "<!-- x -->"])
def test_rich_text_without_words_is_nothing(source):
    assert rich_text(source) == []


def test_rich_text_nested_without_end_keeps_its_words():
    made = rich_text("<ul><li>" * 100 + "dybt" + "</li></ul>" * 100)
    assert "dybt" in str(made)


def test_a_script_in_a_link_is_no_link():
    assert rich_text('<p><a href="javascript:x()">her</a></p>') == [{"is": "paragraph", "of": ["her"]}]


def test_a_picture_without_words_is_refused_by_typst(template):
    cut = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    own = template('#import "/base.typ": *\n#show: sheet.with(title: "x")\n= x\n#image("/pictures/a.svg")')
    with pytest.raises(NotConforming, match="alt"):
        render_pdf(own, {}, {"a.svg": cut})


def test_headings_that_skip_a_level_are_refused(template):
    own = template('#import "/base.typ": *\n#show: sheet.with(title: "x")\n= x\n=== y')
    with pytest.raises(NotConforming, match="heading"):
        render_pdf(own, {})


def test_a_template_reads_nothing_outside_its_folder(template):
    with pytest.raises(NotConforming):
        render_pdf(template('#read("/../../../../etc/hostname")'), {})


def test_a_template_that_never_ends_is_stopped(template, monkeypatch):
    monkeypatch.setattr(pdf, "PATIENCE", 1)
    with pytest.raises(TooMuch):
        render_pdf(template("#for a in range(99999) { for b in range(99999) { [] } }"), {})


def test_too_much_text_and_too_many_pages_are_refused():
    with pytest.raises(TooMuch):
        render_pdf("core/text.typ", text(lead="x " * 1_000_001))
    with pytest.raises(TooMuch):
        render_pdf("core/text.typ", text(rich="<p>Ord</p>" * 9_000))


@pytest.mark.parametrize("name", ["core/nothing.typ", "../pdf/core/text.typ", "/etc/passwd", ""])
def test_an_unknown_template_is_named(name):
    with pytest.raises(UnknownTemplate):
        render_pdf(name, text())


def test_a_page_can_be_a_picture():
    assert Image.open(io.BytesIO(render_png("core/text.typ", text()))).size == (595, 842)


def test_the_check_finds_a_document_without_tags():
    plain = typst.compile(b"= Hej", format="pdf", pdf_tags=False)
    assert faults(plain) == ["no structure tree"]


def test_the_check_finds_what_a_tagged_document_lacks():
    plain = typst.compile(b"== Hej", format="pdf")
    assert {"does not say that it is PDF/UA-1", "the language is not Danish", "no title"} <= set(faults(plain))
