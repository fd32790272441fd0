"""The audit of tables by themselves: every relation within rows and columns, and what of it is alleged."""

from collections.abc import Sequence

import attrs

from danvankheo.office.checking.across import patterns_across
from danvankheo.office.checking.causes import Cause, causes_of
from danvankheo.office.checking.deciding import Judged, Standing, is_believed, judged
from danvankheo.office.checking.down import patterns_down
from danvankheo.office.checking.figures import Agreement
from danvankheo.office.checking.findings import NotChecked, PaperFinding
from danvankheo.office.checking.patterns import Pattern, PatternKind, Table, evidence
from danvankheo.office.checking.percents import percent_patterns
from danvankheo.office.checking.products import product_patterns
from danvankheo.office.checking.sentences import explained_finding, finding_of, truncated_finding
from danvankheo.office.tables.reading import TableReading


@attrs.frozen(kw_only=True, eq=False)
class Within:
    """What the tables of a paper say of themselves.

    Args:
        patterns: the relations that were tried.
        causes: what is wrong, once each.
        findings: the same, as findings, with what was cut off and what a note explains.
        open: lines that do not hold and are not alleged.
    """

    patterns: tuple[Pattern, ...]
    causes: tuple[Cause, ...]
    findings: tuple[PaperFinding, ...]
    open: tuple[Judged, ...]


def patterns_of(reading: TableReading) -> tuple[Pattern, ...]:
    """Return the relations of one table."""
    table = Table(reading)
    return (
        *patterns_down(table),
        *patterns_across(table),
        *percent_patterns(table),
        *product_patterns(table),
    )


def audit_within(readings: Sequence[TableReading]) -> Within:
    """Return what tables say of themselves; those with the same heads speak for each other."""
    patterns = [pattern for reading in readings for pattern in patterns_of(reading)]
    pooled = evidence(patterns)
    lines = judged(patterns, pooled)
    sure = [each for each in lines if each.standing is Standing.SURE]
    causes = causes_of(sure, patterns)
    wrong = {id(each.instance) for each in sure}
    findings = [finding_of(each) for each in causes]
    findings += [explained_finding(each) for each in lines if each.standing is Standing.EXPLAINED]
    for pattern in patterns:
        if pattern.kind is PatternKind.RATIO and is_believed(pattern, pooled):
            findings += [
                truncated_finding(each)
                for each in pattern.instances
                if each.agreement is Agreement.ONE_WAY and id(each) not in wrong and len(each.terms) == 1
            ]
    return Within(
        patterns=tuple(patterns),
        causes=tuple(causes),
        findings=tuple(findings),
        open=tuple(each for each in lines if each.standing is Standing.OPEN),
    )


def not_checked_of(readings: Sequence[TableReading], within: Within) -> list[NotChecked]:
    """Return what of the tables was not checked: tables without relations, and what was not understood."""
    found = []
    tried = {id(pattern.table) for pattern in within.patterns if pattern.instances}
    for reading in readings:
        if id(reading) not in tried:
            found.append(
                NotChecked(
                    address=reading.address,
                    vietnamese="không thấy quan hệ nào giữa các số liệu để kiểm tra",
                    english="no relation between its figures was found",
                )
            )
        found += [
            NotChecked(address=each.address, vietnamese=each.vietnamese, english=each.english)
            for each in reading.not_understood
        ]
    for each in within.open:
        found.append(
            NotChecked(
                address=each.instance.target.address,
                vietnamese="số này không bằng các số liên quan, nhưng chưa đủ căn cứ để nói là sai",
                english="does not equal what it might be made of, but nothing proves it wrong",
            )
        )
    return found
