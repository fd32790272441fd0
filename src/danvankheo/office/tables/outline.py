"""The outline of a table: which row is under which, by the numbers, letters and dashes before their names."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.units import Unit
from danvankheo.office.tables.formulas import Formula
from danvankheo.office.tables.regions import Line
from danvankheo.office.tables.words import opens_all, opens_some


class RowKind(Labelled):
    """What a row of a table is.

    >>> from danvankheo import office
    >>> office.RowKind.SOME.label
    'trong đó'
    """

    ITEM = "item", "dòng số liệu"
    SECTION = "section", "đề mục"
    TOTAL = "total", "dòng tổng"
    SOME = "some", "trong đó"
    CUMULATIVE = "cumulative", "lũy kế"
    MORE = "more", "còn nữa"


@attrs.frozen(kw_only=True)
class Row:
    """A row of the body of a table.

    Args:
        at: its place in the body, from 0.
        line: where it stands.
        label: what it is about.
        number: its outline number as printed, without signs: ``II``, ``1.2``, ``a``, ``-``; empty for none.
        level: the kind of its outline number, as `level_of` names it.
        kind: what it is.
        parent: the place of the row that it is under; None for one of the first level.
        some: whether it is only some of its parent, with others that are not listed.
        unit: the unit that the row gives its figures.
        formula: the formula that its name states.
        marks: the marks of notes after its name.
        hidden: whether it is hidden.

    >>> from danvankheo import office
    >>> table, = office.read_tables(office.read("docs/examples/office/bao-cao-quy.docx"))
    >>> row: office.Row = table.rows[-1]
    >>> row.label, row.kind is office.RowKind.TOTAL, row.parent
    ('Tổng cộng', True, None)
    """

    at: int
    line: Line
    label: str
    number: str = ""
    level: str = ""
    kind: RowKind = RowKind.ITEM
    parent: int | None = None
    some: bool = False
    unit: Unit | None = None
    formula: Formula | None = None
    marks: tuple[str, ...] = ()
    hidden: bool = False


_ROMAN: Final = re.compile(r"M{0,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def level_of(number: str, before: Sequence[str] = ()) -> str:
    """Return what kind of outline number a row has.

    Args:
        number: the number as printed, without signs.
        before: the letters that stand open, to know a letter from a Roman number.

    >>> [level_of(number) for number in ("A", "II", "12", "1.2", "a", "-", "")]
    ['letter', 'roman', 'number', 'number.2', 'small', 'bullet -', '']
    """
    if not number:
        return ""
    if number in _BULLETS:
        return f"bullet {'-' if number in _DASHES else number}"
    if number[0].isdigit():
        dots = number.count(".")
        return f"number.{dots + 1}" if dots else "number"
    if number.isupper():
        follows = len(number) == 1 and bool(before) and ord(before[-1]) + 1 == ord(number)
        is_letter = follows or not _ROMAN.fullmatch(number) or number in _LETTERS
        return "letter" if is_letter else "roman"
    return "small"


_DASHES: Final = ("-", "–", "—", "_")
_BULLETS: Final = (*_DASHES, "+", "*", "•")
_LETTERS: Final = ("C", "D", "L", "M")


def nested(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table with their levels and parents.

    A kind of outline number that stands open is gone back to, another one goes down a level; a row without a
    number is under the last row with one. A total stands by itself and closes all.
    """
    outline = _Outline()
    for row in rows:
        outline.add(row)
    return outline.rows


@attrs.frozen
class _Open:
    """A row that others can be under: its level, its place and its number."""

    level: str
    at: int
    number: str


class _Outline:
    """The rows so far, those that stand open, and the whole that parts are listed of."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.open: list[_Open] = []
        self.whole: int | None = None
        self.part_level: str | None = None

    def add(self, row: Row) -> None:
        """Add the next row."""
        if row.kind in (RowKind.TOTAL, RowKind.CUMULATIVE) and not row.number:
            self.open, self.whole = [], None
            self.rows.append(row)
            return
        level = self._level(row)
        if row.kind is RowKind.SOME:
            self._add_part(row, level)
        elif row.kind is RowKind.SECTION and (opens_some(row.label) or opens_all(row.label)):
            parent = self.open[-1].at if self.open else self._last_item()
            if opens_some(row.label):
                self.whole, self.part_level = parent, None
            self.rows.append(attrs.evolve(row, level=level, parent=parent))
        elif self._goes_on_with_parts(row, level):
            self.rows.append(attrs.evolve(row, level=level, parent=self.whole, some=True))
        else:
            self.whole = self.part_level = None
            self._add_item(row, level)

    def _level(self, row: Row) -> str:
        return level_of(row.number, [each.number for each in self.open if each.level == "letter"])

    def _add_part(self, row: Row, level: str) -> None:
        parent = self._whole_of_part()
        own = self.rows[parent].level if parent is not None else ""
        self.whole, self.part_level = parent, level if row.number else "bullet -"
        if self.part_level == own:
            self.whole = None  # what follows stands beside the whole, not under it
        self.rows.append(attrs.evolve(row, level=level, parent=parent, some=True))

    def _goes_on_with_parts(self, row: Row, level: str) -> bool:
        """Return whether a row goes on with the parts that "Trong đó" began."""
        if self.whole is None:
            return False
        if self.part_level is None:
            self.part_level = level
        if level != self.part_level:
            return False
        if level not in [each.level for each in self.open] or level.startswith("bullet"):
            return True
        return level == "number" and row.number != self._following(level)

    def _add_item(self, row: Row, level: str) -> None:
        levels = [each.level for each in self.open]
        if level in levels:
            self.open = self.open[: levels.index(level)]
        parent = self.open[-1].at if self.open else None
        self.open.append(_Open(level, row.at, row.number))
        self.rows.append(attrs.evolve(row, level=level, parent=parent))

    def _following(self, level: str) -> str:
        last = next((each.number for each in reversed(self.open) if each.level == level), "")
        return str(int(last) + 1) if last.isdigit() else ""

    def _whole_of_part(self) -> int | None:
        """Return the row above that one is a part of: the last with figures that is none itself."""
        for before in reversed(self.rows):
            if before.kind in (RowKind.ITEM, RowKind.TOTAL) and not before.some:
                return before.at
            if before.kind is RowKind.SECTION and not (opens_some(before.label) or opens_all(before.label)):
                return None
        return None

    def _last_item(self) -> int | None:
        return next(
            (row.at for row in reversed(self.rows) if row.kind in (RowKind.ITEM, RowKind.TOTAL)), None
        )
