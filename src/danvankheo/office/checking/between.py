"""Tables against each other, of one paper or of several: summaries, the same whole, table or gift twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

import attrs

from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.units import Dimension
from danvankheo.formatting.numbers import digits
from danvankheo.locale_vi import table_heads
from danvankheo.office.checking.figures import in_unit, quantum_of, stored_of, value_of
from danvankheo.office.checking.findings import PaperCode, PaperFinding
from danvankheo.office.checking.sentences import in_english, in_vietnamese
from danvankheo.office.tables.columns import ColumnKind
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.numbers import tidy
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.same import repeated_tables, same_column, summarised, total_row
from danvankheo.office.tables.words import is_one_of, letters_of

_DATE: Final = re.compile(r"0*([0-9]{1,2})\s*[/.\-]\s*0*([0-9]{1,2})(?:\s*[/.\-]\s*(?:20)?([0-9]{2}))?")
_LEAST_NAME: Final = 3


@attrs.frozen(kw_only=True, eq=False)
class Pair:
    """The same figure in two places: whether they agree, and by what they are known to be the same."""

    one: TableFigure
    other: TableFigure
    agrees: bool
    weighty: bool


def audit_between(readings: Sequence[TableReading], wrong: Iterable[TableFigure] = ()) -> list[PaperFinding]:
    """Return where tables contradict each other or say the same twice.

    Args:
        readings: the tables of one paper, or of several that belong together.
        wrong: figures that are known to be wrong by themselves, which are not reported a second time.
    """
    known = {id(figure) for figure in wrong}
    copies = {id(copy): (first, copy) for first, copy in repeated_tables(readings)}
    singles = [reading for reading in readings if id(reading) not in copies]
    findings = [_repeated_table(first, copy) for first, copy in copies.values()]
    seen: set[tuple[int, int]] = set()
    for pairs in (*_summaries(singles), *_wholes(singles), *_periods(singles)):
        for pair in _broken(pairs):
            key = id(pair.one), id(pair.other)
            if key in seen or id(pair.one) in known or id(pair.other) in known:
                continue
            seen |= {key, (id(pair.other), id(pair.one))}
            findings.append(_contradiction(pair))
    for reading in singles:
        findings += list(repeated_gifts(reading))
    return findings


def _broken(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that do not agree, if two others or more do, and most."""
    agreeing = sum(pair.agrees and pair.weighty for pair in pairs)
    broken = [pair for pair in pairs if not pair.agrees]
    return broken if agreeing >= 2 and agreeing >= 2 * len(broken) else []


def same_value(one: TableFigure, other: TableFigure) -> bool:
    """Return whether two figures can be one number, each rounded as it is printed."""
    if value_of(one) == value_of(other) or stored_of(one) == stored_of(other):
        return True
    return abs(value_of(one) - value_of(other)) * 2 <= quantum_of(one) + quantum_of(other)


def _pair(one: TableFigure | None, other: TableFigure | None) -> Pair | None:
    if (
        one is None
        or other is None
        or (one.unit is not None and other.unit is not None and not one.unit.fits(other.unit))
    ):
        return None
    if (one.unit is None) != (other.unit is None) and Dimension.MONEY in {
        each.unit.dimension for each in (one, other) if each.unit is not None
    }:
        return None
    weighty = abs(one.amount) >= 10 or decimals_of(one.amount) > 0
    return Pair(one=one, other=other, agrees=same_value(one, other), weighty=weighty)


def _summaries(readings: Sequence[TableReading]) -> Iterator[list[Pair]]:
    """Yield for each table the rows that another table is the detail of: its totals stand in the row."""
    pairs: dict[int, list[Pair]] = {}
    for reading, row, detail in summarised(readings):
        total = total_row(detail)
        for column in reading.figure_columns if total is not None else ():
            other = same_column(column, detail)
            if other is None or total is None:
                continue
            pair = _pair(reading.figure_at(row.at, column.column), detail.figure_at(total.at, other.column))
            if pair is not None:
                pairs.setdefault(id(reading), []).append(pair)
    yield from pairs.values()


def _wholes(readings: Sequence[TableReading]) -> Iterator[list[Pair]]:
    """Yield tables that break the same whole down in two ways: most of their totals are the same."""
    totals = [(reading, row) for reading in readings if (row := total_row(reading)) is not None]
    for at, (one, own) in enumerate(totals):
        for other, its in totals[at + 1 :]:
            pairs = []
            for column in one.figure_columns:
                same = same_column(column, other)
                if same is not None and column.added and same.added:
                    pair = _pair(one.figure_at(own.at, column.column), other.figure_at(its.at, same.column))
                    if pair is not None:
                        pairs.append(pair)
            yield pairs


def _periods(readings: Sequence[TableReading]) -> Iterator[list[Pair]]:
    """Yield tables that say the same of the same time: equal rows under heads that name one period."""
    for at, one in enumerate(readings):
        for other in readings[at + 1 :]:
            if one.address.file == other.address.file and one.region.heads == other.region.heads:
                continue
            labels = _labels(other)
            pairs = []
            for column in one.figure_columns:
                for same in other.figure_columns:
                    if column.period is None or column.period != same.period or column.kind is not same.kind:
                        continue
                    for label, row in _labels(one).items():
                        if label in labels:
                            pair = _pair(
                                one.figure_at(row.at, column.column),
                                other.figure_at(labels[label].at, same.column),
                            )
                            if pair is not None:
                                pairs.append(pair)
            yield pairs


def _labels(reading: TableReading) -> dict[str, Row]:
    """Return the rows of a table by their names; none that stands twice."""
    found: dict[str, Row | None] = {}
    for row in reading.rows:
        if row.kind is not RowKind.SECTION and not row.hidden and len(row.label) >= _LEAST_NAME:
            name = letters_of(row.label)
            found[name] = None if name in found else row
    return {name: row for name, row in found.items() if row is not None}


def _contradiction(pair: Pair) -> PaperFinding:
    one, other = pair.one, pair.other
    there, there_en = other.address.vietnamese, other.address.english
    return PaperFinding(
        code=PaperCode.CONTRADICTION,
        addresses=(one.address, other.address),
        vietnamese=(
            f"ghi {in_vietnamese(one)}, nhưng {there} ghi {in_vietnamese(other)}: cùng một số "
            f"liệu mà ghi khác nhau."
        ),
        english=f"{in_english(one)} here, {in_english(other)} at {there_en}: the same figure in two places.",
        correction=_in_unit_of(one, other),
    )


def _in_unit_of(one: TableFigure, other: TableFigure) -> str:
    """Return the other figure as it would stand at the place of the first."""
    unit = in_unit(one)
    size = unit.size if unit is not None else Decimal(1)
    places = decimals_of(one.amount)
    amount = value_of(other) / int(size) if size == int(size) else value_of(other)
    return digits(rounded_fraction(amount, places, Rounding.HALF_UP))


def _repeated_table(first: TableReading, copy: TableReading) -> PaperFinding:
    total = total_row(copy)
    columns = [each for each in copy.figure_columns if each.added]
    figure = copy.figure_at(total.at, columns[0].column) if total is not None and columns else None
    figure = figure or copy.figures[0]
    where, where_en = first.address.vietnamese, first.address.english
    return PaperFinding(
        code=PaperCode.REPEATED,
        addresses=(figure.address, first.address),
        vietnamese=f"cả bảng này giống hệt {where}; nếu cộng chung thì bị tính hai lần.",
        english=f"this table is {where_en} once more; added up, it counts twice.",
    )


_COMPANY: Final = re.compile(r"\b(?:công ty|cty|c\.ty|cty\.)\b\.?")
_FORMS: Final = re.compile(r"\b(?:tnhh|cổ phần|cp|mtv|tm|dv)\b")
_SIGNS: Final = re.compile(r"[^\w]+")


def _giver_name(text: str) -> str:
    """Return the name of a giver as it can be compared: "Cty TNHH Lâm sản" is "Công ty Lâm sản"."""
    name = _FORMS.sub(" ", _COMPANY.sub("công ty", letters_of(text)))
    return _SIGNS.sub(" ", name).strip()


def _day(text: str) -> str:
    found = _DATE.search(tidy(text))
    return "/".join(part for part in found.groups() if part) if found else letters_of(text)


def repeated_gifts(reading: TableReading) -> Iterator[PaperFinding]:
    """Yield gifts that stand twice in a list: the same giver, day, purpose and amount.

    Two givers of one amount on one day are no such thing, nor is a giver with another purpose or another day.
    """
    giver, day = reading.column_of(ColumnKind.GIVER), reading.column_of(ColumnKind.DAY)
    if giver is None or day is None:
        return
    others = [
        each
        for each in reading.columns
        if not each.kind.holds_figures
        and each.kind not in (ColumnKind.GIVER, ColumnKind.DAY, ColumnKind.NUMBERING, ColumnKind.REMARKS)
        and not any(is_one_of(head, table_heads.NUMBERING) for head in each.path)
    ]
    seen: dict[object, TableFigure] = {}
    for row in reading.rows:
        figures = [
            figure
            for each in reading.figure_columns
            if (figure := reading.figure_at(row.at, each.column)) is not None
        ]
        name, when = _giver_name(row.line.text(giver.column)), _day(row.line.text(day.column))
        if row.kind is not RowKind.ITEM or row.hidden or not name or not when or not figures:
            continue
        words = tuple(letters_of(row.line.text(each.column)) for each in others)
        key = name, when, words, tuple((figure.column, value_of(figure)) for figure in figures)
        if key in seen:
            yield _repeated_gift(figures[0], seen[key])
        else:
            seen[key] = figures[0]


def _repeated_gift(figure: TableFigure, first: TableFigure) -> PaperFinding:
    return PaperFinding(
        code=PaperCode.REPEATED,
        addresses=(figure.address, first.address),
        vietnamese=(
            f"cùng người góp, cùng ngày, cùng nội dung và cùng số {in_vietnamese(figure)} như "
            f"dòng {first.address.row}; nếu chỉ là một thì đã tính hai lần."
        ),
        english=(
            f"the same giver, day, purpose and amount ({in_english(figure)}) as row "
            f"{first.address.row}; if it is one gift, it counts twice."
        ),
    )
