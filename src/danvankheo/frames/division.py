"""Exact division of two columns of whole numbers, digit by digit, and the seven ways to round it."""

from typing import Final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.calc.arithmetic import Rounding
from danvankheo.frames.work import LARGEST, ONE, ZERO, Work, beyond, flag

_TWO_DIGITS: Final = 100


def divide(work: Work[IntoFrameT], above: nw.Expr, below: nw.Expr, places: int) -> None:
    """Write the quotient of two columns times 10**places as working columns, ready to be rounded.

    They are ``q``, the digits cut off; ``r`` and ``d``, the rest and its divisor; ``negative``, the sign; and
    ``known``, which is 0 where a side is null or the divisor is zero. Nothing ever passes Int64: where
    a result would, `Work.stop_where` is told.
    """
    work.let(above=above, below=below)
    above, below = work.col("above"), work.col("below")
    work.let(known=flag(~above.is_null() & ~below.is_null() & (below != 0)))
    work.stop_where(beyond(above) | beyond(below))
    usable = (work.col("known") == 1) & ~(beyond(above) | beyond(below))
    work.let(a=nw.when(usable).then(above).otherwise(ZERO), d=nw.when(usable).then(below).otherwise(ONE))
    a, d = work.col("a"), work.col("d")
    work.let(negative=flag(((a < 0) & (d > 0)) | ((a > 0) & (d < 0))))
    work.let(a=a.abs(), d=d.abs())
    divmod_(work, a, d, q="q", r="r")
    too_large = work.col("q") >= LARGEST // 10**places
    work.stop_where(too_large)
    work.let(q=nw.when(too_large).then(ZERO).otherwise(work.col("q")))
    for base, times in ((_TWO_DIGITS, places // 2), (10, places % 2)):
        if times:
            _cut_divisor(work, base)
        for _ in range(times):
            _next_digits(work, base)


def rounded(work: Work[IntoFrameT], rounding: Rounding) -> nw.Expr:
    """Return the rounded quotient with its sign; null where it is unknown."""
    q, r, d = (work.col(name) for name in "qrd")
    up = goes_up(work, rounding, q=q, r=r, d=d, negative=work.col("negative") == 1)
    if up is not None:
        work.let(q=work.col("q") + flag(up))
    work.let(q=nw.when(work.col("negative") == 1).then(work.col("q") * -1).otherwise(work.col("q")))
    return nw.when(work.col("known") == 1).then(work.col("q"))


def less_one(work: Work[IntoFrameT], places: int) -> None:
    """Take one whole off the quotient that `divide` wrote with as many places."""
    q, r, d = (work.col(name) for name in "qrd")
    one = nw.lit(10**places, nw.Int64)
    below_zero = work.col("negative") == 1
    rises = ~below_zero & (q >= one)
    falls = ~below_zero & (q < one)
    borrows = falls & (r > 0)
    work.let(
        q=nw.when(below_zero).then(q + one).when(rises).then(q - one).otherwise(one - q - flag(borrows)),
        r=nw.when(borrows).then(d - r).otherwise(r),
        negative=flag(below_zero | falls),
    )


def divmod_(work: Work[IntoFrameT], a: nw.Expr, b: nw.Expr, *, q: str, r: str, small: bool = False) -> None:
    """Write the quotient and the rest of a by b > 0 as working columns; the rest is from 0 to b − 1.

    Engines that divide in doubles are corrected in integers: by the rest, as a large quotient may be
    many off; then by one, which is all that a `small` quotient, below 2^50, can be off. `%` is not
    used: not every engine has it.
    """
    work.let(floor_=(a // b).cast(nw.Int64))
    floor, left = work.col("floor_"), work.col("left_")
    if not work.divides_exactly:
        work.let(left_=a - floor * b)
        if not small:
            work.let(floor_=floor + (left // b).cast(nw.Int64))
            work.let(left_=a - floor * b)
        work.let(floor_=floor + flag(left >= b) - flag(left < 0))
    work.let(**{q: floor, r: a - floor * b})


def goes_up(
    work: Work[IntoFrameT],
    rounding: Rounding,
    *,
    q: nw.Expr,
    r: nw.Expr,
    d: nw.Expr,
    negative: nw.Expr,
) -> nw.Expr | None:
    """Return where the last digit kept of q + r/d grows by one; None if it never does.

    The twin of `danvankheo.calc.arithmetic.round_between`.
    """
    left = d - r  # comparing the rest with it cannot overflow, as twice the rest can
    match rounding:
        case Rounding.HALF_UP:
            return r >= left
        case Rounding.HALF_DOWN:
            return r > left
        case Rounding.HALF_EVEN:
            divmod_(work, q, nw.lit(2, nw.Int64), q="halves", r="odd")
            return (r > left) | ((r == left) & (work.col("odd") == 1))
        case Rounding.TRUNCATE:
            return None
        case Rounding.UP:
            return r > 0
        case Rounding.FLOOR:
            return (r > 0) & negative
        case Rounding.CEILING:
            return (r > 0) & ~negative


def _next_digits(work: Work[IntoFrameT], base: int) -> None:
    """Bring the next one or two digits of the quotient down: q = q·base + ⌊r·base / d⌋, r the new rest.

    r·base may pass Int64, so the divisor is cut instead: d = e·base + f. Then g = ⌊r / (e + 1)⌋ is
    about the digits wanted, and r·base − g·d = (r − g·e)·base − g·f stays within d + base² of zero;
    what is still missing from g is a division of that small rest.
    """
    q, r, d, e, f, g = (work.col(name) for name in "qrdefg")
    work.let(g=(r // (e + ONE)).cast(nw.Int64))
    work.let(r=(r - g * e) * base - g * f)
    divmod_(work, r, d, q="more", r="r", small=True)
    work.let(q=q * base + g + work.col("more"))


def _cut_divisor(work: Work[IntoFrameT], base: int) -> None:
    """Write the divisor as e·base + f, for `_next_digits`."""
    divmod_(work, work.col("d"), nw.lit(base, nw.Int64), q="e", r="f")
