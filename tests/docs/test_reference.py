"""Every public name stands in the reference, once, and has an example that runs.

All Python of the README and of the docs runs (`conftest.py`), and so does every docstring.
"""

import ast
import inspect
import re
from collections import Counter
from doctest import DocTestParser
from functools import cached_property
from pathlib import Path
from types import ModuleType

import pytest

import danvankheo
from danvankheo import Unit
from danvankheo.frames import SCHEMAS
from public import names_by_home

_ROOT = Path(__file__).parents[2]
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs").rglob("*.md"))]
_DIRECTIVE = re.compile(r"^\.\. auto(?:class|data|exception|function):: (\S+)$", re.MULTILINE)


def _public() -> dict[str, object]:
    """Return what users import, by the name under which it is documented: the shortest one."""
    found: dict[str, object] = {}
    for home, names in names_by_home().items():
        for name, value in names.items():
            at_the_top = value is getattr(danvankheo, name, None)
            if not isinstance(value, ModuleType) and (home == "danvankheo" or not at_the_top):
                found[f"{home}.{name}"] = value
    return found


_PUBLIC = _public()
_IN_REFERENCE = Counter(
    name
    for page in _PAGES
    if page.parent.name == "reference"
    for name in _DIRECTIVE.findall(page.read_text("utf-8"))
)


def _names(code: str) -> set[str]:
    """Return every name that code imports, calls or looks up."""
    nodes = list(ast.walk(ast.parse(code)))
    return {
        *(node.id for node in nodes if isinstance(node, ast.Name)),
        *(node.attr for node in nodes if isinstance(node, ast.Attribute)),
        *(node.name for node in nodes if isinstance(node, ast.alias)),
    }


def _code(text: str) -> str:
    """Return the code of a session, or code itself."""
    return "".join(example.source for example in DocTestParser().get_examples(text)) or text


def _examples(value: object) -> str:
    """Return the code of the examples in a docstring."""
    docstring = inspect.getdoc(value) or ""
    return _code(docstring) if ">>>" in docstring else ""


def _members(kind: type) -> dict[str, object]:
    """Return the public methods and properties that a class has itself, by name."""
    found = {}
    for name, member in vars(kind).items():
        function = getattr(member, "__func__", member)  # of a class method
        if not name.startswith("_") and (
            inspect.isfunction(function) or isinstance(function, (property, cached_property))
        ):
            found[name] = function
    return found


_CODE_OF_PAGES = "\n".join(
    _code(block)
    for page in _PAGES
    for block in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
_NAMES_OF_PAGES = _names(_CODE_OF_PAGES)


def test_the_reference_has_every_public_name_once_and_no_other():
    assert {name: count for name, count in _IN_REFERENCE.items() if count > 1} == {}
    assert sorted(_PUBLIC) == sorted(_IN_REFERENCE)


# Constants need none of their own: a unit is one of `UNITS`, an alias says what an argument takes.
@pytest.mark.parametrize(
    "name", [name for name, value in _PUBLIC.items() if isinstance(value, type) or inspect.isfunction(value)]
)
def test_every_public_class_and_function_has_an_example(name):
    value = _PUBLIC[name]
    documented = [value, *(_members(value).values() if isinstance(value, type) else ())]
    assert any(map(_examples, documented)) or name.rpartition(".")[2] in _NAMES_OF_PAGES


def test_every_public_method_and_property_is_used_in_an_example():
    classes = {name: value for name, value in _PUBLIC.items() if isinstance(value, type)}
    members = {name: _members(value) for name, value in classes.items()}
    told = [*_PUBLIC.values(), *(member for of_one in members.values() for member in of_one.values())]
    used = _NAMES_OF_PAGES.union(*(_names(_examples(value)) for value in told))
    assert [
        f"{name}.{member}" for name, of_one in members.items() for member in of_one if member not in used
    ] == []


def test_what_is_exempt_is_constant():
    exempt = {
        name for name, value in _PUBLIC.items() if not (isinstance(value, type) or inspect.isfunction(value))
    }
    units = {name for name in exempt if isinstance(_PUBLIC[name], Unit)}
    assert exempt - units == {
        "danvankheo.calc.Number",
        "danvankheo.units.UNITS",
        "danvankheo.office.LAYOUTS",
        "danvankheo.documents.VERSION",
        "danvankheo.places.FIRST_DAY",
        *(
            f"danvankheo.frames.{name}"
            for name in ("Engine", "FileEngine", "HEADS", "Heads", "LazyEngine", "SCHEMAS", "TOTALS")
        ),
        *(f"danvankheo.frames.{name.upper()}" for name in SCHEMAS),
        "danvankheo.office.ColumnMeaning",
        "danvankheo.office.Watch",
        "danvankheo.testing.FactData",
    }
