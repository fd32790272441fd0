"""Contributions: what people gave."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from danvankheo.bilingual import Words
from danvankheo.domain.converters import member, several
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import LARGEST_FIGURE
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Dimension, Unit
from danvankheo.domain.validators import (
    Consistent,
    a,
    a_day_or,
    a_label,
    a_text,
    invalid_field,
    maybe,
    nfc,
    tuple_of,
)
from danvankheo.errors import InvalidValueError
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

    def conflicts(self) -> Iterator[InvalidValueError]:
        """Yield what is wrong between fields that are sound on their own."""
        if (self.quantity is None) == (self.unknown_kind is None):
            yield invalid_field(self, "unknown_kind", Reason.QUANTITY_OR_KIND, self.unknown_kind)
        if self.quantity is not None:
            yield from refused_gift(self, "quantity", self.quantity)
        if isinstance(self.when, PartialDate) and self.when.day is None:
            yield invalid_field(self, "when", Reason.NAMES_A_DAY, self.when.code)

    @property
    def kind(self) -> ContributionKind:
        """What was given: it follows from the unit, where the quantity is stated."""
        if self.quantity is not None:
            return kind_of(self.quantity.unit)
        assert self.unknown_kind is not None
        return self.unknown_kind


def refused_gift(record: object, field: str, quantity: Quantity) -> Iterator[InvalidValueError]:
    """Yield why a quantity cannot have been given: negative, too much, a ratio, a rate."""
    if quantity.amount < 0:
        yield invalid_field(record, field, Reason.NOT_NEGATIVE, quantity.amount)
    if quantity.value > LARGEST_FIGURE:
        yield invalid_field(record, field, Reason.IN_RANGE, quantity.amount, low=0, high="10^60")
    if quantity.unit.dimension is Dimension.RATIO or quantity.unit.rate:
        allowed = "money, labour, land or goods"
        told = "tiền, ngày công, đất hay hiện vật"
        yield invalid_field(
            record, field, Reason.DIMENSION, quantity.unit.label, allowed=Words(told, allowed)
        )
