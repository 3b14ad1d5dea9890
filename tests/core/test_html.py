import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.html import clean

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//ond.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jav&#x09;ascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//ond.example">x</a>',
    '<a href="https://a.example" onclick="alert(1)" style="position:fixed">x</a>',
    "<iframe src=https://ond.example></iframe>",
    "<form action=https://ond.example><input name=cpr></form>",
    "<style>@import '//ond.example/x.css';</style>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<meta http-equiv=refresh content='0;url=//ond.example'>",
    '<p id="indhold" class="ds-alert">x</p>',
    "<!--<img src=x onerror=alert(1)>-->",
    '<embed embedtype="media" url="https://ond.example">',
]
DANGEROUS = ("<script", "<img", "<svg", "<iframe", "<form", "<style", "<meta", "<embed", "<input", "<math")
DANGEROUS_WITHIN = ("javascript:", "onerror=", "onclick=", "onload=", "//ond.example", "style=", "class=", "data:text")


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_styles_or_embeds_comes_through(attack):
    cleaned = clean(attack).lower()
    tags = cleaned.split(">")
    assert not any(danger in cleaned for danger in DANGEROUS)
    assert not any(danger in tag.rpartition("<")[2] for tag in tags if "<" in tag for danger in DANGEROUS_WITHIN)


def test_a_script_goes_with_its_text():
    assert clean("Hej<script>alert(1)</script> med jer") == "Hej med jer"


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Et <b>fast</b> team &amp; et <i>rum</i></p>",
        "<ul><li>Ét</li></ul>",
        '<a href="https://kl.dk/">KL</a>',
        '<a href="mailto:redaktoer@demo.example">Skriv</a>',
        '<a href="/om/">Om</a>',
        '<a linktype="page" id="3">Om</a>',
        '<a linktype="document" id="7">Skema</a>',
    ],
)
def test_what_editors_write_is_kept(kept):
    assert clean(kept) == kept


@given(st.text(alphabet="<>/=\"'& abimgscriptonload:;#x09\n"))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
