"""Findings for programs: plain data for JSON, and logs in SARIF."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, get_args
from urllib.parse import quote

from danvankheo.auditing.codes import FindingCode, Severity
from danvankheo.auditing.findings import ExactValue, Finding
from danvankheo.auditing.intervals import Interval
from danvankheo.auditing.lattice import WholeNumbers
from danvankheo.bilingual import Language
from danvankheo.documents.values import write_unit
from danvankheo.errors import each_of, one_of, require
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
    require(finding, Finding, "finding_data")
    data: dict[str, object] = {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "facts": [
            {"document": fact.document, "path": fact.path, "name": fact.name} for fact in finding.facts
        ],
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
    findings = tuple(each_of(findings, Finding, "to_sarif"))
    one_of(language, get_args(Language), "to_sarif.language")
    sources = tuple(each_of(sources, str, "to_sarif.sources"))
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
