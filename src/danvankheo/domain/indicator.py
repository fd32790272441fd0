"""Indicators: the rates and levels by which a place is measured."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Self

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member, new_member
from danvankheo.domain.converters import several
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import LARGEST_FIGURE, Number, decimal_from
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, TIMES, Unit, counted
from danvankheo.domain.validators import (
    a,
    a_boolean,
    a_name,
    a_text,
    maybe,
    nfc,
    not_negative,
    tuple_of,
)
from danvankheo.errors import UnitMismatchError, invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason


class Better(Labelled):
    """Which way an indicator should go.

    >>> from danvankheo import Better, IndicatorKind
    >>> IndicatorKind.POVERTY_RATE.better is Better.LOWER
    True
    """

    HIGHER = "higher", "càng cao càng tốt"
    LOWER = "lower", "càng thấp càng tốt"


class ChangeKind(Labelled):
    """What a change is: a plain difference, a relative growth, or points between two rates.

    >>> ChangeKind.POINTS.label
    'điểm phần trăm'
    """

    DIFFERENCE = "difference", "mức tăng, giảm"
    GROWTH = "growth", "tốc độ tăng"
    POINTS = "points", "điểm phần trăm"


class IndicatorKind(Labelled):
    """Indicators that reports of this genre share; the same kind adds up across places.

    Each names its denominator: the poverty rate of ethnic minorities is over their own
    households, not over all.

    >>> IndicatorKind.STANDARD_SCHOOL_RATE.label, IndicatorKind.STANDARD_SCHOOL_RATE.noun
    ('tỷ lệ trường đạt chuẩn quốc gia', 'trường')
    """

    better: Better
    noun: str

    def __new__(cls, value: str, label: str = "", better: Better = Better.HIGHER, noun: str = "") -> Self:
        """Make a member from its stable value, label, direction and what part and whole count."""
        return new_member(cls, value, label=label, better=better, noun=noun)

    POVERTY_RATE = "poverty_rate", "tỷ lệ hộ nghèo", Better.LOWER, "hộ"
    NEAR_POVERTY_RATE = "near_poverty_rate", "tỷ lệ hộ cận nghèo", Better.LOWER, "hộ"
    MINORITY_POVERTY_RATE = (
        "minority_poverty_rate",
        "tỷ lệ hộ nghèo trong hộ dân tộc thiểu số",
        Better.LOWER,
        "hộ",
    )
    HEALTH_INSURANCE_RATE = (
        "health_insurance_rate",
        "tỷ lệ tham gia bảo hiểm y tế",
        Better.HIGHER,
        "người",
    )
    STANDARD_SCHOOL_RATE = (
        "standard_school_rate",
        "tỷ lệ trường đạt chuẩn quốc gia",
        Better.HIGHER,
        "trường",
    )
    NEW_RURAL_RATE = "new_rural_rate", "tỷ lệ xã đạt chuẩn nông thôn mới", Better.HIGHER, "xã"
    CULTURAL_FAMILY_RATE = "cultural_family_rate", "tỷ lệ gia đình văn hóa", Better.HIGHER, "hộ"


def as_indicator_kind(value: IndicatorKind | str | None) -> IndicatorKind | None:
    """Return an indicator kind as the choice that it is, or that its text means."""
    return value if value is None or isinstance(value, IndicatorKind) else member(IndicatorKind, value)


def _some_parts(items: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return several(items)


def _change_kind(value: ChangeKind | str | None) -> ChangeKind | None:
    return value if value is None or isinstance(value, ChangeKind) else member(ChangeKind, value)


def _better(value: Better | str | None) -> Better | None:
    return value if value is None or isinstance(value, Better) else member(Better, value)


def _part(number: Number | None) -> Decimal | None:
    return None if number is None else decimal_from(number, "Indicator.part")


def _whole(number: Number | None) -> Decimal | None:
    return None if number is None else decimal_from(number, "Indicator.whole")


def _has_a_figure(value: Quantity | None, part: Decimal | None, change: Quantity | None) -> Broken:
    if value is None and part is None and change is None:
        yield invalid("Indicator.value", Reason.HAS_FIGURE, None)


def _part_is_in_range(part: Decimal | None) -> Broken:
    return _a_figure_in_range("part", part)


def _whole_is_in_range(whole: Decimal | None) -> Broken:
    return _a_figure_in_range("whole", whole)


def _earlier_fits(earlier: Quantity | None, value: Quantity | None, unit: Unit | None) -> Broken:
    return _a_figure_fits("earlier", earlier, value, unit)


def _target_fits(target: Quantity | None, value: Quantity | None, unit: Unit | None) -> Broken:
    return _a_figure_fits("target", target, value, unit)


def _attainment_is_a_percentage(attainment: Quantity | None) -> Broken:
    if attainment is not None and not attainment.unit.fits(PERCENT):
        base = {"base": PERCENT.label}
        yield UnitMismatchError("Indicator.attainment", Reason.SAME_BASE, attainment.unit.label, base)


def _parts_fit(parts: tuple[Quantity, ...], value: Quantity | None) -> Broken:
    for at, part in enumerate(parts):
        if value is None or not part.unit.fits(value.unit):
            base = {"base": value.unit.label if value else "Indicator.value"}
            yield UnitMismatchError(f"Indicator.parts[{at}]", Reason.SAME_BASE, part.unit.label, base)


def _change_fits(
    change: Quantity | None,
    change_kind: ChangeKind | None,
    value: Quantity | None,
    part: Decimal | None,
    unit: Unit | None,
) -> Broken:
    if change is None or (value is None and part is None):
        return  # the change alone is printed: it is of whatever the name says
    percent, points = change.unit.fits(PERCENT), change.unit.fits(PERCENTAGE_POINT)
    times = change.unit.fits(TIMES) and change.amount >= 0
    units = _units(value, unit)
    of_rate = any(unit.fits(PERCENT) for unit in units)
    alike = any(change.unit.fits(unit) for unit in units)
    match change_kind:
        case ChangeKind.GROWTH:
            fits, words = percent or times, Words("phần trăm hoặc lần", "percent or times")
        case ChangeKind.POINTS:
            # Press writes "%" for points between rates; only rates have points.
            fits = (percent or points) and of_rate
            words = Words("điểm phần trăm của một tỷ lệ", "percentage points of a rate")
        case ChangeKind.DIFFERENCE:
            fits, words = alike, Words("đơn vị của giá trị", "the unit of the value")
        case None:
            fits = percent or times or alike or (points and of_rate)
            words = Words(
                "phần trăm, điểm phần trăm của một tỷ lệ, lần, hoặc đơn vị của giá trị",
                "percent, points of a rate, times, or the unit of the value",
            )
    if not fits:
        yield invalid("Indicator.change", Reason.CHANGE_UNIT, change.unit.label, allowed=words)


def _a_figure_in_range(field: str, figure: Decimal | None) -> Broken:
    if figure is not None and figure > LARGEST_FIGURE:
        yield invalid(f"Indicator.{field}", Reason.IN_RANGE, figure, low=0, high="10^60")


def _a_figure_fits(field: str, figure: Quantity | None, value: Quantity | None, unit: Unit | None) -> Broken:
    units = _units(value, unit)
    if figure is not None and not any(figure.unit.fits(each) for each in units):
        base = {"base": " / ".join(each.to_base().label for each in units)}
        yield UnitMismatchError(f"Indicator.{field}", Reason.SAME_BASE, shown(figure.unit.label), base)


def _units(value: Quantity | None, unit: Unit | None) -> tuple[Unit, ...]:
    """Return what its figures can be in: the value's unit, else percent or what is counted."""
    if value is not None:
        return (value.unit,)
    return (PERCENT, unit) if unit is not None else (PERCENT,)


@attrs.frozen(kw_only=True, repr=False)
class Indicator(Consistent):
    """An indicator (chỉ tiêu) as printed, with what it was made from where that is stated.

    Figures are kept as printed; whether they agree is for the audit to say. `rate` is what
    part and whole make.

    Args:
        name: its name as reports print it.
        kind: the shared indicator that it is, so that places can be added up and ranked.
        value: the printed figure, such as 96,42%.
        part: the numerator: 27.
        whole: the denominator: 28.
        unit: what part and whole count: ``counted("trường")``; a shared kind knows its own.
        whole_is_plan: the denominator is a plan, which the part may pass.
        earlier: the printed earlier figure.
        change: the printed change, negative for a fall.
        change_kind: whether the change is a difference, a growth or points; None if the text
            leaves it open, as "tăng 3,05%" after a rate does.
        compared_to: the period of the earlier figure.
        target: the figure aimed at.
        better: which way it should go; the kind's own direction if not stated.
        period: when, if not over the movement's period.
        place: where, if not in the movement's place.
        attainment: how much of its plan it reaches, as printed, in percent: 106,7% for "vượt 6,7%".
        parts: all the parts of its value, where they are listed: 18 prizes, of them 4, 5, 3 and 6.

    Raises:
        InvalidValueError: neither value nor part nor change, negative counts, a change in a unit that its
            kind cannot have.
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
    kind: IndicatorKind | None = attrs.field(
        default=None, converter=as_indicator_kind, validator=maybe(a(IndicatorKind))
    )
    value: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    part: Decimal | None = attrs.field(default=None, converter=_part, validator=not_negative)
    whole: Decimal | None = attrs.field(default=None, converter=_whole, validator=not_negative)
    unit: Unit | None = attrs.field(default=None, validator=maybe(a(Unit)))
    whole_is_plan: bool = attrs.field(default=False, validator=a_boolean)
    earlier: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    change: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    change_kind: ChangeKind | None = attrs.field(
        default=None, converter=_change_kind, validator=maybe(a(ChangeKind))
    )
    compared_to: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    target: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    better: Better | None = attrs.field(default=None, converter=_better, validator=maybe(a(Better)))
    period: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    attainment: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    parts: tuple[Quantity, ...] = attrs.field(default=(), converter=_some_parts, validator=tuple_of(Quantity))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    RULES: ClassVar = rules(
        _has_a_figure,
        _part_is_in_range,
        _whole_is_in_range,
        _earlier_fits,
        _target_fits,
        _attainment_is_a_percentage,
        _parts_fit,
        _change_fits,
    )

    @property
    def rate(self) -> Fraction | None:
        """Part over whole, exactly; None unless both are known and the whole is not zero."""
        if self.part is None or not self.whole:
            return None
        return Fraction(self.part) / Fraction(self.whole)

    @property
    def direction(self) -> Better | None:
        """Which way it should go, as stated or as its kind has it."""
        return self.better or (self.kind.better if self.kind else None)

    @property
    def label(self) -> str:
        """What it is called across places: the kind's label, else its own name."""
        return self.kind.label if self.kind else self.name

    @property
    def counts(self) -> Unit | None:
        """What part and whole count: what its kind counts, else its own unit.

        >>> from danvankheo import Indicator, IndicatorKind
        >>> Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=359).counts
        counted('hộ')
        """
        return counted(self.kind.noun) if self.kind else self.unit
