"""How far the cells of a sheet reach, read from its XML before any reader makes room for them.

A reader of workbooks holds the whole rectangle from the first cell to the last, and one cell at the far
end of a small file asks for billions. Here the sheet is read as a stream: memory stays small
whatever the file says, and what reaches too far is turned away by name.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from danvankheo.errors import DocumentError, Problem
from danvankheo.printing import shown
from danvankheo.reasons import Reason

MOST_CELLS: Final = 20 * 2**20
"""Cells of the rectangle that a sheet fills: twenty columns of as many rows as a sheet has."""

FEW_CELLS: Final = 2**20
"""A rectangle of no more cells may be as empty as it likes."""

EMPTY_FOR_ONE: Final = 100
"""In a larger rectangle at least one cell of so many is filled: rows of a table are not empty."""

LAST_ROW: Final = 2**20
LAST_COLUMN: Final = 2**14

_Attributes = dict[str, str]
_REFERENCE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_CHUNK: Final = 2**16
# Below this, one tag or comment; the parser holds it whole, and looks at it again with every chunk.
_LONGEST_TAG: Final = 2**20
# A cell as all known programs write it, with its place; or any other, under whatever prefix.
_CELL: Final = re.compile(
    rb'<(?:c r="([A-Z]{1,3})([0-9]{1,7})"(?: [a-z]+="[^"<>]*")*/?>|(?:[^\s<>/:]*:)?c[\s/>])'
)
_CONTENTS: Final = frozenset({"v", "is", "f"})


def check_extent(path: Path, sheet: str, *, most: int = MOST_CELLS) -> None:
    """Check that the cells of a sheet of a workbook fill a rectangle that can be held in memory.

    Cells without contents, which have a format alone, do not count.

    Args:
        path: the workbook.
        sheet: the name of the sheet.
        most: how many cells the rectangle may have.

    Raises:
        DocumentError: no workbook, or a cell too far away; it names the sheet and the cell.
    """
    try:
        with ZipFile(path) as book:
            for part in parts_of_sheet(book, sheet):
                if not _is_plainly_small(book, part, most):
                    _Extent(sheet, most).read(book, part)
    except (BadZipFile, zlib.error, expat.ExpatError, EOFError, NotImplementedError, RuntimeError) as error:
        raise DocumentError((Problem(path.name, Reason.WORKBOOK, shown(str(error))),)) from None


class _Extent:
    """The rectangle that the cells of a sheet fill, so far."""

    def __init__(self, sheet: str, most: int) -> None:
        self._sheet, self._most = sheet, most
        self._row = self._column = 0  # of the cell that is being read
        self._empty = False  # whether that cell has shown no contents yet
        self._filled = 0
        self._rows, self._columns = (LAST_ROW, 0), (LAST_COLUMN, 0)

    def read(self, book: ZipFile, part: ZipInfo) -> None:
        """Read a sheet to its end, or to a cell that is too far away."""
        stream(book, part, self._begin)
        self._check(min(self._most, _most_for(self._filled)))

    def _begin(self, name: str, attributes: _Attributes) -> None:
        tag = local_name(name) if ":" in name else name
        if tag == "c":
            self._at(attributes.get("r"))
        elif tag in _CONTENTS:
            if self._empty:
                self._fill()
        elif tag == "row":
            self._line(attributes.get("r"))

    def _line(self, reference: str | None) -> None:
        """Go to a row: the one that it says, else the next."""
        self._row, self._column = self._row + 1, 0
        if reference is not None:
            if not re.fullmatch("[0-9]{1,7}", reference):
                raise self._too_far(f"row {reference}", self._most)
            self._row = int(reference)

    def _at(self, reference: str | None) -> None:
        """Go to a cell: the one that it says, else the next."""
        self._empty = True
        if reference is None:
            self._column += 1
        else:
            found = _REFERENCE.fullmatch(reference)
            if found is None:
                raise self._too_far(reference, self._most)
            letters, digits = found.groups()
            self._row, self._column = int(digits), column_number(letters)
        if not (0 < self._row <= LAST_ROW and 0 < self._column <= LAST_COLUMN):
            raise self._too_far(reference or f"row {self._row}, column {self._column}", self._most)

    def _fill(self) -> None:
        """Count the cell that is being read, which has contents."""
        self._empty = False
        self._filled += 1
        row, column = self._row, self._column
        (top, bottom), (left, right) = self._rows, self._columns
        if not (top <= row <= bottom and left <= column <= right):
            self._rows = min(top, row), max(bottom, row)
            self._columns = min(left, column), max(right, column)
            self._check(self._most)

    def _check(self, most: int) -> None:
        (top, bottom), (left, right) = self._rows, self._columns
        if self._filled and (bottom - top + 1) * (right - left + 1) > most:
            raise self._too_far(f"{_letters(right)}{bottom}", most)

    def _too_far(self, cell: str, most: int) -> DocumentError:
        return DocumentError((Problem(self._sheet, Reason.SHEET_CELLS, shown(cell), {"most": str(most)}),))


def _is_plainly_small(book: ZipFile, part: ZipInfo, most: int) -> bool:
    """Return whether a sheet of plain cells is small enough, at a fraction of the time of a parser.

    Counts cells that are empty or in a comment too: what is not plainly small is looked at closely.
    """
    letters: set[bytes] = set()
    rows: set[bytes] = set()
    filled, rest = 0, b""
    with book.open(part) as file:
        while chunk := file.read(_CHUNK):
            text, mark, rest = (rest + chunk).rpartition(b"<")
            rest = mark + rest
            if len(rest) > _LONGEST_TAG:
                return False
            for column, row in _CELL.findall(text):
                letters.add(column)
                rows.add(row)
            filled += text.count(b"<v>") + text.count(b"<is>")
    if not letters or b"" in letters or _CELL.search(rest):
        return False
    columns, numbers = [column_number(column.decode()) for column in letters], [*map(int, rows)]
    inside = min(numbers) > 0 and max(numbers) <= LAST_ROW and max(columns) <= LAST_COLUMN
    cells_between = (max(numbers) - min(numbers) + 1) * (max(columns) - min(columns) + 1)
    return inside and cells_between <= min(most, _most_for(filled))


def _most_for(filled: int) -> int:
    """Return how many cells a rectangle may have in which so many are filled."""
    return min(MOST_CELLS, max(FEW_CELLS, EMPTY_FOR_ONE * filled))


def parts_of_sheet(book: ZipFile, sheet: str) -> Iterator[ZipInfo]:
    """Yield the parts of a workbook that may be the sheet of a name; a reader takes one of them.

    Which folder a target is in, and in which case it is written, readers see differently.
    """
    wanted: set[str] = set()
    targets: dict[str, str] = {}

    def sheets(name: str, attributes: _Attributes) -> None:
        if local_name(name) == "sheet" and attributes.get("name") == sheet:
            wanted.update(value for key, value in attributes.items() if local_name(key) == "id")

    def relationships(name: str, attributes: _Attributes) -> None:
        if local_name(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    for part in book.infolist():
        if last_of(part.filename) == "workbook.xml":
            stream(book, part, sheets)
        elif last_of(part.filename) == "workbook.xml.rels":
            stream(book, part, relationships)
    names = {last_of(targets[wish]) for wish in wanted if wish in targets}
    yield from (part for part in book.infolist() if last_of(part.filename) in names)


def stream(book: ZipFile, part: ZipInfo, begin: Callable[[str, _Attributes], None]) -> None:
    """Give every start of an element in an XML part to a function."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    fed = 0
    with book.open(part) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - max(parser.CurrentByteIndex, 0) > _LONGEST_TAG:
                raise BadZipFile(f"{part.filename}: a tag of more than {_LONGEST_TAG} bytes")
    parser.Parse(b"", True)


def local_name(name: str) -> str:
    """Return the name of an element without its prefix."""
    return name.rpartition(":")[2]


def last_of(path: str) -> str:
    """Return what the path of a part ends in, in small letters."""
    return path.replace("\\", "/").rpartition("/")[2].casefold()


@cache
def column_number(letters: str) -> int:
    """Return the number of a column: 1 for A, 27 for AA; of at most three letters, so few are kept."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
