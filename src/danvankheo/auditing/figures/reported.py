"""What a printed figure says: the interval of the true values that are printed that way."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from danvankheo.auditing.figures.intervals import (
    EVERYTHING,
    NOT_NEGATIVE,
    PERCENTAGES,
    Interval,
)
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, known_rounding
from danvankheo.checking import chosen
from danvankheo.choices import Choice
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import Number, decimal_from, decimals_of
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import PERCENT, Dimension, Scale, Unit
from danvankheo.domain.validators import a, maybe
from danvankheo.errors import AmbiguousTextError
from danvankheo.reading.quantities import parse_figure


class Nature(Labelled):
    """What kind of number a figure is, and so which values it can have at all.

    >>> from danvankheo.auditing import Nature, Reported
    >>> Reported.of("27 trường").nature is Nature.COUNT
    True
    """

    COUNT = "count", "số đếm"
    """Indivisible things; without a scale word it is exact."""
    MEASURE = "measure", "số đo"
    """Zero or more: money, land, weight."""
    SHARE = "share", "tỷ trọng"
    """A percentage of a whole: 0 to 100."""
    RATE = "rate", "tỷ lệ"
    """A percentage of zero or more, which may pass 100."""
    SIGNED = "signed", "số có dấu"
    """Any number."""


class Reading(Choice, StrEnum):
    """How words such as "hơn" and "gần" are taken.

    `LITERAL` is what they entail; `IMPLIED` what a careful reader takes: "gần 60" is not 3. Only
    the literal reading can prove a contradiction.
    """

    LITERAL = "literal"
    IMPLIED = "implied"


class Family(Choice, StrEnum):
    """Several procedures at once: any of the three that round to nearest, or any of the five.

    >>> from danvankheo.auditing import Family, printed_interval
    >>> str(printed_interval("96,42%", rounding=Family.ANY))
    '(96.41, 96.43)'
    """

    NEAREST = "nearest"
    ANY = "any"


Procedure: TypeAlias = Rounding | Family
"""How a figure was rounded, or that it was in one of several ways."""

PROCEDURES: Final = (
    Rounding.HALF_UP,
    Rounding.HALF_EVEN,
    Rounding.HALF_DOWN,
    Rounding.TRUNCATE,
    Rounding.UP,
)
"""The five that reports use, as checks try and list them."""

NEAREST: Final = PROCEDURES[:3]
"""The three that differ only in ties."""

_HALF: Final = Fraction(1, 2)
_ONE: Final = Fraction(1)
_NONE: Final = Fraction(0)

_Reach: TypeAlias = tuple[Fraction, bool, Fraction, bool]

# How far from a positive figure the true value can lie, in last-place units: the lowest, whether it
# can lie there, the highest, whether there. Half even depends on the last digit.
_REACH: Final = MappingProxyType[Procedure, _Reach](
    {
        Rounding.HALF_UP: (-_HALF, True, _HALF, False),
        Rounding.HALF_DOWN: (-_HALF, False, _HALF, True),
        Rounding.TRUNCATE: (_NONE, True, _ONE, False),
        Rounding.FLOOR: (_NONE, True, _ONE, False),
        Rounding.UP: (-_ONE, False, _NONE, True),
        Rounding.CEILING: (-_ONE, False, _NONE, True),
        Family.NEAREST: (-_HALF, True, _HALF, True),
        Family.ANY: (-_ONE, False, _ONE, False),
    }
)
_REACH_OF_ZERO: Final = MappingProxyType[Procedure, _Reach](
    {
        **_REACH,
        Rounding.HALF_UP: (-_HALF, False, _HALF, False),
        Rounding.HALF_EVEN: (-_HALF, True, _HALF, True),
        Rounding.HALF_DOWN: (-_HALF, True, _HALF, True),
        Rounding.TRUNCATE: (-_ONE, False, _ONE, False),
        Rounding.UP: (_NONE, True, _NONE, True),
    }
)
_MIRRORED: Final = MappingProxyType[Procedure, Procedure](
    {Rounding.FLOOR: Rounding.CEILING, Rounding.CEILING: Rounding.FLOOR}
)
_DOMAINS: Final = MappingProxyType(
    {
        Nature.COUNT: NOT_NEGATIVE,
        Nature.MEASURE: NOT_NEGATIVE,
        Nature.SHARE: PERCENTAGES,
        Nature.RATE: NOT_NEGATIVE,
        Nature.SIGNED: EVERYTHING,
    }
)


def _amount(number: Number) -> Decimal:
    return decimal_from(number, "Reported.amount")


@attrs.frozen(cache_hash=True)
class Reported:
    """A figure as printed, with the nature of what it tells.

    Args:
        amount: the digits as written; zeros at the end count.
        nature: what kind of number it is.
        unit: the unit as written; None for a plain number.
        approximation: the word before it.

    >>> rate = Reported.of("96,42%", Nature.SHARE)
    >>> str(rate.interval(Rounding.HALF_UP)), str(rate.interval(Rounding.TRUNCATE))
    ('[96.415, 96.425)', '[96.42, 96.43)')
    """

    amount: Decimal = attrs.field(converter=_amount, eq=str)
    nature: Nature = attrs.field(validator=a(Nature))
    unit: Unit | None = attrs.field(default=None, validator=maybe(a(Unit)))
    approximation: Approximation = attrs.field(default=Approximation.EXACTLY, validator=a(Approximation))

    @classmethod
    def of(cls, figure: "Printed", nature: Nature | None = None) -> "Reported":
        """Return a printed figure with its nature.

        Args:
            figure: text such as ``"hơn 154,4 triệu đồng"`` or ``"1.500"``, a `Quantity`, a plain
                number (a float by its shortest repr), or what this function returned before.
            nature: what kind of number it is. By default what its unit states: things counted and
                whole workdays are counts, percentages are rates, and what is negative is signed.

        Raises:
            ReadingError: text that is no figure, or has two meanings.
            InvalidValueError: no figure at all.

        >>> Reported.of("731 ngày công").nature.value, Reported.of("hơn 154,4 triệu đồng").nature.value
        ('count', 'measure')
        """
        if isinstance(figure, Reported):
            return figure
        if isinstance(figure, str):
            amount, unit, approximation = _read(figure)
        elif isinstance(figure, Quantity):
            amount, unit, approximation = figure.amount, figure.unit, figure.approximation
        else:
            if isinstance(figure, float) and figure.is_integer():  # 27.0 has no decimals as written
                figure = int(figure)
            amount, unit, approximation = _amount(figure), None, Approximation.EXACTLY
        if nature is None:
            return cls(amount, nature_of(amount, unit), unit, approximation)
        return cls(amount, chosen(nature, Nature, "nature"), unit, approximation)

    @cached_property
    def value(self) -> Fraction:
        """The figure in the base unit, the word before it left aside."""
        return Fraction(self.amount) * self._size

    @cached_property
    def quantum(self) -> Fraction:
        """One unit in its last place, in the base unit."""
        return self._size * Fraction(1, 10 ** decimals_of(self.amount))

    @cached_property
    def is_exact(self) -> bool:
        """Whether it is a count stated in full, which no rounding touches."""
        bare = self.unit is None or self.unit.scale is Scale.ONE
        return self.nature is Nature.COUNT and bare and self.approximation is Approximation.EXACTLY

    def interval(
        self, rounding: Procedure = Rounding.HALF_UP, *, reading: Reading = Reading.IMPLIED
    ) -> Interval | None:
        """Return all true values, in the base unit, that a writer prints as this figure.

        Args:
            rounding: how the writer rounds; it does not matter after a word such as "hơn".
            reading: how such a word is taken.

        Returns:
            None if no true value is printed so, as with a share of 100,4%.

        >>> str(Reported.of("gần 60 triệu đồng").interval())
        '(50000000, 60000000)'
        >>> str(Reported.of("gần 60 triệu đồng").interval(reading=Reading.LITERAL))
        '[0, 60000000)'
        """
        if self.approximation is not Approximation.EXACTLY:
            found = self._approximated(known_reading(reading))
        elif self.is_exact:
            found = Interval.exactly(self.value)
        else:
            low, low_closed, high, high_closed = self._reach(known_procedure(rounding))
            found = Interval(
                self.value + low * self.quantum,
                self.value + high * self.quantum,
                low_closed=low_closed,
                high_closed=high_closed,
            )
        return self.clip(found)

    def clip(self, interval: Interval) -> Interval | None:
        """Return what of an interval a figure of its nature can be.

        >>> from danvankheo.auditing import Reported
        >>> str(Reported.of("27 trường").clip(Interval(low=-1, high=5)))
        '[0, 5)'
        """
        return interval.meet(_DOMAINS[self.nature])

    def possible(
        self, rounding: Procedure = Rounding.HALF_UP, *, reading: Reading = Reading.IMPLIED
    ) -> Interval | None:
        """Return the same interval; of a count the span of its whole numbers.

        >>> from danvankheo.auditing import Reported
        >>> str(Reported.of("96,42%").possible(Rounding.TRUNCATE))
        '[96.42, 96.43)'
        """
        found = self.interval(rounding, reading=reading)
        return found.wholes() if found is not None and self.nature is Nature.COUNT else found

    def ways_of_printing(self, value: Fraction) -> tuple[Rounding, ...]:
        """Return which of the five procedures print a true value so.

        >>> [way.value for way in Reported.of("96,42%").ways_of_printing(Fraction(675, 7))]
        ['truncate']
        """
        if self.approximation is not Approximation.EXACTLY or self.is_exact:
            spans = ((way, self.interval(way)) for way in PROCEDURES)
            return tuple(way for way, span in spans if span is not None and value in span)
        if value not in _DOMAINS[self.nature]:
            return ()
        off = (value - self.value) / self.quantum
        if not -1 < off < 1:
            return ()
        return tuple(way for way in PROCEDURES if _reaches(self._reach(way), off))

    @property
    def _size(self) -> Fraction:
        return Fraction(self.unit.size) if self.unit is not None else _ONE

    def _reach(self, procedure: Procedure) -> _Reach:
        """Return how far from the figure the true value can lie, in last-place units."""
        if not self.amount:
            return _REACH_OF_ZERO[procedure]
        if procedure is Rounding.HALF_EVEN:
            even = self.amount.as_tuple().digits[-1] % 2 == 0
            return -_HALF, even, _HALF, even
        if self.amount > 0:
            return _REACH[procedure]
        low, low_closed, high, high_closed = _REACH[_MIRRORED.get(procedure, procedure)]
        return -high, high_closed, -low, low_closed

    def _approximated(self, reading: Reading) -> Interval:
        """Return what the word before the figure leaves: audit rules, "With an approximator"."""
        value, step = self.value, self._round_step()
        implied = reading is Reading.IMPLIED and not (self.nature is Nature.COUNT and step <= 1)
        match self.approximation:
            case Approximation.OVER:
                return Interval(value, value + step if implied else None)
            case Approximation.NEARLY:
                return Interval(value - step if implied else None, value)
            case Approximation.ABOUT if implied:
                half = step / 2
                return Interval(value - half, value + half, low_closed=True, high_closed=True)
            case Approximation.AT_LEAST:
                return Interval(value, None, low_closed=True)
            case Approximation.AT_MOST:
                return Interval(None, value, high_closed=True)
            case Approximation.UNDER:
                return Interval(None, value)
            case _:
                return EVERYTHING

    def _round_step(self) -> Fraction:
        """Return the step in which such words speak: a last place, or a round number of them.

        For whole numerals the largest of 1 and 5 times a power of ten that divides the figure and
        is at most a quarter of it: our convention, by which nothing alone is ever an error.
        """
        if decimals_of(self.amount) or not self.amount:
            return self.quantum
        number = abs(int(self.amount))
        power = Fraction(10 ** len(str(number)))
        while True:
            for step in (power, power / 2):
                if 4 * step <= number and number % step == 0:
                    return step * self._size
            power /= 10


Printed: TypeAlias = Reported | Quantity | Number | str
"""What checks take for a printed figure: text is read, plain numbers are taken as written."""


def printed_interval(
    figure: Printed,
    *,
    rounding: Procedure = Rounding.HALF_UP,
    reading: Reading = Reading.IMPLIED,
    nature: Nature | None = None,
) -> Interval | None:
    """Return all true values, in the base unit, that a writer prints as a figure.

    Args:
        figure: as in `Reported.of`.
        rounding: how the writer rounds: one of the seven procedures, or a `Family` of them.
        reading: how a word such as "hơn" is taken.
        nature: what kind of number it is, where the unit does not say.

    >>> str(printed_interval("hơn 154,4 triệu đồng")), str(printed_interval("731 ngày công"))
    ('(154400000, 154500000)', '[731, 731]')
    >>> str(printed_interval("96,42%", rounding=Family.ANY))
    '(96.41, 96.43)'
    """
    return Reported.of(figure, nature).interval(known_procedure(rounding), reading=known_reading(reading))


def known_reading(reading: Reading) -> Reading:
    """Return a reading, also by its name."""
    return chosen(reading, Reading, "reading")


def known_procedure(rounding: Procedure) -> Procedure:
    """Return a procedure, also by its name."""
    if isinstance(rounding, Rounding | Family):
        return rounding
    return Family(rounding) if rounding in tuple(Family) else known_rounding(rounding)


def _read(text: str) -> tuple[Decimal, Unit | None, Approximation]:
    """Return the figure of a text; what can be meant two ways is not for a check to choose."""
    try:
        return parse_figure(text)
    except AmbiguousTextError as error:
        words = {
            "choose": Words(
                "hãy đưa vào con số hoặc Quantity thay cho chuỗi ký tự",
                "pass the number or a Quantity in place of the text",
            ),
        }
        details = {**error.details, **words}
        raise attrs.evolve(error, details=details) from None


def nature_of(amount: Decimal, unit: Unit | None) -> Nature:
    """Return what kind of number an amount in a unit is."""
    if amount < 0:
        return Nature.SIGNED
    if unit is None:
        return Nature.MEASURE if decimals_of(amount) else Nature.COUNT
    if unit.rate:
        return Nature.MEASURE
    if unit.dimension is Dimension.COUNT or (unit.dimension is Dimension.LABOUR and not decimals_of(amount)):
        return Nature.COUNT
    return Nature.RATE if unit.fits(PERCENT) else Nature.MEASURE


def _reaches(reach: _Reach, off: Fraction) -> bool:
    low, low_closed, high, high_closed = reach
    return (low < off or (low_closed and low == off)) and (off < high or (high_closed and off == high))
