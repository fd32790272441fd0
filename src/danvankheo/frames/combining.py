"""Several tables of contributions as one: names and times in one form, no place and time twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

import attrs
import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.domain.periods import Period
from danvankheo.errors import DocumentError, InvalidValueError, Problem, invalid
from danvankheo.frames.cells import Row, number_of, text_of
from danvankheo.frames.schema import CONTRIBUTIONS, PLACE_COLUMNS, Column, ColumnType
from danvankheo.frames.validation import validate
from danvankheo.frames.work import Frame, as_int64, is_whole, narwhals_frame, streamed
from danvankheo.printing import printable
from danvankheo.reasons import Reason
from danvankheo.reporting.coverage import Coverage, read_period, repeated
from danvankheo.reporting.place_names import LEVELS, AmbiguousName, Lineage, one_form, read_name

_CONTEXT: Final = (*PLACE_COLUMNS, "period", "year")
_BETWEEN: Final = "\x1f"


def combine(tables: Mapping[str, IntoFrameT], *, accept_duplicates: bool = False) -> IntoFrameT:
    """Return several tables of contributions as one, in which no place and time stands twice.

    Names of places and times come in one form, as people who type them do not: "Ia Sơn", "Xã Ia Sơn"
    and " IA SƠN" are one commune where the tables know no other kind of that name; "Quý II/2026" is
    2026-Q2, and so is "quý II" beside the year 2026; a row with a year alone is of that year. Columns
    that only some of the tables have are null in the others; columns beyond `CONTRIBUTIONS` are left out.

    Args:
        tables: the tables by what they are called, such as the names of their files; of one engine.
        accept_duplicates: whether several tables may cover one place and time.

    Raises:
        DocumentError: a table is not what `CONTRIBUTIONS` says; a period that is none; a name that may
            be two places of the tables; a place and a time in two tables. Every problem.

    >>> import polars as pl
    >>> one, other = (
    ...     pl.DataFrame({
    ...         "commune": [name], "period": [period], "kind": ["money"], "unit": ["dong"],
    ...         "amount": [5], "approximation": ["exactly"],
    ...     })
    ...     for name, period in (("Xã Ia Sơn", "2026-Q2"), (" IA SƠN", "Quý I/2026"))
    ... )
    >>> combine({"a.csv": one, "b.csv": other}).select("period", "commune").rows()
    [('2026-Q2', 'Xã Ia Sơn'), ('2026-Q1', 'Xã Ia Sơn')]
    """
    for name, table in tables.items():
        try:
            validate(table, CONTRIBUTIONS)
        except DocumentError as error:
            raise DocumentError(error.problems, name) from None
    frames = {name: narwhals_frame(table, "frames.combine") for name, table in tables.items()}
    gathered = Gathering.of(frames)
    problems = [attrs.evolve(problem, path=f"{name}: {problem.path}") for name, problem in gathered.problems]
    if not accept_duplicates:
        problems += (
            Problem(twice.first.text, Reason.ONE_REPORT, ", ".join(twice.sources))
            for twice in repeated(gathered.coverage)
        )
    if problems:
        raise DocumentError(tuple(problems))
    made = stacked([gathered.rewritten(name, frame) for name, frame in frames.items()])
    return cast("IntoFrameT", made.to_native())


@attrs.frozen
class _Row:
    """Cells that name a place and a time, and what they say."""

    cells: Row
    names: Lineage
    period: Period | None


@attrs.frozen
class Gathering:
    """The places and times of several tables, in one form.

    Args:
        rows: of each table, by its name.
        problems: what is wrong, each with the name of the table.
    """

    rows: Mapping[str, Sequence[_Row]]
    problems: Sequence[tuple[str, Problem]]

    @classmethod
    def of(cls, frames: Mapping[str, Frame]) -> "Gathering":
        """Return what tables cover; lazy ones are run for their places and times."""
        rows: dict[str, list[_Row]] = {}
        problems: list[tuple[str, Problem]] = []
        for name, frame in frames.items():
            rows[name] = []
            for cells in _distinct(frame):
                period = None
                try:
                    period = _period_of(cells)
                except InvalidValueError as error:
                    problems.append((name, Problem(error.field, error.reason, error.got, error.details)))
                names = tuple(
                    read_name(text_of(cells.get(column)), level)
                    for column, level in zip(PLACE_COLUMNS, LEVELS, strict=True)
                )
                rows[name].append(_Row(cells, names, period))
        forms, unclear = one_form(row.names for these in rows.values() for row in these)
        for ambiguous in unclear:
            details = {"meanings": ambiguous.meanings}
            where = next(iter(_tellers(rows, ambiguous)), "")
            got = f"“{printable(ambiguous.name)}”"
            problem = Problem(ambiguous.level.name.lower(), Reason.ONE_PLACE, got, details)
            problems.append((where, problem))
        found = {
            name: [attrs.evolve(row, names=forms[row.names]) for row in these] for name, these in rows.items()
        }
        return cls(found, [*dict.fromkeys(problems)])

    @property
    def coverage(self) -> list[Coverage]:
        """Of which places and times each table is."""
        return [
            each
            for name, rows in self.rows.items()
            for each in dict.fromkeys(Coverage(name, row.names, row.period) for row in rows)
        ]

    def rewritten(self, name: str, frame: Frame) -> Frame:
        """Return a table with its names and times in the form that all tables share."""
        there = frame.collect_schema().names()
        for at, column in reversed(
            [*enumerate(PLACE_COLUMNS)]
        ):  # each is found by those above it, as they were
            if column in there:
                keys = [key for key in PLACE_COLUMNS[: at + 1] if key in there]
                written = ((row.cells, _written(row.names, at)) for row in self.rows[name])
                frame = _replaced(frame, column, keys, written)
        when = [key for key in ("period", "year") if key in there]
        if "period" in there:
            codes = ((row.cells, row.period.code if row.period else None) for row in self.rows[name])
            frame = _replaced(frame, "period", when, codes)
        if len(when) == 2:
            frame = _with_years(frame, self.rows[name])
        return frame


def stacked(frames: Sequence[Frame]) -> Frame:
    """Return tables of contributions one below the other, columns that one of them lacks null in it."""
    schemas = [frame.collect_schema() for frame in frames]
    names = [column for column in CONTRIBUTIONS.columns if any(column.name in schema for schema in schemas)]
    parts: list[Any] = []
    for frame, schema in zip(frames, schemas, strict=True):
        whole = as_int64(frame, [name for name in schema if is_whole(schema[name])])
        parts.append(whole.select(*(_as_published(column, schema) for column in names)))
    made: Frame = nw.concat(parts, how="vertical") if len(parts) > 1 else parts[0]
    return made


def _as_published(column: Column, there: Iterable[str]) -> nw.Expr:
    """Return a published column of a table, null if it lacks it."""
    if column.name not in there:
        like = nw.col("amount" if column.type is ColumnType.WHOLE else "kind")
        return nw.when(nw.col("kind").is_null()).then(like).alias(column.name)  # no row is without a kind
    here = nw.col(column.name)
    return here if column.type is ColumnType.WHOLE else _as_text(column.name)


def _distinct(frame: Frame) -> list[Row]:
    """Return the different rows of places and times of a table, in a fixed order."""
    there = [name for name in _CONTEXT if name in frame.collect_schema()]
    if not there:
        return [{}]
    texts = [_as_text(name) for name in there if name != "year"]
    chosen = frame.select(*texts, *(nw.col(name) for name in there if name == "year")).unique(there)
    with streamed(frame):
        eager = chosen.collect() if isinstance(chosen, nw.LazyFrame) else chosen
    rows = [*eager.iter_rows(named=True)]
    return sorted(rows, key=lambda row: [str(row[name]) for name in there])


def _written(names: Lineage, at: int) -> str | None:
    """Return a name as the column of its level holds it: "Xã Ia Sơn"."""
    name = names[at]
    if name is None:
        return None
    return name.full[:1].upper() + name.full[1:]


def _period_of(cells: Row) -> Period | None:
    """Return the period that cells state.

    Raises:
        InvalidValueError: they state none, or one of another year than they name.
    """
    year = number_of(cells.get("year"))
    period = read_period(text_of(cells.get("period")), year)
    if period and year is not None and _year_of(period) not in (year, None):
        raise invalid("year", Reason.YEAR_OF_PERIOD, year, period=period.code)
    return period


def _year_of(period: Period) -> int | None:
    """Return the year in which a period lies; None if it is in several."""
    return period.start.year if period.start.year == period.end.year else None


def _with_years(frame: Frame, rows: Iterable[_Row]) -> Frame:
    """Return a table with codes of periods in which a row without a year has that of its period."""
    years = {
        row.period.code: year
        for row in rows
        if row.period and number_of(row.cells["year"]) is None and (year := _year_of(row.period))
    }
    if not years:
        return frame
    texts, own = _as_text("period"), nw.col("year")
    found = texts.replace_strict([*years], [*years.values()], default=nw.lit(0), return_dtype=nw.Int64)
    filled = nw.when(own.is_null() & (found > 0)).then(found).otherwise(own)
    made: Frame = as_int64(frame, ["year"]).with_columns(filled.alias("year"))
    return made


def _replaced(
    frame: Frame, column: str, keys: Sequence[str], written: Iterable[tuple[Row, str | None]]
) -> Frame:
    """Return a table whose column holds, for the cells of some columns, what is written of them."""
    changes = {
        _BETWEEN.join(_text(cells.get(key)) for key in keys): text
        for cells, text in written
        if text is not None and text_of(cells.get(column)) != text
    }
    if not changes:
        return frame
    key = nw.concat_str([_as_text(name).fill_null("") for name in keys], separator=_BETWEEN)
    own = _as_text(column)
    changed = key.replace_strict([*changes], [*changes.values()], default=own, return_dtype=nw.String)
    made: Frame = frame.with_columns(changed.alias(column))
    return made


def _as_text(column: str) -> nw.Expr:
    """Return the cells of a column as texts; a null stays one, of which pandas 2 would write "<NA>"."""
    return nw.when(~nw.col(column).is_null()).then(nw.col(column).cast(nw.String))


def _text(cell: object) -> str:
    number = number_of(cell)
    return text_of(cell) if number is None else str(number)


def _tellers(rows: Mapping[str, Sequence[_Row]], unclear: AmbiguousName) -> Iterator[str]:
    """Yield the tables that have a name without its kind."""
    at = LEVELS.index(unclear.level)
    for source, these in rows.items():
        names = (row.names[at] for row in these)
        if any(name and name.kind is None and name.key == unclear.key for name in names):
            yield source
