"""Exact intervals with open and closed ends: the arithmetic that every check rests on."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

import attrs

from danvankheo.bilingual import Words
from danvankheo.domain.numbers import Number, decimal_from, fraction_from
from danvankheo.errors import InvalidValueError, UndefinedError, invalid
from danvankheo.reasons import Reason


def _end(number: Number | None) -> Fraction | None:
    return number if number is None or type(number) is Fraction else fraction_from(number, "Interval")


@attrs.frozen(cache_hash=True)
class Interval:
    """All numbers between two ends, at least one of them.

    Args:
        low: the lower end; None if there is none.
        high: the upper end; None if there is none.
        low_closed: whether the lower end belongs to it.
        high_closed: whether the upper end belongs to it.

    Raises:
        InvalidValueError: no number lies between the ends.

    >>> half_up = Interval(Fraction("96.415"), Fraction("96.425"), low_closed=True)
    >>> str(half_up), Fraction("96.425") in half_up
    ('[96.415, 96.425)', False)
    """

    low: Fraction | None = attrs.field(converter=_end)
    high: Fraction | None = attrs.field(converter=_end)
    low_closed: bool = attrs.field(default=False, kw_only=True)
    high_closed: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Check that it holds a number, and that an end that is not there is not closed."""
        low, high = self.low, self.high
        if low is None or high is None:
            for name, end, closed in ("low", low, self.low_closed), ("high", high, self.high_closed):
                if end is None and closed:
                    wanted = {"type": Words("False, vì đầu này là None", "False for an end that is None")}
                    raise invalid(f"Interval.{name}_closed", Reason.TYPE, True, **wanted)
        elif low >= high and (low > high or not (self.low_closed and self.high_closed)):
            raise invalid("Interval.high", Reason.ORDERED, self.high, low=self.low)

    @classmethod
    def exactly(cls, value: Number) -> "Interval":
        """Return the interval that holds one number."""
        return cls(value, value, low_closed=True, high_closed=True)

    def __contains__(self, value: Number) -> bool:
        """Return whether a number lies in it."""
        number = value if type(value) is Fraction else fraction_from(value, "Interval")
        above = self.low is None or self.low < number or (self.low_closed and self.low == number)
        return above and (
            self.high is None or number < self.high or (self.high_closed and number == self.high)
        )

    @property
    def width(self) -> Fraction | None:
        """How far the ends are apart; None if one of them is not there.

        >>> from danvankheo.auditing import printed_interval
        >>> printed_interval("96,42%").width
        Fraction(1, 100)
        """
        return None if self.low is None or self.high is None else self.high - self.low

    def meet(self, other: "Interval | None") -> "Interval | None":
        """Return what both hold; None if that is nothing.

        >>> str(Interval(Fraction(0), Fraction(2)).meet(Interval(Fraction(1), None, low_closed=True)))
        '[1, 2)'
        """
        if other is None:
            return None
        low, low_closed = self.low, self.low_closed
        if low is None or (other.low is not None and other.low > low):
            low, low_closed = other.low, other.low_closed
        elif low == other.low:
            low_closed = low_closed and other.low_closed
        high, high_closed = self.high, self.high_closed
        if high is None or (other.high is not None and other.high < high):
            high, high_closed = other.high, other.high_closed
        elif high == other.high:
            high_closed = high_closed and other.high_closed
        same_flags = low_closed is self.low_closed and high_closed is self.high_closed
        if same_flags and low is self.low and high is self.high:
            return self  # nothing was cut off, as mostly
        return interval_or_none(low, high, low_closed=low_closed, high_closed=high_closed)

    def __add__(self, other: "Interval") -> "Interval":
        """Return the sums of a number of each."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            low_closed=self.low_closed and other.low_closed,
            high_closed=self.high_closed and other.high_closed,
        )

    def __neg__(self) -> "Interval":
        """Return the numbers with the other sign: the ends swap, and their flags with them."""
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            low_closed=self.high_closed,
            high_closed=self.low_closed,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        """Return the differences of a number of each."""
        return self + -other

    def times(self, weight: Fraction | int) -> "Interval":
        """Return every number times a weight.

        >>> str(Interval(Fraction(1), Fraction(2), low_closed=True).times(-3))
        '(-6, -3]'
        """
        if not weight:
            return Interval.exactly(0)
        size = weight if weight > 0 else -weight
        scaled = Interval(
            None if self.low is None else self.low * size,
            None if self.high is None else self.high * size,
            low_closed=self.low_closed,
            high_closed=self.high_closed,
        )
        return scaled if weight > 0 else -scaled

    def __mul__(self, other: "Interval") -> "Interval":
        """Return the products of a number of each; both must hold no negative number.

        An end at zero is attained as soon as one factor attains it.
        """
        one_low, other_low = _not_negative(self), _not_negative(other)
        if self.high == 0 or other.high == 0:
            return Interval.exactly(0)
        low = one_low * other_low
        low_closed = self.low_closed and other.low_closed
        if not low:
            low_closed = (self.low_closed and not one_low) or (other.low_closed and not other_low)
        return Interval(
            low,
            None if self.high is None or other.high is None else self.high * other.high,
            low_closed=low_closed,
            high_closed=self.high_closed and other.high_closed,
        )

    def over(self, other: "Interval") -> "Interval | None":
        """Return the quotients of a number of each; None if the other holds zero alone.

        Both must hold no negative number; division by zero is left out.

        >>> str(Interval.exactly(3).over(Interval(Fraction(0), Fraction(2), high_closed=True)))
        '[1.5, ∞)'
        """
        positive = other.meet(POSITIVE)
        return None if positive is None else self * positive.inverse()

    def inverse(self) -> "Interval":
        """Return one over each of its positive numbers.

        Raises:
            UndefinedError: there is none.

        >>> from danvankheo.auditing import printed_interval
        >>> str(printed_interval("2%").inverse())
        '(0.4, 2/3]'
        """
        if self.high is not None and self.high <= 0:
            raise UndefinedError("Interval.inverse", Reason.POSITIVE, str(self))
        low = self.low if self.low is not None and self.low > 0 else None
        return Interval(
            Fraction(0) if self.high is None else 1 / self.high,
            None if low is None else 1 / low,
            low_closed=self.high_closed,
            high_closed=low is not None and self.low_closed,
        )

    def wholes(self) -> "Interval | None":
        """Return the span of the whole numbers in it, ends included; None if there is none.

        >>> str(Interval(Fraction(1200), Fraction(1300)).wholes())
        '[1201, 1299]'
        """
        if self.low is not None and self.low == self.high:
            return self if self.low.denominator == 1 else None
        low = None if self.low is None else Fraction(_first_whole(self.low, closed=self.low_closed))
        high = None if self.high is None else -Fraction(_first_whole(-self.high, closed=self.high_closed))
        return interval_or_none(low, high, low_closed=low is not None, high_closed=high is not None)

    def __str__(self) -> str:
        """Return it in the mathematicians' brackets."""
        left = "[" if self.low_closed else "("
        right = "]" if self.high_closed else ")"
        low = "-∞" if self.low is None else _short(self.low)
        return f"{left}{low}, {'∞' if self.high is None else _short(self.high)}{right}"


def interval_or_none(
    low: Fraction | None, high: Fraction | None, *, low_closed: bool, high_closed: bool
) -> Interval | None:
    """Return the interval between two ends; None if no number lies there.

    >>> interval_or_none(Fraction(1), Fraction(1), low_closed=True, high_closed=False) is None
    True
    """
    if _is_empty(low, high, both_closed=low_closed and high_closed):
        return None
    return Interval(low, high, low_closed=low_closed, high_closed=high_closed)


def hull_of(one: Interval | None, other: Interval | None) -> Interval | None:
    """Return the smallest interval that holds both, either of which may be nothing.

    >>> str(hull_of(Interval(Fraction(-2), Fraction(0)), Interval.exactly(0)))
    '(-2, 0]'
    """
    if one is None or other is None:
        return one or other
    below, above = (-one, -other), (one, other)
    low, low_closed = _highest_end(*below)
    high, high_closed = _highest_end(*above)
    return Interval(None if low is None else -low, high, low_closed=low_closed, high_closed=high_closed)


def _highest_end(one: Interval, other: Interval) -> tuple[Fraction | None, bool]:
    if one.high is None or other.high is None:
        return None, False
    if one.high == other.high:
        return one.high, one.high_closed or other.high_closed
    higher = one if one.high > other.high else other
    return higher.high, higher.high_closed


def sum_of(intervals: Iterable[Interval]) -> Interval:
    """Return the sums of a number of each interval.

    >>> str(sum_of([Interval.exactly(3), Interval(Fraction(0), Fraction(1))]))
    '(3, 4)'
    """
    total = Interval.exactly(0)
    for interval in intervals:
        total += interval
    return total


def common_to(intervals: Iterable[Interval | None]) -> Interval | None:
    """Return what all intervals hold; None if that is nothing."""
    common: Interval | None = EVERYTHING
    for interval in intervals:
        common = common.meet(interval) if common is not None else None
    return common


def _is_empty(low: Fraction | None, high: Fraction | None, *, both_closed: bool) -> bool:
    return low is not None and high is not None and (low > high or (low == high and not both_closed))


def _first_whole(low: Fraction, *, closed: bool) -> int:
    return ceil(low) if closed else floor(low) + 1


def _not_negative(interval: Interval) -> Fraction:
    if interval.low is None or interval.low < 0:
        raise invalid("Interval", Reason.NOT_NEGATIVE, str(interval))
    return interval.low


def _short(number: Fraction) -> str:
    try:
        return f"{decimal_from(number):f}"
    except InvalidValueError:  # no last decimal, or too many of them
        return str(number)


EVERYTHING = Interval(None, None)
NOT_NEGATIVE = Interval(Fraction(0), None, low_closed=True)
POSITIVE = Interval(Fraction(0), None)
PERCENTAGES = Interval(Fraction(0), Fraction(100), low_closed=True, high_closed=True)
