"""The audit of whole documents: can all of their figures be true?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

import attrs

from danvankheo.auditing.checks.base import Check, accepted
from danvankheo.auditing.checks.habits import infer_habit
from danvankheo.auditing.checks.sums import SumCheck
from danvankheo.auditing.claims.claim import Claim
from danvankheo.auditing.claims.movement import claims_of
from danvankheo.auditing.claims.same_places import as_units_of, as_written
from danvankheo.auditing.claims.series import claims_between
from danvankheo.auditing.figures.reported import NEAREST, Reading, known_reading
from danvankheo.auditing.findings.codes import Severity
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.found import Findings
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import check_type, other_than
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period


def audit(
    movements: Movement | Iterable[Movement],
    *,
    accept: Iterable[Rounding] = NEAREST,
    reading: Reading = Reading.IMPLIED,
    places_on: date | None = None,
) -> Findings:
    """Return what cannot be true, or is left open, in the figures of one movement or of several.

    A figure as printed stands for all values that are printed so; the audit finds those that no
    true values can make. It proves contradictions, not truth: figures that agree may all be wrong.
    Several movements are also checked against each other: the same indicator stated twice, an
    earlier figure against the one of its time, places against the place that they lie in.

    Args:
        movements: one movement, or several in the order in which findings number them.
        accept: the procedures taken for right; a figure that only another explains is a warning.
        reading: how words such as "hơn" are taken. In either reading an error stands only if the
            literal one is broken too.
        places_on: the table of places says which places are one, as units of this day: one that was kept,
            renamed or changed its kind is one place in reports of all years, however it is spelled. None
            compares places as they are written.

    Returns:
        The findings, the worst first, then in the order of the documents.

    >>> from danvankheo import load
    >>> for finding in audit(load("docs/examples/an-khe-2022.json")):
    ...     print(finding.severity.label, "-", finding.facts[0], "-", finding.code.value)
    cảnh báo - Trường đạt chuẩn quốc gia - ratio-truncated
    lưu ý - Hộ nghèo - whole-implied
    lưu ý - Người dân tham gia bảo hiểm y tế - points-or-relative
    """
    if isinstance(movements, str | Mapping) or not isinstance(movements, Movement | Iterable):
        wanted = Words("Movement, hoặc nhiều Movement", "Movement, or several of them")
        raise other_than("audit", movements, Movement, called=wanted)
    documents = (movements,) if isinstance(movements, Movement) else tuple(movements)
    known_reading(reading)
    for movement in documents:
        check_type(movement, Movement, "audit")
    right = accepted(accept)
    found: list[Finding] = []
    for number, movement in enumerate(documents):
        checks: dict[str, Check] = {}
        for claim in claims_of(movement, number, reading):
            found += _judged(claim, right)
            if isinstance(claim, Claim) and (claim.check.procedures or not claim.listed):
                checks[f"{claim.facts[0].path} {len(checks)}"] = claim.check
        whole_report = (FactRef(document=number, name=movement.name),)
        habit = infer_habit(checks).finding(accept=right, facts=whole_report)
        if habit is not None:
            found.append(habit)
    for claim in claims_between(
        documents, reading, as_written if places_on is None else as_units_of(places_on)
    ):
        found += _judged(claim, right)
    return Findings(sorted((_located(each, documents) for each in found), key=attrgetter("order")))


def _located(finding: Finding, documents: Sequence[Movement]) -> Finding:
    """Return a finding whose facts say which place and period they are about."""
    return attrs.evolve(finding, facts=tuple(_of_document(fact, documents) for fact in finding.facts))


def _of_document(fact: FactRef, documents: Sequence[Movement]) -> FactRef:
    movement = documents[fact.document]
    found = _ENTRY.fullmatch(fact.path)
    entry = getattr(movement, found["list"])[int(found["at"])] if found else movement
    place, period = getattr(entry, "place", None), getattr(entry, "period", None)
    if isinstance(entry, Contribution) and isinstance(entry.when, Period):
        period = entry.when
    return attrs.evolve(fact, place=place or movement.place, period=period or movement.period)


_ENTRY: Final = re.compile(r"\$\.(?P<list>[a-z_]+)\[(?P<at>[0-9]+)\]")


def _judged(claim: Claim | Finding, accept: tuple[Rounding, ...]) -> Iterator[Finding]:
    """Yield what a claim comes to, unless all is well."""
    if isinstance(claim, Finding):
        yield claim
        return
    check = claim.check
    if claim.listed and isinstance(check, SumCheck):
        if claim.open_end and check.leaves_room:
            return
        finding = check.finding_of_listed(accept=accept, facts=claim.facts)
    else:
        finding = check.finding(accept=accept, facts=claim.facts)
    if finding.severity is not Severity.FINE:
        yield finding
