"""What several mentions say of one indicator: in one report, from year to year, from place to place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

from danvankheo.auditing.claims import Claim, Found
from danvankheo.auditing.codes import FindingCode
from danvankheo.auditing.findings import FactRef, Finding
from danvankheo.auditing.indicator_claims import change_check, count_of, figure_of
from danvankheo.auditing.mentions import check_mentions
from danvankheo.auditing.procedures import Check
from danvankheo.auditing.ratios import check_ratio
from danvankheo.auditing.reported import Reading, Reported
from danvankheo.auditing.sums import check_sum
from danvankheo.calc.indicators import indicators_of
from danvankheo.domain.award import Award
from danvankheo.domain.contribution import kind_of
from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, Unit

_What: TypeAlias = tuple[str, IndicatorKind | None, Unit | None, bool]
_PERCENT: Final = Reported.of(Quantity(0, PERCENT))
_Told: TypeAlias = tuple[FactRef, Indicator]
_Key: TypeAlias = tuple[_What, Place | int, Period]
"""What, where (a document, if no place is told) and when an indicator is about."""
_Index: TypeAlias = dict[_Key, list[_Told]]


def claims_between(movements: Sequence[Movement], reading: Reading) -> Iterator[Found]:
    """Yield the checks of facts that are told more than once, in one document or in several.

    The same indicator of the same place and period; an earlier figure against the one that was
    told at the time; a change against it, where no earlier figure is told; and parts and totals of
    places against those of the place that they lie in.
    """
    told = _index(movements)
    yield from _mentions(told, reading)
    yield from _earlier(told, reading)
    yield from _within(movements, told, reading)
    yield from _same_decisions(movements)


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
            details = (("what", award.form.label.capitalize()), ("times", len(refs)))
            yield Finding(code=FindingCode.REPEATED, details=details, facts=tuple(refs))


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
    return indicator.label.casefold(), indicator.kind, indicator.counts, indicator.whole_is_plan


def _mentions(told: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield the figures of an indicator that is told more than once."""
    for group in told.values():
        if len(group) > 1:
            for field in (_value, _part, _whole):
                yield from _alike([(ref, field(indicator)) for ref, indicator in group], reading)


def _alike(figures: Sequence[tuple[FactRef, Reported | None]], reading: Reading) -> Iterator[Claim]:
    known = [(ref, figure) for ref, figure in figures if figure is not None]
    if len(known) > 1 and _fit([figure for _, figure in known]):
        one_document = len({ref.document for ref, _ in known}) == 1
        check = check_mentions([figure for _, figure in known], same_writer=one_document, reading=reading)
        yield Claim(facts=tuple(ref for ref, _ in known), check=check)


def _earlier(told: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield an earlier figure, or a change, against what was told of that period itself."""
    for (what, place, _), group in list(told.items()):
        for ref, indicator in group:
            if indicator.compared_to is not None:
                for then_ref, then in told.get((what, place, indicator.compared_to), ()):
                    check = _against(indicator, then, reading)
                    if check is not None:
                        yield Claim(facts=(ref, then_ref), check=check)


def _against(indicator: Indicator, then: Indicator, reading: Reading) -> Check | None:
    """Return what an indicator says of an earlier one: by its earlier figure, else by its change."""
    figures = [figure for figure in (_value(then), _part(then)) if figure is not None]
    if indicator.earlier is None:
        checks = (change_check(indicator, figure, reading, same_writer=False) for figure in figures)
        return next((check for check in checks if check is not None), None)
    earlier = figure_of(indicator, indicator.earlier)
    for figure in figures:
        if _fit([earlier, figure]):
            return check_mentions([earlier, figure], same_writer=False, reading=reading)
    part, whole = _part(then), _whole(then)
    if (
        part is None
        or whole is None
        or not whole.amount
        or then.whole_is_plan
        or not _fit([earlier, _PERCENT])
    ):
        return None
    return check_ratio(part, whole, earlier, reading=reading)


def _within(movements: Sequence[Movement], told: _Index, reading: Reading) -> Iterator[Claim]:
    """Yield what places tell against what is told of the place that they lie in."""
    inner: defaultdict[_Key, list[_Told]] = defaultdict(list)
    for (what, place, period), group in told.items():
        if isinstance(place, Place) and group[0][1].kind is not None and not group[0][1].whole_is_plan:
            # Only the shared kinds count things that add up; 19 criteria in each of two places do not.
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
                document=whole, path=f"$.stated_totals[{at_total}]", name=f"Tổng {kind_of(total.unit).label}"
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
