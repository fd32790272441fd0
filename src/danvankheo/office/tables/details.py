"""A table that details one row of another: its total is the figure of that row, and both are no two gifts."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from danvankheo.domain.contribution import Contribution
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.quantities import Quantity
from danvankheo.office.address import Address
from danvankheo.office.tables.entries import TableEntry
from danvankheo.office.tables.figures import NotUnderstood

_FEWEST_DIGITS: Final = 3


def detailed(
    entries: Iterable[TableEntry], totals: Iterable[tuple[Quantity, Address]]
) -> Iterator[NotUnderstood]:
    """Yield the totals of tables that are the figure of one row of another table of the paper.

    They are the same if they agree to the decimals of the shorter one; figures of fewer than three digits
    are the same by chance.

    >>> from danvankheo import office
    >>> records = office.records_of(office.read_tables(office.read("docs/examples/office/bao-cao-quy.docx")))
    >>> [*detailed(records.entries, records.stated_totals)]
    []
    """
    gifts = [
        (entry.record.quantity, entry.addresses[0])
        for entry in entries
        if isinstance(entry.record, Contribution) and entry.record.quantity is not None and entry.addresses
    ]
    for total, at in totals:
        for gift, there in gifts:
            if _block(at) != _block(there) and _is_same(total, gift):
                yield NotUnderstood(
                    address=at,
                    text=f"{total.amount:f}",
                    vietnamese=(
                        f"tổng bằng đúng {there.without_file().vietnamese}: có thể bảng này nêu chi tiết "
                        "khoản ấy, không cộng cả hai"
                    ),
                    english=(
                        f"equals {there.without_file().english}: perhaps this table details that row; do not "
                        "add both"
                    ),
                )


def _block(address: Address) -> tuple[int, str]:
    return (address.position, address.block)


def _is_same(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures agree to the decimals of the one with fewer."""
    if not one.unit.fits(other.unit):
        return False
    if one.unit != other.unit:
        return one.value == other.value and _digits(min(one.amount, other.amount)) >= _FEWEST_DIGITS
    decimals = min(decimals_of(one.amount), decimals_of(other.amount))
    first, second = (_rounded(each.amount, decimals) for each in (one, other))
    return first == second and _digits(first) >= _FEWEST_DIGITS


def _rounded(amount: Decimal, decimals: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _digits(amount: Decimal) -> int:
    return len(f"{abs(amount).normalize():f}".replace(".", "").strip("0"))
