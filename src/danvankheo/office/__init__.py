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
one cannot be read), `reader` and `kinds` (one module a kind of file), `shown` (Excel's number formats),
`tables` (what a table means), `checking` (the audit), `marking` (copies with remarks), `drafts`.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(
    __name__,
    needs=dict.fromkeys(
        ("docx", "openpyxl", "xlsxwriter", "docxtpl", "pdfplumber", "lxml", "xlrd", "python_calamine"),
        "office",
    ),
)
