"""A copy of a workbook with notes on cells and their colour; every other part stays byte for byte."""

import copy
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias
from xml.sax.saxutils import escape

from lxml import etree

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.address import cell_name
from danvankheo.office.marking.parts import REL, Package
from danvankheo.office.marking.remarks import Pen, Remark
from danvankheo.office.source import Source, parts_of

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_S: Final = f"{{{_MAIN}}}"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NO_COMMENTS: Final = f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'
_COLOURS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "FFFFC7CE",
    Severity.WARNING: "FFFFEB9C",
    Severity.INFO: "FFDDEBF7",
    Severity.FINE: "FFE2EFDA",
}
_AFTER_LEGACY_DRAWING: Final = frozenset(
    _S + name
    for name in (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    )
)
_FIRST_SHAPE: Final = 78_848
_SHAPE_NUMBER: Final = re.compile(rb"_x0000_s(\d{1,8})")
_CELL: Final = re.compile(r"([A-Z]+)(\d+)")
_NumberOf: TypeAlias = Callable[[etree._Element], int]
_DRAWING: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="77"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
    'o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE: Final = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" '
    'style="position:absolute;width:240pt;height:90pt;visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def marked_excel(source: Source, remarks: Iterable[Remark], pen: Pen) -> bytes:
    """Return a workbook with a note and a colour on each cell that is remarked on.

    Formulas with their results, styles, charts, macros and other people's notes stay as they are; where a
    cell has a note, the remark is written under it. A remark on a whole sheet stands on its first cell.
    """
    by_sheet: dict[str, dict[tuple[int, int], list[Remark]]] = defaultdict(lambda: defaultdict(list))
    for remark in sorted(remarks, key=lambda remark: (remark.address, remark.severity.rank)):
        address = remark.address
        by_sheet[address.sheet][max(address.row, 1), max(address.column, 1)].append(remark)
    with parts_of(source) as parts:
        package = Package(parts)
        styles = _Styles(package)
        sheets = package.sheets()
        for name, cells in by_sheet.items():
            sheet = package.changed(sheets[name])
            for (row, column), held in cells.items():
                cell = _cell(sheet, row, column)
                worst = min((remark.severity for remark in held), key=lambda severity: severity.rank)
                cell.set("s", str(styles.coloured(int(cell.get("s", "0")), worst)))
            notes = {place: "\n".join(remark.note for remark in held) for place, held in cells.items()}
            _write_notes(package, sheets[name], sheet, notes, pen)
        return package.saved()


def _cell(sheet: etree._Element, row: int, column: int) -> etree._Element:
    """Return the element of a cell, made in its place where a sheet leaves blank ones out."""
    data = sheet.find(_S + "sheetData")
    assert data is not None
    line = _in_order(data, "row", row, lambda element: int(element.get("r", "0")), str(row))
    return _in_order(line, "c", column, lambda element: _column(element.get("r", "")), cell_name(row, column))


def _in_order(
    holder: etree._Element, tag: str, number: int, number_of: _NumberOf, name: str
) -> etree._Element:
    after: etree._Element | None = None
    for element in holder.findall(_S + tag):
        if number_of(element) == number:
            return element
        if number_of(element) > number:
            after = element
            break
    made = etree.Element(_S + tag, {"r": name})
    if after is None:
        holder.append(made)
    else:
        after.addprevious(made)
    return made


def _column(name: str) -> int:
    found = _CELL.fullmatch(name)
    number = 0
    for letter in found[1] if found else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _Styles:
    """The styles of a workbook, and those that are made from them by a colour."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.made: dict[tuple[int, Severity], int] = {}
        self.fills: dict[Severity, int] = {}

    def coloured(self, style: int, severity: Severity) -> int:
        """Return the style that is like another, in the colour of a severity."""
        if (style, severity) not in self.made:
            name = next(iter(self.package.related(self.package.main_part(), "styles").values()))
            root = self.package.changed(name)
            looks = root.find(_S + "cellXfs")
            assert looks is not None
            look = copy.deepcopy(looks[min(style, len(looks) - 1)])
            look.set("fillId", str(self._fill(root, severity)))
            look.set("applyFill", "1")
            looks.append(look)
            looks.set("count", str(len(looks)))
            self.made[style, severity] = len(looks) - 1
        return self.made[style, severity]

    def _fill(self, root: etree._Element, severity: Severity) -> int:
        if severity not in self.fills:
            fills = root.find(_S + "fills")
            assert fills is not None
            pattern = etree.SubElement(
                etree.SubElement(fills, _S + "fill"), _S + "patternFill", patternType="solid"
            )
            etree.SubElement(pattern, _S + "fgColor", rgb=_COLOURS[severity])
            etree.SubElement(pattern, _S + "bgColor", indexed="64")
            fills.set("count", str(len(fills)))
            self.fills[severity] = len(fills) - 1
        return self.fills[severity]


def _write_notes(
    package: Package, name: str, sheet: etree._Element, notes: Mapping[tuple[int, int], str], pen: Pen
) -> None:
    root = _comments(package, name)
    authors, listed = root.find(_S + "authors"), root.find(_S + "commentList")
    assert authors is not None
    assert listed is not None
    etree.SubElement(authors, _S + "author").text = pen.author
    author = str(len(authors) - 1)
    old = {comment.get("ref"): comment for comment in listed}
    shapes: list[tuple[int, int]] = []
    for (row, column), text in notes.items():
        reference = cell_name(row, column)
        if reference in old:
            _add_to(old[reference], f"\n{pen.author}: {text}")
            continue
        comment = etree.SubElement(listed, _S + "comment", ref=reference, authorId=author)
        etree.SubElement(comment, _S + "text")
        _add_to(comment, text)
        shapes.append((row, column))
    if shapes:
        _draw(package, name, sheet, shapes)


def _comments(package: Package, name: str) -> etree._Element:
    """Return the notes of a sheet; a new part where it has none."""
    held = package.related(name, "comments")
    if held:
        return package.changed(next(iter(held.values())))
    part = package.free_name("xl/comments{}.xml")
    root = etree.fromstring(_NO_COMMENTS)
    package.put(part, root)
    package.declare(part, _COMMENTS)
    package.relate(name, "comments", part)
    return root


def _add_to(comment: etree._Element, text: str) -> None:
    """Add words to a note, after those that are there."""
    held = comment.find(_S + "text")
    assert held is not None
    run = etree.SubElement(held, _S + "r")
    said = etree.SubElement(run, _S + "t")
    said.text = text
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(package: Package, name: str, sheet: etree._Element, places: Iterable[tuple[int, int]]) -> None:
    """Draw the yellow papers on which Excel shows notes, hidden till one points at the cell."""
    part = _drawing(package, name, sheet)
    drawing = package.content(part)
    number = max([_FIRST_SHAPE, *map(int, _SHAPE_NUMBER.findall(drawing))]) + 1
    shapes: list[str] = []
    for row, column in places:
        anchor = f"{column}, 15, {max(row - 2, 0)}, 10, {column + 4}, 15, {row + 4}, 4"
        shapes.append(_SHAPE.format(number=number, anchor=escape(anchor), row=row - 1, column=column - 1))
        number += 1
    head, _, tail = drawing.rpartition(b"</xml>")
    package.put(part, head + "".join(shapes).encode() + b"</xml>" + tail)


def _drawing(package: Package, name: str, sheet: etree._Element) -> str:
    """Return the part of a sheet that notes are drawn in; a new one where it has none."""
    old = sheet.find(_S + "legacyDrawing")
    targets = package.related(name, "vmlDrawing")
    if old is not None and old.get(f"{{{REL}}}id") in targets:
        return targets[old.get(f"{{{REL}}}id", "")]
    part = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(part, _DRAWING.encode())
    package.declare(part, _VML)
    element = etree.Element(_S + "legacyDrawing", {f"{{{REL}}}id": package.relate(name, "vmlDrawing", part)})
    later = next((child for child in sheet if child.tag in _AFTER_LEGACY_DRAWING), None)
    if later is None:
        sheet.append(element)
    else:
        later.addprevious(element)
    return part
