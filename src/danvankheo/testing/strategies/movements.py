"""Strategies for movements, and for summaries of them."""

from functools import cache
from typing import Final

import attrs
from hypothesis import strategies as st

from danvankheo.calc.totals import summarise, total
from danvankheo.domain.award import Award, GrantingLevel
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import Model, ModelCount, ModelSubject
from danvankheo.domain.movement import DurationClass, Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, TWO_LEVELS_FROM, Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.summary import Summary
from danvankheo.domain.units import DONG
from danvankheo.testing import vocabulary
from danvankheo.testing.strategies import settings
from danvankheo.testing.strategies.arguments import checked
from danvankheo.testing.strategies.indicators import indicators
from danvankheo.testing.strategies.records import awards, contributions, models, stated_counts


@checked
def movements(
    *,
    periods: st.SearchStrategy[Period] | None = None,
    places: st.SearchStrategy[Place | None] | None = None,
    max_size: int = 3,
    inconsistent: bool = False,
) -> st.SearchStrategy[Movement]:
    """Return a strategy for movements with all that a report can state.

    What is drawn is consistent: `danvankheo.audit` finds nothing worse than an open question.
    Percentages are those of their parts, stated totals are the sums of what is listed, numbers of
    models nest, places existed in the period, contributions go to models that are there.

    Args:
        periods: the period; any within `danvankheo.testing.periods` if not given.
        places: the place; any that existed in the period, or none, if not given. Give it together
            with `periods`, so that the places existed in them.
        max_size: how many models, contributions, indicators, awards and directives each there are
            at most.
        inconsistent: whether something in it cannot be true, so that the audit finds an error.

    >>> from hypothesis import find
    >>> from danvankheo import audit
    >>> audit(find(movements(inconsistent=True), lambda movement: True))[0].severity.value
    'error'
    """
    when = settings.periods() if periods is None else periods
    sound = _movements(when, places, max_size)
    return _broken(sound) if inconsistent else sound


@checked
def summaries(*, max_size: int = 2) -> st.SearchStrategy[Summary]:
    """Return a strategy for summaries of some movements.

    Args:
        max_size: of how many movements at most.

    >>> from hypothesis import find
    >>> find(summaries(), lambda summary: summary.movements == 2).movements
    2
    """
    return st.lists(movements(), max_size=max_size).map(summarise)


@attrs.frozen(kw_only=True)
class _Told:
    """Strategies for what a movement of some time tells, made once for all movements of that time."""

    place: st.SearchStrategy[Place | None]
    organizer: st.SearchStrategy[Organization | None]
    models: st.SearchStrategy[list[Model]]
    contributions: st.SearchStrategy[list[Contribution]]
    indicators: st.SearchStrategy[list[Indicator]]
    directives: st.SearchStrategy[list[DocumentRef]]


@cache
def _told_in(time: Period, max_size: int) -> _Told:
    where = settings.places(existing_in=time)
    return _Told(
        place=st.none() | where,
        organizer=st.none() | settings.organizations(places=st.none() | where),
        models=st.lists(models(period=time), max_size=max_size),
        contributions=st.lists(contributions(period=time), max_size=max_size),
        indicators=st.lists(indicators(), max_size=max_size, unique_by=lambda told: told.label),
        directives=st.lists(settings.document_refs(), max_size=max_size),
    )


def _time_of(period: Period) -> Period:
    """Return a year in which the same kinds of places existed as in a period."""
    if period.end < TWO_LEVELS_FROM:
        return _BEFORE
    return _AFTER if period.start > DISTRICTS_UNTIL else _REFORM


_BEFORE, _REFORM, _AFTER = (Period.year(TWO_LEVELS_FROM.year + step) for step in (-1, 0, 1))


@st.composite
def _movements(
    draw: st.DrawFn,
    periods: st.SearchStrategy[Period],
    places: st.SearchStrategy[Place | None] | None,
    max_size: int,
) -> Movement:
    period = draw(periods)
    told = _told_in(_time_of(period), max_size)
    described, given = draw(told.models), draw(told.contributions)
    if described and given and draw(_CHOICE):
        described[0] = attrs.evolve(described[0], id=_ID)
        given[0] = attrs.evolve(given[0], model=_ID)
    return Movement(
        name=draw(_NAMES),
        period=period,
        place=draw(told.place if places is None else places),
        organizer=draw(told.organizer),
        launch_level=draw(_LAUNCH_LEVELS),
        duration=draw(_DURATIONS),
        reviewed=draw(st.none() | st.dates(period.start, period.end)),
        models=tuple(described),
        model_counts=draw(stated_counts(min_count=len(described))),
        contributions=tuple(given),
        stated_totals=_sums(given) if draw(_CHOICE) else (),
        indicators=tuple(draw(told.indicators)),
        awards=tuple(draw(_several_awards(period, max_size))),
        directives=tuple(draw(told.directives)),
    )


_NAMES: Final = st.sampled_from(vocabulary.MOVEMENTS)
_CHOICE: Final = st.booleans()
_LAUNCH_LEVELS: Final = st.none() | st.sampled_from(GrantingLevel)
_DURATIONS: Final = st.none() | st.sampled_from(DurationClass)
_ID: Final = "mo-hinh-1"


def _sums(given: list[Contribution]) -> tuple[Quantity, ...]:
    return tuple(line.quantity for line in total(given) if line.quantity is not None)


def _several_awards(period: Period, max_size: int) -> st.SearchStrategy[list[Award]]:
    # One entry a form: two of one decision would have to agree with each other.
    return st.lists(awards(period=period), max_size=max_size, unique_by=lambda award: award.form)


@st.composite
def _broken(draw: st.DrawFn, sound: st.SearchStrategy[Movement]) -> Movement:
    return draw(_BREAKING)(draw, draw(sound))


def _with_wrong_indicator(draw: st.DrawFn, movement: Movement) -> Movement:
    return attrs.evolve(movement, indicators=(*movement.indicators, draw(_WRONG)))


def _with_short_total(draw: st.DrawFn, movement: Movement) -> Movement:
    """Return the movement with a gift of money that is more than the stated total of all."""
    given = draw(st.integers(2, 10**9))
    stated = draw(st.integers(0, given - 1))
    return attrs.evolve(
        movement,
        contributions=(*movement.contributions, Contribution(quantity=Quantity(given, DONG))),
        stated_totals=(Quantity(stated, DONG),),
    )


def _with_wrong_split(draw: st.DrawFn, movement: Movement) -> Movement:
    """Return the movement with more models of collectives and individuals than in all."""
    whole = draw(st.integers(len(movement.models), 500))
    more = draw(st.integers(1, 100))
    return attrs.evolve(
        movement,
        model_counts=(
            ModelCount(count=whole),
            ModelCount(count=whole, subject=ModelSubject.COLLECTIVE),
            ModelCount(count=more, subject=ModelSubject.INDIVIDUAL),
        ),
    )


_BREAKING: Final = st.sampled_from([_with_wrong_indicator, _with_short_total, _with_wrong_split])
_WRONG: Final = indicators(inconsistent=True)
