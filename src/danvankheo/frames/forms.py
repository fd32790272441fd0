"""The forms of files, and the libraries that each takes."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final

from danvankheo.frames.work import told_rows

ANOTHER_FILE: Final[Mapping[str, str]] = {"got_vi": "tệp khác, hay tệp hỏng"}
"""What an error about a file of another form tells in Vietnamese."""


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


def library(name: str, extra: str, where: str) -> ModuleType:
    """Return an optional library.

    Raises:
        ModuleNotFoundError: it is not installed; the message tells the extra that brings it.
    """
    if find_spec(name) is None:
        raise ModuleNotFoundError(f"{where} needs {name}: pip install 'danvankheo[{extra}]'", name=name)
    return import_module(name)


def rows_told(rows: list[int], example: str) -> tuple[str, str]:
    """Return rows and what stands in the first of them, as an error tells them in English and Vietnamese.

    >>> rows_told([3, 17], '"1.234"')
    ('rows 3, 17: "1.234"', 'dòng 3, 17 (tính từ 0): "1.234"')
    """
    told, told_vi = told_rows(rows)
    return f"{told}: {example}", f"{told_vi}: {example}"
