"""Findings for programs: plain data for JSON, and logs in SARIF."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final, TypedDict, get_args
from urllib.parse import quote

from danvankheo.auditing.figures.intervals import Interval
from danvankheo.auditing.figures.lattice import WholeNumbers
from danvankheo.auditing.figures.reported import Reported
from danvankheo.auditing.findings.codes import FindingCode, Severity
from danvankheo.auditing.findings.finding import ExactValue, FactRef, Finding
from danvankheo.auditing.findings.wording import VIETNAMESE
from danvankheo.bilingual import Language
from danvankheo.checking import check_one_of, check_type, checked_each
from danvankheo.documents.values import write_unit
from danvankheo.domain.quantities import Quantity
from danvankheo.formatting.names import format_place
from danvankheo.version import __version__

_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.FINE: "none",
}


def finding_data(finding: Finding) -> dict[str, object]:
    """Return a finding as data that JSON can hold: fractions as text such as ``675/7``.

    >>> from danvankheo import check_ratio
    >>> data = finding_data(check_ratio(27, 28, "96,42%").finding())
    >>> data["code"], data["severity"], data["values"]["exact"], data["procedures"]
    ('ratio-truncated', 'warning', '675/7', ['truncate'])
    """
    check_type(finding, Finding, "finding_data")
    data: dict[str, object] = {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "facts": [_fact_data(fact) for fact in finding.facts],
        "vi": finding.vietnamese,
        "en": finding.english,
        "procedures": [rounding.value for rounding in finding.procedures],
        "values": {name: _value_data(value) for name, value in finding.values.items()},
    }
    if finding.correction is not None:
        found = finding.correction
        data["correction"] = {
            "field": found.field,
            "to": f"{found.to:f}",
            "edits": found.edits,
            "steps": found.steps,
        }
    return data


def _fact_data(fact: FactRef) -> dict[str, object]:
    return {
        "document": fact.document,
        "path": fact.path,
        "name": fact.name,
        "place": format_place(fact.place) if fact.place else None,
        "period": fact.period.code if fact.period else None,
    }


class FindingRow(TypedDict):
    """A finding as a row of a table; None is what such a finding does not have.

    >>> from danvankheo import check_ratio
    >>> from danvankheo.auditing import FindingRow, finding_rows
    >>> row: FindingRow = finding_rows([check_ratio(45, 60, "85%").finding()])[0]
    >>> row["severity"], row["printed"], row["right"], row["place"]
    ('error', '85%', '75%', None)
    """

    severity: str
    """How bad it is: error, warning, info, fine."""
    code: str
    """What was found: ratio-truncated, sum-inconsistent …"""
    document: int | None
    """The index of its document among those audited, from 0, as `FactRef.document`."""
    place: str | None
    """The place that it is about."""
    period: str | None
    """The code of its period."""
    path: str | None
    """Where it stands in the document."""
    name: str | None
    """What it is called, such as an indicator's name."""
    printed: str | None
    """The figure as the report prints it, in Vietnamese."""
    right: str | None
    """What it must be, in Vietnamese, where that is known."""
    vietnamese: str
    """The sentence."""
    english: str
    """The sentence in English."""


def finding_rows(findings: Finding | Iterable[Finding]) -> list[FindingRow]:
    """Return findings as a list of dicts with the same keys in each, for data frames and spreadsheets.

    >>> from danvankheo import audit, load
    >>> row = finding_rows(audit(load("docs/examples/an-khe-2022.json")))[0]
    >>> row["place"], row["period"], row["name"], row["printed"], row["right"]
    ('thị xã An Khê, tỉnh Gia Lai', '2022', 'Trường đạt chuẩn quốc gia', '96,42%', '96,43%')
    """
    return [_row(finding) for finding in checked_each(findings, Finding, "finding_rows")]


def _row(finding: Finding) -> FindingRow:
    first = finding.facts[0] if finding.facts else None
    details = dict(finding.details)
    printed = next((details[name] for name in _PRINTED if name in details), None)
    right = details.get("right", details.get("meant"))
    return FindingRow(
        severity=finding.severity.value,
        code=finding.code.value,
        document=first.document if first else None,
        place=format_place(first.place) if first and first.place else None,
        period=first.period.code if first and first.period else None,
        path=first.path if first else None,
        name=first.name or None if first else None,
        printed=None if printed is None else VIETNAMESE.write(printed),
        right=VIETNAMESE.write(right) if right is not None else _corrected(finding),
        vietnamese=finding.vietnamese,
        english=finding.english,
    )


_PRINTED: Final = ("printed", "figure", "total", "change", "told", "values", "part")
"""The gaps of sentences that hold what the report prints, the first that a sentence has."""


def _corrected(finding: Finding) -> str | None:
    """Return the number that the least correction puts in place of one that is printed."""
    found = finding.correction
    if found is None or found.field != "percent":
        return None
    return VIETNAMESE.write(Reported.of(Quantity(found.to, found.unit)) if found.unit else found.to)


def to_sarif(
    findings: Sequence[Finding], *, sources: Sequence[str] = (), language: Language = "vi"
) -> dict[str, object]:
    """Return findings as a log in SARIF 2.1.0, the OASIS format for what checkers find.

    Args:
        findings: what was found.
        sources: the name of each document's file, in the order of `FactRef.document`; relative to
            where the log will be read, with slashes.
        language: the language of the messages.

    >>> from danvankheo import check_ratio
    >>> log = to_sarif([check_ratio(27, 28, "96,42%").finding()])
    >>> log["version"], log["runs"][0]["results"][0]["level"]
    ('2.1.0', 'warning')
    """
    findings = tuple(checked_each(findings, Finding, "to_sarif"))
    check_one_of(language, get_args(Language), "to_sarif.language")
    sources = tuple(checked_each(sources, str, "to_sarif.sources"))
    codes = list(dict.fromkeys(finding.code for finding in findings))
    uris = [quote(source) for source in sources]
    driver = {
        "name": "danvankheo",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": language,
        "artifacts": [{"location": {"uri": uri}} for uri in uris],
        "results": [_result(finding, codes.index(finding.code), uris, language) for finding in findings],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _rule(code: FindingCode) -> dict[str, object]:
    return {
        "id": code.value,
        "shortDescription": {"text": code.value.replace("-", " ").capitalize()},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, rule: int, uris: Sequence[str], language: Language) -> dict[str, object]:
    locations = []
    for fact in finding.facts:
        logical = {"fullyQualifiedName": fact.path, "kind": "object"}
        if fact.name:
            logical["name"] = fact.name
        location: dict[str, object] = {"logicalLocations": [logical]}
        if fact.document < len(uris):
            artifact = {"uri": uris[fact.document], "index": fact.document}
            location["physicalLocation"] = {"artifactLocation": artifact}
        locations.append(location)
    return {
        "ruleId": finding.code.value,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.told(language=language)},
        "locations": locations[:1],
        "relatedLocations": locations[1:],
        "properties": {"finding": finding_data(finding)},
    }


def _value_data(value: ExactValue) -> object:
    match value:
        case Interval():
            return {
                "low": _fraction(value.low),
                "low_closed": value.low_closed,
                "high": _fraction(value.high),
                "high_closed": value.high_closed,
            }
        case WholeNumbers():
            return {"smallest": value.smallest, "largest": value.largest, "count": value.count}
        case Fraction():
            return str(value)
        case tuple():
            return [_value_data(each) for each in value]
        case _:
            data: dict[str, object] = {"amount": f"{value.amount:f}"}
            if value.unit is not None:
                data["unit"] = write_unit(value.unit)
            return data | {"approximation": value.approximation.value, "nature": value.nature.value}


def _fraction(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
