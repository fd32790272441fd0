"""The text of a paper against its tables.

A figure of the text contradicts a table only where the words name the column or the row, other figures of the
sentence agree with the same row, and nothing else in the tables is the figure meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.checks.corrections import edits_between
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.statements import Change
from danvankheo.domain.units import Dimension
from danvankheo.formatting.numbers import digits
from danvankheo.locale_vi import table_heads
from danvankheo.office.checking.figures import quantum_of, value_of
from danvankheo.office.checking.findings import PaperCode, PaperFinding
from danvankheo.office.checking.sentences import in_english, in_vietnamese
from danvankheo.office.checking.texts import Said, quantity_of
from danvankheo.office.tables.figures import TableFigure
from danvankheo.office.tables.outline import RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.words import letters_of
from danvankheo.scanning.facts import Fact, FactKind

_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS: Final = 2


@attrs.frozen(kw_only=True, eq=False)
class _Match:
    """A figure of the text beside one of a table's total row."""

    said: Said
    figure: TableFigure
    agrees: bool
    words: int


def audit_text_against_tables(
    paragraphs: Iterable[Sequence[Said]], readings: Sequence[TableReading], mended: dict[int, Fraction]
) -> Iterator[PaperFinding]:
    """Yield figures of the text that contradict a table.

    Args:
        paragraphs: the figures of the text.
        readings: the tables.
        mended: what figures that are wrong by themselves would have to be, by identity: a text that says this
            agrees.
    """
    every = [figure for reading in readings for figure in reading.figures if not figure.hidden]
    for said in paragraphs:
        quantities = [each for each in said if _can_be_compared(each.fact)]
        for reading in readings:
            matches = _matches(quantities, reading, mended)
            agreeing = [match for match in matches if match.agrees and _is_telling(match.said.fact)]
            for match in matches:
                if (
                    match.agrees
                    or not agreeing
                    or any(_agree(match.said.fact, figure, mended) for figure in every)
                ):
                    continue
                others = [each for each in quantities if each is not match.said]
                if any(
                    quantity_of(each.fact).unit.fits(quantity_of(match.said.fact).unit) for each in others
                ):
                    continue
                if match.words >= 2 or _is_slip(match.said.fact, match.figure):
                    yield _against(match.said, match.figure)
        yield from _against_rows(quantities, readings, every, mended)


def _can_be_compared(fact: Fact) -> bool:
    quantity = fact.quantity
    return (
        quantity is not None
        and quantity.approximation is Approximation.EXACTLY
        and not quantity.unit.rate
        and fact.kind in (FactKind.MONEY, FactKind.LABOUR, FactKind.LAND, FactKind.COUNT, FactKind.GOODS)
        and not isinstance(fact.value, Change)
    )


def _is_telling(fact: Fact) -> bool:
    return len(f"{abs(quantity_of(fact).amount):f}".strip("0").replace(".", "")) >= _LEAST_LETTERS


def _agree(fact: Fact, figure: TableFigure, mended: dict[int, Fraction]) -> bool:
    """Return whether a figure of the text can be one of a table, each rounded as it is written."""
    quantity = quantity_of(fact)
    unit = figure.unit
    if unit is not None and not unit.fits(quantity.unit):
        return False
    if unit is None and quantity.unit.dimension is not Dimension.COUNT:
        return False
    value = Fraction(quantity.value)
    quantum = Fraction(quantity.unit.size) / 10 ** decimals_of(quantity.amount)
    values = {value_of(figure)} | ({mended[id(figure)]} if id(figure) in mended else set())
    return any(
        abs(value - each) * 2 <= quantum + quantum_of(figure) and abs(value - each) < max(quantum, 1)
        for each in values
    )


def _matches(said: Sequence[Said], reading: TableReading, mended: dict[int, Fraction]) -> list[_Match]:
    totals = [row for row in reading.rows if row.kind is RowKind.TOTAL and not row.number and not row.hidden]
    if len(totals) != 1:
        return []
    found = []
    for each in said:
        unit = quantity_of(each.fact).unit
        figures = [
            figure
            for column in reading.figure_columns
            if (figure := reading.figure_at(totals[0].at, column.column)) is not None
            and figure.unit is not None
            and figure.unit.fits(unit)
        ]
        agreeing = [figure for figure in figures if _agree(each.fact, figure, mended)]
        if agreeing:
            found.append(_Match(said=each, figure=agreeing[0], agrees=True, words=0))
        elif len(figures) == 1:
            column = reading.column(figures[0].column)
            shared = _content(" ".join(column.path)) & _content(each.before())
            found.append(_Match(said=each, figure=figures[0], agrees=False, words=len(shared)))
    return found


_IDLE: Final = frozenset(
    {"số", "tổng", "các", "và", "của", "cho", "trong", "đồng", "triệu", "tỷ", "nghìn", "công", "ngày"}
)


def _content(text: str) -> set[str]:
    """Return the words of a text that say what it is about."""
    return {word for word in _WORD.findall(text.lower()) if len(word) >= _LEAST_LETTERS and word not in _IDLE}


def _is_slip(fact: Fact, figure: TableFigure) -> bool:
    """Return whether figures of text and table differ by one digit, or by two that changed places."""
    quantity = quantity_of(fact)
    places = decimals_of(quantity.amount)
    there = rounded_fraction(value_of(figure) / Fraction(quantity.unit.size), places, Rounding.HALF_UP)
    one, other = f"{quantity.amount:f}", f"{there:f}"
    return len(one.replace(".", "")) >= 3 and edits_between(one, other) == 1


def _against_rows(
    said: Sequence[Said],
    readings: Sequence[TableReading],
    every: Sequence[TableFigure],
    mended: dict[int, Fraction],
) -> Iterator[PaperFinding]:
    """Yield figures of the text after the very name of a row that are one slip away from what the row has."""
    for each in said:
        before = letters_of(each.before())
        if any(word in before for word in table_heads.BEFORE) or any(
            _agree(each.fact, figure, mended) for figure in every
        ):
            continue
        unit = quantity_of(each.fact).unit
        for reading in readings:
            for row in reading.rows:
                name = letters_of(row.label)
                if len(name) < 8 or " " not in name or name not in before or row.hidden:
                    continue
                figures = [
                    figure
                    for column in reading.figure_columns
                    if (figure := reading.figure_at(row.at, column.column)) is not None
                    and figure.unit is not None
                    and figure.unit.fits(unit)
                ]
                near = [figure for figure in figures if _is_swap(each.fact, figure)]
                if len(near) == 1:
                    yield _against(each, near[0])


def _is_swap(fact: Fact, figure: TableFigure) -> bool:
    quantity = quantity_of(fact)
    there = rounded_fraction(
        value_of(figure) / Fraction(quantity.unit.size), decimals_of(quantity.amount), Rounding.HALF_UP
    )
    one, other = f"{quantity.amount:f}".replace(".", ""), f"{there:f}".replace(".", "")
    return len(one) >= 3 and one != other and sorted(one) == sorted(other) and edits_between(one, other) == 1


def _against(said: Said, figure: TableFigure) -> PaperFinding:
    surface = said.fact.surface
    there, there_en = figure.address.without_file(), figure.address.without_file()
    quantity = quantity_of(said.fact)
    right = rounded_fraction(
        value_of(figure) / Fraction(quantity.unit.size), decimals_of(quantity.amount), Rounding.HALF_UP
    )
    return PaperFinding(
        code=PaperCode.CONTRADICTION,
        addresses=(said.address, figure.address),
        vietnamese=(
            f"phần lời ghi {surface}, {there.vietnamese} ghi {in_vietnamese(figure)}: cùng một "
            f"số liệu mà ghi khác nhau."
        ),
        english=(
            f"the text says {surface}, {there_en.english} has {in_english(figure)}: the same figure "
            f"in two places."
        ),
        correction=digits(right),
    )
