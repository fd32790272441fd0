"""Sums by group: the twins of `danvankheo.calc.rollup` and `danvankheo.calc.totals`.

Numerators and denominators are added, percentages never averaged; what is unknown is counted, not
taken for zero; a sum that Int64 cannot hold stops the calculation instead of wrapping around.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.domain.quantities import Approximation
from danvankheo.errors import invalid
from danvankheo.frames.division import divmod_
from danvankheo.frames.schema import CONTRIBUTIONS, PLACE_COLUMNS
from danvankheo.frames.validation import validate
from danvankheo.frames.work import LARGEST, ZERO, Work, beyond, first_of, narwhals_frame
from danvankheo.reasons import Reason

KNOWN: Final = "known"
UNKNOWN: Final = "unknown"
COUNT: Final = "count"

Sums: TypeAlias = str | Sequence[str | tuple[str, ...]]
"""Columns to add up: one, a tuple of columns that belong together, or a list of both."""

# Here 128 bits hold the sum of any column, and adding them costs little.
_ADDS_128_BITS: Final = frozenset({nw.Implementation.POLARS, nw.Implementation.DUCKDB})

# Elsewhere the halves of the numbers are added, millions of them without harm: n = high · 2^32 + low.
_HALF: Final = 2**32

_Words = Approximation
# Numbers for the words of a group such that the least and the greatest of them say what is known of
# the sum: equal, it is that word; within one side's words, that side's strict one; else "about".
_CODES: Final = (
    (_Words.OVER, 1),
    (_Words.AT_LEAST, 2),
    (_Words.ABOUT, 3),
    (_Words.NEARLY, 4),
    (_Words.UNDER, 5),
    (_Words.AT_MOST, 6),
)


def roll_up(table: IntoFrameT, *, by: str | Sequence[str], sums: Sums = ()) -> IntoFrameT:
    """Return one row a group: the keys, the exact sums, and how many rows each sum is of and is not.

    The twin of `danvankheo.roll_up`. Each sum is of its own known rows: a gap in one column takes
    nothing from another. Columns that belong together row by row, as part and whole do, stand in a
    tuple: a row in which one of them is null is in none of the sums of that tuple, so that a rate of
    the sums is that of the known rows. Rows come in no promised order; all null keys make one group.

    Args:
        table: a frame of any engine, eager or lazy.
        by: the columns to group by; none at all makes one row.
        sums: what to add up, whole numbers, Int64 or smaller: a column, a tuple of columns that
            belong together, or a list of columns and tuples, such as ``["dong", ("ngheo", "ho")]``;
            with none, rows are counted.

    Returns:
        The columns of `by`; those of `sums`, null where no row was added; and the counts. Of one
        column or one tuple these are ``known``, the rows added, and ``unknown``, the other rows. Of a
        list of several each column has its own: ``dong_known``, ``dong_unknown``, ``ngheo_known`` …

    Raises:
        InvalidValueError: a column that is missing, named twice, written twice or not of whole
            numbers; a sum beyond 9·10^18.

    >>> import polars as pl
    >>> communes = pl.DataFrame({
    ...     "tinh": ["Gia Lai"] * 3, "dat_chuan": [27, 9, 4], "tong_so": [28, 12, None], "dong": [5, None, 6],
    ... })
    >>> roll_up(communes, by="tinh", sums=("dat_chuan", "tong_so")).rows()
    [('Gia Lai', 36, 40, 2, 1)]
    >>> table = roll_up(communes, by="tinh", sums=["dong", ("dat_chuan", "tong_so")])
    >>> table.select("dong", "dong_known", "dong_unknown", "dat_chuan", "tong_so_known").rows()
    [(11, 2, 1, 36, 2)]
    """
    keys, together = names_of(by), _together(sums)
    values = [name for names in together for name in names]
    work = Work.on(table, "frames.roll_up", whole=values, other=keys)
    counts = {name: (f"{name}_{KNOWN}", f"{name}_{UNKNOWN}") for name in values}
    if len(together) <= 1:
        counts = {values[0] if values else "": (KNOWN, UNKNOWN)}
    _check_written(work, [*keys, *values, *(name for pair in counts.values() for name in pair)])
    parts = {name: f"sum{at}" for at, name in enumerate(values)}
    work.let(**{parts[name]: _unless_gaps(name, names) for names in together for name in names})
    known = {f"known{at}": parts[names[0]] for at, names in enumerate(together)}
    add_up(work, keys, parts, known=known)
    rows = work.col("rows")
    known_of = {name: work.col(f"known{at}") for at, names in enumerate(together) for name in names}
    work.frame = work.frame.select(
        *keys,
        *(nw.when(known_of[name] > 0).then(nw.col(name)).alias(name) for name in values),
        *(
            column
            for name, (known_as, unknown_as) in counts.items()
            for column in _counts(known_of.get(name, rows), rows, known_as, unknown_as)
        ),
    )
    return work.finished()


def total(contributions: IntoFrameT, *, by: str | Sequence[str] = ()) -> IntoFrameT:
    """Return the exact sums of contributions by kind and base unit, in each group.

    The twin of `danvankheo.total`: money, labour, land and goods are never added to each other, nor
    one unit to another. Contributions whose quantity nobody stated make a row of their own, with a null
    unit and amount: unknown is not zero. Rows come in no promised order.

    Communes of one name lie in many provinces: a place is grouped with the places that it lies in, as
    far as the table has their columns. By ``commune`` alone the rows have ``province``, ``district``
    and ``commune``. A table without these columns cannot tell such communes apart.

    Args:
        contributions: a table as `CONTRIBUTIONS` says; it may have more columns.
        by: more columns to group by, such as ``["province", "year"]``.

    Returns:
        The columns of `by`, each place after those that it lies in; ``kind``; ``unit``; ``amount``, in
        the smallest unit; ``approximation``, what is still known of the sum; ``count``, how many
        contributions it is of.

    Raises:
        DocumentError: the table is not what the schema says; every problem.
        InvalidValueError: a sum beyond 9·10^18.

    >>> import polars as pl
    >>> given = pl.DataFrame({
    ...     "kind": ["money", "money", "labour"], "unit": ["dong", "dong", "workday"],
    ...     "amount": [154_400_000, 60_000_000, 73_100], "approximation": ["over", "nearly", None],
    ... })
    >>> total(given).sort("kind").rows()
    [('labour', 'workday', 73100, 'exactly', 1), ('money', 'dong', 214400000, 'about', 2)]
    >>> where = {"province": pl.Series(["Gia Lai", "Nghệ An"]), "commune": pl.lit("Tân Sơn")}
    >>> two = given.head(2).with_columns(**where)
    >>> total(two, by="commune").select("province", "commune", "amount").sort("amount").rows()
    [('Nghệ An', 'Tân Sơn', 60000000), ('Gia Lai', 'Tân Sơn', 154400000)]
    """
    validate(contributions, CONTRIBUTIONS)
    there = narwhals_frame(contributions, "frames.total").collect_schema().names()
    keys = [*dict.fromkeys((*_with_paths(names_of(by), there), "kind", "unit"))]
    work = Work.on(contributions, "frames.total", whole=("amount",), other=keys)
    work.let(amount=nw.col("amount"))
    # First by word, then over the words: few rows are left when texts become numbers.
    add_up(work, [*keys, "approximation"], {"amount": "amount"}, known={"known": "amount"})
    code = ZERO  # and only then null: pandas 2 warns of whole numbers that meet a column with gaps
    for word, number in _CODES:
        code = nw.when(nw.col("approximation") == word.value).then(nw.lit(number, nw.Int64)).otherwise(code)
    amount = nw.when(work.col("known") > 0).then(nw.col("amount"))
    work.let(code=nw.when(code > 0).then(code), amount=amount, count=work.col("rows"))
    add_up(work, keys, {"amount": "amount"}, ["count"], known={"known": "amount"}, code="code")
    work.frame = work.frame.select(
        *keys,
        nw.when(work.col("known") > 0).then(nw.col("amount")).alias("amount"),
        _word(work.col("least"), work.col("most")).alias("approximation"),
        work.col("count").alias(COUNT),
    )
    return work.finished()


def _with_paths(names: Sequence[str], there: Collection[str]) -> Iterator[str]:
    """Yield columns, before one of places those of the table that say where the places lie."""
    for name in names:
        above = PLACE_COLUMNS[: PLACE_COLUMNS.index(name)] if name in PLACE_COLUMNS else ()
        yield from (column for column in above if column in there and column not in names)
        yield name


def add_up(
    work: Work[IntoFrameT],
    keys: Sequence[str],
    sums: Mapping[str, str],
    counts: Sequence[str] = (),
    *,
    known: Mapping[str, str],
    code: str = "",
) -> None:
    """Group a calculation and add up its working columns.

    How many rows a group has is written to ``rows``.

    Args:
        work: the calculation.
        keys: the columns to group by.
        sums: the columns to write, each with the working column that is added up; guarded.
        counts: working columns of small numbers, whose sums take their place.
        known: working columns to write, each with the one whose known rows it counts.
        code: a working column of which the least and the greatest become ``least`` and ``most``.
    """
    wide = work.frame.implementation in _ADDS_128_BITS
    if wide:
        # Cast where they are added: as columns of their own they would all be held at once.
        added = {column: work.col(column).cast(nw.Int128) for column in sums.values()}
        parts = [number.sum().alias(work.name(f"wide_{column}")) for column, number in added.items()]
    else:
        _halve(work, sums.values())
        parts = [work.col(f"{half}_{column}").sum() for column in sums.values() for half in ("high", "low")]
    groups = work.groups(keys)
    work.frame = work.frame.group_by(*groups).agg(
        *parts,
        *(work.col(name).sum() for name in counts),
        *(work.col(code).min().alias(work.name("least")) for _ in code[:1]),
        *(work.col(code).max().alias(work.name("most")) for _ in code[:1]),
        *(work.col(column).count().alias(work.name(name)) for name, column in known.items()),
        nw.len().alias(work.name("rows")),
    )
    work.let(**{name: work.col(name).cast(nw.Int64) for name in (*counts, *known, "rows")})
    if not sums:
        return
    if not wide:
        _join_halves(work, sums.values())
    wholes = {name: work.col(f"wide_{column}") for name, column in sums.items()}
    work.stop_where(nw.any_horizontal(*map(beyond, wholes.values()), ignore_nulls=False))
    # What stops is null before it is cast: a cast that fails would be the engine's error, not ours.
    work.let(**{f"wide_{sums[name]}": work.unless_stopped(whole) for name, whole in wholes.items()})
    work.put({name: whole.cast(nw.Int64) for name, whole in wholes.items()})


def _together(sums: Sums) -> list[tuple[str, ...]]:
    """Return the columns of each sum or, where several belong together, of each tuple of sums."""
    if isinstance(sums, str):
        return [(sums,)]
    if not isinstance(sums, Iterable):
        raise invalid("frames.roll_up.sums", Reason.SUMS, sums)
    together: list[tuple[str, ...]] = []
    for names in ([sums] if sums else []) if isinstance(sums, tuple) else sums:
        found = (names,) if isinstance(names, str) else names
        if not isinstance(found, tuple) or not found or not all(isinstance(name, str) for name in found):
            raise invalid("frames.roll_up.sums", Reason.SUMS, str(names))
        together.append(tuple(map(str, found)))
    return together


def _check_written(work: Work[IntoFrameT], names: Sequence[str]) -> None:
    """Check that no column is written twice."""
    for name in names:
        if names.count(name) > 1:
            raise invalid(work.where, Reason.COLUMN_ONCE, name)


def _counts(known: nw.Expr, rows: nw.Expr, known_as: str, unknown_as: str) -> tuple[nw.Expr, nw.Expr]:
    """Return how many rows are known, and how many are not."""
    return known.alias(known_as), (rows - known).alias(unknown_as)


def _unless_gaps(name: str, among: Sequence[str]) -> nw.Expr:
    """Return a column, null in the rows in which another of those among which it stands is null."""
    gaps = [nw.col(other).is_null() for other in among if other != name]
    here = nw.col(name)
    return nw.when(~nw.any_horizontal(*gaps, ignore_nulls=False)).then(here) if gaps else here


def _halve(work: Work[IntoFrameT], columns: Collection[str]) -> None:
    """Write the halves of numbers as working columns ``high_…`` and ``low_…``."""
    if work.in_spark:  # by bits: a division of every row would cost more than the sums
        highs = {f"high_{column}": f"shiftright({work.name(column)}, 32)" for column in columns}
        lows = {f"low_{column}": f"{work.name(column)} & {_HALF - 1}" for column in columns}
        work.let_spark(highs | lows)
        return
    for column in columns:
        divmod_(work, column, _HALF, q=f"high_{column}", r=f"low_{column}")


def _join_halves(work: Work[IntoFrameT], columns: Collection[str]) -> None:
    """Write high · 2^32 + low of each sum as ``wide_…``."""
    if work.wide is None:
        for column in columns:
            _carry(work, f"high_{column}", f"low_{column}")
    wide = work.wide or nw.Int64()
    highs = {column: work.col(f"high_{column}").cast(wide) for column in columns}
    work.let(**{f"wide_{column}": high * _HALF + work.col(f"low_{column}") for column, high in highs.items()})


def _carry(work: Work[IntoFrameT], high: str, low: str) -> None:
    """Bring what a low half has over 2^32 into the high one; stop where that has no room in Int64."""
    work.let(**{high: work.col(high).cast(nw.Int64), low: work.col(low).cast(nw.Int64)})
    divmod_(work, low, _HALF, q="carry", r=low)
    work.let(**{high: work.col(high) + work.col("carry")})
    work.stop_where(~work.col(high).is_between(-LARGEST // _HALF, LARGEST // _HALF))
    work.let(**{high: work.unless_stopped(work.col(high))})


def _word(least: nw.Expr, most: nw.Expr) -> nw.Expr:
    """Return the word that a sum gets, by the least and the greatest code of its parts."""
    codes = dict(_CODES)
    alone = [((least == code) & (most == code), word) for word, code in _CODES]
    chosen = [
        (least.is_null(), _Words.EXACTLY),
        *alone,
        ((least == codes[_Words.OVER]) & (most == codes[_Words.AT_LEAST]), _Words.OVER),
        (least >= codes[_Words.NEARLY], _Words.UNDER),
        (~least.is_null(), _Words.ABOUT),
    ]
    return first_of([(holds, nw.lit(word.value)) for holds, word in chosen])


def names_of(columns: str | Sequence[str]) -> list[str]:
    """Return names of columns, of which one alone may be a text."""
    # What is no column at all gets its error as one, from whoever looks for it.
    return [*columns] if isinstance(columns, Iterable) and not isinstance(columns, str) else [columns]
