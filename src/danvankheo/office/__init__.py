"""Office papers in and out: Word, Excel, CSV, web pages and PDF as people see them, audited and marked.

>>> from danvankheo import office
>>> paper = office.read("docs/examples/office/bao-cao-quy.docx")
>>> for finding in office.audit_paper(paper):
...     print(f"{finding.severity.label}, {finding.address.without_file()}")
lỗi, đoạn 5, ký tự 40–54
lỗi, bảng 2, dòng 7, cột “Tiền (triệu đồng)”

A file becomes a `Paper`: paragraphs and tables in the order of reading, each with its `Address`. A table is
a `Grid` of `Cell`: the text **as shown**, the exact number stored under it, what is merged, hidden, or a
formula. Rows and columns count from 1 with merged cells laid out; a merged cell stands once, at its first row
and column, and `Grid.at` finds it from each of its places. Of a workbook each sheet is one grid, in which
there may be several tables, titles and notes; of a PDF each table of each page is one grid, whether or not
it goes on over the page.

Read in this order: `address`, `grid`, `paper` (the records), `source` and `failures` (what a file is, and why
one cannot be read), `read` and `kinds` (one module a kind of file), `shown` (Excel's number formats),
`tables` (what a table means), `checking` (the audit), `marking` (copies with remarks), `drafts`.
"""

from danvankheo.office.address import Address, Part
from danvankheo.office.checking.audit import audit_paper, audit_papers
from danvankheo.office.checking.findings import NotChecked, PaperCode, PaperFinding, PaperFindings
from danvankheo.office.drafts import PaperDraft, draft_paper
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.marking.findings import remarks_of
from danvankheo.office.marking.letters import letters, sender_of
from danvankheo.office.marking.mark import mark, write_letter
from danvankheo.office.marking.remarks import Pen, Remark
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Paper, PaperKind, Paragraph, Sheet
from danvankheo.office.read import read, read_bytes
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.entries import TableEntry
from danvankheo.office.tables.figures import NotUnderstood, TableFigure
from danvankheo.office.tables.ledger import TableRecords, records_of
from danvankheo.office.tables.meaning import FigureMeaning, FigureRole, Measure, meaning_of
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading, read_table, read_tables
from danvankheo.office.text import PaperText

__all__ = [
    "Address",
    "Cell",
    "Column",
    "ColumnKind",
    "FigureMeaning",
    "FigureRole",
    "Grid",
    "Measure",
    "NotChecked",
    "NotUnderstood",
    "Notice",
    "NoticeKind",
    "Paper",
    "PaperCode",
    "PaperDraft",
    "PaperFinding",
    "PaperFindings",
    "PaperKind",
    "PaperText",
    "Paragraph",
    "Part",
    "Pen",
    "Remark",
    "Row",
    "RowKind",
    "Sheet",
    "TableEntry",
    "TableFigure",
    "TableReading",
    "TableRecords",
    "Unreadable",
    "UnreadableFileError",
    "audit_paper",
    "audit_papers",
    "draft_paper",
    "letters",
    "mark",
    "meaning_of",
    "read",
    "read_bytes",
    "read_table",
    "read_tables",
    "records_of",
    "remarks_of",
    "sender_of",
    "write_letter",
]
