"""What a percentage says of a part or of a whole that is not stated."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

import attrs

from danvankheo.auditing.checks.base import Check, Procedures, accepted, code_for, in_both_readings
from danvankheo.auditing.figures.inputs import not_negative, percentage
from danvankheo.auditing.figures.intervals import NOT_NEGATIVE, POSITIVE, Interval
from danvankheo.auditing.figures.lattice import NO_WHOLE_NUMBER, WholeNumbers, parts_that_fit, wholes_that_fit
from danvankheo.auditing.figures.rates import as_printed, rate_of
from danvankheo.auditing.figures.reported import (
    NEAREST,
    PROCEDURES,
    Family,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    known_procedure,
    known_reading,
)
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import Listing, Value
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.units import Dimension
from danvankheo.errors import UndefinedError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason

_CONDITIONS: Final = {
    NEAREST: Words(" (nếu làm tròn)", " (if rounded)"),
    (Rounding.TRUNCATE,): Words(" (nếu cắt bỏ)", " (if cut off)"),
    (Rounding.UP,): Words(" (nếu luôn làm tròn lên)", " (if always rounded up)"),
}


@attrs.frozen(kw_only=True)
class ImpliedCheck(Check):
    """Which parts of a known whole, or wholes of a known part, a percentage leaves open.

    That there may be no part is the GRIM test of Brown and Heathers (2017): things come whole.

    Args:
        asked: which of the two is asked for.
        known: the other one.
        percent: the printed percentage.
        ranges: what is left open under each of the five procedures; where nothing is, with words such
            as "hơn" taken literally.
    """

    asked: Literal["part", "whole"]
    known: Reported
    percent: Reported
    ranges: tuple[tuple[Rounding, WholeNumbers], ...]

    @property
    def power(self) -> Fraction:
        """The chance that a random percentage of so many decimals would leave no part.

        Zero where wholes are so many that some part gives any percentage, and where the whole is
        asked for: there is always a larger one.

        >>> check_part(28, "96,42%").power, check_part(17600, "2,04%").power
        (Fraction(2493, 2500), Fraction(0, 1))
        """
        if self.asked == "whole":
            return Fraction(0)
        steps = 10 ** (decimals_of(self.percent.amount) + 2)
        return max(Fraction(0), 1 - self.known.value * Fraction(1, steps))

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is left open, that nothing is, or that nothing can be stated at this size."""
        right = accepted(accept)
        code = code_for(self.procedures, self.loosely, right, _CODES[self.asked])
        if code is FindingCode.PART_IMPLIED and not self.power:
            code = FindingCode.NO_POWER
        counted = self.known.unit is not None and self.known.unit.dimension is Dimension.COUNT
        details: dict[str, Value] = {
            "known": self.known,
            "things": f"{self.known.unit.name} " if self.known.unit is not None and counted else "",
            "printed": self.percent,
            "ranges": self._ranges(),
        }
        if code is FindingCode.PART_IMPOSSIBLE:
            details["near"] = self._nearest(right[0])
        ranges = dict(self.ranges)
        details |= {rounding.value: ranges[rounding] for rounding in (Rounding.HALF_UP, Rounding.TRUNCATE)}
        return Finding(code=code, details=tuple(details.items()), facts=facts, procedures=self.procedures)

    def _ranges(self) -> Listing:
        """Return the ranges if rounded and if cut off; if always rounded up where nothing else fits."""
        ranges = dict(self.ranges)
        items = tuple(
            Listing((ranges[ways[0]], condition), "")
            for ways, condition in _CONDITIONS.items()
            if ranges[ways[0]] and (ways != (Rounding.UP,) or not any(ranges[way] for way in PROCEDURES[:4]))
        )
        if len(items) == 2 and items[0].items[0] == items[1].items[0]:
            return Listing(
                (items[0].items[0], Words(" (dù làm tròn hay cắt bỏ)", " (rounded or cut off)")), ""
            )
        return Listing(items)

    def _nearest(self, rounding: Rounding) -> Listing:
        """Return the ratio whose percentage comes nearest to the printed one, with that percentage."""
        whole = self.known.value
        part = min(
            rounded_fraction(self.percent.value * whole / 100, 0, Rounding.HALF_UP), Decimal(int(whole))
        )
        made = as_printed(100 * Fraction(part) / whole, self.percent, rounding)
        known = attrs.evolve(self.known, unit=None)
        return Listing((part, "/", known, " ≈ ", attrs.evolve(self.percent, amount=made)), "")


_CODES: Final = {
    "whole": (
        FindingCode.WHOLE_IMPLIED,
        FindingCode.WHOLE_OTHERWISE,
        FindingCode.WHOLE_IMPLIED,
        FindingCode.WHOLE_IMPOSSIBLE,
    ),
    "part": (
        FindingCode.PART_IMPLIED,
        FindingCode.PART_OTHERWISE,
        FindingCode.PART_LOOSE,
        FindingCode.PART_IMPOSSIBLE,
    ),
}


def check_whole(part: Printed, percent: Printed, *, reading: Reading = Reading.IMPLIED) -> ImpliedCheck:
    """Return which wholes a part and its percentage leave open.

    Args:
        part: how many: a number, a `Quantity` or text.
        percent: what share of the whole they are, as printed.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError, UnitMismatchError, InvalidValueError: as `check_ratio`; a part that is no count.

    >>> print(check_whole("359 hộ", "2,04%"))
    359 hộ chiếm 2,04%, tức tổng số hộ từ 17.556 đến 17.641 (nếu làm tròn), từ 17.513 đến 17.598 (nếu cắt bỏ).
    """
    known = _count(part, "check_whole.part")
    share = _share(percent, "check_whole")
    return _check("whole", known, share, known_reading(reading), _wholes)


def check_part(whole: Printed, percent: Printed, *, reading: Reading = Reading.IMPLIED) -> ImpliedCheck:
    """Return which parts of a whole a percentage leaves open: perhaps none.

    Args:
        whole: of how many: a number, a `Quantity` or text.
        percent: what share of them is stated, as printed.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError, UnitMismatchError, InvalidValueError: as `check_ratio`; a whole that is no
            count.

    >>> print(check_part("28 trường", "96,52%"))
    96,52% của 28 trường: không có số nguyên nào phù hợp; gần nhất là 27/28 ≈ 96,43%.
    """
    known = _some(whole, "check_part.whole")
    share = _share(percent, "check_part")
    return _check("part", known, share, known_reading(reading), _parts)


def wholes_of(
    part: Printed,
    percent: Printed,
    *,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
) -> WholeNumbers:
    """Return the whole numbers of which a part can be so many percent.

    >>> wholes_of("359 hộ", "2,04%")
    WholeNumbers(smallest=17556, largest=17641, count=86)
    >>> wholes_of(27, "96,42%")
    WholeNumbers(smallest=None, largest=None, count=0)
    """
    known, share = _count(part, "wholes_of.part"), _share(percent, "wholes_of")
    return _wholes(known, share, known_procedure(rounding), known_reading(reading))


def parts_of(
    whole: Printed,
    percent: Printed,
    *,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
) -> WholeNumbers:
    """Return the whole numbers that can be so many percent of a whole.

    >>> parts_of("17.600 hộ", "2,04%")
    WholeNumbers(smallest=359, largest=359, count=1)
    """
    known, share = _some(whole, "parts_of.whole"), _share(percent, "parts_of")
    return _parts(known, share, known_procedure(rounding), known_reading(reading))


def smallest_ratio(percent: Printed, *, rounding: Procedure = Rounding.HALF_UP) -> Fraction | None:
    """Return the simplest ratio that is printed so: its denominator is the smallest possible whole.

    The figure of a continued fraction, found in as many steps as it has digits.

    Returns:
        The ratio, 1 being 100%; None if nothing is printed so, as with a share of 100,4%.

    >>> smallest_ratio("96,42%"), smallest_ratio("96,42%", rounding=Rounding.TRUNCATE)
    (Fraction(269, 279), Fraction(27, 28))
    """
    rate = rate_of(_share(percent, "smallest_ratio"), None, rounding, Reading.IMPLIED)
    return None if rate is None else _simplest(rate)


def _simplest(interval: Interval) -> Fraction:
    """Return the fraction of an interval with the smallest denominator, and of these the smallest."""
    wholes = interval.wholes()
    if wholes is not None and wholes.low is not None:
        return wholes.low
    assert interval.low is not None
    whole = interval.low.numerator // interval.low.denominator
    rest = interval - Interval.exactly(whole)
    return whole + 1 / _simplest(rest.inverse())


def _wholes(part: Reported, percent: Reported, rounding: Procedure, reading: Reading) -> WholeNumbers:
    known = part.possible(rounding, reading=reading)
    rate = rate_of(percent, None, rounding, reading)
    return NO_WHOLE_NUMBER if known is None or rate is None else wholes_that_fit(known, POSITIVE, rate)


def _parts(whole: Reported, percent: Reported, rounding: Procedure, reading: Reading) -> WholeNumbers:
    known = whole.possible(rounding, reading=reading)
    rate = rate_of(percent, None, rounding, reading)
    return NO_WHOLE_NUMBER if known is None or rate is None else parts_that_fit(NOT_NEGATIVE, known, rate)


def _check(
    asked: Literal["part", "whole"],
    known: Reported,
    percent: Reported,
    reading: Reading,
    numbers: Callable[[Reported, Reported, Procedure, Reading], WholeNumbers],
) -> ImpliedCheck:
    def left(reading: Reading) -> dict[Rounding, WholeNumbers]:
        return {way: numbers(known, percent, way, reading) for way in PROCEDURES}

    ranges = left(reading)
    procedures, loosely = in_both_readings(
        lambda each: _with_some(ranges if each is reading else left(each)), reading, (known, percent)
    )
    if loosely and not procedures:
        ranges = left(Reading.LITERAL)
    return ImpliedCheck(
        asked=asked,
        known=known,
        percent=percent,
        ranges=tuple(ranges.items()),
        procedures=procedures,
        loosely=loosely,
    )


def _with_some(ranges: Mapping[Rounding, WholeNumbers]) -> Procedures:
    return tuple(way for way, found in ranges.items() if found)


def _some(figure: Printed, where: str) -> Reported:
    """Return a count that can be more than zero."""
    found = _count(figure, where)
    most = found.interval(Family.ANY, reading=Reading.LITERAL)
    if most is None or most.meet(POSITIVE) is None:
        raise UndefinedError(where, Reason.NONZERO, shown(str(found.amount)))
    return found


def _share(percent: Printed, where: str) -> Reported:
    return not_negative(percentage(percent, where, Nature.SHARE), where)


def _count(figure: Printed, where: str) -> Reported:
    found = not_negative(Reported.of(figure), where)
    if found.nature is not Nature.COUNT:
        raise invalid(where, Reason.WHOLE_NUMBER, found.amount)
    return found
