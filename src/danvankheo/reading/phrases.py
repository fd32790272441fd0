"""A phrase of which only the text is known: every kind that can read it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.stated import Stated
from danvankheo.errors import AmbiguousTextError, ReadingError
from danvankheo.reading.dates import parse_date
from danvankheo.reading.documents import parse_document
from danvankheo.reading.numbers import ConventionLike, parse_number
from danvankheo.reading.periods import parse_period
from danvankheo.reading.quantities import parse_money, parse_quantity, parse_range
from danvankheo.reading.source import Source
from danvankheo.reading.statements import (
    TimesReadingLike,
    parse_attainment,
    parse_change,
    parse_from_to,
    parse_ratio,
)
from danvankheo.reading.words import words_to_number
from danvankheo.reasons import Reason


def read_phrase(
    text: str,
    *,
    convention: ConventionLike | None = None,
    times: TimesReadingLike | None = None,
    shorthand: bool = False,
) -> dict[str, Decimal | Stated]:
    """Return what a phrase says, by every kind of statement that it can be.

    Most phrases are of one kind; "2/11" is a date and a ratio.

    Args:
        text: the phrase and nothing else.
        convention: as in `parse_number`.
        times: as in `parse_change`.
        shorthand: as in `parse_money`.

    Raises:
        ReadingError: no reader knows it; of their reasons the one that got furthest.

    >>> read_phrase("hơn 154,4 triệu đồng")
    {'quantity': Quantity(Decimal('154.4'), MILLION_DONG, Approximation.OVER)}
    >>> list(read_phrase("2/11"))
    ['date', 'ratio']
    """
    readers: dict[str, Callable[[str], Decimal | Stated]] = {
        "number": lambda phrase: parse_number(phrase, convention=convention),
        "words": words_to_number,
        "quantity": lambda phrase: parse_quantity(phrase, convention=convention, shorthand=shorthand),
        "money": lambda phrase: parse_money(phrase, convention=convention, shorthand=shorthand),
        "range": lambda phrase: parse_range(phrase, convention=convention, shorthand=shorthand),
        "date": parse_date,
        "period": parse_period,
        "ratio": lambda phrase: parse_ratio(phrase, convention=convention),
        "change": lambda phrase: parse_change(
            phrase, convention=convention, times=times, shorthand=shorthand
        ),
        "from_to": lambda phrase: parse_from_to(phrase, convention=convention, shorthand=shorthand),
        "attainment": lambda phrase: parse_attainment(phrase, convention=convention, shorthand=shorthand),
        "document": parse_document,
    }
    found: dict[str, Decimal | Stated] = {}
    refused: list[ReadingError] = []
    for kind, read in readers.items():
        try:
            found[kind] = read(text)
        except ReadingError as error:
            refused.append(error)
    if "quantity" in found:
        found.pop("money", None)  # the same amount
    day = found.get("date")
    if "period" in found:
        found.pop("quantity", None)  # "6 tháng đầu năm" counts no months
        if not (isinstance(day, PartialDate) and day.day is not None):
            found.pop("date", None)  # "năm 2022" is a span of days
    if found:
        return found
    telling = [error for error in refused if error.reason not in _GENERAL]
    if not telling:
        raise Source(text, "read_phrase").error_at(Reason.READABLE, 0)
    raise max(telling, key=_how_telling)


def _how_telling(error: ReadingError) -> tuple[bool, bool, int]:
    return (
        isinstance(error, AmbiguousTextError),
        error.reason is not Reason.UNIT_WORD,  # which any word after a figure can bring about
        error.position,
    )


# Reasons that say only that a text is not of a reader's kind.
_GENERAL: Final = frozenset(
    {
        Reason.FIGURE, Reason.DIGITS, Reason.NUMBER_WORDS, Reason.RANGE_TEXT, Reason.RATIO_TEXT,
        Reason.CHANGE_TEXT, Reason.FROM_TO_TEXT, Reason.ATTAINMENT_TEXT, Reason.DATE_TEXT, Reason.PERIOD_TEXT,
        Reason.DOCUMENT_TEXT, Reason.DIMENSION,
    }
)  # fmt: skip
