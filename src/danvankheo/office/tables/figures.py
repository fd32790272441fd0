"""A figure of a table with its place and unit, and what of a table was not understood."""

from decimal import Decimal

import attrs

from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import Unit
from danvankheo.office.address import Address


@attrs.frozen(kw_only=True)
class TableFigure:
    """A figure of a table.

    Args:
        address: where it stands; its column by its head.
        text: as shown.
        amount: the digits as shown; 96.43 for "96,43%".
        stored: the exact number under it, in the same unit.
        unit: its unit, the nearest that the table gives; None where it gives none.
        approximation: the word before it.
        others: what its digits can mean besides, by the signs of another country.
        row: the place of its row in the table, from 0.
        column: the number of its column in the grid.
        marks: marks of notes after it.
        hidden: whether its row or column is hidden.

    >>> from danvankheo import office
    >>> table, = office.read_tables(office.read("docs/examples/office/so-dong-gop.csv"))
    >>> figure: office.TableFigure = table.figures[0]
    >>> figure.text, figure.amount, figure.unit, str(figure.address)
    ('41,5', Decimal('41.5'), MILLION_DONG, 'so-dong-gop.csv, dòng 2, cột “Tiền (triệu đồng)”')
    """

    address: Address
    text: str
    amount: Decimal
    stored: Decimal
    unit: Unit | None
    approximation: Approximation = Approximation.EXACTLY
    others: tuple[Decimal, ...] = ()
    row: int
    column: int
    marks: tuple[str, ...] = ()
    hidden: bool = False


@attrs.frozen(kw_only=True)
class NotUnderstood:
    """What of a table was not understood, and so not used.

    Args:
        address: where it stands.
        text: what stands there.
        vietnamese: why, in Vietnamese.
        english: why, in English.

    >>> from danvankheo import office
    >>> here = office.Address("so.csv", row=2, column=3)
    >>> words = {"vietnamese": "không phải là số liệu", "english": "no figure"}
    >>> print(office.NotUnderstood(address=here, text="hai", **words))
    so.csv, dòng 2, cột 3: không phải là số liệu
    """

    address: Address
    text: str
    vietnamese: str
    english: str

    def __str__(self) -> str:
        """Return where and why, in Vietnamese."""
        return f"{self.address}: {self.vietnamese}"
