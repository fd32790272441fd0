"""What contributions are worth in money, at rates that the caller states."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, checked_each
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.numbers import decimal_from, shortest
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG, Dimension, Unit
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


@attrs.frozen
class Valued:
    """A contribution and what it is worth.

    >>> from danvankheo import Contribution, Quantity
    >>> from danvankheo.calc import value_in_money
    >>> from danvankheo.units import THOUSAND_DONG, WORKDAY
    >>> given = [Contribution(quantity=Quantity(731, WORKDAY), purpose="làm đường")]
    >>> each = value_in_money(given, rates={WORKDAY: Quantity(300, THOUSAND_DONG)}).valued[0]
    >>> each.contribution.purpose, each.money
    ('làm đường', Quantity(Decimal('219300000'), DONG))
    """

    contribution: Contribution
    money: Quantity


@attrs.frozen(kw_only=True)
class Valuation:
    """What contributions are worth together, and what was not valued.

    Args:
        total: the money of what was valued, with what is known of it (hơn, gần …).
        valued: each contribution with its money.
        unvalued: contributions without a quantity, or of a unit without a rate.

    >>> from danvankheo import Contribution, Quantity
    >>> from danvankheo.calc import value_in_money
    >>> from danvankheo.units import HECTARE, THOUSAND_DONG, WORKDAY
    >>> given = [Contribution(quantity=Quantity(731, WORKDAY)), Contribution(quantity=Quantity(2, HECTARE))]
    >>> worth = value_in_money(given, rates={WORKDAY: Quantity(300, THOUSAND_DONG)})
    >>> worth.total, len(worth.unvalued)
    (Quantity(Decimal('219300000'), DONG), 1)
    """

    total: Quantity
    valued: tuple[Valued, ...]
    unvalued: tuple[Contribution, ...]


def value_in_money(contributions: Iterable[Contribution], *, rates: Mapping[Unit, Quantity]) -> Valuation:
    """Return what contributions are worth in đồng, at rates that you state.

    There is no national rate for a day of work or for land given: local price decisions say it
    (Nghị định 254/2025/NĐ-CP books them at such prices), so nothing is built in. Money counts as it
    is; an approximation is kept.

    Args:
        contributions: what people gave.
        rates: money for one of a unit, such as ``{WORKDAY: Quantity(300, THOUSAND_DONG)}``. A rate
            for m2 also holds for ha.

    Raises:
        InvalidValueError: a rate that is not money in đồng, or is negative; two rates of one measure
            that differ.
        NotExactError: an amount without a last decimal, such as a rate for a sào of 360 m2 times 100 m2.

    >>> from danvankheo import Approximation
    >>> from danvankheo.units import THOUSAND_DONG, WORKDAY, SQUARE_METRE
    >>> given = [Contribution(quantity=Quantity(731, WORKDAY)),
    ...          Contribution(quantity=Quantity(260, SQUARE_METRE, Approximation.OVER))]
    >>> worth = value_in_money(given, rates={WORKDAY: Quantity(300, THOUSAND_DONG)})
    >>> worth.total, [left.quantity.amount for left in worth.unvalued]
    (Quantity(Decimal('219300000'), DONG), [Decimal('260')])
    """
    check_type(rates, Mapping, "value_in_money.rates")
    for unit, rate in rates.items():
        _check_rate(unit, rate)
    for (unit, rate), (other, its_rate) in combinations(rates.items(), 2):
        if unit.fits(other) and Fraction(rate.value) * Fraction(other.size) != Fraction(
            its_rate.value
        ) * Fraction(unit.size):
            raise invalid(f"value_in_money.rates[{other.label}]", Reason.ONE_RATE, its_rate, unit=unit.label)
    valued: list[Valued] = []
    unvalued: list[Contribution] = []
    for contribution in checked_each(contributions, Contribution, "value_in_money"):
        money = _money(contribution.quantity, rates) if contribution.quantity is not None else None
        if money is None:
            unvalued.append(contribution)
        else:
            valued.append(Valued(contribution, money))
    total = sum((line.money for line in valued), start=Quantity(0, DONG))
    return Valuation(total=total, valued=tuple(valued), unvalued=tuple(unvalued))


def _check_rate(unit: Unit, rate: Quantity) -> None:
    where = f"value_in_money.rates[{unit.label if isinstance(unit, Unit) else unit}]"
    if not isinstance(unit, Unit):
        raise invalid(where, Reason.TYPE, unit, type="Unit")
    if not isinstance(rate, Quantity):
        raise invalid(where, Reason.TYPE, rate, type="Quantity")
    if rate.unit.dimension is not Dimension.MONEY or rate.unit.base != DONG.base:
        raise invalid(where, Reason.DIMENSION, rate.unit.label, allowed=Words("tiền đồng", "money in đồng"))
    if rate.amount < 0:
        raise invalid(where, Reason.NOT_NEGATIVE, rate.amount)


def _money(quantity: Quantity, rates: Mapping[Unit, Quantity]) -> Quantity | None:
    """Return the money that a quantity is worth, or None without a rate."""
    if quantity.unit.fits(DONG):
        return quantity.to(DONG)
    for unit, rate in rates.items():
        if quantity.unit.fits(unit):
            amount = decimal_from(
                Fraction(rate.value) * Fraction(quantity.value) / Fraction(unit.size), "value"
            )
            return Quantity(shortest(amount), DONG, quantity.approximation.plus(rate.approximation))
    return None
