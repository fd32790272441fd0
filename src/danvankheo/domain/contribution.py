"""Contributions: what people gave."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member
from danvankheo.domain.converters import several
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import LARGEST_FIGURE
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.units import Dimension, Unit
from danvankheo.domain.validators import (
    a,
    a_day_or,
    a_label,
    a_text,
    maybe,
    nfc,
    tuple_of,
)
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class ContributionKind(Labelled):
    """What is given; it follows from the unit.

    >>> from danvankheo import Contribution, ContributionKind, Quantity
    >>> from danvankheo.units import WORKDAY
    >>> Contribution(quantity=Quantity(731, WORKDAY)).kind is ContributionKind.LABOUR
    True
    """

    MONEY = "money", "tiền"
    LABOUR = "labour", "ngày công"
    LAND = "land", "đất"
    GOODS = "goods", "hiện vật"


_OWN_KIND = {
    Dimension.MONEY: ContributionKind.MONEY,
    Dimension.LABOUR: ContributionKind.LABOUR,
    Dimension.LAND: ContributionKind.LAND,
}


def kind_of(unit: Unit) -> ContributionKind:
    """Return what a unit of contribution gives: money, labour, land, or else goods.

    >>> from danvankheo.units import HECTARE, TONNE
    >>> kind_of(HECTARE).label, kind_of(TONNE).label
    ('đất', 'hiện vật')
    """
    return _OWN_KIND.get(unit.dimension, ContributionKind.GOODS)


def _kind(value: ContributionKind | str | None) -> ContributionKind | None:
    return value if value is None or isinstance(value, ContributionKind) else member(ContributionKind, value)


def _items(items: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return several(items)


def _quantity_or_kind(quantity: Quantity | None, unknown_kind: ContributionKind | None) -> Broken:
    if (quantity is None) != (unknown_kind is None):
        return ()
    return (invalid("Contribution.unknown_kind", Reason.QUANTITY_OR_KIND, unknown_kind),)


def _can_be_given(quantity: Quantity | None) -> Broken:
    return () if quantity is None else refused_gift("Contribution.quantity", quantity)


def _names_a_day(when: Period | date | PartialDate | None) -> Broken:
    if not isinstance(when, PartialDate) or when.day is not None:
        return ()
    return (invalid("Contribution.when", Reason.NAMES_A_DAY, when.code),)


@attrs.frozen(kw_only=True, repr=False)
class Contribution(Consistent):
    """Something given (đóng góp): how much of what, what for, by whom, where and when.

    Args:
        quantity: how much; None if the source does not say.
        unknown_kind: what was given, if and only if the quantity is not stated.
        purpose: what for.
        giver: who gave it.
        model: the `Model.id` that it went to.
        place: where, if not in all of the movement's place.
        when: when, if not over all of the movement's period.
        items: what the amount stands for (5 tuyến đường), which is not added up a second time.

    Raises:
        InvalidValueError: a negative amount, a ratio or a rate, or neither or both of
            `quantity` and `unknown_kind`.

    >>> from danvankheo.units import SQUARE_METRE
    >>> Contribution(quantity=Quantity(260, SQUARE_METRE), purpose="mở rộng đường").kind.label
    'đất'
    """

    quantity: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    unknown_kind: ContributionKind | None = attrs.field(
        default=None, converter=_kind, validator=maybe(a(ContributionKind))
    )
    purpose: str = attrs.field(default="", converter=nfc, validator=a_text)
    giver: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    model: str = attrs.field(default="", converter=nfc, validator=a_label)
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    when: Period | date | PartialDate | None = attrs.field(
        default=None, validator=maybe(a_day_or(Period, PartialDate))
    )
    items: tuple[Quantity, ...] = attrs.field(default=(), converter=_items, validator=tuple_of(Quantity))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    RULES: ClassVar = rules(_quantity_or_kind, _can_be_given, _names_a_day)

    @property
    def kind(self) -> ContributionKind:
        """What was given: it follows from the unit, where the quantity is stated."""
        if self.quantity is not None:
            return kind_of(self.quantity.unit)
        assert self.unknown_kind is not None
        return self.unknown_kind


def refused_gift(where: str, quantity: Quantity) -> Broken:
    """Return why a quantity cannot have been given: negative, too much, a ratio, a rate."""
    unit, found = quantity.unit, []
    if quantity.amount < 0:
        found.append(invalid(where, Reason.NOT_NEGATIVE, quantity.amount))
    if quantity.value > LARGEST_FIGURE:
        found.append(invalid(where, Reason.IN_RANGE, quantity.amount, low=0, high="10^60"))
    if unit.dimension is Dimension.RATIO or unit.rate:
        allowed = Words("tiền, ngày công, đất hay hiện vật", "money, labour, land or goods")
        found.append(invalid(where, Reason.DIMENSION, unit.label, allowed=allowed))
    return found
