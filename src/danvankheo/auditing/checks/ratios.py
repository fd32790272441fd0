"""A ratio beside its percentage, and how far a plan is met."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Final, overload

import attrs

from danvankheo.auditing.checks.base import (
    Check,
    Procedures,
    Verdict,
    accepted,
    code_for,
    explaining,
    in_both_readings,
    rounding_verdict,
)
from danvankheo.auditing.checks.corrections import least_correction
from danvankheo.auditing.figures.inputs import not_negative
from danvankheo.auditing.figures.intervals import POSITIVE, Interval
from danvankheo.auditing.figures.lattice import wholes_that_fit
from danvankheo.auditing.figures.rates import as_printed, as_worded, rate_of, ratio_figures
from danvankheo.auditing.figures.reported import (
    NEAREST,
    PROCEDURES,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    known_reading,
)
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import Correction, FactRef, Finding
from danvankheo.auditing.findings.wording import OR, Listing, Measured, Value
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import check_type, chosen
from danvankheo.domain.numbers import EXACT, LARGEST_WHOLE, decimals_of
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.statements import Attainment, AttainmentMode, AttainmentModeLike, Ratio
from danvankheo.domain.units import PERCENT
from danvankheo.errors import ReadingError, invalid
from danvankheo.formatting.words import number_to_words
from danvankheo.reading.statements import parse_attainment, parse_ratio
from danvankheo.reasons import Reason

_OF: Final = Words(" trong ", " of ")
_MODE_WORDS: Final[Mapping[AttainmentMode, Words]] = {
    AttainmentMode.REACH: Words("“đạt ", "“reaches "),
    AttainmentMode.EXCEED: Words("“vượt ", "“exceeds by "),
    AttainmentMode.SHORT: Words("“thiếu ", "“falls short by "),
}


@attrs.frozen(kw_only=True)
class RatioCheck(Check):
    """What a ratio and the percentage beside it say of each other.

    Args:
        part: the numerator, or what was reached.
        whole: the denominator, or the plan.
        percent: the printed percentage.
        mode: whether it tells the whole attainment, or what is above or below the plan; None for
            a share that is no attainment.

    >>> from danvankheo import check_ratio
    >>> check = check_ratio(27, 28, "96,42%")
    >>> check.verdict.value, check.exact, check.published[Rounding.HALF_UP]
    ('truncated', Fraction(675, 7), Decimal('96.43'))
    """

    part: Reported
    whole: Reported
    percent: Reported
    mode: AttainmentMode | None

    @property
    def verdict(self) -> Verdict:
        """How the percentage was rounded, or that it cannot be right."""
        return rounding_verdict(self.procedures)

    @property
    def exact(self) -> Fraction | None:
        """100 · part / whole; None unless both are exact counts."""
        if self.part.is_exact and self.whole.is_exact:
            return 100 * self.part.value / self.whole.value
        return None

    @property
    def published(self) -> dict[Rounding, Decimal] | None:
        """What each procedure prints, with the decimals of the percentage; None unless exact."""
        if self.exact is None:
            return None
        stated = as_worded(self.exact, self.mode)
        return {way: as_printed(stated, self.percent, way) for way in PROCEDURES}

    @property
    def fitting_modes(self) -> tuple[AttainmentMode, ...]:
        """The other wordings that rounding to nearest allows: "vượt 105%" is often "đạt 105%".

        >>> from danvankheo.auditing import check_attainment
        >>> check_attainment("63 mô hình", "60 mô hình", "vượt 105%").fitting_modes
        (AttainmentMode.REACH,)
        """
        return self._modes_of(NEAREST)

    def correction(self, rounding: Rounding = Rounding.HALF_UP) -> Correction | None:
        """Return the least change of one number under a procedure; None if none is needed or known.

        >>> from danvankheo import check_ratio
        >>> check_ratio(45, 60, "85%").correction().to
        Decimal('75')
        """
        if self.exact is None or rounding in self.procedures:
            return None
        return least_correction(
            self.part, self.whole, self.percent, rounding=rounding, mode=self.mode or AttainmentMode.REACH
        ).least

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""
        right = accepted(accept)
        code = code_for(self.procedures, self.loosely, right, _CODES)
        correction = self.correction(right[0]) if code is FindingCode.RATIO_INCONSISTENT else None
        details = self._details()
        modes = self._modes_of(PROCEDURES) if code is FindingCode.RATIO_INCONSISTENT else ()
        in_percent = self._in_percent() if code is FindingCode.RATIO_INCONSISTENT and not modes else None
        if in_percent is not None and self.exact is not None:
            code, correction = FindingCode.RATIO_NOT_IN_PERCENT, None
            exact = as_worded(self.exact, self.mode)
            rounded = attrs.evolve(in_percent, amount=as_printed(exact, in_percent, right[0]))
            details["right"] = _with_mode(rounded, self.mode)
        elif modes:
            code, correction = FindingCode.ATTAINMENT_WORDING, None
            details["meant"] = self._meant((self.fitting_modes or modes)[0], right[0])
        elif code is FindingCode.RATIO_OTHERWISE and self.published is not None:
            code = _DIRECTED.get(self.verdict, code)
            rounded = attrs.evolve(self.percent, amount=self.published[right[0]])
            details["right"] = _with_mode(rounded, self.mode)
            details["places"] = _places(decimals_of(self.percent.amount))
        return Finding(
            code=code,
            details=tuple(details.items()),
            facts=facts,
            procedures=self.procedures,
            correction=correction,
        )

    def _in_percent(self) -> Reported | None:
        """Return the percentage that was meant, if what stands as one is the ratio itself: 0,9642%."""
        if not 0 < self.percent.amount < _LARGEST_RATIO:
            return None
        decimals = max(decimals_of(self.percent.amount) - 2, 0)
        amount = EXACT.multiply(self.percent.amount, Decimal(100))
        meant = attrs.evolve(self.percent, amount=EXACT.quantize(amount, Decimal((0, (1,), -decimals))))
        return meant if _procedures(self.part, self.whole, meant, self.mode) else None

    def _modes_of(self, allowed: Procedures) -> tuple[AttainmentMode, ...]:
        """Return the other wordings that some of the procedures allow."""
        if self.mode is None:
            return ()
        explained = (
            (mode, _procedures(self.part, self.whole, self.percent, mode))
            for mode in AttainmentMode
            if mode != self.mode
        )
        return tuple(mode for mode, found in explained if any(way in allowed for way in found))

    def _meant(self, mode: AttainmentMode, rounding: Rounding) -> Value:
        """Return the wording that the percentage fits, or the percentage that the wording wants."""
        meant = _with_mode(self.percent, mode)
        right = self.published[rounding] if self.published is not None else None
        if right is None or not 0 <= right < LARGEST_WHOLE:
            return meant
        return Listing((meant, _with_mode(attrs.evolve(self.percent, amount=right), self.mode)), OR)

    def _details(self) -> dict[str, Value]:
        same = self.part.unit == self.whole.unit
        part = attrs.evolve(self.part, unit=None) if same else self.part
        plain = self.part.approximation is self.whole.approximation is Approximation.EXACTLY
        over: Value = "/" if plain else _OF
        return {
            "ratio": Listing((part, over, self.whole), ""),
            "part": self.part,
            "whole": self.whole,
            "exact": self._computed(),
            "printed": _with_mode(self.percent, self.mode),
            "percent": self.percent,
        }

    def _computed(self) -> Value:
        """Return what the ratio is, or between what it lies."""
        if self.exact is not None:
            return Measured(self.exact, PERCENT)
        between = quotient(self.part, self.whole)
        return Words("…", "…") if between is None else Measured(between.times(100), PERCENT)


_CODES: Final = (
    FindingCode.RATIO_FITS,
    FindingCode.RATIO_OTHERWISE,
    FindingCode.RATIO_LOOSE,
    FindingCode.RATIO_INCONSISTENT,
)
_LARGEST_RATIO: Final = 100
"""A plan is not met a hundred times over: what stands as 100% or more is in percent."""

_DIRECTED: Final = {
    Verdict.TRUNCATED: FindingCode.RATIO_TRUNCATED,
    Verdict.ROUNDED_UP: FindingCode.RATIO_ROUNDED_UP,
}


@overload
def check_ratio(part: Ratio | str, *, reading: Reading = ...) -> RatioCheck: ...
@overload
def check_ratio(part: Printed, whole: Printed, percent: Printed, *, reading: Reading = ...) -> RatioCheck: ...
def check_ratio(
    part: Printed | Ratio,
    whole: Printed | None = None,
    percent: Printed | None = None,
    *,
    reading: Reading = Reading.IMPLIED,
) -> RatioCheck:
    """Return whether a percentage can be that of a ratio, and how it was rounded.

    Takes the same few steps however large the figures are, approximated or not. A ratio in place of its
    percentage, such as what `parse_percent` returns, is found to be one.

    Args:
        part: a number, a `Quantity`, or text such as ``"hơn 1.200 hộ"``; alone a `Ratio` with its
            percentage, or text such as ``"27/28 trường (96,42%)"``.
        whole: the same as the part.
        percent: the percentage as printed; its decimals count. A plain number is in percent: 96.42 of
            "96,42%", not 0.9642.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError: text that is no figure.
        UnitMismatchError: part and whole measure different things, or no percentage.
        UndefinedError: the whole is zero.
        InvalidValueError: a negative figure.

    >>> check = check_ratio(27, 28, "96,42%")
    >>> check.verdict.value, check.exact
    ('truncated', Fraction(675, 7))
    >>> print(check)
    27/28 = 96,428571…%, làm tròn đến hai chữ số thập phân là 96,43%; báo cáo ghi 96,42% (cắt bỏ phần lẻ, \
không làm tròn).
    >>> check_ratio("hơn 1.200 hộ", "1.500 hộ", "81,5%").verdict.value
    'rounded'
    >>> check_ratio("27/28 trường (96,42%)").verdict.value
    'truncated'
    >>> print(check_ratio(27, 28, 0.9642))
    27/28 = 96,428571…%; 0,9642% là tỷ số chưa nhân 100: phải ghi 96,43%.
    """
    if whole is None and percent is None:
        stated = parse_ratio(part) if isinstance(part, str) else part
        check_type(stated, Ratio, "check_ratio")
        assert isinstance(stated, Ratio)
        part, whole, percent = _figures_of(stated)
    if isinstance(part, Ratio) or whole is None or percent is None:
        raise invalid("check_ratio", Reason.RATIO_FIGURES, part if percent is None else percent)
    return _check(part, whole, percent, mode=None, reading=reading, where="check_ratio")


def check_attainment(
    actual: Printed,
    plan: Printed,
    percent: Printed | Attainment,
    *,
    mode: AttainmentModeLike | None = None,
    reading: Reading = Reading.IMPLIED,
) -> RatioCheck:
    """Return whether a plan is met as far as is printed, and which wording would fit.

    Args:
        actual: what was reached.
        plan: what was planned.
        percent: the percentage as printed; an `Attainment`, or text such as ``"vượt 105%"``, tells
            the mode too.
        mode: ``reach`` (đạt p%), ``exceed`` (vượt p%) or ``short`` (còn thiếu p%), where the
            percentage does not say; ``reach`` if nothing does.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError, UnitMismatchError, UndefinedError, InvalidValueError: as `check_ratio`.

    >>> print(check_attainment("63 mô hình", "60 mô hình", "vượt 105%"))
    63/60 mô hình = 105%: phải ghi “đạt 105%” hoặc “vượt 5%”; báo cáo ghi “vượt 105%”.
    """
    if isinstance(percent, str) and percent.lstrip()[:1].isalpha():
        with suppress(ReadingError):  # else a figure such as "hơn 105%"
            percent = parse_attainment(percent)
    if isinstance(percent, Attainment):
        if mode is not None:
            words = {"options": Words("mode", "mode")}
            raise invalid("check_attainment.mode", Reason.OWN_OPTIONS, mode, **words)
        mode, percent = percent.mode, percent.figure
    side = chosen("reach" if mode is None else mode, AttainmentMode, "check_attainment.mode")
    return _check(actual, plan, percent, mode=side, reading=reading, where="check_attainment")


def quotient(
    part: Printed,
    whole: Printed,
    *,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
) -> Interval | None:
    """Return all values that one figure divided by another can have: bình quân.

    Args:
        part: what is divided.
        whole: by what; zero is left out.
        rounding: how both were rounded.
        reading: how words such as "gần" are taken.

    Returns:
        An interval in base units; None if the divisor can only be zero.

    >>> str(quotient("gần 60 triệu đồng", 5))
    '(10000000, 12000000)'
    """
    one, other = (not_negative(Reported.of(figure), "quotient") for figure in (part, whole))
    above, below = (figure.interval(rounding, reading=reading) for figure in (one, other))
    return None if above is None or below is None else above.over(below)


def _figures_of(ratio: Ratio) -> tuple[Reported, Reported, Quantity | None]:
    """Return the figures of a ratio; the word before it belongs to its part."""
    if ratio.unit is None:
        part, whole = Reported.of(ratio.part), Reported.of(ratio.whole)
        return attrs.evolve(part, approximation=ratio.approximation), whole, ratio.percent
    part = Reported.of(Quantity(ratio.part, ratio.unit, ratio.approximation))
    return part, Reported.of(Quantity(ratio.whole, ratio.unit)), ratio.percent


def _check(
    part: Printed,
    whole: Printed,
    percent: Printed,
    *,
    mode: AttainmentMode | None,
    reading: Reading,
    where: str,
) -> RatioCheck:
    known_reading(reading)
    one, other, printed = ratio_figures(part, whole, percent, where)

    procedures, loosely = in_both_readings(
        lambda reading: _procedures(one, other, printed, mode, reading), reading, (one, other, printed)
    )
    return RatioCheck(
        part=one, whole=other, percent=printed, mode=mode, procedures=procedures, loosely=loosely
    )


def _procedures(
    part: Reported,
    whole: Reported,
    percent: Reported,
    mode: AttainmentMode | None,
    reading: Reading = Reading.IMPLIED,
) -> Procedures:
    """Return the procedures under which some part of some whole is printed as this percentage."""
    if part.is_exact and whole.is_exact and percent.approximation is Approximation.EXACTLY:
        return percent.ways_of_printing(as_worded(100 * part.value / whole.value, mode))
    return explaining(
        lambda rounding: _holds(part, whole, rate_of(percent, mode, rounding, reading), rounding, reading)
    )


def _holds(
    part: Reported, whole: Reported, rate: Interval | None, rounding: Rounding, reading: Reading
) -> bool:
    """Return whether some part of some whole makes a ratio within the rate."""
    if rate is None:
        return False
    parts, wholes = (figure.possible(rounding, reading=reading) for figure in (part, whole))
    positive = wholes.meet(POSITIVE) if wholes is not None else None
    if parts is None or positive is None:
        return False
    if part.nature is Nature.COUNT and whole.nature is Nature.COUNT:
        return bool(wholes_that_fit(parts, positive, rate))
    if part.nature is Nature.COUNT:
        fitting = (rate * positive).meet(parts)
        return fitting is not None and fitting.wholes() is not None
    ratio = parts.over(positive)
    if whole.nature is not Nature.COUNT:
        return ratio is not None and ratio.meet(rate) is not None
    if 0 in parts and 0 in rate:
        return positive.wholes() is not None
    above = parts.meet(POSITIVE)
    fitting = above.over(rate) if above is not None else None
    common = fitting.meet(positive) if fitting is not None else None
    return common is not None and common.wholes() is not None


def _with_mode(percent: Reported, mode: AttainmentMode | None) -> Value:
    return percent if mode is None else Listing((_MODE_WORDS[mode], percent, "”"), "")


def _places(decimals: int) -> Words:
    """Return "đến hai chữ số thập phân"."""
    if not decimals:
        return Words("đến hàng đơn vị", "to whole numbers")
    return Words(f"đến {number_to_words(decimals)} chữ số thập phân", f"to {decimals} decimals")
