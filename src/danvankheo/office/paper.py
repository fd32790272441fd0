"""A file as people see it: paragraphs and tables in the order in which one reads them."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Self, TypeAlias

import attrs

from danvankheo.choices import Choice, new_member
from danvankheo.office.address import Address, Part
from danvankheo.office.grid import Grid
from danvankheo.office.notices import Notice
from danvankheo.office.text import PaperText, running_text_of


class PaperKind(Choice, StrEnum):
    """What kind of file a paper is, by what it holds, whatever its name ends in."""

    vietnamese: str

    def __new__(cls, code: str, vietnamese: str) -> Self:
        """Make a member whose value is the code alone."""
        return new_member(cls, code, vietnamese=vietnamese)

    WORD = "docx", "tệp Word"
    EXCEL = "xlsx", "tệp Excel"
    OLD_EXCEL = "xls", "tệp Excel cũ"
    OPEN_SHEET = "ods", "bảng tính OpenDocument"
    CSV = "csv", "tệp CSV"
    HTML = "html", "trang web"
    PDF = "pdf", "tệp PDF"
    TEXT = "txt", "tệp văn bản thường"
    MARKDOWN = "md", "tệp Markdown"


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph as it reads: insertions in, deletions out.

    Args:
        address: where it stands; the address of a stretch of it is `at`.
        text: its text, without a line end at the end.
        level: 1 for a heading of the first level, and so on; 0 for what is no heading.

    >>> Paragraph(address=Address(paragraph=4), text="Có 14 mô hình").at(3, 5).vietnamese
    'đoạn 4, ký tự 4–5'
    """

    address: Address
    text: str
    level: int = 0

    @property
    def part(self) -> Part:
        """The layer that it stands in."""
        return self.address.part

    def at(self, first: int, last: int) -> Address:
        """Return the address of the characters from `first` to before `last`, from 0."""
        return attrs.evolve(self.address, span=(first, last))


Block: TypeAlias = Paragraph | Grid
"""What a paper consists of."""


@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet of a workbook: its name, and whether it is hidden."""

    name: str
    hidden: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Paper:
    """A file as people see it.

    Args:
        file: what the file is called, as it was named.
        kind: what kind of file it is.
        blocks: paragraphs and tables in the order of reading; a table in a cell follows the table of that
            cell. Of a workbook, each sheet is one grid. Of a PDF, each table of a page is one.
        sheets: the sheets of a workbook.
        author: who wrote it, as the file reports; empty where it does not.
        created: when it was made, as the file reports.
        modified: when it was last changed, as the file reports.
        notices: what was read in a way that one should know of: another encoding, accepted changes, formulas
            without a result, what was left out.
        decimal_sign: "," or "." where all numbers of a CSV file that have decimals show it; empty elsewhere.
    """

    file: str
    kind: PaperKind
    blocks: tuple[Block, ...] = attrs.field(repr=False)
    sheets: tuple[Sheet, ...] = ()
    author: str = ""
    created: datetime | None = None
    modified: datetime | None = None
    notices: tuple[Notice, ...] = ()
    decimal_sign: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in the order of reading."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, in the order of reading; those in cells after the table of the cell."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def running_text(self) -> PaperText:
        """The running text in one piece, and where each stretch of it stands."""
        return running_text_of(self.file, self.blocks)

    @property
    def text(self) -> str:
        """The running text, as `scan` and `draft_movement` take it: without tables of figures."""
        return self.running_text.text

    def texts(self, *parts: Part) -> Iterator[Paragraph]:
        """Yield the paragraphs of some parts that are not blank: of body and text boxes if none is named."""
        wanted = parts or (Part.BODY, Part.TEXT_BOX)
        for paragraph in self.paragraphs:
            if paragraph.part in wanted and paragraph.text.strip():
                yield paragraph
