"""Figures of tables as the audit takes them, and whether they add up or divide as a relation says."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

import attrs

from danvankheo.auditing.checks.ratios import check_ratio
from danvankheo.auditing.checks.sums import check_sum
from danvankheo.auditing.figures.reported import NEAREST, Nature, Reported
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.units import PERCENT, Dimension, Unit
from danvankheo.errors import DanVanKheoError
from danvankheo.office.tables.figures import TableFigure

_SMALL_COUNT: Final = 10_000


class Agreement(Labelled):
    """How far figures agree with a relation."""

    EXACT = "exact", "khớp"
    ROUNDED = "rounded", "khớp do làm tròn"
    ONE_WAY = "one-way", "chỉ khớp nếu cắt bỏ hoặc luôn làm tròn lên"
    BROKEN = "broken", "không khớp"

    @property
    def holds(self) -> bool:
        """Whether the figures agree, rounded or not."""
        return self in (Agreement.EXACT, Agreement.ROUNDED)


def in_unit(figure: TableFigure) -> Unit | None:
    """Return the unit that a figure is checked in: things counted and percentages by number alone."""
    unit = figure.unit
    return (
        None
        if unit is None or (unit.dimension in (Dimension.COUNT, Dimension.RATIO) and unit.scale.zeros == 0)
        else unit
    )


def nature_of(figure: TableFigure, beside: Iterable[TableFigure] = ()) -> Nature:
    """Return what kind of number a figure of a table is.

    What is counted is exact; of a whole number without a unit, only a small one is, for a large one may have
    been rounded.
    """
    unit = figure.unit
    if figure.amount < 0 or any(each.amount < 0 for each in beside):
        return Nature.SIGNED
    if unit is not None and unit.dimension is Dimension.RATIO:
        return Nature.RATE
    decimals = decimals_of(figure.amount) or any(decimals_of(each.amount) for each in beside)
    counted = unit is None or unit.dimension in (Dimension.COUNT, Dimension.LABOUR)
    if counted and not decimals and (unit is not None or abs(figure.amount) < _SMALL_COUNT):
        return Nature.COUNT
    return Nature.MEASURE


def reported_of(figure: TableFigure, beside: Iterable[TableFigure] = ()) -> Reported:
    """Return a figure as checks take it."""
    return Reported(figure.amount, nature_of(figure, beside), in_unit(figure), figure.approximation)


def value_of(figure: TableFigure) -> Fraction:
    """Return a figure as shown, in the base of its unit."""
    unit = in_unit(figure)
    return Fraction(figure.amount) * (Fraction(unit.size) if unit is not None else 1)


def stored_of(figure: TableFigure) -> Fraction:
    """Return the number stored under a figure, in the base of its unit."""
    unit = in_unit(figure)
    return Fraction(figure.stored) * (Fraction(unit.size) if unit is not None else 1)


def quantum_of(figure: TableFigure) -> Fraction:
    """Return one unit in the last place of a figure, in the base of its unit."""
    unit = in_unit(figure)
    return Fraction(1, 10 ** decimals_of(figure.amount)) * (Fraction(unit.size) if unit is not None else 1)


def can_be_added(figures: Sequence[TableFigure]) -> bool:
    """Return whether figures measure the same thing, so far as their units are known.

    Things that are counted by different words ("tập thể", "cá nhân") can make up a whole.
    """
    units = [figure.unit for figure in figures if figure.unit is not None]
    for one, other in pairwise(units):
        both_counted = one.dimension is other.dimension is Dimension.COUNT and one.rate == other.rate
        if not both_counted and not one.fits(other):
            return False
    return True


@attrs.frozen(kw_only=True)
class Weighed:
    """A figure and how often it counts; −1 takes it away."""

    figure: TableFigure
    weight: int = 1


def sum_agreement(target: TableFigure, terms: Sequence[Weighed]) -> Agreement:
    """Return whether a figure is the sum of others, as shown or as stored.

    The figures as written are compared first; the intervals of the audit decide what they leave open.
    """
    total = sum((value_of(term.figure) * term.weight for term in terms), Fraction(0))
    if value_of(target) == total:
        return Agreement.EXACT
    stored = sum((stored_of(term.figure) * term.weight for term in terms), Fraction(0))
    if stored_of(target) == stored:
        return Agreement.EXACT
    gap = abs(value_of(target) - total)
    reach = quantum_of(target) + sum((quantum_of(term.figure) for term in terms), Fraction(0))
    if gap > reach and all(
        figure.approximation.value == "exactly" for figure in (target, *(term.figure for term in terms))
    ):
        return Agreement.BROKEN
    return _agreement_of_sum(target, terms)


def _agreement_of_sum(target: TableFigure, terms: Sequence[Weighed]) -> Agreement:
    figures = [target, *(term.figure for term in terms)]
    try:
        check = check_sum(
            reported_of(target, figures),
            [reported_of(term.figure, figures) for term in terms],
            weights=[term.weight for term in terms],
        )
    except DanVanKheoError:
        return Agreement.BROKEN
    if any(way in check.procedures for way in NEAREST):
        return Agreement.ROUNDED
    return Agreement.ONE_WAY if check.procedures or check.loosely else Agreement.BROKEN


def ratio_agreement(
    percent: TableFigure, part: Sequence[Weighed], whole: Sequence[Weighed]
) -> Agreement | None:
    """Return whether a percentage is that of a part of a whole; None where it has none.

    Sums above or below are taken as written, which is what whoever calculates the percentage does.
    """
    above = sum((value_of(term.figure) * term.weight for term in part), Fraction(0))
    below = sum((value_of(term.figure) * term.weight for term in whole), Fraction(0))
    if below <= 0 or above < 0 or percent.amount < 0:
        return None
    exact = 100 * above / below
    if _is_stored_ratio(percent, _stored_sum(part), _stored_sum(whole), Fraction(0)):
        return Agreement.EXACT
    off = abs(exact - Fraction(percent.amount))
    quantum = Fraction(1, 10 ** decimals_of(percent.amount))
    if off * 2 <= quantum:
        return Agreement.EXACT if off == 0 else Agreement.ROUNDED
    reach = sum(map(_reach, (*part, *whole)), Fraction(0))
    if not reach or _is_far(above, below, reach, Fraction(percent.amount), quantum):
        return Agreement.ONE_WAY if off < quantum else Agreement.BROKEN
    if len(part) == len(whole) == 1:
        return _agreement_of_ratio(percent, part[0].figure, whole[0].figure)
    return Agreement.ONE_WAY if off < quantum else Agreement.BROKEN


def _reach(term: Weighed) -> Fraction:
    """Return how far a figure can be from what was rounded to it; 0 for an exact count."""
    return Fraction(0) if nature_of(term.figure) is Nature.COUNT else quantum_of(term.figure)


def _is_far(above: Fraction, below: Fraction, reach: Fraction, percent: Fraction, quantum: Fraction) -> bool:
    """Return whether no rounding of the figures brings their ratio near a percentage."""
    if below <= reach:
        return False
    least, most = (
        100 * max(above - reach, Fraction(0)) / (below + reach),
        100 * (above + reach) / (below - reach),
    )
    return not least - quantum <= percent <= most + quantum


def _stored_sum(terms: Sequence[Weighed]) -> Fraction:
    return sum((stored_of(term.figure) * term.weight for term in terms), Fraction(0))


def _is_stored_ratio(percent: TableFigure, above: Fraction, below: Fraction, less: Fraction) -> bool:
    """Return whether the number stored under a percentage is that of the stored figures."""
    if below <= 0 or percent.stored == percent.amount:
        return False
    exact = 100 * above / below - less
    return abs(exact - Fraction(percent.stored)) * 10**9 <= max(abs(exact), Fraction(1))


def _agreement_of_ratio(percent: TableFigure, part: TableFigure, whole: TableFigure) -> Agreement:
    beside = (part, whole)
    try:
        check = check_ratio(
            reported_of(part, beside),
            reported_of(whole, beside),
            Reported(percent.amount, Nature.RATE, PERCENT),
        )
    except DanVanKheoError:
        return Agreement.BROKEN
    if any(way in check.procedures for way in NEAREST):
        return Agreement.ROUNDED
    return Agreement.ONE_WAY if check.procedures or check.loosely else Agreement.BROKEN


def change_agreement(
    change: TableFigure, now: TableFigure, before: TableFigure, *, index: bool = False
) -> Agreement | None:
    """Return whether a percentage is the growth between two figures; with `index`, 100 is no growth."""
    earlier, later = value_of(before), value_of(now)
    if earlier <= 0:
        return None
    less = Fraction(0) if index else Fraction(100)
    if _is_stored_ratio(change, stored_of(now), stored_of(before), less):
        return Agreement.EXACT
    exact = 100 * later / earlier - less
    quantum = Fraction(1, 10 ** decimals_of(change.amount))
    off = abs(exact - Fraction(change.amount))
    if off * 2 <= quantum:
        return Agreement.EXACT if off == 0 else Agreement.ROUNDED
    low, high = _span(now), _span(before)
    if high[0] > 0:
        least = 100 * low[0] / high[1] - (0 if index else 100)
        most = 100 * low[1] / high[0] - (0 if index else 100)
        shown = Fraction(change.amount)
        if least <= shown + quantum / 2 and shown - quantum / 2 <= most:
            return Agreement.ROUNDED
    return Agreement.ONE_WAY if off < quantum else Agreement.BROKEN


def _span(figure: TableFigure) -> tuple[Fraction, Fraction]:
    """Return between what a figure lies that was rounded to nearest."""
    value = value_of(figure)
    if nature_of(figure) is Nature.COUNT:
        return value, value
    half = quantum_of(figure) / 2
    return value - half, value + half
