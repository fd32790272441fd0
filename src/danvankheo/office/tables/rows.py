"""What the rows of a table are: items with their outline, totals, parts of the row above, sums over time."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.units import Unit
from danvankheo.locale_vi import table_heads
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.formulas import Formula, formula_in_name
from danvankheo.office.tables.numbers import CellKind, CellReading, tidy
from danvankheo.office.tables.regions import Line, Region
from danvankheo.office.tables.units import is_a_unit, unit_in_brackets, unit_of_words
from danvankheo.office.tables.words import is_over_time, is_some_of, is_total, opens_all, opens_some


class RowKind(Labelled):
    """What a row of a table is."""

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
        token: its outline number as printed, without signs: ``II``, ``1.2``, ``a``, ``-``; empty for none.
        level: the kind of its outline number, as `level_of` names it.
        kind: what it is.
        parent: the place of the row that it is under; None for one of the first level.
        some: whether it is only some of its parent, with others that are not listed.
        unit: the unit that the row gives its figures.
        formula: the formula that its name states.
        marks: the marks of notes after its name.
        hidden: whether it is hidden.
    """

    at: int
    line: Line
    label: str
    token: str = ""
    level: str = ""
    kind: RowKind = RowKind.ITEM
    parent: int | None = None
    some: bool = False
    unit: Unit | None = None
    formula: Formula | None = None
    marks: tuple[str, ...] = ()
    hidden: bool = False


_ROMAN: Final = re.compile(r"M{0,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_TOKEN: Final = re.compile(
    r"(?P<token>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-HK-UĐ]|[a-zđ])(?P<sign>[.)/]| ?-)? ?(?=\D|$)"
)
_OWN_TOKEN: Final = re.compile(
    r"\(?(?P<token>[0-9]{1,4}(?:\.[0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)/]?"
)
_BULLET: Final = re.compile(r"(?P<token>[-–—+*•_])(?: |(?=[^\W\d_]))")
_MARKS: Final = re.compile(r"(?:\([0-9*]{1,2}\)|\*{1,3})\s*$|\((?:[0-9]|\*{1,3})\)")


def level_of(token: str, before: Sequence[str] = ()) -> str:
    """Return what kind of outline number a token is.

    Args:
        token: the number as printed, without signs.
        before: the kinds and tokens that stand open, to know a letter from a Roman number.

    >>> [level_of(token) for token in ("A", "II", "12", "1.2", "a", "-", "")]
    ['letter', 'roman', 'number', 'number.2', 'small', 'bullet -', '']
    """
    if not token:
        return ""
    if token in "-–—+*•_":
        return f"bullet {'-' if token in '-–—_' else token}"
    if token[0].isdigit():
        dots = token.count(".")
        return f"number.{dots + 1}" if dots else "number"
    if token.isupper():
        alone = len(token) == 1 and before and before[-1:] and ord(before[-1]) + 1 == ord(token)
        return "letter" if alone or not _ROMAN.fullmatch(token) or token in "CDLM" else "roman"
    return "small"


def rows_of(
    region: Region, columns: Sequence[Column], readings: Mapping[tuple[int, int], CellReading]
) -> tuple[Row, ...]:
    """Return the rows of a table's body."""
    figures = [each.column for each in columns if each.kind.holds_figures]
    plain = [_plain_row(at, line, columns, figures, readings) for at, line in enumerate(region.body)]
    return tuple(_with_units(_nested(plain), columns))


def _plain_row(
    at: int,
    line: Line,
    columns: Sequence[Column],
    figures: Sequence[int],
    readings: Mapping[tuple[int, int], CellReading],
) -> Row:
    numbering = [each.column for each in columns if each.kind is ColumnKind.NUMBERING]
    named = [each for each in columns if each.kind in _NAMING]
    token, label = "", ""
    for column in numbering:
        cell = line.anchor(column)
        text = "" if cell is None else tidy(cell.text).removesuffix(".0")
        own = _OWN_TOKEN.fullmatch(text) or _BULLET.fullmatch(text + " ")
        if own is not None:
            token = token or own["token"]
        elif text and not label:
            label = text
    parts: list[str] = []
    for each in named:
        text = tidy(line.text(each.column))
        if text and text not in parts and not (figures and each.column > figures[0] and parts):
            parts.append(text)
    label = " ".join([label, *parts]) if label and label not in parts else " ".join(parts)
    if not label:
        first = [each.column for each in columns if not each.kind.holds_figures and each.kind is not ColumnKind.UNIT]
        label = next((text for column in first if (text := tidy(line.text(column)))), "")
        label = "" if label == token else label
    bare = label
    if not token:
        found = _BULLET.match(label) or _TOKEN.match(label)
        if found is not None and (len(label) > found.end()):
            signed = found.re is _BULLET or found["sign"]
            if signed:
                token, bare = found["token"], label[found.end() :].strip()
    has_figures = any(
        readings.get((at, column)) is not None and readings[at, column].kind is CellKind.FIGURE
        for column in figures
    )
    kind = _kind(label, bare, token, has_figures)
    return Row(
        at=at,
        line=line,
        label=label,
        token=token,
        kind=kind,
        formula=formula_in_name(label),
        marks=tuple(found.group().strip() for found in _MARKS.finditer(label)),
        hidden=line.hidden,
    )


_NAMING: Final = frozenset(
    {
        ColumnKind.WHAT, ColumnKind.GIVER, ColumnKind.PLACE, ColumnKind.PURPOSE, ColumnKind.FIELD, ColumnKind.PERIOD,
        ColumnKind.TEXT,
    }
)  # fmt: skip


def _kind(label: str, bare: str, token: str, has_figures: bool) -> RowKind:
    if is_over_time(bare):
        return RowKind.CUMULATIVE
    if is_total(bare):
        return RowKind.TOTAL
    if is_some_of(label) or is_some_of(bare):
        return RowKind.SOME if has_figures else RowKind.SECTION
    if label in table_heads.AND_SO_ON:
        return RowKind.MORE
    return RowKind.ITEM if has_figures else RowKind.SECTION


def _nested(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with their levels and parents.

    A kind of outline number that stands open is gone back to, another one goes down a level; a row without a
    number is under the last row with one.
    """
    done: list[Row] = []
    open_: list[tuple[str, int, str]] = []  # level, place, token
    some_under: int | None = None
    some_level: str | None = None
    for row in rows:
        if row.kind in (RowKind.TOTAL, RowKind.CUMULATIVE) and not row.token:
            open_, some_under = [], None
            done.append(row)
            continue
        letters = [token for level, _, token in open_ if level == "letter"]
        level = level_of(row.token, letters)
        if len(row.token) == 1 and level == "roman" and any(each[0] == "letter" for each in open_):
            last = letters[-1]
            if len(last) == 1 and ord(last) + 1 == ord(row.token) and not any(each[0] == "roman" for each in open_):
                level = "letter"
        if row.kind is RowKind.SOME:
            parent = _parent_of_some(done, row)
            own = done[parent].level if parent is not None else ""
            some_under, some_level = parent, level if row.token else "bullet -"
            if some_level == own:
                some_under = None  # what follows stands beside the whole, not under it
            done.append(attrs.evolve(row, level=level, parent=parent, some=True))
            continue
        if row.kind is RowKind.SECTION and (opens_some(row.label) or opens_all(row.label)):
            parent = open_[-1][1] if open_ else _last_item(done)
            if opens_some(row.label):
                some_under, some_level = parent, None
            done.append(attrs.evolve(row, level=level, parent=parent))
            continue
        if some_under is not None:
            if some_level is None:
                some_level = level
            depth = [each[0] for each in open_]
            if level == some_level and (level not in depth or level.startswith("bullet")) or (
                level == some_level and level == "number" and row.token != _following(open_, level)
            ):
                done.append(attrs.evolve(row, level=level, parent=some_under, some=True))
                continue
            some_under, some_level = None, None
        levels = [each[0] for each in open_]
        if level in levels:
            open_ = open_[: levels.index(level)]
        parent = open_[-1][1] if open_ else None
        if level == "" and open_ and open_[-1][0] == "":
            parent = open_[-2][1] if len(open_) > 1 else None
        open_.append((level, row.at, row.token))
        done.append(attrs.evolve(row, level=level, parent=parent))
    return done


def _following(open_: Sequence[tuple[str, int, str]], level: str) -> str:
    token = next((each[2] for each in reversed(open_) if each[0] == level), "")
    return str(int(token) + 1) if token.isdigit() else ""


def _parent_of_some(done: Sequence[Row], row: Row) -> int | None:
    """Return the row above that one is a part of: the last with figures that is none itself."""
    for before in reversed(done):
        if before.kind in (RowKind.ITEM, RowKind.TOTAL) and not before.some:
            return before.at
        if before.kind is RowKind.SECTION and not (opens_some(before.label) or opens_all(before.label)):
            return None
    return None


def _last_item(done: Sequence[Row]) -> int | None:
    return next((row.at for row in reversed(done) if row.kind in (RowKind.ITEM, RowKind.TOTAL)), None)


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
