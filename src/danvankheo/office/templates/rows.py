"""A saved record as cells of a row, and back; what no cell can hold goes into the last one as JSON.

What a cell shows may say less than the record: the last cell then holds the exact value beside it, which
counts as long as the cell still shows what it did.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from danvankheo.documents.values import write_unit
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.units import SQUARE_METRE, WORKDAY, Unit
from danvankheo.office.grid import Cell
from danvankheo.office.templates.layout import (
    ABOUT,
    LABOUR,
    LAND,
    MONEY,
    OTHER,
    OTHER_UNIT,
    TemplateColumn,
)
from danvankheo.office.templates.values import CHOICE, NOT_STATED, CellError, text_in

Record: TypeAlias = dict[str, object]
Shown: TypeAlias = str | Decimal

LONGEST_CELL: Final = 32_000
_DIGITS: Final = 15
_QUANTITY: Final = "quantity"
_UNKNOWN: Final = "unknown_kind"
_AMOUNTS: Final = {
    MONEY: ContributionKind.MONEY,
    LABOUR: ContributionKind.LABOUR,
    LAND: ContributionKind.LAND,
    OTHER: ContributionKind.GOODS,
}


@attrs.frozen
class RowCells:
    """What a row holds: by the key of the column what is shown, and what the last cell keeps."""

    shown: Mapping[str, Shown]
    rest: str


def cells_of(columns: tuple[TemplateColumn, ...], record: Record, money: Unit) -> RowCells:
    """Return the cells of a saved record."""
    left: Record = json.loads(json.dumps(record))
    shown: dict[str, Shown] = {}
    exact: Record = {}
    if any(column.key == MONEY for column in columns):
        _lay_out_quantity(left, money)
    for column in columns:
        value = _take(left, column.key)
        if value is None:
            continue
        said = _show(column, value)
        if said != "":
            shown[column.key] = said
        if said == "" or not _reads_back(column, said, value):
            exact[column.key] = value
    rest: Record = {}
    if exact:
        rest["exact"] = exact
    if left:
        rest["more"] = left
    return RowCells(shown, json.dumps(rest, ensure_ascii=True, sort_keys=True) if rest else "")


def records_in(
    columns: tuple[TemplateColumn, ...], cells: Mapping[str, Cell], rest: str, money: Unit
) -> tuple[list[tuple[Record, tuple[str, ...]]], list[tuple[str, CellError]]]:
    """Return the saved records of a row, each with the columns of its figures, and faults by column."""
    held: dict[str, Record] = json.loads(rest) if rest else {}
    exact, record = held.get("exact", {}), held.get("more", {})
    wrong: list[tuple[str, CellError]] = []
    for column in columns:
        cell = cells.get(column.key)
        if cell is None:
            if column.key in exact and _show(column, exact[column.key]) == "":
                _put(record, column.key, exact[column.key])
            elif "." in column.key:
                record.pop(column.key.partition(".")[0], None)
            continue
        try:
            _put(record, column.key, _value(column, cell, exact))
        except CellError as error:
            wrong.append((column.key, error))
    if wrong:
        return [], wrong
    if any(column.key == MONEY for column in columns):
        return _gifts(record, money)
    return [(record, tuple(cells))], []


def _value(column: TemplateColumn, cell: Cell, exact: Record) -> object:
    if column.key in exact and _stands_as(cell, _show(column, exact[column.key])):
        return exact[column.key]
    if column.key in _AMOUNTS and text_in(cell).strip() in (NOT_STATED, "..."):
        return NOT_STATED
    if column.cells is CHOICE:
        return _chosen(column, cell)
    return column.cells.read(cell)


def _chosen(column: TemplateColumn, cell: Cell) -> str:
    words = " ".join(text_in(cell).split())
    for label, value in column.choices.items():
        if words.casefold() in (label.casefold(), value):
            return value
    allowed = ", ".join(column.choices)
    raise CellError(f"phải là một trong: {allowed}", f"expected one of: {', '.join(column.choices.values())}")


def _show(column: TemplateColumn, value: object) -> Shown:
    if value == NOT_STATED:
        return NOT_STATED
    if column.cells is CHOICE:
        return next((label for label, each in column.choices.items() if each == value), "")
    said = column.cells.show(value)
    return said if isinstance(said, Decimal) or _can_stand(said) else ""


def _can_stand(text: str) -> bool:
    """Return whether a cell keeps a text as it is."""
    kept = text == text.strip() and len(text) <= LONGEST_CELL
    return bool(text) and kept and all(letter.isprintable() or letter == "\n" for letter in text)


def _reads_back(column: TemplateColumn, said: Shown, value: object) -> bool:
    if value == NOT_STATED:
        return True
    try:
        return _value(column, cell_as_shown(said), {}) == value
    except CellError:
        return False


def is_a_number(said: Shown) -> bool:
    """Return whether a number keeps all its digits in a cell."""
    return (
        isinstance(said, Decimal)
        and len(said.as_tuple().digits) <= _DIGITS
        and abs(said.adjusted()) <= _DIGITS
    )


def written(said: Shown) -> str:
    """Return what stands in a cell as text."""
    return said if isinstance(said, str) else f"{said:f}".replace(".", ",")


def cell_as_shown(said: Shown) -> Cell:
    """Return the cell that holds something, as the reader will find it."""
    if isinstance(said, Decimal) and is_a_number(said):
        return Cell(
            row=1, column=1, text=written(said), value=said.normalize(), decimals=max(decimals_of(said), 0)
        )
    return Cell(row=1, column=1, text=written(said), value=written(said))


def _stands_as(cell: Cell, said: Shown) -> bool:
    """Return whether a cell still shows what was written."""
    if isinstance(said, Decimal):
        return cell.number == said if is_a_number(said) else text_in(cell) == written(said)
    return text_in(cell) == said


def _lay_out_quantity(left: Record, money: Unit) -> None:
    """Put the quantity of a contribution under the column of its unit."""
    quantity, unknown = left.pop(_QUANTITY, None), left.pop(_UNKNOWN, None)
    if isinstance(quantity, dict):
        unit = quantity.pop("unit")
        where = {_key(write_unit(money)): MONEY, "workday": LABOUR, "square_metre": LAND}.get(
            _key(unit), OTHER
        )
        left[where] = quantity.pop("amount")
        if where == OTHER:
            left[OTHER_UNIT] = unit
        if "approximation" in quantity:
            left[ABOUT] = quantity.pop("approximation")
    elif unknown is not None:
        where = next(key for key, kind in _AMOUNTS.items() if kind.value == unknown)
        left[where] = NOT_STATED


def _key(unit: object) -> str:
    return unit if isinstance(unit, str) else json.dumps(unit, sort_keys=True)


def _gifts(
    record: Record, money: Unit
) -> tuple[list[tuple[Record, tuple[str, ...]]], list[tuple[str, CellError]]]:
    """Return a contribution for each amount of a row."""
    units = {MONEY: write_unit(money), LABOUR: write_unit(WORKDAY), LAND: write_unit(SQUARE_METRE)}
    amounts = {key: record.pop(key) for key in _AMOUNTS if key in record}
    other, about = record.pop(OTHER_UNIT, None), record.pop(ABOUT, None)
    if not amounts:
        if not record and other is None:
            return [], []
        return [], [("", CellError("dòng chưa ghi số lượng", "the row has no amount"))]
    found: list[tuple[Record, tuple[str, ...]]] = []
    for key, amount in amounts.items():
        if amount == NOT_STATED:
            found.append(({**record, _UNKNOWN: _AMOUNTS[key].value}, (key,)))
            continue
        unit = units.get(key, other)
        if unit is None:
            return [], [(OTHER, CellError("hiện vật chưa ghi đơn vị tính", "goods without a unit"))]
        quantity: Record = {"amount": amount, "unit": unit}
        if about is not None:
            quantity["approximation"] = about
        found.append(({**record, _QUANTITY: quantity}, (key,)))
    if OTHER not in amounts and other is not None:
        return [], [
            (OTHER_UNIT, CellError("có đơn vị tính nhưng chưa ghi số lượng", "a unit without an amount"))
        ]
    return found, []


def _take(record: Record, key: str) -> object:
    """Take the value at a key out of a record; of a part of it with a dot."""
    first, _, inner = key.partition(".")
    if not inner:
        return record.pop(key, None)
    part = record.get(first)
    if not isinstance(part, dict):
        return None
    value = part.pop(inner, None)
    if not part:
        del record[first]
    return value


def _put(record: Record, key: str, value: object) -> None:
    first, _, inner = key.partition(".")
    if not inner:
        record[key] = value
        return
    part = record.setdefault(first, {})
    assert isinstance(part, dict)
    part[inner] = value
