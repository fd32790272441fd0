"""What type checkers infer for places by day, and for figures in the units of a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_type

import danvankheo as dvk
from danvankheo import places
from danvankheo.places import AdminUnit, Match, PlacesOfTheDay, Step

DAY = date(2026, 11, 30)
today = places.at(DAY)
unit = today.unit("23617")
place = today.place(unit)

assert_type(today, PlacesOfTheDay)
assert_type(today.assumed, bool)
assert_type(unit, AdminUnit)
assert_type(unit.level, dvk.PlaceLevel)
assert_type(unit.label, str)
assert_type(unit.existed_on(DAY), bool)
assert_type(today.find("An Khê", within="Gia Lai"), AdminUnit)
assert_type(today.candidates("An Khê", kind=dvk.PlaceKind.WARD, within=place), tuple[AdminUnit, ...])
assert_type(today.units(), Iterator[AdminUnit])
assert_type(today.counts(), Mapping[dvk.PlaceKind, int])
assert_type(today.parent(unit), AdminUnit | None)
assert_type(today.children(unit), tuple[AdminUnit, ...])
assert_type(place, dvk.Place)
assert_type(today.text(unit), str)
assert_type(today.of_place(place), tuple[AdminUnit, ...])
assert_type(places.successors(unit), tuple[Step, ...])
assert_type(places.predecessors(unit), tuple[Step, ...])
assert_type(places.history(unit), tuple[Step, ...])
assert_type(places.history(unit)[0].resolution, str)
assert_type(places.held_by(unit, on=DAY, level=dvk.PlaceLevel.PROVINCE), tuple[AdminUnit, ...])
assert_type(places.resolve(place, on=dvk.Period.year(2026)), dvk.Place)
assert_type(places.match(place, on=DAY), Match)
assert_type(places.match(place, on=DAY).unit, AdminUnit | None)

found = dvk.roll_up([], by=dvk.PlaceLevel.COMMUNE, places_on=DAY)
assert_type(found, dvk.calc.UnitRollUp)
assert_type(found[place], dvk.Summary)
assert_type(list(found), list[dvk.Place | dvk.calc.Together | dvk.calc.UnknownUnit | None])
assert_type(found.of([place, "23614"]), dvk.calc.KnownOf)
