"""Tables of law as reports: what applied on a day, and what changed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from danvankheo.formatting.dates import format_date
from danvankheo.formatting.numbers import format_number
from danvankheo.law.book import LawBook
from danvankheo.law.tables import AppliedRule, Confidence, Entry, Unknown, too_weak
from danvankheo.law.tables import Table as LawTable
from danvankheo.reporting.blocks import Block, Document, section
from danvankheo.reporting.figure_table import FigureTable

_VALUE: Final = "Giá trị"
_CHECKED: Final = "Đối chiếu"
_HEAD: Final = ("Từ ngày", "Đến ngày", _VALUE, "Nguồn", "Độ tin cậy", _CHECKED, "Ghi chú")
_OF_KEY: Final = ("Tên", "Mã tra")
_OPEN: Final = "…"


def report_of_law(
    book: LawBook,
    names: Sequence[str],
    *,
    on: date | None = None,
    key: Sequence[str] = (),
    min_confidence: Confidence | None = None,
) -> Document:
    """Return tables of law as a report.

    Args:
        book: the tables.
        names: which of them.
        on: only what applied on that day.
        key: only rows whose key begins with these words.
        min_confidence: how sure a value has to be; a less sure one is left out, and why.

    >>> report = report_of_law(LawBook.official(), ["base_salary"], on=date(2022, 11, 2))
    >>> report.sections[0].table.rows[0][2:4]
    ('1.490.000', 'Nghị định 38/2019/NĐ-CP')
    """
    sections = [_section(book.table(name), on, tuple(key), min_confidence) for name in names]
    title = "Quy định theo thời gian" if on is None else f"Quy định áp dụng ngày {format_date(on)}"
    return Document(title=title, blocks=[block for blocks in sections for block in blocks])


def _section(
    table: LawTable, on: date | None, key: tuple[str, ...], least: Confidence | None
) -> tuple[Block, ...]:
    rows = [
        _row(table, entry, least)
        for entry in table.entries
        if entry.key[: len(key)] == key and (on is None or entry.covers(on))
    ]
    head: tuple[str, ...] = (*_OF_KEY, *_HEAD) if table.keys else _HEAD
    checked = format_date(table.checked)
    text = f"Bảng {table.name}, đơn vị: {table.unit}, đối chiếu với văn bản lần cuối ngày {checked}."
    if on is not None and on > table.checked:
        text = f"{text} Ngày cần tra sau ngày ấy, nên kết quả dựa trên quy định đã biết khi đó."
    column = head.index(_CHECKED)
    if not any(row[column] for row in rows):  # all rows were checked with the table
        head = head[:column] + head[column + 1 :]
        rows = [row[:column] + row[column + 1 :] for row in rows]
    if not rows:
        return section(table.title, text=f"{text} Không có quy định nào cho ngày này.")
    return section(
        table.title, text=text, table=FigureTable.of_texts(head, rows, figures=(head.index(_VALUE),))
    )


def _row(table: LawTable, entry: Entry, least: Confidence | None) -> tuple[str, ...]:
    weak = too_weak(entry.confidence, least) if entry.value is not None else ""
    checked = table.checked_of(entry)
    return (
        *((table.called(entry.key), " ".join(entry.key)) if table.keys else ()),
        format_date(entry.since),
        format_date(entry.until) if entry.until else _OPEN,
        "" if weak else _value(entry),
        entry.rule,
        entry.confidence.label,
        format_date(checked) if checked != table.checked else "",
        weak or entry.note,
    )


def _value(entry: Entry) -> str:
    if entry.value is None:
        return entry.without.label if entry.without else ""
    shown = format_number(entry.value) if isinstance(entry.value, Decimal) else entry.value
    return f"tối đa {shown}" if entry.at_most else shown


def told(answer: AppliedRule | Unknown) -> str:
    """Return an answer as one Vietnamese phrase: its value and its source, or why there is none.

    >>> from danvankheo import law
    >>> told(law.at(date(2022, 11, 2)).applied("base_salary"))
    'Mức lương cơ sở: 1.490.000 đồng/tháng (Nghị định 38/2019/NĐ-CP)'
    """
    if isinstance(answer, Unknown):
        return str(answer)
    shown = (
        f"{format_number(answer.value)} {answer.unit}" if isinstance(answer.value, Decimal) else answer.value
    )
    return f"{answer.title}: {shown} ({answer.rule})"
