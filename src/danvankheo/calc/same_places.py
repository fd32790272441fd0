"""Reports of two periods beside each other, only where they are of the same places, across mergers too."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias, overload

from danvankheo.bilingual import Words
from danvankheo.calc.comparison import Basis, BasisLike, Comparison, Comparisons, compared
from danvankheo.calc.rollup import Grouping, roll_up
from danvankheo.calc.totals import summarise
from danvankheo.checking import checked_each, chosen
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import TWO_LEVELS_FROM, Place, PlaceLevel
from danvankheo.domain.summary import Summary
from danvankheo.errors import invalid
from danvankheo.places.changes import held_by
from danvankheo.places.lookup import PlacesOfTheDay
from danvankheo.places.matching import match
from danvankheo.places.table import FIRST_DAY
from danvankheo.places.units import AdminUnit
from danvankheo.reasons import Reason

_Groups: TypeAlias = dict[Any, Summary]


@overload
def compare_movements(
    now: Iterable[Movement], before: Iterable[Movement], *, basis: BasisLike = ...
) -> Comparison: ...
@overload
def compare_movements(
    now: Iterable[Movement],
    before: Iterable[Movement],
    *,
    by: PlaceLevel | Grouping | str,
    basis: BasisLike = ...,
) -> Comparisons[Any]: ...
def compare_movements(
    now: Iterable[Movement],
    before: Iterable[Movement],
    *,
    by: PlaceLevel | Grouping | str | None = None,
    basis: BasisLike = Basis.SAME_PERIOD,
) -> Comparison | Comparisons[Any]:
    """Return the figures of reports beside those of an earlier period, each group only where it is the same.

    Figures by place are brought to the units of the later period: what lies wholly in one of them is added
    to it (see `roll_up` with ``places_on=``). Two sums are compared only if the reports of both periods are
    of the same ground; else the reason `NotCompared.PLACES` stands there: a unit was divided, or a commune
    that is in one period is missing in the other.

    Args:
        now: the reports of the later period, all of one.
        before: those of the earlier one, all of one; or plans.
        by: by what they are grouped, as in `roll_up`; all together if not given.
        basis: what the earlier ones are.

    Raises:
        InvalidValueError: no report, or reports of several periods on one side.

    >>> from danvankheo import Contribution, PlaceKind, Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
    >>> def report(year, kind, name, amount):
    ...     place = Place(name=name, kind=kind, parent=gia_lai)
    ...     gift = Contribution(quantity=Quantity(amount, MILLION_DONG))
    ...     return Movement(name="Dân vận khéo", period=Period.year(year), place=place, contributions=(gift,))
    >>> names = ("Tú An", "Xuân An", "Song An", "Cửu An")
    >>> old = [report(2024, PlaceKind.COMMUNE, name, 10) for name in names]
    >>> new = [report(2026, PlaceKind.COMMUNE, "Cửu An", 50)]
    >>> (line,) = compare_movements(new, old).lines
    >>> str(line.before), line.growth
    ('40.000.000 đồng', Fraction(1, 4))
    >>> (line,) = compare_movements(new, old[:3]).lines
    >>> line.growth, [why.label for why in line.why]
    (None, ['địa bàn hai kỳ không như nhau'])
    """
    of = chosen(basis, Basis, "compare_movements.basis")
    later = tuple(checked_each(now, Movement, "compare_movements.now"))
    earlier = tuple(checked_each(before, Movement, "compare_movements.before"))
    periods = _only_period(later, "compare_movements.now"), _only_period(earlier, "compare_movements.before")
    if by is None:
        alike = same_places(later, earlier)
        return compared(summarise(later), summarise(earlier), of, periods, same_places=alike)
    groups = side_by_side(later, earlier, by=by)
    return Comparisons(
        {
            key: compared(
                groups.now.get(key, Summary()),
                groups.before.get(key, Summary()),
                of,
                periods,
                same_places=groups.alike[key],
            )
            for key in groups.alike
        }
    )


class SideBySide(NamedTuple):
    """Summaries of two periods by the same groups.

    Args:
        now: those of the later period.
        before: those of the earlier one.
        alike: for every group of either, whether both are of the same ground.
    """

    now: _Groups
    before: _Groups
    alike: dict[Any, bool]


def side_by_side(
    now: Sequence[Movement], before: Sequence[Movement], *, by: PlaceLevel | Grouping | str
) -> SideBySide:
    """Return reports of two periods by group, places in the units of the later one where they are known.

    Args:
        now: the reports of the later period, all of one.
        before: those of the earlier one, all of one.
        by: by what they are grouped, as in `roll_up`.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> groups = side_by_side([an_khe], [an_khe], by="province")
    >>> [(key.name, alike) for key, alike in groups.alike.items()]
    [('Gia Lai', True)]
    """
    periods = _only_period(now, "compare_movements.now"), _only_period(before, "compare_movements.before")
    level = _level(by)
    if level is not None:
        return _by_place(now, before, level, periods)
    groups: list[_Groups] = [dict(roll_up(side, by=by)) for side in (now, before)]  # type: ignore[arg-type]
    alike = same_places(now, before)
    return SideBySide(groups[0], groups[1], {key: alike for each in groups for key in each})


def _only_period(movements: Sequence[Movement], where: str) -> Period:
    periods = sorted({movement.period for movement in movements})
    if len(periods) != 1:
        one = Words("báo cáo của một kỳ", "reports of one period")
        raise invalid(where, Reason.TYPE, ", ".join(period.code for period in periods), type=one)
    return periods[0]


def _level(by: object) -> PlaceLevel | None:
    if isinstance(by, PlaceLevel):
        return by
    return next((level for level in PlaceLevel if level.name.lower() == by), None)


def _by_place(
    now: Sequence[Movement],
    before: Sequence[Movement],
    level: PlaceLevel,
    periods: tuple[Period, Period],
) -> SideBySide:
    day = max(periods[0].end, FIRST_DAY)
    known = all(_unit(movement) is not None for movement in (*now, *before) if movement.place)
    if known and level in (PlaceLevel.COMMUNE, PlaceLevel.PROVINCE):
        groups: list[_Groups] = [dict(roll_up(side, by=level, places_on=day)) for side in (now, before)]
        sides = [_grouped(side, lambda each: _held(each, day, level)) for side in (now, before)]
    else:
        groups = [dict(roll_up(side, by=level)) for side in (now, before)]
        sides = [
            _grouped(side, lambda each: each.place.at(level) if each.place else None)
            for side in (now, before)
        ]
    keys = dict.fromkeys((*groups[0], *groups[1]))
    alike = {
        key: same_places(sides[0].get(key, ()), sides[1].get(key, ()))
        and (any(key in side for side in sides) or not isinstance(key, Place) or _is_unchanged(key, periods))
        for key in keys
    }
    return SideBySide(groups[0], groups[1], alike)


def _is_unchanged(place: Place, periods: tuple[Period, Period]) -> bool:
    """Return whether a place within those that report was the same unit in both periods."""
    units = [match(place, on=period).unit for period in periods]
    days = [max(period.end, FIRST_DAY) for period in periods]
    if any(unit is None for unit in units):
        return len({period.end >= TWO_LEVELS_FROM for period in periods}) == 1
    now, before = ([unit] if unit else [] for unit in units)
    return _lie_in(before, now, days[0]) and _lie_in(now, before, days[1])


def _grouped(movements: Sequence[Movement], key_of: Any) -> dict[Hashable, list[Movement]]:
    found: dict[Hashable, list[Movement]] = {}
    for movement in movements:
        found.setdefault(key_of(movement), []).append(movement)
    return found


def _held(movement: Movement, day: date, level: PlaceLevel) -> Place | None:
    """Return the one unit of a level that a report is of; None if it is of several, or of none."""
    unit = _unit(movement)
    if unit is None:
        return None
    held = held_by(unit, on=day, level=level)
    return PlacesOfTheDay(day).place(held[0]) if len(held) == 1 else None


def same_places(now: Iterable[Movement], before: Iterable[Movement]) -> bool:
    """Return whether reports of two periods are of the same ground, whatever its units were called.

    Of places that the table of units does not know, the names have to be the same, and both periods on one
    side of 1-7-2025.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> same_places([an_khe], [an_khe]), same_places([an_khe], [load("docs/examples/chu-pah-2022.json")])
    (True, False)
    """
    later, earlier = tuple(now), tuple(before)
    if not later or not earlier:
        return True  # nothing is compared with nothing
    if {each.place for each in later} == {each.place for each in earlier} and _side(later) == _side(earlier):
        return True
    units = [[_unit(each) for each in side] for side in (later, earlier)]
    if any(unit is None for side in units for unit in side):
        return False
    ours, theirs = ([unit for unit in side if unit is not None] for side in units)
    days = [max(FIRST_DAY, *(each.period.end for each in side)) for side in (later, earlier)]
    return _lie_in(theirs, ours, days[0]) and _lie_in(ours, theirs, days[1])


def _side(movements: Sequence[Movement]) -> set[bool]:
    """Return on which side of the mergers reports are."""
    return {each.period.end >= TWO_LEVELS_FROM for each in movements}


def _unit(movement: Movement) -> AdminUnit | None:
    if movement.place is None or movement.place.level is PlaceLevel.NATION:
        return None
    return match(movement.place, on=movement.period).unit


def _lie_in(units: Sequence[AdminUnit], others: Sequence[AdminUnit], day: date) -> bool:
    """Return whether units lie wholly in others of another day."""
    that_day = PlacesOfTheDay(day)
    codes = {unit.code for unit in others}

    def is_in(unit: AdminUnit | None) -> bool:
        return unit is not None and (unit.code in codes or is_in(that_day.parent(unit)))

    return all(is_in(part) for unit in units for part in held_by(unit, on=day))
