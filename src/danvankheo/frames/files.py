"""Tables as files: Parquet for programs, CSV and Excel for people; exact, and whole or not at all.

A Parquet file holds the table as it is. In CSV and Excel amounts stand in their units (731 ngày công,
not 73 100 hundredths), as text or as whole numbers that Excel keeps, and no text can become a formula.
"""

import glob
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs
import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoDataFrame, IntoFrame

from danvankheo.bilingual import Words
from danvankheo.checking import check_one_of, check_type, chosen
from danvankheo.errors import DocumentError, InvalidValueError, Problem, invalid, problem_at
from danvankheo.extras import library
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.frames.failures import os_errors
from danvankheo.frames.forms import (
    ANOTHER_FILE,
    PAPER_SUFFIXES,
    WRITTEN,
    Form,
    LeftOutRowsWarning,
    below_heads,
    told_left_out,
)
from danvankheo.frames.heads import MAY_BE_LACKING, Heads, renaming, written_heads
from danvankheo.frames.progress import shown_progress
from danvankheo.frames.schema import CONTRIBUTIONS, MOVEMENTS, SCHEMAS, TableSchema
from danvankheo.frames.validation import check, validate
from danvankheo.frames.work import Frame, RowNumber, from_one, narwhals_frame, streamed
from danvankheo.reading.numbers import Convention, ConventionLike, chosen_convention
from danvankheo.reasons import Reason

if TYPE_CHECKING:
    import polars as pl

    from danvankheo.frames.files_in import Source

FileEngine: TypeAlias = Literal["polars", "pandas", "pyarrow", "duckdb"]
"""What a file is read into; Spark takes any of them over, and reads Parquet by itself."""

LazyEngine: TypeAlias = Literal["polars", "duckdb"]
"""What runs over a file without holding it in memory."""


def read_file(
    path: StrPath,
    schema: TableSchema,
    *,
    engine: FileEngine = "polars",
    convention: ConventionLike | None = None,
    sheet: str | None = None,
    extra: Sequence[str] = (),
    accept_duplicates: bool = False,
) -> IntoFrame:
    r"""Return the table that a file holds, checked; inverse of `write_file`.

    Heads are the names of the columns or their Vietnamese heads, in any order and letter case, and cells
    hold codes or Vietnamese words ("money", "tiền"). CSV may be separated by commas, semicolons or tabs, in
    UTF-8, UTF-16, Windows-1258 and older Vietnamese encodings. In CSV and Excel amounts are in the unit of
    their row. Columns that number rows ("TT") or remark on them ("Ghi chú") are left out.

    A CSV or Excel file of other heads, and every file of Word, old Excel, OpenDocument, HTML and PDF, is read
    as offices keep tables (with the extra `office`): title rows, merged heads, units in heads and captions,
    totals, several sheets. Places and times come from its cells, else from its titles. What was not used is
    listed in a `LeftOutRowsWarning` with its cell.

    Rows of contributions that are no gifts are left out, and a `LeftOutRowsWarning` lists them: totals
    ("Tổng cộng", "Cộng xã Ia Sơn"), each checked against its rows; parts of a row above ("Trong đó: …",
    with the rows after it that begin with "-"), none of which may be more than that row; and sums over
    earlier times ("Lũy kế").

    Args:
        path: the file; its suffix says what it is.
        schema: what it holds: one of `SCHEMAS`, `TOTALS`, or one of your own.
        engine: what the table is made of.
        convention: whose signs numbers have that can be meant two ways: "1.234" is 1234 under ``vi``,
            1,234 under ``en``, and refused under None. What has one meaning is read under None.
        sheet: the sheet of a workbook of several.
        extra: heads that the schema has not; their columns are kept as text.
        accept_duplicates: whether two tables of one file with the same total may be added up; they may be
            one sum that is divided in two ways.

    Raises:
        DocumentError: heads that are unknown, repeated or missing, or else rows of CSV with fewer or more
            cells than there are heads (as those of a file that was cut off), or a sheet that reaches too
            far, or else cells that are no value of their column, or else a total that is not the sum of
            its rows (with both figures) or a part of a row that is more than it, or else what `validate`
            refuses: of each all at once, with the rows as a spreadsheet numbers them (the heads are row
            1; in Parquet the first row is 1).
        InvalidValueError: another suffix, or several sheets and none named.
        ModuleNotFoundError: a library that is not installed; the message names the extra.
        OSError: the file cannot be read.

    Warns:
        LeftOutRowsWarning: rows that are no gifts.

    >>> from pathlib import Path
    >>> from danvankheo.frames import CONTRIBUTIONS
    >>> heads = "Loại;Đơn vị tính;Số lượng;Từ ước lượng"
    >>> text = f"{heads}\nlabour;workday;731,5;\nmoney;dong;154.400.000,0;over\n"
    >>> written = Path("dong-gop.csv").write_text(text, encoding="utf-8")
    >>> read_file("dong-gop.csv", CONTRIBUTIONS).rows()
    [('labour', 'workday', 73150, None), ('money', 'dong', 154400000, 'over')]
    """
    where = "frames.read_file"
    check_type(schema, TableSchema, f"{where}.schema")
    check_one_of(engine, ("polars", "pandas", "pyarrow", "duckdb"), f"{where}.engine")
    convention = chosen_convention(convention, where)
    form = _form_of(path, where, reading=True)
    library("polars", "polars", where)
    from danvankheo.frames.files_in import Source  # noqa: PLC0415

    with _named(path):
        source = Source(Path(path), schema, tuple(extra), convention, sheet)
        if form is Form.PAPER:
            table = _of_office(source, accept_duplicates, None)
        else:
            try:
                table = _as_published(source, form, accept_duplicates)
            except (DocumentError, InvalidValueError) as error:
                if form is Form.PARQUET or not _may_be_of_office(error, schema):
                    raise
                table = _of_office(source, accept_duplicates, error)
    return _as_engine(table, engine, where)


def scan_file(
    path: StrPath,
    schema: TableSchema,
    *,
    engine: LazyEngine = "polars",
    convention: ConventionLike | None = None,
    extra: Sequence[str] = (),
) -> IntoFrame:
    """Return a lazy table over a Parquet or CSV file, which may be larger than memory.

    Heads, and how many cells the rows of CSV have, are checked now, in one pass over the file; cells
    when the table is run, which a bad one stops. `validate` checks all rows, and the functions that need
    them checked call it.

    Args:
        path: the file. CSV is read by Polars alone.
        schema: what it holds: one of `SCHEMAS`, `TOTALS`, or one of your own.
        engine: what runs over it: a Polars LazyFrame, or a DuckDB relation.
        convention: as in `read_file`.
        extra: as in `read_file`.

    Raises:
        DocumentError: heads that are unknown, repeated or missing, all at once; or else rows of CSV with
            fewer or more cells than there are heads, by line.
        InvalidValueError: another suffix.
        ModuleNotFoundError: a library that is not installed.
        OSError: the file cannot be read.

    >>> from danvankheo import load
    >>> from danvankheo.frames import CONTRIBUTIONS, from_movements, total
    >>> given = from_movements(load("docs/examples/an-khe-2022.json")).contributions
    >>> write_file(given, "dong-gop.parquet", CONTRIBUTIONS)
    >>> total(scan_file("dong-gop.parquet", CONTRIBUTIONS)).collect().height
    3
    """
    where = "frames.scan_file"
    check_type(schema, TableSchema, f"{where}.schema")
    check_one_of(engine, ("polars", "duckdb"), f"{where}.engine")
    convention = chosen_convention(convention, where)
    form = _form_of(path, where)
    if form is Form.EXCEL or (form is Form.CSV and engine == "duckdb"):
        allowed = ".parquet, .csv (Polars)"
        raise invalid(f"{where}.path", Reason.ONE_OF, f"{form.value} ({engine})", allowed=allowed)
    library(engine, engine, where)
    with _named(path):
        if engine == "duckdb":
            return _relation(path, schema, extra)
        from danvankheo.frames.files_in import Source  # noqa: PLC0415

        source = Source(Path(path), schema, tuple(extra), convention)
        return source.scanned_parquet() if form is Form.PARQUET else source.scanned_csv()


def write_file(
    table: IntoFrame,
    path: StrPath,
    schema: TableSchema | None = None,
    *,
    heads: Heads = "en",
    convention: ConventionLike = "en",
    progress: bool = True,
) -> None:
    """Write a table to a Parquet, CSV or Excel file: whoever looks sees the old file or the new.

    A lazy table of Polars or DuckDB goes to Parquet, and one of Polars to CSV, without being held in
    memory; every other one is collected.

    In CSV and Excel no text can become a formula: in Excel every text is a text cell; in CSV, where
    there is no such thing, an apostrophe is put before a leading =, +, -, @, tab or line end (also
    after a separator within the text), and taken away again by `read_file`.

    Args:
        table: a frame of any engine.
        path: the file; its suffix says what it becomes: .parquet, .csv or .xlsx.
        schema: what it holds: one of `SCHEMAS`, `TOTALS`, or one of your own. It is then checked, its
            amounts are written in their units, and its columns may get Vietnamese heads. Columns beyond it
            keep their names. Without a schema whole numbers are written as they stand.
        heads: ``en`` writes the names of the columns and codes, ``vi`` Vietnamese heads and words ("tiền",
            "Quý II/2026"); `read_file` reads both.
        convention: the decimal sign of amounts in text, a comma for ``vi``.
        progress: whether a terminal shows how much is written, if tqdm is installed.

    Raises:
        DocumentError: the table is not what its schema says.
        InvalidValueError: another suffix, a column that is neither whole numbers, text nor truth, or
            more than a sheet holds.
        ModuleNotFoundError: a library that is not installed.
        OSError: the file cannot be written; the old one stands as it was.

    Warns:
        LongNumberWarning: amounts of more than 15 digits; Excel gets them as text, and a program that
            opens the CSV may round them.

    >>> from pathlib import Path
    >>> import polars as pl
    >>> from danvankheo.frames import CONTRIBUTIONS
    >>> given = pl.DataFrame({"kind": "labour", "unit": "workday", "amount": 73150, "approximation": "over"})
    >>> write_file(given, "dong-gop.csv", CONTRIBUTIONS, heads="vi", convention="vi")
    >>> print(Path("dong-gop.csv").read_text(encoding="utf-8-sig"), end="")
    Loại đóng góp,Đơn vị tính,Số lượng,Từ ước lượng
    ngày công,ngày công,"731,5",hơn
    """
    where = "frames.write_file"
    check_one_of(heads, ("en", "vi"), f"{where}.heads")
    signs = chosen(convention, Convention, f"{where}.convention")
    form = _form_of(path, where)
    frame = narwhals_frame(table, where)
    if schema is not None:
        check_type(schema, TableSchema, f"{where}.schema")
        with streamed(frame):
            validate(table, schema)
    if form is Form.PARQUET and frame.implementation.is_duckdb():
        write: Callable[[Path], None] = _relation_writer(frame, schema, heads)
    else:
        library("polars", "polars", where)
        from danvankheo.frames.files_out import Sheet, writer  # noqa: PLC0415

        write = writer(frame, form, Sheet(schema, heads, signs))
    shown = Path(path).name
    with (
        replaced(path) as whole,
        shown_progress(whole, shown, wanted=progress),
        streamed(frame),
        os_errors(path),
    ):
        write(whole)


_OF_HEADS: Final = frozenset({Reason.HEAD, Reason.HEAD_ONCE, Reason.COLUMN, Reason.ONE_SHEET})


def _may_be_of_office(error: DocumentError | InvalidValueError, schema: TableSchema) -> bool:
    """Return whether a file may be a table as offices keep it: it is its heads that are others."""
    return SCHEMAS.get(schema.name) is schema and schema is not MOVEMENTS and error.reason in _OF_HEADS


def _as_published(source: "Source", form: Form, accept_duplicates: bool) -> "pl.DataFrame":
    """Return the table of a file with the heads of its schema; of a workbook, that of all its sheets."""
    match form:
        case Form.PARQUET:
            return _gifts(source.parquet(), source, from_one)
        case Form.CSV:
            return _gifts(source.csv(), source, below_heads)
    from danvankheo.frames.spreadsheets import diagonal, in_sheet, sheets_of  # noqa: PLC0415

    names = [source.sheet] if source.sheet is not None else sheets_of(source.path)
    tables: dict[str, pl.DataFrame] = {}
    problems: list[Problem] = []
    for name in names:
        one = attrs.evolve(source, sheet=name)
        try:
            shown = f"{source.path.name}, {name}" if len(names) > 1 else source.path.name
            tables[name] = _gifts(one.excel(), one, below_heads, shown)
        except DocumentError as error:
            if len(names) == 1 or error.reason in _OF_HEADS:
                raise
            problems += (in_sheet(problem, name) for problem in error.problems)
    for at, name in enumerate(tables):
        twin = next((other for other in [*tables][:at] if tables[other].equals(tables[name])), None)
        if twin is not None and not accept_duplicates:
            problems.append(problem_at(name, Reason.ONE_REPORT, f"{twin}, {name}"))
    if problems:
        raise DocumentError(tuple(problems))
    return diagonal([*tables.values()])


def _gifts(table: "pl.DataFrame", source: "Source", number: RowNumber, shown: str = "") -> "pl.DataFrame":
    """Return a table without the rows that are no gifts, checked; `shown` is what it is called."""
    if source.schema is CONTRIBUTIONS and {"kind", "unit", "amount"} <= {*table.columns}:
        from danvankheo.frames.left_out import gifts_of  # noqa: PLC0415

        table, number = gifts_of(table, shown or source.path.name, number)
    check(table, source.schema, number)
    return table


def _of_office(
    source: "Source", accept_duplicates: bool, error: DocumentError | InvalidValueError | None
) -> "pl.DataFrame":
    """Return the table of a file as offices keep it.

    Args:
        source: the file.
        accept_duplicates: whether two of its tables may have the same total.
        error: why it is no table with the heads of its schema; raised if it is no other either.
    """
    from danvankheo.frames.ledgers import ledger_of  # noqa: PLC0415
    from danvankheo.office.failures import UnreadableFileError  # noqa: PLC0415
    from danvankheo.office.reader import read  # noqa: PLC0415

    schema, name = source.schema, source.path.name
    try:
        paper = read(source.path)
    except UnreadableFileError as unread:
        if error is not None:
            raise error from None
        why = Words(unread.why_vietnamese, unread.english.partition(": ")[2])
        raise DocumentError((problem_at(name, Reason.UNREADABLE_FILE, name, {"why": why}),)) from None
    if source.sheet is not None:
        paper = attrs.evolve(
            paper, blocks=tuple(each for each in paper.blocks if each.address.sheet == source.sheet)
        )
    found = ledger_of(paper, schema, convention=source.convention, accept_duplicates=accept_duplicates)
    if found is None:
        if error is not None and not _is_of_no_head(error, schema):
            raise error
        what = Words(_CALLED[schema.name], schema.name)
        raise DocumentError((problem_at(name, Reason.NO_TABLE, "none", {"what": what}),))
    if found.left_out:
        told = told_left_out(found.left_out)
        warnings.warn(
            LeftOutRowsWarning(f"{name}: {told.english}", f"{name}: {told.vietnamese}"), stacklevel=3
        )
    check(found.table, schema, lambda at: found.cells[at].row)
    return found.table


def _is_of_no_head(error: DocumentError | InvalidValueError, schema: TableSchema) -> bool:
    """Return whether a file has not one of the columns that its schema needs."""
    problems = error.problems if isinstance(error, DocumentError) else ()
    lacking = {each.path for each in problems if each.reason is Reason.COLUMN}
    return lacking >= {column.name for column in schema.columns if column.needed} - MAY_BE_LACKING


_CALLED: Final = {
    "models": "mô hình",
    "model_counts": "số mô hình",
    "contributions": "đóng góp",
    "indicators": "chỉ tiêu",
    "awards": "khen thưởng",
    "movements": "phong trào",
}


def _form_of(path: StrPath, where: str, *, reading: bool = False) -> Form:
    suffix = Path(path_of(path, where)).suffix.lower()
    if reading and suffix in PAPER_SUFFIXES:
        return Form.PAPER
    check_one_of(suffix, [form.value for form in WRITTEN], f"{where}.path")
    return Form(suffix)


@contextmanager
def _named(path: StrPath) -> Iterator[None]:
    """Tell the file in the errors of a block."""
    with open(path, "rb"):  # what cannot be opened at all is an OSError, whatever would read it
        pass
    try:
        yield
    except DocumentError as error:
        raise DocumentError(error.problems, os.fspath(path)) from None


def _relation(path: StrPath, schema: TableSchema, extra: Sequence[str]) -> IntoFrame:
    """Return a DuckDB relation over a Parquet file."""
    duckdb = library("duckdb", "duckdb", "frames.scan_file")
    try:
        relation = duckdb.read_parquet(glob.escape(os.fspath(path)))
    except duckdb.Error:
        raise DocumentError((problem_at(Path(path).name, Reason.PARQUET, ANOTHER_FILE),)) from None
    named: IntoFrame = nw.from_native(relation).rename(renaming(relation.columns, schema, extra)).to_native()
    return named


def _relation_writer(frame: Frame, schema: TableSchema | None, heads: Heads) -> Callable[[Path], None]:
    """Return what writes a DuckDB relation as Parquet."""
    native: Any = frame.rename(written_heads(frame.collect_schema(), schema, heads)).to_native()

    def write(path: Path) -> None:
        try:
            native.write_parquet(os.fspath(path), compression="zstd")
        except BaseException:
            path.with_name(f"tmp_{path.name}").unlink(missing_ok=True)  # DuckDB 1 leaves its own behind
            raise

    return write


def _as_engine(table: IntoDataFrame, engine: FileEngine, where: str) -> IntoFrame:
    """Return a Polars table as one of another engine."""
    if engine == "polars":
        return table
    library("pyarrow", engine, where)
    made: Any = nw.from_native(table, eager_only=True).to_arrow()
    match engine:
        case "pandas":
            made = made.to_pandas(types_mapper=library("pandas", engine, where).ArrowDtype)
        case "duckdb":
            made = library("duckdb", engine, where).from_arrow(made)
    frame: IntoFrame = made
    return frame
