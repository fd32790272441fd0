"""Reports as Markdown and as HTML; whatever a name contains stays text in both."""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Final, TypeAlias

from danvankheo.checking import check_type
from danvankheo.printing import visible
from danvankheo.reporting.blocks import (
    Block,
    ChartBlock,
    Document,
    Items,
    Note,
    Prose,
    Signature,
    Signer,
    Title,
)
from danvankheo.reporting.figure_table import FigureTable

_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST_MARK: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=[-\s=]|$)")
_SCREEN: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left;"
    "vertical-align:top}.n{text-align:right}td.n{white-space:nowrap}.t td{font-weight:bold}"
    ".w{overflow-x:auto}.note{color:#444;font-size:.9em}figure{margin:1em 0}figure svg,figure img"
    "{max-width:100%;height:auto}.s{width:100%;margin-top:2em}.s td{border:0;text-align:center}"
)
# A4 with the margins of Decree 30/2020/NĐ-CP, appendix I, part I, section I, no. 3.
_PAPER: Final = (
    "@page{size:A4;margin:20mm 15mm 20mm 30mm}@media print{body{font:13pt/1.3 'Times New Roman',"
    "serif;max-width:none;margin:0;padding:0}h1,h2,h3{break-after:avoid}thead{display:table-header-group}"
    "tr,figure,.s{break-inside:avoid}table{width:100%;font-size:12pt}td,th{border-color:#000}"
    "td.n{white-space:normal}.w{overflow:visible}a{color:inherit;text-decoration:none}}"
)
STYLE: Final = _SCREEN + _PAPER

Picture: TypeAlias = Callable[[ChartBlock], str]
"""What draws a chart as SVG, for pages of HTML."""


_TOTAL: Final = ' class="t"'


def to_markdown(document: Document) -> str:
    r"""Return a report as Markdown, tables in the pipe form.

    >>> print(to_markdown(Document(title="Phong trào *Dân vận khéo*")))
    # Phong trào \*Dân vận khéo\*
    <BLANKLINE>
    """
    check_type(document, Document, "to_markdown")
    blocks = [f"# {_md(document.title)}", _md(document.subtitle) if document.subtitle else ""]
    blocks += map(_md_block, document.blocks)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _md_block(block: Block) -> str:
    match block:
        case Title(text):
            return f"## {_md(text)}"
        case Prose(text):
            return _md(text)
        case Items(items):
            return "\n".join(f"- {_md(item)}" for item in items)
        case FigureTable():
            return _md_table(block)
        case ChartBlock():
            return f"**{_md(block.title)}**\n\n{_md(block.alt)}"
        case Note():
            return _md(block.shown)
        case Signature(signers):
            return "\n\n".join(_md(", ".join(filter(None, signer.lines))) for signer in signers)


def to_html(document: Document, *, picture: Picture | None = None) -> str:
    """Return a report as one HTML page without scripts or outside parts, which prints on A4.

    Args:
        document: the report.
        picture: what draws its charts as SVG; without it a chart is what it says in words.

    >>> "<h1>A &lt; B</h1>" in to_html(Document(title="A < B"))
    True
    """
    check_type(document, Document, "to_html")
    body = html_body(document, picture=picture)
    return page(document.title, [f"<h1>{html_text(document.title)}</h1>", *body])


def html_body(document: Document, *, level: int = 2, picture: Picture | None = None) -> list[str]:
    """Return what stands below the title of a report as lines of HTML.

    Args:
        document: the report.
        level: of which level the headings of its sections are.
        picture: what draws its charts as SVG.
    """
    body = [f"<p>{html_text(document.subtitle)}</p>"] if document.subtitle else []
    return [*body, *(line for block in document.blocks for line in _html_block(block, level, picture))]


def _html_block(block: Block, level: int, picture: Picture | None) -> list[str]:
    match block:
        case Title(text):
            return [f"<h{level}>{html_text(text)}</h{level}>"]
        case Prose(text):
            return [f"<p>{html_text(text)}</p>"]
        case Items(items):
            return ["<ul>", *(f"<li>{html_text(item)}</li>" for item in items), "</ul>"]
        case FigureTable():
            return html_table(block)
        case ChartBlock():
            drawn = [picture(block)] if picture else [f"<p>{html_text(block.alt)}</p>"]
            return ["<figure>", *drawn, f"<figcaption>{html_text(block.title)}</figcaption>", "</figure>"]
        case Note():
            return [f'<p class="note">{html_text(block.shown)}</p>']
        case Signature(signers):
            return [f'<table class="s"><tr>{"".join(map(_html_signer, signers))}</tr></table>']


def _html_signer(signer: Signer) -> str:
    capacity, post, name = map(html_text, signer.lines)
    lines = (*(f"<b>{line}</b>" for line in (capacity, post) if line), "", "", f"<b>{name}</b>")
    return f"<td>{'<br>'.join(lines)}</td>"


def page(title: str, body: Sequence[str], *, style: str = STYLE) -> str:
    """Return one HTML page of a title and of lines that are HTML already."""
    head = (
        f'<meta charset="utf-8"><title>{html_text(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style}</style>'
    )
    lines = ["<!doctype html>", f'<html lang="vi"><head>{head}</head><body>', *body, "</body></html>"]
    return "\n".join(lines) + "\n"


def html_text(text: str) -> str:
    r"""Return text as HTML shows it: no tag, no control character, nothing that turns it round.

    >>> html_text("A < B\u202e")
    'A &lt; B\\u202e'
    """
    return escape(visible(text))


def _md(text: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", visible(" ".join(text.split())))
    return _LIST_MARK.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", escaped)


def _md_table(table: FigureTable) -> str:
    rule = ["---:" if column in table.numeric else "---" for column in range(len(table.head))]
    rows = ([_md_cell(cell, bold=table.is_total(at)) for cell in row] for at, row in enumerate(table.rows))
    lines = [[_md(cell) for cell in table.head], rule, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _md_cell(cell: str, *, bold: bool) -> str:
    return f"**{_md(cell)}**" if bold and cell.strip() else _md(cell)


def html_table(table: FigureTable) -> list[str]:
    """Return a table as lines of HTML."""

    def cells(row: tuple[str, ...], tag: str) -> str:
        marks = ((' class="n"' if column in table.numeric else "") for column in range(len(row)))
        marked = zip(row, marks, strict=True)
        return "".join(f"<{tag}{mark}>{html_text(cell)}</{tag}>" for cell, mark in marked)

    rows = (
        f"<tr{_TOTAL if table.is_total(at) else ''}>{cells(row, 'td')}</tr>"
        for at, row in enumerate(table.rows)
    )
    # A table that is wider than a phone scrolls by itself.
    head = f"<thead><tr>{cells(table.head, 'th')}</tr></thead>"
    return ['<div class="w"><table>', head, "<tbody>", *rows, "</tbody>", "</table></div>"]
