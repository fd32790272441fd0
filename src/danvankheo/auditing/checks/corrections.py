"""The least correction: which one number, changed least, makes a ratio and its percentage agree."""

from decimal import Decimal
from fractions import Fraction

import attrs

from danvankheo.auditing.figures.intervals import NOT_NEGATIVE, POSITIVE, Interval
from danvankheo.auditing.figures.lattice import WholeNumbers, parts_that_fit, wholes_that_fit
from danvankheo.auditing.figures.rates import as_printed, as_worded, rate_of, ratio_figures
from danvankheo.auditing.figures.reported import Printed, Reading, Reported
from danvankheo.auditing.findings.finding import CorrectedField, Correction
from danvankheo.calc.arithmetic import Rounding, known_rounding
from danvankheo.checking import chosen
from danvankheo.domain.numbers import LARGEST_WHOLE, decimals_of
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.statements import AttainmentMode, AttainmentModeLike
from danvankheo.errors import NotExactError
from danvankheo.printing import shown
from danvankheo.reasons import Reason


@attrs.frozen(kw_only=True)
class Corrections:
    """For each number of a ratio the nearest value that fits, and the least change of all.

    Args:
        percent: the percentage that the procedure prints; None if none would do.
        part: the nearest part that fits; None if there is none.
        whole: the nearest whole that fits; None if there is none.
        least: the one of them with the fewest changed digits, then the nearest; None if the
            figures agree.

    >>> from danvankheo.auditing import least_correction
    >>> ways = least_correction(45, 60, "85%")
    >>> ways.percent, ways.part, ways.whole, ways.least.field
    (Decimal('75'), 51, 53, 'percent')
    """

    percent: Decimal | None = None
    part: int | None = None
    whole: int | None = None
    least: Correction | None = None


def least_correction(
    part: Printed,
    whole: Printed,
    percent: Printed,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    mode: AttainmentModeLike = AttainmentMode.REACH,
) -> Corrections:
    """Return how one number can be changed so that a ratio and its percentage agree.

    Changes rank by digits edited (substituted, inserted, deleted, swapped with the next), then by
    units in the last place, then percentage before part before whole.

    Args:
        part: an exact count.
        whole: an exact count other than zero.
        percent: the percentage as printed.
        rounding: the procedure under which they are to agree.
        mode: as in `check_attainment`.

    Raises:
        NotExactError: a part or whole that is approximated or no count.
        ReadingError, UnitMismatchError, UndefinedError, InvalidValueError: as `check_ratio`.

    >>> found = least_correction(359, 17500, "2,04%")
    >>> found.percent, found.part, found.whole
    (Decimal('2.05'), 357, 17556)
    >>> found.least.field, found.least.edits
    ('percent', 1)
    """
    one, other, printed = ratio_figures(part, whole, percent, "least_correction")
    figures = (("part", one), ("whole", other))
    for name, figure in sorted(figures, key=lambda named: -decimals_of(named[1].amount)):
        if not figure.is_exact:  # decimals of one make the other a measure too, but are to blame
            raise NotExactError(f"least_correction.{name}", Reason.WHOLE_NUMBER, shown(str(figure.amount)))
    rounding = known_rounding(rounding)
    side = chosen(mode, AttainmentMode, "least_correction.mode")
    rate = rate_of(printed, side, rounding, Reading.LITERAL)
    if rate is not None and one.value / other.value in rate:
        return Corrections()
    stated = as_worded(100 * one.value / other.value, side)
    right: Decimal | None = None
    if 0 <= stated < LARGEST_WHOLE:
        amount = as_printed(stated, printed, rounding)
        made = attrs.evolve(printed, amount=amount, approximation=Approximation.EXACTLY)
        right = made.amount if made.interval(rounding) is not None else None
    near_part = near_whole = None
    if rate is not None:
        parts = parts_that_fit(NOT_NEGATIVE, Interval.exactly(other.value), rate)
        near_part = _nearest(parts, one.value)
        near_whole = _nearest(wholes_that_fit(Interval.exactly(one.value), POSITIVE, rate), other.value)
    candidates: tuple[tuple[CorrectedField, Reported, Decimal | int | None], ...] = (
        ("percent", printed, right),
        ("part", one, near_part),
        ("whole", other, near_whole),
    )
    changes = [_correction(field, figure, Decimal(to)) for field, figure, to in candidates if to is not None]
    least = min(changes, key=lambda found: (found.edits, found.steps), default=None)
    return Corrections(percent=right, part=near_part, whole=near_whole, least=least)


def _nearest(numbers: WholeNumbers, to: Fraction) -> int | None:
    """Return the end of a run of whole numbers that is nearest to a number outside it."""
    if numbers.smallest is None:
        return None
    if numbers.largest is None or to < numbers.smallest:
        return numbers.smallest
    return numbers.largest


def _correction(field: CorrectedField, figure: Reported, to: Decimal) -> Correction:
    moved = abs(Fraction(to) - Fraction(figure.amount)) * 10 ** decimals_of(figure.amount)
    edits = edits_between(f"{figure.amount:f}", f"{to:f}")
    return Correction(field=field, to=to, edits=edits, steps=int(moved), unit=figure.unit)


def edits_between(one: str, other: str) -> int:
    """Return how many characters to substitute, insert, delete or swap with their neighbour.

    >>> edits_between("96.42", "96.43"), edits_between("85", "58"), edits_between("9.5", "10.5")
    (1, 1, 2)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, char in enumerate(one):
        before, above, row = row, before, [at + 1]
        for to, wanted in enumerate(other):
            cost = min(before[to + 1] + 1, row[to] + 1, before[to] + (char != wanted))
            if at and to and char == other[to - 1] and one[at - 1] == wanted:
                cost = min(cost, above[to - 1] + 1)
            row.append(cost)
    return row[-1]
