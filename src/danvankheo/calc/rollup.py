"""Roll-up: the same facts, grouped by place, field, period or organiser, and added up."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias, TypeVar, overload

from danvankheo.bilingual import Words
from danvankheo.calc.belonging import models_by_id, own_model, own_place, period_of
from danvankheo.calc.places_on import RolledUp, Shares, roll_up_on
from danvankheo.calc.totals import Fact, Tally, facts_of
from danvankheo.checking import checked_each, close_to
from danvankheo.domain.award import Award
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import ModelCount, ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.domain.shown import Printer, ShownAsTable
from danvankheo.domain.summary import Summary
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

_Key = TypeVar("_Key", bound=Hashable)


class RollUp(dict[_Key, Summary], ShownAsTable):
    """The summaries of `roll_up` by group: a dict that notebooks and terminals show as a table.

    >>> from danvankheo import load
    >>> found = roll_up([load("docs/examples/an-khe-2022.json")], by=PlaceLevel.PROVINCE)
    >>> isinstance(found, dict), "Tỉnh Gia Lai" in found._repr_html_(), "Tỉnh Gia Lai" in str(found)
    (True, True, True)
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.pretty(dict(self))


class Grouping(Labelled):
    """By what `roll_up` groups facts, beside the levels of places.

    >>> from danvankheo import load, roll_up
    >>> from danvankheo.calc import Grouping
    >>> [period.code for period in roll_up([load("docs/examples/an-khe-2022.json")], by=Grouping.PERIOD)]
    ['2022']
    """

    FIELD = "field", "lĩnh vực"
    PERIOD = "period", "thời kỳ"
    AWARD_YEAR = "award_year", "năm thống kê khen thưởng"
    ORGANIZER = "organizer", "đơn vị tổ chức"


_Level: TypeAlias = PlaceLevel | Literal["community", "commune", "district", "province", "nation"]
_Field: TypeAlias = Literal[Grouping.FIELD, "field"]
_Period: TypeAlias = Literal[Grouping.PERIOD, "period"]
_AwardYear: TypeAlias = Literal[Grouping.AWARD_YEAR, "award_year"]
_Organizer: TypeAlias = Literal[Grouping.ORGANIZER, "organizer"]


@overload
def roll_up(movements: Movement | Iterable[Movement], *, by: _Level) -> RollUp[Place | None]: ...
@overload
def roll_up(
    movements: Movement | Iterable[Movement], *, by: _Level, places_on: date, apportion: Shares | None = None
) -> RolledUp: ...
@overload
def roll_up(movements: Movement | Iterable[Movement], *, by: _Field) -> RollUp[ModelField | str | None]: ...
@overload
def roll_up(movements: Movement | Iterable[Movement], *, by: _Period) -> RollUp[Period]: ...
@overload
def roll_up(movements: Movement | Iterable[Movement], *, by: _AwardYear) -> RollUp[Period | None]: ...
@overload
def roll_up(movements: Movement | Iterable[Movement], *, by: _Organizer) -> RollUp[Organization | None]: ...
@overload
def roll_up(movements: Movement | Iterable[Movement], *, by: Callable[[Movement], _Key]) -> RollUp[_Key]: ...
def roll_up(
    movements: Movement | Iterable[Movement],
    *,
    by: _Level | _Field | _Period | _AwardYear | _Organizer | Callable[[Movement], Hashable],
    places_on: date | None = None,
    apportion: Shares | None = None,
) -> RollUp[Any] | RolledUp:
    """Return one summary a group, in the order in which the groups are met.

    Numerators and denominators are added, percentages never averaged; and merging all the
    groups gives the summary of all the movements, so nothing is lost or counted twice. None is
    the group of what the grouping does not apply to.

    Args:
        movements: one movement, or those of places that do not contain each other.
        by: a place level such as ``"province"`` (each fact goes to the unit of that level that it
            lies in, and to None if it lies higher or no place is known); ``"field"`` (models, and
            contributions to a model, go to the model's field, one outside the four by its name;
            the rest has none);
            ``"period"`` (a fact's own period, else the movement's); ``"award_year"`` (awards go to
            the year from 1-12 to 30-11 in which they were decided; the rest has none);
            ``"organizer"``; or a function of the whole movement.
        places_on: the units of this day, with `by` a level of them: figures of any year are brought to
            them. What lies wholly in one unit is added to it; the rest stands beside them, for the
            units that hold it together (`Together`), and what is no unit of the table under its own
            name (`Unplaced`). Nothing is apportioned.
        apportion: with `places_on`, the shares by which figures of a divided unit are apportioned: by
            its code, decimals that add up to 1 by the codes of the new units. What is given and
            measured is multiplied, and counts as approximate; models, awards and reports are not.

    Raises:
        InvalidValueError: no such grouping; a day before the table of places begins; shares that do
            not add up to 1.

    >>> from danvankheo import PlaceKind
    >>> gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
    >>> two = [
    ...     Movement(
    ...         name="Dân vận khéo", period=Period.year(2022),
    ...         place=Place(name=name, kind=kind, parent=gia_lai),
    ...     )
    ...     for name, kind in [("An Khê", PlaceKind.TOWN), ("Chư Păh", PlaceKind.RURAL_DISTRICT)]
    ... ]
    >>> {place.name: group.movements for place, group in roll_up(two, by=PlaceLevel.PROVINCE).items()}
    {'Gia Lai': 2}
    >>> found = roll_up(two, by=PlaceLevel.PROVINCE, places_on=date(2026, 11, 30))
    >>> [(place.code, summary.movements) for place, summary in found.items()]
    [('52', 2)]
    """
    if places_on is not None or apportion is not None:
        return roll_up_on(movements, by=by, day=places_on, apportion=apportion)
    groups: dict[Hashable, Tally] = {}

    def group(key: Hashable) -> Tally:
        if key not in groups:
            groups[key] = Tally()
        return groups[key]

    how = by if callable(by) else _grouping(by)
    for movement in checked_each(movements, Movement, "roll_up"):
        if not isinstance(how, PlaceLevel | Grouping):
            group(how(movement)).add_movement(movement)
            continue
        key_of = grouping(how, movement)
        group(key_of(None)).count_movement()
        for fact in facts_of(movement):
            group(key_of(fact)).add(fact, movement.period)
    return RollUp({key: tally.summary() for key, tally in groups.items()})


def grouping(by: PlaceLevel | Grouping, movement: Movement) -> Callable[[Fact | None], Hashable]:
    """Return what tells the group of a fact of the movement, and of the movement itself (None).

    `roll_up` groups by it, and tables of facts hold it in columns, so that both group alike.
    """
    models = models_by_id(movement)

    def place(fact: Fact | None) -> Place | None:
        own = own_place(fact, models)
        assert isinstance(by, PlaceLevel)
        if own is not None:
            unit = own.at(by)
            if unit is not None or own.level > by:
                return unit
        # A hamlet without its parents lies in the movement's place all the same.
        return movement.place.at(by) if movement.place else None

    def field(fact: Fact | None) -> ModelField | str | None:
        told = fact if isinstance(fact, ModelCount) else own_model(fact, models)
        return (told.other_field or told.field) if told else None

    def period(fact: Fact | None) -> Period:
        return period_of(fact, movement)

    def award_year(fact: Fact | None) -> Period | None:
        return fact.award_year if isinstance(fact, Award) else None

    def organizer(_: Fact | None) -> Organization | None:
        return movement.organizer

    match by:
        case PlaceLevel():
            return place
        case Grouping.FIELD:
            return field
        case Grouping.PERIOD:
            return period
        case Grouping.AWARD_YEAR:
            return award_year
        case Grouping.ORGANIZER:
            return organizer


_GROUPINGS: Final[Mapping[str, PlaceLevel | Grouping]] = MappingProxyType(
    {level.name.lower(): level for level in PlaceLevel} | {each.value: each for each in Grouping}
)


def _grouping(by: object) -> PlaceLevel | Grouping:
    """Return what to group by, as itself or by its name."""
    if isinstance(by, PlaceLevel | Grouping):
        return by
    if isinstance(by, str) and by in _GROUPINGS:
        return _GROUPINGS[by]
    names = ", ".join(_GROUPINGS)
    allowed = {"allowed": Words(f"{names}, hoặc một hàm", f"{names}, or a function")}
    raise invalid("roll_up.by", Reason.ONE_OF, by, **allowed, **close_to(by, _GROUPINGS))


def overlapping(movements: Iterable[Movement]) -> Iterator[tuple[Movement, Movement]]:
    """Yield pairs of movements that may tell the same figures, so that a sum would count them twice.

    They do if their periods share a day and one's place is the other's or lies in it.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> len(list(overlapping([an_khe, an_khe]))), len(list(overlapping([an_khe])))
    (1, 0)
    """
    by_place: dict[Place, list[Movement]] = {}
    above: dict[Place, list[Movement]] = {}
    for movement in checked_each(movements, Movement, "overlapping"):
        if movement.place is None:
            continue
        within = [other for place in movement.place.lineage() for other in by_place.get(place, ())]
        for other in (*within, *above.get(movement.place, ())):
            if other.period.overlaps(movement.period):
                yield other, movement
        by_place.setdefault(movement.place, []).append(movement)
        for place in [*movement.place.lineage()][1:]:
            above.setdefault(place, []).append(movement)
