"""What each figure of a table is for: a gift, an indicator, an award, a plan, a change, what is left."""

from functools import lru_cache
from typing import Final

import attrs

from danvankheo.checking import check_type
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import ModelField
from danvankheo.domain.periods import Period
from danvankheo.domain.units import Dimension
from danvankheo.locale_vi import movements, table_heads
from danvankheo.office.tables.columns import PERCENTAGES, Column, ColumnKind
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.numbers import tidy
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.words import has, letters_of


class FigureRole(Labelled):
    """What a figure is for.

    >>> FigureRole.PLAN.label
    'kế hoạch'
    """

    CONTRIBUTION = "contribution", "đóng góp"
    INDICATOR = "indicator", "chỉ tiêu"
    AWARD = "award", "khen thưởng"
    PLAN = "plan", "kế hoạch"
    CHANGE = "change", "tăng, giảm"
    REST = "rest", "còn lại"
    OTHER = "other", "khác"


class Measure(Labelled):
    """What a figure measures.

    >>> from danvankheo import office
    >>> office.Measure.LABOUR.label
    'ngày công'
    """

    MONEY = "money", "tiền"
    LABOUR = "labour", "ngày công"
    LAND = "land", "diện tích"
    COUNT = "count", "số lượng"
    RATE = "rate", "tỷ lệ"


@attrs.frozen(kw_only=True)
class FigureMeaning:
    """What a figure is for, and what it is of.

    Args:
        role: what it is for.
        measure: what it measures.
        field: the field that its row names.
        place: the place that its row names, as written; empty where it names none.
        giver: who gave, as written; empty where the row does not say.
        period: the time that its head names.
        total: whether it stands in a row of totals, and so is never added to its parts.
        cumulative: whether it adds up earlier times.
        hidden: whether it is hidden, and so not used.

    >>> from danvankheo import office
    >>> table, = office.read_tables(office.read("docs/examples/office/so-dong-gop.csv"))
    >>> meaning: office.FigureMeaning = office.meaning_of(table, table.figures[0])
    >>> meaning.role is office.FigureRole.CONTRIBUTION, meaning.measure.label, meaning.place
    (True, 'tiền', 'Ấp Giồng Chanh')
    """

    role: FigureRole
    measure: Measure | None = None
    field: ModelField | None = None
    place: str = ""
    giver: str = ""
    period: Period | None = None
    total: bool = False
    cumulative: bool = False
    hidden: bool = False


_MEASURES: Final = {
    Dimension.MONEY: Measure.MONEY,
    Dimension.LABOUR: Measure.LABOUR,
    Dimension.LAND: Measure.LAND,
    Dimension.RATIO: Measure.RATE,
}


def meaning_of(reading: TableReading, figure: TableFigure) -> FigureMeaning:
    """Return what a figure of a table is for.

    >>> from danvankheo.office.address import Address
    >>> from danvankheo.office.grid import Cell, Grid
    >>> from danvankheo.office.tables.reading import read_table
    >>> texts = [["Lĩnh vực", "Tiền (triệu đồng)"], ["Kinh tế", "96,5"], ["Cộng", "96,5"]]
    >>> cells = [
    ...     Cell(row=row, column=column, text=text)
    ...     for row, line in enumerate(texts, 1)
    ...     for column, text in enumerate(line, 1)
    ... ]
    >>> table, = read_table(Grid(address=Address(table=1), rows=3, columns=2, cells=tuple(cells)))
    >>> first, total = (meaning_of(table, figure) for figure in table.figures)
    >>> first.role, first.measure, first.field, total.total
    (FigureRole.CONTRIBUTION, Measure.MONEY, ModelField.ECONOMY, True)
    """
    check_type(reading, TableReading, "office.meaning_of")
    check_type(figure, TableFigure, "office.meaning_of.figure")
    row, column = reading.rows[figure.row], reading.column(figure.column)
    measure = _measure(figure, column)
    return FigureMeaning(
        role=_role(reading, column, measure),
        measure=measure,
        field=field_of(reading, row),
        place=place_of(reading, row),
        giver=giver_of(reading, row),
        period=column.period,
        total=row.kind is RowKind.TOTAL,
        cumulative=row.kind is RowKind.CUMULATIVE or column.kind is ColumnKind.CUMULATIVE,
        hidden=figure.hidden,
    )


def _measure(figure: TableFigure, column: Column) -> Measure | None:
    if column.kind in PERCENTAGES:
        return Measure.RATE
    if column.kind in (ColumnKind.CHANGE, ColumnKind.RANK):
        return None
    if figure.unit is None or figure.unit.rate:
        return Measure.COUNT
    return _MEASURES.get(figure.unit.dimension, Measure.COUNT)


def _role(reading: TableReading, column: Column, measure: Measure | None) -> FigureRole:
    match column.kind:
        case ColumnKind.PLAN:
            return FigureRole.PLAN
        case ColumnKind.CHANGE | ColumnKind.GROWTH:
            return FigureRole.CHANGE
        case ColumnKind.REST:
            return FigureRole.REST
        case ColumnKind.SHARE | ColumnKind.ATTAINMENT:
            return FigureRole.INDICATOR
        case ColumnKind.PRICE | ColumnKind.RANK | ColumnKind.AVERAGE:
            return FigureRole.OTHER
    if is_of_awards(reading) and measure is Measure.COUNT:
        return FigureRole.AWARD
    if measure is Measure.RATE or measure is Measure.COUNT or is_a_comparison(reading):
        return FigureRole.INDICATOR
    own = column.name.lower()
    if has(own, table_heads.GIFTS) or reading.column_of(ColumnKind.GIVER) is not None:
        return FigureRole.CONTRIBUTION
    if measure is not Measure.MONEY:
        return FigureRole.CONTRIBUTION
    around = " / ".join((own, *(text.lower() for text in reading.captions[:3])))
    if not has(around, table_heads.BUDGETS) or _is_of_gifts(reading):
        return FigureRole.CONTRIBUTION
    planned = any(each.kind is ColumnKind.PLAN for each in reading.columns) or "dự toán" in around
    return FigureRole.PLAN if planned and column.kind is not ColumnKind.ACTUAL else FigureRole.INDICATOR


def _is_of_gifts(reading: TableReading) -> bool:
    return any(has(text.lower(), table_heads.GIFTS) for text in reading.captions[:2])


@lru_cache(maxsize=16)  # asked for each figure
def is_of_awards(reading: TableReading) -> bool:
    """Return whether a table is of awards: by its title and heads, or by what its rows are called."""
    return reading.is_of_awards


def is_a_comparison(reading: TableReading) -> bool:
    """Return whether rows of several units are compared between two times."""
    by_row = reading.column_of(ColumnKind.UNIT) is not None
    return by_row and any(each.kind in (ColumnKind.CHANGE, ColumnKind.GROWTH) for each in reading.columns)


def field_of(reading: TableReading, row: Row) -> ModelField | None:
    """Return the field that a row names, in Vietnamese or by its English code."""
    column = reading.column_of(ColumnKind.FIELD)
    return None if column is None else field_named(row.line.text(column.column))


def field_named(text: str) -> ModelField | None:
    """Return the field of a name.

    >>> field_named("Văn hóa - xã hội"), field_named("economy"), field_named("Tổng cộng")
    (ModelField.CULTURE_SOCIETY, ModelField.ECONOMY, None)
    """
    name = letters_of(text)
    code = movements.MODEL_FIELDS.get(name) or table_heads.FIELD_CODES.get(name)
    return ModelField(code) if code is not None else None


def place_of(reading: TableReading, row: Row) -> str:
    """Return the place that a row names, as written; empty for a total."""
    column = reading.column_of(ColumnKind.PLACE)
    if column is None or row.kind in (RowKind.TOTAL, RowKind.CUMULATIVE):
        return ""
    return tidy(row.line.text(column.column))


def giver_of(reading: TableReading, row: Row) -> str:
    """Return who gave, as written; empty for a total."""
    column = reading.column_of(ColumnKind.GIVER)
    if column is not None and row.kind is RowKind.ITEM:
        return tidy(row.line.text(column.column))
    what = reading.column_of(ColumnKind.WHAT)
    if what is not None and row.kind is RowKind.ITEM and has(what.name.lower(), ("nguồn", "nguồn vốn")):
        return row.label
    return ""
