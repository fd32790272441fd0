"""The words after a figure to units: "triệu đồng/người/năm", "m²", "ngày công", "hộ"."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from danvankheo.domain.units import UNITS, Dimension, Scale, Unit, counted
from danvankheo.locale_vi import lookalikes, numerals, spellings
from danvankheo.reading.counted import is_counted_noun, measured_after
from danvankheo.reading.source import tidy

SCALES: Final[Mapping[str, Scale]] = MappingProxyType(
    {word: Scale(scale) for scale, words in spellings.SCALES.items() for word in words}
)
"""Every scale word, in lower case."""

SCALE_OF_ZEROS: Final[Mapping[int, Scale]] = MappingProxyType({scale.zeros: scale for scale in Scale})

MEASURED: Final = frozenset(
    {Dimension.LAND, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME, Dimension.RATIO}
)
"""What is measured rather than counted, so that it has decimals."""

NAMES: Final[Mapping[str, Unit]] = MappingProxyType(
    {word: UNITS[code] for code, words in spellings.UNITS.items() for word in words}
)
"""Every spelling of a unit, in lower case."""

# Areas whose size differs by region, and "công", a day of labour or an area. "Công trình" and "mẫu
# nước" are neither; whatever is measured in sào is an area.
_REGIONAL: Final = re.compile(
    rf"sào(?: .*)?|(?:{'|'.join(spellings.REGIONAL_AREAS)})(?: (?:{'|'.join(spellings.GROUNDS)}))?"
)
_LONGEST: Final = 200
# A noun: words with the signs of names between them, no digits.
# Letters in lower case: those of Vietnamese and of the other languages of the country.
_WORD: Final = r"(?:[a-zà-öø-ɏḁ-ỿ][\u0300-\u036f]*)+"
_NOUN_PATTERN: Final = rf"{_WORD}(?:[ ,.&'’“”\"()\-–]{{1,3}}{_WORD})*[)”\"’]?"
_NOUN: Final = re.compile(_NOUN_PATTERN)
_WORDS: Final = re.compile(_WORD)
_RATE: Final = re.compile(rf"(?:[0-9]{{1,5}} ?)?(?:{'|'.join(map(re.escape, NAMES))}|{_NOUN_PATTERN})")
# It cannot begin with a word that belongs to the figure or joins two of them, nor end in one that
# closes an amount.
_NOT_FIRST: Final = frozenset({*numerals.AND_A_HALF, *spellings.UNTIL, *spellings.OUT_OF})
_AFTER: Final = (spellings.AT_LEAST_AFTER, spellings.AT_MOST_AFTER)
_NOT_LAST: Final = frozenset({*numerals.AND_A_HALF, numerals.EVEN})


def known_unit(words: str, scale: Scale) -> Unit | None:
    """Return the unit that words after a figure name, or None if they name none.

    Args:
        words: what stands after the figure and its scale word, as printed: a unit, or the noun
            of what is counted, and "/" before each thing that it is for.
        scale: the scale word before it.

    >>> known_unit("đồng/người/ năm", Scale.MILLION), known_unit("m²", Scale.ONE)
    (MILLION_DONG.per('người/năm'), SQUARE_METRE)
    >>> known_unit("hộ nghèo", Scale.THOUSAND)
    counted('hộ nghèo').scaled(Scale.THOUSAND)
    """
    return _unit(words, scale) if len(words) <= _LONGEST else None


@lru_cache(maxsize=4096)
def unit_as_printed(scale: str | None, words: str) -> Unit | None:
    """Return the unit of a scale word and of what follows it, if both are written plainly.

    A text that needs tidying first has none here.

    >>> unit_as_printed("triệu", "đồng/người"), unit_as_printed(None, "mô  hình")
    (MILLION_DONG.per('người'), None)
    """
    return known_unit(words, SCALES[scale] if scale else Scale.ONE) if tidy(words) == words else None


@lru_cache(maxsize=4096)
def _unit(words: str, scale: Scale) -> Unit | None:
    name, rate = split_rate(words)
    if words.lower().endswith(_AFTER):
        return None
    if words.lower() in lookalikes.NOUNS_WITH_SLASH and scale is Scale.ONE:
        return counted(words)
    if "/" in words and not all(_RATE.fullmatch(part) for part in rate.lower().split("/")):
        return None
    unit = _measure(name)
    if unit is None:
        if is_regional(name) or not _is_noun(name.lower(), scale):
            return None
        unit = counted(name)
    if scale is not Scale.ONE:
        if unit.dimension is Dimension.RATIO:
            return None
        unit = unit.scaled(scale)
    return unit.per(rate) if rate else unit


def _measure(name: str) -> Unit | None:
    """Return the measure that a name is, alone or with what is measured: "tạ", "tạ thóc"."""
    if name in spellings.COMPACT_OR_UNIT or name in spellings.NOT_IN_CAPITALS:
        return None
    low = name.lower()
    unit = NAMES.get(low)
    if unit is not None or " " not in low:
        return unit
    words = low.split(" ")
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        unit = NAMES.get(" ".join(words[:count]))
        if unit is not None:
            substantial = unit.dimension in _WITH_MATERIALS and measured_after(words[count:])
            return unit if substantial and _NOUN.fullmatch(" ".join(words[count:])) else None
    return None


_LONGEST_NAME: Final = 5
_WITH_MATERIALS: Final = MEASURED - {Dimension.RATIO}


def split_rate(words: str) -> tuple[str, str]:
    """Return the name of a unit and what it is for each of, blanks around slashes removed.

    >>> split_rate("tiêu chí / xã")
    ('tiêu chí', 'xã')
    """
    name, _, rate = words.partition("/")
    if not rate:
        return words, ""
    return name.rstrip(), "/".join(part.strip() for part in rate.split("/"))


def is_regional(name: str) -> bool:
    """Return whether words name an area whose size differs by region, or "công"."""
    return _REGIONAL.fullmatch(name.lower()) is not None


def _is_noun(name: str, scale: Scale) -> bool:
    if not _NOUN.fullmatch(name):
        return False
    words = _WORDS.findall(name)
    return words[0] not in _NOT_FIRST and words[-1] not in _NOT_LAST and is_counted_noun(name, scale)
