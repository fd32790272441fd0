"""Summaries side by side: a column a figure, of one unit that its head names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.summary import IndicatorTotal, Summary
from danvankheo.domain.units import Scale, Unit
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import approximated, format_number
from danvankheo.formatting.phrases import UNKNOWN, sentence
from danvankheo.formatting.quantities import format_quantity
from danvankheo.reporting.report import TextTable

_DECIMALS: Final = 2
_READABLE_DECIMALS: Final = 3
_MOST_GOODS: Final = 3


@attrs.frozen
class Column:
    """A column of a table: its head, with the unit, and a cell for each row.

    Args:
        head: what it holds.
        cells: what stands in each row.
        figures: the exact figures, None where a row has none; empty for a column of words.
    """

    head: str
    cells: tuple[str, ...]
    figures: tuple[Quantity | Fraction | None, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether no row has anything."""
        return all(cell in ("", UNKNOWN) for cell in self.cells)


def side_by_side(
    first: str, names: Sequence[str], columns: Sequence[Column], *, totals: int = 0
) -> TextTable:
    """Return a table of columns, without those that no row fills.

    Args:
        first: the head of the first column.
        names: what the rows are called.
        columns: the other columns.
        totals: how many of the last rows are sums of those before.
    """
    return in_columns([Column(head=first, cells=tuple(names)), *columns], totals=totals)


def in_columns(columns: Sequence[Column], *, totals: int = 0, empty: bool = False) -> TextTable:
    """Return a table of columns without those that no row fills.

    Args:
        columns: the columns, alike in length.
        totals: how many of the last rows are sums of those before.
        empty: whether columns that no row fills stay.
    """
    filled = [column for column in columns if empty or not column.is_empty]
    return TextTable(
        head=tuple(column.head for column in filled),
        rows=tuple(zip(*(column.cells for column in filled), strict=True)),
        numeric=frozenset(at for at, column in enumerate(filled) if column.figures),
        totals=totals,
    )


def sums_of(summaries: Sequence[Summary]) -> list[Column]:
    """Return the columns of contributions: money, labour, land and goods, each in one unit.

    Money is in the largest scale in which no row needs more than three decimals.

    >>> from danvankheo import load, summarise
    >>> an_khe = summarise([load("docs/examples/an-khe-2022.json")])
    >>> [(column.head, column.cells) for column in sums_of([an_khe])]
    [('Tiền (triệu đồng)', ('khoảng 214,4',)), ('Ngày công', ('731',)), ('Đất (m2)', ('260',))]
    """
    units: dict[tuple[ContributionKind, Unit], None] = {}
    for summary in summaries:
        for line in summary.contributions:
            if line.quantity is not None:
                units[line.kind, line.quantity.unit] = None
    columns: list[Column] = []
    for kind in ContributionKind:
        of_kind = [unit for each, unit in units if each is kind]
        if kind is ContributionKind.GOODS and len(of_kind) > _MOST_GOODS:
            columns.append(_goods(summaries))
        else:
            columns += (_sums_in(summaries, kind, unit) for unit in of_kind)
    unknown = _of_unknown_quantity(summaries)
    return columns if unknown.is_empty else [*columns, unknown]


def _sums_in(summaries: Sequence[Summary], kind: ContributionKind, unit: Unit) -> Column:
    found = [_sum_in(summary, kind, unit) for summary in summaries]
    shown = _scaled(unit, found) if kind is ContributionKind.MONEY else unit
    name = sentence(kind.label)
    head = name if shown.label == kind.label else f"{name} ({shown.label})"
    return Column(head=head, cells=tuple(_amount(figure, shown) for figure in found), figures=tuple(found))


def _sum_in(summary: Summary, kind: ContributionKind, unit: Unit) -> Quantity | None:
    return next(
        (
            line.quantity
            for line in summary.contributions
            if line.kind is kind and line.quantity is not None and line.quantity.unit == unit
        ),
        None,
    )


def _amount(figure: Quantity | None, unit: Unit) -> str:
    if figure is None:
        return UNKNOWN
    return approximated(format_number(figure.to(unit).amount), figure.approximation)


def _scaled(unit: Unit, figures: Iterable[Quantity | None]) -> Unit:
    """Return the largest scale of a currency in which all figures stay short."""
    amounts = [figure for figure in figures if figure is not None and figure.amount]
    for scale, least, decimals in ((Scale.BILLION, min, 1), (Scale.MILLION, max, _READABLE_DECIMALS)):
        scaled = unit.unscaled().scaled(scale)
        sizes = [abs(figure.to(scaled).amount) for figure in amounts]
        if sizes and least(sizes) >= 1 and max(map(decimals_of, sizes)) <= decimals:
            return scaled
    return unit


def _goods(summaries: Sequence[Summary]) -> Column:
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
    return Column(head=sentence(ContributionKind.GOODS.label), cells=tuple(cells))


def _of_unknown_quantity(summaries: Sequence[Summary]) -> Column:
    cells = (
        ", ".join(
            f"{format_number(line.count)} khoản {line.kind.label}"
            for line in summary.contributions
            if line.quantity is None
        )
        for summary in summaries
    )
    return Column(head="Chưa rõ số lượng", cells=tuple(cells))


def rates_of(summaries: Sequence[Summary], *, by_period: bool = False) -> list[Column]:
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
        cells = ("; ".join(map(_percent, rates)) or UNKNOWN for rates in of_row)
        alone = (rates[0] if len(rates) == 1 else None for rates in of_row)
        columns.append(Column(head=f"{name}{when} (%)", cells=tuple(cells), figures=tuple(alone)))
    return columns


def _percent(rate: Fraction | None) -> str:
    return UNKNOWN if rate is None else format_number(rate * 100, decimals=_DECIMALS)


def counts_of(counts: Sequence[Mapping[str, int]]) -> list[Column]:
    """Return a column for each thing that the rows count.

    >>> [(column.head, column.cells) for column in counts_of([{"Mô hình": 3}, {}])]
    [('Mô hình', ('3', '…'))]
    """
    heads = dict.fromkeys(head for row in counts for head in row)
    return [
        Column(
            head=head,
            cells=tuple(format_number(row[head]) if head in row else UNKNOWN for row in counts),
            figures=tuple(Fraction(row[head]) if head in row else None for row in counts),
        )
        for head in heads
    ]


def with_changes(columns: Sequence[Column], periods: Sequence[Period]) -> list[Column]:
    """Return columns of periods, each followed by how its figures changed.

    A figure is compared with that of the row above it of the same kind of period: rates in percentage
    points, sums in percent.

    Args:
        columns: those of sums and of rates.
        periods: what the rows are, the earliest first.
    """
    return [each for column in columns for each in (column, *_change(column, periods))]


def _change(column: Column, periods: Sequence[Period]) -> Iterable[Column]:
    if not column.figures:
        return
    cells: list[str] = []
    before: dict[object, Quantity | Fraction] = {}
    for figure, period in zip(column.figures, periods, strict=True):
        earlier = before.get(period.kind)
        cells.append(_CHANGES[type(figure)](figure, earlier) if earlier is not None and figure else "")
        if figure is not None:
            before[period.kind] = figure
    of_rates = any(isinstance(figure, Fraction) for figure in column.figures)
    name, _, _ = column.head.rpartition(" (")
    yield Column(
        head=f"{name or column.head}: tăng, giảm ({'điểm %' if of_rates else '%'})",
        cells=tuple(cells),
        figures=column.figures,
    )


def _points(now: Fraction, before: Fraction) -> str:
    return _signed((now - before) * 100)


def _growth(now: Quantity, before: Quantity) -> str:
    if not before.amount:
        return UNKNOWN
    text = _signed((Fraction(now.value) / Fraction(before.value) - 1) * 100)
    sure = now.approximation is before.approximation is Approximation.EXACTLY
    return text if sure else approximated(text, Approximation.ABOUT)


def _signed(change: Fraction) -> str:
    text = format_number(change, decimals=_DECIMALS)
    return f"+{text}" if change > 0 else text


_CHANGES: Final[Mapping[type, Callable[..., str]]] = {Fraction: _points, Quantity: _growth}
