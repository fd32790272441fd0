"""Papers of Office on the command line: which files are some, reading them, and what their tables hold."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import click

from danvankheo.cli.inputs import STANDARD_INPUT
from danvankheo.domain.numbers import decimals_of
from danvankheo.extras import missing_vi
from danvankheo.office.source import PLAIN_SUFFIXES, SUFFIXES
from danvankheo.printing import printable, visible
from danvankheo.reporting.figure_table import FigureTable

if TYPE_CHECKING:
    from danvankheo.office.paper import Paper
    from danvankheo.office.tables.figures import TableFigure
    from danvankheo.office.tables.reading import TableReading

PAPER_SUFFIXES: Final = SUFFIXES - PLAIN_SUFFIXES
"""What the names of papers end in that are no plain text."""

PAPERS: Final = SUFFIXES
"""What the names of papers and of plain texts end in."""

_STARTS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")
_HEAD: Final = ("Trong bảng", "Giá trị", "Về", "Cột", "Vị trí")


class UnreadPaperError(Exception):
    """A file that cannot be read as a paper; the text is why, without the name of the file."""


def is_paper(name: str) -> bool:
    """Return whether a name is that of a paper or a plain text."""
    return name != STANDARD_INPUT and PurePath(name).suffix.lower() in PAPERS


def looks_like_a_paper(name: str, content: bytes) -> bool:
    """Return whether a file is a paper: by its name, or by how it begins."""
    if name != STANDARD_INPUT and PurePath(name).suffix.lower() in PAPER_SUFFIXES:
        return True
    return content.startswith(_STARTS)


def paper_of(name: str, content: bytes, *, whole_path: bool = False) -> "Paper":
    """Return the paper that a file holds, and print what to know of how it was read.

    Args:
        name: the file, as the call names it.
        content: what it holds.
        whole_path: whether addresses are to name its path, as where two files are called alike.

    Raises:
        UnreadPaperError: it cannot be read.
    """
    from danvankheo.office.failures import UnreadableFileError  # noqa: PLC0415
    from danvankheo.office.reader import read_bytes  # noqa: PLC0415

    try:
        path = PurePath("stdin" if name == STANDARD_INPUT else name)
        paper = read_bytes(content, path.as_posix() if whole_path else path.name)
    except ModuleNotFoundError as error:
        raise UnreadPaperError(missing_vi(error.name, "office")) from None
    except UnreadableFileError as error:
        raise UnreadPaperError(error.why_vietnamese) from None
    for notice in paper.notices:
        click.echo(printable(notice.vietnamese), err=True)
    return paper


def figures_of(paper: "Paper") -> "list[tuple[TableReading, TableFigure]]":
    """Return the figures of the tables of a paper that are not hidden."""
    from danvankheo.office.tables.reading import read_tables  # noqa: PLC0415

    return [
        (reading, figure) for reading in read_tables(paper) for figure in reading.figures if not figure.hidden
    ]


def table_of_figures(figures: "Sequence[tuple[TableReading, TableFigure]]") -> FigureTable | None:
    """Return the figures of tables as a table; None where there are none."""
    rows = tuple(
        (
            visible(" ".join(figure.text.split())),
            _value(figure),
            visible(_about(reading, figure)),
            visible(reading.column(figure.column).name),
            visible(figure.address.without_file().vietnamese),
        )
        for reading, figure in figures
    )
    return FigureTable.of_texts(_HEAD, rows) if rows else None


def figure_data(figures: "Iterable[tuple[TableReading, TableFigure]]") -> list[dict[str, object]]:
    """Return the figures of tables as plain data."""
    return [
        {
            "at": figure.address.block,
            "row": figure.address.row,
            "column": figure.address.column,
            "cell": figure.address.cell,
            "text": figure.text,
            "value": f"{figure.amount:f}",
            "unit": figure.unit.label if figure.unit is not None else None,
            "approx": None if figure.approximation.value == "exactly" else figure.approximation.value,
            "about": _about(reading, figure) or None,
            "head": list(reading.column(figure.column).path),
        }
        for reading, figure in figures
    ]


def _about(reading: "TableReading", figure: "TableFigure") -> str:
    return next((row.label for row in reading.rows if row.at == figure.row), "")


def _value(figure: "TableFigure") -> str:
    from danvankheo.formatting.numbers import format_number  # noqa: PLC0415
    from danvankheo.formatting.quantities import unit_suffix  # noqa: PLC0415

    number = format_number(figure.amount, decimals=decimals_of(figure.amount))
    return number + (unit_suffix(figure.unit) if figure.unit is not None else "")
