"""How an audit writes its values in a sentence, in Vietnamese and in English."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from danvankheo.auditing.figures.intervals import Interval
from danvankheo.auditing.figures.lattice import WholeNumbers
from danvankheo.auditing.figures.reported import NEAREST, Reported
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import shortest
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import DONG, PERCENT, PERCENTAGE_POINT, TIMES, Dimension, Unit
from danvankheo.formatting.numbers import digits
from danvankheo.formatting.quantities import unit_suffix

_SHOWN_DECIMALS: Final = 6
_END_DECIMALS: Final = 3


@attrs.frozen(cache_hash=True)
class Measured:
    """An exact value in base units, to be written in a unit."""

    value: Fraction | Interval
    unit: Unit | None = PERCENT


@attrs.frozen(cache_hash=True)
class Listing:
    """Values side by side, with what stands between them."""

    items: "tuple[Value, ...]"
    between: str | Words = ", "


OR: Final = Words(" hoặc ", " or ")


Value: TypeAlias = (
    Measured | WholeNumbers | Reported | Words | Listing | Decimal | int | str | tuple[Rounding, ...]
)
"""What fills the gap of a sentence."""

attrs.resolve_types(Listing)  # its items are such values


@attrs.frozen
class Writing:
    """How one language writes numbers, units, intervals and procedures.

    The patterns of `intervals` are by whether the ends are closed; None is an end that is not there.
    """

    number: Callable[[Decimal], str]
    suffix: Callable[[Unit], str]
    approximations: Mapping[Approximation, str]
    intervals: Mapping[tuple[bool | None, bool | None], str]
    nothing: str
    anything: str
    is_between: str
    procedures: Mapping[tuple[Rounding, ...], str]
    between_procedures: str
    words: Callable[[Words], str]

    def write(self, value: Value) -> str:
        """Return a value as it stands in a sentence."""
        match value:
            case str():
                return value
            case Words():
                return self.words(value)
            case Listing():
                return self.write(value.between).join(self.write(item) for item in value.items)
            case Reported():
                text = self.number(value.amount) + (self.suffix(value.unit) if value.unit else "")
                before = self.approximations[value.approximation]
                return f"{before} {text}" if before else text
            case Measured():
                return self._measured(value)
            case WholeNumbers():
                return self._wholes(value)
            case Decimal():
                return self.number(value)
            case int():
                return self.number(Decimal(value))
            case _:
                return self._procedures(value)

    def fill(self, sentence: str, values: Mapping[str, Value]) -> str:
        """Return a sentence with its gaps filled."""
        return sentence.format_map({name: _Gap(self, value) for name, value in values.items()})

    def _measured(self, value: Measured) -> str:
        size = Fraction(value.unit.size) if value.unit is not None else Fraction(1)
        suffix = self.suffix(value.unit) if value.unit is not None else ""
        if isinstance(value.value, Fraction):
            return self._fraction(value.value / size) + suffix
        interval = value.value.times(1 / size)
        if interval.low is not None and interval.low == interval.high:
            return self._fraction(interval.low) + suffix
        decimals = _decimals_for(interval)
        low, high = (
            self.number(_shortest_rounded(end, decimals)) + suffix if end is not None else ""
            for end in (interval.low, interval.high)
        )
        return self._span(interval, low, high)

    def _wholes(self, value: WholeNumbers) -> str:
        if value.smallest is None:
            return self.nothing
        if value.smallest == value.largest:
            return self.write(value.smallest)
        low = self.write(value.smallest)
        if value.largest is None:
            return self.intervals[True, None].format(low=low)
        return self.intervals[True, True].format(low=low, high=self.write(value.largest))

    def _span(self, interval: Interval, low: str, high: str) -> str:
        if interval.low is None and interval.high is None:
            return self.anything
        closed = (
            None if interval.low is None else interval.low_closed,
            None if interval.high is None else interval.high_closed,
        )
        return self.intervals[closed].format(low=low, high=high)

    def _fraction(self, number: Fraction) -> str:
        """Return a number in full if it is short, else cut off after some decimals, with dots."""
        # A small share needs its first digits: 1/30000 is 0,0000333…, not 0,000000…
        decimals = _SHOWN_DECIMALS
        while number and abs(number) * 10**decimals < 1000 and decimals < 30:
            decimals += 1
        cut = rounded_fraction(number, decimals, Rounding.TRUNCATE)
        if Fraction(cut) == number:
            return self.number(shortest(cut))
        return self.number(cut) + "…"

    def _procedures(self, procedures: tuple[Rounding, ...]) -> str:
        """Return procedures in words; the three that round to nearest have one word together."""
        if all(rounding in procedures for rounding in NEAREST):
            rest = tuple((rounding,) for rounding in procedures if rounding not in NEAREST)
            groups: tuple[tuple[Rounding, ...], ...] = (NEAREST, *rest)
        else:
            groups = tuple((rounding,) for rounding in procedures)
        return self.between_procedures.join(self.procedures[group] for group in groups) or self.nothing


class _Gap:
    """A value with the language that its gap wants."""

    def __init__(self, language: Writing, value: Value) -> None:
        self._language, self._value = language, value

    def __format__(self, spec: str) -> str:
        text = self._language.write(self._value)
        if spec != "=":
            return text
        value = self._value
        if isinstance(value, Measured) and isinstance(value.value, Interval) and value.value.width != 0:
            return f"{self._language.is_between} {text}"
        return f"= {text}"


def approximation_words(word: Approximation) -> Words:
    """Return the word of an approximation in both languages."""
    return Words(VIETNAMESE.approximations[word], ENGLISH.approximations[word])


def _decimals_for(interval: Interval) -> int:
    """Return so many decimals that both ends of an interval can be told apart."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    for decimals in range(_SHOWN_DECIMALS + 1):
        if all((end * 10**decimals).denominator == 1 for end in ends):
            return decimals
    decimals, width = _END_DECIMALS, interval.width
    while width and width * 10**decimals < 50 and decimals < 30:
        decimals += 1
    return decimals


def _shortest_rounded(number: Fraction, decimals: int) -> Decimal:
    rounded = rounded_fraction(number, decimals, Rounding.HALF_UP)
    return shortest(rounded) if Fraction(rounded) == number else rounded


def _english_number(number: Decimal) -> str:
    return f"{number:,f}"


_ENGLISH_RATIOS: Final = {PERCENTAGE_POINT.measure: " percentage points", TIMES.measure: " times"}


def _english_suffix(unit: Unit) -> str:
    if unit.dimension in (Dimension.COUNT, Dimension.RATIO):
        return _ENGLISH_RATIOS.get(unit.measure) or unit_suffix(unit)
    rate = f"/{unit.rate}" if unit.rate else ""
    name = unit.code.replace("_", " ")
    plural = "" if unit.measure == DONG.measure else "s"
    return f" {name}{plural}{rate}"


VIETNAMESE: Final = Writing(
    number=digits,
    suffix=unit_suffix,
    approximations=MappingProxyType({word: word.label for word in Approximation}),
    intervals=MappingProxyType(
        {
            (True, True): "từ {low} đến {high}",
            (True, False): "từ {low} đến dưới {high}",
            (False, True): "trên {low} và không quá {high}",
            (False, False): "trên {low} và dưới {high}",
            (True, None): "từ {low} trở lên",
            (False, None): "trên {low}",
            (None, True): "không quá {high}",
            (None, False): "dưới {high}",
        }
    ),
    nothing="không có",
    anything="bất kỳ",
    is_between="là",
    procedures=MappingProxyType(
        {
            NEAREST: "làm tròn",
            (Rounding.HALF_UP,): "làm tròn, đúng một nửa thì làm tròn lên",
            (Rounding.HALF_EVEN,): "làm tròn, đúng một nửa thì làm tròn về số chẵn",
            (Rounding.HALF_DOWN,): "làm tròn, đúng một nửa thì làm tròn xuống",
            (Rounding.TRUNCATE,): "cắt bỏ phần lẻ",
            (Rounding.UP,): "luôn làm tròn lên",
        }
    ),
    between_procedures=" hoặc ",
    words=lambda words: words.vietnamese,
)
ENGLISH: Final = Writing(
    number=_english_number,
    suffix=_english_suffix,
    approximations=MappingProxyType(
        {
            word: "" if word is Approximation.EXACTLY else word.value.replace("_", " ")
            for word in Approximation
        }
    ),
    intervals=MappingProxyType(
        {
            (True, True): "from {low} to {high}",
            (True, False): "from {low} to under {high}",
            (False, True): "over {low} and up to {high}",
            (False, False): "over {low} and under {high}",
            (True, None): "{low} or more",
            (False, None): "over {low}",
            (None, True): "at most {high}",
            (None, False): "under {high}",
        }
    ),
    nothing="none",
    anything="anything",
    is_between="is",
    procedures=MappingProxyType(
        {
            NEAREST: "rounded",
            (Rounding.HALF_UP,): "rounded half up",
            (Rounding.HALF_EVEN,): "rounded half to even",
            (Rounding.HALF_DOWN,): "rounded half down",
            (Rounding.TRUNCATE,): "cut off",
            (Rounding.UP,): "always rounded up",
        }
    ),
    between_procedures=" or ",
    words=lambda words: words.english,
)
