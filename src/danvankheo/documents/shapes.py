"""The shape of what a document holds, found once for each type from its fields and their types.

The converter, the diagnosis, the schema and the hooks for other converters all read shapes; nothing else asks
a type hint. A new kind of value is one more `Value` here.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from danvankheo.documents import values
from danvankheo.documents.schema import Schema
from danvankheo.domain.award import AwardForm, EmulationTitle
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PERIOD_CODE, Period
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.rules import Rule
from danvankheo.domain.units import Scale, Unit


@attrs.frozen
class Value:
    """One value: a text, a number, a code.

    Args:
        kind: its type.
        read: returns it from what JSON gave, or raises `InvalidValueError`.
        schema: makes the JSON Schema of what is read.
        write: the inverse of `read`; None where JSON holds the value as it is.
    """

    kind: type
    read: Callable[[object], object]
    schema: Callable[[], Schema]
    write: Callable[[Any], object] | None = None


@attrs.frozen
class Choice:
    """A member of an enumeration, or of one of several, by its value."""

    kinds: tuple[type[Enum], ...]

    def read(self, raw: object) -> object:
        """Return the member that has a value."""
        return values.read_choice(raw, *self.kinds)


@attrs.frozen
class Either:
    """One of several; how a value is written says which."""

    options: "tuple[Value | Record, ...]"
    of: "Callable[[object], Value | Record]"


@attrs.frozen
class Maybe:
    """A value, or None for "not stated"."""

    inner: "Shape"


@attrs.frozen
class Many:
    """A list of one shape."""

    item: "Shape"


@attrs.frozen
class Record:
    """An object with a key for each field."""

    kind: type

    @property
    def fields(self) -> "dict[str, Field]":
        """Its fields by name. Found when they are asked for: a place has a place for its parent."""
        return _fields(self.kind)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules between its fields."""
        found: tuple[Rule, ...] = getattr(self.kind, "RULES", ())
        return found


Shape: TypeAlias = Value | Choice | Either | Maybe | Many | Record


@attrs.frozen
class Field:
    """A field of a record: its shape, and the attrs field with its default, converter and validator."""

    shape: Shape
    attribute: "attrs.Attribute[Any]"

    @property
    def required(self) -> bool:
        """Whether a document must state it."""
        return self.attribute.default is attrs.NOTHING

    def sound(self, value: object) -> object:
        """Return a value as the record holds it.

        Raises:
            InvalidValueError: it cannot stand in this field, whatever the others hold.
        """
        convert, validate = self.attribute.converter, self.attribute.validator
        if callable(convert):
            value = convert(value)
        if validate is not None:
            validate(None, self.attribute, value)  # none looks at another field: rules do
        return value


def _text(pattern: str) -> Callable[[], Schema]:
    return lambda: {"type": "string", "pattern": pattern}


def _unit_schema() -> Schema:
    """Return the JSON Schema of the forms of a unit: a code, or an object that describes it."""
    texts: dict[str, Schema] = {
        "square_metres": {"type": "string", "pattern": values.POSITIVE},
        "scale": {"enum": [scale.value for scale in Scale]},
        "unit": {"enum": list(values.unit_codes())},
    }
    name: Schema = {"type": "string", "pattern": values.NOT_BLANK}
    objects = [
        {
            "type": "object",
            "properties": {key: texts.get(key, name) for key in (*needed, *values.UNIT_OPTIONS[form])},
            "required": list(needed),
            "additionalProperties": False,
        }
        for form, needed in values.UNIT_FORMS.items()
    ]
    return {
        "description": "A unit by its code, or described.",
        "anyOf": [{"enum": list(values.unit_codes())}, *objects],
    }


_VALUES: Final = {
    each.kind: each
    for each in (
        Value(str, values.read_text, lambda: {"type": "string"}),
        Value(int, values.read_whole, lambda: {"type": "integer"}),
        Value(bool, values.read_truth, lambda: {"type": "boolean"}),
        Value(Decimal, values.read_number, _text(values.NUMERAL), values.write_number),
        Value(
            date,
            values.read_date,
            lambda: {"type": "string", "format": "date", "pattern": values.DATE},
            date.isoformat,
        ),
        Value(PartialDate, values.read_partial_date, _text(values.PARTIAL_DATE), lambda day: day.code),
        Value(Period, values.read_period, _text(PERIOD_CODE), lambda period: period.code),
        Value(Unit, values.read_unit, _unit_schema, values.write_unit),
    )
}


def _time(*options: type) -> Either:
    """Return the shape of a day, a partial date or a period: which one, the text says."""

    def of(raw: object) -> Value:
        return _VALUES[values.kind_of_time(raw, options)]

    return Either(tuple(_VALUES[option] for option in options), of)


def _amount(raw: object) -> Record:
    """Return which of the two an object describes: a range has ends."""
    return Record(QuantityRange if isinstance(raw, dict) and ("low" in raw or "high" in raw) else Quantity)


_UNIONS: Final[dict[object, Shape]] = {
    date | PartialDate: _time(date, PartialDate),
    Period | date | PartialDate: _time(Period, date, PartialDate),
    Quantity | QuantityRange: Either((Record(Quantity), Record(QuantityRange)), _amount),
    AwardForm | EmulationTitle: Choice((AwardForm, EmulationTitle)),
}
UNIONS: Final[tuple[Any, ...]] = tuple(_UNIONS)
"""The types that can be one of several."""


@cache
def shape_of(kind: Any) -> Shape:
    """Return the shape of a type that a field can have.

    Raises:
        TypeError: a type that documents do not know.

    >>> shape_of(tuple[Period, ...]).item.kind
    <class 'danvankheo.domain.periods.Period'>
    """
    if get_origin(kind) in (Union, UnionType):
        options = get_args(kind)
        if NoneType in options:
            return Maybe(shape_of(Union[tuple(each for each in options if each is not NoneType)]))  # noqa: UP007
        if kind in _UNIONS:
            return _UNIONS[kind]
    elif get_origin(kind) is tuple:
        return Many(shape_of(get_args(kind)[0]))
    elif kind in _VALUES:
        return _VALUES[kind]
    elif isinstance(kind, type) and issubclass(kind, Enum):
        return Choice((kind,))
    elif attrs.has(kind):
        return Record(kind)
    raise TypeError(f"documents do not know {kind}")


@cache
def _fields(kind: type) -> dict[str, Field]:
    hints = get_type_hints(kind)
    found = {name: Field(shape_of(hints[name]), each) for name, each in attrs.fields_dict(kind).items()}
    for rule in Record(kind).rules:
        if unknown := [need for need in rule.needs if need not in found]:
            raise TypeError(f"{kind.__name__}: {rule.broken.__name__} needs {unknown}, which are no fields")
    return found


def inside(roots: Iterable[type]) -> Iterator[Shape]:
    """Yield the shapes of types and of all that they hold, each once."""
    seen: set[Shape] = set()
    waiting = [shape_of(root) for root in roots]
    while waiting:
        shape = waiting.pop()
        if shape in seen:
            continue
        seen.add(shape)
        yield shape
        match shape:
            case Record():
                waiting += [field.shape for field in shape.fields.values()]
            case Many(inner) | Maybe(inner):
                waiting.append(inner)
            case Either():
                waiting += shape.options
            case Value() | Choice():
                pass
