"""Relations of a table: one pattern ("column 9 is 7 and 8"), and how each line of the table stands to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Final

import attrs

from danvankheo.choices import Choice
from danvankheo.domain.labels import Labelled
from danvankheo.domain.units import Dimension
from danvankheo.office.checking.figures import (
    Agreement,
    Weighed,
    can_be_added,
    sum_agreement,
    value_of,
)
from danvankheo.office.tables.columns import NEVER_ADDED, Column
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.numbers import CellKind
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading


class PatternKind(Choice, StrEnum):
    """What a pattern says of its lines."""

    SUM = "sum"
    """A figure is the sum of others, some of them taken away."""
    SUBSET = "subset"
    """A figure is not more than another."""
    RATIO = "ratio"
    """A percentage is that of a part of a whole."""
    GROWTH = "growth"
    """A percentage is the growth from a figure to another."""
    INDEX = "index"
    """A percentage is a figure by another, 100 for no growth."""
    PRODUCT = "product"
    """A figure is another times a third."""


class Basis(Labelled):
    """Why a pattern is believed."""

    STATED = "stated", "bảng ghi rõ"
    LABELLED = "labelled", "theo tên dòng, cột"
    FOUND = "found", "theo số liệu"


@attrs.frozen(kw_only=True)
class Instance:
    """One line of a pattern.

    Args:
        target: the figure that the others make up, or that is made of them.
        terms: the figures that are added, or the parts.
        wholes: the figures that they are divided by.
        blanks: how many of them are not stated.
        agreement: whether the figures agree.
        weighty: whether it would be unlikely to hold by chance: a sum of one figure is not weighty.
        gap: the target less what the others give, in the base unit; in percent for a percentage.
    """

    target: TableFigure
    terms: tuple[Weighed, ...]
    wholes: tuple[Weighed, ...] = ()
    blanks: int = 0
    agreement: Agreement
    weighty: bool = True
    gap: Fraction = Fraction(0)

    @property
    def figures(self) -> tuple[TableFigure, ...]:
        """All figures of the line, the target first."""
        return (self.target, *(each.figure for each in (*self.terms, *self.wholes)))


@attrs.frozen(kw_only=True, eq=False)
class Pattern:
    """A relation that lines of a table have in common.

    Args:
        kind: what it says.
        basis: why it is believed.
        table: the table.
        instances: its lines.
        down: whether it goes down the rows (the lines are columns) or across the columns.
        key: what makes it the same pattern in another table with the same heads.
        certain: whether the structure alone leaves no doubt: a flat list with "Tổng cộng" below it.
        overlapping: whether its parts may be some of the whole only, so that a sum below it says nothing.
        cumulative: whether it adds up over time.
    """

    kind: PatternKind
    basis: Basis
    table: TableReading
    instances: tuple[Instance, ...]
    down: bool
    key: tuple[object, ...] = ()
    certain: bool = False
    overlapping: bool = False
    cumulative: bool = False

    @cached_property
    def holding(self) -> int:
        """How many weighty lines agree."""
        return sum(each.weighty and each.agreement.holds for each in self.instances)

    @cached_property
    def broken(self) -> int:
        """How many lines do not."""
        return sum(each.agreement is Agreement.BROKEN for each in self.instances)

    @cached_property
    def blank_is_zero(self) -> bool:
        """Whether a weighty line with a blank agrees as if it were zero."""
        return any(
            each.weighty and each.blanks and each.agreement is Agreement.EXACT for each in self.instances
        )


class Table:
    """A table's figures by row and column, with what its blanks and dashes stand for."""

    def __init__(self, reading: TableReading) -> None:
        self.reading = reading
        self.rows: tuple[Row, ...] = reading.rows
        self.columns: tuple[Column, ...] = tuple(
            each for each in reading.columns if each.kind.holds_figures and not each.hidden and each.path
        )
        self.children: dict[int | None, list[Row]] = {}
        for row in reading.rows:
            self.children.setdefault(row.parent, []).append(row)

    @cached_property
    def added(self) -> tuple[Column, ...]:
        """The columns whose figures can be added up down the rows."""
        return tuple(each for each in self.columns if each.added and each.kind not in NEVER_ADDED)

    def figure(self, row: int, column: int) -> TableFigure | None:
        """Return the figure at a place; a dash is a zero as it is shown."""
        found = self.reading.figure_at(row, column)
        if found is not None or self.reading.cell_kind(row, column) is not CellKind.NOTHING:
            return found
        return self.nothing(row, column)

    def nothing(self, row: int, column: int) -> TableFigure:
        """Return a dash as the zero that it is shown for."""
        each = self.reading.column(column)
        return TableFigure(
            address=self.rows[row].line.address(column, each.head),
            text=self.reading.cells[row, column].text,
            amount=Decimal(0),
            stored=Decimal(0),
            unit=self.reading.unit_at(row, column),
            row=row,
            column=column,
            hidden=self.rows[row].hidden or each.hidden,
        )

    def is_hidden(self, row: Row) -> bool:
        """Return whether a row is hidden."""
        return row.hidden

    def expanded(self, row: Row, column: int) -> Iterator[TableFigure | None]:
        """Yield the figure of a row, or those of the rows under it where it has none; None for a blank."""
        own = self.figure(row.at, column)
        if own is not None:
            yield own
            return
        under = [
            each for each in self.children.get(row.at, []) if not each.some and each.kind is not RowKind.TOTAL
        ]
        if not under:
            yield None
        for each in under:
            yield from self.expanded(each, column)


def within_instance(part: TableFigure, whole: TableFigure) -> Instance:
    """Return how a part stands to its whole, which it cannot pass."""
    above = value_of(part) - value_of(whole)
    return Instance(
        target=part,
        terms=(Weighed(figure=whole),),
        agreement=Agreement.BROKEN if above > 0 else Agreement.EXACT,
        weighty=bool(part.amount) and above < 0,
        gap=above,
    )


def sum_instance(target: TableFigure, found: Iterable[tuple[TableFigure | None, int]]) -> Instance | None:
    """Return how a figure stands to the sum of others; None where units do not fit or none is stated."""
    terms: list[Weighed] = []
    blanks = 0
    for figure, weight in found:
        if figure is None:
            blanks += 1
        else:
            terms.append(Weighed(figure=figure, weight=weight))
    if not terms or not can_be_added([target, *(term.figure for term in terms)]):
        return None
    if any(
        figure.unit is not None and figure.unit.dimension is Dimension.RATIO
        for figure in (target, *(term.figure for term in terms))
    ):
        return None
    agreement = sum_agreement(target, terms)
    nonzero = sum(bool(term.figure.amount) for term in terms)
    total = sum((value_of(term.figure) * term.weight for term in terms), Fraction(0))
    return Instance(
        target=target,
        terms=tuple(terms),
        blanks=blanks,
        agreement=agreement,
        weighty=nonzero >= 2 or (nonzero == 1 and _is_plain_proof(target, terms, agreement)),
        gap=value_of(target) - total,
    )


def _is_plain_proof(target: TableFigure, terms: Sequence[Weighed], agreement: Agreement) -> bool:
    """Return whether a figure equals one of several that are stated, the others being zero: no chance hit."""
    return len(terms) > 1 and agreement is Agreement.EXACT and abs(target.amount) >= _NO_CHANCE


_NO_CHANCE: Final = 10


def can_be_related(columns: Sequence[Column]) -> bool:
    """Return whether columns can be parts of one relation that no head states.

    What is counted may be without a unit ("Đạt"); a measure beside a column of no known unit is something
    else.
    """
    measures = [
        each.unit for each in columns if each.unit is not None and each.unit.dimension is not Dimension.COUNT
    ]
    return not measures or len(measures) == len(columns)


def best_of(patterns: Sequence[Pattern]) -> Pattern | None:
    """Return the pattern that most weighty lines agree with, then the one that fewest do not."""
    return max(patterns, key=lambda each: (each.holding, -each.broken), default=None)


def evidence(patterns: Iterable[Pattern]) -> Mapping[tuple[object, ...], tuple[int, int]]:
    """Return how many lines hold and do not, by key: tables with the same heads speak for each other."""
    found: dict[tuple[object, ...], tuple[int, int]] = {}
    for each in patterns:
        if each.key:
            holding, broken = found.get(each.key, (0, 0))
            found[each.key] = holding + each.holding, broken + each.broken
    return found
