"""Makes the JSON Schema of documents from the records themselves.

The package ships what `make_schema` makes; a test holds the two together. A schema cannot say
every rule (a part within its whole, a place in its time): what it accepts may still be refused
by `loads`, but what it refuses is always refused.
"""

import inspect
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Final

from danvankheo.documents import values
from danvankheo.documents.schema import Schema
from danvankheo.documents.shapes import Choice, Either, Field, Many, Maybe, Record, Shape, Value
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.references import NUMBER, SYMBOL, DocumentRef
from danvankheo.domain.units import Unit
from danvankheo.domain.validators import (
    MOST_COUNTED,
    a_count,
    a_label,
    a_name,
    a_text,
)

# Lengths are limited after composing (NFC), which a schema cannot know.
_NAME: Final[Schema] = {"type": "string", "pattern": values.NOT_BLANK}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0, "maximum": MOST_COUNTED}
_TEXTS: Final[dict[object, Schema]] = {a_name: _NAME, a_label: {"type": "string"}, a_text: {"type": "string"}}
# Fields whose type says less than their record does.
_SPECIAL: Final[dict[tuple[type, str], Schema]] = {
    (DocumentRef, "number"): {"type": "string", "pattern": NUMBER},
    (DocumentRef, "symbol"): {"type": "string", "pattern": SYMBOL},
    (DocumentRef, "year"): {"type": "integer", "minimum": 1, "maximum": 9999},
    (Indicator, "part"): {"type": "string", "pattern": values.NOT_NEGATIVE},
    (Indicator, "whole"): {"type": "string", "pattern": values.NOT_NEGATIVE},
}


def make_schema() -> Schema:
    """Return the JSON Schema of documents, made from the records."""
    definitions: dict[str, Schema] = {}
    root = _record(Movement, definitions)
    properties = {
        "$schema": {"type": "string", "description": "Where this schema lies, for editors."},
        "version": {"const": 1, "description": "The version of the document's form."},
        **root["properties"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Movement",
        "description": root["description"],
        "type": "object",
        "properties": properties,
        "required": ["version", *root["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(kind: type, definitions: dict[str, Schema]) -> Schema:
    fields = Record(kind).fields
    described = _described_fields(kind)
    properties = {}
    for name, field in fields.items():
        schema = _field(kind, field, definitions)
        properties[name] = {"description": described[name], **schema} if name in described else schema
    return {
        "description": inspect.getdoc(kind).splitlines()[0],  # type: ignore[union-attr]
        "type": "object",
        "properties": properties,
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _field(kind: type, field: Field, definitions: dict[str, Schema]) -> Schema:
    optional = isinstance(field.shape, Maybe)
    shape = field.shape.inner if isinstance(field.shape, Maybe) else field.shape
    validator = field.attribute.validator
    if (kind, field.attribute.name) in _SPECIAL:
        schema = _SPECIAL[kind, field.attribute.name]
    elif validator is a_count:
        schema = _COUNT
    elif isinstance(shape, Value) and shape.kind is str:
        schema = _TEXTS[validator]
    else:
        schema = _of(shape, definitions)
    return {"anyOf": [schema, {"type": "null"}]} if optional else schema


def _of(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    match shape:
        case Value(kind):
            return _reference(kind, shape.schema, definitions) if kind is Unit else shape.schema()
        case Choice(kinds):
            return _one_of([_reference(kind, partial(_choices, kind), definitions) for kind in kinds])
        case Either(options):
            return _one_of([_of(option, definitions) for option in options])
        case Maybe(inner):
            return {"anyOf": [_of(inner, definitions), {"type": "null"}]}
        case Many(item):
            return {"type": "array", "items": _of(item, definitions)}
        case Record(kind):
            return _reference(kind, lambda: _record(kind, definitions), definitions)


def _one_of(options: list[Schema]) -> Schema:
    return options[0] if len(options) == 1 else {"anyOf": options}


def _reference(kind: type, make: Callable[[], Schema], definitions: dict[str, Schema]) -> Schema:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # a place has a parent: the name must stand before the body
        definitions[name] = make()
    return {"$ref": f"#/$defs/{name}"}


def _choices(kind: type[Enum]) -> Schema:
    labels = "; ".join(f"{member.value}: {getattr(member, 'label', '')}".rstrip(": ") for member in kind)
    return {"description": labels, "enum": [member.value for member in kind]}


def _described_fields(kind: type) -> dict[str, str]:
    """Return what a docstring's "Args" say of each field, on one line."""
    told: dict[str, str] = {}
    name = ""
    lines = (inspect.getdoc(kind) or "").partition("Args:\n")[2].splitlines()
    for line in lines:
        if not line.startswith("    "):
            break
        if not line.startswith("     "):
            name, _, line = line.strip().partition(": ")  # noqa: PLW2901
        told[name] = f"{told.get(name, '')} {line.strip()}".strip().replace("``", "")
    return told
