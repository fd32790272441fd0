"""Periods and places that an option names in words."""

from danvankheo.cli.messages import BadDataError
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.places import Place
from danvankheo.drafting.names import place_in_words
from danvankheo.errors import InvalidValueError, ReadingError
from danvankheo.reading.periods import parse_period


def period_typed(text: str) -> Period:
    """Return the period that `--period` names, in words or by its code."""
    try:
        return Period.from_code(text)
    except InvalidValueError:
        try:
            told = parse_period(text)
        except ReadingError as error:
            raise BadDataError(f"--period {text}: {error.vietnamese}") from None
    if isinstance(told, PartialPeriod):
        raise BadDataError(f"--period {text}: thiếu năm")
    return told


def place_typed(text: str) -> Place:
    """Return the place that `--place` names."""
    place = place_in_words(text)
    if place is None:
        raise BadDataError(f"--place {text}: cần loại và tên, như “xã Tú An, tỉnh Gia Lai”")
    return place
