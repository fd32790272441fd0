"""Amounts in running text: a number, its scale word, its unit or noun, what it is for each of."""

import re
from contextlib import suppress
from typing import Final, NamedTuple

from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude
from danvankheo.domain.units import DONG, PERCENT, Dimension, Scale, Unit
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, spellings, words
from danvankheo.reading.figures import (
    APPROXIMATIONS,
    ORDER,
    Figure,
    Options,
    approximation_of,
    figure_at,
    figure_of_words,
)
from danvankheo.reading.numbers import UNSIGNED, Convention
from danvankheo.reading.patterns import any_of
from danvankheo.reading.word_grammar import NotANumberError
from danvankheo.reading.words import leading_words, spelled
from danvankheo.reasons import Reason
from danvankheo.scanning.counted import Counted, counted_at, is_known_noun, word_before
from danvankheo.scanning.facts import Mark
from danvankheo.scanning.nouns import noun_at
from danvankheo.scanning.pieces import Piece, amount_piece
from danvankheo.scanning.running_text import RunningText, folded

WINDOW: Final = 200
"""No phrase of one figure is longer: what is read at one place is bounded by it."""

# Words that say how near a figure is; what is estimated may be nearly or over besides: "ước đạt gần".
_BEFORE: Final = re.compile(
    rf"(?:({any_of(spellings.APPROXIMATIONS['about'])}) )?(?:({any_of(APPROXIMATIONS)}) )?(từ )?"
)
_WORDS: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,40}")
# What number words run into: "hai mươi năm" are years, "ba tư" is a name.
_MOST_LEFT_OUT: Final = 3
_NUMERAL: Final = re.compile(UNSIGNED)
_AFTER: Final = re.compile(rf" (?:({spellings.AT_LEAST_AFTER})|{spellings.AT_MOST_AFTER})(?!\w)")
_BOUND: Final = " trở "
_FAR: Final = 40
_AFTER_NOUN: Final = re.compile(
    rf"(?: [^\W\d_]+){{0,4}}? (?:({spellings.AT_LEAST_AFTER})|{spellings.AT_MOST_AFTER})(?!\w)"
)
_NUMBER_OF: Final = re.compile(r" (?:(?:tổng )?số )?(?=[^\W\d_])")
_VAGUE: Final = re.compile(rf"(?:{any_of(contexts.VAGUE)})(?: (?:{any_of(spellings.ORDERS)}))*(?!\w)")
_GROUPED_BY_COMMAS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_DOT_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]+")
_MEASURED: Final = frozenset(Dimension) - {Dimension.COUNT, Dimension.LABOUR}
_IN_BRACKETS: Final = re.compile(r" \(([^\W\d_]+(?: [^\W\d_]+){0,12})\)(?= )")
_MILLION: Final = Scale.MILLION.zeros

LENIENT: Final = Options(money=True)
_ENGLISH: Final = Options(Convention.EN, money=True)


class Opening(NamedTuple):
    """A number with the words before it and what is counted after it: what most facts open with."""

    start: int
    figure: Figure
    counted: Counted | None
    approximation: Approximation
    after_from: bool  # "từ" stands before it


def opening_at(text: RunningText, at: int) -> Opening | None:
    """Return the number that begins at a position, or after the words of approximation there."""
    if text.low[at : at + 1].isdigit():  # a quick look: nothing stands before it
        figure = number_at(text, at)
        return Opening(at, figure, counted_at(text, figure), Approximation.EXACTLY, False) if figure else None
    before = _BEFORE.match(text.low, at)
    assert before is not None
    others = contexts.NOT_ABOUT.get(before[1])
    if others is not None and word_before(text.low, at) in others:
        return None  # tiến độ, hương ước
    figure = number_at(text, before.end())
    if figure is None:
        return None
    counted = counted_at(text, figure)
    approximation = approximation_of(before[2] or before[1])
    return Opening(at, figure, counted, approximation, before[3] is not None)


def amount_at(text: RunningText, at: int) -> Piece | None:
    """Return the amount that begins at a position with its number or with a word before it."""
    opening = opening_at(text, at)
    return amount_of(text, opening) if opening else order_at(text, at)


def amount_of(text: RunningText, opening: Opening) -> Piece | None:
    """Return the amount of a number that was read, with what stands after it."""
    start, figure, found, approximation, after_from = opening
    if found is None:
        return None
    end = found.end
    unit = found.unit
    share = unit is not None and unit.dimension is Dimension.RATIO and unit.fits(PERCENT)
    following = (_AFTER_NOUN if share and after_from else _AFTER).match(text.low, end)
    if following is None and share and text.low.find(_BOUND, end, end + _FAR) > 0:
        following = _bound_following_noun(text, end)
    if following:
        end = following.end()
        approximation = Approximation.AT_LEAST if following[1] else Approximation.AT_MOST
    elif after_from:
        return None  # "từ 5 hộ" alone: the word is not of the figure
    if approximation is Approximation.OVER and _is_place(text, opening):
        start, approximation = figure.start, Approximation.EXACTLY
    try:
        return _stated(text, (start, end), figure, found, approximation)
    except DanVanKheoError:
        return None


def _bound_following_noun(text: RunningText, at: int) -> re.Match[str] | None:
    """Return the bound after what a share is of: "90% số phiếu trở lên"; of grades it is another."""
    of = _NUMBER_OF.match(text.low, at)
    noun = noun_at(text, of.end(), known_only=True) if of else None
    return _AFTER.match(text.low, noun.end) if noun else None


def _is_place(text: RunningText, opening: Opening) -> bool:
    """Return whether "trên" says where and not how much: "lắp camera trên 5 tuyến đường"."""
    unit = opening.counted.unit if opening.counted else None
    if unit is None or not text.low.startswith(f"{contexts.ON} ", opening.start):
        return False
    before = text.low[max(0, opening.start - 20) : opening.start].rsplit(None, 1)
    if not before:
        return False
    noun = folded(unit.name)
    if noun in contexts.UNITS_OF_PLACES:  # phân bố trên 41 xã
        return before[-1] in contexts.LOCATING
    return noun in contexts.PLACES_ON and before[-1] not in contexts.COUNTING_VERBS


def number_at(text: RunningText, at: int) -> Figure | None:
    """Return the number that begins at a position, scale words included, in digits or in words."""
    low = text.low
    end = min(len(low), at + WINDOW)
    if low[at : at + 1].isdigit():
        with suppress(DanVanKheoError):
            return _said_again(low, figure_at(text, at, end, LENIENT))
        plain = _NUMERAL.match(low, at, end)
        return Figure(at, plain.end(), Scale.ONE, ((at, plain.end(), Scale.ONE),)) if plain else None
    run = _WORDS.match(low, at, end)
    if run is None:
        return None
    spoken = run[0].split(" ")
    if text.text[at].isupper() and not (text.begins_sentence(at) or low[at - 1 : at] == "("):
        return None  # ông Năm
    before = word_before(low, at)
    if before in contexts.BEFORE_NO_NUMBER or (spoken[0] == words.YEAR and _is_year(spoken, before)):
        return None  # đôi ba lần; đầu năm xã đăng ký
    most = leading_words(spoken)
    bare = before in APPROXIMATIONS  # gần chục hộ
    for count in dict.fromkeys((*range(most, max(0, most - _MOST_LEFT_OUT), -1), min(1, most))):
        with suppress(NotANumberError):
            return figure_of_words(spelled(spoken[:count], bare=bare), at, at + len(" ".join(spoken[:count])))
    return None


def _is_year(spoken: list[str], before: str) -> bool:
    """Return whether "năm" is a year and no five: "đầu năm xã đăng ký", "năm bản lề"."""
    if spoken[1:2] == [words.YEAR]:
        return False
    return before in contexts.BEFORE_YEAR or " ".join(spoken[1:3]) in contexts.AFTER_YEAR


def _said_again(low: str, figure: Figure) -> Figure:
    """Return a figure with the words in brackets that say it again: "02 (hai) tập thể"."""
    again = _IN_BRACKETS.match(low, figure.stop)
    if again and figure.scale is Scale.ONE:
        with suppress(NotANumberError):
            said, zeros = spelled(again[1].split(" "))
            digits = low[figure.start : figure.stop].replace(".", "")
            if digits.isdigit() and int(digits) == said.scaleb(zeros):
                return figure._replace(stop=again.end())
    return figure


def _stated(
    text: RunningText, span: tuple[int, int], figure: Figure, found: Counted, approximation: Approximation
) -> Piece:
    """Return the amount that a number and its unit make.

    Raises:
        DanVanKheoError: the grammar of numbers refuses it.
    """
    unit = found.unit
    if unit is None:
        amount = figure.amount(text, PERCENT, LENIENT)  # measured, so a comma is a decimal comma
        return amount_piece(*span, LocalArea(amount=amount, unit=found.area, approximation=approximation))
    marks, options = found.marks, LENIENT
    if len(figure.parts) == 1:
        numeral = text.text[slice(*figure.parts[0][:2])]
        if numeral.count(",") > 1 and _GROUPED_BY_COMMAS.fullmatch(numeral):
            options = _ENGLISH  # no number has two decimal commas
        elif _GROUPED_BY_COMMAS.fullmatch(numeral):
            marks |= {Mark.TWO_WAY}
            if unit.dimension not in _MEASURED and unit.scale is Scale.ONE:
                options = _ENGLISH  # what only comes whole has no decimals
        elif _DOT_DECIMAL.fullmatch(numeral):
            marks |= {Mark.DOT_DECIMAL}
            options = _ENGLISH
    amount = figure.amount(text, unit, options)
    if unit.name == contexts.POINTS and amount != amount.to_integral_value():
        raise text.error_at(Reason.FIGURE, figure.start)  # a score
    form = "compound" if len(figure.parts) > 1 else ""
    return amount_piece(*span, Quantity(amount, unit, approximation), marks, form)


def order_at(text: RunningText, at: int) -> Piece | None:
    """Return an order of magnitude: "hàng trăm triệu đồng", "vài chục hộ"."""
    before = _BEFORE.match(text.low, at)
    assert before is not None
    start = before.end()
    found = ORDER.match(text.low, start) or _VAGUE.match(text.low, start)
    if found is None or word_before(text.low, start) in contexts.BEFORE_NO_FEW:
        return None  # chưa mấy mặn mà
    told = found[0].split(" ")
    zeros = sum(spellings.ORDERS.get(word, 0) for word in told)
    following = counted_at(text, Figure(start, found.end(), Scale.ONE, spelled=None))
    unit, end = (following.unit, following.end) if following else (None, found.end())
    if unit is None and zeros >= _MILLION and told[0] != contexts.ALL:
        unit, end = DONG, found.end()
    if unit is None or unit.name in contexts.TIME_UNITS or not (zeros or is_known_noun(unit)):
        return None
    floor = 10**zeros if told[0] in spellings.ORDER_WORDS else None
    order = OrderOfMagnitude(words=" ".join(told[:2]), floor=floor, unit=unit)
    return amount_piece(at, end, order)


def bare_count_at(text: RunningText, at: int, noun: Unit) -> Piece | None:
    """Return a number whose noun was printed once, further ahead: "tiểu học 206 (75,2%)".

    Args:
        text: the text.
        at: where the number stands, in digits.
        noun: what is counted in that sentence.
    """
    listed = _LISTED_PART.match(text.low, at)
    if listed is None or not word_before(text.low, at) or text.begins_sentence(at):
        return None
    figure = Figure(at, listed.end(1), Scale.ONE, ((at, listed.end(1), Scale.ONE),))
    with suppress(DanVanKheoError):
        return amount_piece(at, figure.stop, Quantity(figure.amount(text, noun, LENIENT), noun.unscaled()))
    return None


_LISTED_PART: Final = re.compile(
    rf"({UNSIGNED})(?= \([0-9]{{1,3}}(?:,[0-9]{{1,3}})? ?%\)|(?:[,;]| và) |[.;)]? ?(?:\n|\Z)|[.)][ ,.;])"
)


def is_bare(amount: Piece) -> bool:
    """Return whether an amount has no unit of its own: "từ 35 triệu lên 52 triệu đồng"."""
    return Mark.BARE_SCALE in amount.marks
