"""Which cells of a sheet show a hundred times their number, with "%": its XML says so, no reader does."""

import re
import zlib
from pathlib import Path
from typing import Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from danvankheo.frames.extents import column_number, last_of, local_name, parts_of_sheet, stream

_PERCENTS: Final = frozenset({"9", "10"})  # 0% and 0.00%, which Excel has built in
_REFERENCE: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def percent_cells(path: Path, sheet: str) -> frozenset[tuple[int, int]]:
    """Return the cells of a sheet whose number format is one of percent, as row and column from 1.

    A sheet of a workbook without such a format is not looked through. A damaged workbook has none: its reader
    says what is wrong with it.
    """
    try:
        with ZipFile(path) as book:
            styles = _percent_styles(book)
            if not styles:
                return frozenset()
            found: set[tuple[int, int]] = set()
            row = column = 0

            def begin(name: str, attributes: dict[str, str]) -> None:
                nonlocal row, column
                tag = local_name(name)
                if tag == "row":
                    row, column = int(attributes.get("r", row + 1)), 0
                elif tag == "c":
                    reference = _REFERENCE.fullmatch(attributes.get("r", ""))
                    column = column_number(reference[1]) if reference else column + 1
                    row = int(reference[2]) if reference else row
                    if attributes.get("s") in styles:
                        found.add((row, column))

            for part in parts_of_sheet(book, sheet):
                stream(book, part, begin)
            return frozenset(found)
    except (
        BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        return frozenset()


def _percent_styles(book: ZipFile) -> frozenset[str]:
    """Return the numbers of the formats of cells that show percent."""
    codes: set[str] = set(_PERCENTS)
    styles: list[str] = []
    inside = False

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        tag = local_name(name)
        if tag == "numFmt" and "%" in _QUOTED.sub("", attributes.get("formatCode", "")):
            codes.add(attributes.get("numFmtId", ""))
        elif tag in {"cellStyleXfs", "cellXfs", "cellStyles"}:
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            styles.append(attributes.get("numFmtId", ""))

    for part in book.infolist():
        if last_of(part.filename) == "styles.xml":
            stream(book, part, begin)
    return frozenset(str(at) for at, code in enumerate(styles) if code in codes)
