"""Strategies for indicators: whose figures agree, or whose figures cannot all be true."""

from decimal import Decimal
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvankheo.domain.indicator import Better, ChangeKind, Indicator
from danvankheo.domain.numbers import EXACT, decimals_of
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import MILLION_DONG, PERCENTAGE_POINT, counted
from danvankheo.testing import vocabulary
from danvankheo.testing.strategies.arguments import checked
from danvankheo.testing.strategies.quantities import printed_percents, quantities


@checked
def indicators(
    *, min_whole: int = 1, max_whole: int = 10_000, inconsistent: bool = False
) -> st.SearchStrategy[Indicator]:
    """Return a strategy for indicators as reports print them.

    Most are rates: a percentage, rounded half up, beside the part and the whole that it is of, one
    of them, or none; perhaps with an earlier percentage and the points between. Some are levels in
    triệu đồng for each of something, perhaps with the earlier level and the difference.

    Args:
        min_whole: the least that a rate is of, at least 1.
        max_whole: the most.
        inconsistent: whether the figures cannot all be true, so that `danvankheo.audit` of a
            movement with the indicator finds an error: a percentage that no rounding of part over
            whole gives, a part above its whole, or a change that does not lead to the figure.

    >>> from hypothesis import find
    >>> from danvankheo import check_ratio
    >>> rate = find(indicators(), lambda told: told.rate is not None)
    >>> check_ratio(rate.part, rate.whole, rate.value).procedures[0].value
    'half_up'
    """
    if not 1 <= min_whole <= max_whole:
        raise InvalidArgument(f"expected 1 <= min_whole <= max_whole, got {min_whole=}, {max_whole=}")
    wholes = st.integers(min_whole, max_whole)
    if inconsistent:
        return st.one_of(_misprinted(wholes), _overfull(wholes), _misled(wholes))
    return _rates(wholes) | _levels()


@st.composite
def _rates(draw: st.DrawFn, wholes: st.SearchStrategy[int]) -> Indicator:
    rate = _whole_rate(draw, wholes)
    if draw(_TOLD):
        rate = _with_earlier(draw, rate)
    parts_told, whole_told = draw(_TOLD), draw(_TOLD)
    return attrs.evolve(
        rate, part=rate.part if parts_told else None, whole=rate.whole if whole_told else None
    )


@st.composite
def _levels(draw: st.DrawFn) -> Indicator:
    name, amounts = draw(_LEVELS)
    level = Indicator(name=name, value=draw(amounts), better=Better.HIGHER)
    if not draw(_TOLD):
        return level
    return _changed(level, draw(amounts), ChangeKind.DIFFERENCE)


@st.composite
def _misprinted(draw: st.DrawFn, wholes: st.SearchStrategy[int]) -> Indicator:
    """Draw a rate whose percentage no rounding of part over whole gives."""
    rate = _whole_rate(draw, wholes)
    return attrs.evolve(rate, value=draw(printed_percents(*_counts(rate), wrong=True)))


@st.composite
def _overfull(draw: st.DrawFn, wholes: st.SearchStrategy[int]) -> Indicator:
    """Draw a rate of which the part is more than the whole."""
    rate = _whole_rate(draw, wholes)
    _, whole = _counts(rate)
    return attrs.evolve(rate, part=whole + draw(_MORE), value=None)


@st.composite
def _misled(draw: st.DrawFn, wholes: st.SearchStrategy[int]) -> Indicator:
    """Draw a rate to which its earlier figure and its change do not lead."""
    rate = _with_earlier(draw, _whole_rate(draw, wholes))
    assert rate.value is not None
    assert rate.earlier is not None
    assert rate.change is not None
    coarsest = min(decimals_of(rate.value.amount), decimals_of(rate.earlier.amount))
    # Three figures, each rounded by less than one in its last place, never make up four.
    off = EXACT.scaleb(Decimal(draw(_OFF)), -coarsest)
    return attrs.evolve(rate, change=rate.change + Quantity(off, PERCENTAGE_POINT))


def _whole_rate(draw: st.DrawFn, wholes: st.SearchStrategy[int]) -> Indicator:
    name, (kind, noun, better) = draw(_RATES)
    whole = draw(wholes)
    part = draw(st.integers(0, whole))
    value = draw(printed_percents(part, whole))
    return Indicator(
        name=name, kind=kind, value=value, part=part, whole=whole, unit=counted(noun), better=better
    )


def _with_earlier(draw: st.DrawFn, rate: Indicator) -> Indicator:
    _, whole = _counts(rate)
    earlier = draw(printed_percents(draw(st.integers(0, whole)), whole))
    return _changed(rate, earlier, ChangeKind.POINTS)


def _changed(indicator: Indicator, earlier: Quantity, kind: ChangeKind) -> Indicator:
    """Return an indicator with an earlier figure and the change from it, as the two are printed."""
    assert indicator.value is not None
    unit = PERCENTAGE_POINT if kind is ChangeKind.POINTS else earlier.unit
    change = Quantity(EXACT.subtract(indicator.value.amount, earlier.amount), unit)
    return attrs.evolve(indicator, earlier=earlier, change=change, change_kind=kind)


def _counts(rate: Indicator) -> tuple[int, int]:
    assert rate.part is not None
    assert rate.whole is not None
    return int(rate.part), int(rate.whole)


_RATES: Final = st.sampled_from([*vocabulary.RATES.items()])
_LEVELS: Final = st.sampled_from(
    [
        (name, quantities(unit=MILLION_DONG.per(per), approximations=[Approximation.EXACTLY]))
        for name, per in vocabulary.LEVELS.items()
    ]
)
_TOLD: Final = st.booleans()
_MORE: Final = st.integers(1, 1000)
_OFF: Final = st.integers(4, 5000) | st.integers(-5000, -4)
