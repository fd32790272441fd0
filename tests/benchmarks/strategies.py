"""How many examples a second each strategy draws, engine of Hypothesis included, and what importing costs.

Run: python tests/benchmarks/testing.py
"""

import contextlib
import inspect
import subprocess
import sys
import time

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from danvankheo import testing

SECONDS = 1.0
MORE = {
    "movements(inconsistent=True)": testing.movements(inconsistent=True),
    "indicators(inconsistent=True)": testing.indicators(inconsistent=True),
    "st.integers()": st.integers(),  # what the engine costs with next to nothing drawn
    "st.text()": st.text(),
}


def draws(name: str) -> bool:
    """Return whether a name of the package is a strategy; some are scores."""
    value = getattr(testing, name)
    return inspect.isfunction(value) and "SearchStrategy" in str(inspect.signature(value).return_annotation)


def rate(strategy: st.SearchStrategy[object]) -> float:
    """Return how many examples are drawn a second."""
    drawn = 0

    @settings(
        max_examples=10_000,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(strategy)
    def draw(_: object) -> None:
        nonlocal drawn
        drawn += 1
        if time.perf_counter() - start > SECONDS:
            raise TimeoutError

    start = time.perf_counter()
    with contextlib.suppress(TimeoutError):
        draw()
    return drawn / (time.perf_counter() - start)


def import_time(code: str) -> float:
    """Return the best of five times that a process with a line of code takes, in milliseconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Print the table."""
    every = {name: getattr(testing, name)() for name in testing.__all__ if draws(name)} | MORE
    for name, strategy in every.items():
        print(f"{name:<32}{rate(strategy):>8.0f} examples a second")
    plain = import_time("import os; os.environ['HYPOTHESIS_NO_PLUGINS'] = '1'; import hypothesis")
    ours = import_time("import hypothesis")
    print(f"import hypothesis: {plain:.0f} ms without the entry point, {ours:.0f} ms with it")


if __name__ == "__main__":
    main()
