"""Which tables are the same, or sums of others: copies, summaries, and the names that tables go by."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from danvankheo.locale_vi import table_heads
from danvankheo.office.tables.columns import Column
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.words import letters_of

_COPY: Final = re.compile(r"\s*(?:\([0-9]{1,2}\)|- copy|copy)$", re.IGNORECASE)
_LEAST_FIGURES: Final = 4
_LEAST_NAME: Final = 3


def total_row(reading: TableReading) -> Row | None:
    """Return the row of totals of a whole table, if it has just one."""
    totals = [row for row in reading.rows if row.kind is RowKind.TOTAL and not row.number and not row.hidden]
    return totals[-1] if len(totals) == 1 else None


def plain_name(text: str) -> str:
    """Return a name without the kind of the place, and without the mark of a copy."""
    name = _COPY.sub("", letters_of(text))
    for kind in sorted(table_heads.PLACES, key=len, reverse=True):
        if name.startswith(f"{kind} "):
            return name[len(kind) :].strip()
    return name


def names_of(reading: TableReading) -> set[str]:
    """Return what a table is called: its sheet, and the short texts above it."""
    names = {plain_name(reading.address.sheet)} if reading.address.sheet else set()
    for text in reading.captions[:4]:
        for line in text.split("\n"):
            if len(line) <= 60:
                names.add(plain_name(line))
    return {name for name in names if len(name) >= _LEAST_NAME}


def same_column(column: Column, reading: TableReading) -> Column | None:
    """Return the column of another table with the same heads, by the lowest that is alone."""
    own = tuple(letters_of(head) for head in column.path)
    found = [
        each
        for each in reading.columns
        if each.kind.holds_figures
        and not each.hidden
        and tuple(letters_of(head) for head in each.path) == own
    ]
    if not found and own:
        found = [
            each
            for each in reading.columns
            if each.kind.holds_figures and not each.hidden and letters_of(each.head) == own[-1]
        ]
    return found[0] if len(found) == 1 else None


def repeated_tables(readings: Sequence[TableReading]) -> Iterator[tuple[TableReading, TableReading]]:
    """Yield tables that stand twice in one paper: the same title, heads, rows and figures."""
    seen: dict[object, TableReading] = {}
    for reading in readings:
        figures = tuple((figure.row, figure.column, figure.stored) for figure in reading.figures)
        if len(figures) < _LEAST_FIGURES:
            continue
        title = letters_of(reading.title) or plain_name(reading.address.sheet)
        labels = tuple(letters_of(row.label) for row in reading.rows)
        key = reading.address.file, title, reading.region.heads, labels, figures
        if key in seen:
            yield seen[key], reading
        else:
            seen[key] = reading


def summarised(readings: Sequence[TableReading]) -> Iterator[tuple[TableReading, Row, TableReading]]:
    """Yield each row of a summary with the table that it sums up: the row is called as the table is."""
    named: dict[str, list[TableReading]] = {}
    for reading in readings:
        for name in names_of(reading):
            named.setdefault(name, []).append(reading)
    for reading in readings:
        for row in reading.rows:
            detail = [each for each in named.get(plain_name(row.label), []) if each is not reading]
            if row.kind is RowKind.ITEM and not row.hidden and len(detail) == 1:
                yield reading, row, detail[0]
