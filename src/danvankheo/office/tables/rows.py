"""What the rows of a table are: items with their outline, totals, parts of the row above, sums over time."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from danvankheo.domain.units import Unit
from danvankheo.locale_vi import table_heads
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.formulas import formula_in_name
from danvankheo.office.tables.numbers import CellKind, CellReading, tidy
from danvankheo.office.tables.outline import Row, RowKind, nested
from danvankheo.office.tables.regions import Line, Region
from danvankheo.office.tables.units import is_a_unit, unit_in_brackets, unit_of_words
from danvankheo.office.tables.words import is_over_time, is_some_of, is_total

_TOKEN: Final = re.compile(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-HK-UĐ]|[a-zđ])(?P<sign>[.)/]| ?-)? ?(?=\D|$)"
)
_OWN_TOKEN: Final = re.compile(
    r"\(?(?P<number>[0-9]{1,4}(?:\.[0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)/]?"
)
_BULLET: Final = re.compile(r"(?P<number>[-–—+*•_])(?: |(?=[^\W\d_]))")
_MARKS: Final = re.compile(r"(?:\([0-9*]{1,2}\)|\*{1,3})\s*$|\((?:[0-9]|\*{1,3})\)")


def rows_of(
    region: Region, columns: Sequence[Column], readings: Mapping[tuple[int, int], CellReading]
) -> tuple[Row, ...]:
    """Return the rows of a table's body."""
    figures = [each.column for each in columns if each.kind.holds_figures]
    plain = [_plain_row(at, line, columns, figures, readings) for at, line in enumerate(region.body)]
    return tuple(_with_units(nested(plain), columns))


def _plain_row(
    at: int,
    line: Line,
    columns: Sequence[Column],
    figures: Sequence[int],
    readings: Mapping[tuple[int, int], CellReading],
) -> Row:
    numbering = [each.column for each in columns if each.kind is ColumnKind.NUMBERING]
    named = [each for each in columns if each.kind in _NAMING]
    number, label = "", ""
    for column in numbering:
        cell = line.anchor(column)
        text = "" if cell is None else tidy(cell.text).removesuffix(".0")
        own = _OWN_TOKEN.fullmatch(text) or _BULLET.fullmatch(text + " ")
        if own is not None:
            number = number or own["number"]
        elif text and not label:
            label = text
    parts: list[str] = []
    for each in named:
        text = tidy(line.text(each.column))
        if text and text not in parts and not (figures and each.column > figures[0] and parts):
            parts.append(text)
    label = " ".join([label, *parts]) if label and label not in parts else " ".join(parts)
    if not label:
        first = [
            each.column
            for each in columns
            if not each.kind.holds_figures and each.kind is not ColumnKind.UNIT
        ]
        label = next((text for column in first if (text := tidy(line.text(column)))), "")
        label = "" if label == number else label
    bare = label
    if not number:
        found = _BULLET.match(label) or _TOKEN.match(label)
        if found is not None and (len(label) > found.end()):
            signed = found.re is _BULLET or found["sign"]
            if signed:
                number, bare = found["number"], label[found.end() :].strip()
    has_figures = any(
        readings.get((at, column)) is not None and readings[at, column].kind is CellKind.FIGURE
        for column in figures
    )
    kind = _kind(label, bare, number, has_figures)
    return Row(
        at=at,
        line=line,
        label=label,
        number=number,
        kind=kind,
        formula=formula_in_name(label),
        marks=tuple(found.group().strip() for found in _MARKS.finditer(label)),
        hidden=line.hidden,
    )


_NAMING: Final = frozenset(
    {
        ColumnKind.WHAT, ColumnKind.GIVER, ColumnKind.PLACE, ColumnKind.PURPOSE, ColumnKind.FIELD,
        ColumnKind.PERIOD, ColumnKind.TEXT,
    }
)  # fmt: skip


def _kind(label: str, bare: str, number: str, has_figures: bool) -> RowKind:
    if is_over_time(bare):
        return RowKind.CUMULATIVE
    if is_total(bare):
        return RowKind.TOTAL
    if is_some_of(label) or is_some_of(bare):
        return RowKind.SOME if has_figures else RowKind.SECTION
    if label in table_heads.AND_SO_ON:
        return RowKind.MORE
    return RowKind.ITEM if has_figures else RowKind.SECTION


def _with_units(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return the rows with the unit that their column of units, or brackets after their name, give them."""
    column = next((each.column for each in columns if each.kind is ColumnKind.UNIT), None)
    done: list[Row] = []
    last: Unit | None = None
    for row in rows:
        words = "" if column is None else tidy(row.line.text(column))
        if words in table_heads.SAME_AS_ABOVE:
            unit = last
        elif words:
            unit = last = unit_of_words(words) if is_a_unit(words) or unit_of_words(words) else None
        else:
            unit = unit_in_brackets(row.label)
        done.append(attrs.evolve(row, unit=unit))
    return done
