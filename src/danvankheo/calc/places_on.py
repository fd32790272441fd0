"""Figures of any year in the units of one day: exact where they can be, known together where they cannot."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property, reduce
from typing import Final, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.calc.belonging import models_by_id, own_place, period_of
from danvankheo.calc.totals import Fact, Tally, facts_of, merge
from danvankheo.checking import checked_each, checked_iterable
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.numbers import EXACT, Number, decimal_from
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.shown import ShownAsTable, ShownByField
from danvankheo.domain.summary import Summary
from danvankheo.errors import invalid
from danvankheo.places.changes import held_by
from danvankheo.places.lookup import PlacesOfTheDay, at, covered
from danvankheo.places.matching import match
from danvankheo.reasons import Reason

Shares: TypeAlias = Mapping[str, Mapping[str, Number]]
"""By the code of a divided unit, the shares of its figures by the codes of the units that hold it."""

_LEVELS: Final = (PlaceLevel.COMMUNE, PlaceLevel.DISTRICT, PlaceLevel.PROVINCE)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Together(ShownByField):
    """Units that hold a figure together, none of which holds it alone: a divided unit, or a higher one.

    Args:
        of: the unit that the figure is of.
        units: the fewest units of the day that hold it whole.

    >>> from danvankheo import PlaceKind
    >>> one, two = (Place(name=name, kind=PlaceKind.WARD) for name in ("Ba Đình", "Ngọc Hà"))
    >>> print(Together(of=Place(name="Đội Cấn", kind=PlaceKind.WARD), units=(one, two)))
    phường Đội Cấn (chung của phường Ba Đình, phường Ngọc Hà)
    """

    of: Place
    units: tuple[Place, ...]

    def __str__(self) -> str:
        """Return it in Vietnamese."""
        return f"{_named(self.of)} (chung của {', '.join(map(_named, self.units))})"


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Unplaced(ShownByField):
    """A place that is no one unit of the table: none is called so, or several are.

    Args:
        place: the place as it was given.
        candidates: the units that it may be.

    >>> from danvankheo import PlaceKind
    >>> print(Unplaced(place=Place(name="Xuân Lộc", kind=PlaceKind.COMMUNE), candidates=()))
    xã Xuân Lộc (không có trong bảng)
    """

    place: Place
    candidates: tuple[Place, ...]

    def __str__(self) -> str:
        """Return it in Vietnamese."""
        why = f"có {len(self.candidates)} nơi cùng tên" if self.candidates else "không có trong bảng"
        return f"{_named(self.place)} ({why})"


@attrs.frozen(kw_only=True, repr=False)
class KnownOf(ShownByField):
    """What is known of several units together.

    Args:
        summary: the sum of all figures that lie wholly in them.
        beside: figures that lie in them only in part, so that they are in no sum. What is `Unplaced` is
            in neither: nobody knows where it lies.

    >>> from danvankheo import roll_up
    >>> known = roll_up([], by=PlaceLevel.PROVINCE, places_on=date(2026, 11, 30)).of(["52"])
    >>> isinstance(known, KnownOf), known.summary.movements, known.beside
    (True, 0, ())
    """

    summary: Summary
    beside: tuple[Together, ...]


@attrs.frozen(kw_only=True, repr=False)
class RolledUp(ShownByField, ShownAsTable, Mapping[Place | Together | Unplaced | None, Summary]):
    """Summaries by the units of one day; what stands beside them has keys of its own.

    It is a mapping. Merging all its values gives the summary of all movements. None is the group of what
    names no place, or the nation.

    Attributes:
        day: the day whose units these are.
        level: their level.
        assumed: the places of reports from before the table begins, which were looked up as of its
            first day; their borders may have been others.
        groups: the groups with their summaries, in the order in which they were met.

    >>> from danvankheo import PlaceKind, roll_up
    >>> from danvankheo.units import MILLION_DONG
    >>> ward = Place(
    ...     name="Đội Cấn", kind=PlaceKind.WARD, parent=Place(name="Hà Nội", kind=PlaceKind.MUNICIPALITY)
    ... )
    >>> given = Contribution(quantity=Quantity(5, MILLION_DONG))
    >>> report = Movement(name="Dân vận khéo", period=Period.year(2024), place=ward, contributions=(given,))
    >>> found = roll_up([report], by=PlaceLevel.COMMUNE, places_on=date(2026, 11, 30))
    >>> [str(key) for key in found]
    ['phường Đội Cấn (chung của phường Ba Đình, phường Ngọc Hà)']
    >>> found.of(["00004"]).summary.movements, found.of(["00004", "00008"]).summary.movements
    (0, 1)
    >>> [str(key.of.name) for key in found.of(["00004"]).beside], [place.name for place in found.assumed]
    (['Đội Cấn'], ['Đội Cấn'])
    """

    day: date
    level: PlaceLevel
    assumed: tuple[Place, ...]
    groups: tuple[tuple[Place | Together | Unplaced | None, Summary], ...]

    @cached_property
    def _by_key(self) -> dict[Place | Together | Unplaced | None, Summary]:
        return dict(self.groups)

    def __getitem__(self, key: Place | Together | Unplaced | None) -> Summary:
        """Return the summary of a group."""
        return self._by_key[key]

    def __iter__(self) -> Iterator[Place | Together | Unplaced | None]:
        """Yield the groups, in the order in which they were met."""
        return (key for key, _ in self.groups)

    def __len__(self) -> int:
        """Return how many groups there are."""
        return len(self.groups)

    def of(self, units: Iterable[Place | str]) -> KnownOf:
        """Return what is known of several units together, such as those that a town became.

        Args:
            units: units of the day, of the level or higher, or their codes.

        Raises:
            InvalidValueError: no unit of the day, or one of a lower level.
        """
        codes = {code for unit in _several(units) for code in self._codes(unit)}
        inside: list[Summary] = []
        beside: list[Together] = []
        for key, summary in self.groups:
            if isinstance(key, Together):
                theirs = {unit.code for unit in key.units}
                if theirs <= codes:
                    inside.append(summary)
                elif theirs & codes:
                    beside.append(key)
            elif isinstance(key, Place) and key.code in codes:
                inside.append(summary)
        return KnownOf(summary=merge(*inside), beside=tuple(beside))

    def _codes(self, asked: Place | str) -> Iterator[str]:
        """Yield the codes of the units of the level that one of the same level, or a higher one, is."""
        unit = at(self.day).unit(asked.code if isinstance(asked, Place) else asked)
        if unit.level < self.level:
            allowed = f"PlaceLevel.{self.level.name}"
            raise invalid("roll_up.of", Reason.ONE_OF, unit.label, allowed=allowed)
        return (each.code for each in held_by(unit, on=self.day, level=self.level))


def roll_up_on(
    movements: Movement | Iterable[Movement], *, by: object, day: date | None, apportion: Shares | None
) -> RolledUp:
    """Return the summaries by the units of a day; `roll_up` with ``places_on=``."""
    if by not in _LEVELS or not isinstance(by, PlaceLevel):
        allowed = ", ".join(f"PlaceLevel.{level.name}" for level in _LEVELS)
        raise invalid("roll_up.by", Reason.ONE_OF, by, allowed=allowed)
    if day is None:
        raise invalid("roll_up.places_on", Reason.DATE, day)
    groups = _Groups(covered(day, "roll_up.places_on"), by, _checked(apportion or {}))
    for movement in checked_each(movements, Movement, "roll_up"):
        models = models_by_id(movement)
        groups.tally(groups.key(movement.place, movement.place, movement.period)).count_movement()
        for fact in facts_of(movement):
            own = own_place(fact, models)
            period = period_of(fact, movement)
            groups.add(groups.key(own or movement.place, movement.place, period), fact, movement.period)
    return groups.result()


_Key: TypeAlias = Place | Together | Unplaced | None


class _Groups:
    """Tallies by the units of a day."""

    def __init__(self, day: PlacesOfTheDay, level: PlaceLevel, shares: Mapping[str, Mapping[str, Decimal]]):
        self._day, self._level, self._shares = day, level, shares
        self._tallies: dict[_Key, Tally] = {}
        self._keys: dict[Hashable, _Key] = {}
        self._assumed: dict[Place, None] = {}

    def tally(self, key: _Key) -> Tally:
        if key not in self._tallies:
            self._tallies[key] = Tally()
        return self._tallies[key]

    def add(self, key: _Key, fact: Fact, period: Period) -> None:
        """Add a fact to its group, or its shares to several."""
        if not isinstance(key, Together) or key.of.code not in self._shares:
            self.tally(key).add(fact, period)
            return
        shares, units = self._shares[key.of.code], {unit.code: unit for unit in key.units}
        if not set(shares) <= set(units):
            raise _bad_shares(key.of.code, shares, units)
        if not _is_measured(fact):
            self.tally(key).add(fact, period)
            return
        for code, share in shares.items():
            if share:
                self.tally(units[code]).add(_multiplied(fact, share), period)

    def key(self, place: Place | None, around: Place | None, period: Period) -> _Key:
        """Return the group of a place that is named in a movement of another place."""
        asked = place, around, period
        if asked not in self._keys:
            self._keys[asked] = self._found(place, around, period)
        return self._keys[asked]

    def result(self) -> RolledUp:
        return RolledUp(
            day=self._day.day,
            level=self._level,
            assumed=tuple(self._assumed),
            groups=tuple((key, tally.summary()) for key, tally in self._tallies.items()),
        )

    def _found(self, place: Place | None, around: Place | None, period: Period) -> _Key:
        unit = _unit_like(_in_context(place, around))
        if unit is None or unit.level is PlaceLevel.NATION:
            return None
        found = match(unit, on=period)
        that_day = PlacesOfTheDay(found.day)
        if found.unit is None:
            return Unplaced(place=unit, candidates=tuple(map(that_day.place, found.units)))
        was = that_day.place(found.unit)
        if found.assumed:
            self._assumed[was] = None
        held = held_by(found.unit, on=self._day.day, level=self._level)
        units = tuple(map(self._day.place, held))
        return units[0] if len(units) == 1 else Together(of=was, units=units)


def _in_context(place: Place | None, around: Place | None) -> Place | None:
    """Return a place with the movement's own place around it, where its highest parent is lower."""
    if place is None or around is None or place is around:
        return place
    *_, highest = place.lineage()
    return _put_in(place, around) if highest.level < around.level else place


def _put_in(place: Place, around: Place) -> Place:
    outer = around if place.parent is None else _put_in(place.parent, around)
    return attrs.evolve(place, parent=outer)


def _unit_like(place: Place | None) -> Place | None:
    """Return a place, or the unit that a community lies in."""
    if place is None or place.level > PlaceLevel.COMMUNITY:
        return place
    return next((step for step in place.lineage() if step.level > PlaceLevel.COMMUNITY), None)


def _is_measured(fact: Fact) -> bool:
    """Return whether a share of a fact means something: not of what is counted whole, as models are."""
    if isinstance(fact, Contribution):
        return fact.quantity is not None
    return isinstance(fact, Indicator) and fact.part is not None and fact.whole is not None


def _multiplied(fact: Fact, share: Decimal) -> Fact:
    """Return the share of a measured fact."""
    if isinstance(fact, Contribution) and fact.quantity is not None:
        amount = EXACT.multiply(fact.quantity.amount, share)
        about = fact.quantity.approximation.plus(Approximation.ABOUT)
        return attrs.evolve(fact, quantity=Quantity(amount, fact.quantity.unit, about))
    assert isinstance(fact, Indicator)
    assert fact.part is not None
    assert fact.whole is not None
    return attrs.evolve(fact, part=EXACT.multiply(fact.part, share), whole=EXACT.multiply(fact.whole, share))


def _checked(shares: Shares) -> dict[str, dict[str, Decimal]]:
    """Return shares as exact decimals, checked to add up to 1."""
    checked: dict[str, dict[str, Decimal]] = {}
    for unit, of in shares.items():
        exact = {code: decimal_from(share, "roll_up.apportion") for code, share in of.items()}
        if any(share < 0 for share in exact.values()) or reduce(EXACT.add, exact.values(), Decimal(0)) != 1:
            raise _bad_shares(unit, exact, exact)
        checked[unit] = exact
    return checked


def _several(units: Iterable[Place | str]) -> Iterator[Place | str]:
    for unit in checked_iterable(
        units, "roll_up.of", Words("nhiều Place", "several Place"), several=not isinstance(units, str)
    ):
        if not isinstance(unit, Place | str):
            raise invalid("roll_up.of", Reason.TYPE, unit, type="Place, str")
        yield unit


def _bad_shares(unit: str, shares: Mapping[str, Decimal], allowed: Iterable[str]) -> Exception:
    got = f"{unit}: " + ", ".join(f"{code} {share}" for code, share in shares.items())
    return invalid("roll_up.apportion", Reason.SHARES_OF_PLACE, got, allowed=", ".join(allowed))


def _named(place: Place) -> str:
    return f"{place.kind.label} {place.name}"
