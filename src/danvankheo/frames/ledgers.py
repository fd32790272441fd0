"""Tables as offices keep them, in files of any kind, as tables of the published columns.

What `danvankheo.office` reads of a file is laid out in rows: title rows, merged heads, units in heads and in
captions, several sheets. Totals are checked and not added; where and when a row is of, its own cells say, or
else the titles above its table. What cannot be read for certain is refused with its cell; what is left out is
listed with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import attrs
import polars as pl

from danvankheo.auditing.findings.codes import Severity
from danvankheo.bilingual import Words
from danvankheo.domain.contribution import Contribution, kind_of
from danvankheo.domain.periods import Period
from danvankheo.domain.places import PlaceKind, PlaceLevel
from danvankheo.errors import DocumentError, InvalidValueError, Problem, problem_at
from danvankheo.frames.cells import Row
from danvankheo.frames.forms import LeftOut
from danvankheo.frames.heads import column_named
from danvankheo.frames.page_titles import Titles
from danvankheo.frames.records import row_of
from danvankheo.frames.schema import CONTRIBUTIONS, PLACE_COLUMNS, ColumnType, TableSchema
from danvankheo.frames.words import code_of, period_code
from danvankheo.office.address import Address
from danvankheo.office.checking.between import audit_between
from danvankheo.office.checking.findings import PaperCode, PaperFinding
from danvankheo.office.checking.within import audit_within
from danvankheo.office.notices import NoticeKind
from danvankheo.office.paper import Paper, PaperKind
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.details import detailed
from danvankheo.office.tables.entries import TableEntry
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.ledger import records_of
from danvankheo.office.tables.numbers import CellKind, CellReading, tidy
from danvankheo.office.tables.outline import Row as TableRow
from danvankheo.office.tables.outline import RowKind
from danvankheo.office.tables.reading import TableReading, read_tables
from danvankheo.reading.numbers import Convention
from danvankheo.reasons import Reason

_TYPES: Final = {
    ColumnType.WHOLE: pl.Int64,
    ColumnType.TEXT: pl.String,
    ColumnType.TRUTH: pl.Boolean,
}
_OF_SUMS: Final = frozenset({PaperCode.SUM, PaperCode.UNIT_SLIP, PaperCode.SUBSET, PaperCode.CONTRADICTION})
"""Findings by which figures that are added up, or their totals, are wrong."""
_WAY: Final = frozenset({NoticeKind.ENCODING, NoticeKind.SEPARATOR, NoticeKind.DECIMAL_SIGN})
"""What is usual on reading a file."""
_VIETNAMESE: Final = frozenset({PaperKind.WORD, PaperKind.PDF, PaperKind.HTML})
"""The kinds of papers whose numbers are written as Vietnamese law has them."""
_CONTEXT: Final = frozenset({*PLACE_COLUMNS, "period", "year", "organizer"})
_OF_ROWS: Final = _CONTEXT | {"approximation", "kind", "model", "other_field"}
_WITH_A_NUMBER: Final = {"quý": "quý", "tháng": "tháng"}
_NAMED_LEVELS: Final = {
    PlaceLevel.PROVINCE: "province",
    PlaceLevel.DISTRICT: "district",
    PlaceLevel.COMMUNE: "commune",
    PlaceLevel.COMMUNITY: "community",
}


@attrs.frozen
class Ledger:
    """What a file of an office holds for a published table.

    Args:
        table: its rows.
        cells: where the figure of each row stands.
        left_out: what is no row of it, or may be there twice.
    """

    table: pl.DataFrame
    cells: Sequence[Address]
    left_out: Sequence[LeftOut]


def ledger_of(
    paper: Paper,
    schema: TableSchema,
    *,
    convention: Convention | None = None,
    accept_duplicates: bool = False,
) -> Ledger | None:
    """Return what a paper holds for a published table; None if it holds nothing for it.

    Args:
        paper: the paper, as `danvankheo.office.read` returns it.
        schema: the table.
        convention: whose signs numbers as text have that can be meant two ways.
        accept_duplicates: whether two tables with the same total may be added up.

    Raises:
        DocumentError: figures that would be added and do not agree with their totals, or with each other; a
            text in a column of figures; a number with two meanings; two tables with the same total: each with
            its cell, in both languages.
    """
    readings = read_tables(paper)
    records = records_of(readings)
    reader = _Reader(paper, readings, schema)
    rows: list[Row] = []
    cells: list[Address] = []
    problems: list[Problem] = []
    for entry in records.entries:
        try:
            name, row = row_of(entry.record, {}, "office")
            if name == schema.name:
                rows.append(reader.context(entry) | row | reader.own(entry, row))
                cells.append(entry.addresses[0])
        except InvalidValueError as error:
            problems.append(_at(entry.addresses[0], error.reason, error.got, error.details))
    if not rows and not problems:
        return None
    if schema is CONTRIBUTIONS:
        for unknown, address in reader.unknown(cells):
            rows.append(unknown)
            cells.append(address)
        doubles = (*records.cautions, *detailed(records.entries, records.stated_totals))
        cautions = [(each.address, each.vietnamese, each.english) for each in doubles]
        notes = [LeftOut(at, Words(vi, en)) for at, vi, en in cautions]
        if not accept_duplicates:
            problems += (reader.disagrees(*caution) for caution in cautions)
            notes = []
    else:
        notes = []
    problems += reader.doubtful(cells, convention)
    found = reader.findings(cells)
    problems += (reader.disagrees(each.address, each.vietnamese, each.english) for each in found[0])
    if problems:
        raise DocumentError(tuple(problems))
    notes += (LeftOut(each.address, Words(each.vietnamese, each.english)) for each in found[1])
    notes += reader.left_out([(each.address, each.vietnamese, each.english) for each in records.left_out])
    notes += reader.totals([address for _, address in records.stated_totals])
    notes += (
        LeftOut(notice.address, Words(_alone(notice.vietnamese), _alone(notice.english)))
        for notice in paper.notices
        if notice.kind not in _WAY
    )
    notes += reader.unused_columns(cells)
    notes += reader.stray()
    return Ledger(_made(rows, schema), cells, notes)


def _made(rows: Sequence[Row], schema: TableSchema) -> pl.DataFrame:
    """Return rows as a table; of the columns that may be lacking, those that hold something."""
    columns = [
        column
        for column in schema.columns
        if column.needed or any(row.get(column.name) is not None for row in rows)
    ]
    return pl.DataFrame(
        {column.name: [row.get(column.name) for row in rows] for column in columns},
        schema={column.name: _TYPES[column.type] for column in columns},
    )


class _Reader:
    """Where and when the rows of a paper's tables are of, and what of them is doubtful."""

    def __init__(self, paper: Paper, readings: Sequence[TableReading], schema: TableSchema) -> None:
        self._paper, self._readings, self._schema = paper, readings, schema
        self._titles = Titles(paper, readings)
        self._figures: dict[tuple[str, int, int], tuple[TableReading, TableFigure]] = {
            _key(figure.address): (reading, figure) for reading in readings for figure in reading.figures
        }
        self._columns = {id(reading): [*_named_columns(reading, schema)] for reading in readings}

    def context(self, entry: TableEntry) -> Row:
        """Return where and when a record is of."""
        reading, figure = self._figures[_key(entry.addresses[0])]
        return self._of(reading, reading.rows[figure.row], reading.column(figure.column), entry)

    def own(self, entry: TableEntry, row: Row) -> Row:
        """Return what the cells of a row say of a record besides: a word before its figure, its kind."""
        reading, figure = self._figures[_key(entry.addresses[0])]
        said = {
            name: tidy(reading.rows[figure.row].line.text(column.column))
            for name, column in self._columns[id(reading)]
            if name in {"approximation", "kind", "model", "other_field"}
        }
        found: Row = {name: text for name, text in said.items() if text and name in {"model", "other_field"}}
        for name in ("approximation", "kind"):
            if said.get(name):
                found[name] = code_of(self._schema.column(name), said[name])
        if entry.field is not None and "field" in self._schema.names:
            found["field"] = entry.field.value
        return found

    def unknown(self, cells: Iterable[Address]) -> Iterator[tuple[Row, Address]]:
        """Yield gifts whose figure is not stated: "…" in a column of gifts."""
        columns = {(id(self._reading(at)), at.column) for at in cells}
        known = {_key(at) for at in cells}
        for reading in self._readings:
            for column in reading.columns:
                if (id(reading), column.column) not in columns:
                    continue
                for row in reading.rows:
                    unit = reading.unit_at(row.at, column.column)
                    at = row.line.address(column.column, column.head)
                    plain = row.kind in {RowKind.ITEM, RowKind.SECTION} and not row.hidden and not row.some
                    if (
                        unit is None
                        or not plain
                        or _key(at) in known
                        or not _is_unstated(reading, row, column)
                    ):
                        continue
                    context = self._of(reading, row, column, None)
                    yield context | {"kind": kind_of(unit).value}, at

    def doubtful(self, cells: Sequence[Address], convention: Convention | None) -> Iterator[Problem]:
        """Yield texts among the figures that are added, and numbers that can be meant two ways."""
        used = {(id(self._reading(at)), at.column) for at in cells}
        for reading in self._readings:
            for column in reading.columns:
                if (id(reading), column.column) not in used:
                    continue
                for row in reading.rows:
                    if row.hidden or row.kind not in {RowKind.ITEM, RowKind.SOME, RowKind.SECTION}:
                        continue
                    at = row.line.address(column.column, column.head)
                    cell = reading.cells.get((row.at, column.column))
                    titled = row.kind is RowKind.SECTION and not _has_digit(cell)
                    if cell is not None and cell.kind is CellKind.TEXT and not titled:
                        yield _at(at, Reason.CELL_DIGITS, f'"{cell.text}"')
        if convention is Convention.VI or self._paper.decimal_sign == ",":
            return
        law = convention is None and self._paper.kind in _VIETNAMESE
        for at in cells:
            held = self._figures.get(_key(at))
            if held is not None and held[1].others and not (law and "," not in held[1].text):
                yield _at(at, Reason.CELL_TWO_WAY, f'"{held[1].text}"')

    def findings(self, cells: Sequence[Address]) -> tuple[list[PaperFinding], list[PaperFinding]]:
        """Return what an audit finds wrong with the figures that are added, and what else it finds."""
        within = audit_within(self._readings)
        wrong = [figure for cause in within.causes for figure in (cause.figure, *cause.followers)]
        tables = {id(self._reading(at)) for at in cells}
        barred: list[PaperFinding] = []
        others: list[PaperFinding] = []
        for found in (*within.findings, *audit_between(self._readings, wrong)):
            added = id(self._reading(found.address)) in tables
            if found.severity is Severity.ERROR and found.code in _OF_SUMS and added:
                barred.append(found)
            elif found.severity is not Severity.INFO:
                others.append(found)
        return barred, others

    def disagrees(self, address: Address, vietnamese: str, english: str) -> Problem:
        """Return the problem of a figure that does not agree with others."""
        held = self._figures.get(_key(address))
        got = f'"{held[1].text}"' if held is not None else address.without_file().english
        why = Words(vietnamese.rstrip("."), english.rstrip("."))
        return _at(address, Reason.AGREES, got, {"why": why})

    def left_out(self, given: Iterable[tuple[Address, str, str]]) -> Iterator[LeftOut]:
        """Yield what was left out, but the columns that say where and when."""
        for address, vietnamese, english in given:
            reading = self._figures.get(_key(address), (None, None))[0]
            columns = self._columns.get(id(reading), [])
            if all(column.column != address.column for _, column in columns):
                yield LeftOut(address, Words(vietnamese, english))

    def totals(self, addresses: Iterable[Address]) -> Iterator[LeftOut]:
        """Yield the totals, which were checked and not added."""
        for address in addresses:
            yield LeftOut(address, Words("dòng tổng", "a total"))

    def unused_columns(self, cells: Sequence[Address]) -> Iterator[LeftOut]:
        """Yield the columns of texts and figures of which nothing was used, in tables that were."""
        used: dict[int, set[int]] = defaultdict(set)
        for at in cells:
            used[id(self._reading(at))].add(at.column)
        for reading in self._readings:
            if id(reading) not in used:
                continue
            named = {column.column for _, column in self._columns[id(reading)]}
            for column in reading.columns:
                known = column.column in used[id(reading)] | named or column.kind in _KNOWN or column.hidden
                if not known and (column.path or column.kind.holds_figures):
                    line = (reading.region.head or reading.region.body)[-1]
                    at = line.address(column.column, column.head)
                    yield LeftOut(at, Words("cột không dùng đến", "a column of no use"))

    def stray(self) -> Iterator[LeftOut]:
        """Yield the numbers of a workbook that stand outside of all tables."""
        inside = {
            (reading.address.block, line.row, column)
            for reading in self._readings
            for line in (*reading.region.head, *reading.region.body)
            for column in reading.region.columns
        }
        inside |= {
            (reading.address.block, reading.region.numbers.row, column)
            for reading in self._readings
            if reading.region.numbers is not None
            for column in reading.region.columns
        }
        for grid in self._paper.grids:
            for cell in grid.cells:
                place = (grid.address.block, cell.row, cell.column)
                if cell.number is not None and not cell.hidden and not grid.hidden and place not in inside:
                    yield LeftOut(grid.address_of(cell.row, cell.column), _OUTSIDE)

    def _reading(self, at: Address) -> TableReading | None:
        held = self._figures.get(_key(at))
        return held[0] if held is not None else None

    def _of(self, reading: TableReading, row: TableRow, column: Column, entry: TableEntry | None) -> Row:
        found: Row = {**self._titles.of(reading)}
        said: Row = {}
        for name, its in self._columns[id(reading)]:
            text = tidy(row.line.text(its.column))
            if name not in _CONTEXT or not text:
                continue
            if name == "year":
                said[name] = int(text) if text.isdigit() and len(text) == 4 else None
            else:
                lead = _WITH_A_NUMBER.get(its.head.lower(), "") if name == "period" else ""
                bare = not text.lower().startswith(lead)
                said[name] = f"{lead} {text}" if lead and bare else text
        if entry is not None and entry.place and not said.keys() & {*PLACE_COLUMNS}:
            level = _level_of(entry.place)
            if level is not None:
                said[level] = entry.place
        when = entry.record.when if entry is not None and isinstance(entry.record, Contribution) else None
        period = when if isinstance(when, Period) else column.period
        if period is not None:
            found |= _when(period)
        elif isinstance(when, date):
            own = found.get("period")
            inside = own is not None and _contains(str(own), when)
            found |= {} if inside else {"period": None, "year": when.year}
        if said.keys() & {"period", "year"}:
            if isinstance(said.get("period"), str):
                year = said.get("year") or found.get("year")
                said["period"] = period_code(f"{said['period']}")
                if said["period"] and not _is_code(str(said["period"])) and year is not None:
                    said["year"] = year
            found |= {"period": None, "year": None}
        return found | {name: value for name, value in said.items() if value is not None}


_OUTSIDE: Final = Words("số nằm ngoài các bảng", "a number outside of the tables")
_KNOWN: Final = frozenset(
    {
        ColumnKind.NUMBERING, ColumnKind.UNIT, ColumnKind.GIVER, ColumnKind.PURPOSE, ColumnKind.PLACE,
        ColumnKind.FIELD, ColumnKind.DAY, ColumnKind.REMARKS, ColumnKind.WHAT, ColumnKind.TOTAL,
        ColumnKind.SHARE, ColumnKind.CUMULATIVE,
    }
)  # fmt: skip


def _named_columns(reading: TableReading, schema: TableSchema) -> Iterator[tuple[str, Column]]:
    """Yield the columns of a table that say where and when a row is of, or what its figure is."""
    for column in reading.columns:
        name = column_named(column.head, schema)
        if name is None and column.head.lower() in _WITH_A_NUMBER:
            name = "period"
        if name in _OF_ROWS:
            assert name is not None
            yield name, column


def _has_digit(cell: CellReading | None) -> bool:
    return cell is not None and any(letter.isdigit() for letter in cell.text)


def _key(address: Address) -> tuple[str, int, int]:
    return (address.block, address.row, address.column)


def _is_unstated(reading: TableReading, row: TableRow, column: Column) -> bool:
    """Return whether a cell says that its figure is not known: "…", or a formula without a result."""
    cell = row.line.anchor(column.column)
    if cell is None or reading.cell_kind(row.at, column.column) is not CellKind.UNSTATED:
        return False
    return bool(cell.text.strip() or cell.formula)


def _level_of(place: str) -> str | None:
    """Return the column of a place that is written with its kind: "ấp Đông"."""
    low = place.lower()
    labels = {kind.label: kind for kind in PlaceKind if kind.level in _NAMED_LEVELS}
    label = next((each for each in sorted(labels, key=len, reverse=True) if low.startswith(f"{each} ")), None)
    return _NAMED_LEVELS[labels[label].level] if label is not None else None


def _when(period: Period) -> Row:
    one = period.start.year == period.end.year
    return {"period": period.code, "year": period.start.year if one else None}


def _contains(code: str, day: date) -> bool:
    period = Period.from_code(code)
    return period.start <= day <= period.end


def _is_code(text: str) -> bool:
    try:
        Period.from_code(text)
    except InvalidValueError:
        return False
    return True


def _at(
    address: Address, reason: Reason, got: str, details: Mapping[str, str | Words] | None = None
) -> Problem:
    at = address.without_file()
    return problem_at(Words(at.vietnamese, at.english), reason, got, details)


def _alone(notice: str) -> str:
    """Return what a notice says, without its place."""
    return notice.partition(": ")[2] or notice
