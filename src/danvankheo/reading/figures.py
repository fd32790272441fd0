"""Figures before their units: "154,4 triệu", "3 tỷ 645 triệu", "ba tỷ rưỡi", "nửa"."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

import attrs

from danvankheo.domain.numbers import EXACT, decimal_from, shortest
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import Scale, Unit
from danvankheo.domain.validators import tuple_of
from danvankheo.locale_vi import numerals, spellings
from danvankheo.reading.numbers import NUMERAL, UNSIGNED, Behind, Convention, read_numeral
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.units import MEASURED, SCALE_OF_ZEROS, SCALES
from danvankheo.reading.words import NotANumberError, Spelled, leading_words, spelled
from danvankheo.reasons import Reason

APPROXIMATIONS: Final[Mapping[str, Approximation]] = MappingProxyType(
    {word: Approximation(value) for value, words in spellings.APPROXIMATIONS.items() for word in words}
)

_NO_RATE: Final = r"(?!\w| lệ(?!\w))"  # "tỷ lệ" is a rate and no scale
_DIGITS: Final = re.compile(
    rf"({NUMERAL})(?: ?({any_of(SCALES)}){_NO_RATE})?(?: ({any_of(SCALES)}){_NO_RATE})?"
)
_NEXT: Final = re.compile(rf" (?:0{{1,2}}(?=[0-9]{{1,2}} ))?({UNSIGNED})(?: ?({any_of(SCALES)}){_NO_RATE})?")
_HALF_BEHIND: Final = re.compile(rf" ?(?:{any_of(numerals.AND_A_HALF)})(?!\w)")
# "1tr5" anywhere, and "2 tỷ 5" where nothing follows: "2 tỷ 5 đồng" is a compound.
_SHORT: Final = any_of(spellings.SHORTHAND_SCALES)
_SHORTHAND: Final = re.compile(
    rf"([0-9]{{1,3}}) ?(?:({_SHORT}) ?([0-9]{{1,3}})?(?![\w.,])|({any_of(SCALES)}) ?([0-9]{{1,3}})\Z)"
)
ORDER: Final = re.compile(rf"{spellings.ORDER_WORD}(?: (?:{any_of(spellings.ORDERS)}))+(?!\w)")
_VAGUE: Final = re.compile(rf"(?:{any_of(spellings.VAGUE)})(?!\w)")


def approximation_of(word: str | None) -> Approximation:
    """Return what a word before a figure says of it; no word says that it is exact."""
    return APPROXIMATIONS[word] if word else Approximation.EXACTLY


@attrs.frozen
class Options:
    """What a caller chooses for texts that do not tell it."""

    convention: Convention | None = None
    units: tuple[Unit, ...] = attrs.field(default=(), validator=tuple_of(Unit))
    shorthand: bool = False
    money: bool = False


class Figure(NamedTuple):
    """A figure and its scale word, before it is known what it counts."""

    start: int
    stop: int
    scale: Scale
    parts: tuple[tuple[int, int, Scale], ...] = ()
    """The numerals of digits, from start to end, with the scale word of each."""
    spelled: Decimal | None = None
    """The number that words spell, the scale word aside."""
    half: bool = False

    def amount(self, source: Source, unit: Unit, options: Options) -> Decimal:
        """Return the number before the scale word; what follows it settles its signs."""
        if self.spelled is not None:
            return self._with_half(source, self.spelled)
        behind: Behind = "whole"
        if unit.scale is not Scale.ONE or self.scale is not Scale.ONE:
            behind = "scale"
        elif unit.dimension in MEASURED:
            behind = "measure"
        if len(self.parts) == 1:
            start, end, scale = self.parts[0]
            number = read_numeral(source, start, end, behind, options.convention)
            if scale is not self.scale:  # ba trăm triệu in digits: 3 trăm triệu
                number = decimal_from(EXACT.scaleb(number, scale.zeros))
            return self._with_half(source, number)
        return self._compound(source, options)

    def _with_half(self, source: Source, number: Decimal) -> Decimal:
        """Return the number, half of one more behind rưỡi, which only a whole number can have."""
        if not self.half:
            return number
        if number != number.to_integral_value():
            raise source.refuse(Reason.SCALES_FALL, self.start)
        return EXACT.add(number, _HALF.copy_sign(number))

    def _compound(self, source: Source, options: Options) -> Decimal:
        """Return "2 tỷ 150 triệu" in the smallest of its scale words."""
        total, limit = Decimal(0), None
        for place, (start, end, scale) in enumerate(self.parts):
            number = read_numeral(source, start, end, "scale", options.convention)
            value = EXACT.multiply(number.copy_abs(), scale.factor)
            last = place == len(self.parts) - 1
            whole = number == number.to_integral_value()
            if (limit is not None and (value >= limit or number < 0)) or not (whole or last):
                raise source.refuse(Reason.SCALES_FALL, start)
            total, limit = EXACT.add(total, value), scale.factor
        total = EXACT.divide(total, self.scale.factor)
        return EXACT.minus(total) if source.text[self.start] in "-−" else total


_HALF: Final = Decimal("0.5")


def figure_at(source: Source, start: int, end: int, options: Options) -> Figure:
    """Return the figure that stands at a position, in digits or in words."""
    low = source.low
    if options.shorthand:
        short = _SHORTHAND.match(low, start, end)
        if short:
            word, behind = short[2] or short[4], short[3] or short[5]
            scale = Scale(spellings.SHORTHAND_SCALES.get(word) or SCALES[word])
            number = Decimal(f"{short[1]}.{behind}" if behind else short[1])
            return Figure(start, short.end(), scale, spelled=number)
    found = _DIGITS.match(low, start, end)
    if found is None:
        return _spelled_figure(source, start, end)
    word, more = found[2], found[3]
    if word is None:
        return Figure(start, found.end(), Scale.ONE, ((start, found.end(), Scale.ONE),))
    stop, scale = found.end(), SCALES[word]
    first = scale
    if more is not None:
        if scale not in _MULTIPLIERS:
            raise source.refuse(Reason.SCALES_FALL, found.start(3))
        scale = SCALES[more]
    parts: tuple[tuple[int, int, Scale], ...] = ((start, found.end(1), first),)
    half = _HALF_BEHIND.match(low, stop, end)
    if half:
        return Figure(start, half.end(), scale, parts, half=True)
    while more is None and (found := _NEXT.match(low, stop, end)):
        scale = SCALES[found[2]] if found[2] else Scale.ONE
        parts += ((found.start(1), found.end(1), scale),)
        stop = found.end(2) if found[2] else found.end(1)
    return Figure(start, stop, scale, parts)


_MULTIPLIERS: Final = (Scale.TEN, Scale.HUNDRED)


def _spelled_figure(source: Source, start: int, end: int) -> Figure:
    """Return the longest number in words that leaves what follows a unit, or nothing."""
    low = source.low
    order = ORDER.match(low, start, end)
    if order:
        zeros = sum(spellings.ORDERS[word] for word in order[0].split(" ")[1:])
        raise source.refuse(Reason.NO_FIGURE, start, floor=f"{10**zeros:,}".replace(",", "."))
    if _VAGUE.match(low, start, end):
        raise source.refuse(Reason.VAGUE, start)
    words = low[start:end].split(" ")
    count = leading_words(words)
    if not count:
        raise source.refuse(Reason.FIGURE, start)
    try:
        value, zeros = spelled(words[:count])
    except NotANumberError as error:
        # "hai mươi năm" counts years. No other word is both number and noun without doubt.
        count -= 1
        if not count or count + 1 < len(words) or words[count] != _YEARS:
            raise source.refuse(error.reason, start + len(" ".join([*words[: error.position], ""]))) from None
        value, zeros = _spelled_years(source, start, words[:count])
    return figure_of_words(Spelled(value, zeros), start, start + len(" ".join(words[:count])))


def figure_of_words(number: Spelled, start: int, stop: int) -> Figure:
    """Return the figure that words between two positions spell."""
    scale = SCALE_OF_ZEROS.get(number.zeros, Scale.ONE)
    amount = EXACT.scaleb(number.value, -scale.zeros)
    return Figure(start, stop, scale, spelled=amount if scale is Scale.ONE else shortest(amount))


def _spelled_years(source: Source, start: int, words: Sequence[str]) -> Spelled:
    try:
        return spelled(words)
    except NotANumberError as error:
        raise source.refuse(error.reason, start) from None


_YEARS: Final = numerals.DIGITS[5]
