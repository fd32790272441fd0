"""Everything that is wrong with a document, each with its path.

Runs only where the converter refused, so it may take its time: it walks all of the document,
checks every field on its own, and builds each record whose fields are sound, to hear what the
record says of them together.
"""

from contextlib import suppress
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from danvankheo.documents.converter import READERS, amount_type
from danvankheo.documents.values import read_choice
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.errors import InvalidValueError, Problem, shown
from danvankheo.reasons import Reason

_BROKEN = object()


class RepeatedKeys(dict[str, object]):
    """A JSON object in which a key stood more than once."""

    repeated: tuple[str, ...] = ()


class Diagnosis:
    """One walk over a document; `problems` grows as it goes."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.problems: list[Problem] = []

    def repeats(self, raw: object, path: str) -> None:
        """Note every key that stands twice in one object, anywhere."""
        if isinstance(raw, RepeatedKeys):
            for key in raw.repeated:
                self._found(join(path, key), Reason.UNREPEATED_KEY, key)
        if isinstance(raw, dict):
            for key, value in raw.items():
                self.repeats(value, join(path, key))
        elif isinstance(raw, list):
            for position, each in enumerate(raw):
                self.repeats(each, f"{path}[{position}]")

    def record(self, raw: object, kind: type, path: str, ignored: tuple[str, ...] = ()) -> object:
        """Return the record that an object describes, or a mark that it is broken."""
        if not isinstance(raw, dict):
            return self._found(path, Reason.OBJECT, raw)
        fields = attrs.fields_dict(kind)
        hints = hints_of(kind)
        found_before = len(self.problems)
        for key in raw:
            if key not in fields and key not in ignored:
                allowed = ", ".join(fields)
                self.problems.append(
                    Problem(join(path, key), Reason.KNOWN_KEY, shown(key), {"allowed": allowed})
                )
        values: dict[str, object] = {}
        blank: object = object.__new__(kind)
        for name, field in fields.items():
            where = join(path, name)
            if name not in raw:
                if field.default is attrs.NOTHING:
                    self.problems.append(Problem(where, Reason.PRESENT, "nothing"))
                continue
            value = self.value(raw[name], hints[name], where)
            if value is not _BROKEN and self._holds(blank, field, value, path):
                values[name] = value
        if len(self.problems) == found_before:
            try:
                made: object = kind(**values)
            except InvalidValueError as error:
                self._conflicts(kind, values, raw, path, error)
            else:
                return made
        else:
            self._conflicts(kind, values, raw, path)
        return _BROKEN

    def _conflicts(
        self,
        kind: type,
        values: dict[str, Any],
        raw: dict[str, object],
        path: str,
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
            self._refused(conflict, path)

    def _holds(self, blank: object, field: "attrs.Attribute[Any]", value: object, path: str) -> bool:
        """Tell whether a field of its own can hold a value."""
        try:
            if callable(field.converter):
                value = field.converter(value)
            if field.validator is not None:
                field.validator(blank, field, value)
        except InvalidValueError as error:
            self._refused(error, path)
            return False
        return True

    def value(self, raw: object, kind: Any, path: str) -> object:
        """Return the value of any type that a field can have."""
        if kind in READERS:
            return self._read(raw, kind, path)
        if get_origin(kind) in (Union, UnionType):
            choices = get_args(kind)
            if raw is None and NoneType in choices:
                return None
            told: Any = Union[tuple(choice for choice in choices if choice is not NoneType)]  # noqa: UP007
            return self.value(raw, amount_type(raw) if told == Quantity | QuantityRange else told, path)
        if get_origin(kind) is tuple:
            return self._items(raw, get_args(kind)[0], path)
        if attrs.has(kind) and kind not in READERS:
            return self.record(raw, kind, path)
        return self._read(raw, kind, path)

    def _items(self, raw: object, kind: Any, path: str) -> object:
        if not isinstance(raw, list):
            return self._found(path, Reason.LIST, raw)
        items = [self.value(each, kind, f"{path}[{position}]") for position, each in enumerate(raw)]
        return _BROKEN if any(item is _BROKEN for item in items) else tuple(items)

    def _read(self, raw: object, kind: Any, path: str) -> object:
        try:
            return READERS[kind](raw) if kind in READERS else read_choice(raw, kind)
        except InvalidValueError as error:
            inner = error.field.startswith(".")  # a key of an object that is a value to us, as a unit is
            got = _told(error) if inner else _brief(raw)
            where = path + error.field if inner else path
            self.problems.append(Problem(where, error.reason, got, error.details))
            return _BROKEN

    def _refused(self, error: InvalidValueError, path: str) -> object:
        """Note what a record said of one of its fields: "Award.collectives" is under the record."""
        _, _, field = error.field.partition(".")
        where = f"{path}.{field}" if field else path
        self.problems.append(Problem(where, error.reason, _told(error), error.details))
        return _BROKEN

    def _found(self, path: str, reason: Reason, raw: object) -> object:
        self.problems.append(Problem(path, reason, _brief(raw)))
        return _BROKEN


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


def join(path: str, key: str) -> str:
    """Return the path of what an object has under a key."""
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{shown(key)}]"
