"""What a report is made of, whatever it is written as: blocks that hold exact figures.

The text of a figure is made here and nowhere else: terminal, Markdown, HTML and Word show `FigureTable.rows`,
Excel writes the figures themselves under the same heads. A column has one unit, which its head names;
sums are the last rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.shown import ShownAsTable, ShownByField
from danvankheo.domain.units import PERCENTAGE_POINT, Unit
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

    figure: Fraction
    approximation: Approximation = Approximation.ABOUT


Value: TypeAlias = Quantity | Fraction | Decimal | int | Rough | str | None
"""What a cell holds. A text stands as it is; None is a figure that nobody knows."""


def _values(cells: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(cells)


def _kind(kind: ValueKind | str) -> ValueKind:
    return ValueKind(kind)


@attrs.frozen(kw_only=True)
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

    head: str
    cells: tuple[Value, ...] = attrs.field(converter=_values)
    kind: ValueKind = attrs.field(default=ValueKind.TEXT, converter=_kind)
    unit: Unit | None = None
    decimals: int | None = None
    signed: bool = False
    share: tuple[str, str] | None = None

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
    return tuple(columns)


def _sums(sums: Iterable[Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(rows) for rows in sums)


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

    columns: tuple[TableColumn, ...] = attrs.field(converter=_columns)
    sums: tuple[tuple[int, ...], ...] = attrs.field(default=(), converter=_sums)

    def __attrs_post_init__(self) -> None:
        lengths = {len(column.cells) for column in self.columns}
        if len(lengths) > 1:
            raise invalid("FigureTable.columns", Reason.SAME_LENGTH, sorted(lengths))
        first = self.length - len(self.sums)
        if first < 0 or any(not 0 <= row < first for rows in self.sums for row in rows):
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


@attrs.frozen
class Title:
    """The title of a section; what follows it, up to the next one, is its section."""

    text: str


@attrs.frozen
class Prose:
    """A paragraph of running text."""

    text: str


def _texts(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


@attrs.frozen
class Items:
    """A list of sentences, one a line."""

    items: tuple[str, ...] = attrs.field(converter=_texts)


@attrs.frozen
class Note:
    """A remark below what it is about; small print.

    Args:
        text: what it says.
        number: the number under which a table refers to it, if one does.
    """

    text: str
    number: int | None = None

    @property
    def shown(self) -> str:
        """It with its number: "(1) Chưa làm tròn."."""
        return self.text if self.number is None else f"({self.number}) {self.text}"


class ChartForm(Labelled):
    """How a chart shows its table."""

    RANKED = "ranked", "thanh xếp hạng"
    STACKED = "stacked", "thanh chồng"
    PAIRED = "paired", "hai kỳ cạnh nhau"
    SERIES = "series", "đường theo kỳ"
    SMALL_MULTIPLES = "small_multiples", "nhiều biểu đồ nhỏ"


def _form(form: ChartForm | str) -> ChartForm:
    return ChartForm(form)


@attrs.frozen(kw_only=True)
class ChartBlock:
    """A chart that a report has; `danvankheo.charts` draws it.

    Args:
        title: what it shows.
        alt: what it says, with the figures, for those who do not see it.
        form: how it shows them.
        data: the figures: the first column names what the others measure.
    """

    title: str
    alt: str
    form: ChartForm = attrs.field(converter=_form)
    data: FigureTable


@attrs.frozen(kw_only=True)
class Signer:
    """One who signs.

    Args:
        capacity: for whom, such as "TM. ỦY BAN NHÂN DÂN".
        post: as what, such as "CHỦ TỊCH".
        name: the name below; empty leaves room for it.
    """

    capacity: str = ""
    post: str = ""
    name: str = ""

    @property
    def lines(self) -> tuple[str, str, str]:
        """Capacity, post and name, each of which may be empty."""
        return self.capacity, self.post, self.name


def _signers(signers: Iterable[Signer]) -> tuple[Signer, ...]:
    return tuple(signers)


@attrs.frozen
class Signature:
    """Those who sign, side by side."""

    signers: tuple[Signer, ...] = attrs.field(converter=_signers)


Block: TypeAlias = Title | Prose | Items | FigureTable | ChartBlock | Note | Signature


@attrs.frozen
class Section:
    """A section of a document, as one reads it: its title, and the blocks up to the next title."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Its paragraphs."""
        return " ".join(block.text for block in self.blocks if isinstance(block, Prose))

    @property
    def items(self) -> tuple[str, ...]:
        """The sentences of its lists."""
        return tuple(item for block in self.blocks if isinstance(block, Items) for item in block.items)

    @property
    def tables(self) -> tuple[FigureTable, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, FigureTable))

    @property
    def table(self) -> FigureTable | None:
        """Its first table, if it has one."""
        return next(iter(self.tables), None)


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


@attrs.frozen(kw_only=True, repr=False)
class Document(ShownByField, ShownAsTable):
    """A report: plain text and exact figures throughout, nothing escaped, nothing measured.

    Args:
        title: its title.
        subtitle: what stands below the title, such as the place.
        blocks: what it says, in order.
    """

    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=_blocks)

    @property
    def text(self) -> str:
        """The paragraphs before the first section."""
        return Section("", self._opening).text

    @property
    def _opening(self) -> tuple[Block, ...]:
        first = next((at for at, each in enumerate(self.blocks) if isinstance(each, Title)), None)
        return self.blocks[:first]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its sections, in order."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        starts = [at for at, block in enumerate(self.blocks) if isinstance(block, Title)]
        for at, end in pairwise([*starts, len(self.blocks)]):
            title = self.blocks[at]
            assert isinstance(title, Title)
            yield Section(title.text, self.blocks[at + 1 : end])

    def __html__(self) -> str:
        """Return it as HTML: what templates that escape by themselves, such as Jinja's, put in as it is."""
        return self._repr_html_()


def paragraphs(*texts: str) -> tuple[Prose, ...]:
    """Return a paragraph of each text that says anything."""
    return tuple(Prose(text) for text in texts if text)


def section(
    title: str, *, text: str = "", items: Sequence[str] = (), table: FigureTable | None = None
) -> tuple[Block, ...]:
    """Return the blocks of a section: a paragraph, a list and a table, each of which may be missing.

    Nothing comes back for one that says nothing.

    >>> section("Mô hình", text="Có 3 mô hình."), section("Khen thưởng")
    ((Title(text='Mô hình'), Prose(text='Có 3 mô hình.')), ())
    """
    body: list[Block] = [*paragraphs(text)]
    if items:
        body.append(Items(tuple(items)))
    if table is not None:
        body.append(table)
    return (Title(title), *body) if body else ()
