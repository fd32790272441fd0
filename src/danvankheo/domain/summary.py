"""Summaries: the totals of one movement or of many, made so that two of them merge."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member
from danvankheo.domain.award import AwardForm, EmulationTitle, as_form
from danvankheo.domain.contribution import ContributionKind, kind_of
from danvankheo.domain.converters import a_whole, several
from danvankheo.domain.indicator import IndicatorKind, as_indicator_kind
from danvankheo.domain.model import (
    ModelField,
    ModelLevel,
    ModelStatus,
    ModelSubject,
    as_field,
    as_level,
    as_status,
    as_subject,
)
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.units import Unit
from danvankheo.domain.validators import (
    a,
    a_boolean,
    a_decimal,
    a_label,
    a_name,
    a_sum,
    invalid_field,
    maybe,
    tuple_of,
)
from danvankheo.reasons import Reason


def _total_kind(value: ContributionKind | str) -> ContributionKind:
    return value if isinstance(value, ContributionKind) else member(ContributionKind, value)


@attrs.frozen(kw_only=True, repr=False)
class Total(ShownByField):
    """The sum of the contributions of one kind and base unit.

    Args:
        kind: money, labour, land or goods.
        quantity: the exact sum in the base unit, with what is still known of its
            approximation; None for contributions whose quantity nobody stated.
        count: how many contributions it is of.

    >>> from danvankheo import load, summarise
    >>> money = summarise([load("docs/examples/an-khe-2022.json")]).contributions[0]
    >>> money.kind.label, money.quantity, money.count
    ('tiền', Quantity(Decimal('214400000'), DONG, Approximation.ABOUT), 2)
    """

    kind: ContributionKind = attrs.field(converter=_total_kind, validator=a(ContributionKind))
    quantity: Quantity | None = attrs.field(validator=maybe(a(Quantity)))
    count: int = attrs.field(converter=a_whole, validator=a_sum)

    def __attrs_post_init__(self) -> None:
        """Check that the unit says the kind."""
        if self.quantity is not None and kind_of(self.quantity.unit) is not self.kind:
            words = {"allowed": Words(self.kind.label, self.kind.value)}
            raise invalid_field(self, "quantity", Reason.DIMENSION, self.quantity.unit.label, **words)


@attrs.frozen(kw_only=True, repr=False)
class ModelTally(ShownByField):
    """How many described models there are of a field and status; None is "not stated".

    >>> from danvankheo import load, summarise
    >>> tally = summarise([load("docs/examples/an-khe-2022.json")]).models[0]
    >>> tally.field, tally.count
    (ModelField.DEFENCE_SECURITY, 3)
    """

    field: ModelField | None = attrs.field(converter=as_field, validator=maybe(a(ModelField)))
    other_field: str = attrs.field(default="", validator=a_label)
    status: ModelStatus | None = attrs.field(converter=as_status, validator=maybe(a(ModelStatus)))
    count: int = attrs.field(converter=a_whole, validator=a_sum)


@attrs.frozen(kw_only=True, repr=False)
class ModelCountTotal(ShownByField):
    """The sum of the numbers of models that reports state of one kind.

    Args:
        status: their status; None for all together, as in the next three.
        subject: whose they are.
        field: their field.
        other_field: its name, if it is none of the four.
        level: their level.
        count: how many models.
        reports: how many movements state such a number; the others are unknown, not zero.

    >>> from danvankheo import ModelCount, ModelStatus, Movement, Period, summarise
    >>> told = ModelCount(count=63, status=ModelStatus.RECOGNIZED)
    >>> movement = Movement(name="Dân vận khéo", period=Period.year(2022), model_counts=(told,))
    >>> total = summarise([movement]).model_counts[0]
    >>> total.status.label, total.count, total.reports
    ('được công nhận', 63, 1)
    """

    status: ModelStatus | None = attrs.field(
        default=None, converter=as_status, validator=maybe(a(ModelStatus))
    )
    subject: ModelSubject | None = attrs.field(
        default=None, converter=as_subject, validator=maybe(a(ModelSubject))
    )
    field: ModelField | None = attrs.field(default=None, converter=as_field, validator=maybe(a(ModelField)))
    other_field: str = attrs.field(default="", validator=a_label)
    level: ModelLevel | None = attrs.field(default=None, converter=as_level, validator=maybe(a(ModelLevel)))
    count: int = attrs.field(converter=a_whole, validator=a_sum)
    reports: int = attrs.field(converter=a_whole, validator=a_sum)


@attrs.frozen(kw_only=True, repr=False)
class AwardTotal(ShownByField):
    """The recipients of one form or title.

    >>> from danvankheo import load, summarise
    >>> awards = summarise([load("docs/examples/an-khe-2022.json")]).awards[0]
    >>> awards.form.label, awards.collectives, awards.individuals, awards.recipients
    ('giấy khen', 10, 20, 30)
    """

    form: AwardForm | EmulationTitle = attrs.field(converter=as_form, validator=a(AwardForm, EmulationTitle))
    collectives: int = attrs.field(default=0, converter=a_whole, validator=a_sum)
    households: int = attrs.field(default=0, converter=a_whole, validator=a_sum)
    individuals: int = attrs.field(default=0, converter=a_whole, validator=a_sum)
    mixed: int = attrs.field(default=0, converter=a_whole, validator=a_sum)

    @property
    def recipients(self) -> int:
        """How many receive it in all."""
        return self.collectives + self.households + self.individuals + self.mixed


@attrs.frozen(kw_only=True, repr=False)
class IndicatorTotal(ShownByField):
    """One indicator added up over places: numerators and denominators, never percentages.

    Args:
        label: what it is called.
        kind: the shared indicator that it is, if it is one.
        unit: what is counted.
        period: the period; figures of two years are never added.
        whole_is_plan: the denominators are plans.
        part: the sum of the numerators whose denominator is known.
        whole: the sum of those denominators.
        known: how many figures these are.
        unknown: how many more had no numerator or no denominator and are not in the sums.

    >>> from danvankheo import load, summarise
    >>> places = [load(f"docs/examples/{name}-2022.json") for name in ("chu-pah", "cho-don")]
    >>> schools = summarise(places).indicators[0]
    >>> schools.part, schools.whole, schools.rate
    (Decimal('263'), Decimal('397'), Fraction(263, 397))
    """

    label: str = attrs.field(validator=a_name)
    kind: IndicatorKind | None = attrs.field(converter=as_indicator_kind, validator=maybe(a(IndicatorKind)))
    unit: Unit | None = attrs.field(validator=maybe(a(Unit)))
    period: Period | None = attrs.field(validator=maybe(a(Period)))
    whole_is_plan: bool = attrs.field(validator=a_boolean)
    part: Decimal = attrs.field(validator=a_decimal)
    whole: Decimal = attrs.field(validator=a_decimal)
    known: int = attrs.field(converter=a_whole, validator=a_sum)
    unknown: int = attrs.field(converter=a_whole, validator=a_sum)

    @property
    def rate(self) -> Fraction | None:
        """Sum of parts over sum of wholes; None if no whole is known or it is zero."""
        return Fraction(self.part) / Fraction(self.whole) if self.whole else None


def _some_models(items: Iterable[ModelTally]) -> tuple[ModelTally, ...]:
    return several(items)


def _some_model_counts(items: Iterable[ModelCountTotal]) -> tuple[ModelCountTotal, ...]:
    return several(items)


def _some_contributions(items: Iterable[Total]) -> tuple[Total, ...]:
    return several(items)


def _some_indicators(items: Iterable[IndicatorTotal]) -> tuple[IndicatorTotal, ...]:
    return several(items)


def _some_awards(items: Iterable[AwardTotal]) -> tuple[AwardTotal, ...]:
    return several(items)


@attrs.frozen(kw_only=True, repr=False)
class Summary(ShownByField):
    """The totals of no, one or many movements. `merge` is associative and commutative.

    Each part is sorted by what it is about, so that equal totals are equal summaries. Make
    one with `danvankheo.summarise`.

    Args:
        movements: how many movements.
        models: described models, by field and status.
        model_counts: stated numbers of models, added up by what they count.
        contributions: sums by kind and base unit.
        indicators: numerators and denominators by indicator and period.
        awards: recipients by form.

    >>> from danvankheo import load, summarise
    >>> an_khe = summarise([load("docs/examples/an-khe-2022.json")])
    >>> an_khe.movements, len(an_khe.contributions), len(an_khe.indicators)
    (1, 3, 3)
    """

    movements: int = attrs.field(default=0, converter=a_whole, validator=a_sum)
    models: tuple[ModelTally, ...] = attrs.field(
        default=(), converter=_some_models, validator=tuple_of(ModelTally)
    )
    model_counts: tuple[ModelCountTotal, ...] = attrs.field(
        default=(), converter=_some_model_counts, validator=tuple_of(ModelCountTotal)
    )
    contributions: tuple[Total, ...] = attrs.field(
        default=(), converter=_some_contributions, validator=tuple_of(Total)
    )
    indicators: tuple[IndicatorTotal, ...] = attrs.field(
        default=(), converter=_some_indicators, validator=tuple_of(IndicatorTotal)
    )
    awards: tuple[AwardTotal, ...] = attrs.field(
        default=(), converter=_some_awards, validator=tuple_of(AwardTotal)
    )
