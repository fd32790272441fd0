"""Movements: what is launched, by whom, where and when, and all that is told of it."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution, refused_gift
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import Model, ModelCount, ModelLevel
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.validators import (
    a,
    a_day_or,
    a_name,
    a_text,
    maybe,
    nfc,
    raise_first,
    refuse,
    tuple_of,
)
from danvankheo.errors import InvalidValueError, Reason


@attrs.frozen(kw_only=True)
class Movement:
    """An emulation movement (phong trào thi đua) in one place over one period.

    Args:
        name: its name without quotes, such as ``Dân vận khéo``.
        period: the period that the figures are about.
        place: where.
        organizer: who organises it.
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
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    period: Period = attrs.field(validator=a(Period))
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
    organizer: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    reviewed: date | PartialDate | None = attrs.field(default=None, validator=maybe(a_day_or(PartialDate)))
    models: tuple[Model, ...] = attrs.field(default=(), validator=tuple_of(Model))
    model_counts: tuple[ModelCount, ...] = attrs.field(default=(), validator=tuple_of(ModelCount))
    contributions: tuple[Contribution, ...] = attrs.field(default=(), validator=tuple_of(Contribution))
    stated_totals: tuple[Quantity, ...] = attrs.field(default=(), validator=tuple_of(Quantity))
    indicators: tuple[Indicator, ...] = attrs.field(default=(), validator=tuple_of(Indicator))
    awards: tuple[Award, ...] = attrs.field(default=(), validator=tuple_of(Award))
    directives: tuple[DocumentRef, ...] = attrs.field(default=(), validator=tuple_of(DocumentRef))
    source: str = attrs.field(default="", converter=nfc, validator=a_text)
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    def __attrs_post_init__(self) -> None:
        """Check the rules between the fields."""
        raise_first(self.conflicts())

    def conflicts(self) -> Iterator[InvalidValueError]:
        """Yield what is wrong between fields that are sound on their own."""
        for field, place, period in self._places():
            if not place.existed_in(period):
                name = f"{place.kind.label} {place.name}"
                yield refuse(self, field, Reason.PLACE_EXISTED, name, period=period.code)
        yield from self._late_districts()
        ids = [model.id for model in self.models]
        for position in _repeated(ids):
            if ids[position]:
                yield refuse(self, f"models[{position}].id", Reason.UNIQUE, ids[position])
        known = set(ids)
        for position, given in enumerate(self.contributions):
            if given.model and given.model not in known:
                where = f"contributions[{position}].model"
                yield refuse(self, where, Reason.KNOWN_MODEL, given.model)
        for position in _repeated([stated.what for stated in self.model_counts]):
            told = self.model_counts[position].count
            yield refuse(self, f"model_counts[{position}]", Reason.COUNTED_ONCE, told)
        for position, total in enumerate(self.stated_totals):
            yield from refused_gift(self, f"stated_totals[{position}]", total)

    def _places(self) -> Iterator[tuple[str, Place, Period]]:
        """Yield each place that is named, with the time in which it must have existed."""
        organizer = self.organizer.place if self.organizer else None
        named: list[tuple[str, Place | None, Period]] = [
            ("place", self.place, self.period),
            ("organizer.place", organizer, self.period),
        ]
        for position, model in enumerate(self.models):
            named.append((f"models[{position}].place", model.place, model.period or self.period))
        for position, indicator in enumerate(self.indicators):
            period = indicator.period or self.period
            named.append((f"indicators[{position}].place", indicator.place, period))
        for position, given in enumerate(self.contributions):
            if given.place is not None:
                period = _period_of(given.when, self.period)
                named.append((f"contributions[{position}].place", given.place, period))
        for field, place, period in named:
            if place is not None:
                yield field, place, period

    def _late_districts(self) -> Iterator[InvalidValueError]:
        """Yield models of the district level after that level ended."""
        for position, model in enumerate(self.models):
            period = model.period or self.period
            if model.level is ModelLevel.DISTRICT and period.start > DISTRICTS_UNTIL:
                words = {"kind": "the district level", "kind_vi": "cấp huyện", "span": f"…/{DISTRICTS_UNTIL}"}
                where = f"models[{position}].level"
                yield refuse(self, where, Reason.KIND_EXISTED, period.code, **words)


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
