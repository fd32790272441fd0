"""A figure, its change and its earlier value: points or relative?"""

from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.codes import FindingCode
from danvankheo.auditing.findings import FactRef, Finding
from danvankheo.auditing.intervals import NOT_NEGATIVE, POSITIVE, Interval
from danvankheo.auditing.procedures import (
    Check,
    Procedures,
    Verdict,
    accepted,
    explaining,
)
from danvankheo.auditing.reported import (
    NEAREST,
    PROCEDURES,
    Family,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    alike,
    known_reading,
)
from danvankheo.auditing.wording import Listing, Measured, Value, Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.domain.indicator import ChangeKind
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Change, Direction
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, TIMES, Unit
from danvankheo.errors import ReadingError, UnitMismatchError, one_of, refusal, shown
from danvankheo.reading.statements import parse_change
from danvankheo.reasons import Reason

_PERCENT_NATURES: Final = (Nature.SHARE, Nature.RATE)
_DIRECTIONS: Final = {
    Direction.UP: Words("tăng", "up"),
    Direction.DOWN: Words("giảm", "down"),
    Direction.NONE: Words("không đổi", "unchanged"),
}
_MULTIPLIED: Final = Words("gấp", "multiplied to")
_RELATIVELY: Final = {
    Direction.DOWN: Words("giảm tương đối", "a relative fall"),
    Direction.UP: Words("tăng tương đối", "a relative rise"),
    Direction.NONE: Words("tăng tương đối", "a relative rise"),
}


@attrs.frozen(kw_only=True)
class Earlier:
    """What the earlier figure can have been, under both readings of a change.

    Args:
        points: if the change is a plain difference, of percentages in points; None if it cannot be.
        relative: if it is relative to the earlier figure; None if it cannot be.
    """

    points: Interval | None
    relative: Interval | None


@attrs.frozen(kw_only=True)
class ChangeCheck(Check):
    """What a figure, its change and, where known, the earlier figure say of each other.

    Args:
        current: the figure now.
        change: by how much it changed, not negative.
        direction: which way, where the change does not tell; up if nothing does.
        kind: what the change is, as the text says; None if it leaves it open.
        previous: the earlier figure; None if it is not told.
        earlier: what it can have been, under the first procedure that explains it.
        points: which procedures explain it as a difference, or in points.
        relative: which explain it as relative.
    """

    current: Reported
    change: Reported
    direction: Direction
    kind: ChangeKind | None
    previous: Reported | None
    earlier: Earlier
    points: Procedures
    relative: Procedures

    @property
    def verdict(self) -> Verdict:
        """Which reading agrees: points, relative, both or neither."""
        if self.points:
            return Verdict.AMBIGUOUS if self.relative else Verdict.POINTS
        return Verdict.RELATIVE if self.relative else Verdict.NEITHER

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""
        return Finding(
            code=self._code(accepted(accept)),
            details=tuple(self._details().items()),
            facts=facts,
            procedures=self.procedures,
        )

    def _code(self, accept: Procedures) -> FindingCode:
        if self.previous is None:
            if not self.procedures and not self.loosely:
                return FindingCode.CHANGE_IMPOSSIBLE
            undecided = self.kind is None and self.verdict is Verdict.AMBIGUOUS
            return FindingCode.POINTS_OR_RELATIVE if undecided else FindingCode.CHANGE_FITS_ALONE
        if self.verdict is Verdict.NEITHER:
            if self.loosely:
                return FindingCode.CHANGE_LOOSE
            none = self.earlier.points is None and self.earlier.relative is None
            return FindingCode.CHANGE_IMPOSSIBLE if none else FindingCode.CHANGE_INCONSISTENT
        if not self.procedures:
            growth = self.kind is ChangeKind.GROWTH
            return FindingCode.CHANGE_IN_POINTS if growth else FindingCode.CHANGE_IS_RELATIVE
        if not any(way in self.procedures for way in accept):
            return FindingCode.CHANGE_OTHERWISE
        if self.kind is None and self.change.unit is not None and self.change.unit.fits(PERCENT):
            if self.verdict is Verdict.AMBIGUOUS:
                return FindingCode.CHANGE_UNDECIDED
            if self.verdict is Verdict.POINTS:
                return FindingCode.CHANGE_IN_POINTS
        return FindingCode.CHANGE_FITS

    def _details(self) -> dict[str, Value]:
        details: dict[str, Value] = {
            "current": self.current,
            "change": told_change(self.direction, self.change),
            "relatively": _RELATIVELY[self.direction],
        }
        readings = (("points", self.earlier.points), ("relative", self.earlier.relative))
        told = {name: Measured(span, self.current.unit) for name, span in readings if span is not None}
        details |= told
        if self.kind is not None:
            told.pop("points" if self.kind is ChangeKind.GROWTH else "relative", None)
        labels = _READINGS if len(told) > 1 else {}
        implied = (Listing((self._whole(told[name]), labels.get(name, "")), "") for name in told)
        details["implied"] = Listing(tuple(implied), _OR) if told else Words("chưa rõ", "unknown")
        if self.previous is not None:
            details["previous"] = self.previous
            details["right"] = self._right(self.previous)
        return details

    def _whole(self, earlier: Measured) -> Measured:
        """Return what the earlier figure can have been; of a count its whole numbers."""
        if self.current.nature is not Nature.COUNT or not isinstance(earlier.value, Interval):
            return earlier
        wholes = earlier.value.wholes()
        return earlier if wholes is None else Measured(wholes, earlier.unit)

    def _right(self, previous: Reported) -> Value:
        """Return the change from the earlier figure as written to this one."""
        moved = self.current.value - previous.value
        direction = Direction.UP if moved > 0 else Direction.DOWN if moved else Direction.NONE
        unit = self.current.unit
        difference = Measured(
            abs(moved), PERCENTAGE_POINT if unit is not None and unit.fits(PERCENT) else unit
        )
        if not moved:
            return _DIRECTIONS[direction]
        items: tuple[Value, ...] = (_DIRECTIONS[direction], " ", difference)
        if previous.value and _is_relative(self.change):
            items += (" (", Measured(100 * abs(moved / previous.value), PERCENT), ")")
        return Listing(items, "")


_OR: Final = Words(" hoặc ", " or ")
_READINGS: Final = {
    "points": Words(" (nếu là điểm phần trăm)", " (if in percentage points)"),
    "relative": Words(" (nếu là mức tương đối)", " (if relative)"),
}


def told_change(direction: Direction, change: Reported) -> Value:
    """Return a change as it is told: "tăng 12%", "gấp 2 lần", "không đổi"."""
    if direction is Direction.NONE:
        return _DIRECTIONS[direction]
    times = change.unit is not None and change.unit.fits(TIMES) and direction is Direction.UP
    return Listing((_MULTIPLIED if times else _DIRECTIONS[direction], " ", change), "")


def earlier_value(
    current: Printed,
    change: Printed | Change,
    direction: Direction | None = None,
    *,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
) -> Earlier:
    """Return what the earlier figure can have been: in points, and relatively.

    Args:
        current: the figure now.
        change: by how much it changed, not negative: a percentage, points, an amount in the unit
            of the figure, times ("gấp 2 lần", relative only), or a `Change` or text that also
            tells which way, such as ``"tăng 12%"``. A plain number has the unit of the figure.
        direction: which way, where the change does not tell; up if nothing does.
        rounding: how both were rounded.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError: text that is no figure.
        UnitMismatchError: a change that the figure cannot have.
        InvalidValueError: a negative change.

    >>> found = earlier_value("91,5%", "3,05%")
    >>> str(found.points), str(found.relative)
    ('(88.395, 88.505)', '(1829000/20611, 1831000/20609)')
    """
    now, moved, way = _figures(current, change, direction, "earlier_value")
    return _earlier(now, moved, way, rounding, known_reading(reading))


def check_change(
    current: Printed,
    change: Printed | Change,
    previous: Printed | None = None,
    *,
    direction: Direction | None = None,
    kind: ChangeKind | None = None,
    same_writer: bool = True,
    reading: Reading = Reading.IMPLIED,
) -> ChangeCheck:
    """Return whether a change agrees with the figure now and before, and in which reading.

    Args:
        current: the figure now.
        change: as in `earlier_value`.
        previous: the earlier figure, if it is told.
        direction: which way, where the change does not tell; up if nothing does.
        kind: what the text says the change is; None if it leaves that open, as "tăng 3,05%" does.
        same_writer: whether the earlier figure was rounded as the others are.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError, UnitMismatchError, InvalidValueError: as `earlier_value`.

    >>> check_change("91,5%", "3,05%", "88,45%").verdict.value
    'points'
    >>> print(check_change("1.808 hộ", "tăng 12%", "1.530 hộ"))
    1.808 hộ, tăng 12%: kỳ trước phải từ 1.608 hộ đến 1.621 hộ; báo cáo ghi 1.530 hộ, tức là tăng \
278 hộ (18,169934…%).
    >>> print(check_change("91,5%", "3,05%"))
    91,5%, tăng 3,05%: nếu là điểm phần trăm, kỳ trước trên 88,395% và dưới 88,505%; nếu là tăng tương \
đối, trên 88,739% và dưới 88,845%. Nên ghi rõ “điểm phần trăm”.
    """
    known_reading(reading)
    now, moved, way = _figures(current, change, direction, "check_change")
    if kind is not None:
        one_of(kind, ChangeKind, "check_change.kind")
        kind = ChangeKind(kind)
    before: Reported | None = None
    if previous is not None:
        before = Reported.of(previous, now.nature if now.nature in _PERCENT_NATURES else None)
        now, before = alike([now, before], "check_change")
        if before.nature is Nature.SIGNED:  # then so can the figure be that came of it
            now = attrs.evolve(now, nature=Nature.SIGNED)

    def agrees(earlier: Interval | None, rounding: Rounding, reading: Reading) -> bool:
        """Tell whether an earlier figure can be the one that is told, or any if none is."""
        if earlier is not None and before is not None:
            own = rounding if same_writer else Family.ANY
            earlier = earlier.meet(before.possible(own, reading=reading))
        return earlier is not None and (now.nature is not Nature.COUNT or earlier.wholes() is not None)

    def holding(reading: Reading) -> tuple[Procedures, Procedures]:
        found = {rounding: _earlier(now, moved, way, rounding, reading) for rounding in PROCEDURES}
        return (
            explaining(lambda rounding: agrees(found[rounding].points, rounding, reading)),
            explaining(lambda rounding: agrees(found[rounding].relative, rounding, reading)),
        )

    points, relative = holding(reading)
    loosely: Procedures = ()
    if not (points or relative):
        loosely = tuple(way for found in holding(Reading.LITERAL) for way in found)
    return ChangeCheck(
        current=now,
        change=moved,
        direction=way,
        kind=kind,
        previous=before,
        earlier=Earlier(
            points=_earlier(now, moved, way, _first(points), reading).points,
            relative=_earlier(now, moved, way, _first(relative), reading).relative,
        ),
        points=points,
        relative=relative,
        procedures=_in_reading(kind, points, relative),
        loosely=loosely,
    )


def _in_reading(kind: ChangeKind | None, points: Procedures, relative: Procedures) -> Procedures:
    """Return the procedures that explain a change in the reading that the text tells, else in either."""
    if kind is None:
        return explaining(lambda rounding: rounding in points or rounding in relative)
    return relative if kind is ChangeKind.GROWTH else points


def _first(procedures: Procedures) -> Rounding:
    """Return the procedure under which a range is told: the first that explains it."""
    return procedures[0] if procedures else Rounding.HALF_UP


def _earlier(
    current: Reported, change: Reported, direction: Direction, rounding: Procedure, reading: Reading
) -> Earlier:
    now = current.interval(rounding, reading=reading)
    moved = change.interval(rounding, reading=reading)
    if now is None or moved is None:
        return Earlier(points=None, relative=None)
    points: Interval | None = None
    if _is_difference(current, change):
        points = current.clip(now - _signed(moved, direction))
    factor = factor_of(moved, change.unit, direction) if _is_relative(change) else None
    relative: Interval | None = None
    if factor is not None and now.low is not None and now.low >= 0:
        # Whatever fell to nothing, "giảm 100%", can have been anything before.
        relative = NOT_NEGATIVE if 0 in now and 0 in factor else now.over(factor)
    return Earlier(points=points, relative=current.clip(relative) if relative is not None else None)


def factor_of(change: Interval, unit: Unit | None, direction: Direction) -> Interval | None:
    """Return by what an earlier figure was multiplied; None if it cannot have been.

    >>> from danvankheo import PERCENT
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
    """Tell whether a change can be a plain difference: points of percentages, or the same unit."""
    if change.unit is not None and change.unit.fits(TIMES):
        return False
    if current.nature in _PERCENT_NATURES or (current.unit is not None and current.unit.fits(PERCENT)):
        return True
    return not _is_percent(change)


def _is_relative(change: Reported) -> bool:
    return _is_percent(change) or (change.unit is not None and change.unit.fits(TIMES))


def _is_percent(change: Reported) -> bool:
    if change.unit is None:
        return change.nature in _PERCENT_NATURES
    return change.unit.fits(PERCENT)


def _figures(
    current: Printed, change: Printed | Change, direction: Direction | None, where: str
) -> tuple[Reported, Reported, Direction]:
    """Return the figure now, by how much it changed, and which way."""
    now = Reported.of(current)
    size, way = _move(change, direction, where)
    if size.unit is None and now.unit is not None:
        now, size = alike([now, size], where)
    _check_change(now, size, where)
    return now, size, way


def _move(change: Printed | Change, direction: Direction | None, where: str) -> tuple[Reported, Direction]:
    """Return the size of a change and its direction, which words such as "tăng 12%" tell."""
    if isinstance(change, str) and change.lstrip()[:1].isalpha():
        with suppress(ReadingError):  # "hơn 5%", "hai phần trăm"
            return Reported.of(change), _known_direction(direction, where)
        change = parse_change(change)
    if not isinstance(change, Change):
        return Reported.of(change), _known_direction(direction, where)
    if direction is not None:
        options = {"options": "direction", "options_vi": "direction"}
        raise refusal(f"{where}.direction", Reason.OWN_OPTIONS, direction, **options)
    size = change.size if change.size is not None else Quantity(0, PERCENT)
    return Reported.of(size), change.direction


def _known_direction(direction: Direction | None, where: str) -> Direction:
    """Return a direction, also by its name; up if none is told."""
    if direction is None:
        return Direction.UP
    one_of(direction, Direction, f"{where}.direction")
    return Direction(direction)


def _check_change(now: Reported, moved: Reported, where: str) -> None:
    """Check that a figure can have a change.

    Raises:
        InvalidValueError: a negative change.
        UnitMismatchError: one in another unit that is no percentage, points of a rate or times.
    """
    if moved.amount < 0:
        raise refusal(f"{where}.change", Reason.NOT_NEGATIVE, moved.amount)
    units = (PERCENT, PERCENTAGE_POINT, TIMES)
    if moved.unit is not None and now.unit is not None and not moved.unit.fits(now.unit):
        in_points = moved.unit.fits(PERCENTAGE_POINT)
        if not any(moved.unit.fits(unit) for unit in units) or (in_points and not now.unit.fits(PERCENT)):
            base = {"base": now.unit.to_base().label}
            raise UnitMismatchError(f"{where}.change", Reason.SAME_BASE, shown(moved.unit.label), base)
