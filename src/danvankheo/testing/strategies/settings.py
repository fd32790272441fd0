"""Strategies for when, where, by whom and on what ground: periods, places, organisations, documents."""

from collections.abc import Collection
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.organizations import Organization, OrganizationKind
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.domain.references import DocumentRef, DocumentSystem
from danvankheo.testing import vocabulary
from danvankheo.testing.strategies.arguments import check_days, checked, sampled

FIRST_DAY: Final = date(2016, 1, 1)
LAST_DAY: Final = date(2030, 12, 31)
"""Where days and periods lie if no bounds are given: on both sides of the reform of 1-7-2025."""
_LONGEST_STAGE: Final = 10


@checked
def periods(
    min_value: date = FIRST_DAY,
    max_value: date = LAST_DAY,
    *,
    kinds: Collection[PeriodKind] = tuple(PeriodKind),
) -> st.SearchStrategy[Period]:
    """Return a strategy for periods within two days.

    Stages and terms have two to ten years.

    Args:
        min_value: the first day that a period may have.
        max_value: the last day that it may have.
        kinds: how the periods are called.

    Raises:
        InvalidArgument: no period of the kinds lies between the days.

    >>> from hypothesis import find
    >>> find(periods(date(2022, 1, 1), date(2022, 12, 31), kinds=[PeriodKind.YEAR]), lambda period: True)
    Period.from_code('2022')
    """
    check_days(min_value, max_value)
    years = {
        year: named
        for year in range(min_value.year, max_value.year + 1)
        if (named := _within(min_value, max_value, year, frozenset(kinds)))
    }
    choices = []
    if years:
        choices.append(st.sampled_from([*years]).flatmap(lambda year: st.sampled_from(years[year])))
    if PeriodKind.DATES in kinds:
        days = st.dates(min_value, max_value)
        choices.append(st.builds(lambda one, other: Period.between(*sorted((one, other))), days, days))
    if not choices:
        raise InvalidArgument(f"no period of {kinds=} lies between {min_value} and {max_value}")
    return st.one_of(*choices)


@cache
def _starting_in(year: int) -> tuple[Period, ...]:
    """Return all periods with a name that begin in a year, the simplest first."""
    later = range(year + 1, year + _LONGEST_STAGE)
    return tuple(
        chain(
            (Period.year(year),),
            (Period.half(year, half) for half in (1, 2)),
            (Period.quarter(year, quarter) for quarter in (1, 2, 3, 4)),
            (Period.month(year, month) for month in range(1, 13)),
            (Period.first_months(year, count) for count in range(1, 12) if count != 6),
            (Period.last_months(year, count) for count in range(1, 12) if count != 6),
            (Period.school_year(year),),
            (Period.award_year(year + 1),),
            (make(year, last) for last in later for make in (Period.stage, Period.term)),
        )
    )


def _within(first: date, last: date, year: int, kinds: frozenset[PeriodKind]) -> list[Period]:
    return [
        period
        for period in _starting_in(year)
        if period.kind in kinds and first <= period.start and period.end <= last
    ]


@checked
@st.composite
def partial_dates(draw: st.DrawFn, min_value: date = FIRST_DAY, max_value: date = LAST_DAY) -> PartialDate:
    """Return a strategy for dates of which a part is not stated: "2-11", "tháng 11/2022", "năm 2022".

    Args:
        min_value: the first day that a date stands for.
        max_value: the last.

    >>> from hypothesis import find
    >>> find(partial_dates(), lambda day: day.month == 11).code
    '2016-11'
    """
    day = draw(st.dates(min_value, max_value))
    match draw(_THREE):
        case 0:
            return PartialDate(year=day.year)
        case 1:
            return PartialDate(year=day.year, month=day.month)
        case _:
            return PartialDate(month=day.month, day=day.day)


@st.composite
def partial_periods(draw: st.DrawFn) -> PartialPeriod:
    """Return a strategy for periods of which a part is not stated: "quý III", "từ năm 2019 đến nay".

    >>> from hypothesis import find
    >>> since = find(partial_periods(), lambda period: period.kind is PeriodKind.DATES)
    >>> since.start is not None, since.end
    (True, None)
    """
    kind = draw(st.sampled_from([*_NUMBERED, PeriodKind.DATES]))
    if kind is PeriodKind.DATES:
        return PartialPeriod(kind=kind, start=draw(partial_dates() | st.dates(FIRST_DAY, LAST_DAY)))
    return PartialPeriod(kind=kind, number=draw(st.integers(1, _NUMBERED[kind])))


_NUMBERED: Final = {
    PeriodKind.QUARTER: 4,
    PeriodKind.MONTH: 12,
    PeriodKind.HALF_YEAR: 2,
    PeriodKind.FIRST_MONTHS: 11,
    PeriodKind.LAST_MONTHS: 11,
}
_THREE: Final = st.integers(0, 2)


@checked
def places(
    *, kinds: Collection[PlaceKind] = tuple(PlaceKind), existing_in: Period | None = None
) -> st.SearchStrategy[Place]:
    """Return a strategy for places with the places that they lie in.

    A place above the province has no parent; under it, a parent is of the next level that its time
    had (from 1-7-2025 on there are no districts), or is not stated.

    Args:
        kinds: of what kinds the places are.
        existing_in: a period in which they and all their parents existed.

    Raises:
        InvalidArgument: no such kind existed in the period.

    >>> from hypothesis import find
    >>> find(places(existing_in=Period.year(2026)), lambda place: place.kind is PlaceKind.THON).existed_in(
    ...     Period.year(2026)
    ... )
    True
    """
    possible = [kind for kind in _KINDS if kind in kinds and _existed(kind, existing_in)]
    if not possible:
        raise InvalidArgument(f"no place of {kinds=} existed in {existing_in!r}")
    return _places(st.sampled_from(possible), existing_in)


# Towns first: the movement that examples should look like is that of a town.
_KINDS: Final = (PlaceKind.TOWN, *(kind for kind in PlaceKind if kind is not PlaceKind.TOWN))
_OF_LEVEL: Final = {
    PlaceLevel.NATION: (PlaceKind.NATION,),
    PlaceLevel.PROVINCE: (PlaceKind.PROVINCE, PlaceKind.MUNICIPALITY),
    PlaceLevel.DISTRICT: (PlaceKind.TOWN, PlaceKind.RURAL_DISTRICT, PlaceKind.PROVINCIAL_CITY),
    PlaceLevel.COMMUNE: (PlaceKind.COMMUNE, PlaceKind.WARD),
}
_CODES: Final = {PlaceLevel.PROVINCE: 2, PlaceLevel.DISTRICT: 3, PlaceLevel.COMMUNE: 5}
"""How many digits the official code of a level has."""


def _existed(kind: PlaceKind, period: Period | None) -> bool:
    if period is None:
        return True
    return (kind.since or date.min) <= period.end and period.start <= (kind.until or date.max)


@st.composite
def _places(draw: st.DrawFn, kinds: st.SearchStrategy[PlaceKind], period: Period | None) -> Place:
    return _place(draw, draw(kinds), period)


def _place(draw: st.DrawFn, kind: PlaceKind, period: Period | None) -> Place:
    digits = _CODES.get(kind.level)
    code = draw(_code_of(digits)) if digits else ""
    return Place(name=draw(_NAMES[kind.level]), kind=kind, code=code, parent=_parent(draw, kind, period))


def _parent(draw: st.DrawFn, kind: PlaceKind, period: Period | None) -> Place | None:
    """Return what a place of a kind lies in, if that is stated."""
    if kind.level >= PlaceLevel.PROVINCE or not draw(_TOLD):
        return None
    above = PlaceLevel(kind.level + 1)
    # A special zone lies in its province at once; and so does all that is told of the time after.
    if above is PlaceLevel.DISTRICT and (kind.since or not _existed(PlaceKind.TOWN, period)):
        above = PlaceLevel.PROVINCE
    return _place(draw, draw(_kinds_of(above)), period)


@cache
def _kinds_of(level: PlaceLevel) -> st.SearchStrategy[PlaceKind]:
    return st.sampled_from(_OF_LEVEL[level])


@cache
def _code_of(digits: int) -> st.SearchStrategy[str]:
    return st.just("") | st.integers(1, 10**digits - 1).map(lambda number: f"{number:0{digits}}")


_NAMES: Final = {level: st.sampled_from(names) for level, names in vocabulary.PLACES.items()}
_TOLD: Final = st.booleans()


@checked
def organizations(
    *,
    kinds: Collection[OrganizationKind] = tuple(OrganizationKind),
    places: st.SearchStrategy[Place | None] | None = None,
) -> st.SearchStrategy[Organization]:
    """Return a strategy for organisations.

    Args:
        kinds: of what kinds they are; only kinds of which the vocabulary has a name are drawn.
        places: where they work; not stated if not given.

    Raises:
        InvalidArgument: no name is known for any of the kinds.

    >>> from hypothesis import find
    >>> find(organizations(kinds=[OrganizationKind.FARMERS_UNION]), lambda body: True).name
    'Hội Nông dân'
    """
    named = [pair for pair in vocabulary.ORGANIZATIONS if pair[1] in kinds]
    return st.builds(
        lambda pair, place: Organization(name=pair[0], kind=pair[1], place=place),
        sampled(named, "kinds"),
        st.none() if places is None else places,
    )


@checked
def document_refs(
    min_value: date = FIRST_DAY,
    max_value: date = LAST_DAY,
    *,
    systems: Collection[DocumentSystem] = tuple(DocumentSystem),
) -> st.SearchStrategy[DocumentRef]:
    """Return a strategy for references to documents.

    The year in the symbol of a normative document is that of its issue.

    Args:
        min_value: the first day of issue.
        max_value: the last day of issue.
        systems: the State's documents, the Party's, or both.

    >>> from hypothesis import find
    >>> find(document_refs(date(2022, 1, 1), date(2022, 12, 31)), lambda told: told.symbol == "NĐ-CP").year
    2022
    """
    check_days(min_value, max_value)
    symbols = [choice for choice in _SYMBOLS if choice[0] in systems]
    return _document_refs(sampled(symbols, "systems"), st.dates(min_value, max_value))


_SYMBOLS: Final = [
    (system, of_year, type_, symbol)
    for system, of_year, table in (
        (DocumentSystem.STATE, False, vocabulary.STATE_DOCUMENTS),
        (DocumentSystem.STATE, True, vocabulary.NORMATIVE_DOCUMENTS),
        (DocumentSystem.PARTY, False, vocabulary.PARTY_DOCUMENTS),
    )
    for type_, symbols in table.items()
    for symbol in symbols
]
_DOCUMENT_NUMBERS: Final = st.integers(1, 9999)


@st.composite
def _document_refs(
    draw: st.DrawFn,
    symbols: st.SearchStrategy[tuple[DocumentSystem, bool, str, str]],
    days: st.SearchStrategy[date],
) -> DocumentRef:
    system, of_year, type_, symbol = draw(symbols)
    issued = draw(days)
    return DocumentRef(
        type=type_,
        number=draw(_DOCUMENT_NUMBERS),
        symbol=symbol,
        year=issued.year if of_year else None,
        issued=issued if draw(_TOLD) else None,
        system=system,
    )
