"""What is imported: own modules never by a string, and nothing heavy before it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import danvankheo
from danvankheo.extras import EXTRAS

PACKAGE = Path(danvankheo.__file__).parent
MODULES = {
    ".".join(("danvankheo", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
}
# Calls that name a package without importing it: its data, or what it needs to be installed.
NAMING = {"files", "missing"}
IMPORTING = {"import_module", "__import__", "run_module", "resolve_name"}


def strings_that_import(source):
    """Yield the lines of a source that import an own module by its name, or could."""
    tree = ast.parse(source)
    named = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in NAMING:
            named |= {id(argument) for argument in node.args}
        if called in IMPORTING and not _names_another(node.args[0]):
            yield node.lineno
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and node.value in MODULES - {"danvankheo"}
            and id(node) not in named
        ):
            yield node.lineno


def _names_another(argument):
    """Return whether what is imported is spelled out, at least its first part, and is not ours."""
    first = argument.values[0] if isinstance(argument, ast.JoinedStr) else argument
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        return False
    top, dot, _ = first.value.partition(".")
    return top not in {"", "danvankheo"} and bool(dot or first is argument)


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_own_module_is_imported_by_its_name(path):
    """`lint-imports` cannot see such an import. Only the list of public names makes them."""
    if path.name == "extras.py":  # imports what an extra brings, and asserts that it is that
        assert not any("danvankheo" in brought for brought in EXTRAS.values())
    elif path != PACKAGE / "public_names.py":
        assert [*strings_that_import(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "source",
    [
        'import_module("danvankheo.notebooks.show")',
        'importlib.import_module(".show", "danvankheo.notebooks")',
        "import_module(name)",
        'import_module(f"{package}.show")',
        'import_module(f"danvankheo.{name}")',
        '__import__("danvankheo")',
        'WRITERS = {"xlsx": "danvankheo.frames.spreadsheets"}',
    ],
)
def test_an_import_by_name_is_seen(source):
    assert [*strings_that_import(source)]


@pytest.mark.parametrize(
    "source",
    ['import_module("tqdm")', 'import_module(f"pyspark.sql{part}.functions")', 'files("danvankheo.law")'],
)
def test_other_libraries_and_data_are_no_such_imports(source):
    assert [*strings_that_import(source)] == []


def loaded_after(code):
    """Return the modules that Python has loaded once it has run some code."""
    show = "import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_frames_and_audits_do_without_what_saves_documents():
    every = "for name in home.__all__: getattr(home, name)"
    papers = "home.read, home.audit_paper, home.mark, home.draft_paper"  # workbooks to fill in hold documents
    for home, used in (("frames", every), ("auditing", every), ("office", papers)):
        loaded = loaded_after(f"from danvankheo import {home} as home\n{used}")
        assert f"danvankheo.{home}" in loaded
        assert not {"cattrs", "danvankheo.documents.converter"} & loaded
    audit = """
from decimal import Decimal
import danvankheo as dvk
stated = dvk.Quantity(Decimal("96.42"), dvk.units.PERCENT)
ratio = dvk.Indicator(name="Trường", part=27, whole=28, unit=dvk.counted("trường"), value=stated)
movement = dvk.Movement(name="Dân vận khéo", period=dvk.Period.year(2022), indicators=[ratio])
findings = dvk.audit(movement)
assert "96,43%" in str(findings[0])
dvk.auditing.to_sarif(findings)
"""
    loaded = loaded_after(audit)
    assert "danvankheo.auditing.claims.audit" in loaded
    assert not {"cattrs", "json", "danvankheo.documents.converter"} & loaded
