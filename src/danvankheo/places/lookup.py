"""The units of one day: by code, by name as people write it, with what lies in what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from typing import Final, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, chosen
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.domain.validators import LONGEST_NAME, check_day
from danvankheo.errors import AmbiguousTextError, InvalidValueError, ReadingError, invalid
from danvankheo.once import once
from danvankheo.places.names import full_name, lacks_marks_of, plain, readings, spelled
from danvankheo.places.table import FIRST_DAY, table
from danvankheo.places.units import AdminUnit
from danvankheo.reasons import Reason

Within: TypeAlias = AdminUnit | Place | str
"""What a unit lies in: a unit, a place, or its name as people write it."""

_MOST_NAMED: Final = 6
_DIGITS: Final = (2, 3, 5)


@attrs.frozen
class PlacesOfTheDay:
    """The units of one day; `at` makes it.

    Attributes:
        day: the day; of an earlier one than the table has, the first of the table.
        asked: that earlier day; else None.

    >>> from danvankheo import places
    >>> today = places.at(date(2026, 11, 30))
    >>> today.text(today.find("p. an khê, gia lai"))
    'phường An Khê, tỉnh Gia Lai'
    """

    day: date
    asked: date | None = None

    @property
    def assumed(self) -> bool:
        """Whether there may have been other units: the day lies before the table, or after it was checked.

        >>> [at(date(year, 6, 1)).assumed for year in (2022, 2026, 2099)]
        [True, False, True]
        """
        return self.asked is not None or self.day > table().checked

    def unit(self, code: str) -> AdminUnit:
        """Return the unit that has a code on this day.

        Raises:
            InvalidValueError: none has.

        >>> at(date(2025, 6, 30)).unit("52").label, at(date(2025, 7, 1)).unit("52").label
        ('tỉnh Bình Định', 'tỉnh Gia Lai')
        """
        unit = table().on(code, self.day) if isinstance(code, str) else None
        if unit is None:
            raise invalid("places.unit", Reason.KNOWN_PLACE, code, day=in_words(self.day))
        return unit

    def find(self, text: str, *, kind: PlaceKind | None = None, within: Within | None = None) -> AdminUnit:
        """Return the one unit that a written name means.

        Letter case, the place of tone marks, blanks and abbreviations of the kind do not matter. Marks
        may be missing if only one unit is left then. What it lies in may follow after commas.

        Args:
            text: the name: ``phường An Khê``, ``P. An Khê, Gia Lai``, ``an khe``.
            kind: its kind, if the text does not say it.
            within: a unit that it lies in, by whatever way it is named.

        Raises:
            AmbiguousTextError: several units have the name; all of them are in `readings`.
            ReadingError: none has it.

        >>> at(date(2025, 6, 30)).find("TX. An Khê").code
        '623'
        >>> at(date(2026, 11, 30)).find("phường An Khê")
        Traceback (most recent call last):
        danvankheo.errors.AmbiguousTextError: places.find: expected one unit, not phường An Khê, thành phố \
Đà Nẵng or phường An Khê, tỉnh Gia Lai at position 0 of "phường An Khê"; name its kind, or what it lies in
        """
        found = self.candidates(text, kind=kind, within=within)
        if len(found) == 1:
            return found[0]
        if found:
            names = [self.text(unit) for unit in found]
            words = {"meanings": Words(_listed(names, "hay"), _listed(names, "or"))}
            readings = dict(zip(self._distinct(names, found), found, strict=True))
            raise AmbiguousTextError("places.find", text, 0, Reason.ONE_UNIT, words, readings=readings)
        details = {"day": in_words(self.day)}
        raise ReadingError("places.find", text, 0, Reason.KNOWN_PLACE, details)

    def candidates(
        self, text: str, *, kind: PlaceKind | None = None, within: Within | None = None
    ) -> tuple[AdminUnit, ...]:
        """Return every unit that a written name can mean, in the order of the codes; none if there is none.

        Units whose name is written exactly so come alone; those of which the text lacks marks only if
        there are none, or if it has no marks at all.

        Raises:
            InvalidValueError: no text, or a very long one.

        >>> [unit.label for unit in at(date(2026, 11, 30)).candidates("Cuu An", within="Gia Lai")]
        ['xã Cửu An']
        """
        if not isinstance(text, str):
            raise invalid("places.find", Reason.TEXT, text)
        if len(text) > LONGEST_NAME:
            raise invalid("places.find", Reason.TEXT_LENGTH, text, most=LONGEST_NAME)
        if kind is not None:
            kind = chosen(kind, PlaceKind, "places.find.kind")
        exact: set[AdminUnit] = set()
        unmarked: set[AdminUnit] = set()
        for written in readings(text):
            spelling = spelled(full_name(written.name))
            there = [
                (unit, names)
                for unit, names in _index().get(plain(spelling), ())
                if unit.existed_on(self.day)
                and (kind is None or _is_of(unit, {kind}, spelling))
                and (not written.kinds or _is_of(unit, written.kinds, spelling))
            ]
            if not there:
                continue
            for outer in (*written.within, *([within] if within is not None else ())):
                codes = {unit.code for unit in self._outer(outer)}
                there = [each for each in there if codes & {unit.code for unit in self._above(each[0])}]
            exact.update(unit for unit, names in there if spelling in names)
            unmarked.update(
                unit for unit, names in there if any(lacks_marks_of(spelling, name) for name in names)
            )
        if text.partition(",")[0].isascii():  # all marks may be missing, also where a name has none
            exact |= unmarked
        return tuple(sorted(exact or unmarked, key=lambda unit: (len(unit.code), unit.code)))

    def units(self, level: PlaceLevel | None = None) -> Iterator[AdminUnit]:
        """Yield the units of this day, of one level or of all.

        >>> sum(1 for _ in at(date(2026, 11, 30)).units(PlaceLevel.COMMUNE))
        3321
        """
        for unit in table().units():
            if unit.existed_on(self.day) and level in (None, unit.level):
                yield unit

    def counts(self) -> Mapping[PlaceKind, int]:
        """Return how many units of each kind there are on this day.

        >>> found = at(date(2026, 11, 30)).counts()
        >>> {kind.label: count for kind, count in found.items() if kind.level is PlaceLevel.COMMUNE}
        {'xã': 2599, 'phường': 709, 'đặc khu': 13}
        """
        found = Counter(unit.kind for unit in self.units())
        return {kind: found[kind] for kind in PlaceKind if found[kind]}

    def parent(self, unit: AdminUnit) -> AdminUnit | None:
        """Return what a unit lies in on this day; None for a province.

        >>> today = at(date(2026, 11, 30))
        >>> today.parent(today.unit("07294")).label
        'thành phố Bắc Ninh'
        """
        return table().on(unit.parent, self.day) if unit.parent else None

    def children(self, unit: AdminUnit) -> tuple[AdminUnit, ...]:
        """Return what lies directly in a unit on this day, in the order of the codes.

        >>> before = at(date(2025, 6, 30))
        >>> [unit.name for unit in before.children(before.unit("623"))][:3]
        ['An Bình', 'Tây Sơn', 'An Phú']
        """
        return tuple(child for child in _children().get(unit.code, ()) if self._is_in(child, unit))

    def place(self, unit: AdminUnit | str) -> Place:
        """Return a unit as a place, with its code and what it lies in; also the unit that a name means.

        Raises:
            AmbiguousTextError, ReadingError: as `find`.

        >>> today = at(date(2026, 11, 30))
        >>> today.place(today.unit("23617")).parent.name, today.place("xã Cửu An, Gia Lai").code
        ('Gia Lai', '23629')
        """
        if isinstance(unit, str):
            unit = self.find(unit)
        check_type(unit, AdminUnit, "places.place")
        parent = self.parent(unit)
        return Place(
            name=unit.name,
            kind=unit.kind,
            code=unit.code,
            parent=None if parent is None else self.place(parent),
            since=unit.since,
            until=unit.until,
        )

    def text(self, unit: AdminUnit) -> str:
        """Return a unit with what it lies in: "xã Song An, thị xã An Khê, tỉnh Gia Lai"."""
        return ", ".join(each.label for each in (unit, *self._above(unit)))

    def _above(self, unit: AdminUnit) -> Iterator[AdminUnit]:
        above = self.parent(unit)
        while above is not None:
            yield above
            above = self.parent(above)

    def _is_in(self, child: AdminUnit, unit: AdminUnit) -> bool:
        return child.existed_on(self.day) and self.parent(child) == unit

    def _outer(self, within: Within) -> Iterable[AdminUnit]:
        """Return the units that what a unit lies in can mean."""
        match within:
            case AdminUnit():
                return (within,)
            case Place():
                return self.of_place(within)
            case str():
                return self.candidates(within)
        raise invalid("places.find.within", Reason.TYPE, within, type="AdminUnit, Place, str")

    def of_place(self, place: Place) -> tuple[AdminUnit, ...]:
        """Return the units that a place can be on this day: by its code, else by its names and kinds.

        A code that is none of the statistics office, with its two, three or five digits, is of another
        list and decides nothing.

        >>> at(date(2026, 11, 30)).of_place(Place(name="An Khê", kind=PlaceKind.TOWN))
        ()
        """
        above = place.parent if place.parent and place.parent.level < PlaceLevel.NATION else None
        if place.code.isdecimal() and len(place.code) in _DIGITS:
            unit = table().on(place.code, self.day)
            return (unit,) if unit is not None and self._agrees(unit, place, above) else ()
        return self.candidates(place.name, kind=place.kind, within=above)

    def _agrees(self, unit: AdminUnit, place: Place, above: Place | None) -> bool:
        """Return whether a place with a code is called, and lies, as the unit of that code does."""
        names = dict(_index().get(plain(spelled(place.name)), ()))
        if unit not in names or unit.level is not place.level:
            return False
        return above is None or not set(self.of_place(above)).isdisjoint(self._above(unit))

    @staticmethod
    def _distinct(names: list[str], units: tuple[AdminUnit, ...]) -> list[str]:
        """Return a key for each unit, also where two are called alike."""
        return [
            name if names.count(name) == 1 else f"{name} ({unit.code})"
            for name, unit in zip(names, units, strict=True)
        ]


def at(day: date) -> PlacesOfTheDay:
    """Return the units of a day; of one before 30-6-2025, with which the table begins, those of that day.

    They are `assumed` then, as in `match`.

    Raises:
        InvalidValueError: no day.

    >>> at(date(2025, 6, 30)).unit("623").label, at(date(2025, 7, 1)).candidates("thị xã An Khê")
    ('thị xã An Khê', ())
    >>> places_of_2022 = at(date(2022, 11, 2))
    >>> places_of_2022.find("thị xã An Khê").code, places_of_2022.day.isoformat(), places_of_2022.assumed
    ('623', '2025-06-30', True)
    """
    check_day(day, "places.at")
    return PlacesOfTheDay(day) if day >= FIRST_DAY else PlacesOfTheDay(FIRST_DAY, asked=day)


def covered(day: date, where: str) -> PlacesOfTheDay:
    """Return the units of a day that the table covers.

    Raises:
        InvalidValueError: no day, or an earlier one.
    """
    check_day(day, where)
    if day < FIRST_DAY:
        words = {"first": in_words(FIRST_DAY), "got": in_words(day)}
        raise InvalidValueError(where, Reason.PLACES_FROM, day.isoformat(), words)
    return PlacesOfTheDay(day)


def in_words(day: date) -> Words:
    """Return a day as sentences of errors write it."""
    return Words(f"{day:%d/%m/%Y}", day.isoformat())


def unknown_place(where: str, place: Place, day: date, found: tuple[AdminUnit, ...]) -> InvalidValueError:
    """Return why a place is no one unit of a day: none is called so, or several are."""
    if found:
        names = [PlacesOfTheDay(day).text(unit) for unit in found]
        return several_units(where, place, names)
    return invalid(where, Reason.KNOWN_PLACE, named(place), day=in_words(day))


def several_units(where: str, place: Place, names: list[str]) -> InvalidValueError:
    """Return the error that a place is one of several units, by their names."""
    words = {"meanings": Words(_listed(names, "hay"), _listed(names, "or"))}
    return invalid(where, Reason.ONE_UNIT, named(place), **words)


def named(place: Place) -> str:
    """Return a place as errors name it: with its kind, what it lies in, and its code."""
    name = ", ".join(f"{step.kind.label} {step.name}" for step in place.lineage())
    return f"{name} ({place.code})" if place.code else name


def _is_of(unit: AdminUnit, kinds: Set[PlaceKind], spelling: str) -> bool:
    """Return whether a unit is of a kind; under a former name the kind may have been another one."""
    if unit.kind in kinds:
        return True
    former = plain(spelled(unit.name)) != plain(spelling)
    return former and unit.level in {kind.level for kind in kinds}


def _listed(names: list[str], word: str) -> str:
    """Return names in a row, not more than are helpful."""
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])}, … ({len(names)})"
    return f" {word} ".join(names) if len(names) <= 2 else f"{', '.join(names[:-1])} {word} {names[-1]}"


@once
def _index() -> Mapping[str, tuple[tuple[AdminUnit, tuple[str, ...]], ...]]:
    """Return units with their spellings by these spellings without marks."""
    found: defaultdict[str, dict[AdminUnit, list[str]]] = defaultdict(dict)
    for unit in table().units():
        for name in (unit.name, *unit.other_names):
            spelling = spelled(name)
            found[plain(spelling)].setdefault(unit, []).append(spelling)
    return {key: tuple((unit, tuple(of)) for unit, of in units.items()) for key, units in found.items()}


@once
def _children() -> Mapping[str, tuple[AdminUnit, ...]]:
    found: defaultdict[str, list[AdminUnit]] = defaultdict(list)
    for unit in table().units():
        if unit.parent:
            found[unit.parent].append(unit)
    return {code: tuple(sorted(of, key=lambda unit: unit.code)) for code, of in found.items()}
