"""The forms of files, and the libraries that each takes."""

from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


class Form(StrEnum):
    """What a file is, by its suffix."""

    PARQUET = ".parquet"
    CSV = ".csv"
    EXCEL = ".xlsx"


class LongNumberWarning(UserWarning):
    """Numbers of more than 15 digits, which spreadsheet programs would round, were written as text."""


def library(name: str, extra: str, where: str) -> ModuleType:
    """Return an optional library.

    Raises:
        ModuleNotFoundError: it is not installed; the message tells the extra that brings it.
    """
    if find_spec(name) is None:
        raise ModuleNotFoundError(f"{where} needs {name}: pip install 'danvankheo[{extra}]'", name=name)
    return import_module(name)
