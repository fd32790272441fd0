"""The typing of the public API: everything is pinned for type checkers, and nothing is `Any`.

What they infer is in `typing/`, which mypy and pyright check and nobody runs.
"""

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, get_args, get_overloads, get_type_hints

import pytest

import danvankheo
from danvankheo import documents, law, places

FILES = sorted((Path(__file__).parent / "typing").glob("*.py"))
MODULES = {
    "danvankheo": danvankheo,
    "danvankheo.documents": documents,
    "danvankheo.law": law,
    "danvankheo.places": places,
}
PUBLIC = {
    f"{module}.{name}": getattr(holder, name) for module, holder in MODULES.items() for name in holder.__all__
}
FUNCTIONS = [name for name, thing in PUBLIC.items() if inspect.isfunction(thing)]
CLASSES = [name for name, thing in PUBLIC.items() if isinstance(thing, type)]

FOR_THE_LIBRARY = {"sentence"}
"""Methods that other layers of the library call: a part of a finding's sentence."""


def _mentioned(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def pinned() -> set[str]:
    """The names in what `assert_type` takes, and in statements that are a call for its own sake."""
    found: set[str] = set()
    for file in FILES:
        if file.name == "refused.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                call = node.value
                checked = getattr(call.func, "id", "") == "assert_type"
                found.update(_mentioned(call.args[0] if checked else call))
    return found


PINNED = pinned()


def parts_of(kind: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties that a class defines itself."""
    for name, member in vars(kind).items():
        if name.startswith("_") or name in FOR_THE_LIBRARY:
            continue
        match member:
            case property():
                yield name, member.fget
            case cached_property():
                yield name, member.func
            case classmethod() | staticmethod():
                yield name, member.__func__
            case _ if inspect.isfunction(member):
                yield name, member


def test_the_files_of_types_are_found():
    assert {"functions.py", "records.py", "refused.py"} <= {file.name for file in FILES}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_is_pinned_for_type_checkers(name):
    assert name.rpartition(".")[2] in PINNED, f"say in tests/typing what type checkers infer for {name}"


@pytest.mark.parametrize("name", CLASSES)
def test_every_method_and_property_is_pinned_for_type_checkers(name):
    told = [part for part, _ in parts_of(PUBLIC[name]) if part not in PINNED]
    assert told == [], f"say in tests/typing what type checkers infer for these of {name}"


def holds_any(hint: object) -> bool:
    """Tell whether a type is or holds Any: also in a list of parameters, as of a Callable."""
    inner = hint if isinstance(hint, list | tuple) else get_args(hint)
    return hint is Any or any(holds_any(each) for each in inner)


def test_any_is_found_wherever_it_hides():
    assert holds_any(dict[str, list[Any] | None])
    assert holds_any(Callable[[Any], int])
    assert not holds_any(dict[str, list[object] | None])


@pytest.mark.parametrize("name", FUNCTIONS + CLASSES)
def test_no_public_signature_has_any(name):
    """Of an overloaded function the overloads are what callers see."""
    thing = PUBLIC[name]
    functions = [part for _, part in parts_of(thing)] if isinstance(thing, type) else [thing]
    signatures = [each for function in functions for each in get_overloads(function) or [function]]
    if isinstance(thing, type):
        signatures.append(thing)
    for signature in signatures:
        hints = get_type_hints(signature)
        assert [part for part, hint in hints.items() if holds_any(hint)] == []
        if inspect.isfunction(signature):
            assert set(inspect.signature(signature).parameters) - {"self", "cls"} | {"return"} == set(hints)
