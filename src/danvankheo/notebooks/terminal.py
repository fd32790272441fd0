"""Reports and tables as what rich draws; brackets in names are text, not markup."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs
from rich import box
from rich.cells import cell_len
from rich.columns import Columns
from rich.console import Console, ConsoleOptions, Group, JustifyMethod, RenderableType
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from danvankheo.formatting.phrases import UNKNOWN
from danvankheo.printing import visible
from danvankheo.reporting.blocks import Block, ChartBlock, Document, Items, Note, Prose, Signature, Title
from danvankheo.reporting.figure_table import FigureTable


def phrase(text: str, style: str = "") -> Text:
    """Return text that is only text, and that a terminal only shows."""
    return Text(visible(text), style=style)


def whole(document: Document) -> Group:
    """Return a report: its title and its blocks."""
    lines: list[RenderableType] = [phrase(document.title, style="bold")]
    lines += [phrase(document.subtitle)] if document.subtitle else []
    return Group(*lines, *(drawn for block in document.blocks for drawn in _block(block)))


def _block(block: Block) -> Iterator[RenderableType]:
    match block:
        case Title(text):
            yield from (Text(), phrase(text, style="bold underline"))
        case Prose(text):
            yield phrase(text)
        case Items(items):
            yield from (Padding(phrase(f"– {item}"), (0, 0, 0, 2)) for item in items)
        case FigureTable():
            yield grid(block)
        case ChartBlock():
            yield from (phrase(block.title, style="bold"), phrase(block.alt))
        case Note():
            yield phrase(block.shown, style="dim")
        case Signature(signers):
            yield Columns(
                (phrase("\n".join(filter(None, signer.lines))) for signer in signers), expand=True, equal=True
            )


def grid(table: FigureTable) -> "Fitted":
    """Return a table, which is drawn as wide as its console lets it."""
    return Fitted(table)


@attrs.frozen
class Fitted:
    """A table in which no number and no word is broken over two lines.

    Cells go on in the next line between words. Where even so it does not fit, figures go on in a second
    table below, with the first column again; of a table of words each row is a list of what its columns
    hold.
    """

    table: FigureTable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """Yield what fits."""

        def room_of(table: FigureTable) -> int:
            around = Measurement.get(console, options, _drawn(table, [1] * len(table.head))).minimum
            return options.max_width - around + len(table.head)

        parts = _parts(self.table, lambda part: sum(_easy(part)) <= room_of(part))
        drawn = [(part, _widths(part, room_of(part))) for part in parts]
        if any(its is None for _, its in drawn):
            yield self._listed()
        else:
            yield from (_drawn(part, its or []) for part, its in drawn)

    def _listed(self) -> Text:
        head, *rows = _visible(self.table)
        listed = (
            "\n".join(
                f"{title}: {cell}" for title, cell in zip(head, row, strict=True) if cell and cell != UNKNOWN
            )
            for row in rows
        )
        return Text("\n\n".join(listed) + "\n", overflow="fold")


def _visible(table: FigureTable) -> list[tuple[str, ...]]:
    """Return the head and the rows, with nothing that a terminal would obey."""
    return [tuple(map(visible, row)) for row in (table.head, *table.rows)]


def _drawn(table: FigureTable, widths: Sequence[int]) -> Grid:
    drawn = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    head, *rows = _visible(table)
    for column, (title, width) in enumerate(zip(head, widths, strict=True)):
        # A word that is longer than any column may be goes on too: a cut figure would be a wrong one.
        justify: JustifyMethod = "right" if column in table.numeric else "left"
        drawn.add_column(Text(title), justify=justify, overflow="fold", width=width)
    for at, row in enumerate(rows):
        style = "bold" if table.is_total(at) else ""
        # A blank before a word would break it.
        drawn.add_row(*(Text(cell.strip()) for cell in row), style=style)
    return drawn


def _parts(table: FigureTable, fits: Callable[[FigureTable], bool]) -> list[FigureTable]:
    """Return a table of figures in parts that fit, each with the first column; any other in one."""
    rest = [*range(1, len(table.head))]
    if fits(table) or 0 in table.numeric or len(table.numeric) < len(rest) - 1:
        return [table]
    parts: list[list[int]] = []
    for column in rest:
        if parts and fits(table.chosen([0, *parts[-1], column])):
            parts[-1].append(column)
        else:
            parts.append([column])
    return [table.chosen([0, *part]) for part in parts]


def _widths(table: FigureTable, room: int) -> list[int] | None:
    """Return how wide each column is so that all have room; None if they have none.

    The widest gives way first: heads of figures, then columns of text until they are narrow, then
    figures down to their longest word, then text too.
    """
    columns = [[title, *cells] for title, *cells in zip(*_visible(table), strict=True)]
    widths = [max(map(cell_len, cells)) for cells in columns]
    words = [max((cell_len(word) for cell in cells for word in cell.split()), default=1) for cells in columns]
    figures = [at in table.numeric for at in range(len(columns))]
    least = [
        word if figure else min(word, _LONGEST_WORD) for word, figure in zip(words, figures, strict=True)
    ]
    if sum(least) > room:
        return None
    narrow = [max(word, _NARROW) for word in least]
    easy = _easy(table)
    for giving, floors in ((True, easy), (False, narrow), (True, least), (False, least)):
        while sum(widths) > room:
            wide = [at for at, figure in enumerate(figures) if figure is giving and widths[at] > floors[at]]
            if not wide:
                break
            widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _easy(table: FigureTable) -> list[int]:
    """Return how wide columns are so that no cell of figures is broken, and heads not often."""
    found = []
    for at, (title, *cells) in enumerate(zip(*_visible(table), strict=True)):
        word = max((cell_len(word) for word in title.split()), default=1)
        longest = max(map(cell_len, cells), default=1)
        head = max(word, min(cell_len(title), _NARROW))
        found.append(max(longest, head) if at in table.numeric else max(word, min(longest, _LONGEST_NAME)))
    return found


_LONGEST_WORD: Final = 32
"""Columns of text may break longer words, such as addresses."""

_LONGEST_NAME: Final = 26
"""Names of rows that stay on one line where a table of figures is drawn in parts."""

_NARROW: Final = 12
"""Columns of text of which one can still read the lines."""
