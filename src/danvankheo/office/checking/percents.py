"""Percentages of a table: shares, attainments, growth, indices, and parts that are more than their whole."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

import attrs

from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.units import PERCENT
from danvankheo.office.checking.figures import (
    Agreement,
    Weighed,
    can_be_added,
    change_agreement,
    ratio_agreement,
    value_of,
)
from danvankheo.office.checking.patterns import (
    Basis,
    Instance,
    Pattern,
    PatternKind,
    Table,
    can_be_related,
    within_instance,
)
from danvankheo.office.tables.columns import PERCENTAGES, Column, ColumnKind
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.formulas import Formula
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.words import has

_MOST_PAIRS: Final = 400
_SAMPLE: Final = 40


def percent_patterns(table: Table) -> Iterator[Pattern]:
    """Yield what the percentages of a table are of, and which parts exceed their whole."""
    rows = [row for row in table.rows if not row.hidden and row.kind is not RowKind.SECTION]
    for column in table.columns:
        percents = _is_percent(table, column, rows)
        stated = column.formula if column.formula is not None and column.formula.below else None
        if stated is not None:
            found = _stated(table, rows, column, stated, percents=percents)
            if found is not None:
                yield found
                continue
        if not percents:
            continue
        chosen = _chosen(table, rows, column)
        if chosen is not None:
            yield chosen
            yield from _parts_above_whole(table, column, chosen)


def _is_percent(table: Table, column: Column, rows: Iterable[Row]) -> bool:
    if column.kind in PERCENTAGES or column.unit is PERCENT:
        return True
    figures = [figure for row in rows if (figure := table.figure(row.at, column.column)) is not None]
    return bool(figures) and all(figure.unit is PERCENT for figure in figures)


def _stated(
    table: Table, rows: Sequence[Row], column: Column, formula: Formula, *, percents: bool
) -> Pattern | None:
    by_label = {each.label.upper(): each for each in table.reading.columns if each.label}
    above = [(by_label.get(label.upper()), weight) for label, weight in formula.above]
    below = [(by_label.get(label.upper()), weight) for label, weight in formula.below]
    if any(each is None or each.column == column.column for each, _ in (*above, *below)):
        return None
    instances = []
    for row in rows:
        percent = table.figure(row.at, column.column)
        parts = [_weighed(table, row, each, weight) for each, weight in above if each is not None]
        wholes = [_weighed(table, row, each, weight) for each, weight in below if each is not None]
        if percent is None or not percent.amount or None in parts or None in wholes:
            continue
        known = [each for each in parts if each is not None], [each for each in wholes if each is not None]
        instance = _ratio(percent, *known)
        if instance is not None:
            instances.append(attrs.evolve(instance, weighty=True))
    found = Pattern(
        kind=PatternKind.RATIO,
        basis=Basis.STATED,
        table=table.reading,
        instances=tuple(instances),
        down=False,
        key=("stated", table.reading.region.heads, column.column),
    )
    return found if percents or found.holding > found.broken else None


def _weighed(table: Table, row: Row, column: Column, weight: int) -> Weighed | None:
    figure = table.figure(row.at, column.column)
    return None if figure is None else Weighed(figure=figure, weight=weight)


def _ratio(percent: TableFigure, parts: Sequence[Weighed], wholes: Sequence[Weighed]) -> Instance | None:
    if not can_be_added([each.figure for each in (*parts, *wholes)]):
        return None
    agreement = ratio_agreement(percent, parts, wholes)
    if agreement is None:
        return None
    above = sum((value_of(each.figure) * each.weight for each in parts), Fraction(0))
    below = sum((value_of(each.figure) * each.weight for each in wholes), Fraction(0))
    return Instance(
        target=percent,
        terms=tuple(parts),
        wholes=tuple(wholes),
        agreement=agreement,
        weighty=percent.amount not in (0, 100) and _is_near(percent, 100 * above / below),
        gap=Fraction(percent.amount) - 100 * above / below,
    )


def _is_near(percent: TableFigure, exact: Fraction) -> bool:
    """Return whether a percentage is that of the figures as written, to a unit in its last place.

    Small figures that were rounded leave room for many percentages: that one of them fits tells nothing.
    """
    return abs(abs(Fraction(percent.amount)) - abs(exact)) <= Fraction(1, 10 ** decimals_of(percent.amount))


def _growth(percent: TableFigure, now: TableFigure, before: TableFigure, *, index: bool) -> Instance | None:
    if not can_be_added([now, before]) or (now.unit is PERCENT and before.unit is PERCENT and not index):
        return None
    agreement = change_agreement(percent, now, before, index=index)
    if agreement is None:
        return None
    exact = 100 * value_of(now) / value_of(before) - (0 if index else 100)
    if agreement is Agreement.BROKEN and not index and percent.amount > 0 > exact:
        opposite = attrs.evolve(percent, amount=-percent.amount)
        if change_agreement(opposite, now, before) is not Agreement.BROKEN:
            agreement = Agreement.ROUNDED  # "giảm" printed without a sign
    return Instance(
        target=percent,
        terms=(Weighed(figure=now),),
        wholes=(Weighed(figure=before),),
        agreement=agreement,
        weighty=percent.amount not in (0, 100) and _is_near(percent, exact),
        gap=Fraction(percent.amount) - exact,
    )


def _chosen(table: Table, rows: Sequence[Row], column: Column) -> Pattern | None:
    """Return what most percentages of a column are of; None where too few agree."""
    plain = [each for each in table.columns if each.unit is not PERCENT and each.kind not in PERCENTAGES]
    near = sorted(plain, key=lambda each: abs(each.column - column.column))[:20]
    candidates: list[Pattern] = []
    sample = rows[:_SAMPLE]
    for part, whole in permutations(near, 2):
        if not can_be_related([part, whole]):
            continue
        for kind in _kinds(column):
            found = _across(table, sample, (column, part, whole), kind)
            if found.holding >= 1:
                candidates.append(found)
    for part in near:
        for total in (row for row in rows if row.kind is RowKind.TOTAL):
            found = _shares_down(table, sample, column, part, total)
            if found.holding >= 1:
                candidates.append(found)
    candidates.sort(key=lambda each: (each.holding, -each.broken, _suits(table, each)), reverse=True)
    if not candidates:
        return _by_words_alone(table, rows, column, near)
    best = candidates[0]
    if best.holding < 2 and not (best.broken == 0 and _suits(table, best) >= 2):
        return _by_words_alone(table, rows, column, near)
    if best.holding < best.broken:
        return None
    return _whole(table, rows, column, best)


def _kinds(column: Column) -> tuple[PatternKind, ...]:
    if column.kind is ColumnKind.GROWTH or has(column.head.lower(), ("vượt",)):
        return PatternKind.GROWTH, PatternKind.INDEX
    return (PatternKind.RATIO,)


def _across(table: Table, rows: Iterable[Row], columns: Sequence[Column], kind: PatternKind) -> Pattern:
    """Return the pattern of a percentage, its part and its whole, in this order."""
    column, part, whole = columns
    instances = []
    for row in rows:
        percent, one, other = (table.figure(row.at, each.column) for each in (column, part, whole))
        if (
            percent is None
            or one is None
            or other is None
            or (percent.unit is not None and percent.unit is not PERCENT)
        ):
            continue
        if kind is PatternKind.RATIO:
            instance = _ratio(percent, [Weighed(figure=one)], [Weighed(figure=other)])
        else:
            instance = _growth(percent, one, other, index=kind is PatternKind.INDEX)
        if instance is not None:
            instances.append(instance)
    return Pattern(
        kind=kind,
        basis=Basis.LABELLED,
        table=table.reading,
        instances=tuple(instances),
        down=False,
        key=("percent", table.reading.region.heads, column.column, part.column, whole.column, kind),
    )


def _shares_down(table: Table, rows: Iterable[Row], column: Column, part: Column, total: Row) -> Pattern:
    """Return the pattern of shares of a total row: "Cơ cấu"."""
    whole = table.figure(total.at, part.column)
    instances = []
    if whole is not None and whole.amount > 0:
        for row in rows:
            percent, one = table.figure(row.at, column.column), table.figure(row.at, part.column)
            if percent is None or one is None or row.kind is RowKind.CUMULATIVE:
                continue
            instance = _ratio(percent, [Weighed(figure=one)], [Weighed(figure=whole)])
            if instance is not None and row.at == total.at:
                instance = attrs.evolve(instance, weighty=False)
            if instance is not None:
                instances.append(instance)
    return Pattern(
        kind=PatternKind.RATIO,
        basis=Basis.LABELLED,
        table=table.reading,
        instances=tuple(instances),
        down=True,
        key=("share", table.reading.region.heads, column.column, part.column, total.at),
    )


def _whole(table: Table, rows: Sequence[Row], column: Column, best: Pattern) -> Pattern:
    """Return a pattern that was found in a sample, of all rows."""
    if len(rows) <= _SAMPLE:
        return best
    first = best.instances[0]
    part = table.reading.column(first.terms[0].figure.column)
    whole = first.wholes[0].figure
    if best.down:
        return _shares_down(table, rows, column, part, table.rows[whole.row])
    return _across(table, rows, (column, part, table.reading.column(whole.column)), best.kind)


def _suits(table: Table, pattern: Pattern) -> int:
    """Return how well heads suit what a percentage is found to be of."""
    if pattern.down or not pattern.instances:
        return 1
    first = pattern.instances[0]
    part = table.reading.column(first.terms[0].figure.column)
    whole = table.reading.column(first.wholes[0].figure.column)
    if pattern.kind is PatternKind.RATIO:
        suited = (whole.kind in _WHOLES) + (part.kind in _REACHED)
        return suited + (part.path[:-1] == whole.path[:-1])
    earlier = whole.period is not None and part.period is not None and whole.period.start < part.period.start
    return 2 * earlier + (whole.kind is ColumnKind.BEFORE)


_WHOLES: Final = frozenset({ColumnKind.TOTAL, ColumnKind.PLAN})
_REACHED: Final = frozenset({ColumnKind.PART, ColumnKind.ACTUAL, ColumnKind.CUMULATIVE})


def _by_words_alone(
    table: Table, rows: Sequence[Row], column: Column, near: Sequence[Column]
) -> Pattern | None:
    """Return what the heads alone say where few rows can: one whole, one part, one percentage."""
    if column.kind not in (ColumnKind.SHARE, ColumnKind.ATTAINMENT):
        return None
    wanted = ColumnKind.TOTAL if column.kind is ColumnKind.SHARE else ColumnKind.PLAN
    wholes = [each for each in near if each.kind is wanted]
    parts = [each for each in near if each.kind in _REACHED and each not in wholes]
    if len(wholes) != 1 or len(parts) != 1 or len(rows) > 3:
        return None
    found = _across(table, rows, (column, parts[0], wholes[0]), PatternKind.RATIO)
    return attrs.evolve(found, certain=True)


def _parts_above_whole(table: Table, column: Column, ratio: Pattern) -> Iterator[Pattern]:
    """Yield where a part is more than its whole, of a share that is no attainment."""
    if column.kind is not ColumnKind.SHARE or ratio.kind is not PatternKind.RATIO or ratio.down:
        return
    if not ratio.instances or ratio.holding < 2:
        return
    whole = table.reading.column(ratio.instances[0].wholes[0].figure.column)
    part = table.reading.column(ratio.instances[0].terms[0].figure.column)
    if whole.kind is not ColumnKind.TOTAL or part.kind not in (ColumnKind.PART, ColumnKind.AMOUNT):
        return
    found = [within_instance(each.terms[0].figure, each.wholes[0].figure) for each in ratio.instances]
    yield Pattern(
        kind=PatternKind.SUBSET,
        basis=Basis.LABELLED,
        table=table.reading,
        instances=tuple(found),
        down=False,
        certain=True,
    )
