"""New workbooks of XlsxWriter, and numbers as their cells store them."""

from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from danvankheo.extras import missing

Workbook: TypeAlias = Any  # XlsxWriter has no types


def new_workbook(file: Path, where: str) -> Workbook:
    """Return a new workbook of XlsxWriter, in which a text is a text whatever it begins with.

    Raises:
        ModuleNotFoundError: XlsxWriter is not installed; the message names the extra.
    """
    try:
        library = import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise missing(where, "xlsxwriter", "office") from None
    return library.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})


def as_cell(amount: Decimal) -> int | float:
    """Return a number as a workbook stores it.

    Excel keeps floats of 15 digits; whoever calls this has checked that there are no more.
    """
    return int(amount) if amount == amount.to_integral_value() else float(amount)
