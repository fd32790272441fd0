"""Contributions: what people gave."""

from datetime import date

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import PartialDate, Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Dimension, Unit
from danvankheo.domain.validators import a, a_day_or, a_label, a_text, maybe, nfc, refuse, tuple_of
from danvankheo.errors import Reason


class ContributionKind(Labelled):
    """What is given; it follows from the unit."""

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

    >>> from danvankheo import HECTARE, TONNE
    >>> kind_of(HECTARE).label, kind_of(TONNE).label
    ('đất', 'hiện vật')
    """
    return _OWN_KIND.get(unit.dimension, ContributionKind.GOODS)


def _told_kind(contribution: "Contribution") -> ContributionKind:
    if contribution.quantity is None:
        raise refuse(contribution, "kind", Reason.KIND_WHEN_UNKNOWN, None)
    if not isinstance(contribution.quantity, Quantity):
        raise refuse(contribution, "quantity", Reason.TYPE, contribution.quantity, type="Quantity")
    return kind_of(contribution.quantity.unit)


@attrs.frozen(kw_only=True)
class Contribution:
    """Something given (đóng góp): how much of what, what for, by whom, where and when.

    Args:
        quantity: how much; None if the source does not tell, and then `kind` is needed.
        kind: money, labour, land or goods; it follows from the quantity.
        purpose: what for.
        giver: who gave it.
        model: the `Model.id` that it went to.
        place: where, if not in all of the movement's place.
        when: when, if not over all of the movement's period.
        items: what the amount stands for (5 tuyến đường), which is not added up a second time.

    Raises:
        InvalidValueError: a negative amount, a ratio or a rate, or a kind that the unit denies.

    >>> from danvankheo import SQUARE_METRE
    >>> Contribution(quantity=Quantity(260, SQUARE_METRE), purpose="mở rộng đường").kind.label
    'đất'
    """

    quantity: Quantity | None = attrs.field(default=None, validator=maybe(a(Quantity)))
    kind: ContributionKind = attrs.field(
        default=attrs.Factory(_told_kind, takes_self=True), validator=a(ContributionKind)
    )
    purpose: str = attrs.field(default="", converter=nfc, validator=a_text)
    giver: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    model: str = attrs.field(default="", converter=nfc, validator=a_label)
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    when: Period | date | PartialDate | None = attrs.field(
        default=None, validator=maybe(a_day_or(Period, PartialDate))
    )
    items: tuple[Quantity, ...] = attrs.field(default=(), validator=tuple_of(Quantity))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    def __attrs_post_init__(self) -> None:
        """Check the amount, and the kind against the unit."""
        if self.quantity is None:
            return
        check_given(self, "quantity", self.quantity)
        kind = kind_of(self.quantity.unit)
        if self.kind is not kind:
            raise refuse(self, "kind", Reason.KIND_OF_UNIT, self.kind.value, kind=kind.value)


def check_given(record: object, field: str, quantity: Quantity) -> None:
    """Check that a quantity can have been given: not negative, no ratio, no rate."""
    if quantity.amount < 0:
        raise refuse(record, field, Reason.NOT_NEGATIVE, quantity)
    if quantity.unit.dimension is Dimension.RATIO or quantity.unit.rate:
        allowed = "money, labour, land or goods"
        raise refuse(record, field, Reason.DIMENSION, quantity.unit.label, allowed=allowed)
