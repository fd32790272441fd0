"""How single values stand in a document: numbers and dates as text, units and periods by code.

Each `read_…` takes what JSON gave and returns a value, or raises `InvalidValueError`; each
`write_…` is its inverse.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final, TypeVar

import attrs

from danvankheo.domain import units
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.numbers import MAX_DIGITS
from danvankheo.domain.periods import Period
from danvankheo.domain.units import COUNTED, LOCAL_AREA, UNITS, Dimension, Scale, Unit
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.reasons import Reason

_DIGITS: Final = rf"(?:0|[1-9][0-9]{{0,{MAX_DIGITS - 1}}})(?:\.[0-9]{{1,{MAX_DIGITS}}})?$"
_NOT_ZERO: Final = r"(?!0(?:\.0*)?$)"
NOT_NEGATIVE: Final = f"^{_DIGITS}"
POSITIVE: Final = f"^{_NOT_ZERO}{_DIGITS}"
NUMERAL: Final = f"^(?:-{_NOT_ZERO})?{_DIGITS}"
"""A number as documents write it: "27", "-1.2", "154.40"; no sign for plus or zero, no exponent."""

NOT_BLANK: Final = r"\S"
DATE: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PARTIAL_DATE: Final = r"^(?:[0-9]{4}(?:-[0-9]{2})?|--[0-9]{2}-[0-9]{2})$"

_NUMERAL = re.compile(NUMERAL)
_DATE = re.compile(DATE)
_PARTIAL_DATE = re.compile(PARTIAL_DATE)

E_ = TypeVar("E_", bound=Enum)
_Read = TypeVar("_Read")


def read_text(raw: object) -> str:
    """Return a text, and nothing that only looks like one."""
    if isinstance(raw, str):
        return raw
    raise invalid("", Reason.TEXT, raw)


def read_whole(raw: object) -> int:
    """Return a whole number; true, 1.0 and "1" are none."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    raise invalid("", Reason.WHOLE_NUMBER, raw)


def read_truth(raw: object) -> bool:
    """Return true or false; "false" and 0 are neither."""
    if isinstance(raw, bool):
        return raw
    raise invalid("", Reason.TRUTH, raw)


def read_number(raw: object) -> Decimal:
    """Return a number written as text, its digits kept.

    >>> read_number("154.40")
    Decimal('154.40')
    """
    if isinstance(raw, str):
        # `$` also matches before a newline at the end, `fullmatch` does not.
        if _NUMERAL.fullmatch(raw):
            return Decimal(raw)
        raise invalid("", Reason.NUMBER, raw)
    raise invalid("", Reason.NUMERAL, raw)


def write_number(number: Decimal) -> str:
    """Return the digits of a number, without an exponent."""
    return f"{number:f}"


def read_date(raw: object) -> date:
    """Return a day in ISO form."""
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            raise invalid("", Reason.CALENDAR_DAY, raw) from None
    raise invalid("", Reason.DATE, raw)


def read_partial_date(raw: object) -> PartialDate:
    """Return a date of which a part is missing."""
    return PartialDate.from_code(read_text(raw))


def read_period(raw: object) -> Period:
    """Return a period by its code."""
    return Period.from_code(read_text(raw))


def kind_of_time(raw: object, options: tuple[type, ...]) -> type:
    """Return which of several types a text is a time of: a day, a date of which a part is missing, a period.

    Beside periods "2022" and "2022-11" are such: a year and a month are spans of days.

    >>> kind_of_time("2022-11", (Period, date, PartialDate)), kind_of_time("2022-11", (date, PartialDate))
    (<class 'danvankheo.domain.periods.Period'>, <class 'danvankheo.domain.dates.PartialDate'>)
    """
    text = raw if isinstance(raw, str) else ""
    if Period in options and not (_DATE.fullmatch(text) or text.startswith("--")):
        return Period
    return PartialDate if _PARTIAL_DATE.fullmatch(text) else date


def read_choice(raw: object, *choices: type[E_]) -> E_:
    """Return the member of an enumeration that has a value."""
    for choice in choices:
        try:
            return choice(raw)
        except ValueError:
            continue
    allowed = ", ".join(str(member.value) for choice in choices for member in choice)
    raise invalid("", Reason.ONE_OF, raw, allowed=allowed)


def read_unit(raw: object) -> Unit:
    """Return a unit by its code, or from an object that describes it.

    >>> read_unit("million_dong"), read_unit({"counted": "hộ", "scale": "thousand"})
    (MILLION_DONG, counted('hộ').scaled(Scale.THOUSAND))
    """
    if isinstance(raw, str):
        return _unit_of_code(raw)
    if not isinstance(raw, dict):
        raise invalid("", Reason.UNIT, raw)
    return _described_unit(**_checked_parts(raw))


def write_unit(unit: Unit) -> str | dict[str, str]:
    """Return a unit as documents hold it: a code where one is enough."""
    parts: dict[str, str] = {}
    if unit.measure == COUNTED:
        parts["counted"] = unit.name
    elif unit.measure == LOCAL_AREA:
        parts |= {"area": unit.name, "square_metres": write_number(unit.factor), "region": unit.region}
    elif not unit.rate:
        return unit.code
    else:
        parts["unit"] = unit.code
    if unit.scale is not Scale.ONE and "unit" not in parts:
        parts["scale"] = unit.scale.value
    return parts | ({"per": unit.rate} if unit.rate else {})


UNIT_FORMS: Final[dict[str, tuple[str, ...]]] = {
    "counted": ("counted",),
    "area": ("area", "square_metres", "region"),
    "unit": ("unit", "per"),
}
"""The objects that describe a unit: the key that tells which, and the keys it needs."""

UNIT_OPTIONS: Final[dict[str, tuple[str, ...]]] = {
    "counted": ("scale", "per"),
    "area": ("scale", "per"),
    "unit": (),
}
"""The keys that such an object may have besides."""


def unit_codes() -> tuple[str, ...]:
    """Return the code of every unit that one text can name, scaled ones included."""
    codes = dict.fromkeys(UNITS)
    for unit in UNITS.values():
        if unit.scale is Scale.ONE and unit.dimension is not Dimension.RATIO:
            codes |= dict.fromkeys(unit.scaled(scale).code for scale in Scale if scale is not Scale.ONE)
    return tuple(codes)


@lru_cache(maxsize=512)
def _unit_of_code(code: str) -> Unit:
    if code in UNITS:
        return UNITS[code]
    # Longest first: "ten_thousand_" also begins with "ten_".
    for scale in sorted(Scale, key=lambda scale: -len(scale.value)):
        measure = code.removeprefix(f"{scale.value}_")
        if scale is not Scale.ONE and measure != code and measure in UNITS:
            try:
                return UNITS[measure].scaled(scale)
            except InvalidValueError:
                break
    raise invalid("", Reason.UNIT, code)


def _checked_parts(raw: dict[object, object]) -> dict[str, str]:
    form = next((key for key in UNIT_FORMS if key in raw), None)
    if form is None:
        raise invalid("", Reason.UNIT, "{…}" if raw else "{}")
    known = (*UNIT_FORMS[form], *UNIT_OPTIONS[form])
    parts: dict[str, str] = {}
    for key, value in raw.items():
        if not isinstance(key, str) or key not in known:
            raise invalid(f".{key}", Reason.KNOWN_KEY, key, allowed=", ".join(known))
        if not isinstance(value, str):
            raise invalid(f".{key}", Reason.TEXT, value)
        if not value.strip():
            raise invalid(f".{key}", Reason.NOT_EMPTY, value)
        parts[key] = value
    for key in UNIT_FORMS[form]:
        if key not in parts:
            raise invalid(f".{key}", Reason.PRESENT, None)
    return parts


@lru_cache(maxsize=1024)
def _described_unit(
    *,
    counted: str = "",
    area: str = "",
    square_metres: str = "",
    region: str = "",
    unit: str = "",
    scale: str = "",
    per: str = "",
) -> Unit:
    if unit:
        made = _inside("unit", lambda: _unit_of_code(unit))
    elif area:
        size = _inside("square_metres", lambda: read_number(square_metres))
        made = _inside("area", lambda: units.local_area(area, size, region))
    else:
        made = _inside("counted", lambda: units.counted(counted))
    if scale:
        word = _inside("scale", lambda: read_choice(scale, Scale))
        made = attrs.evolve(made, scale=word)
    return _inside("per", lambda: made.per(per)) if per else made


# Which key holds what a unit refuses under the name of its own field.
_KEY_OF: Final = {"Unit.region": "region", "Unit.factor": "square_metres"}


def _inside(key: str, read: Callable[[], _Read]) -> _Read:
    """Return what a key of a unit holds, and name the key if it is refused."""
    try:
        return read()
    except InvalidValueError as error:
        path = f".{_KEY_OF.get(error.field, key)}"
        raise InvalidValueError(path, error.reason, error.got, error.details) from None
