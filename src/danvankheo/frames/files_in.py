"""Files into tables of Polars: heads first, then cells, each time every problem at once."""

from pathlib import Path
from typing import Final

import attrs
import polars as pl

from danvankheo.bilingual import Words
from danvankheo.errors import DocumentError, Problem, problem_at
from danvankheo.frames.csv_rows import check_rows, heads_of
from danvankheo.frames.file_cells import typed, typed_at_once, unguarded
from danvankheo.frames.forms import ANOTHER_FILE
from danvankheo.frames.heads import columns_of, renaming
from danvankheo.frames.schema import TableSchema
from danvankheo.frames.spreadsheets import read_sheet
from danvankheo.reading.numbers import Convention
from danvankheo.reasons import Reason

_SEPARATORS: Final = (",", ";", "\t")


@attrs.frozen
class Source:
    """A file that holds a table.

    Args:
        path: where it is.
        schema: what it holds.
        extra: columns beyond the schema that are kept, as text.
        convention: whose signs numbers have that can be meant two ways.
        sheet: which sheet of a workbook, if there are several.
    """

    path: Path
    schema: TableSchema
    extra: tuple[str, ...] = ()
    convention: Convention | None = None
    sheet: str | None = None

    def parquet(self) -> pl.DataFrame:
        """Return the table of a Parquet file."""
        try:
            return self.scanned_parquet().collect()
        except pl.exceptions.PolarsError:
            raise self._refused(Reason.PARQUET, Words(ANOTHER_FILE.vietnamese, "a damaged file")) from None

    def csv(self) -> pl.DataFrame:
        """Return the table of a CSV file."""
        try:
            texts = self._texts_of_csv().collect()
        except pl.exceptions.PolarsError as error:
            got = str(error).partition("\n")[0]
            raise self._refused(Reason.UTF8 if "utf-8" in got else Reason.CSV, got) from None
        return self._typed(texts)

    def excel(self) -> pl.DataFrame:
        """Return the table of a sheet."""
        cells, refused = read_sheet(self.path, self.sheet)
        heads = [head or "" for head in cells.row(0)] if cells.height else []
        names, problems = columns_of(heads, self.schema, extra=self.extra)
        if problems:
            raise DocumentError(tuple(problems))
        texts = cells.slice(1).rename(dict(zip(cells.columns, names, strict=True)))
        return self._typed(texts, [*refused])

    def scanned_parquet(self) -> pl.LazyFrame:
        """Return a lazy table over a Parquet file."""
        try:
            table = pl.scan_parquet(self.path, glob=False)
            heads = table.collect_schema().names()
        except pl.exceptions.PolarsError:
            raise self._refused(Reason.PARQUET, ANOTHER_FILE) from None
        return table.rename(renaming(heads, self.schema, self.extra))

    def scanned_csv(self) -> pl.LazyFrame:
        """Return a lazy table over a CSV file."""
        texts = self._texts_of_csv()
        return typed(texts, texts.collect_schema().names(), self.schema, self.convention)

    def _typed(self, texts: pl.DataFrame, refused: list[Problem] | None = None) -> pl.DataFrame:
        table, problems = typed_at_once(texts, self.schema, self.convention)
        if refused or problems:
            raise DocumentError((*(refused or ()), *problems))
        return table

    def _texts_of_csv(self) -> pl.LazyFrame:
        """Return the texts of a CSV file under the names of their columns.

        The separator is the one that makes heads of the first row; if none does, errors speak of the one
        that makes the most of it.
        """
        ways = [(separator, *self._columns_of_csv(separator)) for separator in _SEPARATORS]
        sound = (way for way in ways if not way[2])
        separator, names, problems = next(sound, max(ways, key=lambda way: len(way[1])))
        if problems:
            raise DocumentError(tuple(problems))
        check_rows(self.path, separator, len(names))
        texts = pl.scan_csv(self.path, separator=separator, infer_schema=False, new_columns=names, glob=False)
        return texts.with_columns(unguarded(pl.col(pl.String)))

    def _columns_of_csv(self, separator: str) -> tuple[list[str], list[Problem]]:
        return columns_of(heads_of(self.path, separator), self.schema, extra=self.extra)

    def _refused(self, reason: Reason, got: str | Words) -> DocumentError:
        return DocumentError((problem_at(self.path.name, reason, got),))
