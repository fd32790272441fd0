"""Of which places and times several inputs are, and which of them cover the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

import attrs

from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.places import PlaceLevel
from danvankheo.errors import InvalidValueError, ReadingError, invalid
from danvankheo.formatting.dates import format_period
from danvankheo.reading.periods import parse_period
from danvankheo.reasons import Reason
from danvankheo.reporting.place_names import (
    LEVELS,
    Lineage,
    PlaceName,
    lies_in,
    lineage_of,
    lowest,
    place_text,
    same_place,
)

_NO_PERIOD: Final = "không ghi kỳ"


@attrs.frozen
class Coverage:
    """A place and a time that an input has figures of.

    Args:
        source: what the input is called.
        names: the place.
        period: the time; None if it is not stated.
        code: the official code of the place, if the input has one: two codes are two places.
    """

    source: str
    names: Lineage
    period: Period | None
    code: str = ""

    @property
    def text(self) -> str:
        """The place and the time: "xã Ia Sơn, tỉnh Gia Lai, quý II/2026"."""
        return f"{place_text(self.names)}, {self.when}"

    @property
    def when(self) -> str:
        """The time, in Vietnamese."""
        return format_period(self.period) if self.period else _NO_PERIOD


@attrs.frozen
class Repeated:
    """A place and a time that several inputs cover.

    Args:
        first: what the one with the fullest name covers.
        sources: the inputs.
    """

    first: Coverage
    sources: tuple[str, ...]


_COMMUNE: Final = LEVELS.index(PlaceLevel.COMMUNE)


def coverage_of(source: str, movement: Movement) -> Coverage:
    """Return of which place and time a movement is."""
    code = movement.place.code if movement.place else ""
    return Coverage(source, lineage_of(movement.place), movement.period, code)


def read_period(text: str | None, year: int | None) -> Period | None:
    """Return the period of a row of a table; None if none is stated.

    Args:
        text: its code or its name, such as "2026-Q2", "Quý II/2026"; without a year, such as "quý II",
            it has that of the row.
        year: the year of the row.

    Raises:
        InvalidValueError: no period, or one without a year.

    >>> read_period("Quý II/2026", None), read_period(" quý 2 ", 2026), read_period(None, 2026)
    (Period.from_code('2026-Q2'), Period.from_code('2026-Q2'), Period.from_code('2026'))
    """
    plain = " ".join((text or "").split())
    if not plain:
        return Period.year(year) if year is not None else None
    try:
        return Period.from_code(plain)
    except InvalidValueError:
        pass
    try:
        found = parse_period(plain)
        if isinstance(found, PartialPeriod) and year is not None:
            found = found.in_year(year)
    except (ReadingError, InvalidValueError):
        raise invalid("period", Reason.PERIOD_TEXT, text) from None
    if isinstance(found, PartialPeriod):
        raise invalid("period", Reason.PERIOD_TEXT, text)
    return found


def repeated(covered: Iterable[Coverage]) -> list[Repeated]:
    """Return the places and times that more than one input covers, in the order of the inputs.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> (both,) = repeated([coverage_of("a.json", an_khe), coverage_of("b.json", an_khe)])
    >>> both.first.text, both.sources
    ('thị xã An Khê, tỉnh Gia Lai, năm 2022', ('a.json', 'b.json'))
    """
    named: defaultdict[tuple[object, ...], list[Coverage]] = defaultdict(list)
    for each in covered:
        name = _lowest_name(each.names)
        if name is not None:
            named[lowest(each.names), name.key, each.period].append(each)
    found = []
    for group in (group for alike in named.values() for group in _groups(alike)):
        sources = tuple(dict.fromkeys(each.source for each in group))
        if len(sources) > 1:
            fullest = max(group, key=_names_given)
            found.append(Repeated(fullest, sources))
    return found


def _groups(alike: Sequence[Coverage]) -> list[list[Coverage]]:
    """Return places of one name and time in groups that may each be one place."""
    uppers = [_upper(each.names, lowest(each.names)) for each in alike]
    if None not in uppers and len({*uppers}) > 1:  # in so many places, which are compared apart
        apart_by: dict[str | None, list[Coverage]] = {}
        for upper, each in zip(uppers, alike, strict=True):
            apart_by.setdefault(upper, []).append(each)
        return [group for these in apart_by.values() for group in _groups(these)]
    groups: list[list[Coverage]] = []
    for each in alike:
        # A bare name may be the place of several groups, which then may all be one.
        same = [group for group in groups if any(_same_place(one, each) for one in group)]
        apart = [group for group in groups if group not in same]
        groups = [*apart, [*chain(*same), each]]
    return groups


def _upper(names: Lineage, at: int) -> str | None:
    """Return the name by which places of a level and name are kept apart: the commune, or the province."""
    name = names[_COMMUNE if at > _COMMUNE else 0] if at else None
    return name.key if name is not None else None


class _ByName:
    """What covers places, by the level and name of each, and by what keeps places of one name apart."""

    def __init__(self) -> None:
        self._found: defaultdict[tuple[int, str], defaultdict[str | None, list[tuple[int, Coverage]]]]
        self._found = defaultdict(lambda: defaultdict(list))
        self._count = 0

    def add(self, at: int, key: str, each: Coverage) -> None:
        self._count += 1
        self._found[at, key][_upper(each.names, at)].append((self._count, each))

    def may_agree(self, at: int, key: str, names: Lineage) -> list[Coverage]:
        """Return those of a level and name that may be of the place of other names, in their order."""
        if (at, key) not in self._found:
            return []
        there, upper = self._found[at, key], _upper(names, at)
        wanted = there if upper is None else (upper, None)
        return [
            each for _, each in sorted(chain(*(there[one] for one in wanted if one in there)), key=_count)
        ]


def _count(numbered: tuple[int, Coverage]) -> int:
    return numbered[0]


def overlaps(covered: Sequence[Coverage]) -> Iterator[tuple[Coverage, Coverage]]:
    """Yield pairs that may have the same figures though their places or times differ.

    They do if one's place is the other's or lies in it, and their times share a day; of one input only
    the same place at two such times. What `repeated` finds is not among them.
    """
    at_place, above = _ByName(), _ByName()
    for each in covered:
        at = lowest(each.names)
        if at < 0:
            continue
        within = [
            other
            for level, name in enumerate(each.names)
            if name
            for other in at_place.may_agree(level, name.key, each.names)
        ]
        name = _lowest_name(each.names)
        assert name is not None
        for other in (*within, *above.may_agree(at, name.key, each.names)):
            if _may_share(other, each):
                yield other, each
        at_place.add(at, name.key, each)
        for level, upper in enumerate(each.names[:at]):
            if upper:
                above.add(level, upper.key, each)


def _may_share(one: Coverage, other: Coverage) -> bool:
    if one.period and other.period and not one.period.overlaps(other.period):
        return False
    if _same_place(one, other):
        known = one.period and other.period
        return one.period != other.period and bool(known or one.source != other.source)
    nested = lies_in(one.names, other.names) or lies_in(other.names, one.names)
    return nested and one.source != other.source


def _same_place(one: Coverage, other: Coverage) -> bool:
    return same_place(one.names, other.names) and (one.code == other.code or "" in (one.code, other.code))


def _lowest_name(names: Lineage) -> PlaceName | None:
    at = lowest(names)
    return names[at] if at >= 0 else None


def _names_given(each: Coverage) -> int:
    return sum(name is not None for name in each.names)
