"""Amounts in running text: a number, its scale word, its unit or noun, what it is for each of."""

import re
from contextlib import suppress
from typing import Final, NamedTuple

from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import DONG, PERCENT, WORKDAY, Dimension, Scale, Unit
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, nouns, numerals, spellings, words
from danvankheo.reading.figures import (
    ORDER,
    Figure,
    Options,
    approximation_of,
    figure_at,
    figure_of_words,
)
from danvankheo.reading.numbers import UNSIGNED
from danvankheo.reading.patterns import any_of
from danvankheo.reading.quantities import BEFORE
from danvankheo.reading.units import NAMES, known_unit
from danvankheo.reading.words import NotANumberError, leading_words, spelled
from danvankheo.reasons import Reason
from danvankheo.scanning.facts import LocalArea, Mark, OrderOfMagnitude
from danvankheo.scanning.nouns import NOUNS, Noun, noun_at
from danvankheo.scanning.running_text import RunningText, folded

WINDOW: Final = 200
"""No phrase of one figure is longer: what is read at one place is bounded by it."""

_MEASURE: Final = re.compile(rf" ?({any_of(NAMES)})(?![\w²³])(?!(?<=đ)/c(?!\w))")  # đ/c is đồng chí
_AREA: Final = re.compile(
    rf" ({spellings.LABOUR_OR_LAND} (?:{any_of(spellings.GROUNDS)})|sào|mẫu)(?!\w)"
    rf"(?! (?:{any_of(contexts.NOT_AREAS)})(?!\w))"
)
# A bare "công" is labour where no word behind it makes another noun of it.
_BARE_LABOUR: Final = re.compile(
    rf" {spellings.LABOUR_OR_LAND}(?!\w)(?: (?=(?:{any_of(nouns.NOT_NOUNS)})(?!\w))|(?! [^\W\d_]))"
)
_DURATION: Final = re.compile(
    rf" ({any_of(contexts.TIME_UNITS)})(?!\w)(?! (?:{any_of(contexts.NOT_DURATIONS)})(?!\w))"
    rf"(?!(?<={words.MONTH}) [0-9])"
)
_RATE: Final = re.compile(
    rf" ?/ ?(?:(?:[0-9][0-9.]{{0,5}} ?)?(?:{any_of(NAMES)})(?!\w)|(?P<noun>(?=[^\W\d_])))"
)
_MOST_RATES: Final = 3
_ONE_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,40}")
# What number words run into: "hai mươi năm" are years, "ba tư" is a name.
_MOST_LEFT_OUT: Final = 3
_NUMERAL: Final = re.compile(UNSIGNED)
_BEHIND: Final = re.compile(rf" (?:({spellings.AT_LEAST_BEHIND})|{spellings.AT_MOST_BEHIND})(?!\w)")
_BEHIND_NOUN: Final = re.compile(
    rf"(?: [^\W\d_]+){{0,4}}? (?:({spellings.AT_LEAST_BEHIND})|{spellings.AT_MOST_BEHIND})(?!\w)"
)
_MISTYPED_DONG: Final = re.compile(rf" (?:{any_of(contexts.MISTYPED_DONG)})(?!\w)")
_VAGUE: Final = re.compile(rf"(?:{any_of(contexts.VAGUE)})(?: (?:{any_of(spellings.ORDERS)}))*(?!\w)")
_GROUPED_BY_COMMAS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_DOT_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]+")
_MEASURED: Final = frozenset(Dimension) - {Dimension.COUNT, Dimension.LABOUR}
_IN_BRACKETS: Final = re.compile(r" \(([^\W\d_]+(?: [^\W\d_]+){0,12})\)(?= )")
_ONE: Final = numerals.DIGITS[1]
_FOUR_OR_FIVE: Final = f"{numerals.DIGITS[4]} {words.YEAR}"
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")
_MILLION: Final = Scale.MILLION.zeros

LENIENT: Final = Options(money=True)
_ENGLISH: Final = Options("en", money=True)


class Counted(NamedTuple):
    """What stands behind a number: the unit, and where it ends."""

    end: int
    unit: Unit | None
    area: str = ""  # sào, mẫu, công đất: the region decides how large
    marks: frozenset[Mark] = frozenset()


class Amount(NamedTuple):
    """An amount as it was read."""

    start: int
    end: int
    value: Quantity | OrderOfMagnitude | LocalArea
    marks: frozenset[Mark] = frozenset()
    form: str = ""


class Opening(NamedTuple):
    """A number with the words before it and what is counted behind it: what most facts open with."""

    start: int
    figure: Figure
    counted: Counted | None
    approximation: Approximation
    behind_from: bool  # "từ" stands before it


def opening_at(text: RunningText, at: int) -> Opening | None:
    """Return the number that begins at a position, or behind the words of approximation there."""
    before = BEFORE.match(text.low, at)
    assert before is not None
    if before[1] == contexts.ABOUT and word_before(text.low, at) in contexts.DEGREES:
        return None  # tiến độ, mức độ
    figure = number_at(text, before.end())
    if figure is None:
        return None
    counted = counted_at(text, figure)
    return Opening(at, figure, counted, approximation_of(before[1]), before[2] is not None)


def amount_at(text: RunningText, at: int) -> Amount | None:
    """Return the amount that begins at a position with its number or with a word before it."""
    opening = opening_at(text, at)
    return amount_of(text, opening) if opening else order_at(text, at)


def amount_of(text: RunningText, opening: Opening) -> Amount | None:
    """Return the amount of a number that was read, with what stands behind it."""
    start, figure, found, approximation, behind_from = opening
    if found is None:
        return None
    end = found.end
    share = behind_from and found.unit is not None and found.unit.fits(PERCENT)
    behind = (_BEHIND_NOUN if share else _BEHIND).match(text.low, end)
    if behind:
        end = behind.end()
        approximation = Approximation.AT_LEAST if behind[1] else Approximation.AT_MOST
    elif behind_from:
        return None  # "từ 5 hộ" alone: the word is not of the figure
    if approximation is Approximation.OVER and _is_place(text, opening):
        start, approximation = figure.start, Approximation.EXACTLY
    try:
        return _stated(text, (start, end), figure, found, approximation)
    except DanVanKheoError:
        return None


def _is_place(text: RunningText, opening: Opening) -> bool:
    """Tell whether "trên" says where and not how much: "lắp camera trên 5 tuyến đường"."""
    unit = opening.counted.unit if opening.counted else None
    if unit is None or folded(unit.name) not in contexts.PLACES_ON:
        return False
    if not text.low.startswith(f"{contexts.ON} ", opening.start):
        return False
    before = text.low[max(0, opening.start - 20) : opening.start].rsplit(None, 1)
    return bool(before) and before[-1] not in contexts.COUNTING_VERBS


def word_before(low: str, at: int) -> str:
    """Return the word right before a position, or an empty text."""
    found = _WORD_BEFORE.search(low, max(0, at - 20), at)
    return found[1] if found else ""


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
    is_year = spoken[0] == words.YEAR != "".join(spoken[1:2]) and before in contexts.BEFORE_YEAR
    if is_year or before in contexts.BEFORE_NO_NUMBER:
        return None  # đầu năm xã đăng ký; đôi ba lần
    most = leading_words(spoken)
    for count in dict.fromkeys((*range(most, max(0, most - _MOST_LEFT_OUT), -1), min(1, most))):
        with suppress(NotANumberError):
            return figure_of_words(spelled(spoken[:count]), at, at + len(" ".join(spoken[:count])))
    return None


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


def counted_at(text: RunningText, figure: Figure) -> Counted | None:
    """Return the unit or noun behind a number, or None if nothing there can be counted."""
    low, at = text.low, figure.stop
    in_digits = figure.spelled is None
    measure = _MEASURE.match(low, at)
    a_name = not in_digits and " " not in low[figure.start : at]  # "Ba Lành": one word alone proves nothing
    noun = noun_at(text, at + 1, known_only=a_name) if low[at : at + 1] == " " else None
    longest = noun.end if noun and noun.known else 0
    if measure and _begins_name(text.text[slice(*measure.span(1))]):
        return None  # hẻm 1025 Tạ Quang Bửu
    if measure and longest <= measure.end():
        return _named(text, figure, measure.end())
    area = _AREA.match(low, at)
    if area and longest <= area.end():
        return Counted(area.end(), None, area=text.text[area.start(1) : area.end(1)])
    duration = _DURATION.match(low, at)
    if duration and longest <= duration.end():
        if low[figure.start : duration.end()] == _FOUR_OR_FIVE and noun_at(
            text, duration.end() + 1, known_only=True
        ):
            return None  # bốn năm hộ dân
        return Counted(duration.end(), known_unit(duration[1], figure.scale))
    labour = _BARE_LABOUR.match(low, at)
    if labour and longest <= labour.end():
        return Counted(labour.start() + len(labour[0].rstrip()), _scaled(WORKDAY, figure.scale))
    mistyped = _MISTYPED_DONG.match(low, at)
    if mistyped and figure.scale is not Scale.ONE:
        return Counted(mistyped.end(), _scaled(DONG, figure.scale), marks=frozenset({Mark.TYPO}))
    if noun and (noun.known or figure.scale.zeros < _MILLION):
        if not noun.known and _follows_capital(text, figure.start):
            return None  # xã Quảng Phú 1 đứng thứ tư
        if noun.head in contexts.TIME_UNITS or not (in_digits or _is_a_count(text, figure, noun)):
            return None
        return _named(text, figure, noun.end)
    return _bare_money(text, figure)


def _begins_name(printed: str) -> bool:
    """Tell whether a unit is printed as names are, with one capital."""
    return len(printed) > 1 and printed[0].isupper() and printed[1:].islower()


def _named(text: RunningText, figure: Figure, end: int) -> Counted | None:
    """Return the unit that the words up to a position name, with the rates behind it."""
    end = _rate_end(text, end)
    unit = known_unit(text.text[figure.stop : end].strip(), figure.scale)
    return Counted(end, unit) if unit else None


def _bare_money(text: RunningText, figure: Figure) -> Counted | None:
    """Return money that a scale word alone tells: "16 triệu", "ba tỷ rưỡi"."""
    following = text.low[figure.stop : figure.stop + 1]
    if figure.scale.zeros not in (3, 6, 9, 12) or following.isalnum():
        return None
    end = _rate_end(text, figure.stop)
    unit = known_unit(f"{DONG.name}{text.text[figure.stop : end]}", figure.scale)
    return Counted(end, unit, marks=frozenset({Mark.BARE_SCALE})) if unit else None


def _rate_end(text: RunningText, at: int) -> int:
    """Return where the rates behind a unit end: "/người/năm"."""
    for _ in range(_MOST_RATES):
        rate = _RATE.match(text.low, at)
        if rate is None:
            break
        end = rate.end()
        if rate["noun"] is not None:
            noun = noun_at(text, end, known_only=True) or _ONE_WORD.match(text.low, end)
            assert noun is not None
            end = noun.end if isinstance(noun, Noun) else noun.end()
        at = end
    return at


def _follows_capital(text: RunningText, at: int) -> bool:
    """Tell whether a number stands behind a word with a capital that opens no sentence."""
    found = _WORD_WITH_CAPITAL.search(text.text, max(0, at - 20), at)
    return found is not None and found[1].isupper() and not text.begins_sentence(found.start(1))


_WORD_WITH_CAPITAL: Final = re.compile(r"(?<!\w)([^\W\d_])[^\W\d_]* \Z")


def _is_a_count(text: RunningText, figure: Figure, noun: Noun) -> bool:
    """Tell whether number words count: "một" before a noun is an article, "hai bên" are sides."""
    return text.low[figure.start : figure.stop] != _ONE and noun.head not in contexts.NOT_SPELLED


def _stated(
    text: RunningText, span: tuple[int, int], figure: Figure, found: Counted, approximation: Approximation
) -> Amount:
    """Return the amount that a number and its unit make.

    Raises:
        DanVanKheoError: the grammar of numbers refuses it.
    """
    unit = found.unit
    if unit is None:
        amount = figure.amount(text, PERCENT, LENIENT)  # measured, so a comma is a decimal comma
        return Amount(*span, LocalArea(amount=amount, unit=found.area, approximation=approximation))
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
        raise text.refuse(Reason.FIGURE, figure.start)  # a score
    form = "compound" if len(figure.parts) > 1 else ""
    return Amount(*span, Quantity(amount, unit, approximation), marks, form)


def order_at(text: RunningText, at: int) -> Amount | None:
    """Return an order of magnitude: "hàng trăm triệu đồng", "vài chục hộ"."""
    before = BEFORE.match(text.low, at)
    assert before is not None
    start = before.end()
    found = ORDER.match(text.low, start) or _VAGUE.match(text.low, start)
    if found is None:
        return None
    told = found[0].split(" ")
    zeros = sum(spellings.ORDERS.get(word, 0) for word in told)
    behind = counted_at(text, Figure(start, found.end(), Scale.ONE, spelled=None))
    unit, end = (behind.unit, behind.end) if behind else (None, found.end())
    if unit is None and zeros >= _MILLION:
        unit, end = DONG, found.end()
    if unit is None or unit.name in contexts.TIME_UNITS:
        return None
    floor = 10**zeros if told[0] == spellings.ORDER_WORD else None
    order = OrderOfMagnitude(words=" ".join(told[:2]), floor=floor, unit=unit)
    return Amount(at, end, order)


def _scaled(unit: Unit, scale: Scale) -> Unit:
    return unit if scale is Scale.ONE else unit.scaled(scale)


def bare_count_at(text: RunningText, at: int, noun: Unit) -> Amount | None:
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
        return Amount(at, figure.stop, Quantity(figure.amount(text, noun, LENIENT), noun.unscaled()))
    return None


_LISTED_PART: Final = re.compile(
    rf"({UNSIGNED})(?= \([0-9]{{1,3}}(?:,[0-9]{{1,3}})? ?%\)|(?:[,;]| và) |[.;)]? ?(?:\n|\Z)|[.)][ ,.;])"
)


def is_bare(amount: Amount) -> bool:
    """Tell whether an amount has no unit of its own: "từ 35 triệu lên 52 triệu đồng"."""
    return Mark.BARE_SCALE in amount.marks


def is_known_noun(unit: Unit | None) -> bool:
    """Tell whether a unit is a measure or a noun of the lists, others beside it or not."""
    if unit is None or unit.dimension is not Dimension.COUNT:
        return True
    return folded(unit.name).partition(",")[0].partition(" và ")[0] in NOUNS


def is_duration(unit: Unit) -> bool:
    """Tell whether a unit counts years, months, weeks or days."""
    return unit.dimension is Dimension.COUNT and unit.name in contexts.TIME_UNITS
