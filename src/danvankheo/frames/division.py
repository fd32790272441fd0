"""Exact division of two columns of whole numbers, and the seven ways to round it."""

from typing import Final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.calc.arithmetic import Rounding
from danvankheo.frames.work import LARGEST, ONE, Work, beyond, flag

_TWO_DIGITS: Final = 100


def divide(
    work: Work[IntoFrameT], above: nw.Expr, below: nw.Expr, places: int, *, less_one: bool = False
) -> None:
    """Write the quotient of two columns times 10**places as working columns, ready to be rounded.

    They are ``q``, the digits cut off, null where a side is null or the divisor is zero; ``r`` and ``d``,
    the rest and its divisor; ``negative``, the sign. Where a result would pass Int64, `Work.stop_where`
    is stated.

    Args:
        work: the calculation.
        above: the numerator.
        below: the divisor.
        places: how many decimals the quotient gets.
        less_one: whether one whole is taken off the quotient; the divisor is above zero then.
    """
    if work.wide is None:
        _digit_by_digit(work, above, below, places)
        if less_one:
            _take_one_off(work, places)
    else:
        _at_once(work, above, below, places, work.wide, less_one=less_one)


def rounded(work: Work[IntoFrameT], rounding: Rounding) -> nw.Expr:
    """Return the rounded quotient with its sign; null where it is unknown."""
    q, r, d, negative = (work.col(name) for name in ("q", "r", "d", "negative"))
    up = goes_up(work, rounding, "q", r=r, d=d, negative=negative == 1)
    size = q if up is None else q + flag(up)
    signed = size * (ONE - negative * 2)
    return signed if work.wide is None else signed.cast(nw.Int64)


def divmod_(work: Work[IntoFrameT], a: str, b: str | int, *, q: str, r: str) -> None:
    """Write the quotient and the rest of a by b > 0 as working columns; of a ≥ 0 the rest is from 0 to b − 1.

    Spark has operators of its own for both. Other engines that divide in doubles are corrected in
    integers: by the rest, as a large quotient may be many off; then by one. `%` is not used: not every
    engine has it.

    Args:
        work: the calculation.
        a: the working column that is divided.
        b: the working column that divides it, or a number.
        q: the working column for the quotient.
        r: the working column for the rest.
    """
    if work.in_spark:
        divisor = str(b) if isinstance(b, int) else work.name(b)
        work.let_spark({q: f"{work.name(a)} div {divisor}", r: f"{work.name(a)} % {divisor}"})
        return
    above = work.col(a)
    below = nw.lit(b, nw.Int64) if isinstance(b, int) else work.col(b)
    work.let(floor_=above // below)
    floor, left = work.col("floor_"), work.col("left_")
    if not work.divides_exactly:
        work.let(left_=above - floor * below)
        work.let(floor_=floor + (left // below).cast(nw.Int64))
        work.let(left_=above - floor * below)
        work.let(floor_=floor + flag(left >= below) - flag(left < 0))
    work.let(**{q: floor, r: above - floor * below})


def goes_up(
    work: Work[IntoFrameT], rounding: Rounding, q: str, *, r: nw.Expr, d: nw.Expr, negative: nw.Expr
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
            divmod_(work, q, 2, q="halves", r="odd")
            return (r > left) | ((r == left) & (work.col("odd") == 1))
        case Rounding.TRUNCATE:
            return None
        case Rounding.UP:
            return r > 0
        case Rounding.FLOOR:
            return (r > 0) & negative
        case Rounding.CEILING:
            return (r > 0) & ~negative


def _at_once(
    work: Work[IntoFrameT],
    above: nw.Expr,
    below: nw.Expr,
    places: int,
    wide: nw.dtypes.DType,
    *,
    less_one: bool,
) -> None:
    """Divide in a type of 38 digits, which holds the 19 of each side and as many places as there may be."""
    work.let(a=above.cast(wide), d=nw.when(below != 0).then(below).cast(wide).abs())
    a, d = work.col("a"), work.col("d")
    work.stop_where(beyond(above) | beyond(below) | (a.abs() >= d * (LARGEST // 10**places)))
    negative = a < d if less_one else (a < 0) != (below < 0)
    size = (a - d if less_one else a).abs()
    work.let(a=work.unless_stopped(size) * 10**places, negative=flag(negative))
    divmod_(work, "a", "d", q="q", r="r")


def _digit_by_digit(work: Work[IntoFrameT], above: nw.Expr, below: nw.Expr, places: int) -> None:
    """Divide in 64 bits, as by hand: two digits a step, of which none passes Int64."""
    work.stop_where(beyond(above) | beyond(below))
    work.let(
        negative=flag((above < 0) != (below < 0)),
        a=work.unless_stopped(above).abs(),
        d=work.unless_stopped(nw.when(below != 0).then(below)).abs(),
    )
    divmod_(work, "a", "d", q="q", r="r")
    work.stop_where(work.col("q") >= LARGEST // 10**places)
    work.let(q=work.unless_stopped(work.col("q")))
    for base, times in ((_TWO_DIGITS, places // 2), (10, places % 2)):
        if times:
            divmod_(work, "d", base, q="e", r="f")
        for _ in range(times):
            _next_digits(work, base)


def _next_digits(work: Work[IntoFrameT], base: int) -> None:
    """Bring the next one or two digits of the quotient down: q = q·base + ⌊r·base / d⌋, r the new rest.

    r·base may pass Int64, so the divisor is cut instead: d = e·base + f. Then g = ⌊r / (e + 1)⌋ is
    about the digits wanted, and r·base − g·d = (r − g·e)·base − g·f stays within d + base² of zero;
    what is still missing from g is a division of that small rest.
    """
    q, r, e, f, g = (work.col(name) for name in "qrefg")
    work.let(g=(r // (e + ONE)).cast(nw.Int64))
    work.let(r=(r - g * e) * base - g * f)
    divmod_(work, "r", "d", q="more", r="r")
    work.let(q=q * base + g + work.col("more"))


def _take_one_off(work: Work[IntoFrameT], places: int) -> None:
    """Take one whole off the quotient in ``q``, ``r``, ``d`` and ``negative``, of a divisor above zero."""
    q, r, d = (work.col(name) for name in "qrd")
    one = nw.lit(10**places, nw.Int64)
    below_zero = work.col("negative") == 1
    falls = ~below_zero & (q < one)
    borrows = falls & (r > 0)
    work.let(
        q=nw.when(below_zero).then(q + one).when(falls).then(one - q - flag(borrows)).otherwise(q - one),
        r=nw.when(borrows).then(d - r).otherwise(r),
        negative=flag(below_zero | falls),
    )
