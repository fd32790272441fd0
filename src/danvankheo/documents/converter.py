"""Between records and what JSON can hold: strictly, and only up to the first thing that is wrong."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias

import attrs
from cattrs import Converter, override
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn

from danvankheo.documents.shapes import Choice, Either, Many, Maybe, Record, Shape, Value, shape_of
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

Read: TypeAlias = Callable[[object], object]
Write: TypeAlias = Callable[[Any], object]


def structured(raw: object, kind: Any) -> Any:
    """Return the value of a type that JSON holds.

    Raises:
        InvalidValueError: something is wrong; `diagnosis.problems_of` says all that is, and where.
        TypeError: a required key is missing.
    """
    return _reader(shape_of(kind))(raw)


def unstructured(value: object) -> Any:
    """Return a value as JSON can hold it, what is not stated left out; inverse of `structured`.

    Mappings and sequences of values are written too.
    """
    kind: Any = type(value)
    if attrs.has(kind) or isinstance(value, Enum):
        return _writer(shape_of(kind))(value)
    if isinstance(value, date | Decimal):
        return _writer(shape_of(date if isinstance(value, date) else Decimal))(value)
    if isinstance(value, Mapping):
        return {unstructured(key): unstructured(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [unstructured(each) for each in value]
    return value


@cache
def _reader(shape: Shape) -> Read:
    match shape:
        case Value() | Choice():
            return shape.read
        case Maybe(inner):
            read = _reader(inner)
            return lambda raw: None if raw is None else read(raw)
        case Either():
            return lambda raw: _reader(shape.of(raw))(raw)
        case Many(item):
            return _list_reader(_reader(item))
        case Record(kind):
            return _record_reader(kind, shape)


def _list_reader(read: Read) -> Read:
    def many(raw: object) -> object:
        if not isinstance(raw, list):
            raise invalid("", Reason.LIST, raw)
        return tuple([read(each) for each in raw])

    return many


def _record_reader(kind: type, shape: Record) -> Read:
    readers: dict[str, Read] = {}

    def record(raw: object) -> object:
        if not isinstance(raw, dict):
            raise invalid("", Reason.OBJECT, raw)
        if not readers:  # with the first object: a place has a place for its parent
            readers.update({name: _reader(field.shape) for name, field in shape.fields.items()})
        stated: dict[str, object] = {}
        for key, value in raw.items():
            read = readers.get(key)
            if read is None:
                raise invalid("", Reason.KNOWN_KEY, key, allowed=", ".join(readers))
            stated[key] = read(value)
        return kind(**stated)

    return record


@cache
def _writer(shape: Shape) -> Write:
    match shape:
        case Value():
            return shape.write or identity
        case Choice():
            return attrgetter("value")
        case Maybe(inner):
            write = _writer(inner)
            return lambda value: None if value is None else write(value)
        case Either(options):
            writers: dict[type, Write] = {option.kind: _writer(option) for option in options}
            return lambda value: _either(writers, value)
        case Many(item):
            write_item = _writer(item)
            return lambda several: [write_item(each) for each in several]
        case Record(kind):
            return _record_writer(kind, shape)


def _either(writers: Mapping[type, Write], value: object) -> object:
    write: Write = writers.get(type(value), unstructured)
    return write(value)


def _record_writer(kind: type, shape: Record) -> Write:
    made: list[Write] = []

    def record(value: object) -> object:
        if not made:  # with the first record: a place has a place for its parent
            hooks: dict[str, Any] = {
                name: override(unstruct_hook=_writer(field.shape)) for name, field in shape.fields.items()
            }
            # cattrs writes code for the fields of each type: a loop over them takes twice as long.
            made.append(make_dict_unstructure_fn(kind, Converter(), _cattrs_omit_if_default=True, **hooks))
        return made[0](value)

    return record
