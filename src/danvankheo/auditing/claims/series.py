"""What several mentions say of one indicator: in one report, from year to year, from place to place."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Self, TypeAlias

import attrs

from danvankheo.auditing.checks.base import Check
from danvankheo.auditing.checks.mentions import check_mentions
from danvankheo.auditing.checks.ratios import check_attainment, check_ratio
from danvankheo.auditing.checks.sums import check_sum
from danvankheo.auditing.claims.claim import Claim, Found
from danvankheo.auditing.claims.indicator import change_check, count_of, figure_of
from danvankheo.auditing.claims.movement import MODELS, narrowest, repeated_in, stated_totals_of
from danvankheo.auditing.claims.same_places import Where, as_written
from danvankheo.auditing.figures.reported import Reading, Reported
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.calc.indicators import indicators_of
from danvankheo.domain.award import Award
from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, Unit

_What: TypeAlias = tuple[str, IndicatorKind | None, Unit | None, bool]
_Told: TypeAlias = tuple[FactRef, Indicator]
_Key: TypeAlias = tuple[_What, Place | int, Period]
"""What, where (a document, if no place is stated) and when an indicator is about."""
_Index: TypeAlias = dict[_Key, list[_Told]]


def claims_between(
    movements: Sequence[Movement], reading: Reading, where: Where = as_written
) -> Iterator[Found]:
    """Yield the checks of facts that are stated more than once, in one document or in several.

    The same indicator of the same place and period; an earlier figure against the one that was
    stated at the time; a change against it, where no earlier figure is stated; and parts and totals of
    places against those of the place that they lie in.
    """
    stated = _index(movements, where)
    yield from _mentions(stated, reading)
    yield from _earlier(stated, reading)
    yield from _within(movements, stated, reading, where)
    yield from _same_decisions(movements)
    yield from _same_reports(movements, reading, where)


def _same_decisions(movements: Sequence[Movement]) -> Iterator[Finding]:
    """Yield awards of one decision that several documents list, so that adding up counts them twice."""
    places: defaultdict[Award, list[FactRef]] = defaultdict(list)
    for document, movement in enumerate(movements):
        for at, award in enumerate(movement.awards):
            if award.decision is not None:
                name = award.form.label.capitalize()
                places[award].append(FactRef(document=document, path=f"$.awards[{at}]", name=name))
    for award, refs in places.items():
        if len({ref.document for ref in refs}) > 1:
            yield repeated_in(award, tuple(refs))


def _index(movements: Sequence[Movement], where: Where) -> _Index:
    found: defaultdict[_Key, list[_Told]] = defaultdict(list)
    for document, movement in enumerate(movements):
        for at, indicator in enumerate(indicators_of(movement)):
            ref = FactRef(document=document, path=f"$.indicators[{at}]", name=indicator.name)
            assert indicator.period is not None
            own = indicator.place
            # Without a place it is that of its own report alone.
            place = document if own is None else where(own, indicator.period)
            found[_what(indicator), place, indicator.period].append((ref, indicator))
    return found


def _what(indicator: Indicator) -> _What:
    name = " ".join(indicator.label.split()).casefold()
    return name, indicator.kind, indicator.counts, indicator.whole_is_plan


def _mentions(stated: _Index, reading: Reading) -> Iterator[Found]:
    """Yield the figures of an indicator that is stated more than once."""
    for group in stated.values():
        if len(group) > 1:
            for field in (_value, _part, _whole):
                yield from _alike(_stated_of(group, field), reading)
            yield from _across_mentions(group, reading)


def _across_mentions(group: Sequence[_Told], reading: Reading) -> Iterator[Found]:
    """Yield what one mention counts against what another one prints."""
    counted = next((each for each in group if _is_counted(each[1])), None)
    if counted is None:
        return
    ref, indicator = counted
    part, whole = _part(indicator), _whole(indicator)
    assert part is not None
    assert whole is not None
    for other_ref, other in group:
        value = _value(other)
        if other.part is not None and other.whole is not None:
            continue  # it is compared with its own counts
        if value is not None and value.unit is not None and value.unit.fits(PERCENT) and value.amount >= 0:
            make = check_attainment if other.whole_is_plan else check_ratio
            yield Claim(facts=(ref, other_ref), check=make(part, whole, value, reading=reading))
            return


def _is_counted(indicator: Indicator) -> bool:
    """Return whether part and whole are exact counts, which every writer writes alike."""
    part, whole = _part(indicator), _whole(indicator)
    return part is not None and whole is not None and part.is_exact and whole.is_exact and bool(whole.amount)


def _stated_of(
    group: Sequence[_Told], field: Callable[[Indicator], Reported | None]
) -> list[tuple[FactRef, Reported]]:
    """Return a field of the mentions that tell it."""
    figures = ((ref, field(indicator)) for ref, indicator in group)
    return [(ref, figure) for ref, figure in figures if figure is not None]


def _alike(known: Sequence[tuple[FactRef, Reported]], reading: Reading) -> Iterator[Claim]:
    """Yield mentions of one figure, those that measure the same thing against each other."""
    by_base: defaultdict[Unit | None, list[tuple[FactRef, Reported]]] = defaultdict(list)
    for ref, figure in known:
        by_base[figure.unit.to_base() if figure.unit is not None else None].append((ref, figure))
    for mentions in by_base.values():
        if len(mentions) > 1:
            one_document = len({ref.document for ref, _ in mentions}) == 1
            figures = [figure for _, figure in mentions]
            check = check_mentions(figures, same_writer=one_document, reading=reading)
            yield Claim(facts=tuple(ref for ref, _ in mentions), check=check)


def _earlier(stated: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield an earlier figure, or a change, against what was stated of that period itself."""
    known: dict[_Key, _Then] = {}
    for (what, place, _), group in list(stated.items()):
        for ref, indicator in group:
            if indicator.compared_to is not None:
                key = what, place, indicator.compared_to
                if key not in known:
                    known[key] = _Then.of(stated.get(key, ()))
                # One mention of that time is enough: the mentions are compared with each other.
                found = next(_against(indicator, known[key], reading), None)
                if found is not None:
                    then_ref, check = found
                    yield Claim(facts=(ref, then_ref), check=check)


@attrs.frozen
class _Then:
    """What was said of an indicator at an earlier time.

    Args:
        figures: the first figure of each unit.
        counts: the first mention with part and whole.
    """

    figures: Sequence[tuple[FactRef, Reported]]
    counts: tuple[FactRef, Reported, Reported] | None

    @classmethod
    def of(cls, then: Sequence[_Told]) -> Self:
        """Return what mentions say; only the first figure of each unit is ever compared."""
        first: dict[object, tuple[FactRef, Reported]] = {}
        for ref, figure in (*_stated_of(then, _value), *_stated_of(then, _part)):
            if figure.unit is not None:
                first.setdefault((figure.unit.dimension, figure.unit.base, figure.unit.rate), (ref, figure))
        counted = (
            (ref, part, whole)
            for ref, one in then
            if not one.whole_is_plan and _is_counted(one)
            if (part := _part(one)) is not None and (whole := _whole(one)) is not None
        )
        return cls([*first.values()], next(counted, None))


def _against(indicator: Indicator, then: _Then, reading: Reading) -> Iterator[tuple[FactRef, Check]]:
    """Yield what an indicator says of an earlier one: by its earlier figure, else by its change."""
    if indicator.earlier is None:
        for ref, figure in then.figures:
            check = change_check(indicator, figure, reading, same_writer=False)
            if check is not None:
                yield ref, check
        return
    earlier = figure_of(indicator, indicator.earlier)
    for ref, figure in then.figures:
        if earlier.unit is not None and figure.unit is not None and earlier.unit.fits(figure.unit):
            yield ref, check_mentions([earlier, figure], same_writer=False, reading=reading)
    if then.counts and earlier.unit is not None and earlier.unit.fits(PERCENT) and earlier.amount >= 0:
        ref, part, whole = then.counts
        yield ref, check_ratio(part, whole, earlier, reading=reading)


def _within(movements: Sequence[Movement], stated: _Index, reading: Reading, where: Where) -> Iterator[Claim]:
    """Yield what places state against what is stated of the place that they lie in."""
    inner: defaultdict[_Key, list[_Key]] = defaultdict(list)
    for key in stated:
        (_, kind, _, is_plan), place, period = key
        if isinstance(place, Place) and kind is not None and not is_plan:
            # Only the shared kinds count things that add up; 19 criteria in each of two places do not.
            outer_keys = ((key[0], above, period) for above in islice(place.lineage(), 1, None))
            nearest = next((outer for outer in outer_keys if outer in stated), None)
            if nearest is not None:
                inner[nearest].append(key)
    for outer, keys in inner.items():
        if _may_be_one([place for _, place, _ in keys if isinstance(place, Place)]):
            continue
        for field in (_part, _whole):
            totals = _stated_of(stated[outer], field)
            figures = [found for key in keys for found in _stated_of(stated[key], field)[:1]]
            if totals and figures:
                yield _not_more(*totals[0], figures, reading)
    yield from _totals_within(movements, reading, where)


def _may_be_one(places: Sequence[Place]) -> bool:
    """Return whether two of the places may be one, stated once with its code and once without."""
    names = {(place.kind, place.name.casefold(), place.parent and place.parent.name) for place in places}
    return len(names) < len(places)


def _totals_within(movements: Sequence[Movement], reading: Reading, where: Where) -> Iterator[Claim]:
    """Yield what places give against the totals that are stated of the place that they lie in."""
    at: dict[tuple[str, Place, Period], int] = {}
    for document, movement in enumerate(movements):
        if movement.place is not None:
            place = where(movement.place, movement.period)
            at.setdefault((movement.name, place, movement.period), document)
    inner: defaultdict[int, list[int]] = defaultdict(list)
    for (name, place, period), document in at.items():
        keys = ((name, above, period) for above in islice(place.lineage(), 1, None))
        above = next((at[key] for key in keys if key in at), None)
        if above is not None:
            inner[above].append(document)
    for whole, documents in inner.items():
        if _may_be_one([own for number in documents if (own := movements[number].place)]):
            continue
        for unit, totals in stated_totals_of(movements[whole], whole).items():
            ref, total = narrowest(totals)
            given = [found for number in documents for found in _given(movements[number], number, unit)]
            if given:
                yield _not_more(ref, Reported.of(total), given, reading)


def _same_reports(movements: Sequence[Movement], reading: Reading, where: Where) -> Iterator[Claim]:
    """Yield totals and numbers of models that several documents state of one place and period."""
    stated: defaultdict[object, list[tuple[FactRef, Reported]]] = defaultdict(list)
    for document, movement in enumerate(movements):
        if movement.place is None:
            continue
        report = movement.name, where(movement.place, movement.period), movement.period
        for unit, totals in stated_totals_of(movement, document).items():
            ref, total = narrowest(totals)
            stated[report, unit].append((ref, Reported.of(total)))
        for at, count in enumerate(movement.model_counts):
            ref = FactRef(document=document, path=f"$.model_counts[{at}]", name="Số mô hình")
            stated[report, count.what].append((ref, Reported.of(Quantity(count.count, MODELS))))
    for mentions in stated.values():
        yield from _alike(mentions, reading)


def _given(movement: Movement, document: int, unit: Unit) -> list[tuple[FactRef, Reported]]:
    """Return the stated total of a base unit, else the contributions in it."""
    totals = stated_totals_of(movement, document).get(unit)
    if totals:
        ref, total = narrowest(totals)
        return [(ref, Reported.of(total))]
    return [
        (FactRef(document=document, path=f"$.contributions[{at}]"), Reported.of(given.quantity))
        for at, given in enumerate(movement.contributions)
        if given.quantity is not None and given.quantity.unit.fits(unit)
    ]


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
