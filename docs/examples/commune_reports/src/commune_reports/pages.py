"""How does the report look as Markdown and as HTML?"""

import re
from html import escape

from commune_reports.report import Report, Section


def to_markdown(report: Report) -> str:
    """Return the report as Markdown; what a name contains stays text."""
    blocks = [f"# {_plain(report.title)}"]
    for section in report.sections:
        blocks.append(f"## {_plain(section.title)}")
        blocks += ["\n".join(f"- {_plain(line)}" for line in section.lines)] if section.lines else []
        blocks += [_markdown_table(section)] if section.rows else []
    return "\n\n".join(blocks) + "\n"


def _markdown_table(section: Section) -> str:
    head, *rows = (f"| {' | '.join(map(_plain, row))} |" for row in (section.head, *section.rows))
    return "\n".join([head, "| --- " * len(section.head) + "|", *rows])


def _plain(text: str) -> str:
    """Return a text on one line, with a backslash before what Markdown would take for a sign of its own."""
    signs = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d*)([-+=.)])(?!\d)", r"\1\\\2", signs)  # "- a", "1. a", "---" at the beginning


def to_html(report: Report) -> str:
    """Return the report as one page without scripts."""
    body = [f"<h1>{escape(report.title)}</h1>"]
    for section in report.sections:
        body.append(f"<h2>{escape(section.title)}</h2>")
        body += [f"<p>{escape(line)}</p>" for line in section.lines]
        rows = [_cells("th", section.head), *(_cells("td", row) for row in section.rows)]
        body += ["<table>", *rows, "</table>"] if section.rows else []
    head = f'<meta charset="utf-8"><title>{escape(report.title)}</title>'
    top = f'<!doctype html>\n<html lang="vi"><head>{head}</head><body>'
    return "\n".join([top, *body, "</body></html>"]) + "\n"


def _cells(tag: str, row: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>"
