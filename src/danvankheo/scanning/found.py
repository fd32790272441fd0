"""The facts of a text together, as `scan` returns them."""

from danvankheo.domain.several import Several
from danvankheo.scanning.facts import Fact
from danvankheo.scanning.rows import FactRow, fact_rows


class Facts(Several[Fact]):
    """The facts of a text in the order in which they stand: a tuple of `Fact`.

    >>> from danvankheo import scan
    >>> found = scan("Có 12 hộ nghèo và 5 tuyến đường.")
    >>> type(found).__name__, [fact.surface for fact in found[1:]]
    ('Facts', ['5 tuyến đường'])
    """

    __slots__ = ()

    def to_dicts(self) -> list[FactRow]:
        """Return a flat dict for each, with the same keys and exact numbers, as data frames take them.

        >>> from danvankheo import scan
        >>> [(row["value"], row["unit"]) for row in scan("Có 12 hộ nghèo, góp 5 triệu đồng.").to_dicts()]
        [(Decimal('12'), 'hộ'), (Decimal('5000000'), 'VND')]
        """
        return fact_rows(self)
