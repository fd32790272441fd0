"""The rows of a CSV file as they stand in it: the heads, and whether each row has a cell for every head.

Polars fills short rows up with nulls and says nothing, so that a file that was cut off would be added up
as if it were whole. Here rows are counted, as RFC 4180 has them, before Polars sees the file.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from danvankheo.bilingual import Words
from danvankheo.errors import DocumentError, problem_at
from danvankheo.reasons import Reason

_LINES_SHOWN: Final = 5


class CsvText(NamedTuple):
    """A CSV file: where it is, and what it holds in UTF-8 where the file itself is in another encoding."""

    path: Path
    content: bytes | None = None

    def opened(self) -> TextIO:
        """Return its lines."""
        if self.content is None:
            return self.path.open(encoding="utf-8-sig", newline="\n")
        return io.TextIOWrapper(io.BytesIO(self.content), encoding="utf-8-sig", newline="\n")


def heads_of(text: CsvText, separator: str) -> list[str]:
    """Return the first row of a CSV file; nothing of an empty file.

    Raises:
        DocumentError: no UTF-8, no CSV, or lines that a carriage return alone ends.
    """
    with _lines_of(text) as lines:
        first = next(iter(lines), "")
        if "\r" in first and not first.endswith("\n"):
            raise _invalid(text, Reason.LINE_ENDS, "CR")
        rows = csv.reader(_ended_by_line_feeds(chain([first], lines)), delimiter=separator)
        return next(rows, [])


def check_rows(text: CsvText, separator: str, width: int) -> None:
    """Check that every row of a CSV file has as many cells as there are heads.

    The file is read as a stream. An empty line is a row of one empty cell.

    Args:
        text: the file.
        separator: what stands between cells.
        width: how many heads there are.

    Raises:
        DocumentError: rows with fewer or more cells, by the lines of the file that they begin in.
    """
    lines: list[str] = []
    more = 0
    with _lines_of(text) as file:
        rows = csv.reader(_ended_by_line_feeds(file), delimiter=separator, strict=True)
        begins = 1
        for cells in rows:
            if len(cells) != width and (cells or width != 1):
                if len(lines) < _LINES_SHOWN:
                    lines.append(f"{begins} ({len(cells)}/{width})")
                else:
                    more += 1
            begins = rows.line_num + 1
    if lines:
        shown = ", ".join(lines)
        english, vietnamese = (f" and {more} more", f" và {more} dòng nữa") if more else ("", "")
        word = "line" if len(lines) == 1 else "lines"
        raise _invalid(text, Reason.CSV, Words(f"dòng {shown}{vietnamese}", f"{word} {shown}{english}"))


@contextmanager
def _lines_of(text: CsvText) -> Iterator[Iterable[str]]:
    """Give the lines of a CSV file; what is wrong with them is an error about the file."""
    try:
        with text.opened() as file:
            yield file
    except UnicodeDecodeError as error:
        raise _invalid(text, Reason.UTF8, f"byte {error.start}") from None
    except csv.Error as error:
        raise _invalid(text, Reason.CSV, str(error)) from None


def _ended_by_line_feeds(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines in which nothing but a line feed ends a row, as Polars reads them."""
    for line in lines:
        yield line.rstrip("\r\n").replace("\r", " ") + "\n" if "\r" in line else line


def _invalid(text: CsvText, reason: Reason, got: str | Words) -> DocumentError:
    return DocumentError((problem_at(text.path.name, reason, got),))
