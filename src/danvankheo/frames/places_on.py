"""Codes of places in columns: which unit of a day each lies in, or which hold it together."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from danvankheo.bilingual import Words
from danvankheo.domain.places import PlaceLevel
from danvankheo.errors import invalid
from danvankheo.frames.work import Work
from danvankheo.places.changes import held_by
from danvankheo.places.lookup import PlacesOfTheDay, covered
from danvankheo.places.table import FIRST_DAY
from danvankheo.reasons import Reason

AMONG: Final = "among"
_BETWEEN: Final = "+"


def places(
    table: IntoFrameT,
    *,
    code: str,
    out: str,
    places_on: date,
    codes_on: date = FIRST_DAY,
    level: PlaceLevel = PlaceLevel.COMMUNE,
) -> IntoFrameT:
    """Return the table with the unit of a day in which each unit lies, for sums across the mergers.

    The twin of `danvankheo.places.held_by`. Two columns are written. In the first is the code of the one
    unit that holds it whole; null where it was divided, so that its figures are known of no unit alone.
    In the second, whose name ends with ``_among``, are the codes of the fewest units that hold it
    together, with a "+" between them; sums by this column lose nothing.

    Args:
        table: a frame of any engine, eager or lazy.
        code: the column of codes, as text: "00004" begins with zeros.
        out: the first column that is written, text.
        places_on: the day whose units are asked for.
        codes_on: the day on which the codes hold, since codes were used again: 30-6-2025 stands for all
            days before.
        level: the level of the units that are asked for.

    Raises:
        InvalidValueError: a column that is missing or no text, a code that no unit had on `codes_on`, a
            day before the table of places begins.

    >>> import polars as pl
    >>> given = pl.DataFrame({"ma": ["23617", "23620", "00022"], "trieu": [3, 4, 5]})
    >>> places(given, code="ma", out="nay", places_on=date(2026, 11, 30)).rows()
    [('23617', 3, '23617', '23617'), ('23620', 4, '23617', '23617'), ('00022', 5, None, '00004+00008')]
    """
    work = Work.on(table, "frames.places", other=(code,))
    kind = work.frame.collect_schema()[code]
    if kind != nw.String:
        cast = "cast(String).str.zfill(5)"
        fix = Words(f'{cast}, như "00004"', f'{cast}, as in "00004"')
        raise invalid("frames.places.code", Reason.TEXT_COLUMN, str(kind), fix=fix)
    among = f"{out}_{AMONG}"
    work.check_new(out)
    work.check_new(among)
    days = covered(codes_on, "frames.places.codes_on"), covered(places_on, "frames.places.places_on")
    _look_up(work, code, _held(days[0].day, days[1].day, level))
    found = work.col(AMONG)
    work.stop_where(~nw.col(code).is_null() & found.is_null())
    alone = nw.when(~found.str.contains(_BETWEEN, literal=True)).then(found)
    work.put({out: alone, among: found}, text=True, reason=Reason.PLACE_COLUMN)
    return work.finished()


@lru_cache(maxsize=8)
def _held(codes_on: date, places_on: date, level: PlaceLevel) -> Mapping[str, str]:
    """Return, by the codes of a day, the codes of the units of another that hold each."""
    return {
        unit.code: _BETWEEN.join(each.code for each in held_by(unit, on=places_on, level=level))
        for unit in PlacesOfTheDay(codes_on).units()
    }


def _look_up(work: Work[IntoFrameT], code: str, held: Mapping[str, str]) -> None:
    """Write the codes that hold each row's; null where there is none.

    An eager engine looks them up in a dictionary; a database joins, with a table that is made in its own
    words, so that it is of the caller's own connection.
    """
    frame = work.frame
    if frame.implementation.is_duckdb():
        work.frame = nw.from_native(_joined_in_duckdb(frame.to_native(), work, code, held))
    elif work.in_spark:
        work.frame = nw.from_native(_joined_in_spark(frame.to_native(), work, code, held))
    else:
        found = nw.col(code).replace_strict(
            [*held], [*held.values()], default=nw.lit(""), return_dtype=nw.String
        )
        work.let(**{AMONG: found})  # no null as the default: old engines write it as a text
        work.let(**{AMONG: nw.when(work.col(AMONG) != "").then(work.col(AMONG))})


def _joined_in_duckdb(frame: Any, work: Work[IntoFrameT], code: str, held: Mapping[str, str]) -> Any:
    rows, key, found = (f'"{work.name(name)}"' for name in ("rows", "key", AMONG))
    column = '"' + code.replace('"', '""') + '"'
    made = (
        f"select unnest(string_split('{' '.join(held)}', ' ')) as {key}, "
        f"unnest(string_split('{' '.join(held.values())}', ' ')) as {found}"
    )
    return frame.query(
        work.name("rows"),
        f"select {rows}.*, {found} from {rows} left join ({made}) on {rows}.{column} = {key}",  # noqa: S608
    )


def _joined_in_spark(frame: Any, work: Work[IntoFrameT], code: str, held: Mapping[str, str]) -> Any:
    connects = work.frame.implementation.is_pyspark_connect()
    functions = import_module(f"pyspark.sql{'.connect' if connects else ''}.functions")
    key, found = work.name("key"), work.name(AMONG)
    made = frame.sparkSession.createDataFrame([*held.items()], f"`{key}` string, `{found}` string")
    column = frame["`" + code.replace("`", "``") + "`"]
    return frame.join(functions.broadcast(made), column == made[key], "left").drop(key)
