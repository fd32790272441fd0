"""Strategies for records: models, contributions, awards, movements, and their summaries."""

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta
from typing import Final, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvankheo.domain.award import (
    BY_POSITION,
    Award,
    AwardForm,
    AwardKind,
    EmulationTitle,
    GrantingLevel,
    Recipient,
    RecipientGroups,
)
from danvankheo.domain.contribution import Contribution, ContributionKind, kind_of
from danvankheo.domain.model import (
    Model,
    ModelCount,
    ModelField,
    ModelLevel,
    ModelStatus,
    ModelSubject,
    Result,
)
from danvankheo.domain.numbers import Number
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, Place
from danvankheo.domain.units import Dimension
from danvankheo.testing import vocabulary
from danvankheo.testing.strategies.arguments import checked
from danvankheo.testing.strategies.quantities import GIVEN, UNITS_OF, gifts, quantity_ranges
from danvankheo.testing.strategies.settings import (
    FIRST_DAY,
    LAST_DAY,
    organizations,
    places,
)

T = TypeVar("T")

_COUNTS: Final = st.integers(0, 500)
_TOLD: Final = st.booleans()


def results() -> st.SearchStrategy[Result]:
    """Return a strategy for what models brought about.

    >>> from hypothesis import find
    >>> find(results(), lambda result: result.quantity is None).text != ""
    True
    """
    return st.builds(
        Result,
        text=st.sampled_from(vocabulary.RESULTS),
        quantity=st.none() | gifts() | quantity_ranges(dimension=Dimension.MONEY),
    )


@checked
def models(*, period: Period | None = None) -> st.SearchStrategy[Model]:
    """Return a strategy for models.

    Args:
        period: when their places and levels must have existed.

    >>> from hypothesis import find
    >>> find(models(), lambda model: model.field is ModelField.ECONOMY).field.label
    'kinh tế'
    """
    where = places(existing_in=period)
    return _models(
        st.none() | st.sampled_from(_levels_in(period)),
        st.none() | where,
        st.none() | organizations(places=st.none() | where),
    )


@st.composite
def _models(
    draw: st.DrawFn,
    levels: st.SearchStrategy[ModelLevel | None],
    where: st.SearchStrategy[Place | None],
    leads: st.SearchStrategy[Organization | None],
) -> Model:
    field = draw(_FIELDS)
    return Model(
        name=draw(_MODEL_NAMES),
        field=field,
        other_field=draw(_OTHER_FIELDS) if field is ModelField.OTHER else "",
        subject=draw(_SUBJECTS),
        level=draw(levels),
        status=draw(_STATUSES),
        place=draw(where),
        lead=draw(leads),
        results=draw(_FEW_RESULTS),
    )


_MODEL_NAMES: Final = st.sampled_from(vocabulary.MODELS)
_FIELDS: Final = st.none() | st.sampled_from(ModelField)
_OTHER_FIELDS: Final = st.sampled_from(vocabulary.OTHER_FIELDS)
_SUBJECTS: Final = st.none() | st.sampled_from(ModelSubject)
_STATUSES: Final = st.none() | st.sampled_from(ModelStatus)
_FEW_RESULTS: Final = st.lists(results(), max_size=1).map(tuple)


def _levels_in(period: Period | None) -> list[ModelLevel]:
    """Return the levels at which there were models in a period."""
    districts = period is None or period.start <= DISTRICTS_UNTIL
    return [level for level in ModelLevel if districts or level is not ModelLevel.DISTRICT]


@checked
def contributions(
    min_value: Number | None = None,
    max_value: Number | None = None,
    *,
    kinds: Collection[ContributionKind] = tuple(ContributionKind),
    period: Period | None = None,
) -> st.SearchStrategy[Contribution]:
    """Return a strategy for contributions.

    Args:
        min_value: the least that is given, in the base unit (đồng, ngày công, m², kg …).
        max_value: the most that is given, in the base unit.
        kinds: what is given.
        period: when givers and places must have existed.

    >>> from danvankheo import ContributionKind
    >>> from hypothesis import find
    >>> find(contributions(1, kinds=[ContributionKind.LAND]), lambda given: True).quantity.value >= 1
    True
    """
    if not kinds:
        raise InvalidArgument(f"{kinds=}: expected at least one")
    dimensions = [each for kind in kinds for each in _DIMENSIONS[kind]]
    told = st.one_of(*(gifts(min_value, max_value, dimension=each) for each in dimensions))
    where = places(existing_in=period)
    given = st.builds(
        Contribution,
        quantity=told,
        purpose=st.just("") | st.sampled_from(vocabulary.PURPOSES),
        giver=st.none() | organizations(places=st.none() | where),
        place=st.none() | where,
    )
    if (min_value, max_value) != (None, None):
        return given
    return given | st.builds(Contribution, unknown_kind=st.sampled_from(tuple(kinds)))


_DIMENSIONS: Final = {
    kind: [each for each in GIVEN if kind_of(UNITS_OF[each][0]) is kind] for kind in ContributionKind
}


@checked
def awards(
    *, min_recipients: int = 1, max_recipients: int = 500, period: Period | None = None
) -> st.SearchStrategy[Award]:
    """Return a strategy for awards: forms of commendation and emulation titles.

    Args:
        min_recipients: the least number of recipients in all, at least 1.
        max_recipients: the largest.
        period: the time of the achievement; awards are decided in it or up to a year later.

    >>> from hypothesis import find
    >>> merit = find(awards(), lambda award: award.form is AwardForm.GIAY_KHEN)
    >>> merit.form.label, 1 <= merit.recipients <= 500
    ('giấy khen', True)
    """
    if not 1 <= min_recipients <= max_recipients:
        raise InvalidArgument(f"expected 1 <= {min_recipients=} <= {max_recipients=}")
    first, last = (FIRST_DAY, LAST_DAY) if period is None else (period.start, period.end)
    days = st.dates(first, max(last, min(last, _LAST_BUT_ONE_YEAR) + _ONE_YEAR))
    return _awards(st.integers(min_recipients, max_recipients), days)


_ONE_YEAR: Final = timedelta(days=365)
_LAST_BUT_ONE_YEAR: Final = date(9998, 12, 31)


@st.composite
def _awards(draw: st.DrawFn, recipients: st.SearchStrategy[int], days: st.SearchStrategy[date]) -> Award:
    form = draw(_FORMS)
    day, level = draw(days), draw(_GRANTING_LEVELS)
    if level is GrantingLevel.DISTRICT and day > DISTRICTS_UNTIL:
        level = GrantingLevel.COMMUNE
    counts = _recipients(draw, form, draw(recipients))
    return Award(
        form=form,
        level=level,
        granter=Organization(name=vocabulary.GRANTERS[level]) if level and draw(_TOLD) else None,
        decided=day if level is GrantingLevel.DISTRICT or draw(_TOLD) else None,
        reason=draw(_REASONS),
        collectives=counts[Recipient.COLLECTIVE],
        households=counts[Recipient.HOUSEHOLD],
        individuals=counts[Recipient.INDIVIDUAL],
        mixed=counts[_MIXED],
        kind=draw(_AWARD_KINDS),
        groups=_groups_of(draw, counts),
    )


@checked
@st.composite
def recipient_groups(
    draw: st.DrawFn, *, max_collectives: int = 500, max_individuals: int = 500
) -> RecipientGroups:
    """Return a strategy for how many recipients of an award are of which group, some of them not named.

    Args:
        max_collectives: of how many collectives at most.
        max_individuals: of how many individuals at most; the groups by position are not more together.

    >>> from hypothesis import find
    >>> find(recipient_groups(max_individuals=20), lambda groups: groups.women == 8).women
    8
    """
    if min(max_collectives, max_individuals) < 0:
        raise InvalidArgument(f"expected 0 <= {max_collectives=} and 0 <= {max_individuals=}")
    left = max_individuals
    counts: dict[str, int] = {}
    for name in draw(_NAMED_POSITIONS):
        counts[name] = draw(st.integers(0, left))
        left -= counts[name]
    if draw(_TOLD):
        counts["enterprises"] = draw(st.integers(0, max_collectives))
    if not counts or draw(_TOLD):
        counts["women"] = draw(st.integers(0, max_individuals))
    return RecipientGroups(**counts)


_NAMED_POSITIONS: Final = st.sets(st.sampled_from(BY_POSITION), max_size=3).map(sorted)


def _groups_of(draw: st.DrawFn, counts: Counter[str]) -> RecipientGroups | None:
    if not draw(_TOLD):
        return None
    return draw(
        recipient_groups(
            max_collectives=counts[Recipient.COLLECTIVE] + counts[_MIXED],
            max_individuals=counts[Recipient.INDIVIDUAL] + counts[_MIXED],
        )
    )


def _recipients(draw: st.DrawFn, form: AwardForm | EmulationTitle, count: int) -> Counter[str]:
    # Drawn for titles too: a form with fewer choices would be what every example shrinks to.
    collectives, others = draw(st.integers(0, count)), draw(_OTHER_RECIPIENTS)
    if isinstance(form, EmulationTitle):
        return Counter({form.recipient: count})
    return Counter({Recipient.COLLECTIVE: collectives, others: count - collectives})


_MIXED: Final = "mixed"
_FORMS: Final = st.sampled_from([AwardForm.GIAY_KHEN, AwardForm.BANG_KHEN, *AwardForm, *EmulationTitle])
_GRANTING_LEVELS: Final = st.sampled_from([None, *vocabulary.GRANTERS])
_AWARD_KINDS: Final = st.none() | st.sampled_from(AwardKind)
_REASONS: Final = st.sampled_from(["", *vocabulary.REASONS])
_OTHER_RECIPIENTS: Final = st.sampled_from([Recipient.INDIVIDUAL, Recipient.HOUSEHOLD, _MIXED])


@checked
@st.composite
def model_counts(draw: st.DrawFn, *, period: Period | None = None) -> ModelCount:
    """Return a strategy for one number of models as reports state it.

    Args:
        period: when the level must have existed.

    >>> from hypothesis import find
    >>> find(model_counts(), lambda told: told.count == 123).count
    123
    """
    field = draw(_FIELDS)
    return ModelCount(
        count=draw(_COUNTS),
        status=draw(_STATUSES),
        subject=draw(_SUBJECTS),
        field=field,
        other_field=draw(_OTHER_FIELDS) if field is ModelField.OTHER else "",
        level=draw(st.none() | st.sampled_from(_levels_in(period))),
    )


@st.composite
def stated_counts(draw: st.DrawFn, *, min_count: int = 0) -> tuple[ModelCount, ...]:
    """Return a strategy for the numbers of models that one report states together.

    They nest as reports count them (registered ≥ effective ≥ recognised ≥ exemplary ≥ proposed),
    and collectives and individuals, where stated, add up to the number that they are of.

    Args:
        min_count: the least of the numbers that are of both.

    >>> from hypothesis import find
    >>> more, fewer = find(stated_counts(min_count=5), lambda told: len(told) == 2)
    >>> more.count >= fewer.count >= 5
    True
    """
    statuses = draw(_NESTED)
    numbers = draw(st.lists(_COUNTS, min_size=len(statuses), max_size=len(statuses)))
    counts = sorted((min_count + number for number in numbers), reverse=True)
    told = [ModelCount(count=count, status=status) for status, count in zip(statuses, counts, strict=True)]
    if draw(_TOLD) and told:
        whole = told[-1]
        collectives = draw(st.integers(0, whole.count))
        halves = collectives, whole.count - collectives
        told += (
            ModelCount(count=count, status=whole.status, subject=subject)
            for count, subject in zip(halves, ModelSubject, strict=True)
        )
    return tuple(told)


_IN_ORDER: Final = (
    ModelStatus.REGISTERED,
    ModelStatus.EFFECTIVE,
    ModelStatus.RECOGNIZED,
    ModelStatus.EXEMPLARY,
    ModelStatus.PROPOSED_FOR_AWARD,
)
_NESTED: Final = st.sets(st.sampled_from(_IN_ORDER), max_size=3).map(
    lambda told: [status for status in _IN_ORDER if status in told]
)
