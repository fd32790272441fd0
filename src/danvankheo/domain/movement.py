"""Movements: what is launched, by whom, where and when, and all that is told of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import ClassVar

import attrs

from danvankheo.bilingual import Words
from danvankheo.domain.award import Award, GrantingLevel
from danvankheo.domain.contribution import Contribution, refused_gift
from danvankheo.domain.converters import member, several
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import Model, ModelCount, ModelLevel
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.validators import (
    Consistent,
    a,
    a_day_or,
    a_name,
    a_text,
    invalid_field,
    maybe,
    nfc,
    tuple_of,
)
from danvankheo.errors import InvalidValueError
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

    RULES: ClassVar = ("_places", "_districts", "_ids", "_references", "_counts", "_gifts")
    """The rules between fields; each needs only the fields that it looks at."""

    def conflicts(self) -> Iterator[InvalidValueError]:
        """Yield what is wrong between fields that are sound on their own."""
        for rule in self.RULES:
            yield from getattr(self, rule)()

    def _places(self) -> Iterator[InvalidValueError]:
        """Every place that is named existed in the time that it is named for."""
        for field, place, period in self._named_places():
            if place is not None and not place.existed_in(period):
                name = f"{place.kind.label} {place.name}"
                yield invalid_field(self, field, Reason.PLACE_EXISTED, name, period=period.code)

    def _named_places(self) -> Iterator[tuple[str, Place | None, Period]]:
        yield "place", self.place, self.period
        yield "organizer.place", _place_of(self.organizer), self.period
        for at, model in enumerate(self.models):
            period = model.period or self.period
            yield f"models[{at}].place", model.place, period
            yield f"models[{at}].lead.place", _place_of(model.lead), period
            for partner, organization in enumerate(model.partners):
                yield f"models[{at}].partners[{partner}].place", organization.place, period
        for at, indicator in enumerate(self.indicators):
            yield f"indicators[{at}].place", indicator.place, indicator.period or self.period
        for at, given in enumerate(self.contributions):
            period = _period_of(given.when, self.period)
            yield f"contributions[{at}].place", given.place, period
            yield f"contributions[{at}].giver.place", _place_of(given.giver), period
        for at, award in enumerate(self.awards):
            yield f"awards[{at}].granter.place", _place_of(award.granter), award.period or self.period

    def _districts(self) -> Iterator[InvalidValueError]:
        """Nothing is of the district level after that level ended."""
        levels: list[tuple[str, object, Period]] = [
            (f"models[{at}].level", model.level, model.period or self.period)
            for at, model in enumerate(self.models)
        ]
        levels += [
            (f"model_counts[{at}].level", stated.level, self.period)
            for at, stated in enumerate(self.model_counts)
        ]
        levels += [
            (f"awards[{at}].level", award.level, award.period or self.period)
            for at, award in enumerate(self.awards)
            if award.decided is None
        ]
        for field, level, period in levels:
            if level in (ModelLevel.DISTRICT, GrantingLevel.DISTRICT) and period.start > DISTRICTS_UNTIL:
                words = {
                    "kind": Words("cấp huyện", "the district level"),
                    "span": Words(f"đến hết {DISTRICTS_UNTIL:%d/%m/%Y}", f"…/{DISTRICTS_UNTIL}"),
                }
                yield invalid_field(self, field, Reason.KIND_EXISTED, period.code, **words)

    def _ids(self) -> Iterator[InvalidValueError]:
        """No two models have the same id."""
        ids = [model.id for model in self.models]
        for at in _repeated(ids):
            if ids[at]:
                yield invalid_field(self, f"models[{at}].id", Reason.UNIQUE, ids[at])

    def _references(self) -> Iterator[InvalidValueError]:
        """Contributions go to models that are there."""
        known = {model.id for model in self.models}
        for at, given in enumerate(self.contributions):
            if given.model and given.model not in known:
                yield invalid_field(self, f"contributions[{at}].model", Reason.KNOWN_MODEL, given.model)

    def _counts(self) -> Iterator[InvalidValueError]:
        """A number of models is stated once."""
        for at in _repeated([stated.what for stated in self.model_counts]):
            told = self.model_counts[at].count
            yield invalid_field(self, f"model_counts[{at}]", Reason.COUNTED_ONCE, told)

    def _gifts(self) -> Iterator[InvalidValueError]:
        """A stated total is of something that can be given."""
        for at, total in enumerate(self.stated_totals):
            yield from refused_gift(self, f"stated_totals[{at}]", total)


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
