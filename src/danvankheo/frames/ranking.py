"""Positions and earlier figures in groups, as `danvankheo.rank` and `calc.same_period` have them."""

from collections.abc import Sequence
from typing import Literal

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.calc.ranking import Ties
from danvankheo.checking import chosen
from danvankheo.domain.indicator import Better
from danvankheo.errors import invalid
from danvankheo.frames.sums import names_of
from danvankheo.frames.work import ONE, ZERO, Work, flag
from danvankheo.reasons import Reason


def rank(
    table: IntoFrameT,
    *,
    key: str,
    out: str,
    by: str | Sequence[str] = (),
    better: Better = Better.HIGHER,
    ties: Ties = Ties.COMPETITION,
    order: str = "",
) -> IntoFrameT:
    """Return the table with the position of each row, 1 for the best; null where the value is unknown.

    The twin of `danvankheo.rank`, once for each group. What is ranked is the column as it stands: of
    rates that are rounded, equal digits are equal.

    Args:
        table: a frame of any engine, eager or lazy.
        key: the column of the values: whole numbers.
        out: the column that is written: Int64.
        by: the columns whose groups are ranked apart; all null values make one group.
        better: whether a higher or a lower value is better.
        ties: which positions equal values get.
        order: with ``Ties.ORDINAL``, the column by which equal values are told apart: the order given,
            which only lists have.

    Raises:
        InvalidValueError: a column that is missing or not of whole numbers; ORDINAL without `order`.

    >>> import polars as pl
    >>> towns = pl.DataFrame({"thi_xa": ["An Khê", "Chư Păh", "Chợ Đồn"], "dat_e2": [9643, 7500, None]})
    >>> rank(towns, key="dat_e2", out="hang")["hang"].to_list()
    [1, 2, None]
    """
    columns = names_of(by)
    way = chosen(better, Better, "frames.rank.better")
    shared = chosen(ties, Ties, "frames.rank.ties")
    if (shared is Ties.ORDINAL) != bool(order):
        raise invalid("frames.rank.order", Reason.ORDER_COLUMN, order)
    others = [*columns, *([order] if order else [])]
    work = Work.on(table, "frames.rank", whole=(key,), other=others)
    down = way is Better.HIGHER
    method: Literal["dense", "min"] = "dense" if shared is Ties.DENSE else "min"
    value = nw.col(key)
    groups = work.groups(columns)
    if work.ranks_in_groups:
        work.let(position=value.rank(method, descending=down).over(*groups).cast(nw.Int64))
        if order:
            work.let(next=nw.col(order).rank("min").over(*groups, key).cast(nw.Int64))
            work.let(position=work.col("position") + work.col("next") - ONE)
    else:
        _rank_by_sorting(work, groups, key, down=down, ties=shared, order=order)
    return work.give(out, nw.when(~value.is_null()).then(work.col("position")))


def year_before(
    table: IntoFrameT, *, value: str, out: str, by: str | Sequence[str], year: str = "year"
) -> IntoFrameT:
    """Return the table with the figure of the year before, of the same group; null if there is none.

    The twin of `danvankheo.calc.same_period` for years: a gap of a year is unknown, not zero. `growth` and
    `points` compare the two.

    Args:
        table: a frame of any engine, eager or lazy, with one row for each group and year.
        value: the column of the figures: whole numbers.
        out: the column that is written.
        by: the columns that make a group, such as a place and a field.
        year: the column of the years: whole numbers.

    Raises:
        InvalidValueError: a column that is missing or not of whole numbers; two rows for one year.

    >>> import polars as pl
    >>> income = pl.DataFrame({"xa": ["A", "A", "A"], "year": [2022, 2020, 2021], "dong": [120, 90, 100]})
    >>> year_before(income, value="dong", out="nam_truoc", by="xa")["nam_truoc"].to_list()
    [100, None, 90]
    """
    keys = names_of(by)
    work = Work.on(table, "frames.year_before", whole=(value, year), other=keys)
    groups = work.groups(keys)
    if work.shifts_in_groups:
        work.let(
            figure=nw.col(value).shift(1).over(*groups, order_by=year),
            year=nw.col(year).shift(1).over(*groups, order_by=year),
        )
    else:
        _shift_by_sorting(work, groups, value, year)
    work.stop_where(work.col("year") == nw.col(year))
    follows = work.col("year") == nw.col(year) - 1
    work.check_new(out)
    work.put({out: nw.when(follows).then(work.col("figure"))}, reason=Reason.ONE_ROW)
    return work.finished()


def _rank_by_sorting(
    work: Work[IntoFrameT], groups: Sequence[str], key: str, *, down: bool, ties: Ties, order: str
) -> None:
    """Write positions where the engine cannot rank within groups: sort, number, count from the start."""
    sorting = [*groups, key, *([order] if order else [])]
    _sort(work, sorting, [False] * len(groups) + [down, *([False] if order else [])])
    work.let(starts=_differs(groups), changes=_differs([*groups, key]))
    work.let(step=work.col("changes").cum_sum())
    here, starts, changes = work.col("at"), work.col("starts") == 1, work.col("changes") == 1
    passed = work.col("step") if ties is Ties.DENSE else here
    work.let(start=nw.when(starts).then(passed).otherwise(ZERO).cum_max())
    if ties is Ties.COMPETITION:
        work.let(tie=nw.when(changes).then(here).otherwise(ZERO).cum_max())
        passed = work.col("tie")
    work.let(position=passed - work.col("start") + ONE)
    work.frame = work.frame.sort(work.name("given"))


def _shift_by_sorting(work: Work[IntoFrameT], groups: Sequence[str], value: str, year: str) -> None:
    """Write the row before within each group where the engine cannot shift within groups."""
    _sort(work, [*groups, year], [False] * (len(groups) + 1))
    work.let(starts=_differs(groups), figure=nw.col(value).shift(1), year=nw.col(year).shift(1))
    same = work.col("starts") == 0
    work.let(figure=nw.when(same).then(work.col("figure")), year=nw.when(same).then(work.col("year")))
    work.frame = work.frame.sort(work.name("given"))


def _sort(work: Work[IntoFrameT], columns: Sequence[str], descending: Sequence[bool]) -> None:
    """Sort an eager frame, and number its rows before (``given``) and after (``at``)."""
    assert isinstance(work.frame, nw.DataFrame)
    numbered = work.frame.with_row_index(work.name("given"))
    ordered = numbered.sort(*columns, descending=descending, nulls_last=True).with_row_index(work.name("at"))
    work.frame = ordered
    work.let(at=work.col("at").cast(nw.Int64) + ONE)


def _differs(columns: Sequence[str]) -> nw.Expr:
    """Return 1 where a sorted row differs from the row above in one of the columns; two nulls are alike."""
    changes = []
    for name in columns:
        here, above = nw.col(name), nw.col(name).shift(1)
        alike = (here == above) | (here.is_null() & above.is_null())
        changes.append(ONE - flag(alike))
    return nw.max_horizontal(*changes)
