"""Grids and papers from lines of text, for the tests of tables and of the audit."""

from collections.abc import Iterable

from danvankheo.office.address import Address
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.paper import Block, Paper, PaperKind, Paragraph
from danvankheo.office.tables.reading import TableReading, read_table

Merge = tuple[int, int, int, int]
"""First row and column of a merged cell, how many rows and how many columns it takes."""


def grid_of(text: str, *, merges: Iterable[Merge] = (), file: str = "bieu.docx", number: int = 1) -> Grid:
    """Return a grid of lines with "|" between the cells; a merged one may be empty."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    spans = {(row, column): (height, width) for row, column, height, width in merges}
    cells = []
    for row, line in enumerate(lines, 1):
        for column, cell in enumerate(line, 1):
            if cell or (row, column) in spans:
                height, width = spans.get((row, column), (1, 1))
                cells.append(Cell(row=row, column=column, text=cell, height=height, width=width))
    columns = max(map(len, lines))
    return Grid(address=Address(file, table=number), rows=len(lines), columns=columns, cells=tuple(cells))


def paper_of(*blocks: str | Grid, file: str = "bieu.docx") -> Paper:
    """Return a paper of paragraphs and tables."""
    found: list[Block] = []
    paragraphs = tables = 0
    for position, block in enumerate(blocks):
        if isinstance(block, str):
            paragraphs += 1
            address = Address(file, position=position, paragraph=paragraphs)
            found.append(Paragraph(address=address, text=block))
        else:
            tables += 1
            address = Address(file, position=position, table=tables)
            found.append(Grid(address=address, rows=block.rows, columns=block.columns, cells=block.cells))
    return Paper(file=file, kind=PaperKind.WORD, blocks=tuple(found))


def table_of(text: str, *, merges: Iterable[Merge] = (), captions: tuple[str, ...] = ()) -> TableReading:
    """Return what the one table of a text means."""
    (table,) = read_table(grid_of(text, merges=merges), captions=captions)
    return table
