"""Reports and tables as what rich draws; brackets in names are text, not markup."""

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from danvankheo.reporting.report import Report, TextTable


def phrase(text: str) -> Text:
    """Return text that is only text."""
    return Text(text)


def whole(report: Report) -> Group:
    """Return a report: its title, its text, its sections."""
    lines: list[RenderableType] = [Text(report.title, style="bold")]
    lines += (Text(text) for text in (report.subtitle, report.text) if text)
    for section in report.sections:
        lines += (Text(), Text(section.title, style="bold underline"))
        if section.text:
            lines.append(Text(section.text))
        lines += (Padding(Text(f"– {item}"), (0, 0, 0, 2)) for item in section.items)
        if section.table:
            lines.append(grid(section.table))
    return Group(*lines)


def grid(table: TextTable) -> Grid:
    """Return a table."""
    drawn = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, title in enumerate(table.head):
        # Digits that do not fit go to the next line: a cut figure would be a wrong one.
        justify = "right" if column in table.numeric else "left"
        drawn.add_column(Text(title), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in table.rows:
        drawn.add_row(*(Text(cell) for cell in row))
    return drawn
