"""Movements: what is launched, by whom, where and when, and all that is told of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import ClassVar

import attrs

from danvankheo.choices import member
from danvankheo.domain.award import Award, GrantingLevel
from danvankheo.domain.contribution import Contribution, refused_gift
from danvankheo.domain.converters import several
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import Model, ModelCount, ModelLevel
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, Place, districts_ended
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.validators import (
    a,
    a_day_or,
    a_name,
    a_text,
    maybe,
    nfc,
    tuple_of,
)
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class DurationClass(Labelled):
    """How long a movement runs from launch to end, in the classes of form 0601.N/BNV-TĐKT.

    Which class a movement of exactly three or five years is in is not laid down where the form
    was seen; so the class is what the source says, and never reckoned.

    >>> [duration.label for duration in DurationClass][:2]
    ['dưới 1 năm', '1 năm']
    """

    UNDER_ONE_YEAR = "under_one_year", "dưới 1 năm"
    ONE_YEAR = "one_year", "1 năm"
    ONE_TO_THREE_YEARS = "one_to_three_years", "từ 1 đến 3 năm"
    THREE_TO_FIVE_YEARS = "three_to_five_years", "từ 3 đến 5 năm"
    FIVE_YEARS_AND_MORE = "five_years_and_more", "từ 5 năm trở lên"


def _launch_level(value: GrantingLevel | str | None) -> GrantingLevel | None:
    return value if value is None or isinstance(value, GrantingLevel) else member(GrantingLevel, value)


def _duration(value: DurationClass | str | None) -> DurationClass | None:
    return value if value is None or isinstance(value, DurationClass) else member(DurationClass, value)


def _some_models(items: Iterable[Model]) -> tuple[Model, ...]:
    return several(items)


def _some_model_counts(items: Iterable[ModelCount]) -> tuple[ModelCount, ...]:
    return several(items)


def _some_contributions(items: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return several(items)


def _some_stated_totals(items: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return several(items)


def _some_indicators(items: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return several(items)


def _some_awards(items: Iterable[Award]) -> tuple[Award, ...]:
    return several(items)


def _some_directives(items: Iterable[DocumentRef]) -> tuple[DocumentRef, ...]:
    return several(items)


def _place_existed(place: Place | None, period: Period) -> Broken:
    return _a_place_existed("place", place, period)


def _organizer_existed(organizer: Organization | None, period: Period) -> Broken:
    return _a_place_existed("organizer.place", _place_of(organizer), period)


def _places_of_models_existed(models: tuple[Model, ...], period: Period) -> Broken:
    for at, model in enumerate(models):
        when = model.period or period
        yield from _a_place_existed(f"models[{at}].place", model.place, when)
        yield from _a_place_existed(f"models[{at}].lead.place", _place_of(model.lead), when)
        for partner, organization in enumerate(model.partners):
            yield from _a_place_existed(f"models[{at}].partners[{partner}].place", organization.place, when)


def _places_of_indicators_existed(indicators: tuple[Indicator, ...], period: Period) -> Broken:
    for at, indicator in enumerate(indicators):
        yield from _a_place_existed(f"indicators[{at}].place", indicator.place, indicator.period or period)


def _places_of_contributions_existed(contributions: tuple[Contribution, ...], period: Period) -> Broken:
    for at, given in enumerate(contributions):
        if given.place is not None or given.giver is not None:
            when = _period_of(given.when, period)
            yield from _a_place_existed(f"contributions[{at}].place", given.place, when)
            yield from _a_place_existed(f"contributions[{at}].giver.place", _place_of(given.giver), when)


def _places_of_granters_existed(awards: tuple[Award, ...], period: Period) -> Broken:
    for at, award in enumerate(awards):
        place = _place_of(award.granter)
        yield from _a_place_existed(f"awards[{at}].granter.place", place, award.period or period)


def _districts_of_models(models: tuple[Model, ...], period: Period) -> Broken:
    for at, model in enumerate(models):
        yield from _a_level_existed(f"models[{at}].level", model.level, model.period or period)


def _districts_of_model_counts(model_counts: tuple[ModelCount, ...], period: Period) -> Broken:
    for at, stated in enumerate(model_counts):
        yield from _a_level_existed(f"model_counts[{at}].level", stated.level, period)


def _districts_of_awards(awards: tuple[Award, ...], period: Period) -> Broken:
    for at, award in enumerate(awards):
        if award.decided is None:  # else the award itself knows its day
            yield from _a_level_existed(f"awards[{at}].level", award.level, award.period or period)


def _ids_are_unique(models: tuple[Model, ...]) -> Broken:
    ids = [model.id for model in models]
    for at in _repeated(ids):
        if ids[at]:
            yield invalid(f"Movement.models[{at}].id", Reason.UNIQUE, ids[at])


def _contributions_go_to_models(contributions: tuple[Contribution, ...], models: tuple[Model, ...]) -> Broken:
    known = {model.id for model in models}
    for at, given in enumerate(contributions):
        if given.model and given.model not in known:
            yield invalid(f"Movement.contributions[{at}].model", Reason.KNOWN_MODEL, given.model)


def _models_are_counted_once(model_counts: tuple[ModelCount, ...]) -> Broken:
    for at in _repeated([stated.what for stated in model_counts]):
        yield invalid(f"Movement.model_counts[{at}]", Reason.COUNTED_ONCE, model_counts[at].count)


def _totals_can_be_given(stated_totals: tuple[Quantity, ...]) -> Broken:
    for at, total in enumerate(stated_totals):
        yield from refused_gift(f"Movement.stated_totals[{at}]", total)


def _a_place_existed(field: str, place: Place | None, period: Period) -> Broken:
    if place is None or place.existed_in(period):
        return ()
    name = f"{place.kind.label} {place.name}"
    return (invalid(f"Movement.{field}", Reason.PLACE_EXISTED, name, period=period.code),)


def _a_level_existed(field: str, level: ModelLevel | GrantingLevel | None, period: Period) -> Broken:
    if level not in (ModelLevel.DISTRICT, GrantingLevel.DISTRICT) or period.start <= DISTRICTS_UNTIL:
        return ()
    return (districts_ended(f"Movement.{field}", period.code),)


@attrs.frozen(kw_only=True, repr=False)
class Movement(Consistent):
    """An emulation movement (phong trào thi đua) in one place over one period.

    Args:
        name: its name without quotes, such as ``Dân vận khéo``.
        period: the period that the figures are about.
        place: where.
        organizer: who organises it.
        launch_level: at which level the body that launched it is, where the source says.
        duration: how long it runs from launch to end, as statistics class it.
        reviewed: the day of the review conference (sơ kết, tổng kết).
        models: the models described.
        model_counts: the numbers of models stated.
        contributions: what people gave.
        stated_totals: totals of contributions that the source prints itself.
        indicators: rates and levels.
        awards: who was commended.
        directives: the documents that it carries out.
        source: where the figures are from.

    Raises:
        InvalidValueError: a place, or the district level, that did not exist in the period; a
            model id twice; a contribution to a model that is not there; one count twice.

    >>> from danvankheo import Movement, Period, Place, PlaceKind
    >>> an_khe = Place(name="An Khê", kind=PlaceKind.TOWN)
    >>> movement = Movement(name="Dân vận khéo", period=Period.year(2022), place=an_khe)
    >>> movement.period.code, movement.place.level.name, movement.models
    ('2022', 'DISTRICT', ())
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    period: Period = attrs.field(validator=a(Period))
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    organizer: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    launch_level: GrantingLevel | None = attrs.field(
        default=None, converter=_launch_level, validator=maybe(a(GrantingLevel))
    )
    duration: DurationClass | None = attrs.field(
        default=None, converter=_duration, validator=maybe(a(DurationClass))
    )
    reviewed: date | PartialDate | None = attrs.field(default=None, validator=maybe(a_day_or(PartialDate)))
    models: tuple[Model, ...] = attrs.field(default=(), converter=_some_models, validator=tuple_of(Model))
    model_counts: tuple[ModelCount, ...] = attrs.field(
        default=(), converter=_some_model_counts, validator=tuple_of(ModelCount)
    )
    contributions: tuple[Contribution, ...] = attrs.field(
        default=(), converter=_some_contributions, validator=tuple_of(Contribution)
    )
    stated_totals: tuple[Quantity, ...] = attrs.field(
        default=(), converter=_some_stated_totals, validator=tuple_of(Quantity)
    )
    indicators: tuple[Indicator, ...] = attrs.field(
        default=(), converter=_some_indicators, validator=tuple_of(Indicator)
    )
    awards: tuple[Award, ...] = attrs.field(default=(), converter=_some_awards, validator=tuple_of(Award))
    directives: tuple[DocumentRef, ...] = attrs.field(
        default=(), converter=_some_directives, validator=tuple_of(DocumentRef)
    )
    source: str = attrs.field(default="", converter=nfc, validator=a_text)
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    RULES: ClassVar = rules(
        _place_existed,
        _organizer_existed,
        _places_of_models_existed,
        _places_of_indicators_existed,
        _places_of_contributions_existed,
        _places_of_granters_existed,
        _districts_of_models,
        _districts_of_model_counts,
        _districts_of_awards,
        _ids_are_unique,
        _contributions_go_to_models,
        _models_are_counted_once,
        _totals_can_be_given,
    )


def _place_of(organization: Organization | None) -> Place | None:
    return organization.place if organization else None


def _period_of(when: Period | date | PartialDate | None, otherwise: Period) -> Period:
    if isinstance(when, Period):
        return when
    return Period.between(when, when) if isinstance(when, date) else otherwise


def _repeated(keys: Sequence[object]) -> Iterator[int]:
    """Yield the positions of keys that stood before."""
    seen: set[object] = set()
    for position, key in enumerate(keys):
        if key in seen:
            yield position
        seen.add(key)
