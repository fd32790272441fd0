"""How many random and mistyped figures keep their value: ``python tests/benchmarks/values.py 200000``."""

import random
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

from danvankheo import ReadingError, parse_quantity

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "reading")]
_TESTS = import_module("test_silent_values")
_SHOWN = 10_000


def main(count: int, seed: int = 20_221_102) -> None:
    """Print how many texts were tried, how many were read, and each that changed its value."""
    pick = random.Random(seed)
    start, read, found = perf_counter(), 0, 0
    for number in range(count):
        original = _TESTS.texts(pick)
        text = original if number % 4 == 0 else _TESTS.mistyped(original, pick)
        changed = _TESTS.changed(original, text)
        if changed:
            found += 1
            print(changed)
        try:
            parse_quantity(text)
            read += 1
        except ReadingError:
            pass
        if (number + 1) % _SHOWN == 0:
            print(f"{number + 1} texts …", flush=True)
    seconds = perf_counter() - start
    print(f"{count} texts, {read} of them read, {found} with another value, {seconds:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
