"""Reports in the terminal, drawn by rich."""

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from danvankheo.reporting.report import Report, Table


def print_report(report: Report) -> None:
    """Print a report; brackets in names are text, not markup."""
    console = Console(highlight=False)
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


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, title in enumerate(table.head):
        grid.add_column(Text(title), justify="right" if column in table.numeric else "left")
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid
