"""Sums by kind, and summaries that merge: a nation is the merge of its communes."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

import attrs

from danvankheo.checking import check_type, checked_each
from danvankheo.domain.award import Award, AwardForm, EmulationTitle
from danvankheo.domain.contribution import Contribution, ContributionKind
from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import CountedModels, Model, ModelCount, ModelField, ModelStatus
from danvankheo.domain.movement import Movement
from danvankheo.domain.numbers import EXACT, shortest
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.summary import AwardTotal, IndicatorTotal, ModelCountTotal, ModelTally, Summary, Total
from danvankheo.domain.units import Unit
from danvankheo.locale_vi.collation import sort_key

Fact: TypeAlias = Model | ModelCount | Contribution | Indicator | Award
"""What a movement tells that can be added up."""

_ModelKey: TypeAlias = tuple[ModelField | None, str, ModelStatus | None]
_IndicatorKey: TypeAlias = tuple[str, IndicatorKind | None, Unit | None, Period | None, bool]


def total(contributions: Contribution | Iterable[Contribution]) -> tuple[Total, ...]:
    """Return the exact sums of contributions by kind and base unit, in a fixed order.

    Money, labour, land and goods are never added to each other, nor đồng to dollars, nor
    bags to trees. A contribution whose quantity nobody stated is counted in a total of its own
    with the quantity None: what is unknown is not zero.

    >>> from danvankheo.units import MILLION_DONG, WORKDAY
    >>> for line in total([
    ...     Contribution(quantity=Quantity(Decimal("154.4"), MILLION_DONG, Approximation.OVER)),
    ...     Contribution(quantity=Quantity(60, MILLION_DONG, Approximation.NEARLY)),
    ...     Contribution(quantity=Quantity(731, WORKDAY)),
    ... ]):
    ...     print(line.kind.label, line.quantity, line.count)
    tiền khoảng 214.400.000 đồng 2
    ngày công 731 ngày công 1
    """
    tally = Tally()
    for contribution in checked_each(contributions, Contribution, "total"):
        tally.add_contribution(contribution)
    return tally.summary().contributions


def summarise(movements: Movement | Iterable[Movement]) -> Summary:
    """Return the totals of one movement or of many.

    >>> from danvankheo import Period
    >>> summarise(Movement(name="Dân vận khéo", period=Period.year(2022))).movements
    1
    """
    tally = Tally()
    for movement in checked_each(movements, Movement, "summarise"):
        tally.add_movement(movement)
    return tally.summary()


def merge(*summaries: Summary) -> Summary:
    """Return the summary of everything that the summaries are of.

    It does not matter in which order or in which groups: merging is associative and
    commutative, and ``Summary()`` changes nothing.

    >>> merge(Summary(movements=2), Summary(movements=1), Summary()).movements
    3
    """
    tally = Tally()
    for summary in summaries:
        tally.add_summary(summary)
    return tally.summary()


def facts_of(movement: Movement) -> Iterator[Fact]:
    """Yield everything of a movement that can be added up."""
    yield from movement.models
    yield from movement.model_counts
    yield from movement.contributions
    yield from movement.indicators
    yield from movement.awards


@attrs.define
class _Sum:
    """A running total of contributions."""

    value: Decimal = Decimal(0)
    approximation: Approximation = Approximation.EXACTLY
    count: int = 0

    def add(self, value: Decimal, approximation: Approximation, count: int) -> None:
        self.value = EXACT.add(self.value, value)
        self.approximation = self.approximation.plus(approximation)
        self.count += count


@attrs.define
class _Rate:
    """A running total of one indicator."""

    part: Decimal = Decimal(0)
    whole: Decimal = Decimal(0)
    known: int = 0
    unknown: int = 0

    def add(self, part: Decimal, whole: Decimal, known: int, unknown: int) -> None:
        self.part = EXACT.add(self.part, part)
        self.whole = EXACT.add(self.whole, whole)
        self.known += known
        self.unknown += unknown


@attrs.define
class Tally:
    """A summary in the making: facts go in one by one, `summary` freezes them."""

    _movements: int = attrs.field(default=0, init=False)
    _models: dict[_ModelKey, int] = attrs.field(factory=dict, init=False)
    _counts: dict[CountedModels, tuple[int, int]] = attrs.field(factory=dict, init=False)
    _sums: dict[tuple[ContributionKind, Unit | None], _Sum] = attrs.field(factory=dict, init=False)
    _rates: dict[_IndicatorKey, _Rate] = attrs.field(factory=dict, init=False)
    _awards: dict[AwardForm | EmulationTitle, AwardTotal] = attrs.field(factory=dict, init=False)

    def add_movement(self, movement: Movement) -> None:
        """Add a movement with all its facts."""
        self.count_movement()
        for fact in facts_of(movement):
            self.add(fact, movement.period)

    def count_movement(self) -> None:
        """Count a movement whose facts are added one by one."""
        self._movements += 1

    def add(self, fact: Fact, period: Period) -> None:
        """Add one fact of a movement over a period."""
        match fact:
            case Contribution():
                self.add_contribution(fact)
            case Indicator():
                self.add_indicator(fact, period)
            case Model():
                self.add_model(fact)
            case ModelCount():
                self.add_model_count(fact)
            case Award():
                self.add_award(fact)

    def add_model(self, model: Model) -> None:
        """Add one described model."""
        self._add_models((model.field, model.other_field, model.status), 1)

    def add_model_count(self, stated: ModelCount) -> None:
        """Add a stated number of models to that of the same kind."""
        self._add_counts(stated.what, stated.count, 1)

    def add_contribution(self, contribution: Contribution) -> None:
        """Add one contribution to the sum of its kind and base unit."""
        quantity = contribution.quantity
        if quantity is None:
            self._sum(contribution.kind, None).add(Decimal(0), Approximation.EXACTLY, 1)
        else:
            base = _base_of(quantity.unit)
            self._sum(contribution.kind, base).add(quantity.value, quantity.approximation, 1)

    def add_indicator(self, indicator: Indicator, period: Period) -> None:
        """Add one indicator; the period is used if it has none of its own."""
        key = (
            indicator.label,
            indicator.kind,
            indicator.counts,
            indicator.period or period,
            indicator.whole_is_plan,
        )
        if indicator.part is None or indicator.whole is None:
            self._rate(key).add(Decimal(0), Decimal(0), 0, 1)
        else:
            self._rate(key).add(indicator.part, indicator.whole, 1, 0)

    def add_award(self, award: Award | AwardTotal) -> None:
        """Add the recipients of one award to those of its form."""
        so_far = self._awards.get(award.form, AwardTotal(form=award.form))
        self._awards[award.form] = AwardTotal(
            form=award.form,
            collectives=so_far.collectives + award.collectives,
            households=so_far.households + award.households,
            individuals=so_far.individuals + award.individuals,
            mixed=so_far.mixed + award.mixed,
        )

    def add_summary(self, summary: Summary) -> None:
        """Add everything that a summary holds."""
        check_type(summary, Summary, "merge")
        self._movements += summary.movements
        for models in summary.models:
            self._add_models((models.field, models.other_field, models.status), models.count)
        for stated in summary.model_counts:
            what = (stated.status, stated.subject, stated.field, stated.other_field, stated.level)
            self._add_counts(what, stated.count, stated.reports)
        for line in summary.contributions:
            given = line.quantity
            if given is None:
                self._sum(line.kind, None).add(Decimal(0), Approximation.EXACTLY, line.count)
            else:
                base = _base_of(given.unit)
                self._sum(line.kind, base).add(given.value, given.approximation, line.count)
        for rate in summary.indicators:
            self._rate((rate.label, rate.kind, rate.unit, rate.period, rate.whole_is_plan)).add(
                rate.part, rate.whole, rate.known, rate.unknown
            )
        for award in summary.awards:
            self.add_award(award)

    def summary(self) -> Summary:
        """Return what was added so far, frozen and sorted."""
        return Summary(
            movements=self._movements,
            models=tuple(
                ModelTally(field=field, other_field=other, status=status, count=count)
                for (field, other, status), count in sorted(self._models.items(), key=_order_of_item)
            ),
            model_counts=tuple(
                _count_total(what, count, reports)
                for what, (count, reports) in sorted(self._counts.items(), key=_whole_before_parts)
            ),
            contributions=tuple(
                Total(kind=kind, quantity=_frozen_sum(unit, running), count=running.count)
                for (kind, unit), running in sorted(self._sums.items(), key=_order_of_item)
            ),
            indicators=tuple(
                IndicatorTotal(
                    label=label,
                    kind=kind,
                    unit=unit,
                    period=period,
                    whole_is_plan=whole_is_plan,
                    part=shortest(running.part),
                    whole=shortest(running.whole),
                    known=running.known,
                    unknown=running.unknown,
                )
                for (label, kind, unit, period, whole_is_plan), running in sorted(
                    self._rates.items(), key=_order_of_item
                )
            ),
            awards=tuple(recipients for _, recipients in sorted(self._awards.items(), key=_order_of_item)),
        )

    def _add_models(self, key: _ModelKey, count: int) -> None:
        self._models[key] = self._models.get(key, 0) + count

    def _add_counts(self, what: CountedModels, count: int, reports: int) -> None:
        counted, reported = self._counts.get(what, (0, 0))
        self._counts[what] = (counted + count, reported + reports)

    def _sum(self, kind: ContributionKind, unit: Unit | None) -> _Sum:
        return self._sums.setdefault((kind, unit), _Sum())

    def _rate(self, key: _IndicatorKey) -> _Rate:
        return self._rates.setdefault(key, _Rate())


@lru_cache(maxsize=1024)
def _base_of(unit: Unit) -> Unit:
    return unit.to_base()


def _count_total(what: CountedModels, count: int, reports: int) -> ModelCountTotal:
    status, subject, field, other, level = what
    return ModelCountTotal(
        status=status,
        subject=subject,
        field=field,
        other_field=other,
        level=level,
        count=count,
        reports=reports,
    )


def _frozen_sum(unit: Unit | None, running: _Sum) -> Quantity | None:
    if unit is None:
        return None
    return Quantity(shortest(running.value), unit, running.approximation)


def _order_of_item(item: tuple[object, object]) -> tuple[tuple[object, ...], ...]:
    return _order(item[0] if isinstance(item[0], tuple) else (item[0],))


def _whole_before_parts(item: tuple[CountedModels, object]) -> tuple[tuple[object, ...], ...]:
    return tuple((part is not None, *_order_of(part)) for part in item[0])


def _order(key: tuple[object, ...]) -> tuple[tuple[object, ...], ...]:
    return tuple(_order_of(part) for part in key)


def _order_of(part: object) -> tuple[object, ...]:
    """Return where a part of a key sorts: stated before not stated, labels as they are declared."""
    match part:
        case None:
            return (1,)
        case Labelled():
            return (0, type(part).__name__, list(type(part)).index(part))
        case Unit():
            return (
                0,
                *_order_of(part.dimension),
                sort_key(part.base),
                sort_key(part.label),
                part.factor,
                part.region,
            )
        case Period():
            return (0, part.start, part.end, part.kind.value)
        case str():
            return (0, sort_key(part))
        case _:
            return (0, part)
