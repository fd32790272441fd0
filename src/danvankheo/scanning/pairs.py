"""Two figures side by side in running text: ranges, ratios, fractions."""

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final

import attrs

from danvankheo.domain.numbers import EXACT
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
from danvankheo.domain.statements import Ratio
from danvankheo.domain.units import PERCENT, Dimension, Scale, Unit, counted
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, numerals, spellings, words
from danvankheo.reading.figures import Figure, Options
from danvankheo.reading.numbers import Convention
from danvankheo.reading.patterns import any_of
from danvankheo.reading.quantities import sharing_unit
from danvankheo.reasons import Reason
from danvankheo.scanning.amounts import (
    LENIENT,
    Opening,
    amount_of,
    number_at,
    opening_at,
)
from danvankheo.scanning.counted import is_known_noun, word_before
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText

_TO: Final = re.compile(rf" ?[-–—] ?(?=[0-9])| (?:{any_of(spellings.UNTIL)}) (?=\w)")
_OUT_OF: Final = re.compile(rf" ?/ ?(?=[0-9])| (?:{any_of(spellings.OUT_OF)}) (?=[0-9])")
# After a noun of its own only these tell a part of a whole: "12 hộ trong 3 thôn" is none.
_OUT_OF_ALL: Final = re.compile(r" ?/ ?(?=[0-9])| (?:trong tổng số|trên tổng số|trong số) (?=[0-9])")
_OUT_OF_IN_WORDS: Final = re.compile(rf" (?:{any_of(spellings.OUT_OF)}) (?=[^\W\d_])")
_PLAIN_OUT_OF: Final = ("trong", "trên")
_FRACTION: Final = f" {numerals.FRACTION} "
_WRITTEN_OUT: Final = 1_000
_THOUSAND: Final = Decimal(1_000)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?![0-9.,])")


def range_of(text: RunningText, opening: Opening) -> Piece | None:
    """Return the range that a number opens: "từ 5 đến 10 triệu đồng", "8 – 10 mô hình"."""
    first = opening.figure
    alone, joined = None, _TO.match(text.low, first.stop)
    if joined is None and opening.counted:
        joined = _TO.match(text.low, opening.counted.end)
        if joined and not opening.after_from and joined[0].strip().isalpha():
            return None  # "15 triệu đồng đến 30 hộ" is no range
        plain = opening._replace(approximation=Approximation.EXACTLY, after_from=False)
        alone = amount_of(text, plain) if joined else None
    if joined is None or (_is_year(text, first.start) and _is_year(text, joined.end())):
        return None
    second = opening_at(text, joined.end())
    high = amount_of(text, second) if second else None
    if high is None or not isinstance(high.value, Quantity):
        return None
    with suppress(DanVanKheoError):
        low = _low_end(text, first, alone, high.value)
        value = QuantityRange(low, high.value, opening.approximation)
        return Piece(FactKind.RANGE, opening.start, high.end, value, marks=high.marks)
    return None


def _is_year(text: RunningText, at: int) -> bool:
    return _YEAR.match(text.low, at) is not None


def _low_end(text: RunningText, first: Figure, alone: Piece | None, high: Quantity) -> Quantity:
    """Return the lower end, in its own unit or in that of the higher."""
    if alone and isinstance(alone.value, Quantity):
        return with_rate_of(alone.value, high)
    low = sharing_unit(text, first.start, first.stop, high.unit, LENIENT)
    money = low.unit.dimension is Dimension.MONEY and low.unit.scale is Scale.ONE
    if money and EXACT.multiply(low.amount, _THOUSAND) <= high.amount:
        raise text.error_at(Reason.RANGE_TEXT, first.start)  # 20–30.000 đồng: the first may be thousands
    if low > high and low.amount >= _WRITTEN_OUT:  # từ 200.000 đến 1 triệu đồng
        low = attrs.evolve(low, unit=low.unit.unscaled())
    return low


def with_rate_of(one: Quantity, other: Quantity) -> Quantity:
    """Return a figure with the rate that is printed once, after the other: "5,11% - 7,13%/năm"."""
    if other.unit.rate and not one.unit.rate:
        return attrs.evolve(one, unit=one.unit.per(other.unit.rate))
    return one


def ratio_of(text: RunningText, opening: Opening) -> Piece | None:
    """Return the ratio that a number opens: "27/28 trường", "16 trong tổng số 18 chỉ tiêu"."""
    part = opening.figure
    if opening.after_from:
        return None
    if part.spelled is not None:
        return _fraction_in_words(text, opening.start, part) or _ratio_in_words(text, opening)
    noun, joined = None, _OUT_OF.match(text.low, part.stop)
    if joined and joined[0].strip() == "/" and _joins_no_ratio(text, opening, joined[0]):
        return None
    if joined is None:
        noun = opening.counted
        joined = _OUT_OF_ALL.match(text.low, noun.end) if noun and noun.unit else None
    if joined is None:
        return None
    second = opening_at(text, joined.end())
    if second is None or second.figure.spelled is not None:
        return None
    whole, found = second.figure, second.counted
    if found and not is_known_noun(found.unit) and _looks_like_fraction(text, part, whole):
        found = None  # 2/3 kinh phí: a fraction of what follows
    unit, end = (found.unit, found.end) if found else (None, whole.stop)
    if noun and (unit is None or noun.unit is None or not _are_alike(noun.unit, unit)):
        return None
    if noun and noun.unit and unit and noun.unit.scale is not unit.scale:
        return None  # 120.000 ha/1,6 triệu ha: each has its own scale
    slash = joined[0].strip() == "/"
    if unit is None and not slash and joined[0].strip() in _PLAIN_OUT_OF:
        return None  # 3 trong 1
    if slash and unit is None and text.goes_on(end):
        return None  # 3/4/5
    value = _ratio(text, part, whole, unit, opening.approximation)
    if (
        value is None
        or (unit is None and slash and not value.whole)
        or (not slash and value.part > value.whole)
    ):
        return None  # 12 trong 3 thôn
    form = "fraction" if unit is None and slash else ""
    marks = found.marks if found else frozenset()
    return Piece(FactKind.RATIO, opening.start, end, value, form=form, marks=marks)


def _joins_no_ratio(text: RunningText, opening: Opening, slash: str) -> bool:
    """Return whether "/" after a number joins a rate, an item of a list or a rank."""
    part = opening.figure
    if part.scale is not Scale.ONE:
        return True  # 90 triệu/1000m2
    if slash == "/ " and text.begins_sentence(part.start):
        return True  # 1/ 5 hộ
    return word_before(text.low, opening.start) in contexts.RANKS  # xếp 19/27 trường


def _looks_like_fraction(text: RunningText, part: Figure, whole: Figure) -> bool:
    return len(text.low[part.start : part.stop]) == 1 and text.low[whole.start : whole.stop] in _TENTHS


_TENTHS: Final = frozenset(map(str, range(2, 11)))


def _are_alike(one: Unit, other: Unit) -> bool:
    """Return whether two nouns are the same, but for words after them."""
    return one.name == other.name or other.name.startswith(f"{one.name} ")


def _ratio(
    text: RunningText, part: Figure, whole: Figure, unit: Unit | None, approximation: Approximation
) -> Ratio | None:
    with suppress(DanVanKheoError):
        return Ratio(
            part=_side(text, part, unit),
            whole=_side(text, whole, unit),
            unit=unit,
            approximation=approximation,
        )
    return None


def _side(text: RunningText, figure: Figure, unit: Unit | None) -> Decimal:
    """Return one side; "8,13/19 tiêu chí" is a mean, so a comma starts decimals on either side."""
    return figure.amount(text, unit or PERCENT, _VIETNAMESE)


_VIETNAMESE: Final = Options(Convention.VI, money=True)


def _fraction_in_words(text: RunningText, at: int, part: Figure) -> Piece | None:
    """Return "một phần ba"."""
    if not text.low.startswith(_FRACTION, part.stop):
        return None
    start = part.stop + len(_FRACTION)
    if text.low.startswith(numerals.FOURTH, start):
        stop, below = start + len(numerals.FOURTH), Decimal(4)
    else:
        whole = number_at(text, start)
        if whole is None or whole.spelled is None:
            return None
        stop, below = whole.stop, whole.spelled
    if text.goes_on(stop) or text.low[stop + 1 : stop + 2].isdigit():
        return None
    with suppress(DanVanKheoError):
        above = part.amount(text, counted(numerals.FRACTION), LENIENT)
        return Piece(FactKind.RATIO, at, stop, Ratio(part=above, whole=below), form="fraction")
    return None


def _ratio_in_words(text: RunningText, opening: Opening) -> Piece | None:
    """Return "hai mươi bảy trên hai mươi tám trường": a noun must follow, which both figures count.

    So does a scale word: "mười lăm trên hai mươi triệu đồng".
    """
    part = opening.figure
    joined = _OUT_OF_IN_WORDS.match(text.low, part.stop)
    if joined is None or text.low[part.start : part.stop] == words.YEAR:
        return None  # "trong năm trên hai mươi hộ"
    second = opening_at(text, joined.end())
    if second is None or second.figure.spelled is None or second.start != second.figure.start:
        return None
    whole, found = second.figure, second.counted
    if found is None or found.unit is None or part.scale not in (Scale.ONE, whole.scale):
        return None
    value = _ratio(text, part, whole, found.unit, opening.approximation)
    if value is None or value.part > value.whole:
        return None
    return Piece(FactKind.RATIO, opening.start, found.end, value, marks=found.marks)
