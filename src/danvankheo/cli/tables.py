"""Files of contributions, in any form, read, added up and printed: what ``danvankheo totals`` does."""

import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

import attrs
import click
import narwhals.stable.v2 as nw

from danvankheo.calc.totals import merge
from danvankheo.cli.inputs import STANDARD_INPUT, Inputs, called, read_named, why_unread, why_unwritten
from danvankheo.cli.messages import BadDataError, UnreadableError, of_options
from danvankheo.cli.spans import Span
from danvankheo.cli.table_checks import DOCUMENTS, all_of, check_what_is_added, copies
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.model import ModelField
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.summary import Summary, Total
from danvankheo.errors import DocumentError, InvalidValueError
from danvankheo.extras import library
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import sentence
from danvankheo.frames import (
    CONTRIBUTIONS,
    TOTALS,
    LeftOutRowsWarning,
    LongNumberWarning,
    from_movements,
    read_file,
    scan_file,
    total,
    validate,
    write_file,
)
from danvankheo.frames.cells import Row, number_of, quantity_of, text_of
from danvankheo.frames.combining import Gathering
from danvankheo.frames.forms import PAPER_SUFFIXES, WRITTEN, Form
from danvankheo.frames.heads import HEADS, Heads
from danvankheo.frames.marked_rows import has_marked_rows
from danvankheo.frames.work import as_int64, is_whole, streamed
from danvankheo.locale_vi.collation import sort_key
from danvankheo.printing import printable
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import Document, paragraphs, section
from danvankheo.reporting.columns import counts_of, sums_of
from danvankheo.reporting.coverage import Coverage, coverage_of
from danvankheo.reporting.figure_table import FigureTable, text_column

_Lazy: TypeAlias = "nw.LazyFrame[Any]"

_KINDS: Final = tuple(ContributionKind)
_NEEDED: Final = ("kind", "unit", "amount", "approximation")
_NOT_TOLD: Final = "Không ghi"
_JSON: Final = ".json"
_TEXTS: Final = frozenset({".txt", ".text", ".md"})


def suffixes() -> frozenset[str]:
    """Return what the names of the files end in that are added up."""
    return frozenset({_JSON, Form.PARQUET.value, Form.CSV.value, Form.EXCEL.value}) | PAPER_SUFFIXES - _TEXTS


@attrs.frozen
class Order:
    """What is to be added up.

    Args:
        inputs: the files; "-" is a document on standard input.
        by: the columns to group by.
        engine: polars, duckdb, or auto for the first that is installed.
        convention: whose signs numbers in CSV and Excel have.
        sheet: which sheet of workbooks.
        span: the stretch of time over which periods are added up; None adds up each by itself.
        accept: whether several files may cover one place and time.
    """

    inputs: Inputs
    by: Sequence[str]
    engine: str
    convention: Any
    sheet: str | None
    span: Span | None = None
    accept: bool = False


@attrs.frozen
class Totals:
    """Sums by group, in the order in which they are stated.

    Args:
        by: the columns of the groups.
        table: the sums as an eager table, as `TOTALS` says.
        files: of how many files.
        span: the stretch of time of them, if one is stated.
        left_out: how many other files could not be used.
    """

    by: Sequence[str]
    table: nw.DataFrame[Any]
    files: int
    span: Span | None = None
    left_out: int = 0

    @property
    def rows(self) -> list[Row]:
        """The rows of the table."""
        return [*self.table.iter_rows(named=True)]


def added_up(order: Order) -> Totals:
    """Return the sums of all files.

    Raises:
        BadDataError: with every problem of every file, in Vietnamese.
        UnreadableError: a file cannot be read at all.
        ModuleNotFoundError: a library that a file needs is not installed.
    """
    engine = order.engine
    if engine == "auto":
        engine = "polars" if find_spec("polars") or not find_spec("duckdb") else "duckdb"
    library(engine, engine, "danvankheo totals")
    read = _read_all(order, engine)
    gathered = Gathering.of(read.tables)
    try:
        check_what_is_added(
            read.documents,
            gathered,
            by=order.by,
            span=order.span,
            accept=order.accept,
            dated=all("period" in table.collect_schema() for table in read.tables.values()),
        )
    except BadDataError:
        if len(read.sources) == 1:  # what is wrong with its cells comes first
            _check_cells(read)
        raise
    columns = [*dict.fromkeys((*order.by, *_NEEDED))]
    rewritten = (gathered.rewritten(name, table) for name, table in read.tables.items())
    wanted = [_chosen(cast("_Lazy", table), columns) for table in rewritten]
    together = nw.concat(wanted, how="vertical") if len(wanted) > 1 else wanted[0]
    try:
        with streamed(together):
            summed: _Lazy = nw.from_native(total(together.to_native(), by=order.by))
            eager = summed.collect("polars" if engine == "polars" else "pyarrow")
    except DocumentError as error:
        raise BadDataError(all_of([*_lines(read.sources[0], error)])) from None
    except InvalidValueError as error:
        raise BadDataError(error.vietnamese) from None
    except Exception as error:  # each engine has errors of its own for a run that the frames stop
        if "danvankheo:" not in str(error):
            raise
        raise BadDataError(f"Tổng của một nhóm {Reason.COLUMN_RANGE.vietnamese}.") from None
    rows = [*eager.iter_rows(named=True)]
    places = sorted(range(len(rows)), key=lambda at: _place(rows[at], order.by))
    return Totals(order.by, eager[places], len(read.sources), order.span, len(order.inputs.left_out))


def write(told: Totals, output: str, *, progress: bool) -> None:
    """Write sums to a file, whole or not at all: Vietnamese heads in CSV and Excel, names in Parquet.

    Raises:
        UnreadableError: it cannot be written.
    """
    form = Path(output).suffix.lower()
    if form not in WRITTEN:
        raise UnreadableError(f"--output {printable(output)}: tên phải kết thúc bằng {', '.join(WRITTEN)}.")
    heads: Heads = "en" if form == Form.PARQUET else "vi"
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", LongNumberWarning)
            table = told.table if heads == "en" else _for_people(told.table)
            write_file(table.to_native(), output, TOTALS, heads=heads, convention="vi", progress=progress)
    except InvalidValueError as error:
        raise BadDataError(error.vietnamese) from None
    except OSError as error:
        raise UnreadableError(f"Không ghi được {printable(output)}: {why_unwritten(error)}") from None
    if caught:
        click.echo("Chú ý: số dài hơn 15 chữ số được ghi dưới dạng chữ, vì Excel sẽ làm tròn.", err=True)


def _for_people(table: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Return sums without a word before those that are exact, as people write them."""
    exact = nw.col("approximation") == Approximation.EXACTLY.value
    return table.with_columns(nw.when(~exact).then(nw.col("approximation")).alias("approximation"))


def data_of(told: Totals) -> dict[str, object]:
    """Return sums as data for programs: amounts as text, in their units, exact."""
    sums: list[dict[str, object]] = []
    for row in told.rows:
        quantity = _total(row).quantity
        amount = f"{quantity.amount:f}" if quantity else None
        sums.append({**row, "amount": amount})
    return {"by": [*told.by], "totals": sums}


def report_of(told: Totals) -> Document:
    """Return sums as a Vietnamese report: a row a group, a column a kind, and the sum of all last.

    Rows of several periods or years have no such sum.
    """
    groups: dict[tuple[str, ...], list[Total]] = {}
    for row in told.rows:
        groups.setdefault(tuple(_group(name, row[name]) for name in told.by), []).append(_total(row))
    summaries = [Summary(contributions=tuple(totals)) for totals in groups.values()]
    keys = [*groups]
    adds_up = len(keys) > 1 and not {"period", "year"} & {*told.by}
    if adds_up:
        summaries.append(merge(*summaries))
        keys.append(("Tổng cộng", *[""] * (len(told.by) - 1)))
    heads = [HEADS[TOTALS.name][name][0] for name in told.by]
    counts = counts_of([{"Số khoản": sum(line.count for line in each.contributions)} for each in summaries])
    columns = [
        *(text_column(head, (key[at] for key in keys)) for at, head in enumerate(heads)),
        *sums_of(summaries),
        *counts,
    ]
    by = f" theo {', '.join(head.lower() for head in heads)}" if heads else ""
    when = f", {told.span.text}" if told.span else ""
    rest = f"; không tính {format_number(told.left_out)} tệp không dùng được" if told.left_out else ""
    files = f"Cộng từ {format_number(told.files)} tệp{when}{rest}."
    sums = (range(len(groups)),) if adds_up else ()
    table = FigureTable(columns=columns, sums=sums).filled() if groups else None
    blocks = [*paragraphs(files), *section("Đóng góp", table=table)]
    return Document(title=f"Tổng đóng góp{by}", blocks=blocks)


@attrs.frozen
class _Read:
    """What the files hold: tables by their names, of which places and times documents are, and all names."""

    tables: dict[str, _Lazy]
    documents: Sequence[Coverage]
    sources: Sequence[str]


def _read_all(order: Order, engine: str) -> _Read:
    """Return the contributions of all files, each checked if there are several; what is bad is left out."""
    inputs = order.inputs
    names = inputs.names
    documents = [name for name in names if name == STANDARD_INPUT or _suffix(name) == _JSON]
    tables: dict[str, _Lazy] = {}
    covered: list[Coverage] = []
    sources: list[str] = []
    if documents:
        named = read_named(inputs, documents)
        covered = [coverage_of(source, movement) for source, movement in named.items()]
        sources += named
        if named:
            backend: Any = "polars" if engine == "polars" else "pyarrow"
            made: Any = from_movements(named.values(), engine=backend, kinds=True)
            tables[DOCUMENTS] = _taken_over(made.contributions, engine)
    others = [name for name in names if name not in documents]
    twins = copies(others)
    for name in inputs.watched(others):
        source = called(name)
        if name in twins and called(twins[name]) in tables:
            inputs.leave(source, [f"giống hệt {called(twins[name])}; cộng lại sẽ tính hai lần"])
            continue
        try:
            table = _read(name, order, engine)
            lacking = [column for column in order.by if column not in table.collect_schema()]
            if lacking:
                inputs.leave(source, [f"không có cột {column} để nhóm" for column in lacking])
                continue
            if len(names) > 1:
                with streamed(table):
                    validate(table.to_native(), CONTRIBUTIONS)
            tables[source] = table
            sources.append(source)
        except DocumentError as error:
            causes = [problem.vietnamese.removeprefix(f"{Path(name).name}: ") for problem in error.problems]
            inputs.leave(source, [of_options(cause) for cause in causes])
        except InvalidValueError as error:
            inputs.leave(source, [of_options(error.vietnamese)])
        except OSError as error:
            inputs.leave(source, [why_unread(error)], unreadable=True)
    inputs.check(any_used=bool(tables), nothing="chưa cộng gì")
    return _Read(tables, covered, sources)


def _check_cells(read: _Read) -> None:
    """Check the cells of the only file."""
    for table in read.tables.values():
        try:
            with streamed(table):
                validate(table.to_native(), CONTRIBUTIONS)
        except DocumentError as error:
            raise BadDataError(all_of([*_lines(read.sources[0], error)])) from None


def _read(name: str, order: Order, engine: str) -> _Lazy:
    """Return a lazy table of one file; of all forms, only Parquet is not held in memory."""
    on: Any = engine
    if _suffix(name) == Form.PARQUET:
        scanned: _Lazy = nw.from_native(scan_file(name, CONTRIBUTIONS, engine=on)).lazy()
        if not has_marked_rows(scanned, CONTRIBUTIONS):
            return scanned
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", LeftOutRowsWarning)
        table: Any = read_file(
            name,
            CONTRIBUTIONS,
            engine=on,
            convention=order.convention,
            sheet=order.sheet,
            accept_duplicates=order.accept,
        )
    for warning in caught:
        if isinstance(warning.message, LeftOutRowsWarning):
            click.echo(f"Chú ý: {warning.message.vietnamese}.", err=True)
    lazy: _Lazy = nw.from_native(table).lazy()
    return lazy


def _taken_over(table: Any, engine: str) -> _Lazy:
    """Return a table of records as a lazy one of the engine."""
    made = library("duckdb", "duckdb", "danvankheo totals").from_arrow(table) if engine == "duckdb" else table
    lazy: _Lazy = nw.from_native(made).lazy()
    return lazy


def _chosen(table: _Lazy, columns: Sequence[str]) -> _Lazy:
    """Return the columns that are added up, of types that tables of several files share."""
    kinds = table.collect_schema()
    chosen: Any = table.select(*(name for name in columns if name in kinds))
    chosen = as_int64(chosen, [name for name in columns if is_whole(kinds[name])])
    texts = [name for name in columns if isinstance(kinds[name], nw.Categorical | nw.Enum)]
    lazy: _Lazy = chosen.with_columns(nw.col(*texts).cast(nw.String)) if texts else chosen
    return lazy


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _lines(source: str, error: DocumentError) -> list[str]:
    return [f"{source}: {of_options(problem.vietnamese)}" for problem in error.problems]


def _place(row: Row, by: Sequence[str]) -> tuple[object, ...]:
    """Return where a row stands among the others: by its groups, unknown ones last, then by kind."""
    groups = [_place_of_cell(name, row[name]) for name in by]
    return (*groups, _KINDS.index(ContributionKind(text_of(row["kind"]))), text_of(row["unit"]))


def _place_of_cell(name: str, cell: object) -> tuple[bool, object]:
    """Return where a cell stands in its column: periods by time, fields as they are listed, else by name."""
    if cell is None or cell == "":
        return True, ()
    if name == "year":
        return False, cell
    if name == "period":
        period = Period.from_code(str(cell))
        return False, (period.start, period.end)
    return False, list(ModelField).index(ModelField(str(cell))) if name == "field" else sort_key(str(cell))


def _total(row: Row) -> Total:
    quantity = quantity_of(row["unit"], row["amount"], row["approximation"])
    return Total(
        kind=ContributionKind(text_of(row["kind"])), quantity=quantity, count=number_of(row["count"]) or 0
    )


def _group(name: str, cell: object) -> str:
    """Return what a group is called in a report."""
    if cell is None or cell == "":
        return _NOT_TOLD
    if name == "period":
        return sentence(format_period(Period.from_code(str(cell))))
    return sentence(ModelField(str(cell)).label) if name == "field" else str(cell)
