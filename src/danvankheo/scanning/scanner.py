"""``scan``: every figure of a running text, read from left to right in one pass."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

import attrs

from danvankheo.domain.statements import AttainmentMode
from danvankheo.domain.units import Dimension
from danvankheo.locale_vi import contexts, numerals, spellings, words
from danvankheo.reading.calendar_words import RECENT_YEAR
from danvankheo.reading.figures import APPROXIMATIONS
from danvankheo.reading.patterns import any_of
from danvankheo.reading.statements import DIRECTIONS
from danvankheo.reading.units import SCALES
from danvankheo.scanning.amounts import Opening, amount_of, bare_count_at, opening_at, order_at
from danvankheo.scanning.context import in_context
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.found import Facts
from danvankheo.scanning.names import follows_head, name_end, quoted_name_end, street_end
from danvankheo.scanning.pairs import range_of, ratio_of
from danvankheo.scanning.pieces import Piece, Skip, alone
from danvankheo.scanning.running_text import RunningText
from danvankheo.scanning.statements import attainment_at, change_at, from_to_at
from danvankheo.scanning.symbols import document_at, licence_end
from danvankheo.scanning.time_lists import listed_times
from danvankheo.scanning.times import time_at

# The first stage: where a figure may begin, in one look over the text. Words that belong to a figure
# stand before its number, at most six of them.
_VERBS: Final = chain(*spellings.ATTAINED.values(), *contexts.MORE_ATTAINED.values())
_LEADING: Final = {*APPROXIMATIONS, *DIRECTIONS, *_VERBS, spellings.MULTIPLIED, words.FROM}
_LEADS: Final = any_of(_LEADING)
_FILLERS: Final = any_of((*spellings.DIRECTION_FILLERS, *contexts.MORE_FILLERS))
_OF_TIME: Final = (
    words.DAY, words.MONTH, words.YEAR, words.FIRST_OF_YEAR, *spellings.QUARTERS, *contexts.PERIOD_WORDS
)  # fmt: skip
_TIMES: Final = any_of(_OF_TIME)
# "Q2/2026": the letter alone is no word of time.
_OF_QUARTER: Final = rf"[. ]?[1-4iv]{{1,3}}(?: ?[/.,-] ?| (?:{words.YEAR} )?){RECENT_YEAR}"
# "tư" opens no number: it is in đầu tư, vật tư, tư nhân.
_SPOKEN: Final = set(numerals.SPOKEN_DIGITS) - {numerals.FOURTH}
_DIGIT_WORDS: Final = any_of((*numerals.DIGITS[1:], *numerals.SPOKEN_DIGITS))
# A scale word alone counts one after a word of approximation: "gần chục hộ".
_OF_NUMBER: Final = {
    *numerals.DIGITS[1:], *_SPOKEN, numerals.TEN, numerals.HALF, *contexts.VAGUE, *spellings.ORDERS,
}  # fmt: skip
_OF_ORDER: Final = rf"(?:{any_of(spellings.ORDER_WORDS)})(?= (?:{any_of(spellings.ORDERS)})(?!\w))"
_OF_FOLDS: Final = (spellings.TWICE, *numerals.AND_A_HALF)
_OPENINGS: Final = (*_LEADING, *_OF_TIME, *_OF_NUMBER, *_OF_FOLDS, *spellings.ORDER_WORDS)
_INITIALS: Final = "".join({word[0] for word in _OPENINGS})
_CANDIDATE: Final = re.compile(
    rf"(?<!\w)(?=[0-9{_INITIALS}])(?:(?:{_LEADS}) (?:(?:{_LEADS}|{_FILLERS}) ){{0,5}})?"
    rf"(?:(?P<digit>[0-9])|(?P<time>{_TIMES})(?= )|(?P<word>{any_of(_OF_NUMBER)}|{_OF_ORDER})(?!\w)"
    rf"|(?P<quarter>{spellings.SHORT_QUARTER})(?={_OF_QUARTER})"
    rf"|(?<={spellings.MULTIPLIED} )(?P<fold>{any_of(_OF_FOLDS)})(?!\w))"
)
_SCALES: Final = any_of(filter(None, SCALES))
_RUN: Final = r"[0-9]+(?:[.,/’'–−-][0-9]+)*"
_NUMERAL: Final = re.compile(rf"{_RUN}(?: (?:{_SCALES}) {_RUN})*")
# "hai, ba hộ", "2 hoặc 3 hộ": one of them, so neither is read.
_EITHER: Final = re.compile(
    "|".join(
        rf"{one}(?:,| hoặc| hay) {other}(?! (?:{words.MONTH}|{_SCALES})(?!\w))(?= [^\W\d_])"
        for ones in (numerals.DIGITS, tuple("0123456789"))
        for one, other in pairwise(ones[1:])
    )
)
_RUN_OF_WORDS: Final = re.compile(rf"(?:{_DIGIT_WORDS})(?: (?:{_DIGIT_WORDS}))+(?!\w)")
_INNER_TIME: Final = re.compile(rf"(?<!\w)(?:{_TIMES}) (?=[0-9])")
_WITH_TIMES: Final = ("digit", "time")
_EXCEEDED: Final = f"{AttainmentMode.EXCEED.label} "
_NEAR_VERB: Final = 45
_SAME_LIST: Final = 200


def scan(text: str) -> Facts:
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
    percent (68, 74) 96,42%
    """
    running, pieces = read_pieces(text)
    return Facts(piece.fact(running) for piece in pieces)


def read_pieces(text: str, reader: str = "scan") -> tuple[RunningText, list[Piece]]:
    """Return the tidied text and what was read in it, with offsets into the tidied text.

    Args:
        text: a text.
        reader: the function that was called, for the error.
    """
    running = RunningText(text, reader)
    return running, in_context(running, list(_pieces(running)))


def _pieces(text: RunningText) -> Iterator[Piece]:
    """Yield what is read at each candidate, and go on after it."""
    low = text.low
    at = 0
    counted: Piece | None = None  # what was counted last
    while found := _CANDIDATE.search(low, at):
        number = found.start(found.lastgroup or 0)
        times = listed_times(text, number) if found.lastgroup in _WITH_TIMES else ()
        if times:
            yield from times
            at = times[-1].end
            continue
        read = _read(text, found.start(), number, at)
        at = read.end
        if isinstance(read, Skip):
            listed = _part_of_list(text, number, counted) if counted and low[number].isdigit() else None
            if listed is None:
                continue
            read = listed
        if read.kind is FactKind.COUNT:
            counted = read
        yield read
        if read.kind is FactKind.CHANGE:
            yield from _inner_periods(text, read)


def _read(text: RunningText, start: int, number: int, after: int) -> Piece | Skip:
    """Return what stands at a candidate: a piece, or where to go on.

    Args:
        text: the text.
        start: where the words before the number begin.
        number: where the number, or the word of a time, begins.
        after: where what was read last ends.
    """
    if text.low[number].isdigit():
        document = document_at(text, number, after)
        if document:
            licence = licence_end(text, number)
            if licence is not None:
                return Skip(licence)
            return document
        end = name_end(text, number)
        if end is not None:
            return Skip(end)
    end = quoted_name_end(text, number)
    if end is not None:
        return Skip(end)
    at = start
    while at <= number:
        read = _time_at(text, at) or _figure_at(text, at, number, after)
        if read is not None:
            return read
        following = text.low.find(" ", at, number)
        if following < 0:
            break
        at = following + 1
    return Skip(_end_of_number(text, number))


def _end_of_number(text: RunningText, number: int) -> int:
    """Return where to go on after a number that made no fact."""
    either = None if follows_head(text, number) else _EITHER.match(text.low, number)
    run = either or _NUMERAL.match(text.low, number) or _RUN_OF_WORDS.match(text.low, number)
    if run:
        return run.end()  # "hai ba hộ" may be two or three: neither is read
    while text.low[number : number + 1].isalpha():
        number += 1
    return number


def _time_at(text: RunningText, at: int) -> Piece | Skip | None:
    """Return the date or period at a position; a street may be called by a day."""
    end = street_end(text, at)
    if end is not None:
        return Skip(end)
    return time_at(text, at)


def _figure_at(text: RunningText, at: int, number: int, after: int) -> Piece | None:
    """Return the statement, the pair of figures or the amount at a position."""
    statement = _statement_at(text, at, number, after)
    if statement:
        return statement
    opening = opening_at(text, at)
    if opening is None:
        order = order_at(text, at)
        return alone(order) if order else None
    if at == number and not _is_measured(opening) and follows_head(text, at):
        return None
    pair = range_of(text, opening) or ratio_of(text, opening)
    if pair:
        return pair
    amount = amount_of(text, opening)
    return alone(amount) if amount else None


def _statement_at(text: RunningText, at: int, number: int, after: int) -> Piece | None:
    """Return the change or the attainment at a position; a plan may stand before its figure."""
    in_digits = text.low[at].isdigit()  # a quick look: statements open with words
    change = None if in_digits else change_at(text, at) or from_to_at(text, at)
    if change:
        return change
    met = None if in_digits else attainment_at(text, at)
    if met is None and at == number:
        verb = text.low.rfind(_EXCEEDED, max(after, at - _NEAR_VERB), at)  # vượt kế hoạch 15%
        told = attainment_at(text, verb) if verb >= 0 else None
        met = told if told and told.end > at else None
    return met


def _is_measured(opening: Opening) -> bool:
    """Return whether a number after the head of a name has a unit of measure: no name has."""
    unit = opening.counted.unit if opening.counted else None
    return unit is not None and unit.dimension is not Dimension.COUNT


def _part_of_list(text: RunningText, number: int, counted: Piece) -> Piece | None:
    """Return a part of what was counted, whose noun is not printed again: "trong đó kinh tế 52"."""
    sentence = text.sentence_start(number, _SAME_LIST)
    if counted.unit is None or sentence > counted.end or follows_head(text, number):
        return None
    stretch = text.low[sentence:number]
    if not any(word in stretch for word in contexts.PARTS_FOLLOW):
        return None
    amount = bare_count_at(text, number, counted.unit)
    return alone(amount) if amount else None


def _inner_periods(text: RunningText, piece: Piece) -> Iterator[Piece]:
    """Yield the dated periods inside a change from one figure to another."""
    for found in _INNER_TIME.finditer(text.low, piece.start, piece.end):
        time = time_at(text, found.start())
        if isinstance(time, Piece) and time.end <= piece.end:
            yield attrs.evolve(time, kind=FactKind.PERIOD, marks=frozenset())
