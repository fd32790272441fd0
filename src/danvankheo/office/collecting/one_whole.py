"""What stands twice in a paper though it was given once: a sum in the text and in a table, or in two tables.

Where text and tables state the same total, the tables are taken: they have the details. Where they differ,
the text is taken as it stands at the head, and the difference is reported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from danvankheo.domain.contribution import Contribution, ContributionKind, kind_of
from danvankheo.domain.numbers import EXACT, decimals_of
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import Unit
from danvankheo.office.tables.entries import TableEntry
from danvankheo.office.tables.outline import RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.same import total_row
from danvankheo.office.tables.words import letters_of

About: TypeAlias = tuple[ContributionKind, Unit]
"""What contributions have in common that can be added: the kind and the base unit."""

TableOf: TypeAlias = Callable[[TableEntry], int]
"""Tells which table of a paper a record comes from; -1 for none."""


class Difference(NamedTuple):
    """A sum of the text that the tables do not add up to."""

    about: About
    first: Contribution
    text: Fraction
    tables: Fraction
    by_tables: bool
    """Whether the tables are taken all the same, since they are of other places."""


class Choice(NamedTuple):
    """What of a text is taken from the tables, which records of these are left, and what differs."""

    from_tables: set[About]
    left: list[TableEntry]
    differences: list[Difference]


class DividedAgain(NamedTuple):
    """Records of a table that divides the same whole as an earlier table of the same place."""

    entries: list[TableEntry]
    about: About
    total: Fraction
    first: TableReading


def about(record: object) -> About | None:
    """Return what a record adds to; None for what is no contribution, or one of an unknown amount."""
    if not isinstance(record, Contribution) or record.quantity is None:
        return None
    return record.kind, record.quantity.unit.to_base()


def text_or_tables(
    text: Sequence[Contribution],
    gifts: Sequence[TableEntry],
    elsewhere: Sequence[TableEntry],
    table_of: TableOf,
) -> Choice:
    """Return whether the text or the tables are taken, for each thing that both state.

    Args:
        text: the contributions that the text states.
        gifts: those of tables, of the paper's own place.
        elsewhere: those of rows of other places, of which the text states the sum.
        table_of: which table a record comes from.
    """
    others = {about(entry.record) for entry in elsewhere}
    chosen = Choice(set(), [], [])
    for each in dict.fromkeys(map(about, text)):
        detailed = [entry for entry in (*gifts, *elsewhere) if about(entry.record) == each]
        if each is None or not detailed:
            continue
        stated = [gift for gift in text if about(gift) == each]
        one, tolerance = _sum(stated), sum(map(_precision, stated), Fraction(0))
        other = _sum_of(detailed)
        if abs(one - other) <= tolerance:
            chosen.from_tables.add(each)
            continue
        own = [entry for entry in gifts if about(entry.record) == each]
        rest = _all_but_the_one_that_adds_up(own, one, tolerance, table_of)
        if rest is not None:
            chosen.from_tables.add(each)
            chosen.left.extend(rest)
            continue
        if each in others:
            chosen.from_tables.add(each)
        chosen.differences.append(Difference(each, stated[0], one, other, each in others))
    return chosen


def _all_but_the_one_that_adds_up(
    entries: Sequence[TableEntry], stated: Fraction, tolerance: Fraction, table_of: TableOf
) -> list[TableEntry] | None:
    """Return the records of all tables but the one whose sum the text states; None if not just one has it."""
    by_table: defaultdict[int, list[TableEntry]] = defaultdict(list)
    for entry in entries:
        by_table[table_of(entry)].append(entry)
    fitting = [at for at, held in by_table.items() if abs(_sum_of(held) - stated) <= tolerance]
    if len(fitting) != 1:
        return None
    return [entry for at, held in by_table.items() if at != fitting[0] for entry in held]


def divided_again(
    entries: Sequence[TableEntry], readings: Sequence[TableReading], table_of: TableOf
) -> Iterator[DividedAgain]:
    """Yield the records of tables that divide, by other rows, the same printed total as an earlier table.

    "By source" and "by work" with the same total are one whole, not two.
    """
    tables: defaultdict[tuple[int, About], list[TableEntry]] = defaultdict(list)
    for entry in entries:
        each = about(entry.record)
        if each is not None:
            tables[table_of(entry), each].append(entry)
    seen: dict[tuple[About, Fraction], int] = {}
    for (at, each), held in tables.items():
        total = _printed_total(readings[at], each) if at >= 0 else None
        if total:
            first = seen.setdefault((each, total), at)
            if first != at and not _share_rows(readings[first], readings[at]):
                yield DividedAgain(held, each, total, readings[first])


def _printed_total(reading: TableReading, what: About) -> Fraction | None:
    """Return the total that a table prints for what is given, in base units; None if it has not just one."""
    row = total_row(reading)
    if row is None:
        return None
    found = [
        Fraction(figure.amount) * Fraction(figure.unit.size)
        for figure in reading.figures
        if figure.row == row.at
        and figure.unit is not None
        and (kind_of(figure.unit), figure.unit.to_base()) == what
    ]
    return found[0] if len(found) == 1 else None


def _share_rows(one: TableReading, other: TableReading) -> bool:
    """Return whether two tables are about the same things: then one of them is no other division."""
    labels = [
        {letters_of(row.label) for row in reading.rows if row.kind is RowKind.ITEM}
        for reading in (one, other)
    ]
    return bool(labels[0] & labels[1])


def _sum(gifts: Sequence[Contribution]) -> Fraction:
    return sum((Fraction(gift.quantity.value) for gift in gifts if gift.quantity is not None), Fraction(0))


def _sum_of(entries: Sequence[TableEntry]) -> Fraction:
    return _sum([entry.record for entry in entries if isinstance(entry.record, Contribution)])


def _precision(gift: Contribution) -> Fraction:
    """Return how far from its amount a figure of a text may be by how it is written."""
    quantity = gift.quantity
    if quantity is None:
        return Fraction(0)
    decimals = max(decimals_of(quantity.amount), 0)
    last = Fraction(EXACT.multiply(quantity.unit.size, Decimal(1).scaleb(-decimals)))
    return last if quantity.approximation is not Approximation.EXACTLY else last / 2
