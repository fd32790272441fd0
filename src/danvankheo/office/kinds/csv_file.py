"""Tables as text (.csv, .tsv): encoding, separator and decimal sign found out and reported."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.office.address import Address
from danvankheo.office.encodings import decoded
from danvankheo.office.failures import Unreadable
from danvankheo.office.grid import Cell
from danvankheo.office.kinds.sheets import grid_of
from danvankheo.office.limits import MOST_CELLS
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Paper, PaperKind
from danvankheo.office.source import Source

_SEPARATORS: Final = {
    ";": ("semicolons", "dấu chấm phẩy"),
    ",": ("commas", "dấu phẩy"),
    "\t": ("tabs", "dấu tab"),
    "|": ("bars", "dấu |"),
}
_SAID: Final = re.compile(r"sep=(.)", re.IGNORECASE)
_LOOKED_AT: Final = 500
_COMMA_DECIMALS: Final = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),(?:[0-9]{1,2}|[0-9]{4,})%?")
_POINT_DECIMALS: Final = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.(?:[0-9]{1,2}|[0-9]{4,})%?")


def read_csv(source: Source) -> Paper:
    """Return a CSV file as a paper of one table."""
    text, encoding = decoded(source)
    address = Address(source.name)
    notices = [Notice(NoticeKind.ENCODING, address, {"encoding": encoding})]
    said = _SAID.fullmatch(text.partition("\n")[0].rstrip("\r"))
    first_row = 2 if said else 1
    body = text.partition("\n")[2] if said else text
    separator = said[1] if said else _separator(body)
    if separator in _SEPARATORS:
        english, vietnamese = _SEPARATORS[separator]
        notices.append(Notice(NoticeKind.SEPARATOR, address, {"separator": Words(vietnamese, english)}))
    cells: list[Cell] = []
    try:
        for row, line in enumerate(csv.reader(io.StringIO(body, newline=""), delimiter=separator), first_row):
            cells += [Cell(row=row, column=at, text=held) for at, held in enumerate(line, 1) if held.strip()]
            if len(cells) > MOST_CELLS:
                most = f"{MOST_CELLS:,}".replace(",", ".")
                raise source.unreadable(Unreadable.TOO_MANY_CELLS, most=most, where=Words("tệp", "the file"))
    except csv.Error as error:
        raise source.damaged(
            f"a cell never ends: {error}", "có ô không thấy kết thúc (thiếu dấu ngoặc kép)"
        ) from None
    sign = _decimal_sign(cells)
    if sign:
        english, vietnamese = {",": ("a comma", "dấu phẩy"), ".": ("a point", "dấu chấm")}[sign]
        notices.append(Notice(NoticeKind.DECIMAL_SIGN, address, {"sign": Words(vietnamese, english)}))
    grid = grid_of(source, address, cells)
    return Paper(
        file=source.name, kind=PaperKind.CSV, blocks=(grid,), notices=tuple(notices), decimal_sign=sign
    )


def _separator(text: str) -> str:
    """Return what divides the cells: under it most rows have the same number of cells, and more than one."""
    best, best_score = ",", (0, 0)
    for separator in _SEPARATORS:
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            widths = Counter(len(line) for line in islice(rows, _LOOKED_AT) if any(map(str.strip, line)))
        except csv.Error:
            continue
        width, rows_of_it = max(
            widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0)
        )
        score = (rows_of_it, width) if width > 1 else (0, 0)
        if score > best_score:
            best, best_score = separator, score
    return best


def _decimal_sign(cells: Sequence[Cell]) -> str:
    """Return the sign before decimals where all cells that show it agree; else nothing."""
    comma = any(_COMMA_DECIMALS.fullmatch(cell.text.strip()) for cell in cells)
    point = any(_POINT_DECIMALS.fullmatch(cell.text.strip()) for cell in cells)
    return "" if comma == point else ("," if comma else ".")
