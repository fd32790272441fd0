"""Cold imports: whole processes, interleaved, the quickest of many."""

import subprocess
import sys
import time

CASES = {
    "nothing": "pass",
    "floor: attrs, decimal, fractions, datetime": "import attrs, decimal, fractions, datetime",
    "import danvankheo": "import danvankheo",
    "from danvankheo import Quantity": "from danvankheo import Quantity",
    "all records": "from danvankheo import Movement, Summary",
    "every public name": "import danvankheo as d; [getattr(d, name) for name in d.__all__]",
    "babel.core": "import babel.core",
    "cattrs": "import cattrs",
}
ROUNDS = 25


def main() -> None:
    """Print the time of each import, and its ratio to the floor."""
    best = dict.fromkeys(CASES, float("inf"))
    for _ in range(ROUNDS):
        for name, code in CASES.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            best[name] = min(best[name], time.perf_counter() - start)
    floor = best["floor: attrs, decimal, fractions, datetime"]
    for name, seconds in best.items():
        print(f"{seconds * 1000:7.1f} ms  {seconds / floor:5.2f}x  {name}")


if __name__ == "__main__":
    main()
