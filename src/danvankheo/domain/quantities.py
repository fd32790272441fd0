"""Quantities: an amount as written, in a unit as written, with how sure the writer was."""

from decimal import Decimal, Inexact
from fractions import Fraction
from typing import Final, SupportsIndex, overload

import attrs

from danvankheo.checking import check_type, other_than
from danvankheo.choices import member
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import EXACT, Number, decimal_from, fraction_from, shortest
from danvankheo.domain.shown import Shown, ShownByField
from danvankheo.domain.units import Unit
from danvankheo.domain.validators import a, invalid_field
from danvankheo.errors import NotExactError, UndefinedError
from danvankheo.printing import shown
from danvankheo.reasons import Reason


class Approximation(Labelled):
    """What the words around a figure say of the true value v, taken literally.

    `OVER` v > figure, `AT_LEAST` v ≥ figure, `NEARLY` and `UNDER` v < figure, `AT_MOST`
    v ≤ figure, `ABOUT` nothing strict, `EXACTLY` v = figure.
    """

    EXACTLY = "exactly", ""
    OVER = "over", "hơn"
    NEARLY = "nearly", "gần"
    ABOUT = "about", "khoảng"
    UNDER = "under", "dưới"
    AT_LEAST = "at_least", "ít nhất"
    AT_MOST = "at_most", "không quá"

    def plus(self, other: "Approximation") -> "Approximation":
        """Return what is known of a sum when its two parts are known so far.

        >>> Approximation.OVER.plus(Approximation.NEARLY).value
        'about'
        """
        if self is other or other is Approximation.EXACTLY:
            return self
        if self is Approximation.EXACTLY:
            return other
        return _SUMS.get(frozenset((self, other)), Approximation.ABOUT)

    @property
    def negated(self) -> "Approximation":
        """What is known of the value with the other sign: over 5 is nearly −5.

        >>> Approximation.OVER.negated.value
        'nearly'
        """
        return _NEGATED.get(self, self)


# Sums of two different words that still bound on one side; every other pair leaves no bound.
_SUMS: Final = {
    frozenset((Approximation.OVER, Approximation.AT_LEAST)): Approximation.OVER,
    frozenset((Approximation.NEARLY, Approximation.UNDER)): Approximation.UNDER,
    frozenset((Approximation.NEARLY, Approximation.AT_MOST)): Approximation.UNDER,
    frozenset((Approximation.UNDER, Approximation.AT_MOST)): Approximation.UNDER,
}
_NEGATED: Final = {
    Approximation.OVER: Approximation.NEARLY,
    Approximation.NEARLY: Approximation.OVER,
    Approximation.UNDER: Approximation.OVER,
    Approximation.AT_LEAST: Approximation.AT_MOST,
    Approximation.AT_MOST: Approximation.AT_LEAST,
}


def _amount(number: Number) -> Decimal:
    if type(number) is int and -_SHORT < number < _SHORT:
        return Decimal(number)
    return decimal_from(number, "Quantity.amount")


_SHORT: Final = 10**30  # needs no check of its length


def as_approximation(value: Approximation | str) -> Approximation:
    """Return an approximation as the choice that it is, or that its text means."""
    return value if isinstance(value, Approximation) else member(Approximation, value)


def _word(value: Approximation | str) -> Approximation:
    """Return the word before an amount, checked at once: quantities are made by the million."""
    if isinstance(value, Approximation):
        return value
    word = as_approximation(value)
    if isinstance(word, Approximation):
        return word
    raise other_than("Quantity.approximation", value, Approximation)


@attrs.frozen(repr=False, cache_hash=True)
class Quantity(Shown):
    """An amount with its unit and approximation, all as written.

    Two quantities are equal when they are written alike: 154,4 triệu đồng differs from
    154.400.000 đồng, and 2,50 tỷ from 2,5 tỷ. `<`, `<=`, `>`, `>=` and `same_value` compare `value`,
    the figure in the base unit, and leave the approximation aside.

    Quantities of one dimension add up and subtract; a number multiplies and divides one; one divided
    by another is a fraction. All of it is exact, and the approximation says what is known of the
    result: three times "hơn 5" is "hơn 15", and minus "hơn 5" is "gần −5".

    `str` writes it as reports do. In an f-string a specification may follow: ``.1`` decimals; for money
    ``full``, ``thousand``, ``million``, ``billion``, ``auto`` or ``compound``; ``symbol``, ``long``,
    ``code`` or ``sign``; and an alignment such as ``>20``; several with blanks between.

    A quantity is always true, also one of nothing: ``if quantity`` asks whether there is one, since
    what is not stated is not zero. ``if quantity.amount`` asks whether it is of something.

    Args:
        amount: the figure as written, at most 100 digits on either side of the point.
        unit: the unit as written.
        approximation: the word before the figure; exact by default.

    Raises:
        InvalidValueError: the amount is no finite number, or too long.

    >>> from danvankheo import Approximation, Quantity
    >>> from danvankheo.units import MILLION_DONG, DONG
    >>> gift = Quantity(Decimal("154.4"), MILLION_DONG, Approximation.OVER)
    >>> gift.value, gift.to(DONG)
    (Decimal('154400000.0'), Quantity(Decimal('154400000'), DONG, Approximation.OVER))
    >>> gift + Quantity(60, MILLION_DONG, Approximation.NEARLY)
    Quantity(Decimal('214.4'), MILLION_DONG, Approximation.ABOUT)
    >>> gift * 3 / 2, gift / Quantity(386, MILLION_DONG), bool(Quantity(0, DONG))
    (Quantity(Decimal('231.6'), MILLION_DONG, Approximation.OVER), Fraction(2, 5), True)
    >>> str(gift), f"{gift:.0}", f"{gift.to(DONG):auto code}", f"[{Quantity(60, DONG):>10}]"
    ('hơn 154,4 triệu đồng', 'hơn 154 triệu đồng', 'hơn 154,4 triệu VND', '[   60 đồng]')
    """

    # The text keeps apart what Decimal's own equality does not: 2.50 and 2.5.
    amount: Decimal = attrs.field(converter=_amount, eq=str)
    unit: Unit = attrs.field(validator=a(Unit))
    approximation: Approximation = attrs.field(default=Approximation.EXACTLY, converter=_word)

    @property
    def value(self) -> Decimal:
        """The exact figure in the base unit of its dimension."""
        return EXACT.multiply(self.amount, self.unit.size)

    def to(self, unit: Unit) -> "Quantity":
        """Return the same quantity in another unit, exactly.

        Raises:
            UnitMismatchError: the units measure different things.
            NotExactError: the result has no last decimal, such as 100 m² in sào of 360 m²;
                `danvankheo.convert` rounds it.

        >>> from danvankheo.units import HECTARE, SQUARE_METRE
        >>> Quantity(27000, SQUARE_METRE).to(HECTARE)
        Quantity(Decimal('2.7'), HECTARE)
        """
        if unit is self.unit or unit == self.unit:
            return self
        self.unit.check_fits(unit, "Quantity.to")
        try:
            amount = EXACT.divide(self.value, unit.size)
        except Inexact:
            asked = f"{self.value} / {unit.size}"
            raise NotExactError("Quantity.to", Reason.FINITE_DECIMAL, asked) from None
        return Quantity(shortest(amount), unit, self.approximation)

    def __add__(self, other: "Quantity") -> "Quantity":
        """Return the exact sum, in the finer of the two units, keeping what is known."""
        if not isinstance(other, Quantity):
            return NotImplemented
        self.unit.check_fits(other.unit, "Quantity.+")
        unit = _common_unit(self.unit, other.unit)
        return Quantity(
            EXACT.add(self.to(unit).amount, other.to(unit).amount),
            unit,
            self.approximation.plus(other.approximation),
        )

    def __radd__(self, other: int) -> "Quantity":
        """Return itself for ``0 + quantity``, so that `sum` works."""
        return self if isinstance(other, int) and other == 0 else NotImplemented

    def __neg__(self) -> "Quantity":
        """Return the quantity with the other sign: over 5 becomes nearly −5."""
        return Quantity(EXACT.minus(self.amount), self.unit, self.approximation.negated)

    def __sub__(self, other: "Quantity") -> "Quantity":
        """Return the exact difference, keeping what is known."""
        return self + -other if isinstance(other, Quantity) else NotImplemented

    def __mul__(self, factor: Number) -> "Quantity":
        """Return so many times the quantity, exactly, keeping what is known.

        A negative number turns the word round as the minus sign does; nothing times anything is
        exactly nothing.
        """
        if not isinstance(factor, _NUMBERS):
            return NotImplemented
        if isinstance(factor, Fraction):
            amount = self._amount_times(factor, "Quantity.*")
        else:  # keeps the decimals as written: 2,50 times 3 is 7,50
            number = decimal_from(factor, "Quantity.*")
            amount = EXACT.multiply(self.amount, shortest(number) if isinstance(factor, float) else number)
        return Quantity(amount, self.unit, self._word_times(factor))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Quantity") -> Fraction: ...
    @overload
    def __truediv__(self, other: Number) -> "Quantity": ...
    def __truediv__(self, other: "Number | Quantity") -> "Fraction | Quantity":
        """Return the quantity over a number, exactly; over a quantity, a fraction of their values.

        Raises:
            NotExactError: the quotient has no last decimal, such as a third of 10 đồng;
                `danvankheo.calc.average` rounds it once.
            UndefinedError: nothing to divide by.
            UnitMismatchError: the quantities measure different things.
        """
        if isinstance(other, Quantity):
            self.unit.check_fits(other.unit, "Quantity./")
            if not other.amount:
                raise UndefinedError("Quantity./", Reason.NONZERO, shown(other))
            return Fraction(self.value) / Fraction(other.value)
        if not isinstance(other, _NUMBERS):
            return NotImplemented
        divisor = fraction_from(other, "Quantity./")
        if not divisor:
            raise UndefinedError("Quantity./", Reason.NONZERO, shown(other))
        return Quantity(self._amount_times(1 / divisor, "Quantity./"), self.unit, self._word_times(divisor))

    def __abs__(self) -> "Quantity":
        """Return the quantity without its sign: nearly −5 becomes over 5."""
        return -self if self.amount < 0 else self

    def same_value(self, other: "Quantity") -> bool:
        """Return whether two quantities are of the same figure, in whatever units they are written.

        The approximation is left aside, as `<=` and `>=` do; what measures something else is not the
        same.

        >>> from danvankheo.units import DONG, MILLION_DONG, WORKDAY
        >>> one = Quantity(1, MILLION_DONG)
        >>> one == Quantity(1_000_000, DONG), one.same_value(Quantity(1_000_000, DONG))
        (False, True)
        >>> Quantity(5, DONG).same_value(Quantity(5, WORKDAY))
        False
        """
        check_type(other, Quantity, "Quantity.same_value")
        return self.unit.fits(other.unit) and self.value == other.value

    def __lt__(self, other: "Quantity") -> bool:
        """Compare by value in the base unit."""
        return self.value < self._comparable(other) if isinstance(other, Quantity) else NotImplemented

    def __le__(self, other: "Quantity") -> bool:
        """Compare by value in the base unit."""
        return self.value <= self._comparable(other) if isinstance(other, Quantity) else NotImplemented

    def __gt__(self, other: "Quantity") -> bool:
        """Compare by value in the base unit."""
        return self.value > self._comparable(other) if isinstance(other, Quantity) else NotImplemented

    def __ge__(self, other: "Quantity") -> bool:
        """Compare by value in the base unit."""
        return self.value >= self._comparable(other) if isinstance(other, Quantity) else NotImplemented

    def __repr__(self) -> str:
        """Return the call that makes it, short enough to read in a list."""
        rest = "" if self.approximation is Approximation.EXACTLY else f", {self.approximation!r}"
        return f"Quantity({self.amount!r}, {self.unit!r}{rest})"

    def _amount_times(self, factor: Fraction, where: str) -> Decimal:
        exact = Fraction(self.amount) * factor
        try:
            return decimal_from(exact, where)
        except NotExactError as error:
            raise NotExactError(where, Reason.QUOTIENT, error.got) from None

    def _word_times(self, factor: Number) -> Approximation:
        """Return what is known of so many times the quantity."""
        if factor > 0:
            return self.approximation
        return self.approximation.negated if factor else Approximation.EXACTLY

    def _comparable(self, other: "Quantity") -> Decimal:
        self.unit.check_fits(other.unit, "Quantity.compare")
        return other.value


@attrs.frozen(repr=False)
class QuantityRange(ShownByField):
    """Two ends of one quantity, as in "từ 5 đến 10 triệu đồng".

    Args:
        low: the smaller end.
        high: the larger end, in a unit that converts into that of `low`.
        approximation: the word before the range, if any.

    Raises:
        UnitMismatchError: the ends measure different things.
        InvalidValueError: the ends stand the wrong way round.

    >>> from danvankheo import parse_range
    >>> loan = parse_range("từ 5 đến 10 triệu đồng")
    >>> loan.low, loan.high
    (Quantity(Decimal('5'), MILLION_DONG), Quantity(Decimal('10'), MILLION_DONG))
    """

    low: Quantity = attrs.field(validator=a(Quantity))
    high: Quantity = attrs.field(validator=a(Quantity))
    approximation: Approximation = attrs.field(
        default=Approximation.EXACTLY, converter=as_approximation, validator=a(Approximation)
    )

    def __attrs_post_init__(self) -> None:
        """Check that the range runs upwards."""
        if self.low > self.high:  # blames the high end, where the two measure different things
            words = {"low": f"{self.low.amount} {self.low.unit.label}"}
            raise invalid_field(
                self, "high", Reason.ORDERED, f"{self.high.amount} {self.high.unit.label}", **words
            )


_NUMBERS: Final = int | Decimal | Fraction | float | SupportsIndex


def _common_unit(one: Unit, other: Unit) -> Unit:
    """Return the unit in which the sum of both stays exact: the finer one, or the base."""
    fine, coarse = sorted((one, other), key=lambda unit: unit.size)
    return fine if not EXACT.remainder(coarse.size, fine.size) else one.to_base()
