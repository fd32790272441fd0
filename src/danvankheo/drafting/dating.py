"""When it was: the period that the figures are about, and the day of the review."""

import re
from collections import Counter
from contextlib import suppress
from datetime import date
from typing import Final

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.drafting.material import Material
from danvankheo.drafting.titles import LONGEST_TITLE, REVIEW, is_stamp
from danvankheo.locale_vi import contexts, movements, words
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import folded

_NOT_OF_FIGURES: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.NOT_OF_FIGURES)}) (?:của )?\Z")
_OF_MOVEMENT: Final = re.compile(rf"(?<!\w){movements.MOVEMENT}(?: [^\W\d_]+){{1,8}} \Z")
# A review names its month, and the term of the body that holds it, without being about them.
_SELDOM_REVIEWED: Final = (PeriodKind.MONTH, PeriodKind.TERM)
_NEAR: Final = 60
_HEAD: Final = 200
_AHEAD: Final = 300
_MONTH: Final = 31


def period_of(material: Material, name: str) -> tuple[int | None, Period] | None:
    """Return the period that the movement's figures are about, with the position of the fact.

    It is the one that stands after the movement's name or the word for its review; else the one
    stated most often, comparators aside. Where none is stated it is the year of the first date, and of
    the day on which the page was published, which is no fact of the text: its position is None.
    """
    written = _written_on(material)
    told = [
        (at, piece, period)
        for at, piece in enumerate(material.pieces)
        if piece.kind is FactKind.PERIOD and not material.is_compared_to(piece)
        for period in [_in_full(material, at, written)]
        if period is not None
    ]
    for at, piece, period in told:
        if name and isinstance(piece.value, Period) and _stands_near(material, piece, folded(name)):
            return at, period
    for at, piece, period in told:
        if isinstance(piece.value, Period) and _OF_MOVEMENT.search(material.before(piece, most=_AHEAD)):
            return at, period
    for at, piece, period in told:
        if (
            period.kind not in _SELDOM_REVIEWED
            and REVIEW.search(material.before(piece, most=120))
            and not _is_not_of_figures(material, piece)
        ):
            return at, period
    years = [(at, period) for at, _, period in told if period.kind is not PeriodKind.DATES]
    years += [
        (at, Period.year(piece.value.start.year))
        for at, piece in enumerate(material.pieces)
        if isinstance(piece.value, PartialPeriod) and isinstance(piece.value.start, date)
    ]
    if not years or (written is None and all(period.kind is PeriodKind.STAGE for _, period in years)):
        titled = _year_of_title(material)
        if titled or not years:
            return _year_of_a_date(material, written) or titled
    weights: Counter[Period] = Counter()
    for at, period in years:
        weights[period] += _weight_of_period(material, material.pieces[at], period, written)
    best = max(weights.values())
    if best == 1 and written is not None:
        return _year_of_a_date(material, written)
    years.sort(key=lambda told: told[0])
    of_weight = [(at, period) for at, period in years if weights[period] == best]
    row = _all_of_a_row(material, of_weight)
    if row is None and written is None and all(period.kind is PeriodKind.YEAR for _, period in of_weight):
        return max(
            of_weight, key=lambda told: (told[1].start, -told[0])
        )  # the earlier ones are looked back on
    return of_weight[0][0], row or of_weight[0][1]


def _in_full(material: Material, at: int, written: date | None) -> Period | None:
    """Return the period of a piece; one without a year is that of its sentence, or of the day of writing.

    "sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2019" states one year for both.
    """
    value = material.pieces[at].value
    if isinstance(value, Period):
        return value
    if not isinstance(value, PartialPeriod) or value.number is None or value.kind is PeriodKind.MONTH:
        return None
    sentence = material.sentence_of(material.pieces[at])
    following = material.pieces[at + 1] if at + 1 < len(material.pieces) else None
    if (
        following is not None
        and isinstance(following.value, Period)
        and following.value.kind is not PeriodKind.DATES
        and not material.is_compared_to(following)
        and material.sentence_of(following) == sentence
    ):
        return value.in_year(following.value.start.year)
    period = value.in_year(written.year) if written else None
    return period if period and written and period.start <= written else None


def _all_of_a_row(material: Material, years: list[tuple[int, Period]]) -> Period | None:
    """Return the span of years that stand in a row, each with figures: "(năm 2015: 28; năm 2016: 55 …)"."""
    periods = list(dict.fromkeys(period for _, period in years))
    if len(periods) < _FEWEST_IN_ROW or not _in_one_sentence(material, years):
        return None
    if any(period.kind is not PeriodKind.YEAR for period in periods):
        return None
    first, last = periods[0].start.year, periods[-1].start.year
    in_a_row = [period.start.year for period in periods] == list(range(first, last + 1))
    return Period.stage(first, last) if in_a_row else None


def _in_one_sentence(material: Material, years: list[tuple[int, Period]]) -> bool:
    starts = {material.text.sentence_start(material.pieces[at].start, _LONGEST_ROW) for at, _ in years}
    return len(starts) == 1


_FEWEST_IN_ROW: Final = 3
_LONGEST_ROW: Final = 2_000


def _written_on(material: Material) -> date | None:
    """Return the day that stands at the head of a text, or the first full date in it."""
    lines = material.text.low[:_HEAD].split("\n")
    for line in lines:
        stamp = _DAY_OF_STAMP.search(line) if is_stamp(line) else None
        if stamp is not None:
            with suppress(ValueError):
                return date(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))
    days = (
        piece.value
        for at, piece in enumerate(material.pieces)
        if isinstance(piece.value, date) and not _is_of_document(material, at)
    )
    return next(days, None)


def _is_of_document(material: Material, at: int) -> bool:
    """Return whether a date is the day of a document: "Nghị quyết số 39 ngày 17/4/2015"."""
    if at and material.pieces[at - 1].kind is FactKind.DOCUMENT:
        return True
    start = material.pieces[at].start
    return _DOCUMENT.search(material.text.low, max(0, start - _NEAR), start) is not None


_DOCUMENT: Final = re.compile(
    rf"(?<!\w)(?:{any_of(contexts.DOCUMENT_TYPES)})(?: số)?:? ?[0-9][\w/.-]*,?(?: {words.DAY})? ?\Z"
)


_DAY_OF_STAMP: Final = re.compile(
    r"(?<!\w)(?P<day>[0-9]{1,2})[ /.-](?P<month>[0-9]{1,2})[ /.-](?P<year>(?:19|20)[0-9]{2})(?!\w)"
)


def _is_not_of_figures(material: Material, piece: Piece) -> bool:
    """Return whether a word before a period says that the figures are of another: "nhiệm vụ năm 2023"."""
    return _NOT_OF_FIGURES.search(material.text.low, max(0, piece.start - _NEAR), piece.start) is not None


def _weight_of_period(material: Material, piece: Piece, period: Period, written: date | None) -> int:
    """Return how much a mention says that the figures are of a period.

    Terms and stages, what was before or is aimed at, and times far from the day of the text weigh little.
    """
    if _is_not_of_figures(material, piece):
        return 1
    if period.start.year < period.end.year - 1:
        return 1
    weight = 8 if piece.start < _HEAD else 4
    if written is not None:
        if period.start > written or period.end.year < written.year - 1:
            return 1
        if period.end.year < written.year:
            weight -= 1
        if period.kind is PeriodKind.MONTH and (written - period.end).days > _MONTH:
            return 1  # a month that a story tells of
    return weight // 2 if period.kind is PeriodKind.MONTH else weight


def _stands_near(material: Material, piece: Piece, name: str) -> bool:
    """Return whether the movement's name stands near a period, in its sentence."""
    low = material.text.low
    start = max(material.sentence_of(piece), piece.start - len(name) - _NEAR)
    end = material.text.sentence_end(piece.end, len(name) + _NEAR)
    return name in low[start : piece.start] or name in low[piece.end : end]


def _year_of_a_date(material: Material, written: date | None) -> tuple[int | None, Period] | None:
    """Return the year of the first date that is no document's, else that of the day of writing."""
    for at, piece in enumerate(material.pieces):
        if isinstance(piece.value, date) and not _is_of_document(material, at):
            return at, Period.year(piece.value.year)
    return (None, Period.year(written.year)) if written else None


def _year_of_title(material: Material) -> tuple[None, Period] | None:
    """Return the bare year that a title ends with: "… mừng Tết Giáp Thìn 2024"."""
    found = _BARE_YEAR.search(material.text.low[:LONGEST_TITLE].partition("\n")[0])
    return (None, Period.year(int(found[0]))) if found else None


_BARE_YEAR: Final = re.compile(r"(?<=[^\W\d_] )(?:19|20)[0-9]{2}(?=[ .]*\Z)")


def reviewed_on(material: Material) -> tuple[int, date | PartialDate] | None:
    """Return the day of the review, stated in the sentence that speaks of it."""
    for at, piece in enumerate(material.pieces):
        if not isinstance(piece.value, date | PartialDate):
            continue
        if (
            at
            and material.pieces[at - 1].kind is FactKind.DOCUMENT
            and piece.start - material.pieces[at - 1].end < _NEAR
        ):
            continue  # the day of a directive
        start, end = material.sentence_of(piece), material.text.sentence_end(piece.end, _AHEAD)
        if REVIEW.search(material.text.low, start, end) and piece.kind is FactKind.DATE:
            return at, piece.value
    return None
