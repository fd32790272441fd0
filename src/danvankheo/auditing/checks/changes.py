"""A figure, its change and its earlier value: points or relative?"""

from collections.abc import Iterable
from typing import Final

import attrs

from danvankheo.auditing.checks.base import (
    Check,
    Procedures,
    Verdict,
    accepted,
    explaining,
)
from danvankheo.auditing.checks.earlier import (
    PERCENT_NATURES,
    ValueBefore,
    change_figures,
    earlier_of,
    is_relative,
)
from danvankheo.auditing.figures.inputs import alike
from danvankheo.auditing.figures.intervals import Interval
from danvankheo.auditing.figures.reported import (
    NEAREST,
    PROCEDURES,
    Family,
    Nature,
    Printed,
    Reading,
    Reported,
    known_reading,
)
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import OR, Listing, Measured, Value
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import chosen
from danvankheo.domain.indicator import ChangeKind
from danvankheo.domain.statements import Change, Direction
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, TIMES

_DIRECTIONS: Final = {
    Direction.UP: Words("tăng", "up"),
    Direction.DOWN: Words("giảm", "down"),
    Direction.NONE: Words("không đổi", "unchanged"),
}
_MULTIPLIED: Final = Words("gấp", "grown to")
_RELATIVELY: Final = {
    Direction.DOWN: Words("giảm tương đối", "a relative fall"),
    Direction.UP: Words("tăng tương đối", "a relative rise"),
    Direction.NONE: Words("tăng tương đối", "a relative rise"),
}


@attrs.frozen(kw_only=True)
class ChangeCheck(Check):
    """What a figure, its change and, where known, the earlier figure say of each other.

    Args:
        now: the figure now.
        change: by how much it changed, not negative.
        direction: which way, where the change does not say; up if nothing does.
        kind: what the change is, as the text says; None if it leaves it open.
        before: the earlier figure; None if it is not known.
        implied: what it can have been, under the first procedure that explains it.
        points: which procedures explain it as a difference, or in points.
        relative: which explain it as relative.

    >>> from danvankheo.auditing import check_change
    >>> check = check_change("91,5%", "tăng 3,05%", before="88,45%")
    >>> check.verdict.value
    'points'
    """

    now: Reported
    change: Reported
    direction: Direction
    kind: ChangeKind | None
    before: Reported | None
    implied: ValueBefore
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
        if self.before is None:
            if not self.procedures and not self.loosely:
                return FindingCode.CHANGE_IMPOSSIBLE
            undecided = self.kind is None and self.verdict is Verdict.AMBIGUOUS
            return FindingCode.POINTS_OR_RELATIVE if undecided else FindingCode.CHANGE_FITS_ALONE
        if not self.procedures and self.loosely:
            return FindingCode.CHANGE_LOOSE
        if self.verdict is Verdict.NEITHER:
            none = not self._stated_ranges()
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
            "now": self.now,
            "change": stated_change(self.direction, self.change),
            "relatively": _RELATIVELY[self.direction],
        }
        spans = (("points", self.implied.points), ("relative", self.implied.relative))
        details |= {name: Measured(span, self.now.unit) for name, span in spans if span is not None}
        details["so"] = _SO.get(self.kind, "") if self.kind is not None else ""
        ranges = self._stated_ranges()
        labels = _READINGS if len(ranges) > 1 else {}
        implied = (Listing((self._whole(ranges[name]), labels.get(name, "")), "") for name in ranges)
        details["implied"] = Listing(tuple(implied), OR) if ranges else Words("chưa rõ", "unknown")
        if self.before is not None:
            details["before"] = self.before
            details["right"] = self._right(self.before)
        return details

    def _stated_ranges(self) -> dict[str, Measured]:
        """Return what the earlier figure can have been, in the readings that the text allows."""
        unit = self.now.unit
        ranges = {}
        if self.implied.points is not None and self.kind is not ChangeKind.GROWTH:
            ranges["points"] = Measured(self.implied.points, unit)
        if self.implied.relative is not None and self.kind in (None, ChangeKind.GROWTH):
            ranges["relative"] = Measured(self.implied.relative, unit)
        return ranges

    def _whole(self, earlier: Measured) -> Measured:
        """Return what the earlier figure can have been; of a count its whole numbers."""
        if self.now.nature is not Nature.COUNT or not isinstance(earlier.value, Interval):
            return earlier
        wholes = earlier.value.wholes()
        return earlier if wholes is None else Measured(wholes, earlier.unit)

    def _right(self, before: Reported) -> Value:
        """Return the change from the earlier figure as written to this one."""
        moved = self.now.value - before.value
        direction = Direction.UP if moved > 0 else Direction.DOWN if moved else Direction.NONE
        unit = self.now.unit
        difference = Measured(
            abs(moved), PERCENTAGE_POINT if unit is not None and unit.fits(PERCENT) else unit
        )
        if not moved:
            return _DIRECTIONS[direction]
        sizes: tuple[Value, ...] = (difference,)
        if before.value and is_relative(self.change):  # that of which the text speaks comes first
            sizes = (Measured(100 * abs(moved / before.value), PERCENT), " (", difference, ")")
        return Listing((_DIRECTIONS[direction], " ", *sizes), "")


_SO: Final = {
    ChangeKind.POINTS: Words(" (hiểu là điểm phần trăm)", " (in percentage points)"),
    ChangeKind.GROWTH: Words(" (hiểu là mức tương đối)", " (relative)"),
    ChangeKind.DIFFERENCE: Words("", ""),
}
_READINGS: Final = {
    "points": Words(" (nếu là điểm phần trăm)", " (if in percentage points)"),
    "relative": Words(" (nếu là mức tương đối)", " (if relative)"),
}


def stated_change(direction: Direction, change: Reported) -> Value:
    """Return a change as it is stated: "tăng 12%", "gấp 2 lần", "không đổi"."""
    if direction is Direction.NONE:
        return _DIRECTIONS[direction]
    times = change.unit is not None and change.unit.fits(TIMES) and direction is Direction.UP
    return Listing((_MULTIPLIED if times else _DIRECTIONS[direction], " ", change), "")


def check_change(
    now: Printed,
    change: Printed | Change,
    *,
    before: Printed | None = None,
    direction: Direction | None = None,
    kind: ChangeKind | None = None,
    same_writer: bool = True,
    reading: Reading = Reading.IMPLIED,
) -> ChangeCheck:
    """Return whether a change agrees with the figure now and before, and in which reading.

    Args:
        now: the figure now.
        change: as in `value_before`.
        before: the earlier figure, if it is known.
        direction: which way, where the change does not say; up if nothing does.
        kind: what the text says the change is; None if it leaves that open, as "tăng 3,05%" does.
        same_writer: whether the earlier figure was rounded as the others are.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError, UnitMismatchError, InvalidValueError: as `value_before`.

    >>> check_change("91,5%", "3,05%", before="88,45%").verdict.value
    'points'
    >>> print(check_change("1.808 hộ", "tăng 12%", before="1.530 hộ"))
    1.808 hộ so với kỳ trước 1.530 hộ là tăng 18,169934…% (278 hộ); báo cáo ghi tăng 12%. Nếu đúng \
tăng 12% thì kỳ trước phải ở mức từ 1.608 hộ đến 1.621 hộ.
    >>> print(check_change("91,5%", "3,05%"))
    91,5%, tăng 3,05%: nếu là điểm phần trăm thì kỳ trước trên 88,395% và dưới 88,505%; nếu là tăng tương \
đối thì trên 88,739% và dưới 88,845%. Nên ghi rõ “điểm phần trăm”.
    """
    known_reading(reading)
    figure, moved, way = change_figures(now, change, direction, "check_change")
    asked = None if kind is None else chosen(kind, ChangeKind, "check_change.kind")
    other: Reported | None = None
    if before is not None:
        other = Reported.of(before, figure.nature if figure.nature in PERCENT_NATURES else None)
        figure, other = alike([figure, other], "check_change")
        if other.nature is Nature.SIGNED:  # then so can the figure be that came of it
            figure = attrs.evolve(figure, nature=Nature.SIGNED)

    def agrees(earlier: Interval | None, rounding: Rounding, reading: Reading) -> bool:
        """Return whether an earlier figure can be the one that is stated, or any if none is."""
        if earlier is not None and other is not None:
            own = rounding if same_writer else Family.ANY
            earlier = earlier.meet(other.possible(own, reading=reading))
        return earlier is not None and (figure.nature is not Nature.COUNT or earlier.wholes() is not None)

    def holding(reading: Reading) -> tuple[Procedures, Procedures]:
        found = {rounding: earlier_of(figure, moved, way, rounding, reading) for rounding in PROCEDURES}
        return (
            explaining(lambda rounding: agrees(found[rounding].points, rounding, reading)),
            explaining(lambda rounding: agrees(found[rounding].relative, rounding, reading)),
        )

    points, relative = holding(reading)
    procedures = loosely = _in_reading(asked, points, relative)
    if not procedures:
        loosely = _in_reading(asked, *holding(Reading.LITERAL))
    return ChangeCheck(
        now=figure,
        change=moved,
        direction=way,
        kind=asked,
        before=other,
        implied=ValueBefore(
            points=earlier_of(figure, moved, way, _first(points), reading).points,
            relative=earlier_of(figure, moved, way, _first(relative), reading).relative,
        ),
        points=points,
        relative=relative,
        procedures=procedures,
        loosely=loosely,
    )


def _in_reading(kind: ChangeKind | None, points: Procedures, relative: Procedures) -> Procedures:
    """Return the procedures that explain a change in the reading that the text states, else in either."""
    if kind is None:
        return explaining(lambda rounding: rounding in points or rounding in relative)
    return relative if kind is ChangeKind.GROWTH else points


def _first(procedures: Procedures) -> Rounding:
    """Return the procedure under which a range is stated: the first that explains it."""
    return procedures[0] if procedures else Rounding.HALF_UP
