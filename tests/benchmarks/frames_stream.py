"""Larger than memory: Parquet in, ratio and two texts, Parquet out; and totals. Seconds and peak memory.

    python tests/benchmarks/frames_stream.py [millions of rows …]

Every run is a process of its own; its peak is what the system tells of it. Files are made in batches
in a temporary folder, which takes about 25 bytes a row, twice, and is emptied at the end.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

BATCH = 500_000
SIZES = (1, 10, 60)
LIMIT = 512
"""MiB that no run may take, however many rows there are."""


def generate(path: str, rows: int) -> None:
    """Write contributions of 3 321 communes in 4 fields and 10 years, one batch after the other."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    rng = np.random.default_rng(2022)
    kinds = np.array(["money", "labour", "land"])
    units = np.array(["dong", "workday", "square_metre"])
    fields = np.array(["economy", "culture_society", "defence_security", "political_system"])
    words = np.array(["exactly", "over", "nearly"])
    writer = None
    for start in range(0, rows, BATCH):
        size = min(BATCH, rows - start)
        kind = rng.integers(0, 3, size)
        table = pa.table(
            {
                "commune": pa.array(rng.integers(0, 3321, size)).cast(pa.string()),
                "field": fields[rng.integers(0, 4, size)],
                "year": rng.integers(2014, 2024, size),
                "kind": kinds[kind],
                "unit": units[kind],
                "amount": rng.integers(0, 10**9, size),
                "approximation": words[rng.choice(3, size, p=[0.8, 0.1, 0.1])],
                "movement": rng.integers(0, 10**9, size),  # whole numbers to divide by, of whatever
            }
        )
        writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table, row_group_size=BATCH // 4)
    assert writer is not None
    writer.close()


def rewrite(engine: str, path: str, out: str) -> None:
    """Write every row again, with a rate and two texts."""
    from danvankheo import frames

    table = frames.scan_file(path, frames.CONTRIBUTIONS, engine=engine)
    table = frames.share(table, part="amount", whole="movement", out="ty_le_e2", scale=2)
    table = frames.format_percent(table, percent="ty_le_e2", out="ty_le", scale=2, decimals=2)
    table = frames.format_number(table, number="amount", out="so_luong")
    frames.write_file(table, out, progress=False)


def totals(engine: str, path: str, out: str) -> None:
    """Add up by field and year, as the command line does."""
    from danvankheo.cli.app import run

    assert run(["totals", path, "--by", "field,year", "--engine", engine, "--output", out]) == 0


# Texts on DuckDB are left out: they cost several times what they cost on Polars (see frames.py).
WAYS = ((rewrite, "polars"), (totals, "polars"), (totals, "duckdb"))


def measured(run: Callable[..., None], *args: object) -> tuple[float, float]:
    """Return seconds and peak MiB of a run in a process of its own."""
    start = time.perf_counter()
    process = multiprocessing.get_context("spawn").Process(target=run, args=args)
    process.start()
    assert process.pid is not None
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, f"{run.__name__} failed"
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line for each size, task and engine."""
    sizes = [float(size) for size in sys.argv[1:]] or SIZES
    print(f"{'million rows':>12} {'task':10} {'engine':8} {'seconds':>8} {'s a million':>12} {'peak MiB':>9}")
    for millions in sizes:
        with tempfile.TemporaryDirectory() as folder:
            rows = int(millions * 1_000_000)
            given, out = f"{folder}/given.parquet", f"{folder}/out.parquet"
            runs = [("generate", "", generate, (given, rows))]
            runs += [(way.__name__, engine, way, (engine, given, out)) for way, engine in WAYS]
            for name, engine, run, args in runs:
                seconds, peak = measured(run, *args)
                told = "" if peak < LIMIT else f"  over {LIMIT}"
                print(
                    f"{millions:12g} {name:10} {engine:8} {seconds:8.1f} {seconds / millions:12.2f} {peak:9.0f}{told}",
                    flush=True,
                )
            print(f"{'':12} {Path(given).stat().st_size / 2**20:.0f} MiB read", flush=True)


if __name__ == "__main__":
    main()
