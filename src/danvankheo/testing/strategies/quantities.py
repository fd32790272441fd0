"""Strategies for units, quantities, and what a phrase states of two figures."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final, TypeAlias

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvankheo.domain.numbers import EXACT, Number, fraction_from
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
from danvankheo.domain.statements import Attainment, AttainmentMode, Change, Direction, FromTo, Ratio
from danvankheo.domain.units import (
    BILLION_DONG,
    CURRENCIES,
    DONG,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    THOUSAND_DONG,
    TIMES,
    UNITS,
    Dimension,
    Region,
    Scale,
    Unit,
    counted,
    traditional_area,
)
from danvankheo.testing import vocabulary
from danvankheo.testing.strategies.arguments import checked, sampled

_MOST: Final = 10**6
"""How far amounts go, in the unit that they are written in, if no bound is given."""
_DECIMALS: Final = (0, 1, 2)
_WHOLE: Final = (Dimension.COUNT, Dimension.LABOUR)


def _of(*codes: str) -> tuple[Unit, ...]:
    return tuple(UNITS[code] for code in codes)


# What people write most stands first, which is what examples shrink to.
UNITS_OF: Final[Mapping[Dimension, tuple[Unit, ...]]] = {
    Dimension.MONEY: (
        MILLION_DONG,
        DONG,
        BILLION_DONG,
        THOUSAND_DONG,
        *_of("us_dollar", "euro", *CURRENCIES),
    ),
    Dimension.LABOUR: (UNITS["workday"], UNITS["workday"].scaled(Scale.THOUSAND)),
    Dimension.LAND: (
        *_of("square_metre", "hectare", "square_kilometre"),
        *(traditional_area("sào", region) for region in (Region.NORTH, Region.CENTRAL)),
    ),
    Dimension.LENGTH: _of("metre", "kilometre", "centimetre", "millimetre"),
    Dimension.MASS: _of("kilogram", "tonne", "quintal", "yen_weight", "gram", "hectogram"),
    Dimension.VOLUME: _of("cubic_metre", "litre", "millilitre", "cubic_centimetre", "cubic_kilometre"),
    Dimension.COUNT: tuple(counted(noun) for noun in (*vocabulary.COUNTED, *vocabulary.GOODS)),
    Dimension.RATIO: _of("percent", "percentage_point", "per_mille", "times"),
}
GIVEN: Final = tuple(dimension for dimension in UNITS_OF if dimension is not Dimension.RATIO)
"""What can be given: anything but a ratio."""


@checked
def units(*, dimensions: Collection[Dimension] = tuple(UNITS_OF)) -> st.SearchStrategy[Unit]:
    """Return a strategy for units as reports write them.

    Args:
        dimensions: what they measure.

    >>> from danvankheo.units import Dimension
    >>> from hypothesis import find
    >>> find(units(dimensions=[Dimension.LAND]), lambda unit: unit.size > 1000)
    HECTARE
    """
    return sampled([unit for each in dimensions for unit in _units_of(each)], "dimensions")


def _units_of(dimension: Dimension) -> tuple[Unit, ...]:
    if dimension not in UNITS_OF:
        raise InvalidArgument(f"expected a Dimension, got {dimension!r}")
    return UNITS_OF[dimension]


@checked
def quantities(
    min_value: Number | None = None,
    max_value: Number | None = None,
    *,
    dimension: Dimension | None = None,
    unit: Unit | None = None,
    approximations: Collection[Approximation] = tuple(Approximation),
) -> st.SearchStrategy[Quantity]:
    """Return a strategy for quantities as reports print them.

    Amounts have no, one or two decimals, but things counted and days of work come whole; after a
    word such as "hơn" no figure is zero. They shrink to small whole numbers.

    Args:
        min_value: the least figure, in the base unit (đồng, m², kg …); zero if not given.
        max_value: the largest figure, in the base unit; if not given, a million of the unit more
            than the least.
        dimension: only quantities of this dimension.
        unit: only quantities in this unit.
        approximations: the words that may stand before the figure.

    Raises:
        InvalidArgument: no unit can write a figure between the bounds with two decimals.

    >>> from danvankheo.units import Dimension
    >>> from hypothesis import find
    >>> find(quantities(154_400_000, 154_400_000, dimension=Dimension.MONEY), lambda gift: True).value
    Decimal('154400000.0')
    """
    if unit is not None and dimension not in (None, unit.dimension):
        raise InvalidArgument(f"{unit!r} does not measure {dimension!r}")
    if unit is not None:
        choices: Sequence[Unit] = (unit,)
    elif dimension is not None:
        choices = _units_of(dimension)
    else:
        choices = [each for units in UNITS_OF.values() for each in units]
    ways = [
        way for word in approximations for each in choices for way in _ways(each, min_value, max_value, word)
    ]
    if not ways:
        raise InvalidArgument(f"no unit writes a figure between {min_value=} and {max_value=}")
    return _quantities(sampled(ways, "approximations"))


_Way: TypeAlias = tuple[Unit, int, st.SearchStrategy[int], Approximation]
"""A unit, how many decimals, the amount in steps of the last of them, and the word before it.

They are one choice: what is drawn for every figure should be cheap.
"""


def _ways(
    unit: Unit, min_value: Number | None, max_value: Number | None, word: Approximation
) -> Iterator[_Way]:
    """Yield the ways to write figures between two bounds in a unit after a word."""
    reach = _MOST * Fraction(unit.size)
    least = None if min_value is None else fraction_from(min_value, "min_value")
    most = None if max_value is None else fraction_from(max_value, "max_value")
    if least is None:
        least = Fraction(0) if most is None or most >= 0 else most - reach
    if most is None:
        most = max(least, Fraction(0)) + reach
    for decimals in (0,) if unit.dimension in _WHOLE and unit.scale is Scale.ONE else _DECIMALS:
        step = Fraction(unit.size) / 10**decimals
        low, high = ceil(least / step), floor(most / step)
        spans = (
            [(low, high)] if word is Approximation.EXACTLY else [(max(low, 1), high), (low, min(high, -1))]
        )
        for first, last in spans:
            if first <= last:
                yield unit, decimals, st.integers(first, last), word


@st.composite
def _quantities(draw: st.DrawFn, ways: st.SearchStrategy[_Way]) -> Quantity:
    unit, decimals, steps, word = draw(ways)
    return Quantity(EXACT.scaleb(Decimal(draw(steps)), -decimals), unit, word)


@checked
def gifts(
    min_value: Number | None = None, max_value: Number | None = None, *, dimension: Dimension | None = None
) -> st.SearchStrategy[Quantity]:
    """Return a strategy for quantities that can be given: no ratios, nothing negative.

    Args:
        min_value: as in `quantities`; not negative.
        max_value: as in `quantities`.
        dimension: as in `quantities`; not ``RATIO``.

    >>> from hypothesis import find
    >>> find(gifts(dimension=Dimension.LAND), lambda gift: gift.amount > 0).unit.dimension.label
    'diện tích'
    """
    if dimension is Dimension.RATIO or (min_value is not None and min_value < 0):
        raise InvalidArgument(f"nobody gives {dimension=} from {min_value=}")
    if dimension is not None:
        return quantities(min_value, max_value, dimension=dimension)
    return st.one_of(*(quantities(min_value, max_value, dimension=each) for each in GIVEN))


@checked
def quantity_ranges(*, dimension: Dimension | None = None) -> st.SearchStrategy[QuantityRange]:
    """Return a strategy for ranges such as "từ 5 đến 10 triệu đồng", low end first.

    >>> from hypothesis import find
    >>> span = find(quantity_ranges(dimension=Dimension.MONEY), lambda span: True)
    >>> span.low <= span.high
    True
    """
    exact = quantities(dimension=dimension, approximations=[Approximation.EXACTLY])
    return _quantity_ranges(exact)


@st.composite
def _quantity_ranges(draw: st.DrawFn, ends: st.SearchStrategy[Quantity]) -> QuantityRange:
    low = draw(ends)
    more = draw(st.integers(0, _MOST))
    high = attrs.evolve(low, amount=EXACT.add(low.amount, Decimal(more)))
    return QuantityRange(low, high, draw(_APPROXIMATIONS))


@checked
@st.composite
def ratios(draw: st.DrawFn, *, inconsistent: bool = False) -> Ratio:
    """Return a strategy for ratios such as "27/28 trường (96,43%)".

    Args:
        inconsistent: whether the percentage is one that no rounding of the ratio gives.

    >>> from hypothesis import find
    >>> from danvankheo import check_ratio
    >>> wrong = find(ratios(inconsistent=True), lambda told: True)
    >>> check_ratio(wrong.part, wrong.whole, wrong.percent).verdict.value
    'inconsistent'
    """
    whole = draw(_WHOLES)
    part = draw(st.integers(0, whole))
    percent = draw(printed_percents(part, whole, wrong=inconsistent))
    told = inconsistent or draw(st.booleans())
    unit = counted(draw(_NOUNS))
    return Ratio(part=part, whole=whole, unit=unit, percent=percent if told else None)


@st.composite
def printed_percents(draw: st.DrawFn, part: int, whole: int, *, wrong: bool = False) -> Quantity:
    """Return a strategy for a share in percent, rounded half up to up to two decimals.

    Args:
        part: how many of them.
        whole: of how many, more than zero.
        wrong: whether it is off by more than any rounding is; it stays between 0 and 100.
    """
    decimals = draw(st.sampled_from(_DECIMALS))
    hundred = 100 * 10**decimals
    steps = (2 * hundred * part + whole) // (2 * whole)
    if wrong:
        # Any rounding is off by less than one in the last place.
        below, above = (0, steps - 2), (steps + 2, hundred)
        steps = draw(st.one_of(*(st.integers(*ends) for ends in (below, above) if ends[0] <= ends[1])))
    return Quantity(EXACT.scaleb(Decimal(steps), -decimals), PERCENT)


_CHANGED: Final = (PERCENT, PERCENTAGE_POINT, MILLION_DONG, counted("hộ"), TIMES)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Return a strategy for changes such as "tăng 3,05% so với cùng kỳ năm 2021".

    >>> from hypothesis import find
    >>> find(changes(), lambda told: told.direction is Direction.DOWN).signed.amount < 0
    True
    """
    direction = draw(_DIRECTIONS)
    relative_to = draw(_COMPARED)
    if direction is Direction.NONE:
        return Change(direction=direction, relative_to=relative_to)
    size = draw(st.sampled_from(_SIZES).flatmap(lambda sizes: sizes))
    return Change(direction=direction, size=size, relative_to=relative_to)


@st.composite
def from_tos(draw: st.DrawFn) -> FromTo:
    """Return a strategy for changes stated by their ends, "giảm từ 11,42% xuống còn 4,05%".

    The words say the way that the figures go.

    >>> from hypothesis import find
    >>> find(from_tos(), lambda told: told.before > told.after).direction.label
    'giảm'
    """
    before, after = draw(_ENDS)
    up = before < after or (before.value == after.value and draw(st.booleans()))
    return FromTo(before=before, after=after, direction=Direction.UP if up else Direction.DOWN)


def attainments() -> st.SearchStrategy[Attainment]:
    """Return a strategy for how far a plan is met: "vượt 12,5% chỉ tiêu".

    >>> from hypothesis import find
    >>> find(attainments(), lambda told: told.mode == "exceed").attained.amount >= 100
    True
    """
    return st.builds(
        Attainment,
        figure=quantities(0, 200, unit=PERCENT),
        mode=st.sampled_from(AttainmentMode),
        target=st.sampled_from(vocabulary.TARGETS),
    )


_APPROXIMATIONS: Final = st.sampled_from(Approximation)
_NOUNS: Final = st.sampled_from(vocabulary.COUNTED)
_WHOLES: Final = st.integers(1, 10_000)
_DIRECTIONS: Final = st.sampled_from(Direction)
_COMPARED: Final = st.sampled_from(vocabulary.COMPARED_TO)
_SIZES: Final = [quantities(unit.size / 100 if unit is not TIMES else 1, unit=unit) for unit in _CHANGED]
_ENDS: Final = st.one_of(
    *(
        st.tuples(*[quantities(unit=unit, approximations=[Approximation.EXACTLY])] * 2)
        for unit in (PERCENT, MILLION_DONG, counted("hộ"))
    )
)
