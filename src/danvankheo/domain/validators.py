"""Checks that several records share, for use as attrs validators and converters."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Protocol, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import other_than
from danvankheo.domain.marks import MOST_MARKS, composed, piled, turns_round
from danvankheo.domain.numbers import whole_from
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.reasons import Reason

LONGEST_NAME = 500
LONGEST_TEXT = 20_000
MOST_COUNTED = 10**12


Field: TypeAlias = "attrs.Attribute[Any]"
"""An attrs field, of whatever type."""


class Validator(Protocol):
    """What attrs calls with the record, the field and the value."""

    def __call__(self, record: object, field: Field, value: object) -> None:
        """Raise `InvalidValueError` unless the value can stand in the field."""


def nfc(text: str) -> str:
    """Return text in Unicode's composed form, so that equal words compare equal.

    Anything else, and text that is too long for any field, comes back as it is; the field's validator
    names what is wrong with it.
    """
    if isinstance(text, str) and len(text) <= LONGEST_TEXT:
        return text if text.isascii() else composed(text)
    return text


def field_of(record: object, field: Field) -> str:
    """Return how errors call a field, such as ``Award.collectives``."""
    return f"{type(record).__name__}.{field.name}"


def a_text(record: object, field: Field, value: object) -> None:
    """Check for text of bounded length that can be printed and saved; it may be empty."""
    if value != "":
        _check_text(field_of(record, field), value, LONGEST_TEXT, lines=True)


def a_name(record: object, field: Field, value: object) -> None:
    """Check for text that is not blank, on one line and not longer than a name can be."""
    _check_text(field_of(record, field), value, LONGEST_NAME)
    if not str(value).strip():
        raise invalid(field_of(record, field), Reason.NOT_EMPTY, value)


def a_label(record: object, field: Field, value: object) -> None:
    """Check for a name that may be missing: the empty text says so."""
    if value != "":
        a_name(record, field, value)


def a_boolean(record: object, field: Field, value: object) -> None:
    """Check for True or False."""
    if not isinstance(value, bool):
        raise invalid(field_of(record, field), Reason.TRUTH, value)


def a_sum(record: object, field: Field, value: object) -> None:
    """Check for a whole number that is not negative."""
    if type(value) is not int:
        value = whole_from(value, field_of(record, field))  # type: ignore[arg-type]
    if value < 0:
        raise invalid(field_of(record, field), Reason.NOT_NEGATIVE, value)


def a_count(record: object, field: Field, value: object) -> None:
    """Check for a whole number that is not negative, and not longer than a report can mean."""
    a_sum(record, field, value)
    if isinstance(value, int) and value > MOST_COUNTED:
        raise invalid(field_of(record, field), Reason.IN_RANGE, value, low=0, high=MOST_COUNTED)


def a_decimal(record: object, field: Field, value: object) -> None:
    """Check for a finite decimal that is not negative."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise invalid(field_of(record, field), Reason.NUMBER, value)
    not_negative(record, field, value)


def not_negative(record: object, field: Field, value: object) -> None:
    """Check for a decimal that is not negative."""
    if isinstance(value, Decimal) and value < 0:
        raise invalid(field_of(record, field), Reason.NOT_NEGATIVE, value)


def a_day(record: object, field: Field, value: object) -> None:
    """Check for a calendar day: a date, not a moment on it."""
    check_day(value, field_of(record, field))


def check_day(day: object, where: str) -> None:
    """Check that an argument is a calendar day: a date, not a moment on it.

    >>> check_day("2/11/2022", "law.at")
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: law.at: expected a date, not text: parse_date reads text, got \
"2/11/2022"
    """
    if not isinstance(day, date):
        raise no_day(day, where)
    if isinstance(day, datetime):
        raise invalid(where, Reason.NOT_MOMENT, day)


def no_day(value: object, where: str) -> InvalidValueError:
    """Return the error that a value is no date; of text it says what reads it."""
    if isinstance(value, str):
        return other_than(where, value, date, called=Words("ngày", "a date"))
    return invalid(where, Reason.DATE, value)


def a(*kinds: type) -> Validator:
    """Return a check for an instance of one of the types."""
    only = kinds[0] if len(kinds) == 1 else kinds  # asked faster than a tuple of one

    def check(record: object, field: Field, value: object) -> None:
        if not isinstance(value, only):
            raise other_than(field_of(record, field), value, *kinds)

    _KINDS[check] = kinds
    return check


_KINDS: Final[dict[Validator, tuple[type, ...]]] = {}
"""The types that each check of `a` is for."""


def a_day_or(*kinds: type) -> Validator:
    """Return a check for a calendar day or for an instance of one of the types."""
    other = a(date, *kinds)

    def check(record: object, field: Field, value: object) -> None:
        other(record, field, value)
        if isinstance(value, date):
            a_day(record, field, value)

    return check


def maybe(inner: Validator) -> Validator:
    """Return the same check that lets None, "not stated", pass."""
    kinds = _KINDS.get(inner, ())  # records are made by the million: one call is enough

    def check(record: object, field: Field, value: object) -> None:
        if value is not None and not isinstance(value, kinds):
            inner(record, field, value)

    return check


def tuple_of(kind: type) -> Validator:
    """Return a check for a tuple that holds nothing but the type."""

    def check(record: object, field: Field, value: object) -> None:
        if not isinstance(value, tuple):
            raise invalid(field_of(record, field), Reason.TUPLE_OF, value, type=kind.__name__)
        for position, item in enumerate(value):
            if not isinstance(item, kind):
                where = f"{field_of(record, field)}[{position}]"
                raise invalid(where, Reason.TYPE, item, type=kind.__name__)

    return check


def invalid_field(
    record: object, field: str, reason: Reason, got: object, **details: object
) -> InvalidValueError:
    """Return the error of a rule that spans fields, named after the record and the field."""
    return invalid(f"{type(record).__name__}.{field}", reason, got, **details)


def _check_text(where: str, value: object, most: int, *, lines: bool = False) -> None:
    if not isinstance(value, str):
        raise invalid(where, Reason.TEXT, value)
    if len(value) > most:
        raise invalid(where, Reason.TEXT_LENGTH, value, most=most)
    if not value.isprintable():
        if any(_is_broken(char, lines=lines) for char in value):
            raise invalid(where, Reason.PRINTABLE, value)
        if turns_round(value):
            raise invalid(where, Reason.ONE_DIRECTION, value)
    if piled(value):
        raise invalid(where, Reason.MARKS, value, most=MOST_MARKS)


def _is_broken(char: str, *, lines: bool) -> bool:
    if lines and char in "\n\t":
        return False
    return char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"
