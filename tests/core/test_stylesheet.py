import pytest
from django.core.management import CommandError, call_command

from core import stylesheet


def test_the_joined_stylesheet_is_up_to_date():
    call_command("join_css", check=True)
    assert stylesheet.JOINED.read_text() == stylesheet.joined()


def test_a_forgotten_joining_is_told(monkeypatch):
    monkeypatch.setattr(stylesheet, "LAYERS", "@layer other;")
    with pytest.raises(CommandError):
        call_command("join_css", check=True)


def test_the_order_of_layers_comes_first():
    assert stylesheet.joined().splitlines()[1] == stylesheet.LAYERS


def test_fonts_are_found_from_where_the_joined_file_stands():
    assert 'url("fonts/schibsted-grotesk-da.woff2")' in stylesheet.joined()
    assert (stylesheet.STATIC / "fonts" / "schibsted-grotesk-da.woff2").exists()


def test_what_stands_in_quotes_is_left_alone():
    css = '.a::after { content: " ;  } /* no comment */"; }\n/* gone */'
    assert stylesheet.tightened(css) == '.a::after{content:" ;  } /* no comment */"}'


def test_space_that_means_something_is_kept():
    assert stylesheet.tightened(".a  .b :hover { inline-size: calc(1px + 2px); }") == (
        ".a .b :hover{inline-size:calc(1px + 2px)}"
    )


def test_nobody_else_is_asked_for_anything():
    assert "@import" not in stylesheet.joined()
    assert "http://" not in stylesheet.joined().replace("http://www.w3.org/2000/svg", "")
    assert 'url("http' not in stylesheet.joined()


@pytest.mark.parametrize("name", ["schibsted-grotesk", "newsreader"])
def test_each_font_has_its_licence_beside_it(name):
    assert "SIL Open Font License" in (stylesheet.STATIC / "fonts" / f"OFL-{name}.txt").read_text()


def test_the_design_system_has_its_licence_beside_it():
    licence = stylesheet.SOURCES / "vendor" / "designsystemet-LICENSE.txt"
    assert "Permission is hereby granted" in licence.read_text()
