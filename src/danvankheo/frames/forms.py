"""The forms of files, and how their rows are named."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import attrs

from danvankheo.bilingual import Words
from danvankheo.frames.work import ROWS_TOLD, RowNumber, told_rows
from danvankheo.office.address import Address, cell_name
from danvankheo.office.source import SUFFIXES

ANOTHER_FILE: Final = Words("tệp khác, hay tệp hỏng", "another file")
"""What stands in the place of a file of some form."""


STORED: Final = "\x01"
"""What stands before a number that a workbook stores as one, whose point is no group of thousands."""


class Form(StrEnum):
    """What a file is, by its suffix."""

    PARQUET = ".parquet"
    CSV = ".csv"
    EXCEL = ".xlsx"
    PAPER = "paper"
    """One that `danvankheo.office` reads, and that no table is written to."""


WRITTEN: Final = (Form.PARQUET, Form.CSV, Form.EXCEL)
"""The forms that tables are written in."""

PAPER_SUFFIXES: Final = SUFFIXES - {Form.CSV.value, Form.EXCEL.value}
"""What the names of papers end in."""


@attrs.frozen
class LeftOut:
    """What of a file is no row of its table, or may be there twice.

    Args:
        address: where it stands.
        why: why, in both languages.
    """

    address: Address
    why: Words


def told_left_out(left_out: Iterable[LeftOut]) -> Words:
    """Return what was left out, each reason once with the places, in the order of reading."""
    by_reason: dict[Words, list[Address]] = {}
    for each in left_out:
        by_reason.setdefault(each.why, []).append(each.address.without_file())
    vietnamese, english = [], []
    for why, places in by_reason.items():
        more = len(places) - ROWS_TOLD
        rest_vi, rest_en = (f" và {more} chỗ nữa", f" and {more} more") if more > 0 else ("", "")
        shown = sorted(places)[:ROWS_TOLD]
        vietnamese.append(_after([at.vietnamese for at in shown], rest_vi, why.vietnamese))
        english.append(_after([at.english for at in shown], rest_en, why.english))
    return Words("; ".join(vietnamese), "; ".join(english))


def _after(names: Sequence[str], rest: str, why: str) -> str:
    """Return a reason after the places that have it."""
    places = ", ".join(f"({name})" if ", " in name else name for name in names if name)
    return f"{places}{rest}: {why.rstrip('.')}" if places else why.rstrip(".")


class LeftOutRowsWarning(UserWarning):
    """Rows of a file are no gifts and were left out: checked totals, parts of rows, sums over time.

    Attributes:
        vietnamese: which rows, in Vietnamese.

    >>> import warnings
    >>> warnings.simplefilter("ignore", LeftOutRowsWarning)  # if you know which rows a file has
    """

    def __init__(self, english: str, vietnamese: str) -> None:
        """Keep which rows, in English and in Vietnamese."""
        super().__init__(english, vietnamese)
        self.vietnamese = vietnamese

    def __str__(self) -> str:
        """Return which rows, in English."""
        return str(self.args[0])


def below_heads(at: int) -> int:
    """Return the number of a row in its sheet or CSV file, as a spreadsheet shows it: the heads are row 1."""
    return at + 2


def rows_told(rows: list[int], example: str, number: RowNumber = below_heads, *, column: int = 0) -> Words:
    """Return rows and what stands in the first of them, as an error states them.

    Args:
        rows: their places below the heads, from 0.
        example: what stands in the first.
        number: how they are numbered.
        column: the number of the column, from 1, to name the first cell; 0 names none.

    >>> rows_told([3, 17], '"1.234"')
    Words(vietnamese='dòng 5, 19: "1.234"', english='rows 5, 19: "1.234"')
    >>> rows_told([3], '"1.234"', column=9).vietnamese
    'dòng 5 (ô I5): "1.234"'
    """
    told = told_rows(rows, number)
    cell = cell_name(number(rows[0]), column) if column else ""
    in_vi, in_en = (f" (ô {cell})", f" (cell {cell})") if cell else ("", "")
    return Words(f"{told.vietnamese}{in_vi}: {example}", f"{told.english}{in_en}: {example}")
