"""Summaries: the totals of one movement or of many, made so that two of them merge."""

from decimal import Decimal
from fractions import Fraction

import attrs

from danvankheo.domain.award import AwardForm, EmulationTitle
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.indicator import IndicatorKind
from danvankheo.domain.model import ModelField, ModelLevel, ModelStatus, ModelSubject
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Unit


@attrs.frozen(kw_only=True)
class Total:
    """The sum of the contributions of one kind and base unit.

    Args:
        kind: money, labour, land or goods.
        quantity: the exact sum in the base unit, with what is still known of its
            approximation; None for contributions whose quantity nobody told.
        count: how many contributions it is of.
    """

    kind: ContributionKind
    quantity: Quantity | None
    count: int


@attrs.frozen(kw_only=True)
class ModelTally:
    """How many described models there are of a field and status; None is "not told"."""

    field: ModelField | None
    other_field: str = ""
    status: ModelStatus | None
    count: int


@attrs.frozen(kw_only=True)
class ModelCountTotal:
    """The sum of the numbers of models that reports state of one kind.

    Args:
        status: their status; None for all together, as in the next three.
        subject: whose they are.
        field: their field.
        other_field: its name, if it is none of the four.
        level: their level.
        count: how many models.
        reports: how many movements state such a number; the others are unknown, not zero.
    """

    status: ModelStatus | None = None
    subject: ModelSubject | None = None
    field: ModelField | None = None
    other_field: str = ""
    level: ModelLevel | None = None
    count: int
    reports: int


@attrs.frozen(kw_only=True)
class AwardTotal:
    """The recipients of one form or title."""

    form: AwardForm | EmulationTitle
    collectives: int = 0
    households: int = 0
    individuals: int = 0
    mixed: int = 0

    @property
    def recipients(self) -> int:
        """How many receive it in all."""
        return self.collectives + self.households + self.individuals + self.mixed


@attrs.frozen(kw_only=True)
class IndicatorTotal:
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
    """

    label: str
    kind: IndicatorKind | None
    unit: Unit | None
    period: Period | None
    whole_is_plan: bool
    part: Decimal
    whole: Decimal
    known: int
    unknown: int

    @property
    def rate(self) -> Fraction | None:
        """Sum of parts over sum of wholes; None if no whole is known or it is zero."""
        return Fraction(self.part) / Fraction(self.whole) if self.whole else None


@attrs.frozen(kw_only=True)
class Summary:
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
    """

    movements: int = 0
    models: tuple[ModelTally, ...] = ()
    model_counts: tuple[ModelCountTotal, ...] = ()
    contributions: tuple[Total, ...] = ()
    indicators: tuple[IndicatorTotal, ...] = ()
    awards: tuple[AwardTotal, ...] = ()
