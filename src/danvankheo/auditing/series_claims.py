"""What several mentions say of one indicator: in one report, from year to year, from place to place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from danvankheo.auditing.claims import Claim
from danvankheo.auditing.findings import FactRef
from danvankheo.auditing.indicator_claims import change_check, count_of, figure_of
from danvankheo.auditing.mentions import check_mentions
from danvankheo.auditing.reported import Reading, Reported
from danvankheo.auditing.sums import check_sum
from danvankheo.calc.indicators import indicators_of
from danvankheo.domain.contribution import kind_of
from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.units import Unit

_What: TypeAlias = tuple[str, IndicatorKind | None, Unit | None, bool]
_Told: TypeAlias = tuple[FactRef, Indicator]
_Key: TypeAlias = tuple[_What, Place | int, Period]
"""What, where (a document, if no place is told) and when an indicator is about."""
_Index: TypeAlias = dict[_Key, list[_Told]]


def claims_between(movements: Sequence[Movement], reading: Reading) -> Iterator[Claim]:
    """Yield the checks of facts that are told more than once, in one document or in several.

    The same indicator of the same place and period; an earlier figure against the one that was
    told at the time; a change against it, where no earlier figure is told; and parts and totals of
    places against those of the place that they lie in.
    """
    told = _index(movements)
    yield from _mentions(told, reading)
    yield from _earlier(told, reading)
    yield from _within(movements, told, reading)


def _index(movements: Sequence[Movement]) -> _Index:
    found: defaultdict[_Key, list[_Told]] = defaultdict(list)
    for document, movement in enumerate(movements):
        for at, indicator in enumerate(indicators_of(movement)):
            ref = FactRef(document=document, path=f"$.indicators[{at}]", name=indicator.name)
            place = indicator.place or document  # without a place it is that of its own report alone
            assert indicator.period is not None
            found[_what(indicator), place, indicator.period].append((ref, indicator))
    return found


def _what(indicator: Indicator) -> _What:
    return indicator.label, indicator.kind, indicator.counts, indicator.whole_is_plan


def _mentions(told: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield the figures of an indicator that is told more than once."""
    for group in told.values():
        if len(group) > 1:
            for field in (_value, _part, _whole):
                yield from _alike([(ref, field(indicator)) for ref, indicator in group], reading)


def _alike(figures: Sequence[tuple[FactRef, Reported | None]], reading: Reading) -> Iterator[Claim]:
    known = [(ref, figure) for ref, figure in figures if figure is not None]
    if len(known) > 1 and _fit([figure for _, figure in known]):
        check = check_mentions([figure for _, figure in known], reading=reading)
        yield Claim(facts=tuple(ref for ref, _ in known), check=check)


def _earlier(told: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield an earlier figure, or a change, against what was told of that period itself."""
    for (what, place, _), group in list(told.items()):
        for ref, indicator in group:
            if indicator.compared_to is None:
                continue
            for then_ref, then in told.get((what, place, indicator.compared_to), ()):
                own = _value(then)
                if own is None:
                    continue
                if indicator.earlier is not None:
                    yield from _alike(
                        [(ref, figure_of(indicator, indicator.earlier)), (then_ref, own)], reading
                    )
                else:
                    check = change_check(indicator, own, reading)
                    if check is not None:
                        yield Claim(facts=(ref, then_ref), check=check)


def _within(movements: Sequence[Movement], told: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield what places tell against what is told of the place that they lie in."""
    inner: defaultdict[_Key, list[_Told]] = defaultdict(list)
    for (what, place, period), group in told.items():
        if isinstance(place, Place) and not what[-1]:  # plans need not add up
            keys = ((what, above, period) for above in islice(place.lineage(), 1, None))
            above = next((key for key in keys if key in told), None)
            if above is not None:
                inner[above].append(group[0])
    for key, parts in inner.items():
        ref, whole = told[key][0]
        for field in (_part, _whole):
            total = field(whole)
            known = [(part_ref, field(part)) for part_ref, part in parts]
            figures = [(part_ref, figure) for part_ref, figure in known if figure is not None]
            if total is not None and figures:
                yield _not_more(ref, total, figures, reading)
    yield from _totals_within(movements, reading)


def _totals_within(movements: Sequence[Movement], reading: Reading) -> Iterator[Claim]:
    """Yield what places give against the totals that are stated of the place that they lie in."""
    at: dict[tuple[str, Place, Period], int] = {}
    for document, movement in enumerate(movements):
        if movement.place is not None:
            at.setdefault((movement.name, movement.place, movement.period), document)
    inner: defaultdict[int, list[int]] = defaultdict(list)
    for (name, place, period), document in at.items():
        keys = ((name, above, period) for above in islice(place.lineage(), 1, None))
        above = next((at[key] for key in keys if key in at), None)
        if above is not None:
            inner[above].append(document)
    for whole, documents in inner.items():
        for at_total, total in enumerate(movements[whole].stated_totals):
            ref = FactRef(
                document=whole, path=f"$.stated_totals[{at_total}]", name=f"tổng {kind_of(total.unit).label}"
            )
            given = [
                found for document in documents for found in _given(movements[document], document, total.unit)
            ]
            if given:
                yield _not_more(ref, Reported.of(total), given, reading)


def _given(movement: Movement, document: int, unit: Unit) -> list[tuple[FactRef, Reported]]:
    """Return the stated total of a unit, else the contributions in it."""
    for field, quantities in (
        ("stated_totals", movement.stated_totals),
        ("contributions", [given.quantity for given in movement.contributions]),
    ):
        found = [
            (FactRef(document=document, path=f"$.{field}[{at}]"), Reported.of(quantity))
            for at, quantity in enumerate(quantities)
            if quantity is not None and quantity.unit.fits(unit)
        ]
        if found:
            return found[:1] if field == "stated_totals" else found
    return []


def _not_more(
    ref: FactRef, total: Reported, parts: Sequence[tuple[FactRef, Reported]], reading: Reading
) -> Claim:
    """Return the claim that some parts of a total are not more than it."""
    check = check_sum(total, [figure for _, figure in parts], reading=reading)
    return Claim(facts=(ref, *(part for part, _ in parts)), check=check, listed=True, open_end=True)


def _value(indicator: Indicator) -> Reported | None:
    return None if indicator.value is None else figure_of(indicator, indicator.value)


def _part(indicator: Indicator) -> Reported | None:
    return None if indicator.part is None else count_of(indicator, indicator.part)


def _whole(indicator: Indicator) -> Reported | None:
    return None if indicator.whole is None else count_of(indicator, indicator.whole)


def _fit(figures: Sequence[Reported]) -> bool:
    units = [figure.unit for figure in figures if figure.unit is not None]
    return all(unit.fits(units[0]) for unit in units)
