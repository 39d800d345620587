"""The house rules, held: layers, sizes, docstrings, no markup, no literal colours."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "noblame"
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "model": set(),
    "analysis": {"model"},
    "lint": {"model", "analysis"},
    "capture": {"model"},
    "store": {"model", "analysis"},
    "importers": {"model", "analysis"},
    "exporters": {"model", "analysis", "lint"},
    "editor": {"model", "analysis", "lint", "capture", "store", "importers", "exporters"},
    "ui": {"model", "analysis", "lint", "capture", "store", "importers", "exporters", "editor"},
    "cli": {"model", "analysis", "lint", "capture", "store", "importers", "exporters", "editor"},
}
SCREEN_ONLY = {"textual", "rich"}


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def imports(path: Path, *, top: bool = False) -> set[str]:
    """Return the modules that a file imports, at its top or anywhere."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top else ast.walk(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", [p for p in MODULES if layer(p) in MAY_IMPORT], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_layers(path: Path):
    own = layer(path)
    for module in imports(path):
        parts = module.split(".")
        if parts[0] in SCREEN_ONLY:
            assert own == "ui", f"{module}: only ui draws"
        if parts[0] == "noblame" and len(parts) > 1 and parts[1] != own:
            allowed = parts[1] in MAY_IMPORT[own] or (own == "cli" and parts[1] == "ui" and path.name == "opening.py")
            assert allowed, f"{own} may not import {module}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=lambda p: p.name)
def test_the_screen_is_imported_only_when_it_opens(path: Path):
    assert not any(module.startswith("noblame.ui") for module in imports(path, top=True))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_sizes_and_docstrings(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says what it is"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno <= 110, f"{node.name} does not fit a screen"
        if isinstance(node, ast.ClassDef) and path.name != "meeting.py":
            methods = [n for n in node.body if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
            assert len(methods) <= 30, f"{node.name} is more than one idea"


@pytest.mark.parametrize(
    "path", [p for p in MODULES if layer(p) not in ("ui", "cli", "__main__.py")], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_clock_environment_and_chance_are_passed_in(path: Path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"datetime\.now|date\.today|time\.time\(|os\.environ|import random|\bgetenv", text)


@pytest.mark.parametrize("path", sorted((ROOT / "styles").glob("*.tcss")), ids=lambda p: p.name)
def test_styles_name_no_colour(path: Path):
    assert not re.search(
        r"#[0-9a-fA-F]{3,8}\b(?!\s*\{|[-\w]|,|\s+\S*\s*\{)|\brgb\(|\bansi_",
        re.sub(r"^\s*#.*\{|^#.*,$", "", path.read_text(), flags=re.MULTILINE),
    )


def test_styles_stay_small():
    assert sum(path.read_text().count("\n") for path in (ROOT / "styles").glob("*.tcss")) < 900


def test_broad_excepts_stand_only_at_the_border():
    found = [p.name for p in MODULES if re.search(r"except (Base)?Exception\b|except:", p.read_text(encoding="utf-8"))]
    assert found == ["main.py"]


def test_no_text_is_read_as_markup():
    for path in MODULES:
        if layer(path) == "ui":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\bStatic\(|\bLabel\(|\.notify\(|from_markup|markup=True|border_title|\btooltip\b", text), path
