"""Reports for the terminal, drawn by rich."""

import sys
from collections.abc import Sequence
from io import StringIO
from typing import Final

from rich.console import Console
from rich.text import Text

from danvankheo.notebooks.terminal import grid, whole
from danvankheo.printing import printable
from danvankheo.reporting.blocks import Document
from danvankheo.reporting.of_facts import ScannedText, stretches, table_of_facts

_WIDTH_OF_A_FILE: Final = 120


def to_terminal(report: Document) -> str:
    """Return a report as the terminal shows it; brackets in names are text, not markup.

    In a pipe or a file there are no colours, and lines are 120 wide.
    """
    console, buffer = _paper()
    console.print(whole(report))
    return _printed(buffer)


def facts_to_terminal(texts: Sequence[ScannedText]) -> str:
    """Return texts with their figures marked, each with the table of its facts below it.

    In a pipe or a file figures stand between ⟦ and ⟧; in a terminal they are in colour.

    Args:
        texts: the texts.
    """
    console, buffer = _paper()
    for name, text, facts, place, figures in texts:
        if len(texts) > 1:
            console.print(Text(printable(name), style="bold underline"))
        marked = Text()
        for told, fact in stretches(text, facts):
            shown = _visible(told)
            if fact is None:
                marked.append(shown)
            else:
                marked.append(shown if console.is_terminal else f"⟦{shown}⟧", style="bold cyan")
        console.print(marked, soft_wrap=not console.is_terminal)
        if facts or figures is None:
            console.print(grid(table_of_facts(facts, place)) if facts else Text("Không thấy số liệu nào."))
        if figures is not None:
            console.print(grid(figures))
    return _printed(buffer)


def _visible(text: str) -> str:
    """Return text that a terminal only shows: lines stay, what it would obey is escaped."""
    return "\n".join(printable(line) for line in text.split("\n"))


def _paper() -> tuple[Console, StringIO]:
    """Return a console that writes into a text as the terminal would show it."""
    shows = sys.stdout is not None and sys.stdout.isatty()
    buffer = StringIO()
    width = None if shows else _WIDTH_OF_A_FILE
    return Console(file=buffer, highlight=False, force_terminal=shows, width=width), buffer


def _printed(buffer: StringIO) -> str:
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n")).rstrip("\n") + "\n"
