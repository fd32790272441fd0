"""What an audit found, as remarks on the papers."""

from collections.abc import Iterable

from danvankheo.checking import check_type, checked_each
from danvankheo.office.checking.findings import PaperFinding
from danvankheo.office.marking.remarks import Remark
from danvankheo.office.paper import Paper


def remarks_of(findings: Iterable[PaperFinding], paper: Paper) -> tuple[Remark, ...]:
    """Return the remarks that findings make on a paper, each on the place to correct.

    Of a finding between two papers each is remarked on, at its own place.
    """
    check_type(paper, Paper, "office.remarks_of.paper")
    findings = tuple(checked_each(findings, PaperFinding, "office.remarks_of"))
    remarks: list[Remark] = []
    for finding in findings:
        own = [address for address in finding.addresses if address.file == paper.file]
        if not own:
            continue
        advice = (
            "" if not finding.correction or finding.correction in finding.vietnamese else finding.correction
        )
        text = f"{finding.vietnamese.rstrip()} Đề nghị ghi: {advice}." if advice else finding.vietnamese
        others = tuple(address for address in finding.addresses if address is not own[0])
        remarks.append(Remark(address=own[0], text=text, severity=finding.severity, others=others))
    return tuple(remarks)
