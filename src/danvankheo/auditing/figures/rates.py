"""Printed percentages as ratios: what part over whole can be."""

from decimal import Decimal
from fractions import Fraction

from danvankheo.auditing.figures.inputs import alike, figures_of, not_negative, percentage
from danvankheo.auditing.figures.intervals import NOT_NEGATIVE, POSITIVE, Interval
from danvankheo.auditing.figures.reported import Family, Nature, Printed, Procedure, Reading, Reported
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.statements import AttainmentMode
from danvankheo.domain.units import PERCENT
from danvankheo.errors import UndefinedError, UnitMismatchError
from danvankheo.printing import shown
from danvankheo.reasons import Reason


def ratio_figures(
    part: Printed, whole: Printed, percent: Printed, where: str
) -> tuple[Reported, Reported, Reported]:
    """Return part, whole and percentage as printed figures that can stand in a ratio.

    Raises:
        UnitMismatchError: part and whole measure different things, or no percentage.
        UndefinedError: the whole is zero.
        InvalidValueError: a negative figure.
    """
    figures = alike(figures_of([part, whole], where), where)
    one, other = (not_negative(figure, where) for figure in figures)
    for name, figure in (("part", one), ("whole", other)):
        if figure.unit is not None and figure.unit.fits(PERCENT):
            allowed = {"allowed": Words("số lượng, không phải phần trăm", "things, money or the like")}
            raise UnitMismatchError(f"{where}.{name}", Reason.DIMENSION, figure.unit.label, allowed)
    printed = not_negative(percentage(percent, where, Nature.RATE), where)
    most = other.interval(Family.ANY, reading=Reading.LITERAL)
    if most is None or most.meet(POSITIVE) is None:
        raise UndefinedError(f"{where}.whole", Reason.NONZERO, shown(str(other.amount)))
    return one, other, printed


def rate_of(
    percent: Reported, mode: AttainmentMode | None, rounding: Procedure, reading: Reading
) -> Interval | None:
    """Return the ratio of part to whole, 1 being 100%, that a printed percentage leaves open."""
    printed = percent.interval(rounding, reading=reading)
    if printed is None:
        return None
    if mode is AttainmentMode.EXCEED:
        printed += Interval.exactly(100)
    elif mode is AttainmentMode.SHORT:
        short = (Interval.exactly(100) - printed).meet(NOT_NEGATIVE)
        if short is None:
            return None
        printed = short
    return printed.times(Fraction(1, 100))


def as_worded(exact: Fraction, mode: AttainmentMode | None) -> Fraction:
    """Return an attainment in percent as its wording states it: 105 is 5 to exceed.

    >>> as_worded(Fraction(105), AttainmentMode.EXCEED), as_worded(Fraction(95), AttainmentMode.SHORT)
    (Fraction(5, 1), Fraction(5, 1))
    """
    match mode:
        case AttainmentMode.EXCEED:
            return exact - 100
        case AttainmentMode.SHORT:
            return 100 - exact
        case _:
            return exact


def as_printed(percent: Fraction, like: Reported, rounding: Rounding) -> Decimal:
    """Return a percentage rounded to the decimals of a printed one, in its unit.

    >>> as_printed(Fraction(675, 7), Reported.of("96,42%"), Rounding.HALF_UP)
    Decimal('96.43')
    """
    size = like.unit.size if like.unit is not None else Decimal(1)
    return rounded_fraction(percent / Fraction(size), decimals_of(like.amount), rounding)
