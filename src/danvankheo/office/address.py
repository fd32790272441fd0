"""Where something stands in a paper: exactly for a program, in the user's words for a person."""

from enum import StrEnum
from typing import Final, Self

import attrs

from danvankheo.choices import Choice, new_member
from danvankheo.printing import printable


class Part(Choice, StrEnum):
    """The layer of a page that a block stands in; its value is the word that addresses use."""

    vietnamese: str

    def __new__(cls, code: str, vietnamese: str) -> Self:
        """Make a member whose value is the code alone."""
        return new_member(cls, code, vietnamese=vietnamese)

    BODY = "body", ""
    TEXT_BOX = "textbox", "khung chữ"
    FOOTNOTE = "footnote", "chú thích chân trang"
    ENDNOTE = "endnote", "chú thích cuối văn bản"
    HEADER = "header", "đầu trang"
    FOOTER = "footer", "chân trang"


@attrs.frozen(eq=True, order=False)
class Address:
    """Where a block, a cell or a stretch of text stands; sorts in the order of the paper.

    Rows, columns, paragraphs, tables and pages count from 1, 0 is "none"; rows and columns in the grid with
    its merged cells laid out.

    Args:
        file: what the file is called.
        position: the block's place in the paper, from 0: what sorts blocks of different kinds.
        sheet: the sheet of a workbook.
        page: the page of a PDF.
        part: body, text box, note, head or foot.
        paragraph: the number of a paragraph among those of the body; of a note, a head or a foot among its
            own.
        table: the number of a table among those of the body, or of the cell that it stands in.
        row: the row of a cell.
        column: the column of a cell.
        span: the first and one past the last character of the text.
        head: what the column is called, where that is known.
        inside: the paragraph or the cell in which a text box or a table stands.

    >>> cell = Address(file="bao-cao.docx", position=7, table=3, row=5, column=4, head="Tỷ lệ")
    >>> print(cell)
    bao-cao.docx, bảng 3, dòng 5, cột “Tỷ lệ”
    >>> cell.english
    'bao-cao.docx, table 3, row 5, column “Tỷ lệ”'
    >>> print(Address(sheet="Tổng hợp", row=17, column=5))
    Tổng hợp!E17
    >>> cell.block, cell.cell
    ('table 3', 'D5')
    """

    file: str = ""
    position: int = attrs.field(default=0, kw_only=True)
    sheet: str = attrs.field(default="", kw_only=True)
    page: int = attrs.field(default=0, kw_only=True)
    part: Part = attrs.field(default=Part.BODY, kw_only=True)
    paragraph: int = attrs.field(default=0, kw_only=True)
    table: int = attrs.field(default=0, kw_only=True)
    row: int = attrs.field(default=0, kw_only=True)
    column: int = attrs.field(default=0, kw_only=True)
    span: tuple[int, int] | None = attrs.field(default=None, kw_only=True)
    head: str = attrs.field(default="", kw_only=True)
    inside: "Address | None" = attrs.field(default=None, kw_only=True)

    @property
    def cell(self) -> str:
        """The cell as Excel calls it, such as ``E17``; empty where it is none."""
        return cell_name(self.row, self.column) if self.row and self.column else ""

    @property
    def block(self) -> str:
        """The block in one stable line for programs, such as ``page 2 table 1`` or ``sheet Tổng hợp``."""
        if self.inside is not None:
            cell = f" cell {self.inside.cell}" if self.inside.cell else ""
            return f"{self.inside.block}{cell} {self._number_of_block('p')}"
        if self.sheet:
            return f"sheet {self.sheet}"
        page = f"page {self.page} " if self.page else ""
        return page + (self._number_of_block("p") or "csv")

    @property
    def vietnamese(self) -> str:
        """Where it is, in Vietnamese."""
        return ", ".join(self._words(_VIETNAMESE))

    @property
    def english(self) -> str:
        """Where it is, in English."""
        return ", ".join(self._words(_ENGLISH))

    def without_file(self) -> "Address":
        """Return the same place without the name of the file, for a list that is about one file."""
        inside = None if self.inside is None else self.inside.without_file()
        return attrs.evolve(self, file="", inside=inside)

    def __str__(self) -> str:
        """Return where it is, in Vietnamese."""
        return self.vietnamese

    def __lt__(self, other: object) -> bool:
        """Return whether this stands before another: by file, then as one reads."""
        return self._key() < other._key() if isinstance(other, Address) else NotImplemented

    def _key(self) -> tuple[str, int, int, int, tuple[int, int]]:
        return (self.file, self.position, self.row, self.column, self.span or (0, 0))

    def _number_of_block(self, paragraph: str) -> str:
        if self.table:
            return f"table {self.table}"
        if self.part is not Part.BODY:
            return f"{self.part.value} {self.paragraph}"
        return f"{paragraph} {self.paragraph}" if self.paragraph else ""

    def _words(self, words: "_Words") -> list[str]:
        said: list[str] = []
        if self.inside is not None:
            said += [*self.inside._words(words)]
        else:
            said += [printable(self.file)] if self.file else []
            said += [f"{words.page} {self.page}"] if self.page else []
        if self.sheet:
            name = printable(self.sheet)
            return [*said, f"{name}!{self.cell}" if self.cell else f"{words.sheet} “{name}”"]
        if self.table:
            said.append(f"{words.table} {self.table}")
        elif self.part is not Part.BODY:
            part = self.part.vietnamese if words is _VIETNAMESE else _PARTS_ENGLISH[self.part]
            said.append(f"{part} {self.paragraph}" if self.paragraph else part)
        elif self.paragraph:
            said.append(f"{words.paragraph} {self.paragraph}")
        if self.row:
            said.append(f"{words.row} {self.row}")
        if self.head or self.column:
            column = f"“{' '.join(self.head.split())}”" if self.head else str(self.column)
            said.append(f"{words.column} {column}")
        if self.span is not None:
            said.append(words.span.format(first=self.span[0] + 1, last=self.span[1]))
        return said


@attrs.frozen
class _Words:
    page: str
    sheet: str
    table: str
    paragraph: str
    row: str
    column: str
    span: str


_VIETNAMESE: Final = _Words("trang", "trang tính", "bảng", "đoạn", "dòng", "cột", "ký tự {first}–{last}")
_ENGLISH: Final = _Words("page", "sheet", "table", "paragraph", "row", "column", "characters {first}–{last}")
_PARTS_ENGLISH: Final = {
    Part.TEXT_BOX: "text box",
    Part.FOOTNOTE: "footnote",
    Part.ENDNOTE: "endnote",
    Part.HEADER: "page head",
    Part.FOOTER: "page foot",
}


def cell_name(row: int, column: int) -> str:
    """Return a cell as Excel calls it; rows and columns count from 1.

    >>> cell_name(17, 5), cell_name(1, 28)
    ('E17', 'AB1')
    """
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Return a column as Excel calls it; columns count from 1.

    >>> column_letters(26), column_letters(703)
    ('Z', 'AAA')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
