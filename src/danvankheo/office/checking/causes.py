"""One finding a cause: the figure that most broken relations have in common, and what follows from it."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.office.checking.deciding import Judged
from danvankheo.office.checking.figures import quantum_of
from danvankheo.office.checking.patterns import Instance, Pattern, PatternKind
from danvankheo.office.checking.slips import Slip, agreement_with, key_of, slips_of
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.outline import RowKind

_MOST: Final = 400
_MOST_TERMS: Final = 60


@attrs.frozen(kw_only=True, eq=False)
class Cause:
    """What is wrong once, and all lines that it breaks.

    Args:
        figure: the figure that is most likely wrong.
        slip: what it would have to be; None where no one change does.
        judged: the lines that it breaks, the plainest first.
        followers: other figures that are wrong for the same reason.
    """

    figure: TableFigure
    slip: Slip | None
    judged: tuple[Judged, ...]
    followers: tuple[TableFigure, ...] = ()

    @property
    def main(self) -> Judged:
        """The line that shows it best: a sum before a percentage."""
        return self.judged[0]


def causes_of(bad: Sequence[Judged], patterns: Iterable[Pattern]) -> list[Cause]:
    """Return the causes of broken lines, each once.

    The figure is chosen whose change mends most lines and breaks fewest that hold; totals and percentages,
    which are calculated, before figures that are typed in.
    """
    remaining = [each for each in bad if each.pattern.kind is not PatternKind.SUBSET][:_MOST]
    good = _holding(patterns, {key_of(figure) for each in remaining for figure in each.instance.figures})
    causes: list[Cause] = []
    while remaining:
        slip, mended = _best_slip(remaining, good)
        if slip is None:
            first = remaining.pop(0)
            causes.append(Cause(figure=first.instance.target, slip=None, judged=(first,)))
            continue
        figure = slip.figure
        mended.sort(
            key=lambda each: (
                each.pattern.kind is not PatternKind.SUM,
                each.instance.target is not figure,
            )
        )
        causes.append(Cause(figure=figure, slip=slip, judged=tuple(mended)))
        remaining = [each for each in remaining if each not in mended]
    subsets = [
        Cause(figure=each.instance.target, slip=None, judged=(each,))
        for each in bad
        if each.pattern.kind is PatternKind.SUBSET
    ]
    return _merged(causes) + subsets


def _holding(
    patterns: Iterable[Pattern], wanted: set[tuple[object, ...]]
) -> dict[tuple[object, ...], list[tuple[PatternKind, Instance]]]:
    """Return the sums that hold, by total; what is calculated from a wrong figure holds too."""
    found: dict[tuple[object, ...], list[tuple[PatternKind, Instance]]] = {}
    for pattern in patterns:
        for instance in pattern.instances:
            if not instance.agreement.holds:
                continue
            key = key_of(instance.target)
            if pattern.kind is PatternKind.SUM and key in wanted:
                found.setdefault(key, []).append((pattern.kind, instance))
    return found


def _best_slip(
    remaining: Sequence[Judged], good: dict[tuple[object, ...], list[tuple[PatternKind, Instance]]]
) -> tuple[Slip | None, list[Judged]]:
    by_figure: dict[tuple[object, ...], list[Judged]] = {}
    for each in remaining:
        for figure in each.instance.figures[:_MOST_TERMS]:
            by_figure.setdefault(key_of(figure), []).append(each)
    best: tuple[tuple[int, ...], Slip | None, list[Judged]] = ((), None, [])
    seen: set[tuple[object, ...]] = set()
    for each in remaining:
        target = key_of(each.instance.target)
        for slip in slips_of(each.pattern.kind, each.instance):
            key = key_of(slip.figure)
            if (key, slip.to) in seen:
                continue
            seen.add((key, slip.to))
            mended = [
                other
                for other in by_figure.get(key, [])
                if (found := agreement_with(other.pattern.kind, other.instance, slip)) is not None
                and found.holds
            ]
            if not mended:
                continue
            harmed = sum(
                (found := agreement_with(kind, instance, slip)) is not None and not found.holds
                for kind, instance in good.get(key, [])
            )
            rank = (
                len(mended) - harmed,
                slip.factor is not None,
                key == target,
                -slip.edits,
            )
            if rank > best[0]:
                best = (rank, slip, mended)
    return best[1], best[2]


def _merged(causes: Sequence[Cause]) -> list[Cause]:
    """Return the causes, those of one reason made one: an equal gap beside, or in rows under it."""
    group = list(range(len(causes)))
    for at, one in enumerate(causes):
        for to in range(at + 1, len(causes)):
            if group[at] != group[to] and _has_same_reason(one, causes[to]):
                old, new = group[to], group[at]
                group = [new if each == old else each for each in group]
    done: list[Cause] = []
    for number in dict.fromkeys(group):
        members = [cause for cause, own in zip(causes, group, strict=True) if own == number]
        main = min(members, key=_depth) if _are_carried(members) else members[0]
        followers = tuple(each.figure for each in members if each is not main)
        done.append(attrs.evolve(main, followers=main.followers + followers))
    return done


def _are_carried(members: Sequence[Cause]) -> bool:
    return all(not each.main.pattern.down and each.main.pattern.kind is PatternKind.SUM for each in members)


def _has_same_reason(one: Cause, other: Cause) -> bool:
    first, second = one.main, other.main
    if (
        first.pattern.kind is second.pattern.kind is PatternKind.RATIO
        and first.pattern.table is second.pattern.table
    ):
        return all(each.slip is not None and each.slip.factor is not None for each in (one, other))
    if first.pattern is not second.pattern or first.pattern.kind is not PatternKind.SUM:
        return False
    if first.pattern.down and is_column_number(one) and is_column_number(other):
        return True
    if first.pattern.down:
        near = quantum_of(first.instance.target) + quantum_of(second.instance.target)
        gaps = abs(first.instance.gap), abs(second.instance.gap)
        return abs(gaps[0] - gaps[1]) <= near < min(gaps)
    return _is_carried(first, second) or _is_carried(second, first)


def is_column_number(cause: Cause) -> bool:
    """Return whether a total is too large by the number of its column: the row of numbers was added in.

    One column can be so by chance where its number is small; the sentence says what it looks like.
    """
    main = cause.main
    label = main.pattern.table.column(main.instance.target.column).label
    return main.pattern.down and label.isdigit() and main.instance.gap == int(label) and int(label) > 2


def _is_carried(one: Judged, other: Judged) -> bool:
    """Return whether a gap in one row is that of another under or over it."""
    rows = one.pattern.table.rows
    upper, lower = rows[one.instance.target.row], rows[other.instance.target.row]
    if upper.kind is RowKind.TOTAL and lower.kind is not RowKind.TOTAL and lower.parent is None:
        return one.instance.gap == other.instance.gap
    parent = lower.parent
    while parent is not None:
        if parent == upper.at:
            gaps = _gaps_under(one.pattern, upper.at)
            return one.instance.gap == sum(gaps, Fraction(0)) or one.instance.gap == other.instance.gap
        parent = rows[parent].parent
    return False


def _gaps_under(pattern: Pattern, parent: int) -> list[Fraction]:
    rows = pattern.table.rows
    return [
        each.gap
        for each in pattern.instances
        if rows[each.target.row].parent == parent and not rows[each.target.row].some
    ]


def _depth(cause: Cause) -> tuple[bool, int, int]:
    """Return how deep a row stands: the highest that is no total is the one to name."""
    rows = cause.main.pattern.table.rows
    row = rows[cause.main.instance.target.row]
    above = 0
    parent = row.parent
    while parent is not None:
        above, parent = above + 1, rows[parent].parent
    return row.kind is RowKind.TOTAL, above, row.at
