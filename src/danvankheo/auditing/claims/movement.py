"""What a movement says twice: totals and their parts, numbers of models, awards, entries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from danvankheo.auditing.checks.bounds import check_bounds
from danvankheo.auditing.checks.mentions import check_mentions
from danvankheo.auditing.checks.sums import check_sum
from danvankheo.auditing.claims.claim import Claim, Found
from danvankheo.auditing.claims.indicator import claims_of_indicator
from danvankheo.auditing.figures.reported import Reading, Reported
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import Value
from danvankheo.bilingual import Words
from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution, kind_of
from danvankheo.domain.model import CountedModels, ModelCount, ModelField, ModelStatus, ModelSubject
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import Unit, counted


def claims_of(movement: Movement, document: int, reading: Reading) -> Iterator[Found]:
    """Yield every check that the facts of one movement allow."""
    for at, indicator in enumerate(movement.indicators):
        ref = FactRef(document=document, path=f"$.indicators[{at}]", name=indicator.name)
        yield from claims_of_indicator(indicator, ref, reading)
    yield from _of_totals(movement, document, reading)
    yield from _of_models(movement, document)
    yield from _of_awards(movement, document)
    yield from _repeated(movement, document)


# Contributions and the totals that the source prints


def _of_totals(movement: Movement, document: int, reading: Reading) -> Iterator[Found]:
    """Yield each stated total against the contributions, and against another of the same kind."""
    given: defaultdict[Unit, list[tuple[FactRef, Quantity]]] = defaultdict(list)
    for at, contribution in enumerate(movement.contributions):
        if contribution.quantity is not None:
            ref = FactRef(document=document, path=f"$.contributions[{at}]")
            given[contribution.quantity.unit.to_base()].append((ref, contribution.quantity))
    unknown = {each.kind for each in movement.contributions if each.quantity is None}
    for unit, totals in stated_totals_of(movement, document).items():
        parts = given[unit]
        if parts:
            ref, total = narrowest(totals)
            check = check_sum(total, [quantity for _, quantity in parts], reading=reading)
            facts = (ref, *(part for part, _ in parts))
            yield Claim(facts=facts, check=check, listed=True, open_end=kind_of(unit) in unknown)
        if len(totals) > 1:
            check_all = check_mentions([total for _, total in totals], reading=reading)
            yield Claim(facts=tuple(ref for ref, _ in totals), check=check_all)


def stated_totals_of(movement: Movement, document: int) -> dict[Unit, list[tuple[FactRef, Quantity]]]:
    """Return the totals that a movement states, by their base unit."""
    stated: defaultdict[Unit, list[tuple[FactRef, Quantity]]] = defaultdict(list)
    for at, total in enumerate(movement.stated_totals):
        name = f"Tổng {kind_of(total.unit).label}"
        ref = FactRef(document=document, path=f"$.stated_totals[{at}]", name=name)
        stated[total.unit.to_base()].append((ref, total))
    return stated


def narrowest(totals: Sequence[tuple[FactRef, Quantity]]) -> tuple[FactRef, Quantity]:
    """Return the total that says most: of those in full the one with the smallest last place.

    The others are compared with it, so that the parts need not be added up for each.
    """
    return min(
        totals,
        key=lambda each: (
            each[1].approximation is not Approximation.EXACTLY,
            Reported.of(each[1]).quantum,
        ),
    )


# Numbers of models

_NESTED: Final = (
    None,
    ModelStatus.REGISTERED,
    ModelStatus.EFFECTIVE,
    ModelStatus.RECOGNIZED,
    ModelStatus.EXEMPLARY,
    ModelStatus.PROPOSED_FOR_AWARD,
)
"""Each holds the next, as reports count them (domain facts 1.3); None is all together."""

_STANDARD_FIELDS: Final = frozenset(ModelField) - {ModelField.OTHER}
MODELS: Final = counted("mô hình")
_Stated: TypeAlias = tuple[ModelCount, FactRef]
"""A number of models with where it stands."""


def _of_models(movement: Movement, document: int) -> Iterator[Found]:
    stated: dict[CountedModels, _Stated] = {}
    by_field: defaultdict[object, list[_Stated]] = defaultdict(list)
    for at, count in enumerate(movement.model_counts):
        found = count, FactRef(document=document, path=f"$.model_counts[{at}]", name=_name_of(count))
        stated[count.what] = found
        if count.field is not None:
            by_field[count.status, count.subject, count.level].append(found)
    yield from _nested(stated)
    for (status, subject, field, other, level), whole in stated.items():
        if subject is None:
            halves = [stated.get((status, each, field, other, level)) for each in ModelSubject]
            yield from _split(whole, [half for half in halves if half], complete=all(halves))
        if field is None:
            parts = by_field[status, subject, level]
            standard = {count.field for count, _ in parts} >= _STANDARD_FIELDS
            yield from _split(whole, parts, complete=standard)
        if (subject, field, level) == (None, None, None):
            yield from _described(movement, whole, document)


def _described(movement: Movement, whole: _Stated, document: int) -> Iterator[Finding]:
    """Yield that more models are described than there are said to be."""
    count, ref = whole
    described = [
        at
        for at, model in enumerate(movement.models)
        if count.status in (None, model.status) and model.period in (None, movement.period)
    ]
    facts = (ref, *(FactRef(document=document, path=f"$.models[{at}]") for at in described))
    yield from check_bounds(Quantity(len(described), MODELS), whole=_models(count)).findings(facts=facts)


def _nested(stated: dict[CountedModels, _Stated]) -> Iterator[Finding]:
    """Yield where a later state is stated of more models than an earlier one."""
    for what in dict.fromkeys(key[1:] for key in stated):
        counts = [stated[status, *what] for status in _NESTED if (status, *what) in stated]
        for (outer, outer_ref), (inner, inner_ref) in pairwise(counts):
            if inner.count > outer.count:
                details: tuple[tuple[str, Value], ...] = (
                    ("inner", _status_words(inner)),
                    ("part", inner.count),
                    ("outer", _status_words(outer)),
                    ("whole", outer.count),
                )
                yield Finding(
                    code=FindingCode.MODELS_NOT_NESTED,
                    details=details,
                    facts=(outer_ref, inner_ref),
                    procedures=(),
                )


def _split(whole: _Stated, parts: Sequence[_Stated], *, complete: bool) -> Iterator[Claim]:
    """Yield a number of models against the numbers that it splits into."""
    if parts:
        check = check_sum(_models(whole[0]), [_models(count) for count, _ in parts])
        facts = (whole[1], *(ref for _, ref in parts))
        yield Claim(facts=facts, check=check, listed=True, open_end=not complete)


def _models(count: ModelCount) -> Quantity:
    return Quantity(count.count, MODELS)


def _name_of(count: ModelCount) -> str:
    return f"Số mô hình {_status_words(count).vietnamese}"


def _status_words(count: ModelCount) -> Words:
    if count.status is None:
        return Words("tất cả", "in all")
    return Words(count.status.label, count.status.value.replace("_", " "))


# Awards


def _of_awards(movement: Movement, document: int) -> Iterator[Claim]:
    """Yield awards stated in all ("30 tập thể, cá nhân") against the same stated by kind of recipient."""
    same: defaultdict[object, list[tuple[Award, FactRef]]] = defaultdict(list)
    for at, award in enumerate(movement.awards):
        if not (award.decision or award.reason or (award.decided and award.granter)):
            continue  # nothing tells that two entries are of one award
        ref = FactRef(document=document, path=f"$.awards[{at}]", name=award.form.label.capitalize())
        what = award.form, award.kind, award.granter, award.level, award.period, award.reason
        same[what, award.decided, award.decision].append((award, ref))
    for group in same.values():
        in_all = [(award, ref) for award, ref in group if award.recipients == award.mixed]
        by_kind = [(award, ref) for award, ref in group if not award.mixed]
        if len(in_all) == 1 and by_kind:
            (whole, ref), unit = in_all[0], counted(_RECIPIENTS)
            parts = [Quantity(award.recipients, unit) for award, _ in by_kind]
            facts = (ref, *(part for _, part in by_kind))
            all_kinds = any(award.individuals for award, _ in by_kind) and any(
                award.collectives for award, _ in by_kind
            )
            check = check_sum(Quantity(whole.mixed, unit), parts)
            yield Claim(facts=facts, check=check, listed=True, open_end=not all_kinds)


_RECIPIENTS: Final = "tập thể, cá nhân"


# The same entry twice


def _repeated(movement: Movement, document: int) -> Iterator[Finding]:
    """Yield gifts and awards that are listed twice, alike to the letter and stated in some detail."""
    places: defaultdict[Contribution | Award, list[str]] = defaultdict(list)
    for at, given in enumerate(movement.contributions):
        if given.quantity is not None and _is_stated(given):
            places[given].append(f"$.contributions[{at}]")
    for at, award in enumerate(movement.awards):
        if award.decision or award.reason:
            places[award].append(f"$.awards[{at}]")
    for entry, paths in places.items():
        if len(paths) > 1:
            refs = tuple(FactRef(document=document, path=path) for path in paths)
            yield repeated_in(entry, refs)


def repeated_in(entry: Contribution | Award, refs: tuple[FactRef, ...]) -> Finding:
    """Return that an entry stands in several places."""
    details = (("what", _what(entry)), ("times", len(refs)))
    return Finding(code=FindingCode.REPEATED, details=details, facts=refs)


def _what(entry: Contribution | Award) -> Value:
    if isinstance(entry, Award):
        return entry.form.label.capitalize()
    assert entry.quantity is not None
    return Reported.of(entry.quantity)


def _is_stated(given: Contribution) -> bool:
    """Return whether a gift is described so closely that another just like it is likely the same."""
    return any((given.purpose, given.giver, given.model, given.when, given.place))
