"""What checks take in: printed figures that measure the same thing, in lists, in percent, not negative."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from danvankheo.auditing.figures.reported import Nature, Printed, Reported, nature_of
from danvankheo.bilingual import Words
from danvankheo.domain.units import PERCENT, Dimension
from danvankheo.errors import UnitMismatchError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason


def percentage(figure: Printed, where: str, nature: Nature) -> Reported:
    """Return a printed percentage; a plain number is taken for one.

    Raises:
        UnitMismatchError: it is in another unit.
    """
    found = Reported.of(figure, nature)
    if found.unit is not None and not found.unit.fits(PERCENT):
        raise UnitMismatchError(where, Reason.SAME_BASE, shown(found.unit.label), {"base": PERCENT.label})
    if found.unit is not None:
        return found
    plain = found.nature in (Nature.COUNT, Nature.MEASURE)
    return attrs.evolve(found, unit=PERCENT, nature=nature if plain else found.nature)


def not_negative(figure: Reported, where: str) -> Reported:
    """Return a figure that is not below zero.

    Raises:
        InvalidValueError: it is.
    """
    if figure.amount < 0:
        raise invalid(where, Reason.NOT_NEGATIVE, figure.amount)
    return figure


def alike(figures: Sequence[Reported], where: str) -> tuple[Reported, ...]:
    """Return figures that measure the same thing; a plain number takes the unit of the others.

    Raises:
        UnitMismatchError: they measure different things, or a plain number stands beside figures in
            several units and could be in any of them.

    >>> total, part = alike([Reported.of("154,4 triệu đồng"), Reported.of(60)], "example")
    >>> part.unit.label, part.nature.value
    ('triệu đồng', 'measure')
    """
    units = list(dict.fromkeys(figure.unit for figure in figures if figure.unit is not None))
    for unit in units[1:]:
        units[0].check_fits(unit, where)
    plain = next((figure for figure in figures if figure.unit is None), None)
    if not units or plain is None:
        return tuple(figures)
    if len(units) > 1:
        labels = ", ".join(unit.label for unit in units)
        got = f"{plain.amount} beside {labels}"
        wanted = {
            "type": Words("con số kèm đơn vị", "a figure with its unit"),
            "got": Words(f"{plain.amount} bên cạnh {labels}", got),
        }
        raise UnitMismatchError(where, Reason.TYPE, got, wanted)
    return tuple(
        figure
        if figure.unit is not None
        else attrs.evolve(figure, unit=units[0], nature=nature_of(figure.amount, units[0]))
        for figure in figures
    )


def figures_of(
    figures: Iterable[Printed], where: str, *, least: int = 0, nature: Nature | None = None
) -> tuple[Reported, ...]:
    """Return the printed figures of a list.

    Raises:
        InvalidValueError: no list, or one that is shorter than `least`.
    """
    if isinstance(figures, str | Mapping) or not isinstance(figures, Iterable):
        raise invalid(where, Reason.LIST, figures)
    printed = tuple(figures)
    found = tuple(Reported.of(figure, nature) for figure in printed)
    if any(_is_fraction(figure) for figure in found):
        # Beside 12,5 ngày công, 20 ngày công are measured too; whoever makes a `Reported` says it.
        found = tuple(
            attrs.evolve(figure, nature=Nature.MEASURE)
            if _is_measurable(figure) and not isinstance(given, Reported)
            else figure
            for figure, given in zip(found, printed, strict=True)
        )
    if len(found) < least:
        raise invalid(where, Reason.IN_RANGE, len(found), low=least, high="∞")
    return found


def _is_fraction(figure: Reported) -> bool:
    return figure.nature is Nature.MEASURE and _may_be_either(figure)


def _is_measurable(figure: Reported) -> bool:
    return figure.is_exact and _may_be_either(figure)


def _may_be_either(figure: Reported) -> bool:
    """Return whether only its decimals tell a count from a measure: workdays, and numbers without a unit."""
    return figure.unit is None or figure.unit.dimension is Dimension.LABOUR
