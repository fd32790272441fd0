"""Averages: a sum over how many share it, divided once and exactly."""

from collections.abc import Iterable
from fractions import Fraction

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, round_to
from danvankheo.checking import checked_each
from danvankheo.domain.numbers import Number, fraction_from
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import Dimension
from danvankheo.errors import NotExactError, UndefinedError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason


def average(
    quantities: Quantity | Iterable[Quantity],
    *,
    of: Number | Quantity | None = None,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> Quantity:
    """Return the sum of quantities over how many share it, divided once (bình quân).

    Args:
        quantities: one quantity, or several that measure the same thing.
        of: how many share the sum: a number, or a quantity of things counted, for each of which the
            result then is: money over 45 households is in ``đồng/hộ``. How many quantities there
            are, if not given.
        decimals: so many decimals, rounded once; None for the exact quotient.
        rounding: how the last digit is chosen.

    What is known of the sum and of how many share it is known of the result: "hơn 90 triệu đồng" over
    "dưới 45 hộ" is "hơn 2 triệu đồng/hộ".

    Raises:
        NotExactError: the quotient has no last decimal, and `decimals` is not given.
        UndefinedError: nobody shares it, or fewer than nobody.
        InvalidValueError: no quantities, or `of` is an amount of something that is not counted.
        UnitMismatchError: the quantities measure different things.

    >>> from danvankheo import counted
    >>> from danvankheo.units import MILLION_DONG
    >>> gift = Quantity(100, MILLION_DONG)
    >>> average(gift, of=Quantity(45, counted("hộ")), decimals=2)
    Quantity(Decimal('2.22'), MILLION_DONG.per('hộ'))
    >>> average([gift, Quantity(50, MILLION_DONG)])
    Quantity(Decimal('75'), MILLION_DONG)
    """
    told = tuple(checked_each(quantities, Quantity, "average"))
    if not told:
        wanted = {"type": Words("ít nhất một đại lượng", "at least one quantity")}
        raise UndefinedError("average", Reason.TYPE, "nothing", wanted)
    sum_of = sum(told[1:], told[0])
    unit, word = sum_of.unit, sum_of.approximation
    if isinstance(of, Quantity):
        if of.unit.dimension is not Dimension.COUNT or of.unit.rate or unit.rate:
            allowed = {"allowed": Words("thứ đếm được", "things counted")}
            raise invalid("average.of", Reason.DIMENSION, of.unit.label, **allowed)
        unit = unit.per(of.unit.name)
        word = _over(sum_of, of.approximation)
        of = of.value
    sharing = fraction_from(len(told) if of is None else of, "average.of")
    if sharing <= 0:
        raise UndefinedError("average.of", Reason.POSITIVE, shown(of))
    quotient = Fraction(sum_of.amount) / sharing
    if decimals is None:
        try:
            return Quantity(quotient, unit, word)
        except NotExactError as error:
            raise NotExactError("average", Reason.DECIMALS_NEEDED, error.got) from None
    return Quantity(round_to(quotient, decimals, rounding=rounding), unit, word)


def _over(shared: Quantity, sharing: Approximation) -> Approximation:
    """Return what is known of a quantity over a number of which so much is known.

    The more share it the less each gets; and where it is a debt, the less each owes.
    """
    if not shared.amount:
        return shared.approximation
    return shared.approximation.plus(sharing if shared.amount < 0 else sharing.negated)
