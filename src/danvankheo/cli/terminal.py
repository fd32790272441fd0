"""Reports for the terminal, drawn by rich."""

import sys
from io import StringIO
from typing import Final

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from danvankheo.reporting.report import Report, Table

_WIDTH_OF_A_FILE: Final = 120


def to_terminal(report: Report) -> str:
    """Return a report as the terminal shows it; brackets in names are text, not markup.

    In a pipe or a file there are no colours, and lines are 120 wide.
    """
    shows = sys.stdout is not None and sys.stdout.isatty()
    buffer = StringIO()
    console = Console(
        file=buffer,
        highlight=False,
        force_terminal=shows,
        width=None if shows else _WIDTH_OF_A_FILE,
    )
    console.print(Text(report.title, style="bold"))
    for text in (report.subtitle, report.text):
        if text:
            console.print(Text(text))
    for section in report.sections:
        console.print()
        console.print(Text(section.title, style="bold underline"))
        if section.text:
            console.print(Text(section.text))
        for item in section.items:
            console.print(Padding(Text(f"– {item}"), (0, 0, 0, 2)))
        if section.table:
            console.print(_grid(section.table))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, title in enumerate(table.head):
        # Digits that do not fit go to the next line: a cut figure would be a wrong one.
        justify = "right" if column in table.numeric else "left"
        grid.add_column(Text(title), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid
