"""Tables into files by Polars: how each form is written, to a path that nobody reads yet."""

import warnings
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

import attrs
import narwhals.stable.v2 as nw
import polars as pl

from danvankheo.errors import DocumentError, LongNumberWarning, Problem
from danvankheo.frames.file_cells import UNIT_COLUMNS, guarded, told
from danvankheo.frames.forms import Form
from danvankheo.frames.heads import Heads, written_heads
from danvankheo.frames.schema import TableSchema
from danvankheo.frames.spreadsheets import write_sheet
from danvankheo.frames.words import as_words
from danvankheo.frames.work import Frame
from danvankheo.reading.numbers import Convention
from danvankheo.reasons import Reason

_TEXT: Final = (pl.String, pl.Categorical, pl.Enum, pl.Null)


@attrs.frozen
class Sheet:
    """How a table is written.

    Args:
        schema: what it holds, if it is a published table.
        heads: which heads its columns get.
        convention: the decimal sign of amounts in text.
    """

    schema: TableSchema | None
    heads: Heads
    convention: Convention

    def unit_of(self, name: str, there: Collection[str]) -> str | None:
        """Return the column that holds the units of another, if the schema and the table have both."""
        unit = UNIT_COLUMNS.get(name)
        return unit if self.schema and unit in there and {name, unit} <= {*self.schema.names} else None


def writer(frame: Frame, form: Form, sheet: Sheet) -> Callable[[Path], None]:
    """Return what writes a table to a new file; a lazy one of Polars is not collected, but for Excel.

    Raises:
        DocumentError: in CSV and Excel, columns of other kinds than whole numbers, text and truth.
        InvalidValueError: two columns with the same head.
    """
    heads = written_heads(frame.collect_schema(), sheet.schema, sheet.heads)
    lazy = _lazy(frame)
    if form is Form.PARQUET:
        return lazy.rename(heads).sink_parquet
    columns = lazy.collect_schema()
    whole = [name for name, kind in columns.items() if kind.is_integer()]
    texts = [name for name, kind in columns.items() if kind in _TEXT]
    truths = [name for name, kind in columns.items() if kind == pl.Boolean]
    others = [name for name in columns if name not in {*whole, *texts, *truths}]
    if others:
        raise DocumentError(tuple(Problem(name, Reason.CELL_KIND, str(columns[name])) for name in others))
    long: set[str] = set()
    words = [] if sheet.schema is None or sheet.heads == "en" else as_words(texts, sheet.schema)
    cells = lazy.with_columns(pl.col(name).cast(pl.String) for name in texts).with_columns(
        *(told(name, sheet.unit_of(name, columns), sheet.convention, long) for name in whole), *words
    )

    def write(path: Path) -> None:
        if form is Form.CSV:
            cells.with_columns(guarded(pl.col(name)) for name in texts).rename(heads).sink_csv(
                path, include_bom=True
            )
        else:
            title = sheet.schema.name if sheet.schema else "danvankheo"
            numbers = {heads.get(name, name) for name in whole}
            write_sheet(cells.rename(heads).collect(), path, title=title, numbers=numbers)
        if long:
            names = ", ".join(sorted(long))
            warnings.warn(f"{names}: numbers of more than 15 digits", LongNumberWarning, stacklevel=3)

    return write


def _lazy(frame: Frame) -> pl.LazyFrame:
    """Return a frame of any engine as a lazy one of Polars; only one of Polars is not collected."""
    if frame.implementation.is_polars():
        native = frame.lazy().to_native()
        assert isinstance(native, pl.LazyFrame)
        return native
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return eager.to_polars().lazy()
