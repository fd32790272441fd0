"""Reports as Markdown and as HTML; whatever a name contains stays text in both."""

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from danvankheo.printing import visible
from danvankheo.reporting.report import Report, TextTable

_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST_MARK: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=[-\s=]|$)")
STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left;"
    "vertical-align:top}.n{text-align:right}td.n{white-space:nowrap}.t td{font-weight:bold}"
    ".w{overflow-x:auto}"
)


_TOTAL: Final = ' class="t"'


def to_markdown(report: Report) -> str:
    r"""Return a report as Markdown, tables in the pipe form.

    >>> print(to_markdown(Report(title="Phong trào *Dân vận khéo*")))
    # Phong trào \*Dân vận khéo\*
    <BLANKLINE>
    """
    blocks = [f"# {_md(report.title)}"]
    blocks += [_md(text) for text in (report.subtitle, report.text) if text]
    for section in report.sections:
        blocks.append(f"## {_md(section.title)}")
        if section.text:
            blocks.append(_md(section.text))
        if section.items:
            blocks.append("\n".join(f"- {_md(item)}" for item in section.items))
        if section.table:
            blocks.append(_md_table(section.table))
    return "\n\n".join(blocks) + "\n"


def to_html(report: Report) -> str:
    """Return a report as one HTML page without scripts or outside parts.

    >>> "<h1>A &lt; B</h1>" in to_html(Report(title="A < B"))
    True
    """
    return page(report.title, [f"<h1>{html_text(report.title)}</h1>", *html_body(report)])


def html_body(report: Report, *, level: int = 2) -> list[str]:
    """Return what stands below the title of a report as lines of HTML.

    Args:
        report: the report.
        level: of which level the headings of its sections are.
    """
    body = [f"<p>{html_text(text)}</p>" for text in (report.subtitle, report.text) if text]
    for section in report.sections:
        body.append(f"<h{level}>{html_text(section.title)}</h{level}>")
        if section.text:
            body.append(f"<p>{html_text(section.text)}</p>")
        if section.items:
            body += ["<ul>", *(f"<li>{html_text(item)}</li>" for item in section.items), "</ul>"]
        if section.table:
            body += html_table(section.table)
    return body


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


def _md_table(table: TextTable) -> str:
    rule = ["---:" if column in table.numeric else "---" for column in range(len(table.head))]
    rows = ([_md_cell(cell, bold=table.is_total(at)) for cell in row] for at, row in enumerate(table.rows))
    lines = [[_md(cell) for cell in table.head], rule, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _md_cell(cell: str, *, bold: bool) -> str:
    return f"**{_md(cell)}**" if bold and cell.strip() else _md(cell)


def html_table(table: TextTable) -> list[str]:
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
    return ['<div class="w"><table>', f"<tr>{cells(table.head, 'th')}</tr>", *rows, "</table></div>"]
