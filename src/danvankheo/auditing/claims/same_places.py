"""Places that are one unit in the course of time, so that reports of several years can be compared."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.places.changes import held_by
from danvankheo.places.lookup import PlacesOfTheDay, covered
from danvankheo.places.matching import match

Where: TypeAlias = Callable[[Place, Period], Place]
"""What a place, named in a report over a period, counts as."""


def as_written(place: Place, period: Period) -> Place:
    """Return a place as it is written: two are one if they are written alike."""
    return place


def as_units_of(day: date) -> Where:
    """Return what makes of each place the unit of a day that has the same extent, if there is one.

    A unit that was kept, renamed, or changed its kind is one. What was merged or divided is another
    place than before: it stays the unit of its own time. What is no one unit of the table stays as written.

    >>> from danvankheo import PlaceKind
    >>> where = as_units_of(date(2026, 11, 30))
    >>> where(Place(name="bo ha", kind=PlaceKind.COMMUNE), Period.month(2026, 8)).kind.label
    'phường'
    >>> where(Place(name="Bố Hạ", kind=PlaceKind.TOWNSHIP), Period.year(2024)).kind.label
    'thị trấn'
    """
    today = covered(day, "audit.places_on")

    @lru_cache(maxsize=4096)
    def where(place: Place, period: Period) -> Place:
        if place.level in (PlaceLevel.COMMUNITY, PlaceLevel.NATION):
            return place
        found = match(place, on=period)
        if found.unit is None:
            return place
        held = held_by(found.unit, on=day)
        if len(held) == 1 and held_by(held[0], on=found.day) == (found.unit,):
            return today.place(held[0])
        return PlacesOfTheDay(found.day).place(found.unit)

    return where
