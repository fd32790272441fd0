"""Models that a list names, one a row."""

from collections.abc import Callable, Iterator

from danvankheo.domain.model import Model, ModelSubject
from danvankheo.domain.places import Place
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import table_heads
from danvankheo.office.tables.award_rows import Leave
from danvankheo.office.tables.entries import TableEntry, why_not
from danvankheo.office.tables.meaning import field_of, place_of
from danvankheo.office.tables.numbers import tidy
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.words import is_one_of, letters_of


def models_of(
    reading: TableReading, place_in: Callable[[Row], Place | None], leave: Leave
) -> Iterator[TableEntry]:
    """Yield the models of a list that has a column of their names."""
    column = next(
        (
            each
            for each in reading.columns
            if not each.kind.holds_figures
            and any(is_one_of(head, table_heads.MODEL_NAMES) for head in each.path)
        ),
        None,
    )
    if column is None:
        return
    subjects = next(
        (
            each
            for each in reading.columns
            if any(is_one_of(head, table_heads.SUBJECT_HEADS) for head in each.path)
        ),
        None,
    )
    for row in reading.rows:
        name = tidy(row.line.text(column.column))
        if not name or row.hidden or row.kind in (RowKind.TOTAL, RowKind.CUMULATIVE):
            continue
        said = letters_of(row.line.text(subjects.column)) if subjects is not None else ""
        subject = next((each for each in ModelSubject if said in (each.label, each.value)), None)
        address = row.line.address(column.column, column.head)
        try:
            record = Model(name=name, field=field_of(reading, row), subject=subject, place=place_in(row))
        except DanVanKheoError as error:
            leave(address, name, *why_not(error))
            continue
        yield TableEntry(
            record=record, addresses=(address,), field=field_of(reading, row), place=place_of(reading, row)
        )
