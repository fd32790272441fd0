"""Word documents (.docx, .docm): body, tables, text boxes, notes, heads and feet, in the order of reading."""

import io
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import PartFactory
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml.etree import XMLSyntaxError, _Element

from danvankheo.bilingual import Words
from danvankheo.office.address import Address, Part
from danvankheo.office.failures import Unreadable
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.kinds.sheets import checked_size, legacy_notice
from danvankheo.office.kinds.word_text import Reading, is_bold, level_of, reading_of, text_boxes, text_of
from danvankheo.office.limits import DEEPEST_TABLE, MOST_BLOCKS, MOST_CELLS
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Block, Paper, PaperKind, Paragraph
from danvankheo.office.source import Source, parts_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCK_HOLDERS: Final = frozenset(_W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_SIBLINGS: Final = (  # documents with macros and templates: the same body under another name
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_MOST_GRID_COLUMNS: Final = 1_000


@attrs.frozen
class Placed:
    """A block with the elements of the document that it was read from.

    Args:
        block: the block.
        element: the paragraph, table, text box or note.
        cells: of a table, the element of each cell by its first row and column.
    """

    block: Block
    element: _Element
    cells: Mapping[tuple[int, int], _Element] = attrs.field(factory=dict[tuple[int, int], _Element])


def open_word(source: Source) -> DocumentPart:
    """Return the main part of a Word document.

    Raises:
        UnreadableFileError: it is damaged, protected or beyond bounds.
    """
    parts_of(source).close()
    for content_type in _SIBLINGS:
        PartFactory.part_type_for.setdefault(content_type, DocumentPart)
    try:
        part = Package.open(io.BytesIO(source.data)).main_document_part
        if not isinstance(part, DocumentPart) or part.element.find(_W + "body") is None:
            raise source.damaged("it has no body", "không có phần nội dung")
    except (KeyError, ValueError, XMLSyntaxError, AttributeError, TypeError, OSError) as error:
        if isinstance(error, source.unreadable(Unreadable.DAMAGED).__class__):
            raise
        cause = type(error).__name__
        raise source.damaged(
            f"its parts do not fit together: {cause}", f"các phần bên trong không khớp nhau: {cause}"
        ) from error
    return part


def read_word(source: Source) -> Paper:
    """Return a Word document as a paper."""
    part = open_word(source)
    walk = Walk(source, part)
    blocks = tuple(placed.block for placed in walk.blocks())
    assert part.package is not None
    try:
        about = part.package.core_properties
        author, created, modified = about.author or "", about.created, about.modified
    except (AttributeError, KeyError, ValueError) as error:
        raise source.damaged("its properties are broken", "phần thông tin của tệp bị hỏng") from error
    return Paper(
        file=source.name,
        kind=PaperKind.WORD,
        blocks=blocks,
        author=author,
        created=created,
        modified=modified,
        notices=tuple(walk.notices()),
    )


class Walk:
    """A document on its way to blocks."""

    def __init__(self, source: Source, part: DocumentPart) -> None:
        """Take the styles of the document."""
        self.source = source
        self.part = part
        self.reading: Reading = reading_of(self._related(RELATIONSHIP_TYPE.STYLES))
        self.position: int = -1

    def blocks(self) -> Iterator[Placed]:
        """Yield the blocks: the body, then notes, then heads and feet."""
        body = self.part.element.find(_W + "body")
        assert body is not None
        yield from self._container(body, Address(self.source.name), 0)
        for kind, part, tag in (
            (RELATIONSHIP_TYPE.FOOTNOTES, Part.FOOTNOTE, "footnote"),
            (RELATIONSHIP_TYPE.ENDNOTES, Part.ENDNOTE, "endnote"),
        ):
            notes = self._related(kind)
            if notes is not None:
                yield from self._notes(notes, part, tag)
        yield from self._margins(RELATIONSHIP_TYPE.HEADER, Part.HEADER)
        yield from self._margins(RELATIONSHIP_TYPE.FOOTER, Part.FOOTER)

    def notices(self) -> Iterator[Notice]:
        """Yield what is to be reported, after the blocks."""
        address, reading = Address(self.source.name), self.reading
        if reading.inserted or reading.deleted:
            details = {"inserted": str(reading.inserted), "deleted": str(reading.deleted)}
            yield Notice(NoticeKind.CHANGES_ACCEPTED, address, details)
        if reading.unseen:
            what = {
                "what": Words(f"{reading.unseen} đoạn chữ ẩn", f"{reading.unseen} stretches of hidden text"),
            }
            yield Notice(NoticeKind.LEFT_OUT, address, what)
        for (font, letters), count in reading.legacy.items():
            yield legacy_notice(address, font, letters, count)

    def _related(self, kind: str) -> _Element | None:
        """Return the root of the part that stands in a relation to the document."""
        for relation in self.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                return self._root(relation.target_part.blob)
        return None

    def _root(self, blob: bytes) -> _Element:
        try:
            root: _Element = parse_xml(blob)
        except XMLSyntaxError as error:
            raise self.source.damaged("a part is no XML", "có phần bên trong không phải XML đúng") from error
        return root

    def _next(self) -> int:
        self.position += 1
        if self.position >= MOST_BLOCKS:
            raise self.source.unreadable(Unreadable.TOO_LONG, most=f"{MOST_BLOCKS:,}".replace(",", "."))
        return self.position

    def _container(self, holder: _Element, base: Address, depth: int) -> Iterator[Placed]:
        """Yield the blocks of the body, or those of a text box that holds tables."""
        paragraphs = tables = 0
        for element in _blocks_in(holder):
            if element.tag == _W + "p":
                paragraphs += 1
                address = attrs.evolve(base, position=self._next(), paragraph=paragraphs)
                text = text_of(element, self.reading)
                level = level_of(element, self.reading)
                yield Placed(Paragraph(address=address, text=text, level=level), element)
                yield from self._boxes(element, address, 0, depth)
            else:
                tables += 1
                yield from self._table(element, attrs.evolve(base, table=tables), depth)

    def _boxes(self, holder: _Element, inside: Address, before: int, depth: int) -> Iterator[Placed]:
        """Yield the text boxes that are anchored in a paragraph, each as one paragraph, and their tables."""
        for number, box in enumerate(text_boxes(holder), before + 1):
            self._check_depth(depth)
            address = Address(
                self.source.name,
                position=self._next(),
                part=Part.TEXT_BOX,
                paragraph=number,
                inside=inside,
            )
            lines = [
                text_of(paragraph, self.reading) for paragraph in box.iter(_W + "p") if _is_of(paragraph, box)
            ]
            yield Placed(Paragraph(address=address, text="\n".join(lines)), box)
            tables = [element for element in _blocks_in(box) if element.tag == _W + "tbl"]
            for table, element in enumerate(tables, 1):
                at = Address(self.source.name, part=Part.TEXT_BOX, table=table, inside=inside)
                yield from self._table(element, at, depth + 1)

    def _table(self, table: _Element, base: Address, depth: int) -> Iterator[Placed]:
        self._check_depth(depth)
        address = attrs.evolve(base, position=self._next())
        laid = _laid_out(table)
        cells: list[Cell] = []
        elements: dict[tuple[int, int], _Element] = {}
        nested: list[Placed] = []
        rows = max((item.row + item.height - 1 for item in laid), default=0)
        columns = max((item.column + item.width - 1 for item in laid), default=0)
        checked_size(self.source, address, rows, columns, len(laid))
        for item in laid:
            at = attrs.evolve(address, row=item.row, column=item.column)
            inner = [*self._cell_blocks(item.element, at, depth)]
            nested += inner
            paragraphs = [element for element in _blocks_in(item.element) if element.tag == _W + "p"]
            said = [paragraph for paragraph in paragraphs if text_of_quietly(paragraph, self.reading).strip()]
            cells.append(
                Cell(
                    row=item.row,
                    column=item.column,
                    text="\n".join(text_of(paragraph, self.reading) for paragraph in paragraphs).strip("\n"),
                    height=item.height,
                    width=item.width,
                    bold=bool(said) and all(is_bold(paragraph, self.reading) for paragraph in said),
                    grids=tuple(placed.block for placed in inner if isinstance(placed.block, Grid)),
                )
            )
            elements[item.row, item.column] = item.element
        grid = Grid(
            address=address,
            rows=rows,
            columns=columns,
            cells=tuple(
                cell for cell in cells if cell.text.strip() or cell.grids or cell.height * cell.width > 1
            ),
        )
        yield Placed(grid, table, elements)
        yield from nested

    def _cell_blocks(self, cell: _Element, at: Address, depth: int) -> Iterator[Placed]:
        """Yield the tables and the text boxes that stand in a cell."""
        tables = boxes = 0
        for element in _blocks_in(cell):
            if element.tag == _W + "tbl":
                tables += 1
                inner = Address(self.source.name, table=tables, inside=at)
                yield from self._table(element, inner, depth + 1)
            else:
                found = [*self._boxes(element, at, boxes, depth + 1)]
                boxes += sum(placed.block.address.table == 0 for placed in found)
                yield from found

    def _notes(self, notes: _Element, part: Part, tag: str) -> Iterator[Placed]:
        number = 0
        for note in notes.iter(_W + tag):
            if note.get(_W + "type", "normal") != "normal":
                continue  # the line that divides notes from text
            number += 1
            text = "\n".join(text_of(paragraph, self.reading) for paragraph in note.iter(_W + "p")).strip()
            address = Address(self.source.name, position=self._next(), part=part, paragraph=number)
            yield Placed(Paragraph(address=address, text=text), note)

    def _margins(self, kind: str, part: Part) -> Iterator[Placed]:
        number = 0
        for relation in self.part.rels.values():
            if relation.reltype != kind or relation.is_external:
                continue
            root = self._root(relation.target_part.blob)
            for paragraph in root.iter(_W + "p"):
                text = text_of(paragraph, self.reading)
                if text.strip():
                    number += 1
                    address = Address(self.source.name, position=self._next(), part=part, paragraph=number)
                    yield Placed(Paragraph(address=address, text=text), paragraph)

    def _check_depth(self, depth: int) -> None:
        if depth >= DEEPEST_TABLE:
            raise self.source.unreadable(Unreadable.TOO_DEEP, most=DEEPEST_TABLE)


def text_of_quietly(paragraph: _Element, reading: Reading) -> str:
    """Return the text of a paragraph without counting anything for the report."""
    return text_of(paragraph, attrs.evolve(reading, legacy=reading.legacy.copy()))


@attrs.frozen
class _Item:
    """A cell of a table with its place, merged ones laid out."""

    row: int
    column: int
    height: int
    width: int
    element: _Element


def _blocks_in(holder: _Element) -> Iterator[_Element]:
    """Yield the paragraphs and tables of a body, a cell or a text box, those in content controls too."""
    for child in holder:
        if child.tag in {_W + "p", _W + "tbl"}:
            yield child
        elif child.tag in _BLOCK_HOLDERS:
            yield from _blocks_in(child)


def _is_of(paragraph: _Element, box: _Element) -> bool:
    """Return whether a paragraph stands in a text box itself, not in a table or another box of it."""
    for parent in paragraph.iterancestors():
        if parent is box:
            return True
        if parent.tag in {_W + "tbl", _W + "txbxContent"}:
            return False
    return False


def _laid_out(table: _Element) -> list[_Item]:
    """Return the cells of a table with their places; rows that a tracked change deletes are gone."""
    items: list[_Item] = []
    above: dict[int, int] = {}  # where in `items` the cell stands that may go on downwards, by its column
    row = places = 0
    for line in _children(table, "tr"):
        look = line.find(_W + "trPr")
        if look is not None and look.find(_W + "del") is not None:
            continue
        row += 1
        column = 1 + (_number(look.find(_W + "gridBefore"), 0) if look is not None else 0)
        here: dict[int, int] = {}
        for cell in _children(line, "tc"):
            look = cell.find(_W + "tcPr")
            width = _number(look.find(_W + "gridSpan"), 1) if look is not None else 1
            down = _goes_on(look, "vMerge")
            if down and column in above and items[above[column]].width == width:
                at = above[column]
                items[at] = attrs.evolve(items[at], height=items[at].height + 1)
                here[column] = at
            elif _goes_on(look, "hMerge") and items and items[-1].row == row:
                items[-1] = attrs.evolve(items[-1], width=items[-1].width + width)
            else:
                here[column] = len(items)
                items.append(_Item(row, column, 1, width, cell))
            column += width
            places += width
            if places > MOST_CELLS:
                break
        above = here
    return items


def _children(holder: _Element, name: str) -> Iterator[_Element]:
    for child in holder:
        if child.tag == _W + name:
            yield child
        elif child.tag in _BLOCK_HOLDERS:
            yield from _children(child, name)


def _number(element: _Element | None, otherwise: int) -> int:
    text = "" if element is None else element.get(_W + "val", "")
    return min(int(text), _MOST_GRID_COLUMNS) if text.isdigit() and len(text) < 9 else otherwise


def _goes_on(look: _Element | None, name: str) -> bool:
    merge = None if look is None else look.find(_W + name)
    return merge is not None and merge.get(_W + "val", "continue") == "continue"
