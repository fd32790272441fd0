"""Places of records, and the units that they are: by code where there is one, else by name."""

from datetime import date

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import other_than
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.domain.validators import check_day
from danvankheo.errors import invalid
from danvankheo.places.lookup import PlacesOfTheDay, at, in_words, named, several_units, unknown_place
from danvankheo.places.table import FIRST_DAY, table
from danvankheo.places.units import AdminUnit
from danvankheo.reasons import Reason


@attrs.frozen
class Match:
    """The units that a place can be.

    Args:
        units: all of them; one where it is certain.
        day: the day as of which they were looked up.
        assumed: whether that is later than the day, or the period, that was asked for: the table begins
            on 30-6-2025, and names of earlier days are looked up as of that one.

    >>> from danvankheo import PlaceKind, places
    >>> found = places.match(Place(name="An Khê", kind=PlaceKind.WARD), on=date(2026, 11, 30))
    >>> isinstance(found, places.Match), found.unit, [unit.code for unit in found.units]
    (True, None, ['20305', '23617'])
    """

    units: tuple[AdminUnit, ...]
    day: date
    assumed: bool

    @property
    def unit(self) -> AdminUnit | None:
        """The unit, if it is certain."""
        return self.units[0] if len(self.units) == 1 else None


def match(place: Place | AdminUnit, *, on: date | Period) -> Match:
    """Return the units that a place can be; of a community, those of the place that it lies in.

    Args:
        place: any place, or a unit: a code decides, else its names and kinds up to the highest that is given.
        on: a day; or a period, of which the last day counts on which there was such a unit, since a
            report speaks of what there is when it is written; not after the place's own last day, if it
            has one. Days before 30-6-2025 are looked up as of that day.

    >>> from danvankheo import Period, PlaceKind, places
    >>> town = Place(name="An Khê", kind=PlaceKind.TOWN)
    >>> found = places.match(town, on=Period.year(2022))
    >>> found.unit.code, found.day.isoformat(), found.assumed
    ('623', '2025-06-30', True)
    """
    place = _as_place(place, "places.match")
    outer = next((step for step in place.lineage() if step.level > PlaceLevel.COMMUNITY), None)
    first, last = _days(on, "places.match.on")
    start, end = (first, last) if outer is None else _within(first, last, outer)
    days = _to_look_on(start, end) if start <= end else []
    for day in days:
        units = at(day).of_place(outer) if outer is not None else ()
        if units:
            return Match(units, day, assumed=day > last)
    return Match((), max(last, FIRST_DAY), assumed=last < FIRST_DAY)


def resolve(place: Place | AdminUnit, *, on: date | Period) -> Place:
    """Return a place as the table has it on a day: with its code, and with all that it lies in.

    Two places are one if they are resolved to the same: by code, not by spelling. A community keeps its
    name; what it lies in is resolved.

    Args:
        place: any place, or a unit.
        on: a day, or a period, as for `match`.

    Raises:
        InvalidValueError: no unit is called so on that day, or several are; one that ended before it, of
            which `successors` says what it became; a community of no place.

    >>> from danvankheo import PlaceKind, places
    >>> gia_lai = Place(name="Gia lai", kind=PlaceKind.PROVINCE)
    >>> an_khe = Place(name="An Khê", kind=PlaceKind.WARD, parent=gia_lai)
    >>> places.resolve(an_khe, on=date(2026, 11, 30)).code
    '23617'
    >>> places.resolve(attrs.evolve(an_khe, parent=None), on=date(2026, 11, 30))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: places.resolve: expected one unit, not phường An Khê, thành phố Đà \
Nẵng or phường An Khê, tỉnh Gia Lai, got "phường An Khê"
    """
    place = _as_place(place, "places.resolve")
    if place.level is PlaceLevel.NATION:
        return place
    found = match(place, on=on)
    if found.unit is None:
        ends = [] if found.units else [unit.until for unit in _ever(place) if unit.until is not None]
        if ends and max(ends) < found.day:
            words = {"day": in_words(found.day), "until": in_words(max(ends))}
            raise invalid("places.resolve", Reason.ENDED_PLACE, named(place), **words)
        raise unknown_place("places.resolve", place, found.day, found.units)
    unit = PlacesOfTheDay(found.day).place(found.unit)
    return unit if place.level > PlaceLevel.COMMUNITY else attrs.evolve(place, parent=unit)


def unit_meant(unit: AdminUnit | Place, where: str) -> AdminUnit:
    """Return a unit as it is; of a place the one that it is, on whatever day of the table.

    Raises:
        InvalidValueError: neither; a place that is no unit, or is one of several, also at several times.
    """
    if isinstance(unit, AdminUnit):
        return unit
    if not isinstance(unit, Place):
        raise other_than(where, unit, AdminUnit)
    found = _ever(unit)
    if len(found) == 1:
        return found[0]
    if found:
        raise several_units(where, unit, [_with_days(each) for each in found])
    day = Words("nào trong bảng", "any day of the table")
    raise invalid(where, Reason.KNOWN_PLACE, named(unit), day=day)


def _as_place(place: Place | AdminUnit, where: str) -> Place:
    """Return a place as it is, a unit as the place that it was on its first day."""
    if isinstance(place, AdminUnit):
        return at(place.since or FIRST_DAY).place(place)
    if not isinstance(place, Place):
        raise other_than(where, place, AdminUnit, called=Words("Place hoặc AdminUnit", "Place or AdminUnit"))
    return place


def _ever(place: Place) -> list[AdminUnit]:
    """Return the units that a place can be on whatever day of the table, the last first."""
    outer = next((step for step in place.lineage() if step.level > PlaceLevel.COMMUNITY), None)
    if outer is None:
        return []
    start, end = _within(FIRST_DAY, date.max, outer)
    days = _to_look_on(start, end) if start <= end else []
    return [*dict.fromkeys(unit for day in days for unit in at(day).of_place(outer))]


def _with_days(unit: AdminUnit) -> str:
    """Return a unit with what it lies in, and since or until when it is called so."""
    day = unit.since or FIRST_DAY
    days = [f"từ {unit.since:%d/%m/%Y}"] if unit.since else []
    days += [f"đến {unit.until:%d/%m/%Y}"] if unit.until else []
    return f"{PlacesOfTheDay(day).text(unit)} ({' '.join(days)})"


def _days(on: date | Period, where: str) -> tuple[date, date]:
    if isinstance(on, Period):
        return on.start, on.end
    if isinstance(on, str):
        either = Words("ngày hoặc thời kỳ", "a date or a period")
        raise other_than(where, on, date, Period, called=either)
    check_day(on, where)
    return on, on


def _within(first: date, last: date, place: Place) -> tuple[date, date]:
    """Return the part of a period in which a place existed by what it says itself; it may be none."""
    starts = [step.since for step in place.lineage() if step.since]
    ends = [step.until for step in place.lineage() if step.until]
    return max([first, *starts]), min([last, *ends])


def _to_look_on(first: date, last: date) -> list[date]:
    """Return the days on which units are looked up, the last first: only where something changed."""
    if last < FIRST_DAY:
        return [FIRST_DAY]
    ends = [day for day in table().last_days() if first <= day < last]
    return [last, *reversed(ends)]
