"""What an indicator says twice: its value, part, whole, change and earlier value."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import attrs

from danvankheo.auditing.checks.base import Check
from danvankheo.auditing.checks.bounds import check_bounds
from danvankheo.auditing.checks.changes import check_change
from danvankheo.auditing.checks.implied import check_part, check_whole
from danvankheo.auditing.checks.mentions import check_mentions
from danvankheo.auditing.checks.ratios import check_attainment, check_ratio
from danvankheo.auditing.checks.sums import check_sum
from danvankheo.auditing.claims.claim import Claim, Found
from danvankheo.auditing.figures.inputs import figures_of
from danvankheo.auditing.figures.reported import Family, Nature, Reading, Reported
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.domain.indicator import ChangeKind, Indicator
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Change
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, TIMES, Dimension, Unit
from danvankheo.locale_vi import contexts

# A count in the name of an average need not be whole.
_AVERAGE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(contexts.AVERAGES)})(?!\w)")


def is_share(indicator: Indicator) -> bool:
    """Return whether a percentage is that of a part in its whole, which cannot pass 100.

    The shared kinds are all such; growth and the like may be printed as indicators too.
    """
    if indicator.whole_is_plan:
        return False
    return any(known is not None for known in (indicator.kind, indicator.part, indicator.whole))


def figure_of(indicator: Indicator, quantity: Quantity) -> Reported:
    """Return a printed figure of an indicator with its nature."""
    if not quantity.unit.fits(PERCENT) or quantity.amount < 0:
        is_average = quantity.unit.dimension is Dimension.COUNT and _AVERAGE.search(indicator.name.casefold())
        return Reported.of(quantity, Nature.MEASURE if is_average and quantity.amount >= 0 else None)
    if is_share(indicator):
        return Reported.of(quantity, Nature.SHARE)
    return Reported.of(quantity, Nature.RATE if indicator.whole_is_plan else Nature.SIGNED)


def count_of(indicator: Indicator, number: Decimal) -> Reported:
    """Return the part or the whole of an indicator as a printed figure."""
    unit = indicator.counts
    known = [other for other in (indicator.part, indicator.whole) if other is not None]
    figures = figures_of([other if unit is None else Quantity(other, unit) for other in known], "indicator")
    return figures[known.index(number)]


def claims_of_indicator(indicator: Indicator, ref: FactRef, reading: Reading) -> Iterator[Found]:
    """Yield every check that the figures of one indicator allow."""
    facts = (ref,)
    broken = [*_bounds(indicator)]
    for finding in broken:
        yield attrs.evolve(finding, facts=facts)
    checks = () if broken else _percentage_checks(indicator, reading)
    for check in (*checks, *_change_checks(indicator, reading), *_parts_check(indicator, reading)):
        yield Claim(facts=facts, check=check)


def _bounds(indicator: Indicator) -> Iterator[Finding]:
    """Yield what is impossible about its figures by themselves, and about a part beside its whole."""
    for known in (indicator.value, indicator.earlier):
        if known is not None:
            yield from check_bounds(figure_of(indicator, known), rounding=Family.ANY).findings()
    whole = None if indicator.whole is None else count_of(indicator, indicator.whole)
    if whole is not None:
        yield from check_bounds(whole, rounding=Family.ANY).findings()
    if indicator.part is not None:
        limit = None if indicator.whole_is_plan else whole
        yield from check_bounds(
            count_of(indicator, indicator.part), whole=limit, rounding=Family.ANY
        ).findings()


def _percentage_checks(indicator: Indicator, reading: Reading) -> Iterator[Check]:
    """Yield what part, whole and value say of each other."""
    if indicator.value is None:
        return
    value = figure_of(indicator, indicator.value)
    part, whole = (
        None if number is None else count_of(indicator, number)
        for number in (indicator.part, indicator.whole)
    )
    if value.unit is None or not value.unit.fits(PERCENT):
        if part is not None and part.unit is not None and part.unit.fits(indicator.value.unit):
            yield check_mentions([value, part], reading=reading)
        return
    rates = indicator.counts is not None and indicator.counts.fits(PERCENT)
    if value.nature is Nature.SIGNED or rates:
        return
    if part is not None and whole is not None:
        if whole.amount:
            make = check_attainment if indicator.whole_is_plan else check_ratio
            yield make(part, whole, value, reading=reading)
    elif part is not None and part.nature is Nature.COUNT and value.nature is Nature.SHARE:
        yield check_whole(part, value, reading=reading)
    elif whole is not None and whole.amount and whole.nature is Nature.COUNT and value.nature is Nature.SHARE:
        yield check_part(whole, value, reading=reading)


def _change_checks(indicator: Indicator, reading: Reading) -> Iterator[Check]:
    """Yield what the figure, its change and the earlier figure say of each other."""
    if indicator.change is None:
        return
    earlier = None if indicator.earlier is None else figure_of(indicator, indicator.earlier)
    check = change_check(indicator, earlier, reading)
    if check is not None:
        yield check


def _parts_check(indicator: Indicator, reading: Reading) -> Iterator[Check]:
    """Yield whether its parts make its value, where they are listed."""
    if indicator.value is not None and indicator.parts:
        yield check_sum(indicator.value, indicator.parts, reading=reading)


def current_figure(indicator: Indicator) -> Reported | None:
    """Return the figure that a change is of: the value, else the part."""
    if indicator.value is not None:
        return figure_of(indicator, indicator.value)
    return None if indicator.part is None else count_of(indicator, indicator.part)


def change_check(
    indicator: Indicator, earlier: Reported | None, reading: Reading, *, same_writer: bool = True
) -> Check | None:
    """Return the check of an indicator's change; None if its figures measure different things."""
    current, signed = current_figure(indicator), indicator.change
    if current is None or signed is None:
        return None
    if earlier is not None and (
        current.unit is None or earlier.unit is None or not earlier.unit.fits(current.unit)
    ):
        return None
    of_rate = current.unit is not None and current.unit.fits(PERCENT)
    if not of_rate and indicator.change_kind is ChangeKind.POINTS:
        return None
    units: list[Unit] = [] if current.unit is None else [current.unit]
    if indicator.value is not None or indicator.whole is None:  # else it may be a change of the rate
        units += [PERCENT, TIMES]
    if of_rate:
        units.append(PERCENTAGE_POINT)
    if not any(signed.unit.fits(unit) for unit in units):
        return None
    return check_change(
        current,
        Change.of(signed),
        before=earlier,
        kind=indicator.change_kind,
        same_writer=same_writer,
        reading=reading,
    )
