"""OpenDocument sheets (.ods): the file itself holds what each cell shows beside the stored number."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Final

import attrs
from lxml import etree

from danvankheo.bilingual import Words
from danvankheo.office.address import Address
from danvankheo.office.failures import Unreadable
from danvankheo.office.grid import Cell, Grid, Stored
from danvankheo.office.kinds.sheets import Merged, Met, grid_of, hidden_notice
from danvankheo.office.limits import MOST_CELLS
from danvankheo.office.notices import Notice
from danvankheo.office.paper import Paper, PaperKind, Sheet
from danvankheo.office.shown.show import SignsOf, settled
from danvankheo.office.source import Source, parts_of

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_META: Final = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_MOST_REPEATED: Final = 1_048_576
_NUMBER: Final = re.compile(r"[0-9][0-9.,]*")
_SWAPPED: Final = str.maketrans(",.", ".,")
_WIDE: Final = Context(prec=400, rounding=ROUND_HALF_UP)


def read_open_sheet(source: Source, signs: SignsOf) -> Paper:
    """Return an OpenDocument workbook as a paper: each sheet a grid."""
    with parts_of(source) as parts:
        if b"manifest:encryption-data" in (
            parts.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in parts.namelist() else b""
        ):
            raise source.unreadable(Unreadable.ENCRYPTED)
        content = _root(source, parts.read("content.xml") if "content.xml" in parts.namelist() else b"")
        meta = _root(source, parts.read("meta.xml")) if "meta.xml" in parts.namelist() else None
    unseen = {
        style.get(_STYLE + "name")
        for style in content.iter(_STYLE + "style")
        for look in style.iter(_STYLE + "table-properties")
        if look.get(_TABLE + "display") == "false"
    }
    looks = _Looks(_fonts(content), Met(), signs)
    notices: list[Notice] = []
    grids: list[Grid] = []
    for position, table in enumerate(content.iter(_TABLE + "table")):
        address = Address(source.name, position=position, sheet=table.get(_TABLE + "name", ""))
        grid = _grid(source, address, table, looks, hidden=table.get(_TABLE + "style-name") in unseen)
        grids.append(grid)
        hidden = hidden_notice(grid)
        notices += [hidden] if hidden else []
    return Paper(
        file=source.name,
        kind=PaperKind.OPEN_SHEET,
        blocks=tuple(grids),
        sheets=tuple(Sheet(name=grid.address.sheet, hidden=grid.hidden) for grid in grids),
        author=_said(meta, _DC + "creator") or _said(meta, _META + "initial-creator"),
        created=_moment(_said(meta, _META + "creation-date")),
        modified=_moment(_said(meta, _DC + "date")),
        notices=(*looks.met.notices(source.name), *notices),
    )


@attrs.frozen
class _Looks:
    """How cells look: the font of each style, and with whose signs numbers are to be shown."""

    fonts: Mapping[str, str]
    met: Met
    signs: SignsOf


def _fonts(content: etree._Element) -> dict[str, str]:
    """Return the font of each style of cells that names one."""
    fonts: dict[str, str] = {}
    for style in content.iter(_STYLE + "style"):
        look = style.find(_STYLE + "text-properties")
        if look is not None:
            font = look.get(_STYLE + "font-name") or look.get(_FO + "font-family") or ""
            fonts[style.get(_STYLE + "name", "")] = font.strip("'")
    return fonts


def _root(source: Source, data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise source.damaged("a part is no XML", "có phần bên trong không phải XML đúng") from error


def _grid(source: Source, address: Address, table: etree._Element, looks: _Looks, *, hidden: bool) -> Grid:
    cells: list[Cell] = []
    merged: list[Merged] = []
    rows_hidden: set[int] = set()
    columns_hidden: set[int] = set()
    column = 1
    for look in _inside(table, "table-column"):
        count = _repeated(look, "columns")
        if look.get(_TABLE + "visibility", "visible") != "visible":
            columns_hidden |= set(range(column, min(column + count, 20_000)))
        column += count
    row = 1
    for line in _inside(table, "table-row"):
        times = _repeated(line, "rows")
        held = [*_cells(line, row, looks)]
        if line.get(_TABLE + "visibility", "visible") != "visible":
            rows_hidden |= set(range(row, min(row + times, _MOST_REPEATED)))
        if held:
            if len(cells) + len(held) * times > MOST_CELLS:
                where = {
                    "where": Words(address.without_file().vietnamese, address.without_file().english),
                }
                raise source.unreadable(
                    Unreadable.TOO_MANY_CELLS, most=f"{MOST_CELLS:,}".replace(",", "."), **where
                )
            for down in range(times):
                for cell, height, width in held:
                    cells.append(_moved(cell, row + down))
                    if height * width > 1:
                        merged.append(
                            Merged(row + down, cell.column, row + down + height - 1, cell.column + width - 1)
                        )
        row += times
    return grid_of(
        source,
        address,
        cells,
        merged=merged,
        hidden_rows=rows_hidden,
        hidden_columns=columns_hidden,
        hidden=hidden,
    )


def _inside(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows or columns, those in groups and heads too."""
    for child in holder:
        if child.tag == _TABLE + name:
            yield child
        elif isinstance(child.tag, str) and etree.QName(child).localname.startswith(
            ("table-row", "table-column", "table-header")
        ):
            yield from _inside(child, name)


def _cells(line: etree._Element, row: int, looks: _Looks) -> Iterator[tuple[Cell, int, int]]:
    column = 1
    for element in line:
        times = _repeated(element, "columns")
        if element.tag == _TABLE + "table-cell":
            cell = _cell(element, row, column, looks)
            if cell.text.strip() or cell.formula:
                height = _number(element.get(_TABLE + "number-rows-spanned"))
                width = _number(element.get(_TABLE + "number-columns-spanned"))
                for right in range(min(times, MOST_CELLS)):
                    yield _moved(cell, row, column + right), height, width
        column += times


def _cell(element: etree._Element, row: int, column: int, looks: _Looks) -> Cell:
    text = "\n".join(_line(paragraph) for paragraph in element.findall(_TEXT + "p"))
    text = looks.met.letters(text, looks.fonts.get(element.get(_TABLE + "style-name", ""), ""))
    kind = element.get(_OFFICE + "value-type", "")
    said = element.get(_OFFICE + "value")
    value: Stored = text or None
    if said is not None and kind in {"float", "percentage", "currency"}:
        try:
            value = settled(Decimal(said))[0]
        except InvalidOperation:
            value = None
    elif kind == "date":
        value = _moment(element.get(_OFFICE + "date-value", ""))
    elif kind == "boolean":
        value = element.get(_OFFICE + "boolean-value") == "true"
    decimals = None
    if isinstance(value, Decimal):
        text, decimals = _in_signs(text, value * 100 if kind == "percentage" else value, looks.signs)
    formula = element.get(_TABLE + "formula", "").partition(":")[2]
    note = element.find(_OFFICE + "annotation")
    return Cell(
        row=row,
        column=column,
        text=text,
        value=value,
        formula=formula,
        cached=not formula or kind != "",
        decimals=decimals,
        percent=kind == "percentage",
        comment="" if note is None else "\n".join(_line(p) for p in note.iter(_TEXT + "p")),
    )


def _line(paragraph: etree._Element) -> str:
    said = [paragraph.text or ""]
    for child in paragraph:
        match child.tag:
            case tag if tag == _TEXT + "s":
                said.append(" " * min(_number(child.get(_TEXT + "c")), 1_000))
            case tag if tag == _TEXT + "tab":
                said.append("\t")
            case tag if tag == _TEXT + "line-break":
                said.append("\n")
            case tag if tag == _OFFICE + "annotation":
                pass
            case _:
                said.append(_line(child))
        said.append(child.tail or "")
    return "".join(said)


def _in_signs(text: str, number: Decimal, signs: SignsOf) -> tuple[str, int | None]:
    """Return a shown number with the signs that are wanted, and how many decimals it shows.

    The file shows it with the signs of its author, which the stored number tells apart: "1,234" is shown of
    1234 or of 1.234. Text in which the number does not stand is returned as it is.
    """
    found = _NUMBER.search(text)
    if found is None:
        return text, None
    shown = found[0].rstrip(".,")
    for point, its in ((",", "vi"), (".", "en")):
        group = "." if point == "," else ","
        plain = shown.replace(group, "").replace(point, ".")
        if plain.count(".") > 1:
            continue
        decimals = len(plain.partition(".")[2])
        if Decimal(plain) == _WIDE.quantize(abs(number), Decimal(1).scaleb(-decimals)):
            same = its == signs or plain == shown == shown.translate(_SWAPPED)
            return text if same else text.translate(_SWAPPED), decimals
    return text, None


def _moved(cell: Cell, row: int, column: int | None = None) -> Cell:
    if row == cell.row and column in {None, cell.column}:
        return cell
    return attrs.evolve(cell, row=row, column=cell.column if column is None else column)


def _repeated(element: etree._Element, what: str) -> int:
    return min(_number(element.get(f"{_TABLE}number-{what}-repeated")), _MOST_REPEATED)


def _number(text: str | None) -> int:
    return max(int(text), 1) if text and text.isdecimal() and len(text) < 9 else 1


def _said(meta: etree._Element | None, tag: str) -> str:
    found = None if meta is None else next(meta.iter(tag), None)
    return "" if found is None else (found.text or "").strip()


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
