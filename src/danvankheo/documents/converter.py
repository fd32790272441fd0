"""The converter between records and what JSON can hold.

It is cattrs with strict hooks. It stops at the first thing that is wrong; `diagnosis` then
walks the document again and tells everything.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from danvankheo.documents import values
from danvankheo.domain.award import AwardForm, EmulationTitle
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity, QuantityRange
from danvankheo.domain.units import Unit
from danvankheo.errors import invalid
from danvankheo.once import once
from danvankheo.reasons import Reason

READERS: dict[Any, Callable[[object], object]] = {
    str: values.read_text,
    int: values.read_whole,
    bool: values.read_truth,
    Decimal: values.read_number,
    date: values.read_date,
    PartialDate: values.read_partial_date,
    Period: values.read_period,
    Unit: values.read_unit,
    date | PartialDate: values.read_date_or_part,
    Period | date | PartialDate: values.read_time,
    AwardForm | EmulationTitle: lambda raw: values.read_choice(raw, AwardForm, EmulationTitle),
}
"""What reads the types that are a single value in a document."""

UNIONS: tuple[Any, ...] = (
    date | PartialDate,
    Period | date | PartialDate,
    AwardForm | EmulationTitle,
    Quantity | QuantityRange,
)
"""The types that can be one of several; how a value is written tells which."""


@once
def converter() -> Converter:
    """Return the one converter of documents; it is made with the first call."""
    made = Converter(detailed_validation=False, forbid_extra_keys=True, omit_if_default=True)
    for kind, read in READERS.items():
        made.register_structure_hook(kind, _hook(read))
    made.register_structure_hook(Quantity | QuantityRange, _read_amount(made))
    for kind in UNIONS:
        made.register_structure_hook(kind | None, _maybe(made.get_structure_hook(kind)))
    made.register_structure_hook(StrEnum, _read_choice)  # more specific than the hook of str
    made.register_structure_hook_factory(_is_tuple, _tuple_reader)
    made.register_structure_hook_factory(attrs.has, _record_reader)
    made.register_unstructure_hook(Decimal, values.write_number)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(PartialDate, lambda day: day.code)
    made.register_unstructure_hook(Period, lambda period: period.code)
    made.register_unstructure_hook(Unit, values.write_unit)
    return made


def amount_type(raw: object) -> type[Quantity] | type[QuantityRange]:
    """Return which of the two an object describes: a range has ends."""
    return QuantityRange if isinstance(raw, dict) and ("low" in raw or "high" in raw) else Quantity


def _hook(read: Callable[[object], object]) -> Callable[[object, object], object]:
    return lambda raw, _: read(raw)


def _maybe(read: Callable[[object, object], object]) -> Callable[[object, object], object]:
    return lambda raw, kind: None if raw is None else read(raw, kind)


def _read_amount(made: Converter) -> Callable[[object, object], object]:
    return lambda raw, _: made.structure(raw, amount_type(raw))


def _read_choice(raw: object, kind: type[StrEnum]) -> object:
    return values.read_choice(raw, kind)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _tuple_reader(kind: Any, made: Converter) -> Callable[[object, object], object]:
    item = get_args(kind)[0]
    read = made.get_structure_hook(item)

    def structure(raw: object, _: object) -> object:
        if not isinstance(raw, list):
            raise invalid("", Reason.LIST, raw)
        return tuple([read(each, item) for each in raw])

    return structure


def _record_reader(kind: Any, made: Converter) -> Callable[[object, object], object]:
    read = make_dict_structure_fn(
        kind, made, _cattrs_detailed_validation=False, _cattrs_forbid_extra_keys=True
    )

    def structure(raw: object, as_kind: Any) -> object:
        if not isinstance(raw, dict):
            raise invalid("", Reason.OBJECT, raw)
        return read(raw, as_kind)

    return structure
