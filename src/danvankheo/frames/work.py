"""One calculation on a frame: checked columns in, working columns inside, the same kind of frame out.

Every step is a `with_columns` of its own: one nested expression of a long division would double in size
at each step, and with it the time that a database needs for it. What cannot be exact stops the
calculation: an eager frame at once, with row numbers; a lazy one when its engine runs it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import Any, Final, Generic, Self, TypeAlias, cast

import attrs
import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoDataFrame, IntoFrame, IntoFrameT, IntoLazyFrame

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, close_to
from danvankheo.domain.movement import Movement
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.reasons import Reason

Frame: TypeAlias = "nw.DataFrame[IntoDataFrame] | nw.LazyFrame[IntoLazyFrame]"
"""A frame as Narwhals sees it."""

LARGEST: Final = 9 * 10**18
"""No whole number in a column is larger in size; an Int64 holds a little more."""

MAX_DECIMALS: Final = 15
"""Decimals that a column of whole numbers can stand for."""

ROWS_TOLD: Final = 5
"""Row numbers that an error names; it counts the others."""

# Rows that Polars streams in one piece: its own 100 000 take twice the memory and no less time.
_ROWS_AT_ONCE: Final = 30_000

_PREFIX: Final = "_danvankheo_"
_STOP: Final = "stop"

# Here `//` of two integers is done in integers. Others may do it in doubles, and are corrected.
_EXACT_DIVISION: Final = frozenset(
    {nw.Implementation.POLARS, nw.Implementation.PANDAS, nw.Implementation.PYARROW, nw.Implementation.DUCKDB}
)
# Here whole numbers of 37 digits are held exactly, and a step of a plan costs more than a wide number.
_WIDE: Final = {
    nw.Implementation.DUCKDB: nw.Int128(),
    nw.Implementation.PYSPARK: nw.Decimal(38, 0),
    nw.Implementation.PYSPARK_CONNECT: nw.Decimal(38, 0),
}
_WHOLE: Final = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.Int128, nw.UInt8, nw.UInt16, nw.UInt32)


@attrs.define
class Work(Generic[IntoFrameT]):
    """A calculation in progress.

    Args:
        where: the function that runs, for errors.
        frame: the frame so far, with working columns.
        eager: whether the caller's frame holds its rows now, so that errors can name them.
    """

    where: str
    frame: Frame
    eager: bool
    _stops: bool = attrs.field(default=False, init=False)  # whether any rows are noted to stop it
    _prefix: str = attrs.field(default=_PREFIX, init=False)  # of working columns, and of no other

    @classmethod
    def on(
        cls, table: IntoFrameT, where: str, *, whole: Iterable[str] = (), other: Iterable[str] = ()
    ) -> Self:
        """Return a calculation on a caller's frame.

        Args:
            table: the caller's frame.
            where: the function that runs, for errors.
            whole: columns that must hold whole numbers.
            other: columns that must be there.

        Raises:
            InvalidValueError: no frame, a column that is not there, or one that may not be exact.
        """
        frame = narwhals_frame(table, where)
        eager = isinstance(frame, nw.DataFrame)
        work = cls(where, frame, eager)
        work._prefix = unused(frame)
        work._check_columns([*whole], [*other])
        if eager and frame.implementation.is_polars():
            work.frame = work.frame.lazy()  # one optimised plan in place of many passes
        return work

    @property
    def in_spark(self) -> bool:
        """Whether the engine is Spark, whose `//` Narwhals writes with doubles."""
        return self.frame.implementation.is_pyspark() or self.frame.implementation.is_pyspark_connect()

    @property
    def divides_exactly(self) -> bool:
        """Whether `//` of this engine is integer division."""
        return self.frame.implementation in _EXACT_DIVISION

    @property
    def wide(self) -> nw.dtypes.DType | None:
        """The type for whole numbers that no Int64 holds, on engines where it saves steps."""
        return _WIDE.get(self.frame.implementation)

    @property
    def ranks_in_groups(self) -> bool:
        """Whether the engine ranks within groups by itself."""
        return not self.frame.implementation.is_pyarrow()

    @property
    def shifts_in_groups(self) -> bool:
        """Whether the engine shifts within groups by itself, and keeps whole numbers whole."""
        return not (self.frame.implementation.is_pyarrow() or self.frame.implementation.is_pandas())

    def name(self, name: str) -> str:
        """Return what a working column is called in the frame."""
        return self._prefix + name

    def col(self, name: str) -> nw.Expr:
        """Return a working column."""
        return nw.col(self._prefix + name)

    def let(self, **columns: nw.Expr) -> None:
        """Write working columns, all from what was there before."""
        written = [column.alias(self._prefix + name) for name, column in columns.items()]
        self.frame = self.frame.with_columns(*written) if written else self.frame

    def let_spark(self, columns: Mapping[str, str]) -> None:
        """Write working columns in Spark's own words, where those of Narwhals are inexact or slow."""
        frame: Any = self.frame.to_native()
        connects = self.frame.implementation.is_pyspark_connect()
        functions = import_module(f"pyspark.sql{'.connect' if connects else ''}.functions")
        written = {self._prefix + name: functions.expr(text) for name, text in columns.items()}
        self.frame = nw.from_native(frame.withColumns(written))

    def groups(self, keys: Sequence[str]) -> list[str]:
        """Return columns to group by: the keys or, without any, a working column that makes one group."""
        if not keys:
            self.let(all=ZERO)
        return [*keys] or [self.name("all")]

    def stop_where(self, wrong: nw.Expr) -> None:
        """Note rows that have no exact answer: the caller gets an error and no frame."""
        noted = (self.col(_STOP) == 1) | wrong if self._stops else wrong
        self.let(**{_STOP: flag(noted)})
        self._stops = True

    def unless_stopped(self, column: nw.Expr) -> nw.Expr:
        """Return a column, null where the calculation stops, so that going on there does no harm."""
        return nw.when(self.col(_STOP) == 0).then(column)

    def give(self, out: str, column: nw.Expr, *, text: bool = False) -> IntoFrameT:
        """Return the caller's frame with one column more, as the kind of frame that it was.

        Raises:
            InvalidValueError: the caller's frame has a column of that name.
        """
        self.check_new(out)
        self.put({out: column}, text=text)
        return self.finished()

    def check_new(self, out: str) -> None:
        """Check that a column can be written without replacing one of the caller's."""
        check_type(out, str, f"{self.where}.out")
        if out in self.frame.collect_schema():
            raise invalid(f"{self.where}.out", Reason.NEW_COLUMN, out)

    def put(
        self, columns: Mapping[str, nw.Expr], *, text: bool = False, reason: Reason = Reason.COLUMN_RANGE
    ) -> None:
        """Write columns for the caller; rows without an exact answer stop the calculation.

        Raises:
            InvalidValueError: a column that begins as working columns do, and would go with them.
        """
        for out in columns:
            if out.startswith(_PREFIX):
                raise invalid(self.where, Reason.OWN_COLUMN, out, prefix=_PREFIX)
        stops, self._stops = self._stops, False
        if stops and not self.eager:
            columns = self._or_stop(columns, reason, text=text)
        self.frame = self.frame.with_columns(*(column.alias(out) for out, column in columns.items()))
        if stops and self.eager:
            self._stop(reason)

    def finished(self) -> IntoFrameT:
        """Return the frame without working columns, as the kind of frame that the caller gave."""
        working = [name for name in self.frame.collect_schema().names() if name.startswith(self._prefix)]
        frame = self.frame.drop(*working) if working else self.frame
        if self.eager and isinstance(frame, nw.LazyFrame):
            frame = frame.collect()
        return cast("IntoFrameT", frame.to_native())

    def _or_stop(self, columns: Mapping[str, nw.Expr], reason: Reason, *, text: bool) -> dict[str, nw.Expr]:
        """Return columns that a lazy engine cannot finish: the cast of a message to a number fails."""
        message = f"danvankheo: {self.where}: expected {reason.english}"
        self.let(failing=nw.when(self.col(_STOP) == 1).then(nw.lit(message)).cast(nw.Int64))
        failing = self.col("failing").cast(nw.String) if text else self.col("failing")
        stopped = self.col(_STOP) == 1
        return {out: nw.when(stopped).then(failing).otherwise(column) for out, column in columns.items()}

    def _stop(self, reason: Reason) -> None:
        """Raise with the rows that have no exact answer, if there are any."""
        if isinstance(self.frame, nw.LazyFrame):
            self.frame = self.frame.collect()
        rows = rows_where(self.frame, self.col(_STOP) == 1)
        if isinstance(self.frame, nw.DataFrame) and self.frame.implementation.is_polars():
            self.frame = self.frame.lazy()
        if rows:
            told = told_rows(rows)
            raise InvalidValueError(self.where, reason, told.english, {"got": told})

    def _check_columns(self, whole: list[str], other: list[str]) -> None:
        schema = self.frame.collect_schema()
        for name in (*whole, *other):
            if not isinstance(name, str) or name not in schema:
                allowed = ", ".join(schema)
                raise invalid(self.where, Reason.COLUMN, name, allowed=allowed, **close_to(name, schema))
        for name in whole:
            if not is_whole(schema[name]):
                raise not_whole(f"{self.where}: {name}", schema[name], self.frame.implementation)
        self.frame = as_int64(self.frame, [*dict.fromkeys(whole)])


def narwhals_frame(table: IntoFrame, where: str) -> Frame:
    """Return a caller's frame as Narwhals sees it.

    Raises:
        InvalidValueError: no frame of an engine that Narwhals knows, or two columns of one name.
    """
    try:
        frame: Any = nw.from_native(table)
    except nw.exceptions.DuplicateError:  # pandas alone has such tables
        names = [str(name) for name in getattr(table, "columns", ())]
        again = ", ".join(sorted({name for name in names if names.count(name) > 1}))
        raise invalid(where, Reason.HEAD_ONCE, again) from None
    except TypeError:
        raise _no_frame(table, where) from None
    return cast("Frame", frame)


def _no_frame(value: object, where: str) -> InvalidValueError:
    """Return the error that a value is no frame; of movements it says what makes tables of them."""
    got = type(value).__name__
    first = next(iter(value), None) if isinstance(value, Sequence) else value
    if isinstance(first, Movement):
        way = {"other": Words("phong trào", "movements"), "way": "frames.from_movements(…)"}
        return invalid(where, Reason.OTHER_TYPE, got, type=_A_FRAME, **way)
    return invalid(where, Reason.TYPE, got, type=_A_FRAME)


_A_FRAME: Final = Words(
    "bảng của Polars, pandas, PyArrow, DuckDB hoặc Spark",
    "a frame of Polars, pandas, PyArrow, DuckDB or Spark",
)


def unused(frame: Frame) -> str:
    """Return what no column of a frame begins with."""
    names = frame.collect_schema().names()
    prefix = _PREFIX
    while any(name.startswith(prefix) for name in names):
        prefix += "_"
    return prefix


def streamed(frame: Frame) -> AbstractContextManager[object]:
    """Return a context in which a lazy table of Polars is run piece by piece, and not held in memory."""
    if not (isinstance(frame, nw.LazyFrame) and frame.implementation.is_polars()):
        return nullcontext()
    polars: Any = frame.implementation.to_native_namespace()
    context: AbstractContextManager[object] = polars.Config(
        engine_affinity="streaming", streaming_chunk_size=_ROWS_AT_ONCE
    )
    return context


def is_whole(kind: nw.dtypes.DType) -> bool:
    """Return whether a type holds whole numbers that an Int64 can take over with a check."""
    return isinstance(kind, _WHOLE)


def not_whole(where: str, kind: nw.dtypes.DType, engine: nw.Implementation) -> InvalidValueError:
    """Return the error for a column that may not be exact, with the way to make it so."""
    if engine.is_pandas() and kind.is_float():
        call = 'convert_dtypes(dtype_backend="pyarrow")'
        fix = Words(
            f"{call} khi đọc: có ô trống thì pandas đổi số nguyên thành float",
            f"{call} on reading: with gaps pandas makes whole numbers float",
        )
    elif kind.is_decimal() or kind.is_float():
        fix = Words(
            "nhân với 10**scale rồi đổi sang Int64 ở chỗ tạo cột",
            "times 10**scale, then cast to Int64, where the column is made",
        )
    else:
        fix = Words("đổi sang Int64 ở chỗ tạo cột", "cast to Int64 where the column is made")
    return InvalidValueError(where, Reason.WHOLE_COLUMN, str(kind), {"fix": fix})


def as_int64(frame: Frame, names: Iterable[str]) -> Frame:
    """Return a frame whose columns of whole numbers are Int64 that can hold a null."""
    schema = frame.collect_schema()
    if frame.implementation.is_pandas():
        # NumPy's own integers turn into floats as soon as an answer is unknown; they know no missing value.
        native: Any = frame.to_native()
        of_numpy = [name for name in names if not hasattr(native.dtypes[name], "na_value")]
        if of_numpy:
            frame = nw.from_native(native.astype(dict.fromkeys(of_numpy, "Int64")))
    smaller = [name for name in names if schema[name] != nw.Int64]
    return frame.with_columns(nw.col(*smaller).cast(nw.Int64)) if smaller else frame


def flag(condition: nw.Expr) -> nw.Expr:
    """Return 1 where a condition holds, else 0, also where it is unknown."""
    return nw.when(condition).then(ONE).otherwise(ZERO)


def first_of(choices: Sequence[tuple[nw.Expr, nw.Expr]]) -> nw.Expr:
    """Return what belongs to the first condition that holds; null where none does."""
    (condition, column), *others = choices
    chosen = nw.when(condition).then(column)
    return chosen.otherwise(first_of(others)) if others else chosen


def beyond(column: nw.Expr) -> nw.Expr:
    """Return where a column leaves the range in which every step is exact."""
    return ~column.is_between(-LARGEST, LARGEST)


def rows_where(frame: Frame, condition: nw.Expr) -> list[int]:
    """Return the numbers, from 0, of the rows of an eager frame for which a condition holds."""
    assert isinstance(frame, nw.DataFrame)
    number = unused(frame) + "row"
    return [int(row) for row in frame.with_row_index(number).filter(condition)[number].to_list()]


RowNumber: TypeAlias = Callable[[int], int]
"""How people number a row, by its place from 0."""


def from_one(at: int) -> int:
    """Return the number of a row of a table: the first is row 1."""
    return at + 1


def told_rows(rows: list[int], number: RowNumber = from_one) -> Words:
    """Return row numbers as an error states them.

    Args:
        rows: their places, from 0.
        number: how they are numbered.

    >>> told_rows([3, 17])
    Words(vietnamese='dòng 4, 18', english='rows 4, 18')
    >>> told_rows(list(range(100))).english
    'rows 1, 2, 3, 4, 5 and 95 more'
    """
    first = ", ".join(str(number(row)) for row in rows[:ROWS_TOLD])
    more = len(rows) - ROWS_TOLD
    word = "row" if len(rows) == 1 else "rows"
    english, vietnamese = (f" and {more} more", f" và {more} dòng nữa") if more > 0 else ("", "")
    return Words(f"dòng {first}{vietnamese}", f"{word} {first}{english}")


ONE: Final = nw.lit(1, nw.Int64)
ZERO: Final = nw.lit(0, nw.Int64)
