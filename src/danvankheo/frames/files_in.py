"""Files into tables of Polars: heads first, then cells, each time every problem at once."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import attrs
import polars as pl

from danvankheo.bilingual import Words
from danvankheo.errors import DocumentError, Problem, problem_at
from danvankheo.frames.csv_rows import CsvText, check_rows, heads_of
from danvankheo.frames.file_cells import typed, typed_at_once, unguarded
from danvankheo.frames.forms import ANOTHER_FILE
from danvankheo.frames.heads import MAY_BE_LACKING, UNUSED, columns_of, renaming
from danvankheo.frames.schema import ColumnType, TableSchema
from danvankheo.frames.spreadsheets import read_sheet
from danvankheo.frames.words import as_codes, in_base_units
from danvankheo.office.encodings import decoded
from danvankheo.office.failures import UnreadableFileError
from danvankheo.office.source import source_of
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
        """Return the table of a CSV file, in UTF-8 or in what Vietnamese offices write besides."""
        try:
            texts, heads, names = self._texts_of_csv()
            held = texts.collect()
        except pl.exceptions.PolarsError as error:
            got = str(error).partition("\n")[0]
            raise self._refused(Reason.UTF8 if "utf-8" in got else Reason.CSV, got) from None
        return self._typed(held, heads, names)

    def excel(self) -> pl.DataFrame:
        """Return the table of a sheet."""
        cells = read_sheet(self.path, self.sheet)
        heads = [head or "" for head in cells.texts.row(0)] if cells.texts.height else []
        names, problems = columns_of(heads, self.schema, extra=self.extra, by_people=True)
        if problems:
            raise DocumentError(tuple(problems))
        kinds = {column.name: column.type for column in self.schema.columns}
        made = [
            (cells.figures(held, at) if kinds.get(name) is ColumnType.WHOLE else cells.texts[held].slice(1))
            .alias(name)
            for at, (held, name) in enumerate(zip(cells.texts.columns, names, strict=True))
        ]  # fmt: skip
        texts = _of_people(pl.LazyFrame(made), self.schema, names).collect()
        return self._typed(texts, heads, names, [*cells.problems])

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
        texts, _, _ = self._texts_of_csv()
        names = texts.collect_schema().names()
        table = typed(texts, names, self.schema, self.convention)
        return table.with_columns(in_base_units(names, self.schema))

    def _typed(
        self,
        texts: pl.DataFrame,
        heads: Sequence[str],
        names: Sequence[str],
        refused: Sequence[Problem] = (),
    ) -> pl.DataFrame:
        places = {name: (head, at) for at, (name, head) in enumerate(zip(names, heads, strict=True), 1)}
        table, problems = typed_at_once(texts, self.schema, self.convention, places)
        if refused or problems:
            raise DocumentError((*refused, *problems))
        return table.with_columns(in_base_units(table.columns, self.schema))

    def _decoded(self) -> CsvText:
        """Return a CSV file that is no UTF-8, turned into that."""
        try:
            text, _ = decoded(source_of(self.path, "frames.read_file"))
        except UnreadableFileError as error:
            raise self._refused(
                Reason.UTF8, Words(error.why_vietnamese, error.english.partition(": ")[2])
            ) from None
        return CsvText(self.path, text.encode("utf-8"))

    def _texts_of_csv(self) -> tuple[pl.LazyFrame, Sequence[str], Sequence[str]]:
        """Return the texts of a CSV file under the names of their columns, its heads, and their columns."""
        try:
            return self._texts_of(CsvText(self.path))
        except DocumentError as error:
            if error.reason is not Reason.UTF8:
                raise
        return self._texts_of(self._decoded())

    def _texts_of(self, file: CsvText) -> tuple[pl.LazyFrame, Sequence[str], Sequence[str]]:
        """Return what `_texts_of_csv` says of a file in UTF-8.

        The separator is the one that makes heads of the first row; if none does, errors speak of the one
        that makes the most of it.
        """
        rows = {separator: heads_of(file, separator) for separator in _SEPARATORS}
        ways = [(separator, *self._columns_of_csv(heads)) for separator, heads in rows.items()]
        sound = (way for way in ways if not way[2])
        separator, names, problems = next(sound, max(ways, key=lambda way: len(way[1])))
        if problems:
            raise DocumentError(tuple(problems))
        check_rows(file, separator, len(names))
        texts = pl.scan_csv(
            self.path if file.content is None else BytesIO(file.content),
            separator=separator,
            infer_schema=False,
            new_columns=names,
            glob=False,
        )
        plain = texts.with_columns(unguarded(pl.col(pl.String)))
        return _of_people(plain, self.schema, names), rows[separator], names

    def _columns_of_csv(self, heads: Sequence[str]) -> tuple[list[str], list[Problem]]:
        return columns_of(heads, self.schema, extra=self.extra, by_people=True)

    def _refused(self, reason: Reason, got: str | Words) -> DocumentError:
        return DocumentError((problem_at(self.path.name, reason, got),))


def _of_people(texts: pl.LazyFrame, schema: TableSchema, names: Sequence[str]) -> pl.LazyFrame:
    """Return the texts of a file as tables have them: codes for words, no numbers of rows, no remarks."""
    used = [name for name in names if not name.startswith(UNUSED)]
    wanted = [column.name for column in schema.columns if column.needed and column.name in MAY_BE_LACKING]
    lacking = [pl.lit(None, pl.String).alias(name) for name in wanted if name not in names]
    return texts.select(used).with_columns(*as_codes(used, schema), *lacking)
