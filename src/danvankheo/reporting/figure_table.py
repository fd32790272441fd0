"""Tables of exact figures, whatever they are written as.

The text of a figure is made here and nowhere else: terminal, Markdown, HTML and Word show `FigureTable.rows`,
Excel writes the figures themselves under the same heads. A column has one unit, which its head names;
sums are the last rows.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member
from danvankheo.domain.converters import several
from danvankheo.domain.labels import Labelled
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.shown import ShownAsTable, ShownByField
from danvankheo.domain.units import PERCENTAGE_POINT, Unit
from danvankheo.domain.validators import a, a_boolean, maybe, tuple_of
from danvankheo.errors import invalid
from danvankheo.formatting.numbers import approximated, format_number
from danvankheo.formatting.phrases import UNKNOWN
from danvankheo.formatting.quantities import format_quantity
from danvankheo.reasons import Reason


class ValueKind(Labelled):
    """What the cells of a column are."""

    TEXT = "text", "chữ"
    NUMBER = "number", "số"
    MONEY = "money", "tiền"
    PERCENT = "percent", "phần trăm"


@attrs.frozen
class Rough:
    """A figure that follows from figures of which not all are exact.

    Args:
        figure: the figure.
        approximation: what is known of it.
    """

    figure: Fraction = attrs.field(validator=a(Fraction))
    approximation: Approximation = attrs.field(default=Approximation.ABOUT, validator=a(Approximation))


Value: TypeAlias = Quantity | Fraction | Decimal | int | Rough | str | None
"""What a cell holds. A text stands as it is; None is a figure that nobody knows."""


_VALUES: Final = (Quantity, Fraction, Decimal, int, Rough, str, type(None))


def _values(cells: Iterable[Value]) -> tuple[Value, ...]:
    return several(cells)


def _kind(kind: ValueKind | str) -> ValueKind:
    return kind if isinstance(kind, ValueKind) else member(ValueKind, kind)


def _heads(heads: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if heads is None else several(heads)


@attrs.frozen(kw_only=True, repr=False)
class TableColumn:
    """A column of a table.

    Args:
        head: what it holds, without the unit.
        cells: what stands in each row. Shares and changes are fractions: 27/28, not 96,43.
        kind: what the cells are; all but texts align right.
        unit: the unit of all its figures; None for those without one, and for shares.
        decimals: to how many decimals figures are rounded; None writes them exactly.
        signed: whether an increase has its sign, as changes have.
        share: the heads of the columns of which it is the first divided by the second, if of any.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> cells = (Quantity(2, MILLION_DONG), None)
    >>> gifts = TableColumn(head="Tiền", cells=cells, kind="money", unit=MILLION_DONG)
    >>> gifts.title, gifts.texts
    ('Tiền (triệu đồng)', ('2', '…'))
    """

    head: str = attrs.field(validator=a(str))
    cells: tuple[Value, ...] = attrs.field(converter=_values, validator=tuple_of(*_VALUES))
    kind: ValueKind = attrs.field(default=ValueKind.TEXT, converter=_kind, validator=a(ValueKind))
    unit: Unit | None = attrs.field(default=None, validator=maybe(a(Unit)))
    decimals: int | None = attrs.field(default=None, validator=maybe(a(int)))
    signed: bool = attrs.field(default=False, validator=a_boolean)
    share: tuple[str, ...] | None = attrs.field(
        default=None, converter=_heads, validator=maybe(tuple_of(str))
    )

    def __attrs_post_init__(self) -> None:
        if self.share is not None and len(self.share) != 2:
            heads = Words("tên hai cột", "the heads of two columns")
            raise invalid("TableColumn.share", Reason.TYPE, self.share, type=heads)

    def __repr__(self) -> str:
        """Return the call that makes it, without what is as by default."""
        fields = ((field, getattr(self, field.name)) for field in attrs.fields(type(self)))
        told = ", ".join(f"{field.name}={value!r}" for field, value in fields if value != field.default)
        return f"TableColumn({told})"

    @property
    def unit_text(self) -> str:
        """The unit as the head names it; empty where there is none, or where the head is its name."""
        if self.kind is ValueKind.PERCENT:
            return "điểm %" if self.unit == PERCENTAGE_POINT else "%"
        if self.unit is None or self.unit.label == self.head.casefold():
            return ""
        return self.unit.label

    @property
    def title(self) -> str:
        """The head with the unit."""
        return f"{self.head} ({self.unit_text})" if self.unit_text else self.head

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells as they are shown."""
        return tuple(map(self.text_of, self.cells))

    @property
    def is_empty(self) -> bool:
        """Whether no row has anything."""
        return all(cell in ("", UNKNOWN, None) for cell in self.cells)

    def number_of(self, cell: Value) -> Fraction | Decimal | int | None:
        """Return the figure of a cell in the unit of the column; None where it is none.

        Of a column of percentages it is the percentage: 675/7, not 27/28.
        """
        match cell:
            case Quantity():
                return (cell.to(self.unit) if self.unit else cell).amount
            case Rough():
                return self._percent(cell.figure)
            case str() | None:
                return None
            case _:
                return self._percent(cell)

    def text_of(self, cell: Value) -> str:
        """Return a cell as it is shown."""
        number = self.number_of(cell)
        if number is None:
            missing = "" if self.kind is ValueKind.TEXT else UNKNOWN
            return cell if isinstance(cell, str) else missing
        if isinstance(cell, Quantity) and self.unit is None:
            return format_quantity(cell)
        text = format_number(number, decimals=self.decimals)
        text = f"+{text}" if self.signed and number > 0 else text
        return approximated(text, approximation_of(cell))

    def _percent(self, number: Fraction | Decimal | int) -> Fraction | Decimal | int:
        return Fraction(number) * 100 if self.kind is ValueKind.PERCENT else number


def approximation_of(cell: Value) -> Approximation:
    """Return what is known of the figure of a cell."""
    return cell.approximation if isinstance(cell, Quantity | Rough) else Approximation.EXACTLY


def text_column(head: str, cells: Iterable[str | None]) -> TableColumn:
    """Return a column of words."""
    return TableColumn(head=head, cells=tuple(cells))


def percent_column(
    head: str, cells: Iterable[Value], *, decimals: int = 2, share: tuple[str, str] | None = None
) -> TableColumn:
    """Return a column of shares, which are written in percent: 27/28 as 96,43."""
    return TableColumn(head=head, cells=tuple(cells), kind=ValueKind.PERCENT, decimals=decimals, share=share)


def number_column(head: str, cells: Iterable[Value]) -> TableColumn:
    """Return a column of figures without a unit."""
    return TableColumn(head=head, cells=tuple(cells), kind=ValueKind.NUMBER)


def _columns(columns: Iterable[TableColumn]) -> tuple[TableColumn, ...]:
    return several(columns)


def _sums(sums: Iterable[Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    found = several(sums)
    return tuple(map(several, found)) if isinstance(found, tuple) else found


@attrs.frozen(kw_only=True, repr=False)
class FigureTable(ShownByField, ShownAsTable):
    """A table: columns of exact figures and of words, as `danvankheo.table` makes it.

    Args:
        columns: the columns, alike in length.
        sums: for each of the last rows that is a sum: the rows that it adds up, 0 is the first; empty
            where these are no rows of this table.

    Raises:
        InvalidValueError: columns of several lengths, more sums than rows, or a sum of rows that are not
            before it.

    >>> from danvankheo import scan, table
    >>> table(scan("Góp 12 triệu đồng.")).rows
    (('tiền', '12 triệu đồng', '12 triệu đồng', '4–17'),)
    >>> print(table(scan("Góp 12 triệu đồng.")))
    Loại  Trong văn bản  Giá trị        Vị trí
    ────  ─────────────  ─────────────  ──────
    tiền  12 triệu đồng  12 triệu đồng  4–17
    """

    columns: tuple[TableColumn, ...] = attrs.field(converter=_columns, validator=tuple_of(TableColumn))
    sums: tuple[tuple[int, ...], ...] = attrs.field(default=(), converter=_sums, validator=tuple_of(tuple))

    def __attrs_post_init__(self) -> None:
        lengths = {len(column.cells) for column in self.columns}
        if len(lengths) > 1:
            raise invalid("FigureTable.columns", Reason.SAME_LENGTH, sorted(lengths))
        first = self.length - len(self.sums)
        if first < 0 or not all(
            isinstance(row, int) and 0 <= row < first for rows in self.sums for row in rows
        ):
            raise invalid("FigureTable.sums", Reason.SUMMED_ROWS, self.sums)

    @classmethod
    def of_texts(
        cls,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        figures: Iterable[int] = (),
        totals: int = 0,
        empty: bool = True,
    ) -> "FigureTable":
        """Return a table of rows of words.

        Args:
            head: what the columns hold.
            rows: the cells of each row.
            figures: the places of the columns whose words are figures, and align right.
            totals: how many of the last rows are sums.
            empty: whether columns that nobody filled stay.

        >>> FigureTable.of_texts(("Nơi", "Hạng"), [("An Khê", ""), ("Chư Păh", "")], empty=False).head
        ('Nơi',)
        """
        right = frozenset(figures)
        columns = tuple(
            TableColumn(
                head=title,
                cells=tuple(row[at] for row in rows),
                kind=ValueKind.NUMBER if at in right else ValueKind.TEXT,
            )
            for at, title in enumerate(head)
        )
        made = cls(columns=columns, sums=((),) * totals)
        return made if empty else made.filled()

    @property
    def length(self) -> int:
        """How many rows there are."""
        return len(self.columns[0].cells) if self.columns else 0

    @property
    def head(self) -> tuple[str, ...]:
        """The heads with their units."""
        return tuple(column.title for column in self.columns)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are shown."""
        return tuple(zip(*(column.texts for column in self.columns), strict=True))

    @property
    def numeric(self) -> frozenset[int]:
        """The places of the columns that align right."""
        return frozenset(at for at, each in enumerate(self.columns) if each.kind is not ValueKind.TEXT)

    @property
    def totals(self) -> int:
        """How many of the last rows are sums, which are shown bold."""
        return len(self.sums)

    def is_total(self, row: int) -> bool:
        """Return whether a row, counted from 0, is a sum.

        >>> FigureTable.of_texts(("Nơi", "Tiền"), (("A", "1"), ("Tổng cộng", "1")), totals=1).is_total(1)
        True
        """
        return row >= self.length - len(self.sums)

    def filled(self) -> "FigureTable":
        """Return it without the columns that no row fills."""
        return attrs.evolve(self, columns=tuple(each for each in self.columns if not each.is_empty))

    def chosen(self, places: Iterable[int]) -> "FigureTable":
        """Return a table of some of the columns, by their places."""
        return attrs.evolve(self, columns=tuple(self.columns[at] for at in places))

    def __html__(self) -> str:
        """Return it as HTML: what templates that escape by themselves, such as Jinja's, put in as it is."""
        return self._repr_html_()
