"""Web pages (.html): paragraphs and tables as a browser lays them out; menus and feet of the page apart."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree, html
from lxml.html import HtmlElement

from danvankheo.domain.marks import composed
from danvankheo.office.address import Address, Part
from danvankheo.office.encodings import decoded
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.kinds.sheets import checked_size
from danvankheo.office.limits import MOST_BLOCKS, MOST_CELLS
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Block, Paper, PaperKind, Paragraph
from danvankheo.office.source import Source

_UNSEEN: Final = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select"}
)
_PARTS: Final = {"nav": Part.HEADER, "aside": Part.HEADER, "footer": Part.FOOTER}
_BLOCKS: Final = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|html|legend|li|main|nav|ol|option|p|pre|section|summary|table|ul|tr|td|th|tbody|"
    "thead|tfoot"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_XML: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_WIDEST: Final = 1_000
_DEEPEST: Final = 400


def read_web_page(source: Source) -> Paper:
    """Return a web page as a paper."""
    text, encoding = _letters(source)
    try:
        root = html.document_fromstring(
            _XML.sub("", text, count=1), parser=html.HTMLParser(no_network=True, huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise source.unreadable(Unreadable.NO_TABLE_OF_TEXT) from error
    page = _Page(source)
    try:
        page.walk(root, Part.BODY)
    except RecursionError:
        raise source.unreadable(Unreadable.TOO_DEEP, most=_DEEPEST) from None
    page.end_paragraph(Part.BODY, 0)
    address = Address(source.name)
    notices = () if encoding == "UTF-8" else (Notice(NoticeKind.ENCODING, address, {"encoding": encoding}),)
    return Paper(file=source.name, kind=PaperKind.HTML, blocks=tuple(page.blocks), notices=notices)


def _letters(source: Source) -> tuple[str, str]:
    """Return the text of a page; what its head says of its encoding counts where its form shows none."""
    try:
        return decoded(source)
    except UnreadableFileError:
        found = _CHARSET.search(source.data[:4096])
        if found is None:
            raise
        name = found[1].decode("ascii")
        try:
            return composed(source.data.decode(name)), name
        except (LookupError, UnicodeDecodeError):
            raise source.unreadable(Unreadable.ENCODING) from None


class _Page:
    """A page on its way to blocks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.said: list[str] = []
        self.paragraphs: dict[Part, int] = {}
        self.tables = 0

    def walk(self, element: HtmlElement, part: Part) -> None:
        """Take in an element with all that stands in it, and the text after it is the caller's."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            return
        if tag == "table":
            self.end_paragraph(part, 0)
            self.table(element, part)
            return
        if tag == "br":
            self.said.append("\n")
            return
        part = _PARTS.get(tag, part)
        level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
        is_block = _BLOCKS.fullmatch(tag) is not None
        if is_block:
            self.end_paragraph(part, 0)
        self.said.append(_squeezed(element.text))
        for child in element:
            self.walk(child, part)
            self.said.append(_squeezed(child.tail))
        if is_block:
            self.end_paragraph(part, level)

    def end_paragraph(self, part: Part, level: int) -> None:
        """Make a paragraph of what was said since the last one, if that is anything."""
        text = _laid(self.said)
        self.said = []
        if not text:
            return
        number = self.paragraphs[part] = self.paragraphs.get(part, 0) + 1
        address = Address(self.source.name, position=self._next(), part=part, paragraph=number)
        self.blocks.append(Paragraph(address=address, text=text, level=level))

    def table(self, table: HtmlElement, part: Part) -> Grid:
        """Take in a table, and after it the tables in its cells."""
        self.tables += 1
        address = Address(self.source.name, position=self._next(), part=part, table=self.tables)
        place = len(self.blocks)
        self.blocks.append(Paragraph(address=address, text=""))  # keeps the place till the cells are known
        caption = table.find("caption")
        if caption is not None:
            self.walk(caption, part)
        rows = [*_rows_of(table)]
        taken: set[tuple[int, int]] = set()
        cells: list[Cell] = []
        for row, line in enumerate(rows, 1):
            column = 1
            for cell in line:
                if cell.tag not in {"td", "th"}:
                    continue
                while (row, column) in taken:
                    column += 1
                width, height = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", len(rows) - row + 1)
                taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
                if len(taken) > MOST_CELLS:
                    checked_size(self.source, address, row, column, len(taken))
                cells.append(self._cell(cell, part, (row, column), (height, width)))
                column += width
        held = [cell for cell in cells if cell.text or cell.grids or cell.height * cell.width > 1]
        most_rows = max((cell.row + cell.height - 1 for cell in held), default=0)
        most_columns = max((cell.column + cell.width - 1 for cell in held), default=0)
        checked_size(self.source, address, most_rows, most_columns, len(held))
        grid = Grid(address=address, rows=most_rows, columns=most_columns, cells=tuple(held))
        self.blocks[place] = grid
        return grid

    def _cell(self, cell: HtmlElement, part: Part, place: tuple[int, int], size: tuple[int, int]) -> Cell:
        inner = _Cell(self, part)
        inner.walk(cell)
        bold = cell.tag == "th" or (
            len(cell) == 1 and cell[0].tag in {"b", "strong"} and not (cell.text or "").strip()
        )
        return Cell(
            row=place[0],
            column=place[1],
            height=size[0],
            width=size[1],
            text=_laid(inner.said),
            hidden=_is_hidden(cell),
            bold=bold,
            grids=tuple(inner.grids),
        )

    def _next(self) -> int:
        if len(self.blocks) >= MOST_BLOCKS:
            raise self.source.unreadable(Unreadable.TOO_LONG, most=f"{MOST_BLOCKS:,}".replace(",", "."))
        return len(self.blocks)


class _Cell:
    """What stands in one cell: its own text, and the tables in it, which the page takes in."""

    def __init__(self, page: _Page, part: Part) -> None:
        self.page = page
        self.part = part
        self.said: list[str] = []
        self.grids: list[Grid] = []

    def walk(self, element: HtmlElement) -> None:
        self.said.append(_squeezed(element.text))
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(child):
                pass
            elif tag == "table":
                self.grids.append(self.page.table(child, self.part))
            elif tag == "br":
                self.said.append("\n")
            else:
                around = "\n" if _BLOCKS.fullmatch(tag) else ""
                self.said.append(around)
                self.walk(child)
                self.said.append(around)
            self.said.append(_squeezed(child.tail))


def _rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the rows of a table, none of the tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _span(cell: HtmlElement, name: str, most: int) -> int:
    said = (cell.get(name) or "").strip()
    number = int(said) if said.isdecimal() and len(said) < 8 else 1
    return max(1, min(number or most, most))  # rowspan="0" goes on to the end


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _squeezed(text: str | None) -> str:
    return _BLANKS.sub(" ", text) if text else ""


def _laid(said: list[str]) -> str:
    """Return what was said in lines, each without blanks at its ends or twice in it, and no line blank."""
    lines = ("".join(said)).split("\n")
    return "\n".join(
        line for line in (re.sub(" +", " ", line).strip() for line in lines) if line.strip("\xa0")
    )
