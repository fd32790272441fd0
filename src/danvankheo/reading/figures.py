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
from danvankheo.reading.counted import is_counted_noun
from danvankheo.reading.numbers import NUMERAL, UNSIGNED, Convention, Following, read_numeral
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.units import MEASURED, SCALE_OF_ZEROS, SCALES
from danvankheo.reading.word_grammar import NotANumberError, Spelled
from danvankheo.reading.words import leading_words, not_a_number, spelled
from danvankheo.reasons import Reason

APPROXIMATIONS: Final[Mapping[str, Approximation]] = MappingProxyType(
    {word: Approximation(value) for value, words in spellings.APPROXIMATIONS.items() for word in words}
)

READ_APPROXIMATIONS: Final[Mapping[str, Approximation]] = MappingProxyType(
    {
        **APPROXIMATIONS,
        **{
            word: Approximation(side)
            for side, words in spellings.MORE_APPROXIMATIONS.items()
            for word in words
        },
    }
)
"""What may stand before a figure alone; in running text some of these words compare."""

_DONG: Final = rf"(?:{any_of(spellings.DONG_AFTER_SCALE)})(?!\w)"
_WORD: Final = (
    rf"(?!(?:{any_of(spellings.NOT_SCALES)})(?!\w))(?:{any_of(word for word in SCALES if ' ' not in word)})"
)
# Scale words, as many as there are ("trăm nghìn tỷ"), or their abbreviation before đồng ("tr.đồng").
_SCALED: Final = (
    rf"(?:{_WORD}(?: {_WORD})*(?:(?!\w)|(?={_DONG}))"
    rf"|(?:{any_of(spellings.SCALES_BEFORE_DONG)})(?=\.? ?{_DONG}))"
)
_DIGITS: Final = re.compile(rf"({NUMERAL})(?: ?({_SCALED}))?")
_NEXT: Final = re.compile(rf" (?:0{{1,2}}(?=[0-9]{{1,2}} ))?({UNSIGNED})(?: ?({_SCALED}))?")
_POINT_OF_SCALE: Final = re.compile(rf"\.? ?(?={_DONG})")
_HALF_AFTER: Final = re.compile(rf" ?(?:{any_of(numerals.AND_A_HALF)})(?!\w)")
# "1tr5" anywhere, and "2 tỷ 5" where nothing follows: "2 tỷ 5 đồng" is a compound.
_SHORT: Final = any_of(spellings.SHORTHAND_SCALES)
_SHORTHAND: Final = re.compile(
    rf"([0-9]{{1,3}}) ?(?:({_SHORT}) ?([0-9]{{1,3}})?(?![\w.,])|({any_of(SCALES)}) ?([0-9]{{1,3}})\Z)"
)
_SHORT_SCALE: Final = re.compile(rf"({NUMERAL}) ?({_SHORT})(?![\w.,])")
ORDER: Final = re.compile(
    rf"(?:{any_of(spellings.ORDER_WORDS)})"
    rf"(?: (?!(?:{any_of(spellings.NOT_SCALES)})(?!\w))(?:{any_of(spellings.ORDERS)}))+(?!\w)"
)
_VAGUE: Final = re.compile(rf"(?:{any_of(spellings.VAGUE)})(?!\w)")


def approximation_of(word: str | None) -> Approximation:
    """Return what a word before a figure says of it; no word says that it is exact."""
    return READ_APPROXIMATIONS[word] if word else Approximation.EXACTLY


@attrs.frozen
class Options:
    """What a caller chooses for texts that do not say it."""

    convention: Convention | None = None
    units: tuple[Unit, ...] = attrs.field(default=(), validator=tuple_of(Unit))
    shorthand: bool = False
    money: bool = False
    bare: bool = False
    """Whether a scale word alone is one of it: after a word such as "gần" it is."""


class Run(NamedTuple):
    """Scale words that stand together: "trăm nghìn tỷ" counts hundreds of nghìn tỷ."""

    scale: Scale
    """The last of them that a unit can carry."""
    zeros: int
    """The zeros of all of them."""
    unit: int
    """The zeros of the unit that is counted in: without chục and trăm before it."""


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
    runs: tuple[Run, ...] = ()
    """All scale words of each numeral, where there are more than one."""
    negative: bool = False
    """Whether a sign stands apart before it: "âm 5", "- 3"."""

    def amount(self, source: Source, unit: Unit, options: Options) -> Decimal:
        """Return the number before the scale word; what follows it settles its signs."""
        amount = self._unsigned(source, unit, options)
        return EXACT.minus(amount) if self.negative and amount else amount

    def _unsigned(self, source: Source, unit: Unit, options: Options) -> Decimal:
        if self.spelled is not None:
            return self._with_half(source, self.spelled)
        following: Following = "whole"
        if unit.scale is not Scale.ONE or self.scale is not Scale.ONE:
            following = "scale"
        elif unit.dimension in MEASURED:
            following = "measure"
        if len(self.parts) == 1:
            start, end, _ = self.parts[0]
            number = read_numeral(source, start, end, following, options.convention)
            more = self.runs[0].zeros - self.scale.zeros if self.runs else 0
            if self.half and more and self.runs[0].unit != self.scale.zeros:
                # "2 triệu tỷ rưỡi" is half a triệu tỷ more
                return decimal_from(EXACT.scaleb(self._with_half(source, number), more))
            if more:  # ba trăm triệu in digits: 3 trăm triệu
                number = decimal_from(EXACT.scaleb(number, more))
            return self._with_half(source, number)
        return self._compound(source, options)

    def _with_half(self, source: Source, number: Decimal) -> Decimal:
        """Return the number, half of one more after rưỡi, which only a whole number can have."""
        if not self.half:
            return number
        if number != number.to_integral_value():
            raise source.error_at(Reason.SCALES_FALL, self.start)
        return EXACT.add(number, _HALF.copy_sign(number))

    def _compound(self, source: Source, options: Options) -> Decimal:
        """Return "2 tỷ 150 triệu" in the smallest of its scale words."""
        total, limit = Decimal(0), None
        for place, (start, end, scale) in enumerate(self.parts):
            number = read_numeral(source, start, end, "scale", options.convention)
            run = self.runs[place] if self.runs else _plain_run(scale)
            value = EXACT.scaleb(number.copy_abs(), run.zeros)
            last = place == len(self.parts) - 1
            whole = number == number.to_integral_value()
            if (limit is not None and (value >= limit or number < 0)) or not (whole or last):
                raise source.error_at(Reason.SCALES_FALL, start)
            total, limit = EXACT.add(total, value), 10**run.unit
        total = EXACT.divide(total, self.scale.factor)
        return EXACT.minus(total) if source.text[self.start] in "-−" else total


_HALF: Final = Decimal("0.5")


def figure_at(source: Source, start: int, end: int, options: Options) -> Figure:
    """Return the figure that stands at a position, in digits or in words."""
    low = source.low
    if options.shorthand:
        short = _SHORTHAND.match(low, start, end)
        if short:
            word, following = short[2] or short[4], short[3] or short[5]
            scale = Scale(spellings.SHORTHAND_SCALES.get(word) or SCALES[word])
            number = Decimal(f"{short[1]}.{following}" if following else short[1])
            return Figure(start, short.end(), scale, spelled=number)
        short = _SHORT_SCALE.match(low, start, end)
        if short:
            scale = Scale(spellings.SHORTHAND_SCALES[short[2]])
            return Figure(start, short.end(), scale, ((start, short.end(1), scale),))
    found = _DIGITS.match(low, start, end)
    if found is None:
        return _spelled_figure(source, start, end, options)
    if found[2] is None:
        return Figure(start, found.end(), Scale.ONE, ((start, found.end(), Scale.ONE),))
    run, stop = _run(source, found.start(2), found[2]), _after_scale(low, found.end())
    parts: tuple[tuple[int, int, Scale], ...] = ((start, found.end(1), run.scale),)
    runs: tuple[Run, ...] = (run,)
    half = _HALF_AFTER.match(low, stop, end)
    if half:
        return Figure(start, half.end(), run.scale, parts, half=True, runs=runs)
    while found := _NEXT.match(low, stop, end):
        run = _run(source, found.start(2), found[2]) if found[2] else _plain_run(Scale.ONE)
        parts, runs = (*parts, (found.start(1), found.end(1), run.scale)), (*runs, run)
        stop = _after_scale(low, found.end(2)) if found[2] else found.end(1)
    return Figure(start, stop, run.scale, parts, runs=runs)


def _after_scale(low: str, stop: int) -> int:
    """Return where a scale word ends with the stop of an abbreviation: "tr.đồng"."""
    found = _POINT_OF_SCALE.match(low, stop) if low[stop : stop + 1] == "." else None
    return found.end() if found else stop


def _plain_run(scale: Scale) -> Run:
    return Run(scale, scale.zeros, scale.zeros)


def _run(source: Source, at: int, printed: str) -> Run:
    """Return what scale words that stand together say: one or none of each kind, growing larger."""
    alone = _RUNS.get(printed)
    if alone is not None:
        return alone
    words = printed.split(" ")
    zeros = [SCALES[word].zeros for word in words]
    head = 1 if len(words) > 1 and zeros[0] < Scale.THOUSAND.zeros else 0
    middle = 1 if zeros[head] < _BILLION else 0
    if (head and zeros[head] < Scale.THOUSAND.zeros) or any(
        each != _BILLION for each in zeros[head + middle :]
    ):
        raise source.error_at(Reason.SCALES_FALL, at + len(words[0]) + 1)
    scale = SCALES.get(" ".join(words[-2:])) or SCALES[words[-1]]
    return Run(scale, sum(zeros), sum(zeros[head:]))


_BILLION: Final = Scale.BILLION.zeros
# The run of each scale word that stands alone, and of those that tables shorten.
_RUNS: Final = {word: _plain_run(scale) for word, scale in SCALES.items() if " " not in word} | {
    word: _plain_run(Scale(scale)) for word, scale in spellings.SCALES_BEFORE_DONG.items()
}


def _spelled_figure(source: Source, start: int, end: int, options: Options) -> Figure:
    """Return the longest number in words that leaves what follows a unit, or nothing."""
    low = source.low
    order = ORDER.match(low, start, end)
    if order:
        zeros = sum(spellings.ORDERS[word] for word in order[0].split(" ")[1:])
        raise source.error_at(Reason.NO_FIGURE, start, floor=f"{10**zeros:,}".replace(",", "."))
    if _VAGUE.match(low, start, end):
        raise source.error_at(Reason.VAGUE, start)
    words = low[start:end].split(" ")
    count = leading_words(words)
    if not count:
        raise source.error_at(Reason.FIGURE, start)
    fraction = _fraction(source, start, words, count)
    if fraction is not None:
        return fraction
    try:
        value, zeros = spelled(words[:count], bare=options.bare)
    except NotANumberError as error:
        # "hai mươi năm" counts years. No other word is both number and noun without doubt.
        count -= 1
        if not count or words[count] != _YEARS or not _counts_years(words[count:]):
            raise not_a_number(source, start, words, error) from None
        value, zeros = _spelled_years(source, start, words[:count])
    return figure_of_words(Spelled(value, zeros), start, start + len(" ".join(words[:count])))


def _counts_years(words: Sequence[str]) -> bool:
    return len(words) == 1 or is_counted_noun(" ".join(words).partition("/")[0].rstrip())


def _fraction(source: Source, start: int, words: Sequence[str], count: int) -> Figure | None:
    """Return a fraction in words before a unit: "một phần hai ki lô gam"; not "ba phần trăm"."""
    below = words[count + 1 :]
    if words[count : count + 1] != [numerals.FRACTION] or not below or below[0] in _HUNDREDTHS:
        return None
    length = leading_words(below)
    if length and below[length - 1] == _YEARS:
        raise source.error_at(Reason.NOT_YEARS, start + len(" ".join(words[: count + length])) + 1)
    if not length:
        return None
    stop = count + 1 + length
    four = below[:length] == [numerals.FOURTH]
    try:
        part = spelled(words[:count]).value
        whole = Decimal(4) if four else spelled(below[:length]).value
    except NotANumberError:
        raise source.error_at(Reason.NUMBER_WORDS, start) from None
    try:
        value = EXACT.divide(part, whole)
    except ArithmeticError:
        raise source.error_at(Reason.FINITE_DECIMAL, start) from None
    if not value.is_finite():
        raise source.error_at(Reason.FINITE_DECIMAL, start)
    return Figure(start, start + len(" ".join(words[:stop])), Scale.ONE, spelled=shortest(value))


_HUNDREDTHS: Final = (numerals.HUNDRED, *numerals.THOUSAND)


def figure_of_words(number: Spelled, start: int, stop: int) -> Figure:
    """Return the figure that words between two positions spell."""
    scale = SCALE_OF_ZEROS.get(number.zeros, Scale.ONE)
    amount = EXACT.scaleb(number.value, -scale.zeros)
    return Figure(start, stop, scale, spelled=amount if scale is Scale.ONE else shortest(amount))


def _spelled_years(source: Source, start: int, words: Sequence[str]) -> Spelled:
    try:
        return spelled(words)
    except NotANumberError as error:
        raise not_a_number(source, start, words, error) from None


_YEARS: Final = numerals.DIGITS[5]
