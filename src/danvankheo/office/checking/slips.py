"""Which one figure could be the slip in a relation that does not hold, and what it would have to be."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.checks.corrections import edits_between
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import LARGEST_WHOLE, decimals_of
from danvankheo.office.checking.figures import (
    Agreement,
    Weighed,
    change_agreement,
    in_unit,
    quantum_of,
    ratio_agreement,
    sum_agreement,
    value_of,
)
from danvankheo.office.checking.patterns import Instance, PatternKind
from danvankheo.office.checking.products import product_agreement
from danvankheo.office.tables.figures import TableFigure

FACTORS: Final = tuple(Fraction(10) ** power for power in (3, -3, 6, -6, 9, -9))
"""By what a figure is wrong that was written in another unit: nghìn for triệu, triệu for tỷ."""


@attrs.frozen(kw_only=True)
class Slip:
    """A figure that may be wrong, and what it would have to be.

    Args:
        figure: the figure.
        to: what would make the relation hold, with its decimals.
        edits: how many digits that changes; 0 if only the unit is wrong.
        factor: by what it is wrong, for another unit.
    """

    figure: TableFigure
    to: Decimal
    edits: int
    factor: Fraction | None = None


def key_of(figure: TableFigure) -> tuple[object, ...]:
    """Return what tells a figure from all others."""
    address = figure.address
    return address.file, address.position, address.row, address.column


def slips_of(kind: PatternKind, instance: Instance) -> Iterator[Slip]:
    """Yield the changes of one figure that make a line hold, the target first."""
    match kind:
        case PatternKind.SUM:
            yield from _slips_of_sum(instance)
        case PatternKind.RATIO | PatternKind.GROWTH | PatternKind.INDEX:
            yield from _slips_of_percent(kind, instance)
        case PatternKind.PRODUCT:
            slip = _slip(
                instance.target, value_of(instance.target) - instance.gap, decimals_of(instance.target.amount)
            )
            if slip is not None:
                yield slip


def agreement_with(kind: PatternKind, instance: Instance, slip: Slip) -> Agreement | None:
    """Return how a line stands with one figure changed."""

    def changed(figure: TableFigure) -> TableFigure:
        if key_of(figure) != key_of(slip.figure):
            return figure
        return attrs.evolve(figure, amount=slip.to, stored=slip.to)

    def all_of(terms: Sequence[Weighed]) -> list[Weighed]:
        return [Weighed(figure=changed(term.figure), weight=term.weight) for term in terms]

    target = changed(instance.target)
    match kind:
        case PatternKind.SUM:
            return sum_agreement(target, all_of(instance.terms))
        case PatternKind.RATIO:
            return ratio_agreement(target, all_of(instance.terms), all_of(instance.wholes))
        case PatternKind.GROWTH | PatternKind.INDEX:
            now, before = all_of(instance.terms)[0].figure, all_of(instance.wholes)[0].figure
            return change_agreement(target, now, before, index=kind is PatternKind.INDEX)
        case PatternKind.PRODUCT:
            one, other = all_of(instance.terms)
            return product_agreement(target, one.figure, other.figure)
        case _:
            return None


def _slips_of_sum(instance: Instance) -> Iterator[Slip]:
    target = instance.target
    places = max(decimals_of(figure.amount) for figure in instance.figures)
    yield from _slips_of_unit(instance)
    slip = _slip(target, value_of(target) - instance.gap, places)
    if slip is not None:
        yield slip
    for term in instance.terms:
        slip = _slip(term.figure, value_of(term.figure) + instance.gap * term.weight, places)
        if slip is not None:
            yield slip


def _slips_of_unit(instance: Instance) -> Iterator[Slip]:
    """Yield the figures that are right in another unit, to the last place of the total."""
    weighed = [*((term.figure, -term.weight) for term in instance.terms), (instance.target, 1)]
    for figure, weight in weighed:
        for factor in FACTORS if figure.amount else ():
            moved = Fraction(figure.amount) * (factor - 1) * _size(figure) * weight
            if abs(instance.gap + moved) <= quantum_of(instance.target) < abs(moved):
                to = Fraction(figure.amount) * factor
                if abs(to) < LARGEST_WHOLE and abs(to) * _size(figure) >= 5 * quantum_of(instance.target):
                    yield Slip(figure=figure, to=_exact(to), edits=0, factor=factor)


def _exact(number: Fraction) -> Decimal:
    """Return a short decimal in full; one decimal for a whole number that a decimal stood for."""
    for places in range(13):
        if (number * 10**places).denominator == 1:
            return rounded_fraction(number, places, Rounding.HALF_UP)
    return rounded_fraction(number, 12, Rounding.HALF_UP)


def _slips_of_percent(kind: PatternKind, instance: Instance) -> Iterator[Slip]:
    target = instance.target
    right = Fraction(target.amount) - instance.gap
    places = decimals_of(target.amount)
    if abs(right) >= LARGEST_WHOLE:
        return
    to = rounded_fraction(right, places, Rounding.HALF_UP)
    if target.amount < 0 < to and kind is not PatternKind.RATIO:
        to = rounded_fraction(right, places, Rounding.HALF_UP)
    hundred = (
        Fraction(100)
        if Decimal(target.amount).scaleb(2) - 1 <= to <= Decimal(target.amount).scaleb(2) + 1
        else None
    )
    factor = hundred if target.amount and hundred and abs(right) >= 1 else None
    yield Slip(figure=target, to=to, edits=edits_between(f"{target.amount:f}", f"{to:f}"), factor=factor)


def _slip(figure: TableFigure, value: Fraction, places: int) -> Slip | None:
    amount = value / _size(figure)
    if abs(amount) >= LARGEST_WHOLE or figure.amount > 0 > amount:
        return None
    to = _decimal(amount, max(places if in_unit(figure) is None else 0, decimals_of(figure.amount)))
    if to == figure.amount:
        return None
    return Slip(figure=figure, to=to, edits=edits_between(f"{figure.amount:f}", f"{to:f}"))


def _decimal(number: Fraction, places: int) -> Decimal:
    return rounded_fraction(number, places, Rounding.HALF_UP)


def _size(figure: TableFigure) -> Fraction:
    unit = in_unit(figure)
    return Fraction(unit.size) if unit is not None else Fraction(1)
