"""Shares, attainment, growth and points of columns: the twins of `danvankheo.calc.rates`.

A rate is a column of whole numbers that count 1/10**scale of a percent: 96,43% at a scale of 2 is
9643. What the twin refuses because it means nothing (a whole of zero, growth from nothing) is
unknown here, a null, as is what comes from a null.
"""

from typing import Literal

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.calc.arithmetic import Rounding, known_rounding
from danvankheo.checking import chosen
from danvankheo.domain.indicator import ChangeKind
from danvankheo.domain.numbers import whole_from
from danvankheo.errors import invalid
from danvankheo.frames.division import divide, rounded
from danvankheo.frames.work import LARGEST, MAX_DECIMALS, ZERO, Work, beyond
from danvankheo.reasons import Reason

ChangeKindLike = ChangeKind | Literal["difference", "growth", "points"]

PERCENT_PLACES = 2
"""A ratio in percent has the point two places further right."""


def share(
    table: IntoFrameT,
    *,
    part: str,
    whole: str,
    out: str,
    scale: int,
    rounding: Rounding = Rounding.HALF_UP,
) -> IntoFrameT:
    """Return the table with the share of one column in another (tỷ trọng), in percent.

    The twin of `danvankheo.share`, printed by `danvankheo.as_percent`: the same digits for every row.

    Args:
        table: a frame of any engine, eager or lazy.
        part: the column of what is shared: whole numbers, Int64 or smaller.
        whole: the column of the whole, in the same unit.
        out: the column that is written: Int64, in 1/10**scale of a percent; null where a side is
            null or the whole is zero.
        scale: which power of ten of a percent the written column counts, 0 to 15: 2 for hundredths.
        rounding: how the last digit is chosen.

    Raises:
        InvalidValueError: a column that is missing or not of whole numbers; a number beyond 9·10^18
            on the way, in a lazy frame when it runs.

    >>> import polars as pl
    >>> schools = pl.DataFrame({"dat_chuan": [27, 3, None], "tong_so": [28, 0, 5]})
    >>> share(schools, part="dat_chuan", whole="tong_so", out="ty_le_e2", scale=2)["ty_le_e2"].to_list()
    [9643, None, None]
    """
    return _ratio(table, part, whole, out=out, scale=scale, rounding=rounding, where="frames.share")


def attainment(
    table: IntoFrameT,
    *,
    actual: str,
    plan: str,
    out: str,
    scale: int,
    rounding: Rounding = Rounding.HALF_UP,
) -> IntoFrameT:
    """Return the table with how far a plan is met (mức hoàn thành), in percent; it may pass 100%.

    The twin of `danvankheo.attainment`. Options, units and errors as for `share`.

    >>> import polars as pl
    >>> work = pl.DataFrame({"thuc_hien": [740_979_000], "ke_hoach": [700_000_000]})
    >>> attainment(work, actual="thuc_hien", plan="ke_hoach", out="dat_e1", scale=1)["dat_e1"].to_list()
    [1059]
    """
    where = "frames.attainment"
    return _ratio(table, actual, plan, out=out, scale=scale, rounding=rounding, where=where)


def growth(
    table: IntoFrameT,
    *,
    now: str,
    before: str,
    out: str,
    scale: int,
    rounding: Rounding = Rounding.HALF_UP,
) -> IntoFrameT:
    """Return the table with (now − before) / before (tốc độ tăng), in percent; negative for a fall.

    The twin of `danvankheo.growth`. Null also where `before` is not above zero. `year_before` finds
    the earlier figure. Options, units and errors as for `share`.

    >>> import polars as pl
    >>> income = pl.DataFrame({"nam_nay": [1808, 90, 5], "nam_truoc": [1532, 100, 0]})
    >>> growth(income, now="nam_nay", before="nam_truoc", out="tang_e2", scale=2)["tang_e2"].to_list()
    [1802, -1000, None]
    """
    work = Work.on(table, "frames.growth", whole=(now, before))
    places = rate_places(scale, work.where)
    earlier = nw.when(nw.col(before) > 0).then(nw.col(before))
    divide(work, nw.col(now), earlier, places, less_one=True)
    return work.give(out, rounded(work, known_rounding(rounding)))


def points(table: IntoFrameT, *, now: str, before: str, out: str) -> IntoFrameT:
    """Return the table with the difference of two rates (điểm phần trăm), exactly.

    The twin of `danvankheo.points`. Both columns, and the one written, count the same part of a
    percent: at a scale of 2, 305 is 3,05 điểm phần trăm. Null where a side is null.

    Raises:
        InvalidValueError: as for `share`.

    >>> import polars as pl
    >>> rates = pl.DataFrame({"nam_nay_e2": [9150], "nam_truoc_e2": [8845]})
    >>> points(rates, now="nam_nay_e2", before="nam_truoc_e2", out="diem_e2")["diem_e2"].to_list()
    [305]
    """
    return _subtracted(table, now, before, out, "frames.points")


def difference(table: IntoFrameT, *, now: str, before: str, out: str) -> IntoFrameT:
    """Return the table with now minus before (mức tăng, giảm), exactly.

    The twin of `danvankheo.difference`. Both columns, and the one written, count the same unit. Null where a
    side is null. Errors as for `share`.

    >>> import polars as pl
    >>> money = pl.DataFrame({"nam_nay": [1808, 90, None], "nam_truoc": [1532, 100, 0]})
    >>> difference(money, now="nam_nay", before="nam_truoc", out="tang")["tang"].to_list()
    [276, -10, None]
    """
    return _subtracted(table, now, before, out, "frames.difference")


def change(
    table: IntoFrameT,
    *,
    now: str,
    before: str,
    out: str,
    kind: ChangeKindLike,
    scale: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
) -> IntoFrameT:
    """Return the table with how far one column moved from another: the caller says as what.

    The twin of `danvankheo.change`.

    Args:
        table: a frame of any engine, eager or lazy.
        now: the column of the later figure.
        before: that of the earlier one.
        out: the column that is written.
        kind: ``difference``, ``growth`` or ``points``: the functions of these names.
        scale: for growth, which power of ten of a percent the written column counts.
        rounding: for growth, how the last digit is chosen.

    Raises:
        InvalidValueError: as these functions; growth without `scale`, or another kind with it.

    >>> import polars as pl
    >>> money = pl.DataFrame({"nam_nay": [110], "nam_truoc": [100]})
    >>> tang = change(money, now="nam_nay", before="nam_truoc", out="tang_e1", kind="growth", scale=1)
    >>> tang["tang_e1"].item()
    100
    """
    of = chosen(kind, ChangeKind, "frames.change.kind")
    if of is ChangeKind.GROWTH:
        if scale is None:
            raise invalid("frames.change.scale", Reason.TYPE, scale, type="int")
        return growth(table, now=now, before=before, out=out, scale=scale, rounding=rounding)
    if scale is not None:
        raise invalid("frames.change.scale", Reason.OWN_OPTIONS, of.value, options="scale=")
    return (points if of is ChangeKind.POINTS else difference)(table, now=now, before=before, out=out)


def _subtracted(table: IntoFrameT, now: str, before: str, out: str, where: str) -> IntoFrameT:
    work = Work.on(table, where, whole=(now, before))
    later, earlier = nw.col(now), nw.col(before)
    # Each side is compared with the other's limit: the difference itself may pass Int64.
    work.let(
        least=nw.when(earlier > 0).then(earlier).otherwise(ZERO) - LARGEST,
        most=nw.when(earlier < 0).then(earlier).otherwise(ZERO) + LARGEST,
    )
    work.stop_where(beyond(earlier) | (later < work.col("least")) | (later > work.col("most")))
    work.let(later=work.unless_stopped(later), earlier=work.unless_stopped(earlier))
    return work.give(out, work.col("later") - work.col("earlier"))


def rate_places(scale: int, where: str) -> int:
    """Return how many places a ratio moves to become a column in 1/10**scale of a percent."""
    return checked_scale(scale, f"{where}.scale") + PERCENT_PLACES


def checked_scale(scale: int, where: str, *, most: int = MAX_DECIMALS) -> int:
    """Return the power of ten that a column of whole numbers counts.

    Raises:
        InvalidValueError: no whole number from 0 to `most`.
    """
    scale = whole_from(scale, where)
    if not 0 <= scale <= most:
        raise invalid(where, Reason.IN_RANGE, scale, low=0, high=most)
    return scale


def _ratio(
    table: IntoFrameT,
    above: str,
    below: str,
    *,
    out: str,
    scale: int,
    rounding: Rounding,
    where: str,
) -> IntoFrameT:
    work = Work.on(table, where, whole=(above, below))
    divide(work, nw.col(above), nw.col(below), rate_places(scale, where))
    return work.give(out, rounded(work, known_rounding(rounding)))
