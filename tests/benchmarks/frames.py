"""Ten million rows: roll-up, share, growth and rank through the library, against the same written by hand.

    python tests/benchmarks/frames.py [ROWS …]            # 1 000 000 and 10 000 000 without arguments
    python tests/benchmarks/frames.py --only polars,text  # some of the races

Each run is a process of its own, the ways of a race take turns, and all of them must give the same
check sums. Seconds are the better of two queries in the best of five processes; memory is the peak
of the process and its children.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

ROUNDS = 5
RACES = {
    "polars": ("polars by hand", "polars"),
    "streaming": ("polars by hand, streaming", "polars, streaming"),
    "duckdb": ("duckdb by hand", "duckdb"),
    "spark": ("spark by hand", "spark"),
    "text": ("python loop", "polars text by hand", "polars text"),
}
KEYS = ["unit", "field", "year"]
Answer = tuple[int, ...]


def make(path: Path, rows: int) -> None:
    """Write contributions of 3 321 units, 4 fields and 10 years, with a part and a whole each."""
    import numpy as np
    import polars as pl

    rng = np.random.default_rng(7)
    whole = rng.integers(1, 10**10, rows)
    pl.DataFrame(
        {
            "unit": rng.integers(0, 3321, rows),
            "field": rng.integers(0, 4, rows),
            "year": rng.integers(2016, 2026, rows),
            "part": rng.integers(0, whole + 1),
            "whole": whole,
        }
    ).write_parquet(path)


def through(table: Any) -> Any:
    """The pipeline in the library's words, for any engine."""
    from danvankheo import frames

    table = frames.roll_up(table, by=KEYS, sums=("part", "whole"))
    table = frames.share(table, part="part", whole="whole", out="share", scale=2)
    table = frames.year_before(table, value="part", out="before", by=["unit", "field"])
    table = frames.growth(table, now="part", before="before", out="growth", scale=2)
    return frames.rank(table, key="share", out="rank", within=["field", "year"])


def _by_hand_polars(table: Any) -> Any:
    import polars as pl

    def half_up(above: Any, below: Any) -> Any:
        return ((2 * above * 10_000 + below) // (2 * below)).cast(pl.Int64)

    table = table.group_by(KEYS).agg(pl.col("part", "whole").cast(pl.Int128).sum())
    before = pl.col("part").shift(1).over("unit", "field", order_by="year")
    follows = pl.col("year").shift(1).over("unit", "field", order_by="year") == pl.col("year") - 1
    table = table.with_columns(
        share=half_up(pl.col("part"), pl.col("whole")), before=pl.when(follows).then(before)
    )
    grown = (2 * (pl.col("part") - pl.col("before")) * 10_000).abs() + pl.col("before")
    size = (grown // (2 * pl.col("before"))).cast(pl.Int64)
    table = table.with_columns(
        growth=pl.when(pl.col("part") < pl.col("before")).then(-size).otherwise(size),
        rank=pl.col("share").rank("min", descending=True).over("field", "year").cast(pl.Int64),
    )
    return table.with_columns(pl.col("part", "whole", "before").cast(pl.Int64))


def _sql(wide: str, divide: str) -> str:
    return f"""
        with sums as (
          select unit, field, year, sum(cast(part as {wide})) part, sum(cast(whole as {wide})) whole
          from t group by unit, field, year
        ), shared as (
          select *, (2 * part * 10000 + whole) {divide} (2 * whole) as share,
            lag(part) over w as last_part, lag(year) over w as last_year
          from sums window w as (partition by unit, field order by year)
        ), earlier as (
          select *, case when last_year = year - 1 then last_part end as before from shared
        )
        select unit, field, year, cast(part as bigint) part, cast(whole as bigint) whole,
          cast(share as bigint) share, cast(before as bigint) before,
          cast(sign(part - before) * ((2 * abs(part - before) * 10000 + before) {divide} (2 * before)) as bigint) growth,
          rank() over (partition by field, year order by share desc) as rank
        from earlier
    """


def _checked(rows: Any) -> Answer:
    """The check sums of an Arrow table of results."""
    import pyarrow.compute as pc

    return (rows.num_rows, *(pc.sum(rows[name]).as_py() for name in ("share", "growth", "rank")))


def _spark(path: str) -> Any:
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.memory": "3g"}
    builder = SparkSession.builder.master("local[2]").appName("danvankheo")
    for key, setting in settings.items():
        builder = builder.config(key, setting)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.read.parquet(path).createOrReplaceTempView("t")
    return session


def _way(name: str, path: str) -> Callable[[], Answer]:
    """Return the query of a way, ready to run; a session that it needs is there already."""
    if name.startswith("polars"):
        import polars as pl

        table = pl.scan_parquet(path)
        streams = "streaming" if "streaming" in name else "in-memory"
        if "text" in name:
            return lambda: _text(table, by_hand="hand" in name)
        steps = _by_hand_polars if "hand" in name else through
        return lambda: _checked(steps(table).collect(engine=streams).to_arrow())
    if name.startswith("duckdb"):
        import duckdb

        connection = duckdb.connect()
        table = connection.read_parquet(path)
        connection.execute(f"create view t as select * from read_parquet('{path}')")
        if "hand" in name:
            return lambda: _checked(connection.sql(_sql("hugeint", "//")).to_arrow_table())
        return lambda: _checked(through(table).to_arrow_table())
    if name.startswith("spark"):
        session = _spark(path)
        if "hand" in name:
            return lambda: _checked(session.sql(_sql("bigint", "div")).toArrow())
        return lambda: _checked(through(session.table("t")).toArrow())
    return lambda: _loop(path)


def _text(table: Any, *, by_hand: bool) -> Answer:
    """Write every whole as text with two decimals; return the number of letters."""
    import polars as pl

    from danvankheo import frames

    numbers = table.select("whole")
    if by_hand:
        digits = (pl.col("whole") // 100).cast(pl.String)
        padded = pl.lit("0" * 18) + digits
        groups = [padded.str.slice(-3 * left, 3) for left in range(6, 0, -1)]
        whole = pl.concat_str(groups, separator=".").str.strip_chars_start("0.")
        shown = pl.when(pl.col("whole") < 100).then(pl.lit("0")).otherwise(whole)
        rest = (pl.lit("0") + (pl.col("whole") % 100).cast(pl.String)).str.slice(-2, 2)
        made = numbers.with_columns(pl.concat_str(shown, pl.lit(","), rest).alias("text"))
    else:
        made = frames.format_number(numbers, number="whole", out="text", scale=2, decimals=2)
    return (made.select(pl.col("text").str.len_bytes().sum()).collect().item(),)


def _loop(path: str) -> Answer:
    """The same in a loop of plain Python, whose texts are kept as a column's are."""
    import polars as pl

    numbers = pl.read_parquet(path, columns=["whole"])["whole"].to_list()
    signs = str.maketrans(",.", ".,")
    texts = [f"{number // 100:,}.{number % 100:02}".translate(signs) for number in numbers]
    return (sum(map(len, texts)),)


def _measure(name: str, path: str) -> None:
    """Print the check sums, the better of two times, and the peak memory in MiB."""
    import psutil

    query = _way(name, path)
    times = []
    for _ in range(2):
        start = time.perf_counter()
        answer = query()
        times.append(time.perf_counter() - start)
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    peak = 0
    for process in family:
        with suppress(OSError, IndexError):  # a child that has ended
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
            peak += int(status.partition("VmHWM:")[2].split()[0])
    print("RESULT", *answer, min(times), peak / 1024)


def race(title: str, ways: tuple[str, ...], path: Path) -> None:
    """Run the ways by turns, and print seconds, memory and the ratio to the first."""
    best: dict[str, float] = {}
    memory: dict[str, float] = {}
    answers = set()
    for _ in range(ROUNDS):
        for way in ways:
            call = [sys.executable, __file__, "--way", way, "--path", str(path)]
            done = subprocess.run(call, check=True, capture_output=True, text=True)
            line = done.stdout.rpartition("RESULT")[2]
            *answer, seconds, peak = line.split()
            answers.add(tuple(answer))
            best[way] = min(best.get(way, float("inf")), float(seconds))
            memory[way] = min(memory.get(way, float("inf")), float(peak))
    assert len(answers) == 1, (title, answers)
    for way in ways:
        ratio = best[way] / best[ways[0]]
        print(f"{title:12} {way:28}{best[way]:8.2f} s {ratio:6.2f}x {memory[way]:8.0f} MiB", flush=True)


def main() -> None:
    """Print every race at every size."""
    options = argparse.ArgumentParser()
    options.add_argument("rows", nargs="*", type=int, default=[1_000_000, 10_000_000])
    options.add_argument("--only", default=",".join(RACES))
    options.add_argument("--way")
    options.add_argument("--path")
    chosen = options.parse_args()
    if chosen.way:
        _measure(chosen.way, chosen.path)
        return
    with tempfile.TemporaryDirectory() as folder:
        for rows in chosen.rows:
            path = Path(folder) / f"{rows}.parquet"
            make(path, rows)
            for name in chosen.only.split(","):
                race(f"{rows:,}", RACES[name], path)


if __name__ == "__main__":
    main()
