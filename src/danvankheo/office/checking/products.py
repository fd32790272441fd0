"""Products of a table: so many at such a price, as heads or a stated formula say."""

from collections.abc import Iterable, Iterator, Sequence

from danvankheo.domain.units import Dimension
from danvankheo.locale_vi import table_heads
from danvankheo.office.checking.figures import Agreement, Weighed, quantum_of, value_of
from danvankheo.office.checking.patterns import Basis, Instance, Pattern, PatternKind, Table
from danvankheo.office.tables.columns import PERCENTAGES, Column, ColumnKind
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.words import has


def product_patterns(table: Table) -> Iterator[Pattern]:
    """Yield the columns that are another times a price, one pattern a column."""
    rows = [row for row in table.rows if not row.hidden and row.kind in (RowKind.ITEM, RowKind.SOME)]
    for column in table.columns:
        stated = _stated(table, column)
        if stated is not None:
            yield _pattern(table, rows, column, stated, Basis.STATED)
    prices = [each for each in table.columns if each.kind is ColumnKind.PRICE]
    if len(prices) != 1:
        return
    price = prices[0]
    plain = [each for each in table.columns if each is not price and each.kind not in PERCENTAGES]
    amounts = [
        each
        for each in plain
        if has(each.name.lower(), table_heads.AMOUNTS_OF_MONEY) and each.formula is None
    ]
    found = [
        _pattern(table, rows, amount, (many, price), Basis.LABELLED)
        for amount in amounts
        for many in plain
        if many is not amount
    ]
    best = max(found, key=lambda each: (each.holding, -each.broken), default=None)
    if best is not None and best.holding:
        yield best


def product_agreement(target: TableFigure, one: TableFigure, other: TableFigure) -> Agreement:
    """Return whether a figure is the product of two others, each rounded as it is shown."""
    made = value_of(one) * value_of(other)
    gap = abs(value_of(target) - made)
    if not gap:
        return Agreement.EXACT
    reach = quantum_of(target)
    for figure, times in ((one, other), (other, one)):
        if (figure.unit is not None and figure.unit.scale.zeros) or figure.amount != int(figure.amount):
            reach += quantum_of(figure) * abs(value_of(times))
    if gap * 2 <= reach:
        return Agreement.ROUNDED
    return Agreement.ONE_WAY if gap < reach else Agreement.BROKEN


def _stated(table: Table, column: Column) -> tuple[Column, Column] | None:
    formula = column.formula
    if formula is None or not formula.times:
        return None
    by_label = {each.label.upper(): each for each in table.reading.columns if each.label}
    one, other = by_label.get(formula.above[0][0].upper()), by_label.get(formula.times.upper())
    return None if one is None or other is None else (one, other)


def _pattern(
    table: Table, rows: Iterable[Row], column: Column, factors: Sequence[Column], basis: Basis
) -> Pattern:
    instances = []
    for row in rows:
        target, one, other = (table.figure(row.at, each.column) for each in (column, *factors))
        if target is None or one is None or other is None or not _can_be_multiplied(target, one, other):
            continue
        instances.append(
            Instance(
                target=target,
                terms=(Weighed(figure=one), Weighed(figure=other)),
                agreement=product_agreement(target, one, other),
                weighty=one.amount not in (0, 1) and other.amount not in (0, 1),
                gap=value_of(target) - value_of(one) * value_of(other),
            )
        )
    return Pattern(
        kind=PatternKind.PRODUCT,
        basis=basis,
        table=table.reading,
        instances=tuple(instances),
        down=False,
        key=("product", table.reading.region.heads, column.column, tuple(each.column for each in factors)),
    )


def _can_be_multiplied(target: TableFigure, one: TableFigure, other: TableFigure) -> bool:
    """Return whether at most one factor is money, and only if the product is."""
    money = [
        each.unit is not None and each.unit.dimension is Dimension.MONEY for each in (target, one, other)
    ]
    known = [each.unit is not None for each in (target, one, other)]
    if money[1] and money[2]:
        return False
    return money[0] == (money[1] or money[2]) or not all(known)
