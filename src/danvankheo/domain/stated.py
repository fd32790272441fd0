"""What a text can state: one union, and the two values of it that are not yet quantities."""

from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange, as_approximation
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.shown import Shown
from danvankheo.domain.statements import Attainment, Change, FromTo, Ratio
from danvankheo.domain.units import Unit
from danvankheo.domain.validators import a


@attrs.frozen(kw_only=True)
class OrderOfMagnitude(Shown):
    """An order and no figure: "hàng trăm triệu đồng", "vài chục hộ".

    Args:
        words: the words that stand for a figure: ``hàng trăm``.
        unit: what would be counted.
        floor: the smallest number of that order, in `unit`; None for "vài" and "mấy".

    >>> from danvankheo import scan
    >>> order = scan("Bà con góp hàng trăm triệu đồng.")[0].value
    >>> order
    OrderOfMagnitude(words='hàng trăm', unit=DONG, floor=100000000)
    >>> str(order)
    'hàng trăm đồng (từ 100.000.000 đồng)'
    """

    words: str
    unit: Unit
    floor: int | None = None


@attrs.frozen(kw_only=True)
class LocalArea(Shown):
    """An area in sào, mẫu or công, whose size the region decides: "hơn 1 sào ruộng".

    Args:
        amount: how many.
        unit: the word as printed: ``sào``, ``công đất``.
        approximation: the word before it.

    >>> from danvankheo import scan
    >>> area = scan("Gia đình hiến 2 sào ruộng.")[0].value
    >>> area
    LocalArea(amount=Decimal('2'), unit='sào', approximation=Approximation.EXACTLY)
    >>> str(area)
    '2 sào'
    """

    amount: Decimal
    unit: str
    approximation: Approximation = attrs.field(
        default=Approximation.EXACTLY, converter=as_approximation, validator=a(Approximation)
    )


Stated: TypeAlias = (
    Quantity
    | QuantityRange
    | Ratio
    | Change
    | FromTo
    | Attainment
    | OrderOfMagnitude
    | LocalArea
    | DocumentRef
    | Period
    | PartialPeriod
    | date
    | PartialDate
)
"""What a text can state: `formatting.texts.text_of` writes it as text, `scanning.data` as plain data."""
