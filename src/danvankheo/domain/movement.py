"""Movements: what is launched, by whom, where and when, and all that is told of it."""

from collections.abc import Iterable
from datetime import date

import attrs

from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution, check_given
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import Model, ModelCount
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import PartialDate, Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.validators import a, a_day_or, a_name, a_text, maybe, nfc, refuse, tuple_of
from danvankheo.errors import Reason


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
        InvalidValueError: a place that did not exist in the period, a model id twice, a
            contribution to a model that is not there, one count twice.
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
        """Check the places against the period, and the references between its parts."""
        self._check_places()
        ids = [model.id for model in self.models if model.id]
        _check_unique(self, "models", ids, Reason.UNIQUE)
        known = set(ids)
        for position, contribution in enumerate(self.contributions):
            if contribution.model and contribution.model not in known:
                where = f"contributions[{position}].model"
                raise refuse(self, where, Reason.KNOWN_MODEL, contribution.model)
        _check_unique(self, "model_counts", [c.what for c in self.model_counts], Reason.COUNTED_ONCE)
        for position, total in enumerate(self.stated_totals):
            check_given(self, f"stated_totals[{position}]", total)

    def _check_places(self) -> None:
        _check_place(self, "place", self.place, self.period)
        for position, model in enumerate(self.models):
            _check_place(self, f"models[{position}].place", model.place, model.period or self.period)
        for position, indicator in enumerate(self.indicators):
            period = indicator.period or self.period
            _check_place(self, f"indicators[{position}].place", indicator.place, period)
        for position, given in enumerate(self.contributions):
            if given.place is not None:
                _check_place(self, f"contributions[{position}].place", given.place, self.period)


def _check_place(movement: Movement, field: str, place: Place | None, period: Period) -> None:
    if place is not None and not place.existed_in(period):
        told = f"{place.kind.value} {place.name}"
        raise refuse(movement, field, Reason.PLACE_EXISTED, told, period=period.code)


def _check_unique(movement: Movement, field: str, keys: Iterable[object], reason: Reason) -> None:
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            raise refuse(movement, field, reason, key)
        seen.add(key)
