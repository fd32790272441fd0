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
    lines = [section.head, ("---",) * len(section.head), *section.rows]
    return "\n".join(f"| {' | '.join(map(_plain, line))} |" for line in lines)


def _plain(text: str) -> str:
    return text if text == "---" else re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(text.split()))


def to_html(report: Report) -> str:
    """Return the report as one page without scripts."""
    body = [f"<h1>{escape(report.title)}</h1>"]
    for section in report.sections:
        body.append(f"<h2>{escape(section.title)}</h2>")
        body += [f"<p>{escape(line)}</p>" for line in section.lines]
        if section.rows:
            body += [
                "<table>",
                _cells("th", section.head),
                *(_cells("td", row) for row in section.rows),
                "</table>",
            ]
    head = f'<meta charset="utf-8"><title>{escape(report.title)}</title>'
    return (
        "\n".join(["<!doctype html>", f'<html lang="vi"><head>{head}</head><body>', *body, "</body></html>"])
        + "\n"
    )


def _cells(tag: str, row: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>"
