"""Why the words after a figure are no unit, with what was likely meant or each of two meanings."""

from contextlib import suppress
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import (
    DONG,
    LARGER_AREAS,
    UNITS,
    WORKDAY,
    Region,
    Scale,
    Unit,
    local_area,
    traditional_area,
)
from danvankheo.errors import InvalidValueError, ReadingError
from danvankheo.locale_vi import spellings
from danvankheo.reading.counted import meant_text
from danvankheo.reading.figures import Figure, Options
from danvankheo.reading.source import Source
from danvankheo.reading.units import SCALE_OF_ZEROS, split_rate
from danvankheo.reasons import Reason

_UNIT_HINT: Final = "such as đồng, m2, ngày công, hộ"
_UNIT_HINT_VI: Final = "như đồng, m2, ngày công, hộ"


def not_a_unit(source: Source, figure: Figure, words: str, start: int, options: Options) -> ReadingError:
    """Return the error for words that are no unit, with what they were likely meant as."""
    name = split_rate(words)[0]
    other = spellings.COMPACT_OR_UNIT.get(name)
    scale = SCALE_OF_ZEROS.get(spellings.COMPACT_LETTERS.get(name.lower(), 0))
    if other is not None and scale is not None and figure.scale is Scale.ONE:
        meant = {"compact": DONG.scaled(scale), "unit": UNITS[other]}
        readings = {key: Quantity(figure.amount(source, unit, options), unit) for key, unit in meant.items()}
        digits = _digits_of(source, figure)
        return source.ambiguous(
            Reason.TWO_WAY,
            start,
            readings,
            Words("hãy viết đủ chữ", "write the scale word or the unit out"),
            meanings=[Words.same(f"{digits} {unit.label}") for unit in meant.values()],
        )
    likely = meant_text(name)
    if not likely:
        return source.error_at(Reason.UNIT_WORD, start, hint=Words(_UNIT_HINT_VI, _UNIT_HINT))
    text = f"{_digits_of(source, figure)} {likely}"
    return source.error_at(
        Reason.UNIT_WORD, start, hint=Words(f"có thể là {text}", f"perhaps {text} was meant")
    )


def _digits_of(source: Source, figure: Figure) -> str:
    """Return a figure as printed."""
    return source.text[figure.start : figure.stop]


def regional(source: Source, figure: Figure, name: str, start: int, options: Options) -> ReadingError:
    """Return the error with what a regional word can mean: an area by region, or labour."""
    word = name.partition(" ")[0]
    units: dict[str, Unit] = {}
    if name == spellings.LABOUR_OR_LAND:
        units["labour"] = WORKDAY
    for region in Region:
        with suppress(InvalidValueError):
            units[region.value] = traditional_area(word, region)
    if word in LARGER_AREAS:
        units["south-larger"] = local_area(word, *LARGER_AREAS[word])
    readings, meanings = {}, []
    for key, unit in units.items():
        scaled = unit if figure.scale is Scale.ONE else unit.scaled(figure.scale)
        readings[key] = Quantity(figure.amount(source, unit, options), scaled)
        base = readings[key].to(scaled.to_base())
        meanings.append(Words.same(f"{base.amount:f} {base.unit.name}"))
    return source.ambiguous(
        Reason.REGIONAL_UNIT,
        start,
        readings,
        Words(
            "hãy nêu rõ vùng, hoặc viết m2, ngày công",
            f"pass units=[traditional_area({word!r}, Region.…)] or local_area, or write m2 or ngày công",
        ),
        meanings=meanings,
    )
