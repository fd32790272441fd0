"""What a phrase states of two figures: a ratio, a change, how far a plan is met."""

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

import attrs

from danvankheo.checking import chosen
from danvankheo.choices import member
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import Number, decimal_from
from danvankheo.domain.quantities import Approximation, Quantity, as_approximation
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.units import PERCENT, TIMES, Unit
from danvankheo.domain.validators import a, a_label, maybe, nfc
from danvankheo.errors import UndefinedError, UnitMismatchError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason


class Direction(Labelled):
    """Which way a figure moved.

    >>> from danvankheo import Direction, parse_change
    >>> parse_change("giảm 46 hộ").direction is Direction.DOWN
    True
    """

    UP = "up", "tăng"
    DOWN = "down", "giảm"
    NONE = "none", "không đổi"


def _direction(value: Direction | str) -> Direction:
    return value if isinstance(value, Direction) else member(Direction, value)


def _number(number: Number) -> Decimal:
    return decimal_from(number, "Ratio")


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Ratio(ShownByField):
    """Two figures side by side, as in "27/28 trường (96,42%)", each as written.

    Args:
        part: the numerator; with a plan as the whole it may be the larger.
        whole: the denominator.
        unit: what both count.
        percent: the percentage printed beside them, whether right or not.
        approximation: the word before them.

    >>> schools = Ratio(part=27, whole=28)
    >>> schools.fraction
    Fraction(27, 28)
    """

    # As in `Quantity`: the digits as written, so that 7,50 is not 7,5.
    part: Decimal = attrs.field(converter=_number, eq=str)
    whole: Decimal = attrs.field(converter=_number, eq=str)
    unit: Unit | None = attrs.field(default=None, validator=maybe(a(Unit)))
    percent: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    approximation: Approximation = attrs.field(
        default=Approximation.EXACTLY, converter=as_approximation, validator=a(Approximation)
    )

    @property
    def fraction(self) -> Fraction:
        """Part over whole, exactly.

        Raises:
            UndefinedError: the whole is zero.
        """
        if not self.whole:
            raise UndefinedError("Ratio.whole", Reason.NONZERO, str(self.whole))
        return Fraction(self.part) / Fraction(self.whole)


def _size_goes_with_direction(size: Quantity | None, direction: Direction) -> Broken:
    if size is None:
        if direction is not Direction.NONE:
            yield invalid("Change.size", Reason.HAS_FIGURE, None)
    elif size.amount < 0:
        yield invalid("Change.size", Reason.NOT_NEGATIVE, size.amount)
    elif size.amount and direction is Direction.NONE:
        yield invalid("Change.direction", Reason.MOVES, size.amount)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Change(Consistent):
    """A change as a phrase states it: which way, by how much, against what.

    Direction and size stand apart because words do not change sign: "giảm dưới 5%" says that the
    fall is under 5%. `signed` is the one number that calculations take.

    Args:
        direction: tăng, giảm or không đổi.
        size: how much, not negative; None if "không đổi" is all that is stated. In `TIMES` it is
            the ratio reached: UP 2 is "gấp 2 lần", DOWN 2 is "giảm 2 lần", to one half.
        relative_to: what it is compared to, such as ``cùng kỳ năm 2021``.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import PERCENT
    >>> Change(direction=Direction.DOWN, size=Quantity(Decimal("1.2"), PERCENT)).signed
    Quantity(Decimal('-1.2'), PERCENT)
    """

    direction: Direction = attrs.field(converter=_direction, validator=a(Direction))
    size: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    relative_to: str = attrs.field(default="", converter=nfc, validator=a_label)

    RULES: ClassVar = rules(_size_goes_with_direction)

    @classmethod
    def of(cls, signed: Quantity, relative_to: str = "") -> "Change":
        """Return the change of a signed quantity: the inverse of `signed`.

        Raises:
            InvalidValueError: a negative number of times.
        """
        if signed.unit.measure == TIMES.measure:
            if signed.amount < 0:
                raise invalid("Change.of", Reason.NOT_NEGATIVE, signed)
            direction = Direction.UP
        elif not signed.amount:
            direction = Direction.NONE
        else:
            direction = Direction.UP if signed.amount > 0 else Direction.DOWN
        size = -signed if direction is Direction.DOWN else signed
        return cls(direction=direction, size=size, relative_to=relative_to)

    @property
    def signed(self) -> Quantity:
        """The change as one quantity, negative for a fall.

        Raises:
            InvalidValueError: no size is stated, or "giảm n lần", a division rather than a number.
        """
        if self.size is None:
            raise invalid("Change.size", Reason.HAS_FIGURE, None)
        if self.direction is not Direction.DOWN:
            return self.size
        if self.size.unit.measure == TIMES.measure:
            raise invalid("Change.signed", Reason.NOT_TIMES, self.size)
        return -self.size


def _goes_up_or_down(direction: Direction) -> Broken:
    if direction is Direction.NONE:
        yield invalid("FromTo.direction", Reason.ONE_OF, direction.value, allowed="up, down")


def _ends_fit(before: Quantity, after: Quantity) -> Broken:
    if not before.unit.fits(after.unit):
        base = {"base": before.unit.to_base().label}
        yield UnitMismatchError("FromTo.after", Reason.SAME_BASE, shown(after.unit.label), base)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class FromTo(Consistent):
    """A change stated by its two ends: "giảm từ 11,42% xuống còn 4,05%".

    Args:
        before: the figure that it started from.
        after: the figure that was reached, in a unit that converts into that of `before`.
        direction: which way the words say that it went; the audit says whether the figures did.

    Raises:
        UnitMismatchError: the ends measure different things.

    >>> from danvankheo.units import PERCENT
    >>> fall = FromTo(before=Quantity(Decimal("11.42"), PERCENT), after=Quantity(Decimal("4.05"), PERCENT),
    ...               direction=Direction.DOWN)
    >>> fall.before.value - fall.after.value
    Decimal('7.37')
    """

    before: Quantity = attrs.field(validator=a(Quantity))
    after: Quantity = attrs.field(validator=a(Quantity))
    direction: Direction = attrs.field(converter=_direction, validator=a(Direction))

    RULES: ClassVar = rules(_goes_up_or_down, _ends_fit)


class AttainmentMode(Labelled):
    """From which side a phrase states how far a plan is met: "đạt 105%", "vượt 5%", "thiếu 5%".

    >>> from danvankheo import AttainmentMode, parse_attainment
    >>> parse_attainment("vượt 5% kế hoạch").mode is AttainmentMode.EXCEED
    True
    """

    REACH = "reach", "đạt"
    EXCEED = "exceed", "vượt"
    SHORT = "short", "còn thiếu"


AttainmentModeLike: TypeAlias = AttainmentMode | Literal["reach", "exceed", "short"]


def _mode(mode: AttainmentModeLike) -> AttainmentMode:
    return chosen(mode, AttainmentMode, "Attainment.mode")


def _figure_is_not_negative(figure: Quantity) -> Broken:
    if figure.amount < 0:
        yield invalid("Attainment.figure", Reason.NOT_NEGATIVE, figure.amount)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Attainment(Consistent):
    """How far a plan is met, as a phrase states it: "vượt 12,5% chỉ tiêu".

    Args:
        figure: the figure as printed, not negative: the whole attainment, or what is above or
            below the plan; a percentage, or an amount of anything ("vượt 300 đơn vị máu").
        mode: ``reach`` (đạt), ``exceed`` (vượt) or ``short`` (còn thiếu).
        target: what it is measured against: ``kế hoạch``, ``chỉ tiêu``, ``dự toán`` …

    >>> from danvankheo.units import PERCENT
    >>> Attainment(figure=Quantity(Decimal("12.5"), PERCENT), mode="exceed", target="chỉ tiêu").attained
    Quantity(Decimal('112.5'), PERCENT)
    """

    figure: Quantity = attrs.field(validator=a(Quantity))
    mode: AttainmentMode = attrs.field(default=AttainmentMode.REACH, converter=_mode)
    target: str = attrs.field(default="kế hoạch", converter=nfc, validator=a_label)

    RULES: ClassVar = rules(_figure_is_not_negative)

    @property
    def attained(self) -> Quantity:
        """Actual over plan in percent, whichever way it is stated.

        Raises:
            UnitMismatchError: the figure is no percentage.
        """
        self.figure.unit.check_fits(PERCENT, "Attainment.attained")
        if self.mode is AttainmentMode.REACH:
            return self.figure
        whole = Quantity(100, PERCENT)
        return whole + self.figure if self.mode is AttainmentMode.EXCEED else whole - self.figure
