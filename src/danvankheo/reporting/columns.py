"""Summaries side by side: a column a figure, of one unit that its head names."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.calc.rates import mean_yearly_difference, mean_yearly_growth
from danvankheo.domain.contribution import Contribution, ContributionKind, kind_of
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.summary import IndicatorTotal, Summary
from danvankheo.domain.units import PERCENTAGE_POINT, Scale, Unit
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import UNKNOWN, sentence
from danvankheo.formatting.quantities import format_quantity
from danvankheo.reporting.figure_table import (
    FigureTable,
    Rough,
    TableColumn,
    Value,
    ValueKind,
    number_column,
    percent_column,
    text_column,
)

_DECIMALS: Final = 2
_READABLE_DECIMALS: Final = 3
_MOST_GOODS: Final = 3
_UNKNOWN_QUANTITY: Final = "Chưa rõ số lượng"


def side_by_side(
    first: str, names: Sequence[str], columns: Sequence[TableColumn], *, sums: Sequence[Sequence[int]] = ()
) -> FigureTable:
    """Return a table of columns, without those that no row fills.

    Args:
        first: the head of the first column.
        names: what the rows are called.
        columns: the other columns.
        sums: for each of the last rows that is a sum, the rows that it adds up.
    """
    made = FigureTable(columns=(text_column(first, names), *columns), sums=tuple(map(tuple, sums)))
    return made.filled()


def sums_of(summaries: Sequence[Summary]) -> list[TableColumn]:
    """Return the columns of contributions: money, labour, land and goods, each in one unit.

    Money is in the largest scale in which no row needs more than three decimals.

    >>> from danvankheo import load, summarise
    >>> an_khe = summarise([load("docs/examples/an-khe-2022.json")])
    >>> [(column.title, column.texts) for column in sums_of([an_khe])]
    [('Tiền (triệu đồng)', ('khoảng 214,4',)), ('Ngày công', ('731',)), ('Đất (m2)', ('260',))]
    """
    units: dict[tuple[ContributionKind, Unit], None] = {}
    for summary in summaries:
        for line in summary.contributions:
            if line.quantity is not None:
                units[line.kind, line.quantity.unit] = None
    columns: list[TableColumn] = []
    for kind in ContributionKind:
        of_kind = [unit for each, unit in units if each is kind]
        if kind is ContributionKind.GOODS and len(of_kind) > _MOST_GOODS:
            columns.append(_goods(summaries))
        else:
            columns += (_sums_in(summaries, kind, unit) for unit in of_kind)
    unknown = _of_unknown_quantity(summaries)
    return columns if unknown.is_empty else [*columns, unknown]


def _sums_in(summaries: Sequence[Summary], kind: ContributionKind, unit: Unit) -> TableColumn:
    found = [_sum_in(summary, kind, unit) for summary in summaries]
    money = kind is ContributionKind.MONEY
    return TableColumn(
        head=sentence(kind.label),
        cells=tuple(found),
        kind=ValueKind.MONEY if money else ValueKind.NUMBER,
        unit=scaled(unit, found) if money else unit,
    )


def _sum_in(summary: Summary, kind: ContributionKind, unit: Unit) -> Quantity | None:
    return next(
        (
            line.quantity
            for line in summary.contributions
            if line.kind is kind and line.quantity is not None and line.quantity.unit == unit
        ),
        None,
    )


def scaled(unit: Unit, figures: Iterable[Quantity | None]) -> Unit:
    """Return the largest scale of a currency in which all figures stay short."""
    amounts = [figure for figure in figures if figure is not None and figure.amount]
    for scale, least, decimals in ((Scale.BILLION, min, 1), (Scale.MILLION, max, _READABLE_DECIMALS)):
        scaled = unit.unscaled().scaled(scale)
        sizes = [abs(figure.to(scaled).amount) for figure in amounts]
        if sizes and least(sizes) >= 1 and max(map(decimals_of, sizes)) <= decimals:
            return scaled
    return unit


def _goods(summaries: Sequence[Summary]) -> TableColumn:
    """Return goods of many units as words: there would be a column for each."""
    cells = (
        "; ".join(
            format_quantity(line.quantity)
            for line in summary.contributions
            if line.kind is ContributionKind.GOODS and line.quantity is not None
        )
        or UNKNOWN
        for summary in summaries
    )
    return text_column(sentence(ContributionKind.GOODS.label), cells)


def _of_unknown_quantity(summaries: Sequence[Summary]) -> TableColumn:
    cells = (
        ", ".join(
            f"{format_number(line.count)} khoản {line.kind.label}"
            for line in summary.contributions
            if line.quantity is None
        )
        for summary in summaries
    )
    return text_column(_UNKNOWN_QUANTITY, cells)


def quantities_of(contributions: Sequence[Contribution]) -> list[TableColumn]:
    """Return the columns of contributions that have a row each: a column a unit, money in one scale.

    Goods of many units are words, and a column says which quantities nobody knows.

    >>> from danvankheo import load
    >>> given = load("docs/examples/an-khe-2022.json").contributions
    >>> [(column.title, column.texts) for column in quantities_of(given)][0]
    ('Tiền (triệu đồng)', ('hơn 154,4', '', '', 'gần 60'))
    """
    keys = [_column_of(each.quantity) for each in contributions]
    goods = [*ContributionKind].index(ContributionKind.GOODS)
    units = sorted({key for key in keys if key}, key=lambda key: (key[0], key[1].label))
    many = sum(at == goods for at, _ in units) > _MOST_GOODS
    columns = []
    for at, unit in units:
        if at == goods and many:
            continue
        kind = [*ContributionKind][at]
        found = [
            each.quantity if key == (at, unit) else None
            for key, each in zip(keys, contributions, strict=True)
        ]
        money = kind is ContributionKind.MONEY
        columns.append(
            TableColumn(
                head=sentence(kind.label),
                cells=tuple("" if each is None else each for each in found),
                kind=ValueKind.MONEY if money else ValueKind.NUMBER,
                unit=scaled(unit, found) if money else unit,
            )
        )
    if many:
        texts = (
            format_quantity(each.quantity) if each.quantity and key and key[0] == goods else ""
            for key, each in zip(keys, contributions, strict=True)
        )
        columns.append(text_column(sentence(ContributionKind.GOODS.label), texts))
    unknown = text_column(
        _UNKNOWN_QUANTITY, (each.kind.label if each.quantity is None else "" for each in contributions)
    )
    return columns if unknown.is_empty else [*columns, unknown]


def _column_of(quantity: Quantity | None) -> tuple[int, Unit] | None:
    """Return the column of a quantity: its kind, and its unit without the scale of money."""
    if quantity is None:
        return None
    kind = kind_of(quantity.unit)
    unit = quantity.unit.unscaled() if kind is ContributionKind.MONEY else quantity.unit
    return [*ContributionKind].index(kind), unit


def rates_of(summaries: Sequence[Summary], *, by_period: bool = False) -> list[TableColumn]:
    """Return the columns of indicators, in percent; rates are of sums, never averaged.

    Args:
        summaries: the rows.
        by_period: whether each row is a period, so that a column holds the figures of all of them.
    """
    lines = [line for summary in summaries for line in summary.indicators]
    dated = not by_period and len({line.period for line in lines}) > 1

    def key(line: IndicatorTotal) -> tuple[str, bool, Period | None]:
        return line.label, line.whole_is_plan, line.period if dated else None

    columns = []
    for label, plan, period in dict.fromkeys(map(key, lines)):
        of_row = [
            [line.rate for line in summary.indicators if key(line) == (label, plan, period)]
            for summary in summaries
        ]
        name = f"{sentence(label)}, so với kế hoạch" if plan else sentence(label)
        when = f", {format_period(period)}" if period else ""
        columns.append(percent_column(f"{name}{when}", map(_of_row, of_row)))
    return columns


def _of_row(rates: Sequence[Fraction | None]) -> Fraction | str | None:
    """Return the rate of a row; of several, which have no one figure, their text."""
    if len(rates) <= 1:
        return next(iter(rates), None)
    return "; ".join(UNKNOWN if rate is None else format_number(rate * 100, decimals=2) for rate in rates)


def counts_of(counts: Sequence[Mapping[str, int]]) -> list[TableColumn]:
    """Return a column for each thing that the rows count.

    >>> [(column.title, column.texts) for column in counts_of([{"Mô hình": 3}, {}])]
    [('Mô hình', ('3', '…'))]
    """
    heads = dict.fromkeys(head for row in counts for head in row)
    return [number_column(head, (row.get(head) for row in counts)) for head in heads]


def with_changes(columns: Sequence[TableColumn], periods: Sequence[Period]) -> list[TableColumn]:
    """Return columns of periods, each followed by how its figures changed.

    A figure is compared with that of the row above it of the same kind of period: rates in percentage
    points, sums in percent.

    Args:
        columns: those of sums and of rates.
        periods: what the rows are, the earliest first.
    """
    return [each for column in columns for each in (column, *_change(column, periods))]


MEAN: Final = "Bình quân mỗi năm"
"""The name of the row that `with_means` adds."""


def with_means(columns: Sequence[TableColumn], periods: Sequence[Period]) -> list[TableColumn]:
    """Return columns of periods and of their changes with a last row: the mean change a year.

    Of sums it is the growth that leads from the first figure to the last (geometric mean), of rates the mean
    difference in percentage points; unknown but between periods of one kind, whole years apart.

    Args:
        columns: as `with_changes` returns them.
        periods: what the rows are, the earliest first.

    >>> from danvankheo import counted
    >>> rates = percent_column("Hộ nghèo", [Fraction(9, 100), Fraction(7, 100), Fraction(5, 100)])
    >>> years = [Period.year(year) for year in (2023, 2024, 2025)]
    >>> [column.texts[-1] for column in with_means(with_changes([rates], years), years)]
    ['', '-2,00']
    """
    made: list[TableColumn] = []
    before: TableColumn | None = None
    for column in columns:
        is_change = before is not None and column.head == _moved(before)
        mean: Value = _mean(before, periods) if is_change and before is not None else ""
        made.append(attrs.evolve(column, cells=(*column.cells, mean)))
        before = column
    return made


def _mean(column: TableColumn, periods: Sequence[Period]) -> Value:
    known = [
        (period, cell)
        for period, cell in zip(periods, column.cells, strict=True)
        if isinstance(cell, Quantity | Fraction)
    ]
    if len(known) < 2:
        return None
    (first, old), (last, new) = known[0], known[-1]
    years = last.start.year - first.start.year
    alike = first.kind is last.kind and (first.start.month, first.start.day) == (
        last.start.month,
        last.start.day,
    )
    if not alike or years < 1:
        return None
    if isinstance(old, Fraction) and isinstance(new, Fraction):
        return mean_yearly_difference(new, before=old, years=years)
    if not (isinstance(old, Quantity) and isinstance(new, Quantity)) or old.amount <= 0 or new.amount < 0:
        return None
    growth = mean_yearly_growth(new, before=old, years=years, decimals=_DECIMALS + 2)
    sure = new.approximation is old.approximation is Approximation.EXACTLY
    return growth if sure else Rough(growth)


def _moved(column: TableColumn) -> str:
    return f"{column.head}: tăng, giảm"


def _change(column: TableColumn, periods: Sequence[Period]) -> Iterable[TableColumn]:
    if column.kind is ValueKind.TEXT:
        return
    cells: list[Value] = []
    before: dict[object, Value] = {}
    for cell, period in zip(column.cells, periods, strict=True):
        earlier = before.get(period.kind)
        cells.append(_changed(cell, earlier))
        if isinstance(cell, Quantity | Fraction):
            before[period.kind] = cell
    yield TableColumn(
        head=_moved(column),
        cells=tuple(cells),
        kind=ValueKind.PERCENT,
        unit=PERCENTAGE_POINT if column.kind is ValueKind.PERCENT else None,
        decimals=_DECIMALS,
        signed=True,
    )


def _changed(now: Value, before: Value) -> Value:
    """Return by how much a figure grew; empty where there is none before it, None where it was nothing."""
    match now, before:
        case Fraction(), Fraction():
            return now - before
        case Quantity(), Quantity():
            if not before.amount:
                return None
            growth = Fraction(now.value) / Fraction(before.value) - 1
            sure = now.approximation is before.approximation is Approximation.EXACTLY
            return growth if sure else Rough(growth)
        case _:
            return ""
