"""Sums by group: the twins of `danvankheo.calc.rollup` and `danvankheo.calc.totals`.

Numerators and denominators are added, percentages never averaged; what is unknown is counted, not
taken for zero; a sum that Int64 cannot hold stops the calculation instead of wrapping around.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.domain.quantities import Approximation
from danvankheo.errors import refusal
from danvankheo.frames.schema import CONTRIBUTIONS
from danvankheo.frames.validation import validate
from danvankheo.frames.work import LARGEST, ONE, ZERO, Work, beyond, first_of, flag
from danvankheo.reasons import Reason

KNOWN: Final = "known"
UNKNOWN: Final = "unknown"
COUNT: Final = "count"
ROWS: Final = "rows"

_WIDE: Final = frozenset({nw.Implementation.POLARS, nw.Implementation.DUCKDB})

# Halves of a number, so that millions of them can be added: n = high · 2^32 + low.
_HALF: Final = 2**32

_Words = Approximation
# Numbers for the words of a group such that the least and the greatest of them tell what is known of
# the sum: equal, it is that word; within one side's words, that side's strict one; else "about".
_CODES: Final = (
    (_Words.OVER, 1),
    (_Words.AT_LEAST, 2),
    (_Words.ABOUT, 3),
    (_Words.NEARLY, 4),
    (_Words.UNDER, 5),
    (_Words.AT_MOST, 6),
)


def roll_up(table: IntoFrameT, *, by: str | Sequence[str], sums: str | Sequence[str] = ()) -> IntoFrameT:
    """Return one row a group: the keys, the exact sums, and how many rows were and were not added.

    The twin of `danvankheo.roll_up`. Several sums belong together, as part and whole do: a row in
    which one of them is null is in none of the sums, so that a rate of the sums is that of the known
    rows. Rows come in no promised order; all null keys make one group.

    Args:
        table: a frame of any engine, eager or lazy.
        by: the columns to group by; none at all makes one row.
        sums: the columns to add up: whole numbers, Int64 or smaller; with none, rows are counted.

    Returns:
        The columns of `by`; those of `sums`, null where no row was added; ``known``, the rows added;
        ``unknown``, the other rows.

    Raises:
        InvalidValueError: a column that is missing or not of whole numbers; a sum beyond 9·10^18.

    >>> import polars as pl
    >>> communes = pl.DataFrame({"tinh": ["Gia Lai"] * 3, "dat_chuan": [27, 9, 4], "tong_so": [28, 12, None]})
    >>> roll_up(communes, by="tinh", sums=["dat_chuan", "tong_so"]).rows()
    [('Gia Lai', 36, 40, 2, 1)]
    """
    keys, values = names_of(by), names_of(sums)
    work = Work.on(table, "frames.roll_up", whole=values, other=keys)
    for name in (*values, KNOWN, UNKNOWN):
        if name in keys:
            raise refusal(work.where, Reason.UNIQUE, name)
    gaps = [nw.col(name).is_null() for name in values]
    work.let(known=flag(~nw.any_horizontal(*gaps, ignore_nulls=False)) if gaps else ONE)
    for name in values:
        work.let(**{f"sum_{name}": nw.when(work.col("known") == 1).then(nw.col(name)).otherwise(ZERO)})
    add_up(work, keys, {name: f"sum_{name}" for name in values}, {KNOWN: "known"})
    work.frame = work.frame.with_columns(
        (nw.col(ROWS) - nw.col(KNOWN)).alias(UNKNOWN),
        *(nw.when(nw.col(KNOWN) > 0).then(nw.col(name)).alias(name) for name in values),
    )
    work.frame = work.frame.select(*keys, *values, KNOWN, UNKNOWN)
    return work.finished()


def total(contributions: IntoFrameT, *, by: str | Sequence[str] = ()) -> IntoFrameT:
    """Return the exact sums of contributions by kind and base unit, in each group.

    The twin of `danvankheo.total`: money, labour, land and goods are never added to each other, nor
    one unit to another. Contributions whose quantity nobody told make a row of their own, with a null
    unit and amount: unknown is not zero. Rows come in no promised order.

    Args:
        contributions: a table as `CONTRIBUTIONS` says; it may have more columns.
        by: more columns to group by, such as ``["province", "year"]``.

    Returns:
        The columns of `by`; ``kind``; ``unit``; ``amount``, in the smallest unit; ``approximation``,
        what is still known of the sum; ``count``, how many contributions it is of.

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
    """
    validate(contributions, CONTRIBUTIONS)
    keys = [*dict.fromkeys((*names_of(by), "kind", "unit"))]
    work = Work.on(contributions, "frames.total", whole=("amount",), other=keys)
    work.let(amount=nw.col("amount"), known=flag(~nw.col("amount").is_null()))
    # First by word, then over the words: few rows are left when texts become numbers.
    add_up(work, [*keys, "approximation"], {"amount": "amount"}, {KNOWN: "known"})
    chosen = [(nw.col("approximation") == word.value, nw.lit(number, nw.Int64)) for word, number in _CODES]
    code = first_of(chosen)
    work.let(code=code, amount=nw.col("amount"), count=nw.col(ROWS), known=nw.col(KNOWN))
    add_up(work, keys, {"amount": "amount"}, {COUNT: "count", KNOWN: "known"}, code="code")
    work.frame = work.frame.with_columns(
        nw.when(nw.col(KNOWN) > 0).then(nw.col("amount")).alias("amount"),
        _word(work.col("least"), work.col("most")).alias("approximation"),
    )
    work.frame = work.frame.select(*keys, "amount", "approximation", COUNT)
    return work.finished()


def add_up(
    work: Work[IntoFrameT],
    keys: Sequence[str],
    sums: Mapping[str, str],
    counts: Mapping[str, str],
    *,
    code: str = "",
) -> None:
    """Group a calculation, and add up its working columns.

    Args:
        work: the calculation.
        keys: the columns to group by.
        sums: the columns to write, each with the working column that is added up; guarded.
        counts: the same for small numbers, whose sums are never too large.
        code: a working column of which the least and the greatest become ``least`` and ``most``.
    """
    # Where the engine has 128 bits they hold any sum; elsewhere the two halves of a number are added.
    wide = work.frame.implementation in _WIDE
    for name, column in sums.items():
        here = work.col(column)
        if wide:
            work.let(**{f"wide_{name}": here.cast(nw.Int128)})
        else:
            work.let(**{f"high_{name}": here // _HALF})
            work.let(**{f"low_{name}": here - work.col(f"high_{name}") * _HALF})
    grouped = [f"{half}_{name}" for name in sums for half in (("wide",) if wide else ("high", "low"))]
    work.let(all=ZERO)
    made = work.frame.group_by(*(keys or [work.name("all")])).agg(
        *(nw.col(work.name(name)).sum() for name in grouped),
        *(nw.col(work.name(column)).sum().alias(name) for name, column in counts.items()),
        *(nw.col(work.name(code)).min().alias(work.name("least")) for _ in code[:1]),
        *(nw.col(work.name(code)).max().alias(work.name("most")) for _ in code[:1]),
        nw.len().alias(ROWS),
    )
    work.frame = made.with_columns(*(nw.col(name).cast(nw.Int64) for name in (*counts, ROWS)))
    for name in sums:
        _finish(work, name, wide=wide)


def _finish(work: Work[IntoFrameT], name: str, *, wide: bool) -> None:
    """Write a sum from its parts, or stop."""
    if wide:
        whole = work.col(f"wide_{name}")
        work.stop_where(beyond(whole))
        work.let(safe=work.unless_stopped(whole))
        work.put(name, work.col("safe").cast(nw.Int64))
        return
    high, low = work.col(f"high_{name}"), work.col(f"low_{name}")
    work.let(carry=(low.cast(nw.Int64) // _HALF).cast(nw.Int64))
    work.let(high=high.cast(nw.Int64) + work.col("carry"), low=low.cast(nw.Int64) - work.col("carry") * _HALF)
    high = work.col("high")
    work.stop_where((high > LARGEST // _HALF) | (high < -LARGEST // _HALF))
    work.let(sum=work.unless_stopped(high) * _HALF + work.col("low"))
    work.stop_where(beyond(work.col("sum")))
    work.put(name, work.col("sum"))


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
    return [columns] if isinstance(columns, str) else [*columns]
