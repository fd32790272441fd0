"""The whole of which a text prints a share: "15.207 (62,9%)" of "tổng số học sinh … là 24.411 em"."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.drafting.changing import may_be_of
from danvankheo.drafting.material import Material

_TOTAL: Final = re.compile(r"(?<!\w)tổng(?!\w)")
_LOOK_BACK: Final = 120
# A total is taken for the whole of a share only if the share nearly gives it: so near by chance is seldom.
_NEARLY: Final = Fraction(3, 100)


def whole_of(material: Material, at: int, part: Quantity, percent: Quantity) -> Decimal | None:
    """Return the total that a part and its percentage are of; None if none or several come near.

    Args:
        material: the text and its facts.
        at: the position of the part.
        part: the count or measure.
        percent: what share it is.
    """
    if not percent.value or part.approximation is not Approximation.EXACTLY:
        return None
    implied = Fraction(part.value) * 100 / Fraction(percent.value)
    found = set[Decimal]()
    for position, piece in enumerate(material.pieces):
        value = piece.value
        if position == at or not isinstance(value, Quantity) or value.unit.rate:
            continue
        if (
            value.unit.dimension is not part.unit.dimension
            or value.approximation is not Approximation.EXACTLY
        ):
            continue
        if not (value.unit.fits(part.unit) or may_be_of(value.unit, part.unit)):
            continue
        if abs(Fraction(value.value) - implied) > _NEARLY * implied or value.value < part.value:
            continue
        start = max(material.sentence_of(piece), piece.start - _LOOK_BACK)
        if _TOTAL.search(material.text.low, start, piece.start):
            found.add(value.to(part.unit).amount if value.unit.fits(part.unit) else value.value)
    return found.pop() if len(found) == 1 else None
