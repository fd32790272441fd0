"""The docs page of every table of law that the library computes with, made from the tables."""

from typing import Final

from danvankheo.law import LawBook
from danvankheo.reporting.blocks import Document, paragraphs
from danvankheo.reporting.of_law import report_of_law
from danvankheo.reporting.render import to_markdown

_ABOUT: Final = (
    "Trang này lập từ chính các bảng mà thư viện dùng để tính (nox -s pages). "
    "Dòng để trống giá trị là quy định chưa kiểm chứng được: thư viện trả lời là chưa rõ, không đoán. "
    "Cột Đối chiếu chỉ ghi ngày khi dòng ấy được đối chiếu vào ngày khác với cả bảng."
)


def page() -> str:
    """Return the page, in Markdown."""
    book = LawBook.official()
    report = report_of_law(book, sorted(book.tables))
    title = "Quy định và mức tiền theo thời gian"
    return to_markdown(Document(title=title, blocks=[*paragraphs(_ABOUT), *report.blocks]))
