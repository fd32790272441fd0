"""Which whole numbers stand in a ratio that lies between two rates: counted, never tried one by one.

Every search here takes a number of steps that grows with the digits of its figures only, however
large they are.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil, floor
from typing import Final, NamedTuple

import attrs

from danvankheo.auditing.figures.intervals import POSITIVE, Interval


@attrs.frozen
class WholeNumbers:
    """Whole numbers that fit: the smallest, the largest, and how many there are.

    Args:
        smallest: None if there is none.
        largest: None if there is none, or no largest.
        count: None if there is no end of them. Between the smallest and the largest some may be
            left out, where the other figure is approximated.

    >>> bool(NO_WHOLE_NUMBER), bool(WholeNumbers(17556, 17641, 86))
    (False, True)
    """

    smallest: int | None
    largest: int | None
    count: int | None

    def __bool__(self) -> bool:
        """Return whether there is one."""
        return self.count != 0


NO_WHOLE_NUMBER: Final = WholeNumbers(None, None, 0)


def wholes_that_fit(part: Interval, whole: Interval, rate: Interval) -> WholeNumbers:
    """Return the whole numbers D > 0 of `whole` with a whole N of `part` such that N/D lies in `rate`.

    Args:
        part: from whole to whole, both ends closed, not negative.
        whole: the same.
        rate: a ratio, not negative.

    >>> rate = Interval(Fraction("0.02035"), Fraction("0.02045"), low_closed=True)
    >>> wholes_that_fit(Interval.exactly(359), Interval(Fraction(0), None, low_closed=True), rate)
    WholeNumbers(smallest=17556, largest=17641, count=86)
    """
    return _columns(whole, part, rate)


def parts_that_fit(part: Interval, whole: Interval, rate: Interval) -> WholeNumbers:
    """Return the whole numbers N of `part` with a whole D > 0 of `whole` such that N/D lies in `rate`.

    >>> rate = Interval(Fraction("0.02035"), Fraction("0.02045"), low_closed=True)
    >>> parts_that_fit(Interval(Fraction(0), None, low_closed=True), Interval.exactly(17600), rate)
    WholeNumbers(smallest=359, largest=359, count=1)
    """
    positive = whole.meet(POSITIVE)
    if positive is None or positive.wholes() is None:
        return NO_WHOLE_NUMBER
    if positive.low is not None and positive.low == positive.high:  # one exact whole
        fitting = _span(rate.times(positive.low).meet(part))
        return _all_of(fitting) if fitting else NO_WHOLE_NUMBER
    # N/D lies in the rate when D/N lies in its inverse; N = 0 has no inverse and is looked at alone.
    found = _columns(part, positive, rate.inverse()) if rate.high != 0 else NO_WHOLE_NUMBER
    if 0 not in part or 0 not in rate:
        return found
    return _joined([WholeNumbers(0, 0, 1), found])


def _columns(across: Interval, up: Interval, slopes: Interval) -> WholeNumbers:
    """Return the whole x > 0 of `across` over which a whole y of `up` lies between two lines from zero.

    Over an x whose lines enclose the lowest or the highest y there is one for certain. In between
    only the lines bound y: far out they are a whole number apart, nearer whole numbers are counted
    by sums of floors.
    """
    if slopes.low == 0 and not slopes.low_closed:
        positive = up.meet(POSITIVE)
        if positive is None:
            return NO_WHOLE_NUMBER
        up = positive
    xs, ys = _span(across.meet(POSITIVE)), _span(up)
    if xs is None or ys is None:
        return NO_WHOLE_NUMBER
    if slopes.high == 0:
        return _all_of(xs) if ys.first == 0 else NO_WHOLE_NUMBER
    lowest = _enclosing(ys.first, slopes)
    if ys.first == ys.last:  # the common case: one exact count
        alone = _span(lowest)
        clipped = _clip(alone, xs.first, xs.last) if alone else None
        return _all_of(clipped) if clipped else NO_WHOLE_NUMBER
    highest = None if ys.last is None else _enclosing(ys.last, slopes)
    lines = _Lines(slopes)
    found: list[WholeNumbers] = []
    at = xs.first
    for piece, certain in (
        (_span(lowest), True),
        (_between(lowest, highest), False),
        (_span(highest), True),
    ):
        clipped = piece and _clip(piece, at, xs.last)
        if clipped:
            found.append(_all_of(clipped) if certain else lines.crossed(clipped))
            if clipped.last is None:
                break
            at = clipped.last + 1
    return _joined(found)


class _Span(NamedTuple):
    """Whole numbers from the first to the last; None is no last."""

    first: int
    last: int | None


def _span(interval: Interval | None) -> _Span | None:
    wholes = interval.wholes() if interval is not None else None
    if wholes is None or wholes.low is None:
        return None
    return _Span(int(wholes.low), None if wholes.high is None else int(wholes.high))


def _clip(span: _Span, first: int, last: int | None) -> _Span | None:
    """Return the part of a span between two numbers, if there is one."""
    first = max(span.first, first)
    ends = [end for end in (span.last, last) if end is not None]
    end = min(ends) if ends else None
    return None if end is not None and end < first else _Span(first, end)


def _enclosing(y: int, slopes: Interval) -> Interval | None:
    """Return the x > 0 whose lines have `y` between them."""
    if y == 0:
        return POSITIVE if 0 in slopes else None
    return Interval.exactly(y).over(slopes)


def _between(lowest: Interval | None, highest: Interval | None) -> _Span | None:
    """Return the whole x from the end of the one to the beginning of the other; an end may be of both."""
    first = 1
    if lowest is not None:
        if lowest.high is None:
            return None
        first = ceil(lowest.high)
    if highest is None:
        return _Span(first, None)
    assert highest.low is not None
    return _Span(first, floor(highest.low))


def _all_of(span: _Span) -> WholeNumbers:
    return WholeNumbers(span.first, span.last, None if span.last is None else span.last - span.first + 1)


def _joined(pieces: Iterable[WholeNumbers]) -> WholeNumbers:
    """Return the numbers of pieces that follow each other."""
    found = [piece for piece in pieces if piece]
    if not found:
        return NO_WHOLE_NUMBER
    counts = [piece.count for piece in found if piece.count is not None]
    count = sum(counts) if len(counts) == len(found) else None
    return WholeNumbers(found[0].smallest, found[-1].largest, count)


class _Lines:
    """Two lines from zero, and the whole numbers between them over a whole x > 0."""

    def __init__(self, slopes: Interval) -> None:
        assert slopes.low is not None
        self._slopes = slopes
        self._low, self._high = slopes.low, slopes.high

    def crossed(self, span: _Span) -> WholeNumbers:
        """Return the x of a span over which a whole number lies between the lines."""
        sure = self._always_from()
        far = None if sure is None else _clip(span, sure, None)
        near = _clip(span, span.first, None if sure is None else sure - 1)
        found = []
        if near is not None:
            found.append(self._near(near))
        if far is not None:
            found.append(_all_of(far))
        return _joined(found)

    def _always_from(self) -> int | None:
        """Return the x from which on the lines are a whole number apart; None if they never are."""
        width = self._slopes.width
        if width is None:
            return 1
        if not width:
            return None
        both_open = not (self._slopes.low_closed or self._slopes.high_closed)
        return floor(1 / width) + 1 if both_open else ceil(1 / width)

    def _near(self, span: _Span) -> WholeNumbers:
        """Return the crossed x where no x has more than one whole number."""
        first, last = span
        if last is None:  # one line alone: it meets a whole number at each multiple
            period = self._low.denominator
            return WholeNumbers(-(-first // period) * period, None, None)
        count = self._count(first, last)
        if not count:
            return NO_WHOLE_NUMBER
        smallest = _first_true(first, last, lambda x: self._count(first, x) > 0)
        largest = -_first_true(-last, -first, lambda x: self._count(-x, last) > 0)
        return WholeNumbers(smallest, largest, count)

    def _count(self, first: int, last: int) -> int:
        """Return how many whole numbers lie between the lines over the x from first to last."""
        assert self._high is not None
        above = _sum_of_floors(self._high, first, last, 0 if self._slopes.high_closed else -1)
        offset = self._low.denominator - 1 if self._slopes.low_closed else 0
        below = _sum_of_floors(self._low, first, last, offset)
        lowest_included = self._slopes.low_closed  # then below is the sum of ceilings
        return above - below + (last - first + 1 if lowest_included else 0)


def _sum_of_floors(slope: Fraction, first: int, last: int, shift: int) -> int:
    """Return the sum over x of ⌊(p·x + shift) / q⌋ for a slope p/q."""
    p, q = slope.numerator, slope.denominator
    count, offset, total = last - first + 1, p * first + shift, 0
    while True:  # Euclid's algorithm: each round turns the rest on its side, with a smaller slope
        steep, p = divmod(p, q)
        start, offset = divmod(offset, q)
        total += steep * (count * (count - 1) // 2) + start * count
        rows, rest = divmod(p * count + offset, q)
        if not rows:
            return total
        count, offset, p, q = rows, rest, q, p


def _first_true(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the first number from low to high for which something holds, and ever after."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
