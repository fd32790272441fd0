"""Totals against their parts, and shares that make up 100."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.checks.base import (
    Check,
    Verdict,
    accepted,
    code_for,
    explained,
)
from danvankheo.auditing.figures.inputs import alike, figures_of, not_negative, percentage
from danvankheo.auditing.figures.intervals import NOT_NEGATIVE, Interval, sum_of
from danvankheo.auditing.figures.rates import as_printed
from danvankheo.auditing.figures.reported import (
    NEAREST,
    Family,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    known_reading,
)
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import Listing, Measured, Value, approximation_words
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.domain.numbers import Number, fraction_from, whole_from
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.errors import UndefinedError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason


@attrs.frozen(kw_only=True)
class SumCheck(Check):
    """What a total and its parts say of each other.

    Args:
        total: the printed total.
        parts: the printed parts.
        weights: how often each part counts; −1 takes it away.

    >>> from danvankheo.auditing import check_sum
    >>> check = check_sum("154,4 triệu đồng", ["60 triệu đồng", "94 triệu đồng"])
    >>> check.verdict.value, check.sum, check.difference
    ('explained', Fraction(154000000, 1), Fraction(400000, 1))
    """

    total: Reported
    parts: tuple[Reported, ...]
    weights: tuple[Fraction, ...]

    @property
    def sum(self) -> Fraction:
        """The parts as written, added up, in base units."""
        return sum((part.value * weight for part, weight in self._weighed()), Fraction(0))

    @property
    def difference(self) -> Fraction:
        """The total less the sum, as written, in base units."""
        return self.total.value - self.sum

    @property
    def verdict(self) -> Verdict:
        """Whether they agree to the digit, by rounding, or not at all."""
        if not self.procedures:
            return Verdict.INCONSISTENT
        return Verdict.EXPLAINED if self.difference else Verdict.EXACT

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""
        code = code_for(self.procedures, self.loosely, accept, _SUM_CODES)
        if code is FindingCode.SUM_FITS and not self.difference:
            code = FindingCode.SUM_EXACT
        return self._finding(code, facts)

    def finding_of_listed(
        self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()
    ) -> Finding:
        """Return what is found where the parts may not be all: a sum below the total proves nothing.

        >>> from danvankheo.auditing import check_sum
        >>> check_sum("30 hộ", ["10 hộ", "12 hộ"]).finding_of_listed().code.value
        'parts-below-total'
        """
        found = self.finding(accept=accept, facts=facts)
        if found.code is not FindingCode.SUM_INCONSISTENT:
            return found
        code = FindingCode.PARTS_BELOW_TOTAL if self.leaves_room else FindingCode.PARTS_EXCEED_TOTAL
        return self._finding(code, facts)

    @property
    def leaves_room(self) -> bool:
        """Whether the total can be more than the parts, so that others may be missing.

        >>> from danvankheo.auditing import check_sum
        >>> check_sum("30 hộ", ["10 hộ", "12 hộ"]).leaves_room
        True
        """
        if self.difference < 0:
            return False  # only if the total was cut off and the parts rounded up could it be
        sum = _sum(self.parts, self.weights, Family.ANY, Reading.LITERAL)
        total = self.total.possible(Family.ANY, reading=Reading.LITERAL)
        if total is None or sum is None:
            return True  # impossible by itself, which is another finding
        return (total - sum).meet(NOT_NEGATIVE) is not None

    def _finding(self, code: FindingCode, facts: tuple[FactRef, ...]) -> Finding:
        unit = self.total.unit or next((part.unit for part in self.parts if part.unit is not None), None)
        details: dict[str, Value] = {
            "total": self.total,
            "sum": self._sum_in_words(unit),
            "leeway": _leeway(_sum(self.parts, self.weights, Family.NEAREST, Reading.IMPLIED), unit),
            "difference": Measured(self.difference, unit),
        }
        return Finding(code=code, details=tuple(details.items()), facts=facts, procedures=self.procedures)

    def _sum_in_words(self, unit: Unit | None) -> Value:
        """Return the sum of the parts as written, with what their words leave of it."""
        sum = Measured(self.sum, unit)
        word = Approximation.EXACTLY
        for part, weight in self._weighed():
            word = word.plus(part.approximation if weight > 0 else part.approximation.negated)
        return sum if word is Approximation.EXACTLY else Listing((approximation_words(word), sum), " ")

    def _weighed(self) -> Iterable[tuple[Reported, Fraction]]:
        return zip(self.parts, self.weights, strict=True)


_SUM_CODES: Final = (
    FindingCode.SUM_FITS,
    FindingCode.SUM_OTHERWISE,
    FindingCode.SUM_LOOSE,
    FindingCode.SUM_INCONSISTENT,
)


def check_sum(
    total: Printed,
    parts: Iterable[Printed],
    *,
    weights: Sequence[Number] | None = None,
    reading: Reading = Reading.IMPLIED,
) -> SumCheck:
    """Return whether a total can be that of its parts.

    Rounded parts may miss a rounded total; counts may not.

    Args:
        total: the printed total.
        parts: the printed parts, all of them.
        weights: how often each part counts, such as −1 for what is taken away; 1 each by default.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError: text that is no figure.
        UnitMismatchError: figures that measure different things.
        InvalidValueError: not as many weights as parts.

    >>> check_sum("10,3 ha", ["4,1 ha", "6,1 ha"]).verdict.value
    'explained'
    >>> print(check_sum(30, [10, 21]))
    Tổng ghi 30, các phần cộng lại là 31: làm tròn cách nào cũng không khớp.
    """
    known_reading(reading)
    whole, *rest = alike(_total_and_parts(total, parts, "check_sum"), "check_sum")
    figures = tuple(rest)
    weighed = _weights(weights, len(figures))

    def holds(rounding: Rounding, reading: Reading) -> bool:
        sum = _sum(figures, weighed, rounding, reading)
        printed = whole.possible(rounding, reading=reading)
        return sum is not None and sum.meet(printed) is not None

    procedures, loosely = explained(holds, reading, (whole, *figures))
    return SumCheck(total=whole, parts=figures, weights=weighed, procedures=procedures, loosely=loosely)


def missing_part(
    total: Printed,
    parts: Iterable[Printed],
    *,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
) -> Interval | None:
    """Return what is left of a total for a part that is not stated, in base units.

    Returns:
        An interval; what it holds below zero cannot be. None if a figure can be nothing.

    >>> str(missing_part("154,4 triệu đồng", ["60 triệu đồng", "24,5 triệu đồng"]))
    '(69300000, 70500000)'
    """
    figures = alike(_total_and_parts(total, parts, "missing_part"), "missing_part")
    spans = [figure.interval(rounding, reading=reading) for figure in figures]
    known = [span for span in spans if span is not None]
    return known[0] - sum_of(known[1:]) if len(known) == len(spans) else None


@attrs.frozen(kw_only=True)
class SharesCheck(Check):
    """What shares of one whole say of each other.

    Args:
        parts: the printed shares.
        counts: how many each share is of, where that is known.

    >>> from danvankheo.auditing import check_shares
    >>> check = check_shares(["33%", "33%", "34%"], counts=[5, 5, 5])
    >>> check.verdict.value, check.sum, check.is_largest_remainder
    ('forced_to_100', Fraction(100, 1), True)
    """

    parts: tuple[Reported, ...]
    counts: tuple[int, ...] | None

    @property
    def sum(self) -> Fraction:
        """The shares as written, added up, in percent."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def is_largest_remainder(self) -> bool | None:
        """Whether they are what the method of largest remainders makes of the counts; None without.

        Each share is its quota cut off, or one unit more for those with the largest remainders,
        so that they add up to exactly 100. Ties allow several.
        """
        return None if self.counts is None else _is_largest_remainder(self.parts, self.counts)

    @property
    def verdict(self) -> Verdict:
        """Whether they make up 100, by rounding, by adjusting, or not at all."""
        if self.procedures:
            return Verdict.EXACT if self.sum == 100 else Verdict.EXPLAINED
        return Verdict.FORCED_TO_100 if self.is_largest_remainder else Verdict.INCONSISTENT

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""
        right = accepted(accept)
        code = code_for(self.procedures, self.loosely, right, _SHARES_CODES)
        weights = (Fraction(1),) * len(self.parts)
        details: dict[str, Value] = {
            "sum": Measured(self.sum, PERCENT),
            "leeway": _leeway(_sum(self.parts, weights, Family.NEAREST, Reading.IMPLIED), PERCENT),
            "told": Listing(self.parts),
        }
        if self.counts is not None:
            whole = sum(self.counts)
            details["right"] = Listing(
                tuple(
                    attrs.evolve(part, amount=as_printed(Fraction(100 * count, whole), part, right[0]))
                    for part, count in zip(self.parts, self.counts, strict=True)
                )
            )
            if code is FindingCode.SHARES_INCONSISTENT:
                forced = self.verdict is Verdict.FORCED_TO_100
                code = FindingCode.SHARES_FORCED if forced else FindingCode.SHARES_WRONG
        return Finding(code=code, details=tuple(details.items()), facts=facts, procedures=self.procedures)


_SHARES_CODES: Final = (
    FindingCode.SHARES_FIT,
    FindingCode.SHARES_OTHERWISE,
    FindingCode.SHARES_LOOSE,
    FindingCode.SHARES_INCONSISTENT,
)


def check_shares(
    parts: Iterable[Printed],
    *,
    counts: Iterable[int] | None = None,
    reading: Reading = Reading.IMPLIED,
) -> SharesCheck:
    """Return whether shares can be those of one whole, and whether they were made to add up to 100.

    Args:
        parts: the printed shares, all of them; plain numbers are in percent.
        counts: how many each is of, where that is known: then each share is tested by itself.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError, UnitMismatchError: as `check_sum`.
        UndefinedError: counts that add up to zero.
        InvalidValueError: not as many counts as shares, or a negative one.

    >>> check_shares(["33,3%", "33,3%", "33,3%"]).verdict.value
    'explained'
    >>> print(check_shares(["33%", "33%", "34%"], counts=[5, 5, 5]))
    Các tỷ trọng đã được chỉnh cho đủ 100%, nên có số chưa đúng: tính riêng từng phần là 33%, 33%, 33%.
    """
    known_reading(reading)
    printed = figures_of(parts, "check_shares.parts", least=1, nature=Nature.SHARE)
    shares = tuple(
        not_negative(percentage(part, "check_shares", Nature.SHARE), "check_shares") for part in printed
    )
    known = None if counts is None else _counts(counts, len(shares))

    def holds(rounding: Rounding, reading: Reading) -> bool:
        spans = [share.interval(rounding, reading=reading) for share in shares]
        if known is None:
            found = [span for span in spans if span is not None]
            return len(found) == len(spans) and 100 in sum_of(found)
        whole = sum(known)
        return all(
            span is not None and Fraction(100 * count, whole) in span
            for span, count in zip(spans, known, strict=True)
        )

    procedures, loosely = explained(holds, reading, shares)
    return SharesCheck(parts=shares, counts=known, procedures=procedures, loosely=loosely)


def _total_and_parts(total: Printed, parts: Iterable[Printed], where: str) -> tuple[Reported, ...]:
    if isinstance(parts, str) or not isinstance(parts, Iterable):
        raise invalid(f"{where}.parts", Reason.LIST, parts)
    return figures_of([total, *parts], f"{where}.parts")


def _sum(
    parts: tuple[Reported, ...], weights: tuple[Fraction, ...], rounding: Procedure, reading: Reading
) -> Interval | None:
    total = Interval.exactly(0)
    for part, weight in zip(parts, weights, strict=True):
        span = part.possible(rounding, reading=reading)
        if span is None:
            return None
        total += span.times(weight)
    return total


def _leeway(sum: Interval | None, unit: Unit | None) -> Value:
    """Return between what parts that were rounded can add up to; nothing if they are exact."""
    if sum is None or not sum.width:
        return ""
    return Listing((Words(" (do làm tròn, có thể ", " (rounded, "), Measured(sum, unit), ")"), "")


def _weights(weights: Sequence[Number] | None, parts: int) -> tuple[Fraction, ...]:
    if weights is None:
        return (Fraction(1),) * parts
    if isinstance(weights, str) or not isinstance(weights, Iterable):
        raise invalid("check_sum.weights", Reason.LIST, weights)
    found = tuple(fraction_from(weight, "check_sum.weights") for weight in weights)
    if len(found) != parts:
        raise invalid("check_sum.weights", Reason.IN_RANGE, len(found), low=parts, high=parts)
    return found


def _counts(counts: Iterable[int], shares: int) -> tuple[int, ...]:
    where = "check_shares.counts"
    if isinstance(counts, str) or not isinstance(counts, Iterable):
        raise invalid(where, Reason.LIST, counts)
    found = tuple(whole_from(count, where) for count in counts)
    for count in found:
        if count < 0:
            raise invalid(where, Reason.NOT_NEGATIVE, count)
    if len(found) != shares:
        raise invalid(where, Reason.IN_RANGE, len(found), low=shares, high=shares)
    if not sum(found):
        raise UndefinedError(where, Reason.NONZERO, shown(0))
    return found


def _is_largest_remainder(parts: tuple[Reported, ...], counts: tuple[int, ...]) -> bool:
    quanta = {part.quantum for part in parts}
    if len(quanta) != 1:
        return False
    units = 100 / quanta.pop()
    whole = sum(counts)
    raised: list[Fraction] = []
    left: list[Fraction] = []
    added = Fraction(0)
    for part, count in zip(parts, counts, strict=True):
        quota = units * count / whole
        floor = quota.numerator // quota.denominator
        shown_units = part.value / part.quantum
        if shown_units not in (floor, floor + 1):
            return False
        (raised if shown_units > floor else left).append(quota - floor)
        added += shown_units
    # All of them raised would add up to more, so one is left.
    return added == units and min(raised, default=Fraction(1)) >= max(left)
