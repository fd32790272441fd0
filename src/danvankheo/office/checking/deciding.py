"""Which broken relations are sure enough to be alleged: the standard of proof of a paper's audit.

A true table raises no error. A relation counts where the table states it, where heads leave no other reading,
or where enough other lines agree; a gap that a note tells is none, nor is one that a blank can fill.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import Final

import attrs

from danvankheo.choices import Choice
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import Dimension
from danvankheo.office.checking.figures import Agreement, in_unit, quantum_of
from danvankheo.office.checking.patterns import Basis, Instance, Pattern, PatternKind
from danvankheo.office.checking.slips import slips_of
from danvankheo.office.tables.numbers import CellKind
from danvankheo.office.tables.outline import RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.scanning.scanner import scan

_MOST_AMOUNTS: Final = 8


class Standing(Choice, StrEnum):
    """What is made of a line that does not hold."""

    SURE = "sure"
    """It is alleged."""
    EXPLAINED = "explained"
    """A note tells of the gap."""
    OPEN = "open"
    """It may be true: a blank, an overlap, too few lines that agree."""


@attrs.frozen(kw_only=True, eq=False)
class Judged:
    """A line that does not hold, and what is made of it."""

    pattern: Pattern
    instance: Instance
    standing: Standing


def judged(patterns: Sequence[Pattern], pooled: Mapping[tuple[object, ...], tuple[int, int]]) -> list[Judged]:
    """Return the lines that do not hold, with their standing.

    Args:
        patterns: the relations of all tables.
        pooled: how many lines hold and do not, by key of the pattern.
    """
    found = []
    outlines = _outlines(patterns)
    for pattern in patterns:
        sure = is_believed(pattern, pooled)
        for instance in pattern.instances:
            if instance.agreement is not Agreement.BROKEN:
                continue
            standing = _standing(pattern, instance)
            if standing is Standing.SURE and not sure and not _others_speak(pattern, instance, outlines):
                standing = Standing.OPEN
            found.append(Judged(pattern=pattern, instance=instance, standing=standing))
    return found


def is_believed(pattern: Pattern, pooled: Mapping[tuple[object, ...], tuple[int, int]]) -> bool:
    """Return whether a pattern is believed, by its own lines or with those of tables with the same heads."""
    return is_sure(pattern, pattern.holding, _causes_in(pattern)) or (
        pattern.key in pooled and is_sure(pattern, *pooled[pattern.key])
    )


def _causes_in(pattern: Pattern) -> int:
    """Return how many lines do not hold, a row of totals that only carries the gaps of others left out."""
    rows = pattern.table.rows
    bad = [each for each in pattern.instances if each.agreement is Agreement.BROKEN]
    if pattern.down or pattern.kind is not PatternKind.SUM:
        return len(bad)
    items = [each for each in bad if rows[each.target.row].kind is not RowKind.TOTAL]
    gap = sum((each.gap for each in items), Fraction(0))
    carried = [each for each in bad if each not in items and each.gap == gap]
    return len(bad) - len(carried) if items else len(bad)


def is_sure(pattern: Pattern, holding: int, broken: int) -> bool:
    """Return whether a pattern is believed, by its basis and by how many of its lines hold."""
    if pattern.kind is PatternKind.SUBSET:
        return holding >= 2 * broken if holding else pattern.certain and broken == 1
    match pattern.basis:
        case Basis.STATED:
            return holding > 0 or broken <= 1 or _is_by_hundred(pattern)
        case Basis.LABELLED if pattern.certain:
            return holding * 2 >= broken if holding else broken == 1
        case Basis.LABELLED if pattern.down and pattern.kind is PatternKind.SUM:
            return holding > 0 and holding >= broken
        case Basis.LABELLED:
            return holding >= 2 and holding >= broken
        case _ if pattern.down:
            return holding >= 2 and holding >= broken
        case _:
            return holding >= 5 and broken * 5 <= holding


def _is_by_hundred(pattern: Pattern) -> bool:
    """Return whether a line of a stated percentage holds a hundred times: a fraction with a % sign."""
    bad = [each for each in pattern.instances if each.agreement is Agreement.BROKEN]
    return pattern.kind is PatternKind.RATIO and any(
        slip.factor == 100 for each in bad for slip in slips_of(pattern.kind, each)
    )


def _outlines(patterns: Iterable[Pattern]) -> Mapping[int, tuple[int, int]]:
    """Return for each table how many sums of its outline hold and do not, over all rows."""
    found: dict[int, tuple[int, int]] = {}
    for each in patterns:
        if each.down and each.kind is PatternKind.SUM:
            holding, broken = found.get(id(each.table), (0, 0))
            found[id(each.table)] = holding + each.holding, broken + each.broken
    return found


def _others_speak(pattern: Pattern, instance: Instance, outlines: Mapping[int, tuple[int, int]]) -> bool:
    """Return whether the other sums of a table speak for one that few columns can.

    A total that is called so needs one column that agrees; an outline without the word needs one digit, or
    two that changed places, as all that is wrong.
    """
    if not pattern.down or pattern.kind is not PatternKind.SUM or pattern.holding < pattern.broken - 1:
        return False
    holding, broken = outlines.get(id(pattern.table), (0, 0))
    if holding < 4 or broken * 4 > holding:
        return False
    if pattern.basis is Basis.LABELLED and pattern.holding:
        return True
    return any(
        slip.edits == 1 and len(f"{slip.figure.amount:f}".lstrip("-")) >= 4
        for slip in slips_of(pattern.kind, instance)
    )


def _standing(pattern: Pattern, instance: Instance) -> Standing:
    if any(figure.approximation is not Approximation.EXACTLY for figure in instance.figures):
        return Standing.OPEN
    if any(figure.others for figure in instance.figures) and _holds_otherwise(pattern, instance):
        return Standing.OPEN
    if pattern.kind is PatternKind.SUM:
        above = instance.gap > 0 if instance.target.amount >= 0 else instance.gap < 0
        if above and instance.blanks and not pattern.blank_is_zero:
            return Standing.OPEN
        if pattern.overlapping and (above or pattern.holding < 3):
            return Standing.OPEN
        if _is_noted(pattern.table, instance):
            return Standing.EXPLAINED
    return Standing.SURE


def _holds_otherwise(pattern: Pattern, instance: Instance) -> bool:
    """Return whether a line holds if figures with two readings are taken the other way."""
    if pattern.kind is not PatternKind.SUM:
        return False
    for figure in instance.figures:
        for other in figure.others:
            weight = next((term.weight for term in instance.terms if term.figure is figure), 0)
            moved = Fraction(other - figure.amount) * (
                Fraction(unit.size) if (unit := in_unit(figure)) else 1
            )
            if instance.gap == moved * weight or (figure is instance.target and instance.gap == -moved):
                return True
    return False


def _is_noted(table: TableReading, instance: Instance) -> bool:
    """Return whether a note explains a gap: by its mark at a figure or the row, or by its amount."""
    if not table.notes:
        return False
    row = table.rows[instance.target.row]
    marks = {*row.marks, *(mark for figure in instance.figures for mark in figure.marks)}
    for column in table.columns:
        reading = table.cells.get((row.at, column.column))
        if reading is not None and reading.kind is CellKind.MARK:
            marks |= {*reading.marks}
    notes = [note for note in table.notes if _is_note(note)]
    if any(mark in note for mark in marks for note in notes):
        return True
    amounts = _amounts(tuple(notes))
    gap = abs(instance.gap)
    unit = in_unit(instance.target)
    reach = sum((quantum_of(figure) for figure in instance.figures), Fraction(0)) / 2
    for count in range(1, min(4, len(amounts)) + 1):
        for chosen in combinations(amounts, count):
            total = sum((value for value, _ in chosen), Fraction(0))
            money = all(dimension is Dimension.MONEY for _, dimension in chosen)
            if abs(total - gap) <= reach and (unit is None or unit.dimension is Dimension.MONEY or not money):
                return True
    return False


def _is_note(text: str) -> bool:
    low = text.lower().lstrip()
    return low.startswith(("ghi chú", "(", "*", "chú thích", "lưu ý", "note")) or "(1)" in low


def _amounts(notes: tuple[str, ...]) -> list[tuple[Fraction, Dimension]]:
    found: list[tuple[Fraction, Dimension]] = []
    for note in notes:
        for fact in scan(note):
            quantity = fact.quantity
            if quantity is not None and quantity.unit.dimension is not Dimension.RATIO:
                found.append((Fraction(quantity.value), quantity.unit.dimension))
    return found[:_MOST_AMOUNTS]
