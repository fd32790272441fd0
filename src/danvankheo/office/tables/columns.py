"""What the columns of a table are: their heads, numbers, formulas, units and kinds."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.periods import Period
from danvankheo.domain.places import PlaceLevel
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import table_heads
from danvankheo.office.grid import Cell
from danvankheo.office.tables.formulas import Formula, column_label, formula_in_name
from danvankheo.office.tables.numbers import CellKind, CellReading, tidy
from danvankheo.office.tables.regions import Region
from danvankheo.office.tables.units import is_a_unit, unit_in_path
from danvankheo.office.tables.words import has, is_one_of, is_total
from danvankheo.reading.periods import parse_period
from danvankheo.reporting.place_names import read_name


class ColumnKind(Labelled):
    """What a column says.

    >>> ColumnKind.ATTAINMENT.label, ColumnKind.ATTAINMENT.holds_figures, ColumnKind.GIVER.holds_figures
    ('mức hoàn thành', True, False)
    """

    NUMBERING = "numbering", "số thứ tự"
    WHAT = "what", "nội dung"
    UNIT = "unit", "đơn vị tính"
    GIVER = "giver", "người đóng góp"
    PURPOSE = "purpose", "mục đích"
    PLACE = "place", "địa bàn"
    FIELD = "field", "lĩnh vực"
    PERIOD = "period", "thời kỳ"
    DAY = "day", "ngày"
    REMARKS = "remarks", "ghi chú"
    TEXT = "text", "chữ"
    AMOUNT = "amount", "số liệu"
    TOTAL = "total", "tổng số"
    PART = "part", "số đạt"
    SHARE = "share", "tỷ lệ"
    PLAN = "plan", "kế hoạch"
    ACTUAL = "actual", "thực hiện"
    ATTAINMENT = "attainment", "mức hoàn thành"
    BEFORE = "before", "kỳ trước"
    NOW = "now", "kỳ này"
    CHANGE = "change", "tăng, giảm"
    GROWTH = "growth", "tăng, giảm %"
    CUMULATIVE = "cumulative", "lũy kế"
    REST = "rest", "còn lại"
    OPENING = "opening", "đầu kỳ"
    CLOSING = "closing", "cuối kỳ"
    INCREASE = "increase", "tăng trong kỳ"
    DECREASE = "decrease", "giảm trong kỳ"
    PRICE = "price", "đơn giá"
    RANK = "rank", "xếp hạng"
    AVERAGE = "average", "bình quân"

    @property
    def holds_figures(self) -> bool:
        """Whether a column of the kind holds figures that count or measure."""
        return self not in _TEXTS


_TEXTS: Final = frozenset(
    {
        ColumnKind.NUMBERING, ColumnKind.WHAT, ColumnKind.UNIT, ColumnKind.GIVER, ColumnKind.PURPOSE,
        ColumnKind.PLACE, ColumnKind.FIELD, ColumnKind.PERIOD, ColumnKind.DAY, ColumnKind.REMARKS,
        ColumnKind.TEXT,
    }
)  # fmt: skip
PERCENTAGES: Final = frozenset({ColumnKind.SHARE, ColumnKind.ATTAINMENT, ColumnKind.GROWTH})
"""The kinds whose figures are percentages."""
NEVER_ADDED: Final = PERCENTAGES | {ColumnKind.PRICE, ColumnKind.RANK, ColumnKind.AVERAGE}
"""The kinds of which a total row is no sum."""


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table.

    Args:
        column: its number in the grid, from 1.
        path: its heads from top to bottom.
        kind: what it says.
        unit: the unit that its heads give it.
        label: its number in the row of column numbers.
        formula: the formula that the table states for it.
        some_of: whether a head above says that it is some of a whole ("trong đó").
        all_of: whether a head above says that it and its neighbours are all of a whole ("chia ra").
        period: the time that its head names.
        hidden: whether it is hidden.
        added: whether a total row adds it up, as far as its head says.
    """

    column: int
    path: tuple[str, ...]
    kind: ColumnKind
    unit: Unit | None = None
    label: str = ""
    formula: Formula | None = None
    some_of: bool = False
    all_of: bool = False
    period: Period | None = None
    hidden: bool = False
    added: bool = True

    @property
    def head(self) -> str:
        """What it is called: its lowest head.

        >>> Column(column=3, path=("Số mô hình", "Đạt (%)"), kind=ColumnKind.ATTAINMENT).head
        'Đạt (%)'
        """
        return self.path[-1] if self.path else ""

    @property
    def name(self) -> str:
        """All of its heads, from top to bottom."""
        return " / ".join(self.path)


def paths_of(region: Region) -> dict[int, tuple[str, ...]]:
    """Return the heads of each column of a table, from top to bottom.

    A head that is merged over several columns is each one's; one that is not goes on to the right over
    columns that have heads of their own below it.
    """
    paths: dict[int, tuple[str, ...]] = {}
    for column in region.columns:
        path: list[str] = []
        seen: set[tuple[int, int]] = set()
        for depth, line in enumerate(region.head):
            cell = line.at(column)
            if cell is None or not tidy(cell.text):
                cell = _spread(region, depth, column)
            if cell is None or (cell.row, cell.column) in seen:
                continue
            seen.add((cell.row, cell.column))
            text = tidy(cell.text)
            if text and (not path or path[-1] != text) and not _is_table_title(cell.width, region):
                path.append(text)
        paths[column] = tuple(path)
    for before, column in pairwise(region.columns):
        if not paths[column]:
            paths[column] = _borrowed(region, paths, before, column)
    return paths


def _is_table_title(width: int, region: Region) -> bool:
    return len(region.columns) > 2 and width >= len(region.columns) and len(region.head) > 1


def _spread(region: Region, depth: int, column: int) -> Cell | None:
    """Return the head to the left that goes on over a column which has one of its own below."""
    below = region.head[depth + 1 :]
    if not any(tidy(line.text(column)) for line in below):
        return None
    line = region.head[depth]
    first = region.columns[0]
    for left in range(column - 1, first - 1, -1):
        cell = line.at(left)
        if cell is not None and tidy(cell.text):
            if cell.height > 1 or cell.width > 1 or (cell.row, cell.column) != (line.row, left):
                return None
            own = any(tidy(each.text(left)) for each in below)
            above = region.head[:depth]
            apart = any(tidy(each.text(between)) for each in above for between in range(left + 1, column + 1))
            return cell if own and not apart else None
    return None


def _borrowed(
    region: Region, paths: Mapping[int, tuple[str, ...]], before: int, column: int
) -> tuple[str, ...]:
    """Return the heads of the column to the left, where that has no figures and this one has no head."""
    own = sum(bool(tidy(line.text(before))) for line in region.body)
    here = sum(bool(tidy(line.text(column))) for line in region.body)
    return paths[before] if here > own else ()


def labels_of(region: Region) -> dict[int, tuple[str, Formula | None]]:
    """Return the number of each column and its formula, from the row of column numbers."""
    if region.numbers is None:
        return {}
    found = {}
    for column in region.columns:
        cell = region.numbers.anchor(column)
        label = None if cell is None else column_label(tidy(cell.text).removesuffix(".0"))
        if label is not None:
            found[column] = label
    return found


_BRACKETS: Final = re.compile(r"\([^()]*\)")


def columns_of(region: Region, readings: Mapping[tuple[int, int], CellReading]) -> tuple[Column, ...]:
    """Return the columns of a table with their kinds.

    Args:
        region: the table.
        readings: what its cells say, by place in the body (from 0) and column.
    """
    paths, labels = paths_of(region), labels_of(region)
    shares = {column: _share_of_figures(region, readings, column) for column in region.columns}
    made: list[Column] = []
    for column in region.columns:
        path = paths[column]
        label, formula = labels.get(column, ("", None))
        if formula is None:
            formula = next((found for head in reversed(path) if (found := formula_in_name(head))), None)
        low = " / ".join(path).lower()
        unit = unit_in_path(path)
        figures = shares[column] >= 0.5
        percent = unit is PERCENT or _are_percents(region, readings, column)
        kind = _figure_kind(path, percent) if figures else _text_kind(path)
        if figures and kind is not ColumnKind.RANK and _is_numbering(region, column, path, shares):
            kind = ColumnKind.NUMBERING
        if figures and _are_times(region, column, path):
            kind = ColumnKind.PERIOD
        made.append(
            Column(
                column=column,
                path=path,
                kind=kind,
                unit=unit if kind.holds_figures else None,
                label=label,
                formula=formula,
                some_of=any(has(head.lower(), table_heads.SOME_OF) for head in path[:-1]),
                all_of=any(has(head.lower(), table_heads.ALL_OF) for head in path[:-1]),
                period=period_of(path),
                hidden=any(column in line.grid.hidden_columns for line in region.body[:1]),
                added=kind not in NEVER_ADDED and not has(_BRACKETS.sub("", low), table_heads.NOT_ADDED),
            )
        )
    return tuple(_with_what(made, region))


def _share_of_figures(region: Region, readings: Mapping[tuple[int, int], CellReading], column: int) -> float:
    kinds = [readings[at, column].kind for at in range(len(region.body)) if (at, column) in readings]
    figures = kinds.count(CellKind.FIGURE)
    said = figures + kinds.count(CellKind.TEXT)
    if not said:
        return 1.0 if kinds.count(CellKind.NOTHING) else 0.0
    return figures / said


def _are_percents(region: Region, readings: Mapping[tuple[int, int], CellReading], column: int) -> bool:
    figures = [
        reading.figure
        for at in range(len(region.body))
        if (reading := readings.get((at, column))) is not None and reading.figure is not None
    ]
    return bool(figures) and sum(figure.unit is PERCENT for figure in figures) * 2 > len(figures)


def _is_numbering(region: Region, column: int, path: Sequence[str], shares: Mapping[int, float]) -> bool:
    if path and any(is_one_of(head, table_heads.NUMBERING) for head in path):
        return True
    if column == region.columns[0] and path and has(path[-1].lower(), ("tt", "stt")):
        return True
    if column != region.columns[0] or (path and any(len(head) > 4 for head in path)):
        return False
    numbers = [tidy(line.text(column)).removesuffix(".0") for line in region.body]
    counted = [int(number) for number in numbers if number.isdigit()]
    return len(counted) > 1 and all(after - before == 1 for before, after in pairwise(counted))


def _are_times(region: Region, column: int, path: Sequence[str]) -> bool:
    """Return whether numbers under "Năm", "Quý" or "Tháng" are those of years, quarters or months."""
    head = path[-1].lower().strip() if path else ""
    low, high = _TIMES.get(head, (0, -1))
    numbers = [text for line in region.body if (text := tidy(line.text(column)).removesuffix(".0"))]
    return bool(numbers) and all(text.isdigit() and low <= int(text) <= high for text in numbers)


_TIMES: Final = {"năm": (1950, 2100), "year": (1950, 2100), "quý": (1, 4), "tháng": (1, 12)}


def _text_kind(path: Sequence[str]) -> ColumnKind:
    for kind, words in _TEXT_KINDS:
        if any(is_one_of(head, words) for head in path):
            return kind
    return ColumnKind.TEXT


_TEXT_KINDS: Final[tuple[tuple[ColumnKind, tuple[str, ...]], ...]] = (
    (ColumnKind.NUMBERING, table_heads.NUMBERING),
    (ColumnKind.UNIT, table_heads.UNIT_COLUMNS),
    (ColumnKind.REMARKS, table_heads.REMARKS),
    (ColumnKind.GIVER, table_heads.GIVERS),
    (ColumnKind.DAY, table_heads.DAYS),
    (ColumnKind.FIELD, table_heads.FIELDS),
    (ColumnKind.PLACE, table_heads.PLACES),
    (ColumnKind.PERIOD, table_heads.PERIODS),
    (ColumnKind.PURPOSE, table_heads.PURPOSES),
)


def _figure_kind(path: Sequence[str], percent: bool) -> ColumnKind:
    """Return the kind of a column of figures by its heads, the lowest first."""
    if not path:
        return ColumnKind.SHARE if percent else ColumnKind.AMOUNT
    own, low = path[-1].lower(), " / ".join(path).lower()
    bare = _BRACKETS.sub("", own).strip()
    if is_one_of(own, table_heads.REMARKS):
        return ColumnKind.REMARKS
    if has(own, table_heads.RANKS):
        return ColumnKind.RANK
    if percent:
        return _percent_kind(own, low)
    for kind, words in _FIGURE_KINDS:
        if has(bare, words) or has(own, words):
            return kind
    if has(low, table_heads.COMPARISONS[:8]) and has(bare, table_heads.ABSOLUTE):
        return ColumnKind.CHANGE
    if is_one_of(own, table_heads.REACHED):
        return ColumnKind.PART
    if is_one_of(own, table_heads.TOTAL_COLUMNS) or bare.startswith(("tổng số", "tổng cộng")):
        return ColumnKind.TOTAL
    for kind, words in _ABOVE_KINDS:
        if has(bare, words):
            return kind
    return ColumnKind.AMOUNT


def _percent_kind(own: str, low: str) -> ColumnKind:
    if has(own, table_heads.ATTAINMENTS):
        return ColumnKind.ATTAINMENT
    if has(low, table_heads.COMPARISONS) or has(own, table_heads.BEFORE):
        return ColumnKind.GROWTH
    return ColumnKind.ATTAINMENT if has(own, ("đạt",)) else ColumnKind.SHARE


_FIGURE_KINDS: Final[tuple[tuple[ColumnKind, tuple[str, ...]], ...]] = (
    (ColumnKind.CUMULATIVE, table_heads.CUMULATIVE),
    (ColumnKind.REST, table_heads.RESTS),
    (ColumnKind.OPENING, table_heads.OPENINGS),
    (ColumnKind.CLOSING, table_heads.CLOSINGS),
    (ColumnKind.BEFORE, table_heads.BEFORE),
    (ColumnKind.CHANGE, table_heads.COMPARISONS[:11]),
    (ColumnKind.PRICE, ("đơn giá", "định mức", "price")),
    (ColumnKind.AVERAGE, ("bình quân", "trung bình", "b/q", "bq", "average")),
)
_ABOVE_KINDS: Final[tuple[tuple[ColumnKind, tuple[str, ...]], ...]] = (
    (ColumnKind.PLAN, table_heads.PLANS),
    (ColumnKind.ACTUAL, table_heads.ACTUALS),
)


def period_of(path: Sequence[str]) -> Period | None:
    """Return the time that a head names: "Quý II/2026", "2024"; the lowest head that names one.

    >>> period_of(("Tiền đóng góp (tỷ đồng)", "2024")).code, period_of(("Kế hoạch năm 2025",)) is None
    ('2024', True)
    """
    for head in reversed(path):
        words = _BRACKETS.sub("", head).strip()
        if words.isdigit() and len(words) == 4 and 1950 <= int(words) <= 2100:
            words = f"năm {words}"
        if len(words) <= 40:
            try:
                found = parse_period(words)
            except DanVanKheoError:
                continue
            if isinstance(found, Period):
                return found
    return None


def _with_what(columns: list[Column], region: Region) -> list[Column]:
    """Return the columns with the one that says what a row is about, and that of units by what it holds."""
    done = [
        attrs.evolve(each, kind=ColumnKind.UNIT)
        if each.kind is ColumnKind.TEXT and _holds_units(each, region)
        else attrs.evolve(each, kind=ColumnKind.PLACE)
        if each.kind is ColumnKind.TEXT and _holds_places(each, region)
        else each
        for each in columns
    ]
    first = next((each.column for each in done if each.kind.holds_figures), region.columns[-1] + 1)
    names = [each for each in done if each.kind in _NAMES and each.column < first]
    chosen = next((each for each in names if each.kind is ColumnKind.TEXT), None)
    if chosen is not None and all(each.kind is ColumnKind.TEXT for each in names):
        done = [attrs.evolve(each, kind=ColumnKind.WHAT) if each is chosen else each for each in done]
    return done


def _holds_units(column: Column, region: Region) -> bool:
    """Return whether a column called "Đơn vị", or not called at all, holds units of measure."""
    texts = [text for line in region.body if (text := tidy(line.text(column.column)))]
    named = any(is_one_of(head, table_heads.UNIT_OR_OFFICE) for head in column.path)
    units = [text for text in texts if text in table_heads.SAME_AS_ABOVE or is_a_unit(text)]
    return bool(texts) and (named or not column.path) and len(units) * 2 > len(texts)


def _holds_places(column: Column, region: Region) -> bool:
    """Return whether a column called "Đơn vị" holds units of administration: "Xã An Bình", "P. An Khê"."""
    if not any(is_one_of(head, table_heads.OFFICES) for head in column.path):
        return False
    texts = [text for line in region.body if (text := tidy(line.text(column.column)))]
    texts = [text for text in texts if not is_total(text)]
    named = [name for text in texts if (name := read_name(text, PlaceLevel.COMMUNE)) and name.kind]
    return len(named) * 2 > len(texts)


_NAMES: Final = frozenset(
    {
        ColumnKind.TEXT, ColumnKind.PURPOSE, ColumnKind.PLACE, ColumnKind.FIELD, ColumnKind.PERIOD,
        ColumnKind.GIVER
    }
)  # fmt: skip
