"""``scan``: every figure of a running text, read from left to right in one pass."""

import re
from collections.abc import Iterator
from typing import Final

from danvankheo.domain.quantities import QuantityRange
from danvankheo.domain.statements import Direction
from danvankheo.domain.units import Dimension
from danvankheo.locale_vi import contexts, numerals, spellings
from danvankheo.reading.figures import APPROXIMATIONS
from danvankheo.reading.patterns import any_of
from danvankheo.reading.statements import DIRECTIONS
from danvankheo.scanning.amounts import Amount, Opening, amount_of, bare_count_at, opening_at, order_at
from danvankheo.scanning.context import add_context
from danvankheo.scanning.facts import Fact, FactKind
from danvankheo.scanning.names import follows_head, name_end, quoted_name_end, street_end
from danvankheo.scanning.pairs import range_of, ratio_of
from danvankheo.scanning.pieces import Piece, piece_of
from danvankheo.scanning.running_text import RunningText
from danvankheo.scanning.statements import Statement, attainment_at, change_at, from_to_at
from danvankheo.scanning.symbols import document_at
from danvankheo.scanning.times import time_at

# The first stage: where a figure may begin, in one look over the text. Words that belong to a figure
# stand before its number, at most six of them.
_LEADS: Final = any_of(
    {
        *APPROXIMATIONS, *DIRECTIONS, spellings.MULTIPLIED, "từ",
        *(word for group in (spellings.ATTAINED, contexts.MORE_ATTAINED) for words in group.values() for word in words),
    }
)  # fmt: skip
_FILLERS: Final = any_of((*spellings.DIRECTION_FILLERS, *contexts.MORE_FILLERS))
_TIMES: Final = any_of(
    ("ngày", "tháng", "năm", *spellings.QUARTERS, "giai đoạn", *spellings.TERMS, "nửa", "đầu năm")
)
_NUMBERS: Final = any_of(
    (*numerals.DIGITS[1:], "bẩy", numerals.TEN, numerals.HALF, spellings.ORDER_WORD, *contexts.VAGUE)
)
_CANDIDATE: Final = re.compile(
    rf"(?<!\w)(?:(?:{_LEADS}) (?:(?:{_LEADS}|{_FILLERS}) ){{0,5}})?"
    rf"(?:(?P<digit>[0-9])|(?P<time>{_TIMES})(?= )|(?P<word>{_NUMBERS})(?!\w)"
    rf"|(?<=gấp )(?P<fold>{spellings.TWICE}|{any_of(numerals.AND_A_HALF)})(?!\w))"
)
_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_INNER_TIME: Final = re.compile(r"(?<!\w)(?:năm|tháng|quý|ngày) (?=[0-9])")
_PLAN_BEFORE: Final = "vượt "
_FAR: Final = 200


def scan(text: str) -> list[Fact]:
    """Return every figure of a running text, in the order of the text.

    Read are amounts with their units, counted things, ratios, percentages, changes, how far plans
    are met, awards, documents, dates, periods and ranges. Numbers that count nothing (names of
    places, ordinals, telephones, times of the clock, ages) are left out; so is what cannot be read.

    The text is read as it is: offsets are into it, be its letters decomposed or its blanks of any
    kind. Facts do not overlap, but for a dated period inside a change from one figure to another.
    The time is linear in the length of the text.

    Args:
        text: a text of any length.

    Raises:
        InvalidValueError: no text.

    >>> for fact in scan("Năm 2022, toàn thị xã có 27/28 trường đạt chuẩn quốc gia, đạt tỷ lệ 96,42%."):
    ...     print(fact.kind.value, fact.span, fact.surface)
    period (0, 8) Năm 2022
    ratio (25, 37) 27/28 trường
    percent (72, 78) 96,42%
    """
    running, pieces = read_pieces(text)
    return [piece.fact(running) for piece in pieces]


def read_pieces(text: str) -> tuple[RunningText, list[Piece]]:
    """Return the tidied text and what was read in it, with offsets into the tidied text."""
    running = RunningText(text)
    pieces = list(_pieces(running))
    add_context(running, pieces)
    return running, pieces


def _pieces(text: RunningText) -> Iterator[Piece]:
    """Yield what is read at each candidate, and go on behind it."""
    low = text.low
    at = 0
    counted: Piece | None = None  # what was counted last
    while found := _CANDIDATE.search(low, at):
        number = found.start(found.lastgroup or 0)
        read, at = _read(text, found.start(), number)
        if read is None and counted and low[number].isdigit():
            read = _part_of_list(text, number, counted)
        if read is None:
            continue
        if read.kind is FactKind.COUNT:
            counted = read
        yield read
        yield from _inner_periods(text, read)


def _read(text: RunningText, start: int, number: int) -> tuple[Piece | None, int]:
    """Return what stands at a candidate, if anything, and where to go on.

    Args:
        text: the text.
        start: where the words before the number begin.
        number: where the number or the word of time begins.
    """
    digit = text.low[number].isdigit()
    if digit:
        end = name_end(text, number)
        document = document_at(text, number)
        if document:
            begin, stop, reference = document
            return Piece(FactKind.DOCUMENT, begin, stop, reference), stop
        if end is not None:
            return None, max(end, number + 1)
    quoted = quoted_name_end(text, number)
    if quoted is not None:
        return None, quoted
    at = start
    while at <= number:
        piece = _piece_at(text, at, number)
        if isinstance(piece, int):
            return None, piece
        if piece is not None:
            return piece, piece.end
        behind = text.low.find(" ", at, number)
        if behind < 0:
            break
        at = behind + 1
    return None, _behind(text, number)


def _part_of_list(text: RunningText, number: int, counted: Piece) -> Piece | None:
    """Return a part of what was counted, whose noun is not printed again."""
    if counted.unit is None or number - counted.end > _FAR or text.sentence_start(number, _FAR) > counted.end:
        return None
    if follows_head(text, number):
        return None
    between = text.low[counted.end : number]
    if not any(word in between or word in text.low[counted.start - 30 : counted.start] for word in contexts.PARTS_FOLLOW):
        return None
    amount = bare_count_at(text, number, counted.unit)
    return piece_of(amount) if amount else None


def _behind(text: RunningText, number: int) -> int:
    """Return where to go on behind a number that made no fact."""
    numeral = _NUMERAL.match(text.low, number)
    if numeral:
        return numeral.end()
    while text.low[number : number + 1].isalpha():
        number += 1
    return number


def _piece_at(text: RunningText, at: int, number: int) -> Piece | int | None:
    """Return what begins at a position, where to go on if it is no fact, or None."""
    street = street_end(text, at)
    if street is not None:
        return street
    time = time_at(text, at)
    if time:
        if time.value is None:
            return time.end
        kind = FactKind.DATE if _is_day(time.value) else FactKind.PERIOD
        return Piece(kind, time.start, time.end, time.value)
    if at == number and text.low[at].isdigit():
        if _PLAN_BEFORE in text.low[max(0, at - 45) : at]:
            begin = text.low.rindex(_PLAN_BEFORE, 0, at)
            told = attainment_at(text, begin)
            if told and told.end > at:
                return _of_statement(told, FactKind.ATTAINMENT)
    for read, kind in ((change_at, FactKind.CHANGE), (attainment_at, FactKind.ATTAINMENT)):
        statement = read(text, at)
        if statement:
            return _of_statement(statement, kind)
    statement = from_to_at(text, at)
    if statement:
        return _of_statement(statement, FactKind.CHANGE)
    opening = opening_at(text, at)
    if opening is None:
        amount = order_at(text, at)
        return piece_of(amount) if amount else None
    if at == number and not _is_measured(opening) and follows_head(text, at):
        return None
    pair = range_of(text, opening) or ratio_of(text, opening)
    if pair:
        kind = FactKind.RANGE if isinstance(pair.value, QuantityRange) else FactKind.RATIO
        return Piece(kind, pair.start, pair.end, pair.value, form=pair.form, marks=pair.marks)
    amount = amount_of(text, opening)
    return piece_of(amount) if amount else None


def _is_day(value: object) -> bool:
    from datetime import date

    from danvankheo.domain.dates import PartialDate

    return isinstance(value, date | PartialDate)


def _is_measured(opening: Opening) -> bool:
    """Tell whether a number behind the head of a name has a unit of measure: no name has."""
    unit = opening.counted.unit if opening.counted else None
    return unit is not None and unit.dimension is not Dimension.COUNT


def _of_statement(statement: Statement, kind: FactKind) -> Piece:
    value = statement.value
    if isinstance(value, Amount):
        piece = piece_of(value)
        return piece
    if isinstance(value, QuantityRange):
        kind = FactKind.RANGE
    return Piece(
        kind,
        statement.start,
        statement.end,
        value,
        direction=statement.direction if statement.direction is not Direction.NONE else None,
        form=statement.form,
        marks=statement.marks,
        comparator=statement.target,
    )


def _inner_periods(text: RunningText, piece: Piece) -> Iterator[Piece]:
    """Yield the dated periods inside a change from one figure to another."""
    if piece.kind is not FactKind.CHANGE:
        return
    for found in _INNER_TIME.finditer(text.low, piece.start, piece.end):
        time = time_at(text, found.start())
        if time and time.value is not None and time.end <= piece.end:
            yield Piece(FactKind.PERIOD, time.start, time.end, time.value)
