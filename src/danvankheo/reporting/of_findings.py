"""What an audit found, as a report: by severity, each finding with where it stands."""

from collections.abc import Sequence
from typing import Final

from danvankheo.auditing.findings.codes import Severity
from danvankheo.auditing.findings.finding import Finding
from danvankheo.bilingual import Language
from danvankheo.checking import check_one_of
from danvankheo.domain.movement import Movement
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import enumeration, sentence
from danvankheo.reporting.blocks import Document, paragraphs, section
from danvankheo.reporting.of_many import row_names

_TITLES: Final = {
    "vi": ("Kiểm tra số liệu", "Không thấy số liệu mâu thuẫn."),
    "en": ("Audit of the figures", "No contradiction was found."),
}
_MOST_SHOWN: Final = 4
_LIMITS: Final = {
    "vi": "Số liệu khớp nhau chưa chắc đã đúng; số liệu mâu thuẫn thì chắc chắn có chỗ sai.",
    "en": "Figures that agree may still be wrong; only a contradiction is certain.",
}


def report_of_findings(
    findings: Sequence[Finding], movements: Sequence[Movement], *, language: Language = "vi"
) -> Document:
    """Return the report of an audit.

    Args:
        findings: what `audit` found.
        movements: what was audited, in the same order.
        language: in which language the findings are written.

    >>> from danvankheo import audit, load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> report = report_of_findings(audit(an_khe), [an_khe])
    >>> report.text
    '1 cảnh báo và 2 lưu ý.'
    >>> report.sections[0].items[0][:49]
    'Trường đạt chuẩn quốc gia: 27/28 trường = 96,4285'
    """
    check_one_of(language, _TITLES, "report_of_findings.language")
    names = row_names(movements, periods=True)
    heading, nothing = _TITLES[language]
    groups = {
        severity: [finding for finding in findings if finding.severity is severity] for severity in Severity
    }
    counts = [
        f"{format_number(len(group))} {_label(severity, language, len(group))}"
        for severity, group in groups.items()
        if group
    ]
    told = _listed(counts, language) if counts else nothing
    sections = (
        section(
            _label(severity, language).capitalize(),
            items=[_item(finding, names, language) for finding in group],
        )
        for severity, group in groups.items()
    )
    return Document(
        title=heading,
        subtitle=_short_list([_document(movement) for movement in movements], "; "),
        blocks=[
            *paragraphs(told if counts else f"{told} {_LIMITS[language]}"),
            *(block for blocks in sections for block in blocks),
        ],
    )


def _item(finding: Finding, names: Sequence[str], language: Language) -> str:
    """Return a finding with the paths of its facts, and with its documents if there are several."""
    where = _short_list([fact.path for fact in finding.facts if fact.path != "$"])
    if len(names) > 1:
        numbers = dict.fromkeys(fact.document for fact in finding.facts)
        documents = _short_list([names[number] for number in numbers], "; ")
        where = f"{documents}: {where}" if where else documents
    return f"{finding.told(language=language)} [{where}]" if where else finding.told(language=language)


def _short_list(names: Sequence[str], between: str = ", ") -> str:
    shown = between.join(names[:_MOST_SHOWN])
    return shown if len(names) <= _MOST_SHOWN else f"{shown}{between}… ({format_number(len(names))})"


def _document(movement: Movement) -> str:
    place = sentence(format_place(movement.place)) if movement.place else movement.name
    return f"{place}, {format_period(movement.period)}"


def _label(severity: Severity, language: Language, count: int = 1) -> str:
    if language == "vi":
        return severity.label
    return severity.value if count == 1 or severity is Severity.INFO else f"{severity.value}s"


def _listed(counts: Sequence[str], language: Language) -> str:
    return f"{enumeration(counts) if language == 'vi' else ', '.join(counts)}."
