"""Printed percentages against part and whole, for whole columns: the twin of `danvankheo.check_ratio`."""

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.auditing.checks.base import Verdict
from danvankheo.frames.division import divide, divmod_
from danvankheo.frames.rates import rate_places
from danvankheo.frames.work import ONE, Work, first_of, flag


def audit_ratio(
    table: IntoFrameT, *, part: str, whole: str, percent: str, out: str, scale: int, printed: str = ""
) -> IntoFrameT:
    """Return the table with how each printed percentage was rounded, or that it cannot be right.

    The twin of ``check_ratio(part, whole, percent).verdict`` for exact counts.

    Args:
        table: a frame of any engine, eager or lazy.
        part: the column of the numerators: whole numbers of things counted.
        whole: the column of the denominators.
        percent: the column of the percentages as printed, in 1/10**scale of a percent.
        out: the column of text that is written: ``rounded``, ``truncated``, ``rounded_up`` or
            ``inconsistent``; null where the twin refuses or nothing is known: a null, a negative
            number, a whole of zero.
        scale: which power of ten of a percent they count, 0 to 15: 2 for hundredths.
        printed: the column of how many decimals each percentage is printed with, if they differ:
            96,4% and 96,40% are both 9640 at a scale of 2, and only the first fits 27/28. At most
            `scale`; null where it is more.

    Raises:
        InvalidValueError: as for `share`.

    >>> import polars as pl
    >>> printed = {"dat": [27] * 4, "co": [28, 28, 28, 0], "in_e2": [9643, 9642, 9700, 0]}
    >>> schools = pl.DataFrame(printed)
    >>> audit_ratio(schools, part="dat", whole="co", percent="in_e2", out="xet", scale=2)["xet"].to_list()
    ['rounded', 'truncated', 'inconsistent', None]
    """
    columns = (part, whole, percent, *([printed] if printed else []))
    work = Work.on(table, "frames.audit_ratio", whole=columns)
    divide(work, nw.col(part), nw.col(whole), rate_places(scale, work.where))
    told = nw.col(percent)
    judged = ~work.col("q").is_null() & (nw.col(part) >= 0) & (nw.col(whole) > 0) & (told >= 0)
    if printed:
        judged &= (nw.col(printed) >= 0) & (nw.col(printed) <= scale)
        _step_of_each(work, nw.col(printed), scale)
    else:
        work.let(step=ONE)
    _against_half(work)
    floor, more, tie = work.col("floor"), work.col("more") == 1, work.col("tie") == 1
    exact = work.col("exact") == 1
    down, up = told == floor, told == floor + work.col("step")
    chosen = [
        ((down & ~more) | (up & (more | tie)), Verdict.ROUNDED),
        (down, Verdict.TRUNCATED),
        (up & ~exact, Verdict.ROUNDED_UP),
        (judged, Verdict.INCONSISTENT),
    ]
    verdict = first_of([(judged & holds, nw.lit(verdict.value)) for holds, verdict in chosen])
    return work.give(out, verdict, text=True)


def _step_of_each(work: Work[IntoFrameT], printed: nw.Expr, scale: int) -> None:
    """Write the last place of each percentage (``step``), in 1/10**scale of a percent."""
    step = ONE
    for fewer in range(scale):
        step = nw.when(printed == fewer).then(nw.lit(10 ** (scale - fewer), nw.Int64)).otherwise(step)
    work.let(step=step)


def _against_half(work: Work[IntoFrameT]) -> None:
    """Write the percentage cut off at its last place (``floor``), and the rest against half a place.

    What is cut off is m whole parts of the column and r/d of one more. A place of several parts has
    a whole half, to which m is compared first; in a place of one part r is compared alone.
    """
    r, d, step = (work.col(name) for name in ("r", "d", "step"))
    divmod_(work, "q", "step", q="places", r="m")
    divmod_(work, "step", 2, q="half", r="_")
    m, half = work.col("m"), work.col("half")
    left = d - r
    single = step == 1
    work.let(
        floor=work.col("places") * step,
        exact=flag((m == 0) & (r == 0)),
        more=flag((single & (r > left)) | (~single & ((m > half) | ((m == half) & (r > 0))))),
        tie=flag((single & (r == left)) | (~single & (m == half) & (r == 0))),
    )
