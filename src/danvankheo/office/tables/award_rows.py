"""Awards in the rows of a table: a form of commendation or a title, and how many recipients of each kind."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from danvankheo.domain.award import Award, AwardForm, EmulationTitle
from danvankheo.domain.units import Dimension
from danvankheo.errors import DanVanKheoError
from danvankheo.office.address import Address
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.entries import TableEntry, why_not
from danvankheo.office.tables.outline import Row
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.words import letters_of

Leave: TypeAlias = Callable[[Address, str, str, str], None]
"""Keeps what was left out: where, what stands there, and why in Vietnamese and English."""


def awards_of(reading: TableReading, row: Row, leave: Leave) -> Iterator[TableEntry]:
    """Yield the award of a row; what is no known form is left out.

    Only the first group of columns counts: others ("Khen chuyên đề") are parts of it.
    """
    form = form_named(row.label)
    columns = [each for each in reading.columns if each.kind.holds_figures]
    figures = [figure for each in columns if (figure := reading.figure_at(row.at, each.column)) is not None]
    if not figures:
        return
    if form is None:
        leave(figures[0].address, row.label, "chưa rõ là hình thức khen thưởng nào", "no known form of award")
        return
    figures = [each for each in figures if each.unit is None or each.unit.dimension is Dimension.COUNT]
    if not figures:
        return
    broken = next((each for each in figures if each.amount % 1), None)
    if broken is not None:
        leave(broken.address, row.label, "số đối tượng được khen phải là số nguyên", "a count must be whole")
        return
    first = reading.column(figures[0].column).path[:-1]
    counts: dict[str, int] = {}
    places: list[Address] = []
    for figure in figures:
        column = reading.column(figure.column)
        name = _recipient(column)
        if name and column.path[: len(first)] == first and name not in counts:
            counts[name] = int(figure.amount)
            places.append(figure.address)
    mixed = 0
    if not any(counts.values()):
        total = next(
            (each for each in figures if reading.column(each.column).kind is ColumnKind.TOTAL), figures[0]
        )
        mixed, places = int(total.amount), [total.address]
    try:
        record = Award(
            form=form,
            collectives=counts.get("collectives", 0),
            individuals=counts.get("individuals", 0),
            households=counts.get("households", 0),
            mixed=mixed,
        )
    except DanVanKheoError as error:
        leave(figures[0].address, row.label, *why_not(error))
        return
    yield TableEntry(record=record, addresses=tuple(places))


_RECIPIENTS: Final = (("tập thể", "collectives"), ("hộ gia đình", "households"), ("cá nhân", "individuals"))


def _recipient(column: Column) -> str:
    low = column.head.lower()
    return next((field for words, field in _RECIPIENTS if words in low), "")


def form_named(label: str) -> AwardForm | EmulationTitle | None:
    """Return the form of commendation or the title that a row names.

    >>> form_named("Bằng khen của Thủ tướng"), form_named("Giấy khen"), form_named("Danh hiệu khác")
    (AwardForm.BANG_KHEN, AwardForm.GIAY_KHEN, None)
    """
    low = letters_of(label)
    titles = sorted(EmulationTitle, key=lambda each: -len(each.label))
    title = next((each for each in titles if each.label.lower() in low), None)
    if title is not None:
        return title
    return next((each for each in AwardForm if each.label in low), None)
