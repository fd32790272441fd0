"""A record of a table with the cells that it was made of."""

from typing import TypeAlias

import attrs

from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import Model, ModelCount, ModelField
from danvankheo.domain.places import Place
from danvankheo.errors import DanVanKheoError
from danvankheo.office.address import Address

Record: TypeAlias = Contribution | Indicator | Award | Model | ModelCount
"""What a row of a table can be."""


@attrs.frozen(kw_only=True)
class TableEntry:
    """A record of a table with what it was made of.

    Args:
        record: the record.
        addresses: where its figures stand.
        field: the field that the row names, which no contribution holds by itself.
        place: the place that the row names, as written.
        unit: the place that the row names with its kind, whatever the record can hold of it.

    >>> from danvankheo import office
    >>> tables = office.read_tables(office.read("docs/examples/office/bao-cao-quy.docx"))
    >>> entry: office.TableEntry = office.records_of(tables).entries[0]
    >>> entry.record.quantity, entry.field.label, str(entry.addresses[0].without_file())
    (Quantity(Decimal('318.4'), MILLION_DONG), 'kinh tế', 'bảng 2, dòng 3, cột “Tiền (triệu đồng)”')
    """

    record: Record
    addresses: tuple[Address, ...]
    field: ModelField | None = None
    place: str = ""
    unit: Place | None = None


def why_not(error: DanVanKheoError) -> tuple[str, str]:
    """Return why figures make no record, in Vietnamese and English."""
    return getattr(error, "vietnamese", str(error)), str(error)
