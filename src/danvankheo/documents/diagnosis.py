"""Everything that is wrong with a document, each with its path.

Runs only where the converter refused, so it may take its time: it walks all of the document,
checks every field on its own, and builds each record whose fields are sound, to hear what the
record says of them together.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from danvankheo.bilingual import Words
from danvankheo.documents.converter import READERS, amount_type
from danvankheo.documents.values import read_choice
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.errors import InvalidValueError, Problem
from danvankheo.printing import shown
from danvankheo.reasons import Reason

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a place in a document: keys of objects, and positions in lists from 0."""

_BROKEN = object()
_STEP: Final = re.compile(r"[^\W\d]\w*|\d+")


class RepeatedKeys(dict[str, object]):
    """A JSON object in which a key stood more than once."""

    repeated: tuple[str, ...] = ()


class Diagnosis:
    """One walk over a document; `problems` grows as it goes."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.problems: list[Problem] = []

    def repeats(self, raw: object, at: Steps) -> None:
        """Note every key that stands twice in one object, anywhere."""
        if isinstance(raw, RepeatedKeys):
            for key in raw.repeated:
                self._found((*at, key), Reason.UNREPEATED_KEY, key)
        if isinstance(raw, dict):
            for key, value in raw.items():
                self.repeats(value, (*at, key))
        elif isinstance(raw, list):
            for position, each in enumerate(raw):
                self.repeats(each, (*at, position))

    def record(self, raw: object, kind: type, at: Steps, ignored: tuple[str, ...] = ()) -> object:
        """Return the record that an object describes, or a mark that it is broken."""
        if not isinstance(raw, dict):
            return self._found(at, Reason.OBJECT, raw)
        fields = attrs.fields_dict(kind)
        hints = hints_of(kind)
        found_before = len(self.problems)
        for key in raw:
            if key not in fields and key not in ignored:
                allowed = ", ".join(fields)
                self._note((*at, key), Reason.KNOWN_KEY, shown(key), {"allowed": allowed})
        values: dict[str, object] = {}
        blank: object = object.__new__(kind)
        for name, field in fields.items():
            where = (*at, name)
            if name not in raw:
                if field.default is attrs.NOTHING:
                    self._note(where, Reason.PRESENT, "nothing")
                continue
            value = self.value(raw[name], hints[name], where)
            if value is not _BROKEN and self._holds(blank, field, value, at):
                values[name] = value
        if len(self.problems) == found_before:
            try:
                made: object = kind(**values)
            except InvalidValueError as error:
                self._conflicts(kind, values, raw, at, error)
            else:
                return made
        else:
            self._conflicts(kind, values, raw, at)
        return _BROKEN

    def _conflicts(
        self,
        kind: type,
        values: dict[str, Any],
        raw: dict[str, object],
        at: Steps,
        raised: InvalidValueError | None = None,
    ) -> None:
        """Note what a record says of sound fields together: all of it, not only what it raised.

        Fields that are not sound stay unset, so that a rule that looks at one of them ends there.
        """
        blank: object = object.__new__(kind)
        for name, field in attrs.fields_dict(kind).items():
            if name in values or (name not in raw and field.default is not attrs.NOTHING):
                value = values.get(name, field.default)
                object.__setattr__(
                    blank, name, field.converter(value) if callable(field.converter) else value
                )
        found = []
        for rule in getattr(kind, "RULES", ("conflicts",)):
            with suppress(AttributeError):
                found += getattr(blank, rule)()
        for conflict in found or ([raised] if raised else []):
            self._refused(conflict, at)

    def _holds(self, blank: object, field: "attrs.Attribute[Any]", value: object, at: Steps) -> bool:
        """Return whether a field of its own can hold a value."""
        try:
            if callable(field.converter):
                value = field.converter(value)
            if field.validator is not None:
                field.validator(blank, field, value)
        except InvalidValueError as error:
            self._refused(error, at)
            return False
        return True

    def value(self, raw: object, kind: Any, at: Steps) -> object:
        """Return the value of any type that a field can have."""
        if kind in READERS:
            return self._read(raw, kind, at)
        if get_origin(kind) in (Union, UnionType):
            choices = get_args(kind)
            if raw is None and NoneType in choices:
                return None
            told: Any = Union[tuple(choice for choice in choices if choice is not NoneType)]  # noqa: UP007
            return self.value(raw, amount_type(raw) if told == Quantity | QuantityRange else told, at)
        if get_origin(kind) is tuple:
            return self._items(raw, get_args(kind)[0], at)
        if attrs.has(kind) and kind not in READERS:
            return self.record(raw, kind, at)
        return self._read(raw, kind, at)

    def _items(self, raw: object, kind: Any, at: Steps) -> object:
        if not isinstance(raw, list):
            return self._found(at, Reason.LIST, raw)
        items = [self.value(each, kind, (*at, position)) for position, each in enumerate(raw)]
        return _BROKEN if any(item is _BROKEN for item in items) else tuple(items)

    def _read(self, raw: object, kind: Any, at: Steps) -> object:
        try:
            return READERS[kind](raw) if kind in READERS else read_choice(raw, kind)
        except InvalidValueError as error:
            inner = error.field.startswith(".")  # a key of an object that is a value to us, as a unit is
            got = _told(error) if inner else _brief(raw)
            where = (*at, error.field[1:]) if inner else at
            self._note(where, error.reason, got, error.details)
            return _BROKEN

    def _refused(self, error: InvalidValueError, at: Steps) -> object:
        """Note what a record said of one of its fields: "Award.collectives" is under the record."""
        _, _, field = error.field.partition(".")
        steps = (int(step) if step.isdecimal() else step for step in _STEP.findall(field))
        self._note((*at, *steps), error.reason, _told(error), error.details)
        return _BROKEN

    def _found(self, at: Steps, reason: Reason, raw: object) -> object:
        self._note(at, reason, _brief(raw))
        return _BROKEN

    def _note(
        self, at: Steps, reason: Reason, got: str, details: Mapping[str, str | Words] | None = None
    ) -> None:
        self.problems.append(Problem(path_of(at), reason, got, details or {}, loc=at))


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """Return the types of a record's fields."""
    return get_type_hints(kind)


def _told(error: InvalidValueError) -> str:
    return "nothing" if error.got == "None" else error.got


def _brief(raw: object) -> str:
    match raw:
        case dict():
            return "an object"
        case list():
            return "a list"
        case None | bool():
            return {None: "null", True: "true", False: "false"}[raw]
        case _:
            return shown(raw)


def path_of(steps: Steps) -> str:
    """Return the way to a place as problems write it.

    >>> path_of(("indicators", 2, "part")), path_of(("An Khê", 0))
    ('$.indicators[2].part', '$["An Khê"][0]')
    """
    return "$" + "".join(map(_written, steps))


def _written(step: str | int) -> str:
    if isinstance(step, str):
        return f".{step}" if step.isidentifier() else f"[{shown(step)}]"
    return f"[{step!r}]"
