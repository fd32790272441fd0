"""Sums across the columns: stated formulas, totals of groups, rests, changes, flows, sums over time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

import attrs

from danvankheo.domain.units import PERCENT
from danvankheo.locale_vi import table_heads
from danvankheo.office.checking.figures import value_of
from danvankheo.office.checking.patterns import (
    Basis,
    Pattern,
    PatternKind,
    Table,
    can_be_related,
    sum_instance,
)
from danvankheo.office.tables.columns import NEVER_ADDED, Column, ColumnKind
from danvankheo.office.tables.formulas import Formula
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.words import has, is_one_of

Parts = tuple[tuple[Column, int], ...]
"""Columns that are added, with 1, or taken away, with −1."""

_SAMPLE: Final = 80
_LONGEST: Final = 14
_MOST_COLUMNS: Final = 60


def patterns_across(table: Table) -> Iterator[Pattern]:
    """Yield the sums across the columns of a table."""
    rows = [row for row in table.rows if not row.hidden and row.kind is not RowKind.SECTION]
    if not rows or len(table.columns) > _MOST_COLUMNS:
        return
    done: set[int] = set()
    for column in table.columns:
        formula = column.formula
        if formula is not None and formula.is_sum:
            parts = _stated(table, column, formula)
            if parts:
                done.add(column.column)
                yield _pattern(table, rows, column, parts, Basis.STATED)
        elif column.kind is ColumnKind.CHANGE:
            points = _in_points(table, rows, column)
            if points is not None:
                done.add(column.column)
                yield points
    sums = _Sums(table, rows)
    for column in table.columns:
        if column.column in done or column.kind in NEVER_ADDED:
            continue
        chosen = sums.best_for(column)
        if chosen is not None:
            yield chosen


def _stated(table: Table, column: Column, formula: Formula) -> Parts:
    by_label = {each.label.upper(): each for each in table.reading.columns if each.label}
    parts = []
    for label, weight in formula.above:
        part = by_label.get(label.upper())
        if part is None or part.column == column.column:
            return ()
        parts.append((part, weight))
    return tuple(parts) if len(parts) > 1 else ()


def _pattern(
    table: Table,
    rows: Iterable[Row],
    column: Column,
    parts: Parts,
    basis: Basis,
    *,
    certain: bool = False,
    cumulative: bool = False,
) -> Pattern:
    instances = []
    flow = column.kind is ColumnKind.CLOSING
    for row in rows:
        target = table.figure(row.at, column.column)
        if target is None or (flow and row.some):
            continue
        found = [(table.figure(row.at, each.column), weight) for each, weight in parts]
        instance = sum_instance(target, found)
        if instance is not None:
            instances.append(instance)
    return Pattern(
        kind=PatternKind.SUM,
        basis=basis,
        table=table.reading,
        instances=tuple(instances),
        down=False,
        certain=certain,
        cumulative=cumulative,
        overlapping=any(each.some_of for each, _ in parts)
        and not column.some_of
        and basis is not Basis.STATED,
        key=(
            "across",
            table.reading.region.heads,
            column.column,
            tuple((each.column, weight) for each, weight in parts),
        ),
    )


def _in_points(table: Table, rows: Sequence[Row], column: Column) -> Pattern | None:
    """Return that a change is between two columns of percentages, in points."""
    percents = [each for each in table.columns if each.unit is PERCENT and each.kind is not ColumnKind.GROWTH]
    best: Pattern | None = None
    for now, before in permutations(percents, 2):
        instances = []
        for row in rows:
            figures = [table.figure(row.at, each.column) for each in (column, now, before)]
            bare = [attrs.evolve(figure, unit=None) for figure in figures if figure is not None]
            instance = sum_instance(bare[0], [(bare[1], 1), (bare[2], -1)]) if len(bare) == 3 else None
            if instance is not None:
                instances.append(instance)
        found = Pattern(
            kind=PatternKind.SUM,
            basis=Basis.LABELLED,
            table=table.reading,
            instances=tuple(instances),
            down=False,
            key=("points", table.reading.region.heads, column.column, now.column, before.column),
        )
        if found.holding and (best is None or (found.holding, -found.broken) > (best.holding, -best.broken)):
            best = found
    return best


class _Sums:
    """Which columns are sums of others, as far as a sample of the rows tells."""

    def __init__(self, table: Table, rows: Sequence[Row]) -> None:
        self.table, self.rows = table, rows
        self.columns = [
            each for each in table.columns if each.kind not in NEVER_ADDED and each.unit is not PERCENT
        ]
        sample = [row for row in rows if row.kind is not RowKind.MORE][:_SAMPLE]
        self.values: Mapping[int, list[Fraction | None]] = {
            each.column: [
                None if (figure := table.figure(row.at, each.column)) is None else value_of(figure)
                for row in sample
            ]
            for each in self.columns
        }

    def best_for(self, column: Column) -> Pattern | None:
        """Return what a column is the sum of, if enough rows say so."""
        labelled = [
            (parts, cumulative)
            for parts, cumulative in self._by_words(column)
            if len(parts) > 1 and can_be_related([column, *(each for each, _ in parts)])
        ]
        best: Pattern | None = None
        for parts, cumulative in labelled:
            if self._support(column, parts)[0]:
                found = _pattern(self.table, self.rows, column, parts, Basis.LABELLED, cumulative=cumulative)
                if best is None or (found.holding, -found.broken) > (best.holding, -best.broken):
                    best = found
        if best is not None and best.holding >= 2:
            return best
        windows = [
            (parts, *self._support(column, parts))
            for parts in self._windows(column)
            if can_be_related([column, *(each for each, _ in parts)])
        ]
        likely = [each for each in windows if each[1] >= 3 and each[2] * 4 <= each[1]]
        if likely:
            parts = max(likely, key=lambda each: (each[1], -each[2], -len(each[0])))[0]
            found = _pattern(self.table, self.rows, column, parts, Basis.FOUND)
            if best is None or found.holding > best.holding:
                return found
        return best

    def _support(self, column: Column, parts: Parts) -> tuple[int, int]:
        """Return in how many rows the columns add up, two of them not zero, and in how many not."""
        holding = broken = 0
        targets = self.values.get(column.column)
        if targets is None or any(each.column not in self.values for each, _ in parts):
            return 0, 0
        vectors = [(self.values[each.column], weight) for each, weight in parts]
        for at, target in enumerate(targets):
            if target is None:
                continue
            total, nonzero, stated = Fraction(0), 0, 0
            for values, weight in vectors:
                value = values[at]
                if value is not None:
                    stated += 1
                    total += value * weight
                    nonzero += value != 0
            if nonzero < 2:
                continue
            if abs(total - target) * 2 <= (len(parts) + 1) or total == target:
                holding += total == target or abs(target) > 50
            else:
                broken += 1
        return holding, broken

    def _windows(self, column: Column) -> Iterator[Parts]:
        """Yield runs of columns beside one that could add up to it, and differences of its neighbours."""
        at = self.columns.index(column) if column in self.columns else -1
        if at < 0:
            return
        for side in (self.columns[at + 1 : at + 1 + _LONGEST], self.columns[:at][::-1][:_LONGEST]):
            for length in range(2, len(side) + 1):
                yield tuple((each, 1) for each in self._without_parts(side[:length]))
        near = self.columns[max(0, at - 3) : at]
        for one, other in permutations(near, 2):
            yield ((one, 1), (other, -1))

    def _without_parts(self, run: Sequence[Column]) -> list[Column]:
        """Return a run of columns without those that are parts of another one of them, by their heads."""
        kept: list[Column] = []
        for each in run:
            total = next(
                (
                    other
                    for other in run
                    if other is not each
                    and other.kind is ColumnKind.TOTAL
                    and len(other.path) > 1
                    and other.path[:-1] == each.path[: len(other.path) - 1]
                ),
                None,
            )
            if total is None or (each.kind is ColumnKind.TOTAL and each.path[:-1] != total.path[:-1]):
                kept.append(each)
        return kept

    def _by_words(self, column: Column) -> Iterator[tuple[Parts, bool]]:
        """Yield what the heads say a column is: the total of its group, what is left, a change, a flow."""
        kind = column.kind
        plain = [each for each in self.columns if each is not column]
        if kind is ColumnKind.TOTAL or is_one_of(column.head, table_heads.TOTAL_COLUMNS):
            yield from ((parts, False) for parts in self._groups(column, plain))
        elif kind is ColumnKind.CUMULATIVE:
            same = [
                each
                for each in plain
                if each.path[:-1] == column.path[:-1] and each.kind is not ColumnKind.CUMULATIVE
            ]
            times = [
                each for each in same if each.column < column.column and each.kind is not ColumnKind.PLAN
            ]
            yield tuple((each, 1) for each in times), True
        elif kind is ColumnKind.REST:
            for plan in (each for each in plain if each.kind in (ColumnKind.PLAN, ColumnKind.TOTAL)):
                for actual in (each for each in plain if each.kind in _DONE):
                    yield ((plan, 1), (actual, -1)), False
        elif kind is ColumnKind.CHANGE:
            others = [each for each in plain if each.kind is not ColumnKind.CHANGE]
            left = [each for each in others if each.column < column.column][-2:]
            for now, before in permutations(others, 2):
                timed = (
                    now.period is not None and before.period is not None
                ) or before.kind is ColumnKind.BEFORE
                if (
                    timed
                    or (before.kind is ColumnKind.PLAN and now.kind in _DONE)
                    or {now, before} <= {*left}
                ):
                    yield ((now, 1), (before, -1)), False
        elif kind is ColumnKind.CLOSING:
            yield from ((parts, False) for parts in self._flows(plain))
        elif any(each.all_of for each in plain):
            parts = tuple((each, 1) for each in plain if each.all_of and each.path[:1] != column.path[:1])
            if parts:
                yield parts, False

    def _groups(self, column: Column, plain: Sequence[Column]) -> Iterator[Parts]:
        """Yield the columns under the same heads as a total, those of a lower total left out."""
        above = column.path[:-1]
        under = [each for each in plain if each.path[: len(above)] == above]
        tops = [
            each
            for each in under
            if not any(
                other is not each
                and other.kind is ColumnKind.TOTAL
                and other.path[:-1] != above
                and each.path[: len(other.path) - 1] == other.path[:-1]
                for other in under
            )
        ]
        right = [each for each in tops if each.column > column.column]
        left = [each for each in tops if each.column < column.column]
        for side in (right, left):
            yield tuple((each, 1) for each in side)
            for count in range(2, len(side)):
                yield tuple((each, 1) for each in (side[:count] if side is right else side[-count:]))

    def _flows(self, plain: Sequence[Column]) -> Iterator[Parts]:
        """Yield opening + what came in − what went out, for each choice of columns."""
        opening = next((each for each in plain if each.kind is ColumnKind.OPENING), None)
        if opening is None:
            return
        between = [
            each
            for each in plain
            if each.kind not in (ColumnKind.OPENING, ColumnKind.CLOSING, ColumnKind.PLAN)
        ]
        ins = [each for each in between if has(each.name.lower(), table_heads.INCREASES)]
        outs = [each for each in between if has(each.name.lower(), table_heads.DECREASES)]
        for one in ins:
            for other in outs:
                if one is not other:
                    yield ((opening, 1), (one, 1), (other, -1))
        if len(ins) > 1 or len(outs) > 1:
            yield (
                (opening, 1),
                *((each, 1) for each in ins if each not in outs),
                *((each, -1) for each in outs if each not in ins),
            )


_DONE: Final = frozenset(
    {ColumnKind.ACTUAL, ColumnKind.CUMULATIVE, ColumnKind.PART, ColumnKind.AMOUNT, ColumnKind.NOW}
)
