"""Indicators: the rates and levels by which a place is measured."""

from decimal import Decimal
from fractions import Fraction
from typing import Self

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import Number, decimal_from
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, Unit
from danvankheo.domain.validators import (
    a,
    a_name,
    a_text,
    a_truth,
    maybe,
    nfc,
    not_negative,
    refuse,
)
from danvankheo.errors import Reason, UnitMismatchError, shown


class Better(Labelled):
    """Which way an indicator should go."""

    HIGHER = "higher", "càng cao càng tốt"
    LOWER = "lower", "càng thấp càng tốt"


class ChangeKind(Labelled):
    """What a change is: a plain difference, a relative growth, or points between two rates."""

    DIFFERENCE = "difference", "mức tăng, giảm"
    GROWTH = "growth", "tốc độ tăng"
    POINTS = "points", "điểm phần trăm"


class IndicatorKind(Labelled):
    """Indicators that reports of this genre share; the same kind adds up across places.

    Each names its denominator: the poverty rate of ethnic minorities is over their own
    households, not over all.
    """

    better: Better

    def __new__(cls, value: str, label: str = "", better: Better = Better.HIGHER) -> Self:
        """Make a member from its stable value, label and direction."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.better = label, better
        return member

    POVERTY_RATE = "poverty_rate", "tỷ lệ hộ nghèo", Better.LOWER
    NEAR_POVERTY_RATE = "near_poverty_rate", "tỷ lệ hộ cận nghèo", Better.LOWER
    MINORITY_POVERTY_RATE = (
        "minority_poverty_rate",
        "tỷ lệ hộ nghèo trong hộ dân tộc thiểu số",
        Better.LOWER,
    )
    HEALTH_INSURANCE_RATE = "health_insurance_rate", "tỷ lệ tham gia bảo hiểm y tế", Better.HIGHER
    STANDARD_SCHOOL_RATE = "standard_school_rate", "tỷ lệ trường đạt chuẩn quốc gia", Better.HIGHER
    NEW_RURAL_RATE = "new_rural_rate", "tỷ lệ xã đạt chuẩn nông thôn mới", Better.HIGHER
    CULTURAL_FAMILY_RATE = "cultural_family_rate", "tỷ lệ gia đình văn hóa", Better.HIGHER


def _part(number: Number | None) -> Decimal | None:
    return None if number is None else decimal_from(number, "Indicator.part")


def _whole(number: Number | None) -> Decimal | None:
    return None if number is None else decimal_from(number, "Indicator.whole")


@attrs.frozen(kw_only=True)
class Indicator:
    """An indicator (chỉ tiêu) as printed, with what it was made from where that is told.

    Figures are kept as printed; whether they agree is for the audit to say. `rate` is what
    part and whole make.

    Args:
        name: its name as reports print it.
        kind: the shared indicator that it is, so that places can be added up and ranked.
        value: the printed figure, such as 96,42%.
        part: the numerator: 27.
        whole: the denominator: 28.
        unit: what part and whole count: ``counted("trường")``.
        whole_is_plan: the denominator is a plan, which the part may pass.
        earlier: the printed earlier figure.
        change: the printed change, negative for a fall.
        change_kind: whether the change is a difference, a growth or points; None if the text
            leaves it open, as "tăng 3,05%" after a rate does.
        compared_to: the period of the earlier figure.
        target: the figure aimed at.
        better: which way it should go; the kind's own direction if not told.
        period: when, if not over the movement's period.
        place: where, if not in the movement's place.

    Raises:
        InvalidValueError: neither value nor part, negative counts, a part above a whole that is
            no plan, a change in a unit that its kind cannot have.
        UnitMismatchError: an earlier figure or a target that measures something else.

    >>> from danvankheo import counted
    >>> schools = Indicator(
    ...     name="Trường đạt chuẩn quốc gia",
    ...     value=Quantity(Decimal("96.42"), PERCENT),
    ...     part=27, whole=28, unit=counted("trường"),
    ... )
    >>> schools.rate
    Fraction(27, 28)
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    kind: IndicatorKind | None = attrs.field(default=None, validator=maybe(a(IndicatorKind)))
    value: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    part: Decimal | None = attrs.field(default=None, converter=_part, validator=not_negative)
    whole: Decimal | None = attrs.field(default=None, converter=_whole, validator=not_negative)
    unit: Unit | None = attrs.field(default=None, validator=maybe(a(Unit)))
    whole_is_plan: bool = attrs.field(default=False, validator=a_truth)
    earlier: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    change: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    change_kind: ChangeKind | None = attrs.field(default=None, validator=maybe(a(ChangeKind)))
    compared_to: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    target: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    better: Better | None = attrs.field(default=None, validator=maybe(a(Better)))
    period: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    def __attrs_post_init__(self) -> None:
        """Check the figures that must fit each other to mean anything."""
        if self.value is None and self.part is None:
            raise refuse(self, "value", Reason.HAS_FIGURE, None)
        limit = None if self.whole_is_plan else self.whole
        if self.part is not None and limit is not None and self.part > limit:
            raise refuse(self, "part", Reason.PART_WITHIN_WHOLE, self.part, whole=limit)
        for field, quantity in (("earlier", self.earlier), ("target", self.target)):
            if self.value is not None and quantity is not None and not quantity.unit.fits(self.value.unit):
                base = {"base": self.value.unit.to_base().label}
                got = shown(quantity.unit.label)
                raise UnitMismatchError(f"Indicator.{field}", Reason.SAME_BASE, got, base)
        if self.change is not None:
            self._check_change(self.change)

    @property
    def rate(self) -> Fraction | None:
        """Part over whole, exactly; None unless both are known and the whole is not zero."""
        if self.part is None or not self.whole:
            return None
        return Fraction(self.part) / Fraction(self.whole)

    @property
    def direction(self) -> Better | None:
        """Which way it should go, as told or as its kind has it."""
        return self.better or (self.kind.better if self.kind else None)

    @property
    def label(self) -> str:
        """What it is called across places: the kind's label, else its own name."""
        return self.kind.label if self.kind else self.name

    def _check_change(self, change: Quantity) -> None:
        percent, points = change.unit.fits(PERCENT), change.unit.fits(PERCENTAGE_POINT)
        of_rate = self.value is None or self.value.unit.fits(PERCENT)
        match self.change_kind:
            case ChangeKind.GROWTH:
                fits, allowed = percent, "percent"
            case ChangeKind.POINTS:
                # Press writes "%" for points between rates; only rates have points.
                fits, allowed = (percent or points) and of_rate, "percentage points of a rate"
            case ChangeKind.DIFFERENCE:
                fits = self.value is None or change.unit.fits(self.value.unit)
                allowed = "the unit of the value"
            case None:
                fits = percent or (points and of_rate) or self.value is None
                fits = fits or (self.value is not None and change.unit.fits(self.value.unit))
                allowed = "percent, points of a rate, or the unit of the value"
        if not fits:
            raise refuse(self, "change", Reason.CHANGE_UNIT, change.unit.label, allowed=allowed)
