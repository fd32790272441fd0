"""Sums down the rows: totals, outlines, "Trong đó", formulas in the names of rows, sums over time."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from danvankheo.domain.units import Dimension
from danvankheo.office.checking.figures import Agreement, can_be_added
from danvankheo.office.checking.patterns import (
    Basis,
    Instance,
    Pattern,
    PatternKind,
    Table,
    best_of,
    sum_instance,
    within_instance,
)
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.words import is_some_of, letters_of, opens_all, opens_some

Members = Sequence[tuple[Row, int]]
"""Rows that are added, with 1, or taken away, with −1."""


def patterns_down(table: Table) -> Iterator[Pattern]:
    """Yield the sums down the rows of a table."""
    for row in table.rows:
        if row.hidden or row.kind in (RowKind.SECTION, RowKind.MORE):
            continue
        if row.kind is RowKind.CUMULATIVE:
            yield from _over_time(table, row)
            continue
        chosen = _chosen(table, row)
        if chosen is not None:
            yield chosen
        yield from _subsets(table, row)


def _chosen(table: Table, row: Row) -> Pattern | None:
    """Return the reading of a row as a sum that the figures agree with best."""
    stated = _stated_members(table, row)
    if stated:
        found = _pattern(table, row, stated, Basis.STATED)
        if found is not None and (found.holding or found.broken < 2):
            return found
    patterns = []
    for members, certain in _readings_of_total(table, row) if row.kind is RowKind.TOTAL else ():
        found = _pattern(table, row, [(each, 1) for each in members], Basis.LABELLED, certain=certain)
        if found is not None:
            patterns.append(found)
    months = _months_of(table, row)
    if months:
        found = _pattern(table, row, [(each, 1) for each in months], Basis.LABELLED, certain=True)
        if found is not None:
            patterns.append(found)
    under = [each for each in table.children.get(row.at, []) if not each.hidden]
    whole = [each for each in under if not each.some and each.kind in (RowKind.ITEM, RowKind.SECTION)]
    whole = [each for each in whole if not opens_all(each.label)]
    if len(whole) > 1 and not any(each.some for each in under):
        found = _pattern(table, row, [(each, 1) for each in whole], Basis.FOUND)
        if found is not None:
            patterns.append(found)
    return best_of(patterns)


def _stated_members(table: Table, row: Row) -> list[tuple[Row, int]]:
    """Return the rows that the name of a row adds up: "A+B", "III= I - II"."""
    formula = row.formula
    if formula is None or not formula.is_sum:
        return []
    siblings = [each for each in table.rows if each.parent == row.parent and each.at != row.at]
    everywhere = [] if row.number else [each for each in table.rows if each.at != row.at]
    for pool in (table.children.get(row.at, []), siblings, everywhere):
        members: list[tuple[Row, int]] = []
        for label, weight in formula.above:
            same = [each for each in pool if each.number == label and not each.hidden]
            before = [each for each in same if each.at < row.at]
            chosen = (before[-1] if before else same[0]) if same else None
            if chosen is None or (
                len(same) > 1 and pool is everywhere and len(before) != 1 and len(same) != 1
            ):
                break
            members.append((chosen, weight))
        else:
            return members
    return []


def _readings_of_total(table: Table, row: Row) -> Iterator[tuple[list[Row], bool]]:
    """Yield the rows that a total can be of, and whether the structure leaves no other choice."""
    rows = [each for each in table.rows if not each.hidden]
    if row.parent is not None or (row.number and table.children.get(row.at)):
        return
    before = [each for each in rows if each.at < row.at]
    after = [each for each in rows if each.at > row.at]
    totals_before = [each for each in before if each.kind is RowKind.TOTAL]
    flat = _is_flat(before) and not totals_before and not any(each.kind is RowKind.MORE for each in before)
    tops = _tops(before)
    if tops:
        yield tops, flat and not _tops(after)
    if totals_before:
        since = _tops([each for each in before if each.at > totals_before[-1].at])
        if since:
            yield since, False
            yield [totals_before[-1], *since], False
        if len(totals_before) > 1:
            yield totals_before, False
    leaves = [
        each
        for each in before
        if each.kind is RowKind.ITEM and not each.some and not table.children.get(each.at)
    ]
    if leaves and len(leaves) != len(tops):
        yield leaves, False
    following = []
    for each in after:
        if each.kind is RowKind.TOTAL and not each.number:
            break
        following.append(each)
    if (following and not before) or (following and not tops):
        yield _tops(following), False


_MONTH: Final = re.compile(r"(?:tháng|thg) 0?([0-9]{1,2})(?:\D|$)")
_QUARTER: Final = re.compile(r"(?:cộng |tổng )?(?:quý|quí|q) ?(iv|i{1,3}|[1-4])(?:\D|$)")
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _months_of(table: Table, row: Row) -> list[Row]:
    """Return the three rows of months right above the row of their quarter."""
    quarter = _QUARTER.match(letters_of(row.label))
    if quarter is None or row.at < 3:
        return []
    number = _QUARTERS.get(quarter[1]) or int(quarter[1])
    above = table.rows[row.at - 3 : row.at]
    months = [found[1] for each in above if (found := _MONTH.match(letters_of(each.label)))]
    wanted = [str(3 * number - 2 + place) for place in range(3)]
    return list(above) if months == wanted and not any(each.hidden for each in above) else []


def _tops(rows: Sequence[Row]) -> list[Row]:
    return [
        each
        for each in rows
        if each.parent is None and not each.some and each.kind in (RowKind.ITEM, RowKind.SECTION)
    ]


def _is_flat(rows: Sequence[Row]) -> bool:
    """Return whether rows are a plain list: no outline, no parts, numbers that follow each other."""
    items = [each for each in rows if each.kind is not RowKind.SECTION]
    if any(each.parent is not None or each.some or each.kind is not RowKind.ITEM for each in items):
        return False
    numbers = [int(each.number) for each in items if each.number.isdigit()]
    if any(each.level.startswith("bullet") for each in items):
        return False
    if numbers and len(numbers) != len(items):
        return False
    return len({each.level for each in items}) <= 1


def _pattern(
    table: Table, row: Row, members: Members, basis: Basis, *, certain: bool = False
) -> Pattern | None:
    instances = []
    for each in table.added:
        instance = _instance(table, row, each, members)
        if instance is not None:
            instances.append(instance)
    if not instances:
        return None
    return Pattern(
        kind=PatternKind.SUM,
        basis=basis,
        table=table.reading,
        instances=tuple(instances),
        down=True,
        key=("down", table.reading.region.heads, row.label, tuple(each.label for each, _ in members)),
        certain=certain,
    )


def _instance(table: Table, row: Row, column: Column, members: Members) -> Instance | None:
    target = table.figure(row.at, column.column)
    if target is None:
        return None

    def terms(keep: Callable[[Row], bool]) -> Instance | None:
        found = [
            (figure, weight)
            for each, weight in members
            if keep(each)
            for figure in table.expanded(each, column.column)
        ]
        return sum_instance(target, found)

    shown = terms(lambda each: not each.hidden)
    if shown is not None and shown.agreement is Agreement.BROKEN:
        hidden = _with_hidden(table, row, column, members, target)
        if hidden is not None and hidden.agreement.holds:
            return hidden
    return shown


def _with_hidden(
    table: Table, row: Row, column: Column, members: Members, target: TableFigure
) -> Instance | None:
    """Return the sum with the hidden rows between its members, which some totals count."""
    places = [each.at for each, _ in members]
    between = [
        (each, 1)
        for each in table.rows
        if each.hidden and each.parent is None and min(places) <= each.at <= max(*places, row.at)
    ]
    if not between:
        return None
    found = [
        (figure, weight)
        for each, weight in (*members, *between)
        for figure in table.expanded(each, column.column)
    ]
    return sum_instance(target, found)


def _subsets(table: Table, row: Row) -> Iterator[Pattern]:
    """Yield what "Trong đó" rows say of the row that they are part of: none is more than it."""
    under = [each for each in table.children.get(row.at, []) if each.some and not each.hidden]
    instances: list[Instance] = []
    for each in under:
        for column in table.added:
            part, whole = table.figure(each.at, column.column), table.figure(row.at, column.column)
            if part is None or whole is None or not can_be_added([part, whole]):
                continue
            if part.amount < 0 or whole.amount < 0 or _is_rate(part) or _is_rate(whole):
                continue
            instances.append(within_instance(part, whole))
    signed = any(
        figure.amount < 0
        for each in under
        for column in table.added
        if (figure := table.figure(each.at, column.column)) is not None
    )
    if instances and not signed:
        yield Pattern(
            kind=PatternKind.SUBSET,
            basis=Basis.LABELLED,
            table=table.reading,
            instances=tuple(instances),
            down=True,
            certain=all(is_some_of(each.label) and not opens_some(each.label) for each in under),
        )


def _is_rate(figure: TableFigure) -> bool:
    return figure.unit is not None and figure.unit.dimension is Dimension.RATIO


def _over_time(table: Table, row: Row) -> Iterator[Pattern]:
    """Yield what a row of sums over time says: each is the one before and the total of its own time."""
    base = next(
        (each for each in reversed(table.rows[: row.at]) if each.kind is RowKind.TOTAL and not each.hidden),
        None,
    )
    if base is None:
        items = [each for each in table.rows[: row.at] if each.kind is RowKind.ITEM]
        base = items[0] if len(items) == 1 else None
    if base is None:
        return
    times = [each for each in table.added if each.kind is not ColumnKind.TOTAL]
    instances = []
    for before, each in pairwise(times):
        target, previous, own = (
            table.figure(row.at, each.column),
            table.figure(row.at, before.column),
            table.figure(base.at, each.column),
        )
        if target is not None and previous is not None and own is not None:
            instance = sum_instance(target, [(previous, 1), (own, 1)])
            if instance is not None:
                instances.append(instance)
    if instances:
        yield Pattern(
            kind=PatternKind.SUM,
            basis=Basis.LABELLED,
            table=table.reading,
            instances=tuple(instances),
            down=False,
            cumulative=True,
            key=("over time", table.reading.region.heads, row.label),
        )
