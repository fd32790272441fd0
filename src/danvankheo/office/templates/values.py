"""How a value of a saved record stands in a cell, and how what a person typed becomes one again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from danvankheo.documents.converter import structured, unstructured
from danvankheo.documents.values import read_partial_date, read_unit, write_number, write_unit
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.errors import DanVanKheoError
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.quantities import format_quantity
from danvankheo.office.grid import Cell
from danvankheo.office.tables.units import unit_of_words
from danvankheo.office.typed_places import place_typed
from danvankheo.reading.dates import parse_date
from danvankheo.reading.numbers import parse_number
from danvankheo.reading.periods import parse_period
from danvankheo.reading.quantities import parse_quantity

Saved: TypeAlias = "str | int | Mapping[str, object]"
"""A value as a saved document holds it."""

NOT_STATED: Final = "…"


class CellError(Exception):
    """What a person typed that is no such value: what it should be, in Vietnamese and English."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(english)
        self.vietnamese = vietnamese
        self.english = english


@attrs.frozen
class Cells:
    """How values of one kind stand in cells.

    Args:
        show: what stands in the cell for a saved value: text, or an exact number; empty for none.
        read: the saved value that a filled cell means.
    """

    show: Callable[[object], str | Decimal]
    read: Callable[[Cell], object]


def text_in(cell: Cell) -> str:
    """Return what is written in a cell: the stored text, of a number what it shows."""
    return cell.value if isinstance(cell.value, str) else cell.text


def _words(cell: Cell) -> str:
    return " ".join(text_in(cell).split())


def _show_text(saved: object) -> str:
    return saved if isinstance(saved, str) else ""


def _show_number(saved: object) -> str | Decimal:
    return Decimal(str(saved)) if isinstance(saved, str | int) else ""


def _read_number(cell: Cell) -> str:
    number = cell.number
    if number is not None and not isinstance(cell.value, bool):
        if cell.percent:
            raise CellError("phải là số, không ghi dạng phần trăm", "expected a number, not a percentage")
        if cell.decimals and -_exponent(number) < cell.decimals:
            number = number.quantize(Decimal(1).scaleb(-cell.decimals))
        return write_number(number)
    try:
        return write_number(parse_number(_words(cell), convention="vi"))
    except DanVanKheoError:
        raise CellError("phải là một số, như 154,4", "expected a number, such as 154,4") from None


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _show_period(saved: object) -> str:
    return format_period(Period.from_code(saved)) if isinstance(saved, str) else ""


def _read_period(cell: Cell) -> str:
    words = _words(cell)
    try:
        return Period.from_code(words).code
    except DanVanKheoError:
        pass
    if words.isdigit() and len(words) == 4:
        words = f"năm {words}"
    try:
        found = parse_period(words)
    except DanVanKheoError:
        found = None
    if found is None or isinstance(found, PartialPeriod):
        raise CellError(
            "phải là thời kỳ có năm, như quý II/2026", "expected a period with its year"
        ) from None
    return found.code


def _show_day(saved: object) -> str:
    if not isinstance(saved, str):
        return ""
    try:
        return format_date(date.fromisoformat(saved))
    except ValueError:
        return format_date(read_partial_date(saved))


def _read_day(cell: Cell) -> str:
    if isinstance(cell.value, date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return day.isoformat()
    try:
        found = parse_date(_words(cell))
    except DanVanKheoError:
        raise CellError("phải là một ngày, như 02/07/2026", "expected a day, such as 02/07/2026") from None
    return found.code if isinstance(found, PartialDate) else found.isoformat()


def _show_time(saved: object) -> str:
    if not isinstance(saved, str):
        return ""
    for show in (_show_day, _show_period):
        try:
            return show(saved)
        except (DanVanKheoError, ValueError):
            continue
    return ""


def _read_time(cell: Cell) -> str:
    try:
        return _read_day(cell)
    except CellError:
        try:
            return _read_period(cell)
        except CellError:
            raise CellError(
                "phải là ngày hoặc thời kỳ, như 15/4/2026 hoặc tháng 4/2026", "expected a day or a period"
            ) from None


def _show_place(saved: object) -> str:
    return format_place(structured(saved, Place)) if isinstance(saved, Mapping) else ""


def _read_place(cell: Cell) -> object:
    found = place_typed(_words(cell))
    if found is None:
        raise CellError(
            "phải có loại và tên, như thôn 3 hoặc xã Ia Sơn, tỉnh Gia Lai", "expected kind and name"
        )
    return unstructured(found)


def _show_unit(saved: object) -> str:
    try:
        return read_unit(saved).label
    except DanVanKheoError:
        return ""


def _read_unit(cell: Cell) -> object:
    unit = unit_of_words(_words(cell))
    if unit is None:
        raise CellError("không rõ đơn vị tính này", "expected a unit")
    return write_unit(unit)


def _show_quantity(saved: object) -> str:
    return format_quantity(structured(saved, Quantity)) if isinstance(saved, Mapping) else ""


def _read_quantity(cell: Cell) -> object:
    try:
        found = parse_quantity(_words(cell), convention="vi")
    except DanVanKheoError:
        raise CellError(
            "phải là số kèm đơn vị, như 58,5 triệu đồng/người/năm hoặc 96,4%",
            "expected a number with its unit",
        ) from None
    return unstructured(found)


def _read_whole(cell: Cell) -> int:
    try:
        number = Decimal(_read_number(cell))
    except CellError:
        number = Decimal("0.5")
    if number != int(number):
        raise CellError("phải là một số nguyên", "expected a whole number")
    return int(number)


TEXT: Final = Cells(_show_text, text_in)
NUMBER: Final = Cells(_show_number, _read_number)
WHOLE: Final = Cells(_show_number, _read_whole)
PERIOD: Final = Cells(_show_period, _read_period)
DAY: Final = Cells(_show_day, _read_day)
TIME: Final = Cells(_show_time, _read_time)
PLACE: Final = Cells(_show_place, _read_place)
UNIT: Final = Cells(_show_unit, _read_unit)
QUANTITY: Final = Cells(_show_quantity, _read_quantity)
CHOICE: Final = Cells(_show_text, text_in)
"""A choice of a list: its label stands in the cell; the sheet knows the values."""
