"""Ranking: who stands where, with ties stated and the unknown kept apart."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import Generic, TypeVar

import attrs

from danvankheo.bilingual import Words
from danvankheo.calc.indicators import known_figure
from danvankheo.calc.rates import same_kind
from danvankheo.checking import checked_each, checked_iterable, chosen
from danvankheo.choices import Choice
from danvankheo.domain.indicator import Better, Indicator
from danvankheo.domain.numbers import Number
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.shown import ShownByField
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

T = TypeVar("T")


class Ties(Choice, StrEnum):
    """Which places equal values share: 1 2 2 4, or 1 2 2 3, or 1 2 3 4 in the order given.

    >>> from danvankheo import rank
    >>> from danvankheo.calc import Ties
    >>> [[place.position for place in rank([9, 7, 7, 5], key=int, ties=ties)] for ties in Ties]
    [[1, 2, 2, 4], [1, 2, 2, 3], [1, 2, 3, 4]]
    """

    COMPETITION = "competition"
    DENSE = "dense"
    ORDINAL = "ordinal"


@attrs.frozen(kw_only=True, repr=False)
class Ranked(ShownByField, Generic[T]):
    """One item of a ranking.

    Args:
        position: 1 for the best; None if its value is unknown.
        item: what is ranked.
        value: the exact value that it is ranked by; None if unknown.

    >>> from danvankheo import rank
    >>> rank({"An Bình": 91, "Tây Sơn": None}.items(), key=lambda ward: ward[1])[-1]
    Ranked(position=None, item=('Tây Sơn', None), value=None)
    """

    position: int | None
    item: T
    value: Fraction | None


def rank(
    items: Iterable[T],
    *,
    key: Callable[[T], Number | Quantity | None],
    better: Better = Better.HIGHER,
    ties: Ties = Ties.COMPETITION,
) -> tuple[Ranked[T], ...]:
    """Return the items from best to worst, then those whose value is unknown, without a position.

    Args:
        items: what to rank.
        key: the value of an item: a number, a quantity (all of the same dimension), or None for
            unknown, which is not zero.
        better: whether a higher or a lower value is better.
        ties: which positions equal values get; equal items keep the order given.

    Raises:
        UnitMismatchError: the quantities do not measure the same thing.

    >>> schools = {"An Khê": Fraction(27, 28), "Chư Păh": Fraction(3, 4), "Chợ Đồn": None}
    >>> [(r.position, r.item) for r in rank(schools, key=schools.get)]
    [(1, 'An Khê'), (2, 'Chư Păh'), (None, 'Chợ Đồn')]
    """
    if not callable(key):
        raise invalid(
            "rank.key", Reason.TYPE, key, type=Words("một hàm của từng mục", "a function of an item")
        )
    way = chosen(better, Better, "rank.better")
    shared = chosen(ties, Ties, "rank.ties")
    known: list[tuple[Fraction, T]] = []
    unknown: list[T] = []
    first: Number | Quantity | None = None
    for item in checked_iterable(items, "rank", Words("nhiều mục", "several things")):
        value = key(item)
        if value is None:
            unknown.append(item)
            continue
        if first is None:
            first = value
        known.append((same_kind(value, first, "rank.key")[0], item))
    known.sort(key=lambda pair: pair[0], reverse=way is Better.HIGHER)
    return (
        *_positions(known, shared),
        *(Ranked(position=None, item=item, value=None) for item in unknown),
    )


def rank_indicators(
    indicators: Iterable[Indicator], *, ties: Ties = Ties.COMPETITION
) -> tuple[Ranked[Indicator], ...]:
    """Return indicators of several places from best to worst, in the direction that they state.

    They are ranked by part over whole where both are known, else by the printed figure.

    Raises:
        InvalidValueError: they are not one and the same indicator of one period, or do not say
            which way is better.
        UnitMismatchError: some are rates and some are amounts.

    >>> from decimal import Decimal
    >>> from danvankheo import IndicatorKind
    >>> from danvankheo.units import PERCENT
    >>> poor = [
    ...     Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, value=Quantity(rate, PERCENT))
    ...     for rate in (Decimal("5.38"), Decimal("2.04"))
    ... ]
    >>> [(r.position, r.item.value.amount) for r in rank_indicators(poor)]
    [(1, Decimal('2.04')), (2, Decimal('5.38'))]
    """
    told = tuple(checked_each(indicators, Indicator, "rank_indicators"))
    what = {(indicator.label, indicator.direction, indicator.period) for indicator in told}
    if len(what) > 1:
        names = ", ".join(sorted({label for label, *_ in what}))
        wanted = {
            "type": Words(
                "cùng một chỉ tiêu, một chiều tốt hơn, một kỳ",
                "one indicator with one direction and one period",
            ),
        }
        raise invalid("rank_indicators", Reason.TYPE, names, **wanted)
    better = next(iter(what))[1] if what else Better.HIGHER
    if better is None:
        wanted = {"type": Words("chỉ tiêu có ghi 'better'", "an indicator that says 'better'")}
        raise invalid("rank_indicators", Reason.TYPE, told[0].name, **wanted)
    return rank(told, key=known_figure, better=better, ties=ties)


def _positions(known: list[tuple[Fraction, T]], ties: Ties) -> Iterable[Ranked[T]]:
    passed = 0
    for step, (value, group) in enumerate(groupby(known, key=lambda pair: pair[0]), start=1):
        tied = [item for _, item in group]
        for offset, item in enumerate(tied):
            match ties:
                case Ties.COMPETITION:
                    position = passed + 1
                case Ties.DENSE:
                    position = step
                case Ties.ORDINAL:
                    position = passed + 1 + offset
            yield Ranked(position=position, item=item, value=value)
        passed += len(tied)
