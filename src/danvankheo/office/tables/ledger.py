"""The records that tables hold: contributions, indicators, awards, models, and counts of models.

A total is never added to its parts, a plan is no achievement, and hidden rows and columns are left out; what
is left out is listed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from danvankheo.checking import checked_each
from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import Model, ModelCount
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.office.address import Address
from danvankheo.office.tables.entries import TableEntry
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.office.tables.outline import RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.row_records import RowRecords
from danvankheo.office.tables.same import repeated_tables, summarised


@attrs.frozen(kw_only=True)
class TableRecords:
    """The records of tables, and what of them is none.

    Args:
        entries: the records, each with its places.
        stated_totals: the totals that the tables print for contributions, with their places; never added to
        them.
        left_out: what was not made a record, and why.
        cautions: what may be counted twice: two tables whose totals are the same.

    >>> from danvankheo import office
    >>> tables = office.read_tables(office.read("docs/examples/office/ty-le.xlsx"))
    >>> records: office.TableRecords = office.records_of(tables)
    >>> records.indicators[1].name, records.indicators[1].rate
    ('Ấp văn hóa', Fraction(6, 7))
    >>> records.contributions, records.awards, records.models, records.model_counts
    ((), (), (), ())
    >>> print(records.left_out[0])
    ty-le.xlsx, Ty le!F2: là tỷ lệ không kèm tử số, mẫu số
    """

    entries: tuple[TableEntry, ...] = ()
    stated_totals: tuple[tuple[Quantity, Address], ...] = ()
    left_out: tuple[NotUnderstood, ...] = ()
    cautions: tuple[NotUnderstood, ...] = ()

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """The contributions."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Contribution))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Indicator))

    @property
    def awards(self) -> tuple[Award, ...]:
        """The awards."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Award))

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that are named."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Model))

    @property
    def model_counts(self) -> tuple[ModelCount, ...]:
        """How many models are counted."""
        return tuple(each.record for each in self.entries if isinstance(each.record, ModelCount))


def records_of(
    readings: Iterable[TableReading], *, place: Place | None = None, period: Period | None = None
) -> TableRecords:
    """Return the records that tables hold.

    Args:
        readings: the tables.
        place: the place of the paper; rows that name a village or a commune of it become places under it.
        period: the time of the paper, for days that are written without a year.

    >>> from danvankheo.office.address import Address
    >>> from danvankheo.office.grid import Cell, Grid
    >>> from danvankheo.office.tables.reading import read_table
    >>> head = ["Người góp", "Tiền (triệu đồng)"]
    >>> texts = [head, ["Đoàn xã", "8,75"], ["Hội Phụ nữ", "5"], ["Cộng", "13,75"]]
    >>> cells = [
    ...     Cell(row=row, column=column, text=text)
    ...     for row, line in enumerate(texts, 1)
    ...     for column, text in enumerate(line, 1)
    ... ]
    >>> grid = Grid(address=Address(table=1), rows=4, columns=2, cells=tuple(cells))
    >>> records = records_of(read_table(grid))
    >>> [(str(gift.quantity.amount), gift.giver.name) for gift in records.contributions]
    [('8.75', 'Đoàn xã'), ('5', 'Hội Phụ nữ')]
    >>> str(records.stated_totals[0][1])
    'bảng 1, dòng 4, cột “Tiền (triệu đồng)”'
    """
    readings = tuple(checked_each(readings, TableReading, "office.records_of"))
    entries: list[TableEntry] = []
    totals: list[tuple[Quantity, Address]] = []
    left_out: list[NotUnderstood] = []
    every = list(readings)
    twice = {id(copy): first for first, copy in repeated_tables(every)}
    singles = [reading for reading in every if id(reading) not in twice]
    sums = Counter(id(reading) for reading, _, _ in summarised(singles))
    for reading in every:
        if id(reading) in twice:
            where = twice[id(reading)].address
            left_out.append(_whole(reading, f"giống hệt {where.vietnamese}", f"the same as {where.english}"))
            continue
        items = sum(row.kind is RowKind.ITEM and not row.hidden for row in reading.rows)
        if sums[id(reading)] * 2 > items:
            left_out.append(_whole(reading, "tổng hợp các bảng khác", "sums up other tables"))
            continue
        maker = RowRecords(reading, place, period)
        entries += maker.entries()
        totals += maker.totals
        left_out += maker.left_out
    return TableRecords(
        entries=tuple(entries),
        stated_totals=tuple(totals),
        left_out=tuple(left_out),
        cautions=tuple(_cautions(totals)),
    )


def _whole(reading: TableReading, vietnamese: str, english: str) -> NotUnderstood:
    """Return that a whole table was left out."""
    return NotUnderstood(
        address=reading.address,
        text=reading.title,
        vietnamese=f"cả bảng {vietnamese}",
        english=f"the table {english}",
    )


def _cautions(totals: Sequence[tuple[Quantity, Address]]) -> Iterator[NotUnderstood]:
    """Yield totals of two tables that are the same: perhaps one whole, divided in two ways."""
    for at, (total, address) in enumerate(totals):
        for other, there in totals[:at]:
            apart = (address.position, address.sheet, address.row) != (there.position, there.sheet, there.row)
            if apart and total.unit.fits(other.unit) and total.value == other.value and total.amount:
                yield NotUnderstood(
                    address=address,
                    text=str(total.amount),
                    vietnamese=(
                        f"tổng bằng đúng {there.vietnamese}: có thể là một khoản được chia theo "
                        f"hai cách, không cộng cả hai"
                    ),
                    english=f"equals {there.english}: perhaps one whole divided in two ways; do not add both",
                )
