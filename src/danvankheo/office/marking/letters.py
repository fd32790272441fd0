"""What to correct, as one letter for each sender."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from danvankheo.auditing.findings.codes import Severity
from danvankheo.checking import check_type
from danvankheo.office.grid import Grid
from danvankheo.office.marking.remarks import Remark
from danvankheo.office.paper import Paper
from danvankheo.office.text import MOTTO
from danvankheo.printing import visible

_NUMBER: Final = re.compile(r"\s*Số\s*:", re.IGNORECASE)
_RULE: Final = re.compile(r"[\s\-_–—*.]*")
_FIRST_BLOCKS: Final = 12
_GROUPS: Final = (
    (Severity.ERROR, "Cần sửa"),
    (Severity.WARNING, "Cần xem lại"),
    (Severity.INFO, "Lưu ý"),
)


def sender_of(paper: Paper) -> str:
    """Return who sends a paper, as its official head says beside the motto of the nation or the Party.

    Empty where there is no such head.

    >>> from danvankheo.office.reader import read
    >>> sender_of(read("docs/examples/office/bao-cao-quy.docx"))
    'ỦY BAN NHÂN DÂN XÃ XUÂN LÂM'
    """
    check_type(paper, Paper, "office.sender_of")
    for block in paper.blocks[:_FIRST_BLOCKS]:
        if isinstance(block, Grid):
            mottos = [cell for cell in block.cells if MOTTO.search(cell.text)]
            beside = [
                cell
                for motto in mottos
                for cell in block.cells
                if cell.row == motto.row and cell is not motto
            ]
            lines = [line for cell in beside for line in cell.text.splitlines()]
        else:
            lines = [block.text.split("\t")[0]] if MOTTO.search(block.text.partition("\t")[2]) else []
        named = [
            " ".join(line.split()) for line in lines if not _NUMBER.match(line) and not _RULE.fullmatch(line)
        ]
        if named:
            return " ".join(named)
    return ""


def letters(remarks: Mapping[Paper, Sequence[Remark]], *, signed: str = "") -> dict[str, str]:
    """Return one letter for each sender: what to correct, by file, the worst first.

    Args:
        remarks: the remarks on each paper; a paper without any gets no letter.
        signed: who writes, for the last line.

    A paper without an official head counts as one of a sender called as the file.

    >>> from danvankheo.office.reader import read
    >>> paper = read("docs/examples/office/bao-cao-quy.docx")
    >>> place = paper.grids[1].address_of(7, 3, head="Tiền")
    >>> remark = Remark(address=place, text="cộng các dòng được 692,0; ghi 629,0")
    >>> print(letters({paper: [remark]})["ỦY BAN NHÂN DÂN XÃ XUÂN LÂM"])
    Kính gửi: ỦY BAN NHÂN DÂN XÃ XUÂN LÂM
    <BLANKLINE>
    Qua soát số liệu trong tệp “bao-cao-quy.docx”, đề nghị kiểm tra, sửa và gửi lại:
    <BLANKLINE>
    Cần sửa (1):
    1. bảng 2, dòng 7, cột “Tiền”: cộng các dòng được 692,0; ghi 629,0
    <BLANKLINE>
    Trân trọng.
    """
    check_type(remarks, Mapping, "office.letters")
    by_sender: dict[str, list[tuple[Paper, Sequence[Remark]]]] = {}
    for paper, held in remarks.items():
        if held:
            by_sender.setdefault(sender_of(paper) or paper.file, []).append((paper, held))
    return {
        sender: _letter(sender if sender_of(papers[0][0]) else f"đơn vị lập tệp “{sender}”", papers, signed)
        for sender, papers in by_sender.items()
    }


def _letter(sender: str, papers: Sequence[tuple[Paper, Sequence[Remark]]], signed: str) -> str:
    said = [f"Kính gửi: {visible(sender)}", ""]
    for paper, remarks in papers:
        said += [f"Qua soát số liệu trong tệp “{visible(paper.file)}”, đề nghị kiểm tra, sửa và gửi lại:", ""]
        for severity, title in _GROUPS:
            group = sorted((one for one in remarks if one.severity is severity), key=lambda one: one.address)
            if group:
                said.append(f"{title} ({len(group)}):")
                said += [
                    f"{at}. {one.address.without_file().vietnamese}: {visible(one.text)}"
                    for at, one in enumerate(group, 1)
                ]
                said.append("")
    said.append("Trân trọng.")
    return "\n".join([*said, visible(signed)] if signed else said)
