"""Amounts in running text: a number, its scale word, its unit or noun, what it is for each of."""

import re
from contextlib import suppress
from typing import Final, NamedTuple

from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import DONG, PERCENT, WORKDAY, Dimension, Scale, Unit, counted
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, numerals, spellings
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
from danvankheo.scanning.facts import LocalArea, Mark, OrderOfMagnitude
from danvankheo.scanning.nouns import Noun, noun_at
from danvankheo.scanning.running_text import RunningText

WINDOW: Final = 200
"""No phrase of one figure is longer: what is read at one place is bounded by it."""

_MEASURE: Final = re.compile(rf" ?({any_of(NAMES)})(?![\w²³])")
_AREA: Final = re.compile(
    rf" ({spellings.LABOUR_OR_LAND} (?:{any_of(spellings.GROUNDS)})|sào|mẫu)(?!\w)"
    rf"(?! (?:{any_of(contexts.NOT_AREAS)})(?!\w))"
)
_BARE_LABOUR: Final = re.compile(rf" {spellings.LABOUR_OR_LAND}(?! [^\W\d_])(?!\w)")
_DURATION: Final = re.compile(
    rf" ({any_of(contexts.TIME_UNITS)})(?!\w)(?! (?:{any_of(contexts.NOT_DURATIONS)})(?!\w))"
)
_RATE: Final = re.compile(rf" ?/ ?(?:[0-9][0-9.]{{0,5}} ?)?(?:(?:{any_of(NAMES)})(?!\w)|(?=[^\W\d_]))")
_WORDS: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,15}")
_NUMERAL: Final = re.compile(UNSIGNED)
_BEHIND: Final = re.compile(rf" (?:({spellings.AT_LEAST_BEHIND})|{spellings.AT_MOST_BEHIND})(?!\w)")
_MISTYPED_DONG: Final = re.compile(rf" (?:{any_of(contexts.MISTYPED_DONG)})(?!\w)")
_VAGUE: Final = re.compile(rf"(?:{any_of(contexts.VAGUE)})(?: (?:{any_of(spellings.ORDERS)}))*(?!\w)")
_GROUPED_BY_COMMAS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_DOT_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]+")
_MEASURED: Final = frozenset(Dimension) - {Dimension.COUNT, Dimension.LABOUR}
_ONE: Final = numerals.DIGITS[1]
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


def amount_at(text: RunningText, at: int) -> Amount | None:
    """Return the amount that begins at a position with its number or with a word before it."""
    before = BEFORE.match(text.low, at)
    assert before is not None
    figure = number_at(text, before.end())
    if figure is None:
        return None if before[2] else _order_at(text, at, before.end())
    return amount_of(text, at, figure)


def amount_of(text: RunningText, at: int, figure: Figure) -> Amount | None:
    """Return the amount of a number that was read, with what stands before and behind it."""
    found = counted_at(text, figure)
    if found is None:
        return None
    before = BEFORE.match(text.low, at, figure.start)
    approximation = approximation_of(before[1] if before else None)
    end = found.end
    behind = _BEHIND.match(text.low, end)
    if behind:
        end = behind.end()
        approximation = Approximation.AT_LEAST if behind[1] else Approximation.AT_MOST
    elif before and before[2]:
        return None  # "từ 5 hộ" alone: the word is not of the figure
    try:
        return _stated(text, (at, end), figure, found, approximation)
    except DanVanKheoError:
        return None


def number_at(text: RunningText, at: int) -> Figure | None:
    """Return the number that begins at a position, scale words included, in digits or in words."""
    low = text.low
    end = min(len(low), at + WINDOW)
    if low[at : at + 1].isdigit():
        with suppress(DanVanKheoError):
            return figure_at(text, at, end, LENIENT)
        plain = _NUMERAL.match(low, at, end)
        return Figure(at, plain.end(), Scale.ONE, ((at, plain.end(), Scale.ONE),)) if plain else None
    run = _WORDS.match(low, at, end)
    if run is None:
        return None
    words = run[0].split(" ")
    for count in range(leading_words(words), 0, -1):
        with suppress(NotANumberError):
            return figure_of_words(spelled(words[:count]), at, at + len(" ".join(words[:count])))
    return None


def counted_at(text: RunningText, figure: Figure) -> Counted | None:
    """Return the unit or noun behind a number, or None if nothing there can be counted."""
    low, at = text.low, figure.stop
    in_digits = figure.spelled is None
    measure = _MEASURE.match(low, at)
    noun = noun_at(text, at + 1, known_only=not in_digits) if low[at : at + 1] == " " else None
    longest = noun.end if noun and noun.known else 0
    if measure and longest <= measure.end():
        return _named(text, figure, measure.end())
    area = _AREA.match(low, at)
    if area and longest <= area.end():
        return Counted(area.end(), None, area=text.text[area.start(1) : area.end(1)])
    duration = _DURATION.match(low, at)
    if duration and longest <= duration.end():
        return Counted(duration.end(), known_unit(duration[1], figure.scale))
    labour = _BARE_LABOUR.match(low, at)
    if labour:
        return Counted(labour.end(), _scaled(WORKDAY, figure.scale))
    mistyped = _MISTYPED_DONG.match(low, at)
    if mistyped and figure.scale is not Scale.ONE:
        return Counted(mistyped.end(), _scaled(DONG, figure.scale), marks=frozenset({Mark.TYPO}))
    if noun and (noun.known or figure.scale.zeros < _MILLION):
        if not in_digits and not _is_a_count(text, figure, noun):
            return None
        return _named(text, figure, noun.end)
    return _bare_money(text, figure)


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
    while rate := _RATE.match(text.low, at):
        end = rate.end()
        if rate[0].rstrip(" 0123456789.").endswith("/"):  # what follows is no unit, so a noun
            noun = noun_at(text, end)
            if noun is None:
                return at
            end = noun.end
        at = end
    return at


def _is_a_count(text: RunningText, figure: Figure, noun: Noun) -> bool:
    """Tell whether number words count: "một" before a noun is an article, "Ba Lành" a name."""
    words = text.text[figure.start : figure.stop]
    if words.lower() == _ONE or noun.head in contexts.NOT_SPELLED:
        return False
    return not words[:1].isupper() or text.begins_sentence(figure.start)


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
        if _GROUPED_BY_COMMAS.fullmatch(numeral):
            marks |= {Mark.TWO_WAY}
            if unit.dimension not in _MEASURED and unit.scale is Scale.ONE:
                options = _ENGLISH  # what only comes whole has no decimals
        elif _DOT_DECIMAL.fullmatch(numeral):
            marks |= {Mark.DOT_DECIMAL}
            options = _ENGLISH
    form = "compound" if len(figure.parts) > 1 else ""
    return Amount(*span, Quantity(figure.amount(text, unit, options), unit, approximation), marks, form)


def _order_at(text: RunningText, at: int, start: int) -> Amount | None:
    """Return an order of magnitude: "hàng trăm triệu đồng", "vài chục hộ"."""
    found = ORDER.match(text.low, start) or _VAGUE.match(text.low, start)
    if found is None:
        return None
    words = found[0].split(" ")
    zeros = sum(spellings.ORDERS[word] for word in words[1:])
    behind = counted_at(text, Figure(start, found.end(), Scale.ONE, spelled=None))
    unit, end = (behind.unit, behind.end) if behind else (None, found.end())
    if unit is None and zeros >= _MILLION:
        unit, end = DONG, found.end()
    if unit is None or unit.name in contexts.TIME_UNITS:
        return None
    floor = 10**zeros if words[0] == spellings.ORDER_WORD else None
    order = OrderOfMagnitude(words=" ".join(words[:2]), floor=floor, unit=unit)
    return Amount(at, end, order)


def _scaled(unit: Unit, scale: Scale) -> Unit:
    return unit if scale is Scale.ONE else unit.scaled(scale)


def is_duration(unit: Unit) -> bool:
    """Tell whether a unit counts years, months, weeks or days."""
    return unit.dimension is Dimension.COUNT and unit.name in contexts.TIME_UNITS


def counts(noun: str) -> Unit:
    """Return the unit of a noun that stands elsewhere in the text."""
    return counted(noun)
