"""Tables read by a form: what its columns hold becomes records, whatever their heads would say."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import attrs

from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.errors import DanVanKheoError
from danvankheo.office.address import Address
from danvankheo.office.collecting.forms import ColumnMeaning, Form, Meaning, MeaningKind, heads_in
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.entries import Record, TableEntry, why_not
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.office.tables.meaning import field_of, giver_of, place_of
from danvankheo.office.tables.numbers import CellKind, CellReading, tidy
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading, read_region
from danvankheo.office.tables.row_places import period_in_row, place_in_row
from danvankheo.office.tables.words import letters_of


class FormedTable(NamedTuple):
    """A table with what a form says of it: its reading without the form's figures, and those columns."""

    reading: TableReading
    form: Form
    meanings: Mapping[int, Meaning]
    absent: tuple[str, ...]


def formed(reading: TableReading, forms: Sequence[Form]) -> FormedTable | None:
    """Return a table as the first form reads it that has most of its columns there; None if none has any."""
    names = [name for column in reading.columns for name in (column.head, column.name) if name]
    fitting = [
        (len(heads), -at, form, heads)
        for at, form in enumerate(forms)
        if (heads := heads_in(form, names))
        and (not form.sheets or reading.address.sheet in ("", *form.sheets))
    ]
    if not fitting:
        return None
    _, _, form, heads = max(fitting, key=lambda each: each[:2])
    described = {head: _use(form.columns[head]) for head in heads}
    read = read_region(reading.region, captions=reading.captions, notes=reading.notes, described=described)
    meanings = {
        column.column: meaning
        for head in heads
        if isinstance(meaning := form.columns[head], Meaning)
        for column in [_column(read, head)]
        if column is not None
    }
    absent = tuple(head for head in form.columns if head not in heads)
    return FormedTable(_without(read, meanings), form, meanings, absent)


def _use(meaning: ColumnMeaning) -> ColumnKind | Unit | str | None:
    return ColumnKind.AMOUNT if isinstance(meaning, Meaning) else meaning


def _without(read: TableReading, meanings: Mapping[int, Meaning]) -> TableReading:
    """Return a table whose rows count the figures of some columns, which are then taken by the form alone."""
    columns = tuple(
        attrs.evolve(column, kind=ColumnKind.REMARKS, unit=None, formula=None)
        if column.column in meanings
        else column
        for column in read.columns
    )
    figures = tuple(figure for figure in read.figures if figure.column not in meanings)
    return attrs.evolve(read, columns=columns, figures=figures)


def _column(reading: TableReading, head: str) -> Column | None:
    wanted = letters_of(head)
    return next(
        (
            column
            for column in reading.columns
            if wanted in (letters_of(column.name), letters_of(column.head))
        ),
        None,
    )


class Formed:
    """Makes the records of the columns that a form describes."""

    def __init__(self, table: FormedTable, place: Place | None, period: Period | None) -> None:
        self.table = table
        self.place = place
        self.period = period
        self.left_out: list[NotUnderstood] = []
        self.sums: list[tuple[Address, Decimal, Decimal]] = []
        """Where a total stands that is not the sum of its rows: the place, the total, the sum."""

    def entries(self) -> Iterator[TableEntry]:
        """Yield the records, row by row, and check the totals of columns of gifts."""
        reading = self.table.reading
        above = {row.parent for row in reading.rows if row.kind is RowKind.ITEM and not row.some}
        sums: dict[int, Decimal] = dict.fromkeys(self.table.meanings, Decimal(0))
        for row in reading.rows:
            if row.kind is RowKind.TOTAL:
                self._check(row, sums)
            if row.kind is not RowKind.ITEM or row.some or row.hidden or row.at in above:
                continue
            yield from self._gifts(row, sums)
            yield from self._indicators(row)

    def _cell(self, row: Row, column: int) -> CellReading | None:
        return self.table.reading.cells.get((row.at, column))

    def _gifts(self, row: Row, sums: dict[int, Decimal]) -> Iterator[TableEntry]:
        reading = self.table.reading
        purpose = reading.column_of(ColumnKind.PURPOSE)
        giver = giver_of(reading, row)
        for number, meaning in self.table.meanings.items():
            cell = self._cell(row, number)
            if meaning.kind is not MeaningKind.GIFT or cell is None:
                continue
            if cell.figure is None:
                self._leave_text(row, number, cell)
                continue
            sums[number] += cell.figure.amount
            address = self._address(row, number)
            unit = cell.figure.unit or meaning.unit
            if unit is None:
                self._leave(address, cell.text, ("chưa rõ đơn vị tính", "no unit is given"))
                continue
            try:
                record = Contribution(
                    quantity=Quantity(cell.figure.amount, unit, cell.figure.approximation),
                    giver=Organization(name=giver) if giver else None,
                    purpose=tidy(row.line.text(purpose.column)) if purpose is not None else "",
                    place=place_in_row(reading, row, self.place),
                    when=period_in_row(reading, row),
                )
            except DanVanKheoError as error:
                self._leave(address, cell.text, why_not(error))
                continue
            yield self._entry(record, (address,), row)

    def _indicators(self, row: Row) -> Iterator[TableEntry]:
        named: dict[IndicatorKind | str, dict[MeaningKind, int]] = {}
        for number, meaning in self.table.meanings.items():
            if meaning.kind is not MeaningKind.GIFT:
                named.setdefault(meaning.indicator, {})[meaning.kind] = number
        for indicator, columns in named.items():
            held: dict[MeaningKind, Decimal] = {}
            for kind, number in columns.items():
                cell = self._cell(row, number)
                if cell is not None and cell.figure is not None:
                    held[kind] = cell.figure.amount
                elif cell is not None:
                    self._leave_text(row, number, cell)
            if not held:
                continue
            where = tuple(self._address(row, columns[kind]) for kind in held)
            known = isinstance(indicator, IndicatorKind)
            try:
                record = Indicator(
                    name=indicator.label if isinstance(indicator, IndicatorKind) else indicator or row.label,
                    kind=indicator if known else None,
                    part=held.get(MeaningKind.PART),
                    whole=held.get(MeaningKind.WHOLE),
                    value=Quantity(held[MeaningKind.RATE], PERCENT) if MeaningKind.RATE in held else None,
                    place=place_in_row(self.table.reading, row, self.place),
                    period=period_in_row(self.table.reading, row),
                )
            except DanVanKheoError as error:
                self._leave(where[0], row.label, why_not(error))
                continue
            yield self._entry(record, where, row)

    def _check(self, row: Row, sums: dict[int, Decimal]) -> None:
        for number, meaning in self.table.meanings.items():
            cell = self._cell(row, number)
            figure = None if cell is None or meaning.kind is not MeaningKind.GIFT else cell.figure
            if figure is not None and figure.amount != sums[number]:
                self.sums.append((self._address(row, number), figure.amount, sums[number]))

    def _entry(self, record: Record, addresses: tuple[Address, ...], row: Row) -> TableEntry:
        reading = self.table.reading
        return TableEntry(
            record=record,
            addresses=addresses,
            field=field_of(reading, row),
            place=place_of(reading, row),
            unit=place_in_row(reading, row, self.place),
        )

    def _address(self, row: Row, number: int) -> Address:
        return row.line.address(number, self.table.reading.column(number).head)

    def _leave_text(self, row: Row, number: int, cell: CellReading) -> None:
        if cell.kind is CellKind.TEXT:
            words = (f"“{cell.text[:40]}” không phải là số liệu", f"“{cell.text[:40]}” is no figure")
            self._leave(self._address(row, number), cell.text, words)

    def _leave(self, address: Address, text: str, words: tuple[str, str]) -> None:
        vietnamese, english = words
        self.left_out.append(
            NotUnderstood(address=address, text=text, vietnamese=vietnamese, english=english)
        )
