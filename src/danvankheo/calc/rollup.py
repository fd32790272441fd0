"""Roll-up: the same facts, grouped by place, field, period or organiser, and added up."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Literal, TypeVar, overload

from danvankheo.calc.totals import Fact, Tally, facts_of
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.model import Model, ModelCount, ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.domain.shown import Printer, Shown
from danvankheo.domain.summary import Summary
from danvankheo.errors import close_to, each_of, refusal
from danvankheo.reasons import Reason

_Key = TypeVar("_Key", bound=Hashable)


class RollUp(dict[_Key, Summary], Shown):
    """The summaries of `roll_up` by group: a dict that notebooks and terminals show as a table.

    >>> from danvankheo import load
    >>> found = roll_up([load("docs/examples/an-khe-2022.json")], by=PlaceLevel.PROVINCE)
    >>> isinstance(found, dict), "Tỉnh Gia Lai" in found._repr_html_()
    (True, True)
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.pretty(dict(self))


@overload
def roll_up(movements: Iterable[Movement], *, by: PlaceLevel) -> RollUp[Place | None]: ...
@overload
def roll_up(movements: Iterable[Movement], *, by: Literal["field"]) -> RollUp[ModelField | str | None]: ...
@overload
def roll_up(movements: Iterable[Movement], *, by: Literal["period"]) -> RollUp[Period]: ...
@overload
def roll_up(movements: Iterable[Movement], *, by: Literal["organizer"]) -> RollUp[Organization | None]: ...
@overload
def roll_up(movements: Iterable[Movement], *, by: Callable[[Movement], _Key]) -> RollUp[_Key]: ...
def roll_up(
    movements: Iterable[Movement],
    *,
    by: PlaceLevel | Literal["field", "period", "organizer"] | Callable[[Movement], Hashable],
) -> RollUp[Any]:
    """Return one summary a group, in the order in which the groups are met.

    Numerators and denominators are added, percentages never averaged; and merging all the
    groups gives the summary of all the movements, so nothing is lost or counted twice. None is
    the group of what the grouping does not apply to.

    Args:
        movements: the movements of places that do not contain each other.
        by: a place level (each fact goes to the unit of that level that it lies in, and to
            None if it lies higher or no place is told); ``"field"`` (models, and
            contributions to a model, go to the model's field, one outside the four by its name;
            the rest has none);
            ``"period"`` (a fact's own period, else the movement's); ``"organizer"``; or a
            function of the whole movement.

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
    """
    groups: dict[Hashable, Tally] = {}

    def group(key: Hashable) -> Tally:
        if key not in groups:
            groups[key] = Tally()
        return groups[key]

    if not callable(by):
        _check_grouping(by)
    for movement in each_of(movements, Movement, "roll_up"):
        if callable(by):
            group(by(movement)).add_movement(movement)
            continue
        key_of = grouping(by, movement)
        group(key_of(None)).count_movement()
        for fact in facts_of(movement):
            group(key_of(fact)).add(fact, movement.period)
    return RollUp({key: tally.summary() for key, tally in groups.items()})


def grouping(
    by: PlaceLevel | Literal["field", "period", "organizer"], movement: Movement
) -> Callable[[Fact | None], Hashable]:
    """Return what tells the group of a fact of the movement, and of the movement itself (None).

    `roll_up` groups by it, and tables of facts hold it in columns, so that both group alike.
    """
    models = {model.id: model for model in movement.models if model.id}

    def own_model(fact: Fact | None) -> Model | None:
        if isinstance(fact, Model):
            return fact
        return models.get(fact.model) if isinstance(fact, Contribution) else None

    def place(fact: Fact | None) -> Place | None:
        model = own_model(fact)
        own = getattr(fact, "place", None) or (model.place if model else None)
        assert isinstance(by, PlaceLevel)
        if isinstance(own, Place):
            unit = own.at(by)
            if unit is not None or own.level > by:
                return unit
        # A hamlet without its parents lies in the movement's place all the same.
        return movement.place.at(by) if movement.place else None

    def field(fact: Fact | None) -> ModelField | str | None:
        told = fact if isinstance(fact, ModelCount) else own_model(fact)
        return (told.other_field or told.field) if told else None

    def period(fact: Fact | None) -> Period:
        told = fact.when if isinstance(fact, Contribution) else getattr(fact, "period", None)
        return told if isinstance(told, Period) else movement.period

    def organizer(_: Fact | None) -> Organization | None:
        return movement.organizer

    match by:
        case PlaceLevel():
            return place
        case "field":
            return field
        case "period":
            return period
        case "organizer":
            return organizer


def _check_grouping(by: object) -> None:
    if not isinstance(by, PlaceLevel) and by not in ("field", "period", "organizer"):
        allowed = {
            "allowed": "a place level, 'field', 'period', 'organizer' or a function",
            "allowed_vi": "một cấp hành chính, 'field', 'period', 'organizer' hoặc một hàm",
        }
        close = close_to(by, ("field", "period", "organizer"))
        raise refusal("roll_up.by", Reason.ONE_OF, by, **allowed, **close)


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
    for movement in each_of(movements, Movement, "overlapping"):
        if movement.place is None:
            continue
        within = [other for place in movement.place.lineage() for other in by_place.get(place, ())]
        for other in (*within, *above.get(movement.place, ())):
            if other.period.overlaps(movement.period):
                yield other, movement
        by_place.setdefault(movement.place, []).append(movement)
        for place in [*movement.place.lineage()][1:]:
            above.setdefault(place, []).append(movement)
