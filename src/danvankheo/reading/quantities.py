"""Quantities, money and ranges: "hơn 154,4 triệu đồng", "3 tỷ 645 triệu đồng", "5-7%"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from danvankheo.bilingual import Words
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
from danvankheo.domain.units import (
    DONG,
    Dimension,
    Scale,
    Unit,
)
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import numerals, spellings
from danvankheo.reading.figures import (
    APPROXIMATIONS,
    READ_APPROXIMATIONS,
    Figure,
    Options,
    approximation_of,
    figure_at,
)
from danvankheo.reading.numbers import (
    LONGEST_SURE,
    NUMERAL,
    SURE_NUMERAL,
    ConventionLike,
    chosen_convention,
    decimal_of,
    read_numeral,
    sign_at,
)
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.unit_errors import not_a_unit, regional
from danvankheo.reading.units import (
    SCALES,
    is_regional,
    known_unit,
    split_rate,
    unit_as_printed,
)
from danvankheo.reasons import Reason

_BEFORE: Final = re.compile(
    rf"(?:((?:{any_of(READ_APPROXIMATIONS)})(?= )|[{''.join(spellings.APPROXIMATION_SIGNS)}]) ?)?(từ )?"
)
_CURRENCY: Final = re.compile(rf"({any_of(spellings.BEFORE_FIGURES)}) ?(?=[-−]?[0-9])")
_PER_TIME: Final = re.compile(rf" (?:{any_of(spellings.PER)}) ({any_of(spellings.PER_TIME)})\Z")
_DASH: Final = re.compile(rf"(?<=[^\s\-–—]) ?[-–—] ?(?=(?:{any_of(spellings.BEFORE_FIGURES)})? ?[0-9])")
_AND: Final = re.compile(f" {spellings.AND} ")
_UNTIL: Final = re.compile(rf" (?:{any_of(spellings.UNTIL)}) ")
_EVEN: Final = f" {numerals.EVEN}"


# What most figures look like, seen in one look; whatever else there is goes the long way, which
# reads these alike.
_PLAIN: Final = re.compile(
    rf"(?:({any_of(APPROXIMATIONS)}) )?({SURE_NUMERAL})"
    rf"(?: ?(?!(?:{any_of(spellings.NOT_SCALES)})(?!\w))({any_of(SCALES)})(?!\w))?"
    r" ?([^\s0-9]\S*(?: \S+)*)"
)

_BARE: Final = re.compile(rf"(?:({any_of(APPROXIMATIONS)}) )?({NUMERAL})")


def _plain_quantity(text: str) -> Quantity | None:
    if not isinstance(text, str) or len(text) > LONGEST_SURE:
        return None
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    before, numeral, scale, words = found.groups()
    unit = unit_as_printed(scale, words)
    if unit is None:
        return None
    return Quantity(decimal_of(numeral), unit, approximation_of(before))


def parse_quantity(
    text: str,
    *,
    convention: ConventionLike | None = None,
    units: Sequence[Unit] = (),
    shorthand: bool = False,
) -> Quantity:
    """Return a quantity with its digits, scale word, unit and approximation as written.

    The inverse of `format_quantity`. Read are digits or number words, scale words with both
    spellings (tỷ, tỉ), compounds ("2 tỷ 150 triệu đồng", whose last scale word is kept), nửa,
    rưỡi and fractions ("một phần hai ki lô gam"), glued units ("1.200m2"), every spelling of the
    units, with what is measured after it ("5 tạ thóc") or a currency before the figure ("$5"), any
    noun that is counted, rates after slashes, and words such as hơn, trên, gần, khoảng, ước, dưới,
    ít nhất, không quá and "từ … trở lên".

    A counted noun never begins with a number word, a scale word or a unit, mistyped or not:
    "12 triệu đông" is refused, and the error says what was likely meant.

    Args:
        text: the quantity and nothing else.
        convention: as in `parse_number`, for figures without a scale word or measure after them.
        units: units that a text alone does not settle, known by their names: `traditional_area`
            and `local_area` for sào, mẫu and công.
        shorthand: whether "1tr5", "500k", "1,2 N" and "2 tỷ 5" are read too.

    Raises:
        ReadingError: no quantity; the error says where reading stopped and why.
        AmbiguousTextError: a text with several readings, such as "1,500 hộ" or "3 công".

    >>> parse_quantity("hơn 154,4 triệu đồng")
    Quantity(Decimal('154.4'), MILLION_DONG, Approximation.OVER)
    >>> parse_quantity("1.200m2"), parse_quantity("bốn mươi lăm hộ")
    (Quantity(Decimal('1200'), SQUARE_METRE), Quantity(Decimal('45'), counted('hộ')))
    >>> from danvankheo.units import Region, traditional_area
    >>> parse_quantity("2 sào", units=[traditional_area("sào", Region.NORTH)]).value
    Decimal('720')
    """
    if convention is None and not units and not shorthand:
        found = _plain_quantity(text)
        if found is not None:
            return found
    convention = chosen_convention(convention, "parse_quantity")
    source = Source(text, "parse_quantity")
    return quantity_between(source, 0, len(source.low), Options(convention, tuple(units), shorthand))


def parse_figure(text: str) -> tuple[Decimal, Unit | None, Approximation]:
    """Return the amount, the unit and the approximation of a figure that may stand without a unit.

    Reads what `parse_quantity` and `parse_money` read, and a number with nothing after it, whose
    unit is None.

    Raises:
        ReadingError: no figure.
        AmbiguousTextError: a text with several readings, such as "1,500".

    >>> amount, unit, approximation = parse_figure("hơn 1.200")
    >>> amount, unit, approximation.value
    (Decimal('1200'), None, 'over')
    """
    found = _plain_quantity(text)
    if found is None:
        source = Source(text, "parse_figure")
        bare = _bare_number(source)
        if bare is not None:
            return bare
        found = quantity_between(source, 0, len(source.low), Options(money=True))
    return found.amount, found.unit, found.approximation


def _bare_number(source: Source) -> tuple[Decimal, None, Approximation] | None:
    """Return a number in digits with at most a word before it."""
    found = _BARE.fullmatch(source.low)
    if found is None:
        return None
    number = read_numeral(source, found.start(2), found.end(2), "whole", None)
    return number, None, approximation_of(found[1])


def parse_money(text: str, *, convention: ConventionLike | None = None, shorthand: bool = False) -> Quantity:
    """Return an amount of money; the inverse of `format_money` and `money_to_words`.

    Reads what `parse_quantity` reads, and a bare scale word as đồng: "15 triệu", "ba tỷ rưỡi".
    Abbreviations of tables need no option: "12 trđ", "35 tr.đồng", "500 ngđ".

    Args:
        text: the amount and nothing else.
        convention: as in `parse_number`.
        shorthand: whether "1tr5", "500k", "1,2 N" and "2 tỷ 5" are read too.

    Raises:
        ReadingError: no amount of money.
        AmbiguousTextError: a text with several readings, such as "1,500 đồng".

    >>> parse_money("2 tỷ 150 triệu đồng"), parse_money("ba tỷ rưỡi")
    (Quantity(Decimal('2150'), MILLION_DONG), Quantity(Decimal('3.5'), BILLION_DONG))
    >>> parse_money("1tr5", shorthand=True)
    Quantity(Decimal('1.5'), MILLION_DONG)
    """
    found = _plain_quantity(text) if convention is None and not shorthand else None
    if found is None or found.unit.dimension is not Dimension.MONEY:
        convention = chosen_convention(convention, "parse_money")
        source = Source(text, "parse_money")
        options = Options(convention, shorthand=shorthand, money=True)
        found = quantity_between(source, 0, len(source.low), options)
        if found.unit.dimension is not Dimension.MONEY:
            raise source.error_at(Reason.DIMENSION, 0, allowed=Words("tiền", "money"))
    return found


def parse_range(
    text: str,
    *,
    convention: ConventionLike | None = None,
    units: Sequence[Unit] = (),
    shorthand: bool = False,
) -> QuantityRange:
    """Return a range: "từ 5 đến 10 triệu đồng", "5-7%"; the inverse of `format_range`.

    A scale word or unit that is printed once, after the second figure, holds for both. "giữa 5 và
    10 triệu đồng" is read too.

    Args:
        text: the range and nothing else.
        convention: as in `parse_number`.
        units: as in `parse_quantity`.
        shorthand: as in `parse_quantity`.

    Raises:
        ReadingError: no range, ends of different units, or the larger one first.

    >>> span = parse_range("khoảng từ 800 triệu đến 1,2 tỷ đồng")
    >>> span.low, span.high, span.approximation.value
    (Quantity(Decimal('800'), MILLION_DONG), Quantity(Decimal('1.2'), BILLION_DONG), 'about')
    """
    convention = chosen_convention(convention, "parse_range")
    source = Source(text, "parse_range")
    options = Options(convention, tuple(units), shorthand)
    found = _BEFORE.match(source.low)
    assert found is not None
    start = found.end()
    if not found[2] and source.low.startswith(f"{spellings.BETWEEN} ", start):
        start += len(spellings.BETWEEN) + 1
        between = _AND.search(source.low, start)
    else:
        between = _UNTIL.search(source.low) or _DASH.search(source.low, start)
    if between is None:
        raise source.error_at(Reason.RANGE_TEXT, len(source.low))
    high = quantity_between(source, between.end(), len(source.low), options)
    approximation = approximation_of(found[1])
    try:
        low = sharing_unit(source, start, between.start(), high.unit, options)
        return QuantityRange(low, high, approximation)
    except InvalidValueError as error:
        raise source.value_error_at(error, between.end()) from None


def sharing_unit(source: Source, start: int, end: int, high: Unit, options: Options) -> Quantity:
    """Return the first of two figures, in its own unit or in that of the second."""
    before = _BEFORE.match(source.low, start, end)
    assert before is not None
    approximation = approximation_of(before[1])
    at = sign_at(source, before.end())
    if _CURRENCY.match(source.low, at, end):
        return quantity_between(source, start, end, options)
    figure = figure_at(source, at, end, _with_bare(options, before[1]))
    figure = figure._replace(negative=at != before.end())
    if figure.stop < end:
        return quantity_between(source, start, end, options)
    unit = high if figure.scale is Scale.ONE else high.unscaled().scaled(figure.scale)
    return Quantity(figure.amount(source, unit, options), unit, approximation)


def _with_bare(options: Options, word: str | None) -> Options:
    """Return options under which a scale word alone may stand after a word such as "gần"."""
    return evolve(options, bare=True) if word is not None else options


def quantity_between(source: Source, start: int, end: int, options: Options) -> Quantity:
    """Return the quantity between two positions."""
    low = source.low
    before = _BEFORE.match(low, start, end)
    assert before is not None
    approximation = approximation_of(before[1])
    at = before.end()
    for words, side in _AFTER:
        if low.endswith(words, at, end):
            end -= len(words)
            if before[1]:
                raise source.error_at(Reason.END, end)
            approximation = side
            break
    else:
        if before[2]:
            raise source.error_at(Reason.FIGURE, before.start(2))
    figure, words = _figure_and_words(source, at, end, _with_bare(options, before[1]))
    scale = figure.scale
    unit = unit_of(words, scale, options) if words else None
    if unit is None:
        unit, figure = _special_unit(source, figure, words, end, options)
    try:
        return Quantity(figure.amount(source, unit, options), unit, approximation)
    except InvalidValueError as error:
        raise source.value_error_at(error, figure.start) from None


def _figure_and_words(source: Source, at: int, end: int, options: Options) -> tuple[Figure, str]:
    """Return the figure that begins at a position, and the words that name its unit."""
    figures = sign_at(source, at)
    currency = _CURRENCY.match(source.low, figures, end)
    start = currency.end() if currency else figures
    figure = figure_at(source, start, end, options)
    if figures != at:
        figure = figure._replace(negative=True)
    words = source.text[figure.stop : end].lstrip()
    if currency is None:
        return figure, words
    if words and not words.startswith("/"):
        raise source.error_at(Reason.END, end - len(words))
    return figure, f"{currency[1]}{words}"


_AFTER: Final = (
    (f" {spellings.AT_LEAST_AFTER}", Approximation.AT_LEAST),
    (f" {spellings.AT_MOST_AFTER}", Approximation.AT_MOST),
)


def unit_of(words: str, scale: Scale, options: Options) -> Unit | None:
    """Return the unit that words name, among the caller's units or those that everyone knows."""
    unit = _unit_of_caller(words, scale, options.units) if options.units else None
    if unit is None and words.lower().removesuffix(".") in spellings.ABBREVIATED_MONEY:
        words = words.removesuffix(".")
    return unit or known_unit(_PER_TIME.sub(r"/\1", words) if " " in words else words, scale)


def _unit_of_caller(words: str, scale: Scale, units: tuple[Unit, ...]) -> Unit | None:
    """Return the caller's unit of that name; "sào đất" is sào."""
    name, rate = split_rate(words)
    low = name.lower()
    for unit in units:
        known = unit.name.lower()
        if low in (known, *(f"{known} {ground}" for ground in spellings.GROUNDS)):
            scaled = unit.unscaled() if scale is Scale.ONE else unit.unscaled().scaled(scale)
            return scaled.per(rate) if rate else scaled
    return None


def _special_unit(
    source: Source, figure: Figure, words: str, end: int, options: Options
) -> tuple[Unit, Figure]:
    """Return the unit where the plain words are none: a bare scale, chẵn, rưỡi after the unit."""
    if not words:
        if options.money and figure.scale is not Scale.ONE:
            return DONG.scaled(figure.scale), figure
        if figure.scale is Scale.ONE:
            raise source.error_at(Reason.UNIT_WORD, end, hint=Words(_NUMBER_HINT_VI, _NUMBER_HINT))
        raise source.error_at(Reason.UNIT_WORD, end, hint=Words(_MONEY_HINT_VI, _MONEY_HINT))
    name, slash, rate = words.partition("/")
    low = name.rstrip().lower()
    if not name and options.money and figure.scale is not Scale.ONE:
        unit = known_unit(f"{DONG.name}{words}", figure.scale)
        if unit is not None:
            return unit, figure
    if options.money and low.endswith(_EVEN):
        unit = known_unit(f"{name.rstrip()[: -len(_EVEN)]}{slash}{rate}", figure.scale)
        if unit is not None:
            return unit, figure
    half = _HALF_AFTER.fullmatch(name.rstrip())
    if half and figure.scale is Scale.ONE and not figure.half:
        unit = known_unit(f"{half[1]}{half[2]}{slash}{rate}", Scale.ONE)
        if unit is not None:
            return unit, figure._replace(half=True)
    start = end - len(words)
    if is_regional(low):
        raise regional(source, figure, low, start, options)
    raise not_a_unit(source, figure, words, start, options)


# "hai tấn rưỡi", "1 lít rưỡi dầu"
_HALF_AFTER: Final = re.compile(rf"(.+?) (?:{any_of(numerals.AND_A_HALF)})((?: .+)?)", re.IGNORECASE)
_NUMBER_HINT: Final = "parse_number reads a number alone"
_NUMBER_HINT_VI: Final = "số đứng một mình thì dùng parse_number"
_MONEY_HINT: Final = "parse_money reads a scale word alone as đồng"
_MONEY_HINT_VI: Final = "tiền viết tắt như “15 triệu” thì dùng parse_money"
