"""``danvankheo scan``: every figure in running text."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

import click
from rich.console import Console
from rich.progress import track

from danvankheo.cli.messages import HelpInVietnamese, Outcome, UnreadableError, escaped_json, to_json
from danvankheo.cli.papers import figure_data, figures_of, table_of_figures
from danvankheo.cli.terminal import facts_to_terminal
from danvankheo.cli.texts import Read, names_of, read_texts
from danvankheo.reporting.of_facts import ScannedText, facts_to_html
from danvankheo.scanning.data import fact_data
from danvankheo.scanning.scanner import scan as scan_text

_EPILOG: Final = """\b
Ví dụ:
  danvankheo scan bai-bao.txt bao-cao-quy.docx so-dong-gop.xlsx
  danvankheo scan --format jsonl thu-muc/ > so-lieu.jsonl
  pbpaste | danvankheo scan -
"""
_PROGRESS_FROM: Final = 2
_T = TypeVar("_T")


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Tìm các số liệu trong văn bản.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl", "html"]),
    default="text",
    metavar="DẠNG",
    help="Dạng in: text (mặc định, xem trên màn hình), json, jsonl (mỗi tệp một dòng) hay html.",
)
def scan(files: tuple[str, ...], form: str) -> str | Outcome:
    """Tìm mọi số liệu trong TỆP văn bản: tiền, ngày công, đất, tỷ lệ, mức tăng giảm, khen thưởng.

    TỆP là văn bản thường, Word (.docx), Excel (.xlsx, .xls), CSV, trang web hay PDF; số liệu trong bảng
    cũng được đọc. Là thư mục thì đọc các tệp trong đó; là “-” thì đọc từ đầu vào chuẩn. Tệp không đọc
    được không làm dừng các tệp khác và được liệt kê ở cuối.
    """
    names = names_of(files)
    problems: list[Read] = []
    found: list[Read] = []
    for read in with_progress(read_texts(names), len(names)):
        if read.problem:
            problems.append(read)
        else:
            found.append(read)
    tell_problems(problems, none_read=not found)
    return Outcome(_written(found, form), 1) if problems else _written(found, form)


def with_progress(items: Iterable[_T], total: int) -> Iterable[_T]:
    """Return the items, with a bar on a terminal's error output where there are several."""
    shows = total >= _PROGRESS_FROM and sys.stderr is not None and sys.stderr.isatty()
    if not shows:
        return items
    return track(items, "Đang đọc", total=total, console=Console(stderr=True), transient=True)


def tell_problems(problems: Sequence[Read], *, none_read: bool) -> None:
    """Tell which files could not be read.

    Raises:
        UnreadableError: no file could be.
    """
    lines = [f"{read.name}: {read.problem}" for read in problems]
    if none_read:
        raise UnreadableError("\n".join([*lines, "Không đọc được tệp nào."]))
    if lines:
        click.echo(
            "\n".join([*lines, f"Có {len(lines)} tệp không đọc được; các tệp khác đã in xong."]), err=True
        )


def _written(found: Sequence[Read], form: str) -> str:
    if form in {"html", "text"}:
        texts = [_scanned(read) for read in found]
        return facts_to_html(texts) if form == "html" else facts_to_terminal(texts)
    data = [_data(read) for read in found]
    if form == "json":
        return to_json(data)
    return "".join(escaped_json(json.dumps(line, ensure_ascii=False)) + "\n" for line in data)


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
