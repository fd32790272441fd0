"""``danvankheo scan``: every figure in running text."""

import json
from typing import Final

import click

from danvankheo.cli.inputs import Inputs, files_options
from danvankheo.cli.messages import HelpInVietnamese, Outcome, escaped_json, to_json
from danvankheo.cli.papers import PAPERS, figure_data, figures_of, table_of_figures
from danvankheo.cli.terminal import facts_to_terminal
from danvankheo.cli.texts import Read, read_texts
from danvankheo.reporting.of_facts import ScannedText, facts_to_html
from danvankheo.scanning.data import fact_data
from danvankheo.scanning.scanner import scan as scan_text

_EPILOG: Final = """\b
Ví dụ:
  danvankheo scan bai-bao.txt bao-cao-quy.docx so-dong-gop.xlsx
  danvankheo scan --format jsonl thu-muc/ > so-lieu.jsonl
  pbpaste | danvankheo scan -
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Tìm các số liệu trong văn bản.")
@files_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl", "html"]),
    default="text",
    metavar="DẠNG",
    help="Dạng in: text (mặc định, xem trên màn hình), json, jsonl (mỗi tệp một dòng) hay html.",
)
def scan(files: tuple[str, ...], *, strict: bool, problems_file: str | None, form: str) -> str | Outcome:
    """Tìm mọi số liệu trong TỆP văn bản: tiền, ngày công, đất, tỷ lệ, mức tăng giảm, khen thưởng.

    TỆP là văn bản thường, Word (.docx), Excel (.xlsx, .xls), CSV, trang web hay PDF; số liệu trong bảng
    cũng được đọc. Là thư mục hay mẫu tên như “quy-2/*.docx” thì đọc các tệp trong đó; là “-” thì đọc từ đầu
    vào chuẩn. Tệp không đọc được không làm dừng các tệp khác và được liệt kê ở cuối.
    """
    inputs = Inputs.of(files, PAPERS, strict=strict, list_file=problems_file)
    if form in {"html", "text"}:
        texts = [_scanned(read) for read in read_texts(inputs)]
        inputs.check(any_used=bool(texts))
        written = facts_to_html(texts) if form == "html" else facts_to_terminal(texts)
    else:
        data = [_data(read) for read in read_texts(inputs)]
        inputs.check(any_used=bool(data))
        written = to_json(data) if form == "json" else "".join(map(_line, data))
    return inputs.outcome(written, done="các tệp khác đã in xong")


def _line(data: dict[str, object]) -> str:
    return escaped_json(json.dumps(data, ensure_ascii=False)) + "\n"


def _scanned(read: Read) -> ScannedText:
    facts = scan_text(read.text)
    if read.paper is None:
        return ScannedText(read.name, read.text, facts)
    where = read.paper.running_text
    figures = table_of_figures(figures_of(read.paper))
    return ScannedText(
        read.name, read.text, facts, lambda span: where.address_of(span).without_file().vietnamese, figures
    )


def _data(read: Read) -> dict[str, object]:
    """Return what was found as data: of a paper the place of each fact too, and the figures of its tables."""
    facts = scan_text(read.text)
    if read.paper is None:
        return {"file": read.name, "facts": [fact_data(fact) for fact in facts]}
    where = read.paper.running_text
    placed: list[dict[str, object]] = []
    for fact in facts:
        address = where.address_of(fact.span)
        at: dict[str, object] = {"at": address.block}
        at |= {"cell": address.cell} if address.row else {"at_span": list(address.span or ())}
        placed.append(at | fact_data(fact))
    return {"file": read.name, "facts": placed, "figures": figure_data(figures_of(read.paper))}
