"""The forms of files, and how their rows are named."""

from enum import StrEnum
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.frames.work import RowNumber, told_rows

ANOTHER_FILE: Final = Words("tệp khác, hay tệp hỏng", "another file")
"""What stands in the place of a file of some form."""


class Form(StrEnum):
    """What a file is, by its suffix."""

    PARQUET = ".parquet"
    CSV = ".csv"
    EXCEL = ".xlsx"


class LongNumberWarning(UserWarning):
    """Numbers of more than 15 digits, which spreadsheet programs would round, were written as text.

    >>> import warnings
    >>> warnings.simplefilter("ignore", LongNumberWarning)  # if text is what you want
    """


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


def rows_told(rows: list[int], example: str, number: RowNumber = below_heads) -> Words:
    """Return rows and what stands in the first of them, as an error states them.

    Args:
        rows: their places below the heads, from 0.
        example: what stands in the first.
        number: how they are numbered.

    >>> rows_told([3, 17], '"1.234"')
    Words(vietnamese='dòng 5, 19: "1.234"', english='rows 5, 19: "1.234"')
    """
    told = told_rows(rows, number)
    return Words(f"{told.vietnamese}: {example}", f"{told.english}: {example}")
