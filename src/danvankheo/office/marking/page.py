"""A paper of any kind as one web page, with the words and cells in colour that are remarked on."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from operator import itemgetter
from typing import Final

from danvankheo.office.address import Part
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.marking.remarks import Pen, Remark, by_block
from danvankheo.office.paper import Paper, Paragraph
from danvankheo.printing import visible

_MOST_CELLS: Final = 3_000
_AROUND: Final = 2
_HEAD_ROWS: Final = 6
_STYLE: Final = (
    "body{font:16px/1.5 'Times New Roman',serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;margin:1em 0}td{border:1px solid #999;padding:.2em .5em;"
    "vertical-align:top;"
    "white-space:pre-line}h1{font-size:1.3em}p{white-space:pre-wrap;margin:.4em 0}"
    ".error{background:#ffc7ce}.warning{background:#ffeb9c}.info{background:#ddebf7}.fine{background:#e2efda}"
    ".number{text-align:right}.unseen{color:#888}.place{color:#555;font-size:.9em}"
    "sup a{text-decoration:none}ol.remarks li{margin:.4em 0}@media print{body{max-width:none;margin:0}}"
)


def marked_page(paper: Paper, remarks: Iterable[Remark], pen: Pen) -> str:
    """Return a web page that shows a paper, its remarks numbered and listed first.

    Tables of more than 3 000 cells show their first rows and those that are remarked on.
    """
    held = dict(by_block(remarks))
    numbers = {id(remark): at for at, remark in enumerate((r for group in held.values() for r in group), 1)}
    listed = "".join(
        f'<li id="n{numbers[id(remark)]}"><a href="#p{numbers[id(remark)]}" class="{remark.severity.value}">'
        f"{_text(remark.address.without_file().vietnamese)}</a>: {_text(remark.note)}</li>"
        for group in held.values()
        for remark in group
    )
    body = "".join(
        _grid(block, held.get(block.address.position, ()), numbers)
        if isinstance(block, Grid)
        else _paragraph(block, held.get(block.address.position, ()), numbers)
        for block in paper.blocks
    )
    title = _text(f"{paper.file} – bản có nhận xét")
    when = pen.moment.strftime("%d/%m/%Y")
    nothing = "" if listed else "<p>Không có nhận xét nào.</p>"
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>"
        f'<p class="place">{_text(pen.author)}, {when}</p>{nothing}'
        f'<ol class="remarks">{listed}</ol><hr>{body}</body></html>\n'
    )


def _paragraph(paragraph: Paragraph, remarks: Sequence[Remark], numbers: Mapping[int, int]) -> str:
    if not paragraph.text.strip() and not remarks:
        return ""
    text = paragraph.text
    spans = sorted(((remark.address.span or (0, len(text)), remark) for remark in remarks), key=itemgetter(0))
    said: list[str] = []
    at = 0
    for (first, last), remark in spans:
        said.append(_text(text[at : max(first, at)]))
        said.append(_mark(_text(text[max(first, at) : last]), remark, numbers))
        at = max(last, at)
    said.append(_text(text[at:]))
    part = "" if paragraph.part is Part.BODY else f'<span class="place">[{paragraph.part.vietnamese}]</span> '
    tag = f"h{min(paragraph.level + 1, 6)}" if paragraph.level else "p"
    return f"<{tag}>{part}{''.join(said)}</{tag}>\n"


def _grid(grid: Grid, remarks: Sequence[Remark], numbers: Mapping[int, int]) -> str:
    at: dict[tuple[int, int], list[Remark]] = {}
    for remark in remarks:
        at.setdefault((max(remark.address.row, 1), max(remark.address.column, 1)), []).append(remark)
    rows = _rows(grid, {row for row, _ in at})
    name = _text(grid.address.without_file().vietnamese)
    said = [f'<p class="place">{name}{" (đang ẩn)" if grid.hidden else ""}</p><table>']
    before = 0
    for row in rows:
        if row - before > 1:
            said.append(_left_out(grid, row - before - 1))
        before = row
        said.append("<tr>")
        said += [_cell(grid, row, column, at, numbers) for column in range(1, grid.columns + 1)]
        said.append("</tr>\n")
    if before < grid.rows:
        said.append(_left_out(grid, grid.rows - before))
    return "".join([*said, "</table>\n"])


def _left_out(grid: Grid, rows: int) -> str:
    return f'<tr><td colspan="{max(grid.columns, 1)}" class="place">… {rows} dòng …</td></tr>'


def _rows(grid: Grid, remarked: set[int]) -> Iterable[int]:
    if grid.rows * grid.columns <= _MOST_CELLS:
        return range(1, grid.rows + 1)
    near = {row + step for row in remarked for step in range(-_AROUND, _AROUND + 1)}
    return sorted(row for row in near | set(range(1, _HEAD_ROWS + 1)) if 1 <= row <= grid.rows)


def _cell(
    grid: Grid,
    row: int,
    column: int,
    at: Mapping[tuple[int, int], Sequence[Remark]],
    numbers: Mapping[int, int],
) -> str:
    cell = grid.at(row, column)
    if cell is not None and (cell.row, cell.column) != (row, column):
        return ""
    remarks = at.get((row, column), ())
    text = _text(cell.text) if cell is not None else ""
    for remark in remarks:
        text = _mark(text, remark, numbers)
    return f"<td{_attributes(cell)}>{text}</td>"


def _attributes(cell: Cell | None) -> str:
    if cell is None:
        return ""
    said = f' rowspan="{cell.height}"' if cell.height > 1 else ""
    said += f' colspan="{cell.width}"' if cell.width > 1 else ""
    looks = [look for look, has in (("number", cell.number is not None), ("unseen", cell.hidden)) if has]
    return f'{said} class="{" ".join(looks)}"' if looks else said


def _mark(text: str, remark: Remark, numbers: Mapping[int, int]) -> str:
    number = numbers[id(remark)]
    return (
        f'<mark id="p{number}" class="{remark.severity.value}" title="{_text(remark.note)}">{text}'
        f'<sup><a href="#n{number}">{number}</a></sup></mark>'
    )


def _text(text: str) -> str:
    return escape(visible(text))
