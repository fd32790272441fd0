"""Makes the JSON Schema of documents from the records themselves.

The package ships what `make_schema` makes; a test holds the two together. A schema cannot say
every rule (a part within its whole, a place in its time): what it accepts may still be refused
by `loads`, but what it refuses is always refused.
"""

import inspect
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from danvankheo.documents import values
from danvankheo.documents.schema import Schema
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import PERIOD_CODE, Period
from danvankheo.domain.references import NUMBER, SYMBOL, DocumentRef
from danvankheo.domain.units import Scale, Unit
from danvankheo.domain.validators import (
    MOST_COUNTED,
    a_count,
    a_label,
    a_name,
    a_text,
)

# Lengths are limited after composing (NFC), which a schema cannot know.
_NAME: Final[Schema] = {"type": "string", "pattern": r"\S"}
_TEXTS: Final[dict[object, Schema]] = {a_name: _NAME, a_label: {"type": "string"}, a_text: {"type": "string"}}
_LEAVES: Final[dict[Any, Schema]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "string", "pattern": values.NUMERAL},
    date: {"type": "string", "format": "date", "pattern": values.DATE},
    PartialDate: {"type": "string", "pattern": values.PARTIAL_DATE},
    Period: {"type": "string", "pattern": PERIOD_CODE},
}
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
    hints = get_type_hints(kind)
    fields = attrs.fields(kind)
    told = _told_fields(kind)
    properties = {}
    for field in fields:
        schema = _SPECIAL.get((kind, field.name)) or _field(field, hints[field.name], definitions)
        optional = field.default is None
        schema = {"anyOf": [schema, {"type": "null"}]} if optional else schema
        properties[field.name] = {"description": told[field.name], **schema} if field.name in told else schema
    return {
        "description": inspect.getdoc(kind).splitlines()[0],  # type: ignore[union-attr]
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _field(field: "attrs.Attribute[Any]", hint: Any, definitions: dict[str, Schema]) -> Schema:
    if hint is str:
        return _TEXTS[field.validator]
    if field.validator is a_count:
        return {"type": "integer", "minimum": 0, "maximum": MOST_COUNTED}
    return _type(hint, definitions)


def _type(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind in _LEAVES:
        return _LEAVES[kind]
    if get_origin(kind) in (Union, UnionType):
        told = [_type(choice, definitions) for choice in get_args(kind) if choice is not NoneType]
        return told[0] if len(told) == 1 else {"anyOf": told}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _type(get_args(kind)[0], definitions)}
    return _reference(kind, definitions)


def _reference(kind: Any, definitions: dict[str, Schema]) -> Schema:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # a place has a parent: the name must stand before the body
        make: Callable[[], Schema] = _unit if kind is Unit else lambda: _record(kind, definitions)
        definitions[name] = _choices(kind) if issubclass(kind, Enum) else make()
    return {"$ref": f"#/$defs/{name}"}


def _choices(kind: type[Enum]) -> Schema:
    labels = "; ".join(f"{member.value}: {getattr(member, 'label', '')}".rstrip(": ") for member in kind)
    return {"description": labels, "enum": [member.value for member in kind]}


def _unit() -> Schema:
    """Return the forms of a unit: a code, or an object that describes it."""
    texts: dict[str, Schema] = {
        "square_metres": {
            "type": "string",
            "pattern": values.POSITIVE,
        },
        "scale": {"enum": [scale.value for scale in Scale]},
        "unit": {"enum": list(values.unit_codes())},
    }
    objects = [
        {
            "type": "object",
            "properties": {key: texts.get(key, _NAME) for key in (*needed, *values.UNIT_OPTIONS[form])},
            "required": list(needed),
            "additionalProperties": False,
        }
        for form, needed in values.UNIT_FORMS.items()
    ]
    return {
        "description": "A unit by its code, or described.",
        "anyOf": [{"enum": list(values.unit_codes())}, *objects],
    }


def _told_fields(kind: type) -> dict[str, str]:
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
