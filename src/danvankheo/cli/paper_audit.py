"""The audit of papers on the command line: what is printed, and the marked copies."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs
import click

from danvankheo import __version__
from danvankheo.auditing.findings.codes import Severity
from danvankheo.bilingual import Language
from danvankheo.cli.inputs import Inputs, bytes_of, called, why_unread, why_unwritten
from danvankheo.cli.messages import UnreadableError
from danvankheo.cli.papers import UnreadPaperError, paper_of
from danvankheo.cli.texts import LARGEST_TEXT
from danvankheo.printing import printable, visible
from danvankheo.reporting.blocks import Document, paragraphs, section

if TYPE_CHECKING:
    from danvankheo.office.address import Address
    from danvankheo.office.checking.findings import PaperFinding, PaperFindings
    from danvankheo.office.marking.remarks import Remark
    from danvankheo.office.paper import Paper

_MOST_NOT_CHECKED: Final = 20
_TITLES: Final[Mapping[Language, tuple[str, str, str]]] = {
    "vi": ("Kiểm tra số liệu", "Không thấy mâu thuẫn", "Chưa kiểm tra"),
    "en": ("Audit of the figures", "No contradiction was found", "Not checked"),
}
_LIMITS: Final[Mapping[Language, str]] = {
    "vi": "Số liệu khớp nhau chưa chắc đã đúng; chỉ số liệu mâu thuẫn mới chắc chắn có chỗ sai.",
    "en": "Figures that agree may still be wrong; only a contradiction is certain.",
}
_LANGUAGES: Final[Mapping[Language, str]] = {"vi": "vietnamese", "en": "english"}
_LABELS_EN: Final = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.FINE: "none",
}


@attrs.frozen
class AuditedPapers:
    """Papers with what an audit found in them.

    Args:
        papers: the papers by the names that the call gives their files.
        found: what was found.
    """

    papers: "Mapping[str, Paper]"
    found: "PaperFindings"


def audited_papers(inputs: Inputs) -> AuditedPapers:
    """Read papers and audit them together; what cannot be read is left out."""
    papers: dict[str, Paper] = {}
    called_alike = Counter(Path(name).name for name in inputs.names)
    for name in inputs.watched():
        try:
            content = bytes_of(name, LARGEST_TEXT)
            papers[name] = paper_of(name, content, whole_path=called_alike[Path(name).name] > 1)
        except UnreadPaperError as error:
            inputs.leave(called(name), [str(error)], unreadable=True)
        except OSError as error:
            inputs.leave(called(name), [why_unread(error)], unreadable=True)
    inputs.check(any_used=bool(papers))
    from danvankheo.office.checking.audit import audit_papers  # noqa: PLC0415

    return AuditedPapers(papers, audit_papers(papers.values()))


def report_of_papers(audited: AuditedPapers, language: Language) -> Document:
    """Return the report of an audit: by file, the findings with their places, then what was not checked."""
    title, nothing, not_checked = _TITLES[language]
    counts = [
        f"{len(group)} {severity.label if language == 'vi' else _LABELS_EN[severity]}"
        for severity in _LABELS_EN
        if (group := audited.found.of(severity))
    ]
    sections = [
        section(
            printable(paper.file),
            items=[
                _item(finding, language) for finding in audited.found if finding.address.file == paper.file
            ],
        )
        for paper in audited.papers.values()
    ]
    left = audited.found.not_checked
    if left:
        items = [
            visible(f"{_place(one.address, language)}: {getattr(one, _LANGUAGES[language])}") for one in left
        ]
        more = len(items) - _MOST_NOT_CHECKED
        shown = (*items[:_MOST_NOT_CHECKED], *((f"… (+{more})",) if more > 0 else ()))
        sections.append(section(not_checked, items=shown))
    said = f"{', '.join(counts)}." if counts else f"{nothing}. {_LIMITS[language]}"
    return Document(
        title=title,
        subtitle=", ".join(printable(paper.file) for paper in audited.papers.values()),
        blocks=[*paragraphs(said), *(block for blocks in sections for block in blocks)],
    )


def _item(finding: "PaperFinding", language: Language) -> str:
    severity = finding.severity.label if language == "vi" else _LEVELS[finding.severity]
    sentence = getattr(finding, _LANGUAGES[language])
    return visible(f"[{severity}] {_place(finding.address.without_file(), language)}: {sentence}")


def _place(address: "Address", language: Language) -> str:
    return address.vietnamese if language == "vi" else address.english


def papers_data(audited: AuditedPapers) -> dict[str, object]:
    """Return what an audit found as plain data."""
    return {
        "files": [Path(name).as_posix() for name in audited.papers],
        "checked": audited.found.checked,
        "findings": [_finding_data(finding) for finding in audited.found],
        "not_checked": [
            {**_address_data(one.address), "vi": one.vietnamese, "en": one.english}
            for one in audited.found.not_checked
        ],
    }


def _finding_data(finding: "PaperFinding") -> dict[str, object]:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        **_address_data(finding.address),
        "others": [_address_data(address) for address in finding.addresses[1:]],
        "vi": finding.vietnamese,
        "en": finding.english,
        "correction": finding.correction or None,
    }


def _address_data(address: "Address") -> dict[str, object]:
    data: dict[str, object] = {"file": address.file, "block": address.block}
    if address.row:
        data |= {"row": address.row, "column": address.column, "cell": address.cell}
    if address.span is not None:
        data["span"] = list(address.span)
    return data | {"place": address.without_file().vietnamese}


def papers_sarif(audited: AuditedPapers, language: Language) -> dict[str, object]:
    """Return what an audit found as a log in SARIF 2.1.0; where in a file, its logical location says."""
    codes = list(dict.fromkeys(finding.code for finding in audited.found))
    uris = {paper.file: quote(Path(name).as_posix()) for name, paper in audited.papers.items()}
    rules = [{"id": code.value, "defaultConfiguration": {"level": _LEVELS[code.severity]}} for code in codes]
    results = [
        {
            "ruleId": finding.code.value,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": getattr(finding, _LANGUAGES[language])},
            "locations": [_location(finding.address, uris, language)],
            "relatedLocations": [_location(address, uris, language) for address in finding.addresses[1:]],
        }
        for finding in audited.found
    ]
    driver = {"name": "danvankheo", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": language,
        "artifacts": [{"location": {"uri": uri}} for uri in uris.values()],
        "results": results,
    }
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _location(address: "Address", uris: Mapping[str, str], language: Language) -> dict[str, object]:
    artifact = {"uri": uris[address.file], "index": [*uris].index(address.file)}
    name = _place(address.without_file(), language)
    return {
        "physicalLocation": {"artifactLocation": artifact},
        "logicalLocations": [{"fullyQualifiedName": address.block + address.cell, "name": name}],
    }


def write_marked(audited: AuditedPapers, directory: str) -> None:
    """Write a marked copy of each paper in which something was found, and a letter to each sender.

    Raises:
        UnreadableError: they cannot be written.
    """
    from danvankheo.office.marking.findings import remarks_of  # noqa: PLC0415
    from danvankheo.office.marking.letters import letters  # noqa: PLC0415
    from danvankheo.office.marking.mark import mark, write_letter  # noqa: PLC0415

    held: dict[Paper, tuple[Remark, ...]] = {}
    written: list[str] = []
    try:
        for name, paper in audited.papers.items():
            remarks = held[paper] = remarks_of(audited.found, paper)
            if remarks:
                written.append(mark(name, remarks, directory).as_posix())
        for sender, letter in letters(held).items():
            written.append(write_letter(letter, sender, directory).as_posix())
    except OSError as error:
        raise UnreadableError(f"{printable(directory)}: {why_unwritten(error)}") from None
    lines = [f"Đã ghi {printable(name)}" for name in written]
    click.echo("\n".join(lines or ["Không có gì phải nhận xét; không ghi tệp nào."]), err=True)
