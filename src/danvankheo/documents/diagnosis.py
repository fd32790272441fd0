"""Everything that is wrong with a document, each with its path.

Runs only where the converter refused, so it may take its time: it walks all of the document, checks every
field on its own, and asks each rule of a record whose fields are sound.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.documents.shapes import Choice, Either, Field, Many, Maybe, Record, Shape, Value
from danvankheo.domain.rules import Rule
from danvankheo.errors import InvalidValueError, Problem
from danvankheo.printing import shown
from danvankheo.reasons import Reason

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a place in a document: keys of objects, and positions in lists from 0."""

ROOT: Final = "$"
"""The document as a whole, as a path writes it."""

_BROKEN: Final = object()
_STEP: Final = re.compile(r"[^\W\d]\w*|\d+")


class RepeatedKeys(dict[str, object]):
    """A JSON object in which a key stood more than once."""

    repeated: tuple[str, ...] = ()


def problems_of(
    raw: object, shape: Shape, *, outside: tuple[str, ...] = (), found: Sequence[Problem] = ()
) -> tuple[Problem, ...]:
    """Return all that is wrong with a document.

    Args:
        raw: what JSON gave.
        shape: what it should be.
        outside: keys of its outermost object that are not for the record.
        found: problems that are known already; they come first.
    """
    walk = _Walk(outside, found)
    try:
        walk.repeats(raw, ())
        walk.value(raw, shape, ())
    except RecursionError:
        return (Problem(ROOT, Reason.DEPTH, "brackets in brackets"),)
    return tuple(walk.problems)


class _Walk:
    """One walk over a document; `problems` grows as it goes."""

    def __init__(self, outside: tuple[str, ...], found: Sequence[Problem]) -> None:
        self.problems: list[Problem] = [*found]
        self._outside = outside

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

    def value(self, raw: object, shape: Shape, at: Steps) -> object:
        """Return what a document has at a place, or a mark that it is broken."""
        match shape:
            case Value() | Choice():
                return self._read(raw, shape, at)
            case Maybe(inner):
                return None if raw is None else self.value(raw, inner, at)
            case Either():
                return self.value(raw, shape.of(raw), at)
            case Many(item):
                return self._items(raw, item, at)
            case Record():
                return self._record(raw, shape, at)

    def _record(self, raw: object, shape: Record, at: Steps) -> object:
        if not isinstance(raw, dict):
            return self._found(at, Reason.OBJECT, raw)
        found_before = len(self.problems)
        for key in raw:
            if key not in shape.fields and not (key in self._outside and not at):
                allowed = ", ".join(shape.fields)
                self._note((*at, key), Reason.KNOWN_KEY, shown(key), {"allowed": allowed})
        stated: dict[str, Any] = {}
        sound: dict[str, Any] = {}
        for name, field in shape.fields.items():
            if name in raw:
                value = self.value(raw[name], field.shape, (*at, name))
                if value is not _BROKEN:
                    stated[name] = value
                    self._keep(sound, name, field, value, at)
            elif field.required:
                self._note((*at, name), Reason.PRESENT, "nothing")
            else:
                self._keep(sound, name, field, field.attribute.default, at)
        raised: InvalidValueError | None = None
        if len(self.problems) == found_before:
            try:
                made: object = shape.kind(**stated)
            except InvalidValueError as error:
                raised = error
            else:
                return made
        found = [error for rule in shape.rules for error in _broken(rule, sound)]
        for conflict in found or ([raised] if raised else []):
            self._refused(conflict, at)
        return _BROKEN

    def _keep(self, sound: dict[str, Any], name: str, field: Field, value: object, at: Steps) -> None:
        """Keep what a field of its own can hold, as the record would hold it."""
        try:
            sound[name] = field.sound(value)
        except InvalidValueError as error:
            self._refused(error, at)

    def _items(self, raw: object, item: Shape, at: Steps) -> object:
        if not isinstance(raw, list):
            return self._found(at, Reason.LIST, raw)
        items = [self.value(each, item, (*at, position)) for position, each in enumerate(raw)]
        return _BROKEN if any(each is _BROKEN for each in items) else tuple(items)

    def _read(self, raw: object, shape: Value | Choice, at: Steps) -> object:
        try:
            return shape.read(raw)
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


def _broken(rule: Rule, sound: Mapping[str, Any]) -> Iterable[InvalidValueError]:
    """Return what a rule says, if all the fields are sound that it needs."""
    if any(need not in sound for need in rule.needs):
        return ()
    return rule.broken(*(sound[need] for need in rule.needs))


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
    return ROOT + "".join(map(_written, steps))


def _written(step: str | int) -> str:
    if isinstance(step, str):
        return f".{step}" if step.isidentifier() else f"[{shown(step)}]"
    return f"[{step!r}]"
