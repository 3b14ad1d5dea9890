"""Where a function, a file or a template stops. The aims, well below, are in the README."""

import ast

import pytest

from tests.conventions.sources import files, shown

FUNCTION, FILE, TEST_FILE, TEMPLATE, PARAMETERS = 50, 300, 400, 100, 5


def overgrown(source: str, *, parameters: int = PARAMETERS) -> list[str]:
    """Functions of more than 50 lines, or of more than five parameters that may be given by place."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            by_place = [arg.arg for arg in node.args.args if arg.arg not in ("self", "cls")]
            if lines > FUNCTION:
                found.append(f"{node.name} has {lines} lines")
            if len(by_place) > parameters:
                found.append(f"{node.name} takes {len(by_place)} parameters by place")
    return found


def test_functions_stay_small():
    many = {"parameters": 20}  # a test names every fixture it uses
    found = {}
    for path in files("*.py"):
        found[shown(path)] = overgrown(path.read_text(), **(many if shown(path).startswith("tests/") else {}))
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_files_stay_small():
    lengths = {path: len(path.read_text().splitlines()) for path in files("*.py")}
    stops = {path: TEST_FILE if shown(path).startswith("tests/") else FILE for path in lengths}
    assert {shown(path): length for path, length in lengths.items() if length > stops[path]} == {}


def test_templates_stay_small():
    lengths = {
        shown(path): len(path.read_text().splitlines()) for path in files("*.html", "*.txt", folders=("templates",))
    }
    assert {path: length for path, length in lengths.items() if length > TEMPLATE} == {}


@pytest.mark.parametrize(
    "source", ["def f():\n" + "    x = 1\n" * 50, "def f(a, b, c, d, e, f): ...", "async def f(a, b, c, d, e, f): ..."]
)
def test_what_is_too_large_is_seen(source):
    assert overgrown(source)


@pytest.mark.parametrize("source", ["def f():\n" + "    x = 1\n" * 49, "def f(self, a, b, c, d, e, *, g, h): ..."])
def test_what_just_fits_is_let_be(source):
    assert overgrown(source) == []
