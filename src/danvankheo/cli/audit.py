"""``danvankheo audit``: figures of reports that cannot all be true."""

from pathlib import Path
from typing import Final

import click

from danvankheo.auditing.claims.audit import audit as audit_movements
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES, Reading
from danvankheo.auditing.findings.codes import Severity
from danvankheo.auditing.findings.data import finding_data, to_sarif
from danvankheo.bilingual import Language
from danvankheo.calc.arithmetic import Rounding
from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.inputs import DOCUMENTS, STANDARD_INPUT, Inputs, called, files_options, read_named
from danvankheo.cli.messages import HelpInVietnamese, Outcome, UnreadableError, to_json
from danvankheo.cli.paper_audit import (
    audited_papers,
    papers_data,
    papers_sarif,
    report_of_papers,
    write_marked,
)
from danvankheo.cli.papers import PAPERS, is_paper
from danvankheo.reporting.of_findings import report_of_findings

_FAILING: Final = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "never": None,
}
_EPILOG: Final = """\b
Ví dụ:
  danvankheo audit an-khe-2022.json
  danvankheo audit --fail-on warning an-khe-2021.json an-khe-2022.json
  danvankheo audit --format sarif *.json > kiem-tra.sarif
  danvankheo audit --marked soat bao-cao-quy.docx so-dong-gop.xlsx
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Kiểm tra số liệu mâu thuẫn trong báo cáo.")
@files_options
@format_option("json", "sarif")
@click.option(
    "--fail-on",
    type=click.Choice([*_FAILING]),
    default="error",
    metavar="MỨC",
    help="Coi là không đạt từ mức: error (lỗi, mặc định), warning (cảnh báo), info (lưu ý) hay never "
    "(không bao giờ).",
)
@click.option(
    "--accept",
    type=click.Choice([rounding.value for rounding in PROCEDURES]),
    multiple=True,
    metavar="CÁCH",
    help="Chấp nhận cách làm tròn: half_up, half_even, half_down, truncate, up; ghi được nhiều lần. Mặc "
    "định: ba cách làm tròn đến số gần nhất.",
)
@click.option("--literal", is_flag=True, help="Hiểu “hơn”, “gần” … theo đúng nghĩa đen.")
@click.option(
    "--language",
    type=click.Choice(["vi", "en"]),
    default="vi",
    metavar="NGÔN NGỮ",
    help="Hiển thị kết quả bằng tiếng Việt (vi) hay tiếng Anh (en).",
)
@click.option(
    "--marked",
    metavar="THƯ MỤC",
    help="Ghi vào THƯ MỤC bản sao có nhận xét của từng tệp Word, Excel … và thư gửi từng đơn vị.",
)
def audit(
    files: tuple[str, ...],
    *,
    strict: bool,
    problems_file: str | None,
    form: str,
    fail_on: str,
    accept: tuple[str, ...],
    literal: bool,
    language: Language,
    marked: str | None,
) -> str | Outcome:
    """Kiểm tra số liệu trong TỆP: những số mâu thuẫn với nhau và những chỗ chưa rõ.

    Mỗi số đã làm tròn ứng với một khoảng giá trị. Nếu có nhiều tệp thì đối chiếu cả giữa các tệp: năm nay
    với năm trước, xã với huyện, tỉnh. TỆP là “-” thì đọc từ đầu vào chuẩn.

    TỆP là Word, Excel, CSV, trang web, PDF, văn bản thường hay thư mục có các tệp ấy thì kiểm tra cả bảng
    lẫn lời, giữa các bảng và giữa các tệp; lỗi ghi rõ bảng, dòng, cột.
    """
    inputs = Inputs.of(files, DOCUMENTS | PAPERS, strict=strict, list_file=problems_file)
    papers = [name for name in inputs.names if is_paper(name)]
    if papers or not inputs.names:
        inputs.check(any_used=bool(papers))
        return inputs.outcome(
            _of_papers(inputs, form=form, fail_on=fail_on, language=language, marked=marked)
        )
    if marked is not None:
        raise UnreadableError("--marked chỉ dùng cho tệp Word, Excel, CSV, trang web, PDF và văn bản thường.")
    named = read_named(inputs)
    inputs.check(any_used=bool(named))
    movements = [*named.values()]
    found = audit_movements(
        movements,
        accept=tuple(Rounding(name) for name in accept) or NEAREST,
        reading=Reading.LITERAL if literal else Reading.IMPLIED,
    )
    least = _FAILING[fail_on]
    code = int(least is not None and any(finding.severity >= least for finding in found))
    names = {
        called(name): "stdin" if name == STANDARD_INPUT else Path(name).as_posix() for name in inputs.names
    }
    sources = [names[source] for source in named]
    if form == "sarif":
        text = to_json(to_sarif(found, sources=sources, language=language))
    elif form == "json":
        findings = [finding_data(finding) for finding in found]
        text = to_json({"files": sources, "findings": findings, "problems": inputs.data()})
    else:
        text = WRITERS[form](report_of_findings(found, movements, language=language))
    return inputs.outcome(Outcome(text, code), done="các tệp khác đã kiểm tra xong")


def _of_papers(inputs: Inputs, *, form: str, fail_on: str, language: Language, marked: str | None) -> Outcome:
    """Return the audit of papers, and write their marked copies if that is asked for."""
    others = [name for name in inputs.names if not is_paper(name)]
    if others:
        raise UnreadableError(
            f"{', '.join(others)}: tệp JSON không kiểm tra chung với tệp văn bản, bảng tính được; "
            "hãy chạy lệnh riêng cho từng loại."
        )
    audited = audited_papers(inputs)
    inputs.check(any_used=bool(audited.papers))
    if marked is not None:
        write_marked(audited, marked)
    least = _FAILING[fail_on]
    code = int(least is not None and any(finding.severity >= least for finding in audited.found))
    if form == "sarif":
        return Outcome(to_json(papers_sarif(audited, language)), code)
    if form == "json":
        return Outcome(to_json(papers_data(audited) | {"problems": inputs.data()}), code)
    return Outcome(WRITERS[form](report_of_papers(audited, language)), code)
