"""Times several ways to the same answer, interleaved, each answer checked first."""

import timeit
from collections.abc import Callable, Mapping, Sequence

ROUNDS, CALLS = 15, 2000

Way = tuple[object, Callable[[], object]]
"""The answer that a call must give, and the call."""


def race(
    title: str,
    columns: Sequence[str],
    cases: Mapping[str, Sequence[Way | None]],
    ratios: Sequence[tuple[int, int]],
) -> None:
    """Print nanoseconds a call, and of some columns how many times the one costs the other.

    Args:
        title: what is measured.
        columns: who runs.
        cases: for each case one way a column, or None where a runner has no such way.
        ratios: pairs of columns, (slower, faster).
    """
    pairs = "".join(f"{columns[slow]}/{columns[fast]}".rjust(16) for slow, fast in ratios)
    print(f"{title:34}{''.join(name.rjust(12) for name in columns)}{pairs}")
    for name, ways in cases.items():
        for answer, call in filter(None, ways):
            assert call() == answer, (name, call(), answer)
        best = [float("inf")] * len(ways)
        for _ in range(ROUNDS):
            for place, way in enumerate(ways):
                if way is not None:
                    best[place] = min(best[place], timeit.timeit(way[1], number=CALLS) / CALLS * 1e9)
        times = "".join(f"{time:12.0f}" if time < float("inf") else " " * 11 + "–" for time in best)
        told = "".join(
            f"{best[slow] / best[fast]:15.2f}x" if ways[slow] and ways[fast] else " " * 15 + "–"
            for slow, fast in ratios
        )
        print(f"{name:34}{times}{told}")
