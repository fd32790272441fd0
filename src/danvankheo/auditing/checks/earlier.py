"""What an earlier figure can have been, if it changed by so much to what it is now."""

from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.figures.inputs import alike
from danvankheo.auditing.figures.intervals import EVERYTHING, NOT_NEGATIVE, POSITIVE, Interval, hull_of
from danvankheo.auditing.figures.reported import Nature, Printed, Procedure, Reading, Reported, known_reading
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import chosen
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Change, Direction
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, TIMES, Unit
from danvankheo.errors import AmbiguousTextError, ReadingError, UnitMismatchError, invalid
from danvankheo.printing import shown
from danvankheo.reading.statements import parse_change
from danvankheo.reasons import Reason

PERCENT_NATURES: Final = (Nature.SHARE, Nature.RATE)


@attrs.frozen(kw_only=True)
class ValueBefore:
    """What the earlier figure can have been, under both readings of a change.

    Args:
        points: if the change is a plain difference, of percentages in points; None if it cannot be.
        relative: if it is relative to the earlier figure; None if it cannot be.

    >>> from danvankheo.auditing import value_before
    >>> before = value_before("91,5%", "tăng 3,05%")
    >>> str(before.points), before.relative.meet(before.points)
    ('(88.395, 88.505)', None)
    """

    points: Interval | None
    relative: Interval | None


def value_before(
    now: Printed,
    change: Printed | Change,
    *,
    direction: Direction | None = None,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
) -> ValueBefore:
    """Return what the earlier figure can have been: in points, and relatively.

    Args:
        now: the figure now.
        change: by how much it changed, not negative: a percentage, points, an amount in the unit
            of the figure, times ("gấp 2 lần", relative only), or a `Change` or text that also
            says which way, such as ``"tăng 12%"``. A plain number has the unit of the figure.
        direction: which way, where the change does not say; up if nothing does.
        rounding: how both were rounded.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError: text that is no figure.
        UnitMismatchError: a change that the figure cannot have.
        InvalidValueError: a negative change.

    >>> found = value_before("91,5%", "3,05%")
    >>> str(found.points), str(found.relative)
    ('(88.395, 88.505)', '(1829000/20611, 1831000/20609)')
    """
    figure, moved, way = change_figures(now, change, direction, "value_before")
    return earlier_of(figure, moved, way, rounding, known_reading(reading))


def earlier_of(
    current: Reported, change: Reported, direction: Direction, rounding: Procedure, reading: Reading
) -> ValueBefore:
    """Return what the earlier figure can have been, of figures that were checked before."""
    now = current.interval(rounding, reading=reading)
    moved = change.interval(rounding, reading=reading)
    if now is None or moved is None:
        return ValueBefore(points=None, relative=None)
    points: Interval | None = None
    if _is_difference(current, change):
        points = current.clip(now - _signed(moved, direction))
    factor = factor_of(moved, change.unit, direction) if is_relative(change) else None
    relative = _undone(now, factor) if factor is not None else None
    return ValueBefore(points=points, relative=current.clip(relative) if relative is not None else None)


def _undone(now: Interval, factor: Interval) -> Interval | None:
    """Return what can have become this by a factor of zero or more."""
    if 0 in now and 0 in factor:
        return EVERYTHING  # whatever fell to nothing, "giảm 100%"
    below, above = (-now).meet(NOT_NEGATIVE), now.meet(NOT_NEGATIVE)
    fallen = below.over(factor) if below is not None else None
    return hull_of(None if fallen is None else -fallen, above.over(factor) if above is not None else None)


def factor_of(change: Interval, unit: Unit | None, direction: Direction) -> Interval | None:
    """Return by what an earlier figure was multiplied; None if it cannot have been.

    >>> from danvankheo.units import PERCENT
    >>> str(factor_of(Interval.exactly(10), PERCENT, Direction.DOWN))
    '[0.9, 0.9]'
    """
    if unit is None or not unit.fits(TIMES):
        return (_ONE + _signed(change, direction).times(Fraction(1, 100))).meet(NOT_NEGATIVE)
    if direction is not Direction.DOWN:
        return change
    positive = change.meet(POSITIVE)
    return None if positive is None else positive.inverse()


_ONE: Final = Interval.exactly(1)


def _signed(change: Interval, direction: Direction) -> Interval:
    """Return a change with its sign; "không đổi 0,0%" may be a small one either way."""
    if direction is Direction.UP:
        return change
    if direction is Direction.DOWN:
        return -change
    high, closed = change.high, change.high_closed
    return Interval(None if high is None else -high, high, low_closed=closed, high_closed=closed)


def _is_difference(current: Reported, change: Reported) -> bool:
    """Return whether a change can be a plain difference: points of percentages, or the same unit."""
    if change.unit is not None and change.unit.fits(TIMES):
        return current.unit is not None and current.unit.fits(TIMES)
    if current.nature in PERCENT_NATURES or (current.unit is not None and current.unit.fits(PERCENT)):
        return True
    return not _is_percent(change)


def is_relative(change: Reported) -> bool:
    """Return whether a change can be relative to the earlier figure."""
    return _is_percent(change) or (change.unit is not None and change.unit.fits(TIMES))


def _is_percent(change: Reported) -> bool:
    if change.unit is None:
        return change.nature in PERCENT_NATURES
    return change.unit.fits(PERCENT)


def change_figures(
    now: Printed, change: Printed | Change, direction: Direction | None, where: str
) -> tuple[Reported, Reported, Direction]:
    """Return the figure now, by how much it changed, and which way."""
    figure = Reported.of(now)
    size, way = _move(change, direction, where)
    if size.unit is None and figure.unit is not None:
        figure, size = alike([figure, size], where)
    _check_change(figure, size, where)
    return figure, size, way


def _move(change: Printed | Change, direction: Direction | None, where: str) -> tuple[Reported, Direction]:
    """Return the size of a change and its direction, which words such as "tăng 12%" tell."""
    if isinstance(change, str) and change.lstrip()[:1].isalpha():
        change = _change_or_figure(change)
    if not isinstance(change, Change):
        return Reported.of(change), _known_direction(direction, where)
    if direction is not None:
        options = {"options": Words("direction", "direction")}
        raise invalid(f"{where}.direction", Reason.OWN_OPTIONS, direction, **options)
    size = change.size if change.size is not None else Quantity(0, PERCENT)
    return Reported.of(size), change.direction


def _change_or_figure(text: str) -> Change | Reported:
    """Return a change such as "tăng 12%", or a figure in words or after one, such as "hơn 5%"."""
    try:
        return parse_change(text)
    except AmbiguousTextError:
        raise
    except ReadingError:
        return Reported.of(text)


def _known_direction(direction: Direction | None, where: str) -> Direction:
    """Return a direction, also by its name; up if none is stated."""
    return Direction.UP if direction is None else chosen(direction, Direction, f"{where}.direction")


def _check_change(now: Reported, moved: Reported, where: str) -> None:
    """Check that a figure can have a change.

    Raises:
        InvalidValueError: a negative change.
        UnitMismatchError: one in another unit that is no percentage, points of a rate or times.
    """
    if moved.amount < 0:
        raise invalid(f"{where}.change", Reason.NOT_NEGATIVE, moved.amount)
    units = (PERCENT, PERCENTAGE_POINT, TIMES)
    if moved.unit is not None and now.unit is not None and not moved.unit.fits(now.unit):
        in_points = moved.unit.fits(PERCENTAGE_POINT)
        if not any(moved.unit.fits(unit) for unit in units) or (in_points and not now.unit.fits(PERCENT)):
            base = {"base": now.unit.to_base().label}
            raise UnitMismatchError(f"{where}.change", Reason.SAME_BASE, shown(moved.unit.label), base)
