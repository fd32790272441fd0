"""Rows of a file of contributions that are no gifts: checked totals, parts of rows, sums over time.

Which rows a total is of, the table does not say. It is right if it is the sum of the rows of a block
that ends or begins with it and lies between two totals or the ends of the table; of all rows; or of the
rows that agree with it in all its other cells.
"""

import warnings
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

import attrs
import polars as pl

from danvankheo.bilingual import Words
from danvankheo.domain.contribution import kind_of
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import Unit
from danvankheo.errors import DocumentError, InvalidValueError, Problem, problem_at
from danvankheo.frames.forms import LeftOutRowsWarning, rows_told
from danvankheo.frames.marked_rows import Mark, is_of_all, mark_of, pattern_of
from danvankheo.frames.units import from_smallest, to_smallest, unit_of
from danvankheo.frames.work import RowNumber, told_rows
from danvankheo.locale_vi.tables import BULLETS
from danvankheo.printing import printable
from danvankheo.reasons import Reason

_NO_LABEL: Final = frozenset({"unit", "approximation", "period", "model"})
_TEXTS: Final = (pl.String, pl.Categorical, pl.Enum)
_OWN: Final = frozenset({"kind", "unit", "amount", "approximation"})


# Words by which a figure may be more than it says, or less.
_MAY_BE_MORE: Final = frozenset(
    word.value for word in (Approximation.OVER, Approximation.AT_LEAST, Approximation.ABOUT)
)
_MAY_BE_LESS: Final = frozenset(
    word.value
    for word in (Approximation.NEARLY, Approximation.UNDER, Approximation.AT_MOST, Approximation.ABOUT)
)


def _has_words(table: pl.DataFrame) -> bool:
    return "approximation" in table.columns and table["approximation"].dtype in _TEXTS


@attrs.frozen
class _Marked:
    """A row that is no gift: where, what it is, what its cell says, and what makes it so."""

    at: int
    mark: Mark
    cell: str
    column: str


def gifts_of(table: pl.DataFrame, source: str, number: RowNumber) -> tuple[pl.DataFrame, RowNumber]:
    """Return a table of contributions without the rows that are no gifts, which a warning lists.

    Args:
        table: what a file holds, as typed but not yet validated.
        source: what the file is called.
        number: how the rows of the file are numbered.

    Returns:
        The other rows, and how they are numbered.

    Raises:
        DocumentError: a total that is not the sum of its rows, or of which no rows are there; rows
            outside the total of the whole table; a part that is more than the row of which it is one;
            parts of which nobody knows where they end.
    """
    sound = table["amount"].dtype.is_integer() and table["unit"].dtype in _TEXTS
    marked = _marked(table) if sound else {}
    if not marked:
        return table, number
    rows = _Rows(table, marked, number)
    problems = [*_open_parts(marked, table, number), *rows.problems(), *rows.parts_beyond()]
    if problems:
        raise DocumentError(tuple(problems))
    english, vietnamese = zip(*_listed(marked, number), strict=True)
    warnings.warn(
        LeftOutRowsWarning(f"{source}: {'; '.join(english)}", f"{source}: {'; '.join(vietnamese)}"),
        stacklevel=3,
    )
    kept = [at for at in range(table.height) if at not in marked]
    return table[kept], lambda at: number(kept[at])


def _marked(table: pl.DataFrame) -> dict[int, _Marked]:
    """Return the rows that are no gifts by their numbers."""
    labels = [name for name in table.columns if table[name].dtype in _TEXTS and name not in _NO_LABEL]
    if not labels:
        return {}
    table = table.with_columns(pl.col(labels).cast(pl.String))
    hits = table.select(
        pl.col(name).str.contains(pattern_of(*Mark)).fill_null(value=False) for name in labels
    )
    found: dict[int, _Marked] = {}
    for at in hits.select(pl.any_horizontal(pl.all())).to_series().arg_true().to_list():
        for name in labels:
            mark = mark_of(table[name][at]) if hits[name][at] else None
            if mark:
                found[at] = _Marked(at, mark, table[name][at], name)
                break
    for part in [row for row in found.values() if row.mark is Mark.PART]:
        for at in range(part.at + 1, table.height):
            cell = table[part.column][at]
            if at in found or cell is None or not cell.strip().startswith(BULLETS):
                break
            found[at] = _Marked(at, Mark.PART, cell, part.column)
    return dict(sorted(found.items()))


def _open_parts(marked: Mapping[int, _Marked], table: pl.DataFrame, number: RowNumber) -> Iterator[Problem]:
    """Yield headings of parts without a figure, of which the rows that follow may or may not be parts."""
    for row in marked.values():
        heads = row.mark is Mark.PART and table["amount"][row.at] is None
        follows = row.at + 1 < table.height and row.at + 1 not in marked
        opens_table = row.at - 1 in marked and all(at in marked for at in range(row.at))
        if heads and follows and not opens_table:
            where = rows_told([row.at], _quoted(row.cell), number)
            yield problem_at(row.column, Reason.PARTS_END, where)


def _listed(marked: Mapping[int, _Marked], number: RowNumber) -> Iterator[tuple[str, str]]:
    words = {
        Mark.TOTAL: ("totals, which agree with their rows", "dòng tổng, đã khớp với các dòng thành phần"),
        Mark.PART: ("parts of rows above", "dòng “trong đó”, là một phần của dòng trên"),
        Mark.CUMULATIVE: ("sums over earlier times", "dòng lũy kế, gồm cả kỳ trước"),
    }
    for mark, (english, vietnamese) in words.items():
        these = [row for row in marked.values() if row.mark is mark]
        if these:
            where = rows_told([row.at for row in these], _quoted(these[0].cell), number)
            yield f"not added: {where.english} ({english})", f"không cộng {where.vietnamese} ({vietnamese})"


def _quoted(cell: str) -> str:
    return f"“{printable(' '.join(cell.split()))}”"


@attrs.frozen
class _Total:
    """A total with its figure in the smallest unit, as far as it has one."""

    row: _Marked
    unit: Unit | None
    amount: int | None


@attrs.frozen
class _Block:
    """Rows that a total may be of, and their sum."""

    rows: Sequence[int]
    sum: int


def _size(block: _Block) -> int:
    return len(block.rows)


class _Rows:
    """The gifts and the totals of a table."""

    def __init__(self, table: pl.DataFrame, marked: Mapping[int, _Marked], number: RowNumber) -> None:
        self._table, self._marked, self._number = table, marked, number
        self._gifts = [at for at in range(table.height) if at not in marked]
        self._units = dict(zip(range(table.height), map(_base_of, table["unit"]), strict=True))
        self._amounts: list[int | None] = table["amount"].to_list()
        self._kinds: list[str | None] = table["kind"].to_list()
        self._by_unit: dict[Unit, list[int]] = {}
        self._running: dict[Unit, list[int]] = {}
        self._words: list[str | None] = table["approximation"].to_list() if _has_words(table) else []
        self._totals = [self._total(row) for row in marked.values() if row.mark is Mark.TOTAL]

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the totals."""
        covered: dict[Unit, set[int]] = {}
        of_all: set[Unit] = set()
        for total in self._totals:
            if total.amount is None:
                continue
            if total.unit is None:
                yield problem_at("unit", Reason.AMOUNT_AND_UNIT, self._told(total.row))
                continue
            blocks = [block for block in self._blocks(total) if block.rows]
            if not blocks:
                yield problem_at("amount", Reason.TOTAL_ROWS, self._told(total.row))
                continue
            sound = [block for block in blocks if block.sum == total.amount]
            if not sound and self._may_be_more(blocks[0], total):
                sound = blocks[:1]
            if not sound:
                yield self._differs(total, blocks[0])
                continue
            covered.setdefault(total.unit, set()).update(max(sound, key=_size).rows)
            if is_of_all(total.row.cell):
                of_all.add(total.unit)
        for unit in of_all:
            outside = [at for at in self._of(unit) if at not in covered[unit]]
            if outside:
                yield problem_at("amount", Reason.BEYOND_TOTAL, told_rows(outside, self._number))

    def parts_beyond(self) -> Iterator[Problem]:
        """Yield parts that are more than the row above them, of which they are a part."""
        above: int | None = None  # the last row that is no part
        for at in range(self._table.height):
            row = self._marked.get(at)
            if row is None or row.mark is not Mark.PART:
                above = at
                continue
            unit = self._units[above] if above is not None else None
            amount, whole = self._amounts[at], self._amounts[above] if above is not None else None
            if unit is None or amount is None or whole is None:
                continue
            if self._table["unit"][at] is None:
                amount = to_smallest(Decimal(amount), unit, "amount")
            elif self._units[at] != unit:
                continue
            if amount > whole and not (self._is(above, _MAY_BE_MORE) or self._is(at, _MAY_BE_LESS)):
                where, part = self._told(row), _in_both(amount, unit)
                got = Words(f"{where.vietnamese}: {part.vietnamese}", f"{where.english}: {part.english}")
                yield problem_at("amount", Reason.PART_OF_ROW, got, {"whole": _in_both(whole, unit)})

    def _is(self, at: int | None, words: frozenset[str]) -> bool:
        """Return whether the word before the figure of a row is one of some."""
        return at is not None and bool(self._words) and self._words[at] in words

    def _told(self, row: _Marked) -> Words:
        return rows_told([row.at], _quoted(row.cell), self._number)

    def _total(self, row: _Marked) -> _Total:
        """Return a total; without a unit it has that of all the gifts, if they have one."""
        unit, amount = self._units[row.at], self._amounts[row.at]
        if unit is None and amount is not None:
            units = {self._units[at] for at in self._gifts} - {None}
            if len(units) == 1 and self._table["unit"][row.at] is None:
                (unit,) = units
                amount = to_smallest(Decimal(amount), unit, "amount")
        return _Total(row, unit, amount)

    def _blocks(self, total: _Total) -> Iterator[_Block]:
        """Yield the blocks of rows that a total may be of, the likeliest first."""
        assert total.unit is not None
        rows, sums = self._of(total.unit), self._sums(total.unit)
        at, end = total.row.at, self._table.height
        marks = [other.row.at for other in self._totals if other.unit == total.unit and other.row.at != at]

        def between(start: int, stop: int) -> _Block:
            first, last = bisect_right(rows, start), bisect_right(rows, stop)
            return _Block(rows[first:last], sums[last] - sums[first])

        alike = self._alike(total, rows)
        if len(alike) < len(rows):
            yield _Block(alike, sum(self._amounts[row] or 0 for row in alike))
        if is_of_all(total.row.cell) or not marks:
            yield between(-1, end)
        for start in [*(mark for mark in reversed(marks) if mark < at), -1]:
            yield between(start, at)
        for stop in [*(mark for mark in marks if mark > at), end]:
            yield between(at, stop)
        yield between(-1, end)

    def _of(self, unit: Unit) -> Sequence[int]:
        """Return the gifts in a unit."""
        if unit not in self._by_unit:
            self._by_unit[unit] = [at for at in self._gifts if self._units[at] == unit]
        return self._by_unit[unit]

    def _sums(self, unit: Unit) -> Sequence[int]:
        """Return the sums of the first so many gifts in a unit."""
        if unit not in self._running:
            amounts = (self._amounts[at] or 0 for at in self._of(unit))
            self._running[unit] = [*accumulate(amounts, initial=0)]
        return self._running[unit]

    def _alike(self, total: _Total, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows that agree with a total in all its other cells."""
        cells = self._table.row(total.row.at, named=True)
        given = {name for name, cell in cells.items() if cell is not None} - _OWN - {total.row.column}
        if not given:
            return rows
        agrees = self._table.select(pl.all_horizontal(pl.col(name) == cells[name] for name in given))
        same = {*agrees.to_series().arg_true().to_list()}
        return [at for at in rows if at in same]

    def _may_be_more(self, block: _Block, total: _Total) -> bool:
        """Return whether a total may be more than its rows, since a gift of its kind has no figure."""
        assert total.unit is not None
        kind = kind_of(total.unit).value
        gaps = any(self._amounts[at] is None and self._kinds[at] in (kind, None) for at in self._gifts)
        return gaps and block.sum <= (total.amount or 0)

    def _differs(self, total: _Total, block: _Block) -> Problem:
        """Return the problem of a total that is not the sum of its rows, with both figures."""
        assert total.unit is not None
        where = self._told(total.row)
        right, stated = block.sum, total.amount or 0
        printed = _in_both(stated, total.unit)
        got = Words(f"{where.vietnamese}: {printed.vietnamese}", f"{where.english}: {printed.english}")
        details: dict[str, str | Words] = {"sum": _in_both(right, total.unit), "of": str(_size(block))}
        return problem_at("amount", Reason.TOTAL_SUM, got, details)


def _base_of(text: str | None) -> Unit | None:
    """Return the base unit of a cell; None for none, and for what `validate` will find."""
    try:
        unit = unit_of(text)
    except InvalidValueError:
        return None
    return unit.to_base() if unit else None


def _in_both(amount: int, unit: Unit) -> Words:
    """Return a figure with the signs of each language."""
    return Words(_figure(amount, unit, "."), _figure(amount, unit, ","))


def _figure(whole: int, unit: Unit, sign: str) -> str:
    """Return an amount with its unit, in groups of three digits."""
    digits = f"{from_smallest(whole, unit, 'amount'):,f}"
    grouped = digits if sign == "," else digits.translate(str.maketrans(",.", ".,"))
    return f"{grouped} {unit.label}"
