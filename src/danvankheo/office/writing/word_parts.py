"""Pieces of Word documents that python-docx has no call for: fonts of every script, lines, fields, tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from danvankheo.office.writing.layouts import Layout, Lettering, PaperPart
from danvankheo.printing import visible
from danvankheo.reporting.figure_table import FigureTable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_AROUND: Final = 4.5
"""Millimetres of a cell that its words cannot have."""

_LONGEST_LINE: Final = 22  # in widths of the letter m
_ASCII_TO_EAST: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_SMALL, _CAPITAL, _BOLD = 0.47, 0.72, 1.08
"""About how wide a letter of Times New Roman is, in parts of its size, and how much wider a bold one is."""

_MILLIMETRES_A_POINT: Final = 25.4 / 72


def new_document(layout: Layout) -> "WordDocument":
    """Return an empty document with the font, the margins and the page numbers of a layout."""
    import docx  # noqa: PLC0415  # the extra "office"
    from docx.shared import Mm, Pt  # noqa: PLC0415

    document = docx.Document()
    normal: Any = document.styles["Normal"]
    normal.font.name = layout.font
    normal.font.size = Pt(layout.parts[PaperPart.BODY].size)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in _ASCII_TO_EAST:
        fonts.set(_w(kind), layout.font)
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_w(kind), None)
    language = normal.element.get_or_add_rPr()
    _child(language, "lang", val="vi-VN", eastAsia="vi-VN")
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(layout.margins.top), Mm(layout.margins.bottom)
    section.left_margin, section.right_margin = Mm(layout.margins.left), Mm(layout.margins.right)
    section.header_distance = Mm(10)
    # The number stands in the middle of the top margin, and not on the first page.
    section.different_first_page_header_footer = True
    number_pages(section.header.paragraphs[0], layout.parts[PaperPart.PAGE_NUMBER])
    return document


def number_pages(paragraph: "Paragraph", lettering: Lettering) -> None:
    """Make a paragraph the number of its page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = add_run(paragraph, "", lettering)
        if kind:
            _child(run._r, "fldChar", fldCharType=kind)
        else:
            _child(run._r, "instrText").text = text


def add_run(paragraph: "Paragraph", text: str, lettering: Lettering) -> Any:
    """Add words in a lettering to a paragraph, and return them."""
    from docx.shared import Pt  # noqa: PLC0415

    shown = visible(text)
    run = paragraph.add_run(shown.upper() if lettering.capitals else shown)
    run.font.size = Pt(lettering.size)
    run.bold = lettering.bold
    run.italic = lettering.italic
    run.underline = lettering.underlined or None
    return run


def plain(
    paragraph: "Paragraph", align: "WD_ALIGN_PARAGRAPH | None" = None, *, below: float = 0
) -> "Paragraph":
    """Return a paragraph set without the room that templates put around it.

    Args:
        paragraph: the paragraph.
        align: how it is aligned.
        below: the room below it, in points.
    """
    from docx.shared import Pt  # noqa: PLC0415

    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(0), Pt(below)
    form.line_spacing = 1.0
    if align is not None:
        paragraph.alignment = align
    return paragraph


def add_line(cell: "_Cell | WordDocument", letters: float, room: float) -> None:
    """Add a line below words: a paragraph of no height with a border.

    Args:
        cell: below what stands in it.
        letters: how long the line is, in points.
        room: how wide the cell is, in points.
    """
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = plain(cell.add_paragraph())
    form = paragraph.paragraph_format
    side = max(0.0, (room - letters) / 2)
    form.left_indent, form.right_indent = Pt(side), Pt(side)
    form.space_before, form.line_spacing = Pt(4), Pt(4)
    properties = paragraph._p.get_or_add_pPr()
    borders = _child(properties, "pBdr")
    _child(borders, "top", val="single", sz="6", space="1", color="000000")
    # Word reads properties in the order of its schema only: borders before spacing and indents.
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def width_of(text: str, lettering: Lettering) -> float:
    """Return about how wide words are, in points.

    >>> from danvankheo.office.writing.layouts import ND30
    >>> round(width_of("Quốc hiệu", ND30.parts[PaperPart.NATION]))
    81
    """
    shown = text.upper() if lettering.capitals else text
    return _letters(shown) * lettering.size * (_BOLD if lettering.bold else 1)


def _letters(text: str) -> float:
    """Return about how wide a text of Times New Roman is, in parts of the size of its letters."""
    return sum(_CAPITAL if letter.isupper() else _SMALL for letter in text)


def add_grid(document: "WordDocument", rows: int, widths: Sequence[float], *, lines: bool) -> "WordTable":
    """Add a table of fixed widths, with or without lines.

    Args:
        document: where.
        rows: how many rows.
        widths: how wide each column is, in millimetres.
        lines: whether lines show.
    """
    from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    table: WordTable = document.add_table(rows, len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if lines:
        table.style = "Table Grid"
    else:
        # The head of a paper needs all of the width.
        margins = _child(table._tbl.tblPr, "tblCellMar")
        for side in ("left", "right"):
            _child(margins, side, w="0", type="dxa")
        table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def begin_appendix(document: "WordDocument", *, wide: bool) -> None:
    """Begin a page of an appendix, whose pages have numbers of their own.

    Args:
        document: where.
        wide: whether its pages lie on their long side.
    """
    from docx.enum.section import WD_ORIENT, WD_SECTION  # noqa: PLC0415

    section: Any = document.add_section(WD_SECTION.NEW_PAGE)
    narrow = section.page_width < section.page_height
    if wide == narrow:
        section.page_width, section.page_height = section.page_height, section.page_width
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.different_first_page_header_footer = True
    numbers = _child(section._sectPr, "pgNumType", start="1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")


def widths(table: FigureTable, room: float, size: float) -> list[float]:
    """Return how wide the columns of a table are, in millimetres: no word is broken if there is room.

    Args:
        table: the table.
        room: how wide it is.
        size: the size of its letters, in points.
    """
    letter = size * _MILLIMETRES_A_POINT * _BOLD
    least, wanted = [], []
    for column in table.columns:
        texts = (column.title, *column.texts)
        word = max((_letters(word) for text in texts for word in text.split()), default=1)
        # A head may have two lines, what stands below it had better have one.
        line = max(_letters(column.title) / 2, *map(_letters, column.texts), 1)
        least.append(word * letter + _AROUND)
        wanted.append(max(least[-1], min(line, _LONGEST_LINE) * letter + _AROUND))
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    more = [want - need for want, need in zip(wanted, least, strict=True)]
    rest = room - sum(least)
    parts = [each * rest / sum(more) for each in more] if sum(more) else [rest / len(least)] * len(least)
    return [need + part for need, part in zip(least, parts, strict=True)]


def repeat_head(table: "WordTable") -> None:
    """Have the first row stand at the top of every page, and no row go over two."""
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        _child(properties, "cantSplit")
        if at == 0:
            _child(properties, "tblHeader")


def describe(run: Any, text: str) -> None:
    """Give a picture the words for those who do not see it."""
    for element in run._r.iter():
        if element.tag.endswith("}docPr"):
            element.set("descr", visible(text))


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _child(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_w(key), value)
    parent.append(element)
    return element
