"""How the house is laid out."""

import ast
import re

from django.core.management import call_command

from tests.conventions.sources import ROOT, files, shown

TOP = {"manage.py", "pyproject.toml", "site", "rooms", "catalogue", "events", "templates", "tests", "README.md"}
BESIDE = {"Makefile", "requirements", "var", "LICENSE", "test-results"}
VAGUE = {"utils", "helpers", "common", "services", "misc", "tools"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|home|Users|work)/\w")


def test_the_top_level_is_fixed():
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} <= TOP | BESIDE


def test_site_is_a_folder_and_never_a_package():
    # Python has a frozen module of that name, which wins over any package: imports would work or not by luck.
    assert not (ROOT / "site" / "__init__.py").exists()
    assert [
        shown(path) for path in files("*.py") if re.search(r"^\s*(from|import) site[. ]", path.read_text(), re.M)
    ] == []


def test_names_say_the_thing():
    assert [shown(path) for path in files("*.py") if VAGUE & {path.stem, *path.parts}] == []


def test_nothing_names_a_machine():
    sources = [
        *files("*.py", "*.html", "*.txt", "*.css", "*.js", "*.toml", "*.po"),
        *ROOT.glob("*.toml"),
        ROOT / "README.md",
        ROOT / "Makefile",
    ]
    assert [shown(path) for path in sources if path != ROOT / __file__ and MACHINE_PATH.search(path.read_text())] == []


def test_locks_hold_hashes_and_no_addresses():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "://" not in text, path.name
        assert len(re.findall(r"^\S+==", text, re.M)) <= text.count("--hash=sha256:"), path.name


def settings_read() -> set[str]:
    """Every name that the settings read from the environment."""
    names = set()
    for path in files("*.py", folders=("site/config",)):
        for node in ast.walk(ast.parse(path.read_text())):
            reads = isinstance(node, ast.Call) and getattr(getattr(node.func, "value", None), "id", "") == "env"
            if reads and node.args and isinstance(node.args[0], ast.Constant):
                names.add(node.args[0].value)
    return names


def test_each_setting_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text()
    names = settings_read()
    assert {"DATABASE_URL", "UDVIKLINGSRUM_SECRET_KEY"} <= names
    assert [name for name in sorted(names) if f"`{name}`" not in readme] == []


def test_each_setting_that_is_known_is_read():
    from config import env

    assert {name for name in settings_read() if name.startswith(env.PREFIX)} == env.KNOWN


def test_each_string_has_its_danish():
    call_command("messages", "--check", verbosity=0)


# What can fail: an assert, an expected error, or a call that raises when something is not as it must be.
CHECKS = re.compile(r"\bassert\b|raises\(|assert_\w+\(|expect\(|call_command\(|full_clean\(|(ensure|validate)_\w+\(")


def unable_to_fail(source: str) -> list[str]:
    """The tests of a module that check nothing, neither themselves nor by a function of the module."""
    functions = {
        node.name: ast.unparse(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)
    }
    able = {name for name, code in functions.items() if CHECKS.search(code)}
    calls = re.compile(rf"\b(?:{'|'.join(able)})\(") if able else CHECKS
    return [
        name
        for name, code in functions.items()
        if name.startswith("test_") and name not in able and not calls.search(code)
    ]


def test_every_test_can_fail():
    found = {shown(path): unable_to_fail(path.read_text()) for path in files("test_*.py", folders=("tests",))}
    assert {path: tests for path, tests in found.items() if tests} == {}


def test_a_test_that_checks_nothing_is_seen():
    source = "def look(x):\n    assert x\ndef test_a():\n    look(1)\ndef test_b():\n    page.click()\n"
    assert unable_to_fail(source) == ["test_b"]
